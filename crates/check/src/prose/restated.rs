//! Parts of a whole that an earlier sentence counted: `quá hạn 13 hồ sơ. ... Hồ sơ quá hạn gồm 11 hồ sơ đất đai và 02 hồ sơ xây
//! dựng`.

use baocao_core::claim::{Claim, Law, Said};
use baocao_vietnamese::lexicon::lists::CLASSIFIED;
use baocao_vietnamese::small;

use super::said::{At, said};
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;

/// Those that do not add up to what was counted before, each at its first part.
pub(super) fn wrong(reading: Reading<'_>) -> Vec<At> {
    let wrong = |at| restated(reading, at).or_else(|| classified(reading, at)).or_else(|| in_states(reading, at));
    (0..reading.tokens.len()).filter_map(wrong).collect()
}

/// `Kế hoạch có 41 nhiệm vụ. ... hoàn thành 22 nhiệm vụ, đang thực hiện 17 nhiệm vụ, chưa thực hiện 03 nhiệm vụ`: what is done, what is
/// being done and what is not are all of what was counted before, where nothing in the paragraph is their sum.
fn in_states(reading: Reading<'_>, first: usize) -> Option<At> {
    let token = &reading.tokens[first];
    let unit = &token.unit.name;
    let state = |at: usize, words: &[&str]| {
        let before = reading.before(at);
        words.iter().any(|word| before.contains(word))
    };
    if unit.is_empty() || !matches!(token.kind, Kind::Count(_)) || !state(first, &["hoàn thành", "đã "]) {
        return None;
    }
    let [second, third] = [first + 2, first + 4];
    let comma =
        |at: usize| reading.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Comma | Kind::Semicolon));
    if !comma(first + 1) || !comma(first + 3) || reading.tokens.get(third).is_none() {
        return None;
    }
    let states = state(second, &["đang "]) && state(third, &["chưa "]);
    let parts: Vec<Said> = [first, second, third].iter().filter_map(|at| count(reading, *at, unit)).collect();
    let whole = reading.back(first).find_map(|at| count(reading, at, unit))?;
    let claim = Claim::new(whole, Law::Sum(parts));
    let sum = claim.law.exact()?;
    let three = claim.law.numbers().len() == 3;
    (states && three && !claim.holds() && !reading.counts().any(|value| value == sum))
        .then_some(At { token: first, claim })
}

/// `có 06 hợp tác xã ... Phân loại năm 2025: 02 hợp tác xã tốt, 03 hợp tác xã khá, 02 hợp tác xã trung bình`: classes that are not all
/// of what was counted before them, where nothing in the paragraph is their sum.
fn classified(reading: Reading<'_>, first: usize) -> Option<At> {
    let token = &reading.tokens[first];
    let colon = first.checked_sub(1).filter(|colon| reading.tokens[*colon].kind == Kind::Colon)?;
    let begun =
        (0..colon).rev().find(|at| matches!(reading.tokens[*at].kind, Kind::Stop | Kind::Line | Kind::Semicolon));
    let start = begun.map_or(0, |mark| reading.tokens[mark].end);
    let words = reading.passage.small(&(start..reading.tokens[colon].range.start)).trim_start_matches([' ', '-', '+']);
    let said_to_be = CLASSIFIED.iter().any(|word| words.starts_with(word));
    let ends = |at: &usize| matches!(reading.tokens[*at].kind, Kind::Stop | Kind::Line | Kind::Semicolon);
    let end = (first..reading.tokens.len()).find(ends).unwrap_or(reading.tokens.len());
    let numbers: Vec<usize> = (first..end).filter(|at| reading.tokens[*at].kind.is_number()).collect();
    let unit = &token.unit.name;
    let parts: Vec<Said> = numbers.iter().filter_map(|at| count(reading, *at, unit)).collect();
    if !said_to_be || unit.is_empty() || parts.len() < 3 || parts.len() != numbers.len() {
        return None;
    }
    let whole = (0..colon).rev().find_map(|at| count(reading, at, unit))?;
    let claim = Claim::new(whole, Law::Sum(parts));
    let sum = claim.law.exact()?;
    (!claim.holds() && !reading.counts().any(|value| value == sum)).then_some(At { token: first, claim })
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
