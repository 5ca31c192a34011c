//! Rules of numbers in running text.
//!
//! A passage is read once into tokens ([`token`]): numbers with their units, and the marks between them. What is no
//! quantity (dates, numbers of documents, levels, lengths of time) is known as such. The families look at the tokens and
//! at the words around them.

mod accounts;
mod again;
mod among;
mod assigned;
mod base;
mod change;
mod compared;
mod counted;
mod figure;
mod group;
mod growth;
mod hundred;
mod joined;
mod link;
mod money;
mod nearby;
mod number;
mod opening;
mod partition;
mod percent;
mod phrase;
mod planned;
mod points;
mod quotients;
mod reading;
mod rest;
mod restated;
mod roles;
mod score;
mod shape;
mod shares;
mod slip;
mod style;
mod sums;
mod tables;
mod token;
mod totals;
mod unit;

use super::Family;

pub use number::{Number, numbers};
pub(super) use reading::{Reading, readings};
pub use slip::{slipped, swapped};
pub use tables::Named;
pub(super) use tables::named;
pub use token::{Kind, Token, tokens};
pub use unit::Unit;

pub(super) const FAMILIES: &[Family] = &[
    accounts::ACCOUNTS,
    percent::PERCENTAGES,
    sums::SUMS,
    hundred::HUNDRED,
    growth::GROWTH,
    quotients::QUOTIENTS,
    money::MONEY,
    counted::COUNTED,
    assigned::ASSIGNED,
    again::AGAIN,
    tables::TABLES,
    style::STYLE,
];
