//! Rules of documents and dates that running text names.

mod calendar;
mod citation;
mod cited;
mod date;
mod issuer;
mod later;
mod series;
mod symbol;
mod twice;
mod words;
mod year;

use super::Family;

pub(super) use cited::Cited;

pub(super) const FAMILIES: &[Family] = &[year::SYMBOLS, twice::TWICE, series::SERIES, later::LATER, calendar::CALENDAR];
