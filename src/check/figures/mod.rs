//! Rules of figures: what holds between the indicators of the forms.

mod levels;
mod parts;
mod ratios;
mod twins;
mod units;

use crate::check::{Family, Rule, Subject, Told};
use crate::form::{Row, Value};
use crate::markdown::plain_label;
use crate::msg;

pub(super) const FAMILIES: &[Family] = &[ratios::RATIOS, parts::PARTS, twins::TWINS, levels::LEVELS, units::UNITS];

/// The plain label of an indicator, without what it explains in parentheses at its end.
fn label(row: &Row) -> String {
    let label = plain_label(&row.label);
    let short = if label.ends_with(')') { label.split(" (").next().unwrap_or(&label) } else { &label };
    short.trim_end_matches([':', ' ']).to_owned()
}

/// Tells that a rule was not evaluated for an indicator because figures are left out.
fn lacks(rule: &Rule, id: &str, parts: &[&str], subject: &Subject<'_>, told: &mut Told) {
    let Some(missing) = parts.iter().find(|part| subject.figures.get(part).is_none()) else { return };
    told.not_evaluated(
        rule,
        msg!("\"{id}\": thiếu số liệu \"{missing}\"", "\"{id}\": the figure \"{missing}\" is missing"),
    );
}

/// How a figure is printed.
fn shown<'a>(subject: &'a Subject<'_>, id: &str) -> &'a str {
    subject.figures.get(id).map_or("", Value::text)
}
