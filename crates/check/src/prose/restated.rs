//! Parts of a whole that an earlier sentence counted: `quá hạn 13 hồ sơ. ... Hồ sơ quá hạn gồm 11 hồ sơ đất đai và 02 hồ sơ xây
//! dựng`.

use baocao_core::claim::{Claim, Law, Said};
use baocao_vietnamese::small;

use super::said::{At, said};
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;

/// Those that do not add up to what was counted before, each at its first part.
pub(super) fn wrong(reading: Reading<'_>) -> Vec<At> {
    (0..reading.tokens.len()).filter_map(|at| restated(reading, at)).collect()
}

fn restated(reading: Reading<'_>, first: usize) -> Option<At> {
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
    let parts: Vec<Said> = numbers.iter().filter_map(|at| count(reading, *at, &token.unit.name)).collect();
    let named = |at: &usize| small(reading.before(*at).trim()).ends_with(state);
    let whole = (0..first).rev().filter(named).find_map(|at| count(reading, at, &token.unit.name))?;
    let all = opens && closed && parts.len() == numbers.len();
    let claim = Claim::new(whole, Law::Sum(parts));
    (all && !claim.holds()).then_some(At { token: first, claim })
}

/// The number at a token, where it counts what is named.
fn count(reading: Reading<'_>, at: usize, unit: &str) -> Option<Said> {
    let token = &reading.tokens[at];
    let counts = matches!(token.kind, Kind::Count(_)) && !token.hedge && token.unit.name == unit;
    counts.then(|| said(token)).flatten()
}
