//! What each unit has of a figure that was rolled up.

use baocao_core::form::{How, Rolled, Row, Whole};
use baocao_core::report::Part;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::Explained;

/// With more units the greatest are shown, and the others together.
const MOST_SHOWN: usize = 20;

/// So many of them.
const GREATEST: usize = 12;

/// What units have of a figure.
#[derive(Debug)]
pub struct Units<'a> {
    /// Each unit with its part, and the rule that made one value of these.
    pub rolled: Rolled<'a>,
    /// Whether the value of the report is that of the parts.
    pub agrees: bool,
}

/// What units have of a figure; nothing where it was not rolled up.
pub(super) fn of<'a>(explained: &'a Explained, id: &str, row: &Row) -> Option<Units<'a>> {
    let set = explained.script.set();
    let rolled = set.rollup.rolled(&explained.report, id, row, set.form.decimals)?;
    let whole = match rolled.whole {
        Whole::Number(value) => Some(value),
        Whole::Absent | Whole::TooLarge => None,
    };
    let agrees = explained.figures.get(id).and_then(|value| value.as_number()) == whole;
    Some(Units { rolled, agrees })
}

/// A line of the account: a unit with its part and its file, or what is left of many.
pub(super) enum Line<'a> {
    Unit { name: &'a str, part: String, file: &'a str },
    Others { count: usize, sum: Option<String> },
}

impl Units<'_> {
    /// A line for each unit, in the order of the report; of many the greatest, then the others together.
    pub(super) fn lines(&self, all: bool) -> Vec<Line<'_>> {
        let units = &self.rolled.units;
        let line = |at: &usize| {
            let (source, part) = units[*at];
            Line::Unit { name: source.unit.as_deref().unwrap_or_default(), part: part.shown(), file: &source.file }
        };
        let mut order: Vec<usize> = (0..units.len()).collect();
        if all || units.len() <= MOST_SHOWN {
            return order.iter().map(line).collect();
        }
        order.sort_by_key(|at| std::cmp::Reverse(size(units[*at].1)));
        let (greatest, others) = order.split_at(GREATEST);
        let mut sizes = others.iter().map(|at| size(units[*at].1));
        let sum = sizes.try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one));
        let sum = sum.filter(|_| self.rolled.rule.how == How::Sum).map(number::format);
        greatest.iter().map(line).chain([Line::Others { count: others.len(), sum }]).collect()
    }
}

/// By what parts are put in order: the number, the denominator; nothing counts as nothing.
fn size(part: &Part) -> Decimal {
    match part {
        Part::Absent => Decimal::ZERO,
        Part::Number(value) | Part::Fraction(_, value) => *value,
    }
}
