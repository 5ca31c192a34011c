//! The cells of tables inside Markdown, and their numbers.

use baocao_core::claim::{Claim, Law, Said};
use baocao_reading::Passage;
use rust_decimal::Decimal;

/// A cell.
pub(crate) type Cell<'t> = &'t Passage<'t>;

/// That a cell is the sum of others.
pub(super) fn sum_of(given: Decimal, parts: impl Iterator<Item = Decimal>) -> Claim {
    let said = |value| Said::measured(value, Decimal::ONE);
    Claim::new(said(given), Law::Sum(parts.map(said).collect()))
}

/// A number without a percent sign.
pub(crate) fn count(text: &str) -> Option<Decimal> {
    let numbers = baocao_reading::numbers::numbers(text);
    let [only] = &numbers[..] else { return None };
    (only.range == (0..text.len()) && !only.percent).then_some(only.value)
}
