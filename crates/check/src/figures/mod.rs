//! Rules of figures: what holds between the indicators of the forms.

mod blanks;
mod headcounts;
mod levels;
mod needs;
mod parts;
mod ratios;
mod rolled;
mod twins;
mod units;
mod written;

use baocao_core::form::{FormFile, Row, Value};
use baocao_core::markdown::plain_label;
use baocao_core::msg;

use crate::{Family, Rule, Subject, Told};

pub(super) const FAMILIES: &[Family] = &[
    ratios::RATIOS,
    parts::PARTS,
    needs::NEEDS,
    twins::TWINS,
    levels::LEVELS,
    blanks::BLANKS,
    units::UNITS,
    headcounts::HEADCOUNTS,
    written::WRITTEN,
    rolled::ROLLED,
];

/// The plain label of an indicator, without what it explains in parentheses at its end.
fn label(row: &Row) -> String {
    let label = plain_label(&row.label);
    let short = if label.ends_with(')') { label.split(" (").next().unwrap_or(&label) } else { &label };
    short.trim_end_matches([':', ' ']).to_owned()
}

/// Whether a row is filled by another level than the form's.
fn of_other_level(row: &Row, form: &FormFile) -> bool {
    matches!((&row.level, &form.level), (Some(level), Some(own)) if level != own)
}

/// Tells that a rule was not evaluated for an indicator because figures are left out.
fn lacks(rule: &Rule, id: &str, parts: &[&str], subject: &Subject<'_>, told: &mut Told) {
    let form = &subject.set.form;
    // Nobody misses what another level fills.
    let own = |part: &&&str| !form.indicator(part).is_some_and(|row| of_other_level(row, form));
    let mut lacking = parts.iter().filter(|part| subject.figures.get(part).is_none());
    let Some(missing) = lacking.find(own) else { return };
    told.not_evaluated(
        rule,
        msg!("\"{id}\": thiếu số liệu \"{missing}\"", "\"{id}\": the figure \"{missing}\" is missing"),
    );
}

/// How a figure is printed.
fn shown<'a>(subject: &'a Subject<'_>, id: &str) -> &'a str {
    subject.figures.get(id).map_or("", Value::text)
}
