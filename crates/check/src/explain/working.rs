//! How a value is computed, down to the figures that the report gives.

use std::collections::BTreeSet;

use baocao_core::diagnostic::Message;
use baocao_core::form::{Formula, Row, Value};
use baocao_core::markdown::plain_label;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::{Explained, Origin};

/// Formulas inside formulas are followed so far. Forms are checked for circles; this is for those that were not.
const DEEPEST: usize = 16;

/// So many decimals of an exact ratio are shown.
const SHOWN_DECIMALS: u32 = 10;

/// A formula with the values of its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Working {
    /// The formula in ids.
    pub formula: Message,
    /// The formula in numbers, such as `20 / 26 x 100`; nothing where a part is no number.
    pub numbers: Option<String>,
    /// What comes out, not rounded; nothing over zero.
    pub exact: Option<String>,
    /// What is printed where the report gives no value.
    pub result: Option<String>,
    /// The decimals that a ratio is rounded to, half up.
    pub decimals: Option<u32>,
    /// Whether the value that the report gives agrees; nothing where it gives none.
    pub agrees: Option<bool>,
    /// Its parts.
    pub parts: Vec<Part>,
}

/// A part of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The indicator.
    pub id: String,
    /// Its label without marks.
    pub label: String,
    /// Its value as it is printed.
    pub value: String,
    /// Where the value came from.
    pub origin: Origin,
    /// Its own formula, where it was computed.
    pub working: Option<Working>,
}

/// The formula of a row, if it has one.
pub(super) fn of(explained: &Explained, row: &Row) -> Option<Working> {
    working(explained, row, 0, &mut BTreeSet::new())
}

/// What is worked out already is not worked out again: formulas that share parts would be told over and over.
fn working(explained: &Explained, row: &Row, depth: usize, told: &mut BTreeSet<String>) -> Option<Working> {
    let form = &explained.script.set().form;
    let formula = Formula::of(row, &explained.figures);
    let given = row.id.as_deref().filter(|id| explained.report.figures.contains_key(*id));
    let value = given.and_then(|id| explained.figures.get(id));
    let agrees = value.zip(formula.as_ref()).and_then(|(value, formula)| Some(formula.holds(value.as_number()?)));
    let times = |formula: &Formula| if formula.is_ratio() { " x 100" } else { "" };
    let numbers = formula.as_ref().map(|formula| format!("{}{}", formula.text(), times(formula)));
    let exact = formula.as_ref().and_then(Formula::exact);
    let decimals = formula.as_ref().filter(|formula| formula.is_ratio()).and(exact).map(|_| form.decimals);
    let exact = exact.map(shown);
    let result = formula.map(|formula| formula.value(form.decimals, form.zero_denominator).text().to_owned());
    let parts = row.parts().into_iter().filter_map(|id| part(explained, id, depth, told)).collect();
    Some(Working { formula: row.formula_words()?, numbers, exact, result, decimals, agrees, parts })
}

fn part(explained: &Explained, id: &str, depth: usize, told: &mut BTreeSet<String>) -> Option<Part> {
    let row = explained.script.set().form.indicator(id)?;
    let origin = explained.origin(id, row);
    let computed = origin == Origin::Computed && depth < DEEPEST && told.insert(id.to_owned());
    Some(Part {
        id: id.to_owned(),
        label: plain_label(&row.label),
        value: explained.figures.get(id).map_or("", Value::text).to_owned(),
        working: if computed { working(explained, row, depth + 1, told) } else { None },
        origin,
    })
}

/// An exact value; one that goes on after the last decimal shown ends with `…`.
fn shown(value: Decimal) -> String {
    let cut = value.trunc_with_scale(SHOWN_DECIMALS);
    let dots = if cut == value { "" } else { "…" };
    format!("{}{dots}", number::format(cut))
}
