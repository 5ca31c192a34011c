//! Parts of a whole that an earlier sentence counted: `quá hạn 13 hồ sơ. ... Hồ sơ quá hạn gồm 11 hồ sơ đất đai và 02 hồ sơ xây
//! dựng`.

use baocao_vietnamese::small;
use rust_decimal::Decimal;

use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;

/// Parts that do not add up to what was counted before.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Restated {
    /// The token of the first part.
    pub(super) first: usize,
    pub(super) whole: Decimal,
    pub(super) parts: Vec<Decimal>,
}

/// All of them in a text.
pub(super) fn wrong(reading: Reading<'_>) -> Vec<Restated> {
    (0..reading.tokens.len()).filter_map(|at| restated(reading, at)).collect()
}

fn restated(reading: Reading<'_>, first: usize) -> Option<Restated> {
    let token = &reading.tokens[first];
    if !matches!(token.kind, Kind::Count(_)) || !token.unit.is_known() {
        return None;
    }
    let opens = first.checked_sub(1).is_some_and(|mark| matches!(reading.tokens[mark].kind, Kind::Stop | Kind::Line));
    let said = reading.before(first);
    let state = said.trim().strip_suffix(" gồm")?.strip_prefix(&token.unit.name)?.strip_prefix(' ')?;
    let ends = |at: &usize| matches!(reading.tokens[*at].kind, Kind::Stop | Kind::Line | Kind::Semicolon);
    let end = (first..reading.tokens.len()).find(ends).unwrap_or(reading.tokens.len());
    let numbers: Vec<usize> = (first..end).filter(|at| reading.tokens[*at].kind.is_number()).collect();
    let last = *numbers.last()?;
    let closed = numbers.len() > 1 && reading.before(last).trim_end().ends_with(" và");
    let parts: Vec<Decimal> = numbers.iter().filter_map(|at| count(reading, *at, &token.unit.name)).collect();
    let named = |at: &usize| small(reading.before(*at).trim()).ends_with(state);
    let whole = (0..first).rev().filter(named).find_map(|at| count(reading, at, &token.unit.name))?;
    let told = opens && closed && parts.len() == numbers.len() && parts.iter().sum::<Decimal>() != whole;
    told.then_some(Restated { first, whole, parts })
}

/// The number at a token, where it counts what is named.
fn count(reading: Reading<'_>, at: usize, unit: &str) -> Option<Decimal> {
    let token = &reading.tokens[at];
    match token.kind {
        Kind::Count(value) if !token.hedge && token.unit.name == unit => Some(value),
        _ => None,
    }
}
