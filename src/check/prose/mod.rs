//! Rules of numbers in running text.
//!
//! A passage is read once into tokens ([`token`]): numbers with their units, and the marks between them. What is no
//! quantity (dates, numbers of documents, levels, lengths of time) is known as such. The families look at the tokens and
//! at the words around them.

mod link;
mod number;
mod percent;
mod reading;
mod shape;
#[cfg(test)]
mod tests;
mod token;
mod unit;

use super::Family;

pub(super) use number::numbers;
pub(super) use reading::{Reading, readings};

pub(super) const FAMILIES: &[Family] = &[percent::PERCENTAGES];
