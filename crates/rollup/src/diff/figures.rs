//! Figures that changed, computed ones too.

use baocao_core::form::{Kind, Placed, Row, Value};
use baocao_core::markdown::plain_label;
use baocao_core::rows::measure::{Fit, fit};
use baocao_vietnamese::number;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

use super::Read;

/// Decimals of a change in percent.
const DECIMALS: u32 = 2;

/// A figure that changed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FigureChange {
    /// The indicator.
    pub id: String,
    /// Its label without marks.
    pub label: String,
    /// What values it takes.
    pub kind: Kind,
    /// The report before; null where its forms do not have the indicator.
    pub before: Option<Given>,
    /// The report after; null where its forms do not have the indicator.
    pub after: Option<Given>,
    /// After less before, an exact decimal, in the unit of the report after; of percentages in points.
    pub difference: Option<String>,
    /// The difference in hundredths of the value before, rounded half up to two decimals; not of percentages and codes.
    pub percent: Option<String>,
}

/// What a report has of an indicator.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Given {
    /// The form, and the printed code there.
    pub code: String,
    /// Its unit there.
    pub unit: String,
    /// Where the value comes from.
    pub state: State,
    /// The value as it is printed; of a code with its meaning.
    pub value: String,
    /// The number, an exact decimal with a dot.
    pub number: Option<String>,
    /// The note.
    pub note: Option<String>,
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The report gives it.
    Given,
    /// It is computed.
    Computed,
    /// It is known to be absent, or cannot be computed.
    Null,
    /// It is left out.
    Missing,
}

/// The figures that changed, and how many are the same.
pub(super) fn compare(before: &Read, after: &Read) -> (Vec<FigureChange>, usize) {
    let (old, new) = (&before.script.set().form, &after.script.set().form);
    let later = new.placed().map(|after| (old.placed().find(|before| before.id == after.id), Some(after)));
    let gone = old.placed().filter(|placed| new.indicator(placed.id).is_none()).map(|placed| (Some(placed), None));
    let (mut changes, mut same) = (Vec::new(), 0);
    for (was, is) in later.chain(gone) {
        let Some(placed) = is.or(was) else { continue };
        let (one, other) = (was.map(|was| given(before, was)), is.map(|is| given(after, is)));
        let value = |read: &Read| read.figures.get(placed.id).and_then(Value::as_number);
        let factor = was.zip(is).map_or(Some(Decimal::ONE), |(was, is)| factor(was.row, is.row));
        let then = value(before).zip(factor).and_then(|(value, factor)| value.checked_mul(factor));
        if is_same(one.as_ref(), other.as_ref(), then.map(|then| then.normalize().to_string())) {
            let any = [&one, &other].into_iter().flatten().any(|given| given.state != State::Missing);
            same += usize::from(any);
            continue;
        }
        let numbers = then.zip(value(after)).filter(|_| placed.row.kind.is_number());
        let difference = numbers.and_then(|(before, after)| after.checked_sub(before));
        let percent =
            numbers.filter(|_| placed.row.kind != Kind::Percent).and_then(|(before, after)| change(before, after));
        changes.push(FigureChange {
            id: placed.id.to_owned(),
            label: plain_label(&placed.row.label),
            kind: placed.row.kind,
            before: one,
            after: other,
            difference: difference.map(|difference| difference.normalize().to_string()),
            percent: percent.map(|percent| percent.to_string()),
        });
    }
    (changes, same)
}

/// Whether nothing changed for who reads the figures: codes are other places on paper, and a computed value is as good
/// as a given one.
fn is_same(before: Option<&Given>, after: Option<&Given>, then: Option<String>) -> bool {
    let nothing = |given: Option<&Given>| given.is_none_or(|given| given.state == State::Missing);
    match (before, after) {
        (Some(before), Some(after)) => {
            let value = |given: &Given| given.number.clone().unwrap_or_else(|| given.value.clone());
            let then = then.unwrap_or_else(|| value(before));
            let known = |given: &Given| matches!(given.state, State::Given | State::Computed);
            let state = |given: &Given| if known(given) { State::Given } else { given.state };
            // A code may mean something else in another version.
            let meaning = |given: &Given| given.value.split_once(" (").map(|(_, meaning)| meaning.to_owned());
            (then, meaning(before), &before.note, state(before))
                == (value(after), meaning(after), &after.note, state(after))
        }
        _ => nothing(before) && nothing(after),
    }
}

fn given(read: &Read, placed: Placed<'_>) -> Given {
    let value = read.figures.get(placed.id);
    let number = value.and_then(Value::as_number);
    let text = value.map_or("", Value::text).replace('\n', " ");
    let meaning = number.and_then(|number| placed.row.code_of(number));
    let is_given = read.report.figures.contains_key(placed.id);
    Given {
        code: format!("{} {}", placed.form.id, placed.row.code).trim_end().to_owned(),
        unit: placed.row.unit_words(),
        state: match value {
            None => State::Missing,
            Some(Value::Absent) => State::Null,
            Some(_) if is_given => State::Given,
            Some(_) => State::Computed,
        },
        value: meaning.map_or(text.clone(), |code| format!("{text} ({})", code.label)),
        number: number.map(|number| number.normalize().to_string()),
        note: read.figures.note(placed.id).map(|note| note.text.clone()),
    }
}

/// By what a value of one form becomes one of another; nothing where their units cannot be converted.
fn factor(from: &Row, to: &Row) -> Option<Decimal> {
    match fit(&from.unit_text(), &to.unit_text()) {
        Fit::Times(factor) => Some(factor),
        Fit::OtherWords => Some(Decimal::ONE),
        Fit::Never => None,
    }
}

/// The change in hundredths of what was there before.
fn change(before: Decimal, after: Decimal) -> Option<Decimal> {
    let difference = after.checked_sub(before)?.checked_mul(Decimal::ONE_HUNDRED)?;
    let percent = difference.checked_div(before.abs())?;
    Some(number::round(percent, DECIMALS).normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_in_percent() {
        let of = |before: i64, after: i64| change(before.into(), after.into()).map(|percent| percent.to_string());
        assert_eq!(of(29, 32).as_deref(), Some("10.34"));
        assert_eq!(of(200, 100).as_deref(), Some("-50"));
        assert_eq!(of(-4, 4).as_deref(), Some("200"));
        assert_eq!(of(0, 5), None);
        assert_eq!(change(Decimal::MIN, Decimal::MAX), None);
    }
}
