//! Rules of figures: what holds between the indicators of the forms.

mod levels;
mod parts;
mod ratios;
mod twins;
mod units;

use crate::check::{Family, Subject};
use crate::form::{Row, Value};
use crate::markdown::plain_label;

pub(super) const FAMILIES: &[Family] = &[ratios::RATIOS, parts::PARTS, twins::TWINS, levels::LEVELS, units::UNITS];

/// The plain label of an indicator.
fn label(row: &Row) -> String {
    plain_label(&row.label).trim_end_matches([':', ' ']).to_owned()
}

/// How a figure is printed.
fn shown<'a>(subject: &'a Subject<'_>, id: &str) -> &'a str {
    subject.figures.get(id).map_or("", Value::text)
}
