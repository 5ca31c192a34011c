//! Rules of numbers in running text.
//!
//! A passage is read once into tokens: numbers with their units, and the marks between them. The families look at the
//! tokens and at the words around them.

mod accounts;
mod again;
mod among;
mod assigned;
mod balances;
mod base;
mod change;
mod compared;
mod counted;
mod directions;
mod figure;
mod grids;
mod group;
mod growth;
mod held;
mod higher;
mod hundred;
mod link;
mod listed;
mod money;
mod nearby;
mod opening;
mod order;
mod partition;
mod percent;
mod phrase;
mod planned;
mod points;
mod products;
mod quotients;
mod rest;
mod restated;
mod roles;
mod rows;
mod said;
mod score;
mod shares;
mod spelled;
mod style;
mod sums;
mod tables;
mod totality;
mod totals;
mod unopened;

use grids::rows_below;

use super::Family;

pub use tables::Named;
pub(super) use tables::{coming, is_of_coming, named};

pub(super) const FAMILIES: &[Family] = &[
    accounts::ACCOUNTS,
    balances::BALANCED,
    percent::PERCENTAGES,
    sums::SUMS,
    hundred::HUNDRED,
    growth::GROWTH,
    quotients::QUOTIENTS,
    products::PRODUCTS,
    money::MONEY,
    counted::COUNTED,
    assigned::ASSIGNED,
    again::AGAIN,
    tables::TABLES,
    grids::GRIDS,
    order::ORDER,
    higher::HIGHER_LOWER,
    spelled::SPELLED,
    style::STYLE,
];
