//! What is left of a whole when the part that is done is taken away.

use baocao_core::claim::{Claim, Law, Said};
use baocao_vietnamese::lexicon::is_earlier;
use rust_decimal::Decimal;

use super::group::is_about;
use super::said::{At, of_fraction, said};
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;
use baocao_vietnamese::lexicon::lists::{LEFT_OVER, TAKEN};
use baocao_vietnamese::lexicon::units::measure;

use crate::claims::{explained, slip};

/// What the text says is left, of which whole and what of it is done.
pub(super) struct Rest {
    /// What is left.
    pub(super) left: At,
    /// The token of what is done.
    pub(super) from: usize,
}

/// `31 vấn đề, đã xử lý 26 vấn đề, còn 05 vấn đề` and `29 nhiệm vụ, hoàn thành 28 nhiệm vụ; còn 1 nhiệm vụ` where the
/// numbers do not add up. All three must name one unit, and nothing else that counts stands between them.
///
/// What is left may be of the total of a table in the text, too.
pub(super) fn wrong(reading: Reading<'_>, totals: &[Decimal]) -> Vec<Rest> {
    let of = |at| rest(reading, at).or_else(|| left_over(reading, at, totals)).or_else(|| of_three(reading, at));
    (0..reading.tokens.len()).filter_map(of).collect()
}

/// The most numbers of a paragraph of which what is left may be the rest.
const MOST: usize = 10;

/// What is left of two numbers of its paragraph but for a slip, where it is what no two leave: `Tổng nguồn 14.620 triệu đồng ...
/// đã chi 13.904 triệu đồng; chuyển nguồn sang năm sau 761 triệu đồng`.
fn left_over(reading: Reading<'_>, at: usize, totals: &[Decimal]) -> Option<Rest> {
    let token = &reading.tokens[at];
    let counts = token.unit.is_known() || measure(&token.unit.name).is_some();
    let given = said(token).filter(|_| matches!(token.kind, Kind::Count(_)) && !token.hedge && counts)?;
    // `chuyển nguồn sang năm 2026 là 716 triệu đồng`
    let start =
        (0..at).rev().find(|at| reading.tokens[*at].kind != Kind::Other).map_or(0, |last| reading.tokens[last].end);
    let before = reading.passage.small(&(start..token.range.start));
    let rest = before.trim() == "còn" || before.trim_end().ends_with("còn lại");
    if !rest && !LEFT_OVER.iter().any(|words| before.contains(words)) || is_earlier(before) {
        return None;
    }
    let counts = (0..at).rev().flat_map(|at| {
        let token = &reading.tokens[at];
        let both = match token.kind {
            Kind::Fraction(part, whole) => [Some(of_fraction(whole, token)), Some(of_fraction(part, token))],
            Kind::Count(_) if !token.hedge || is_about(reading, at) => [said(token), None],
            _ => [None, None],
        };
        both.into_iter().flatten().map(move |said| (at, said))
    });
    let mut counts: Vec<(usize, Said)> = counts.filter(|(other, _)| one_unit(reading, *other, at)).take(MOST).collect();
    if let Some(nearest) = counts.first().map(|(at, _)| *at) {
        let total = |total: &Decimal| total.checked_mul(token.unit.factor).map(Said::counted);
        counts.extend(totals.iter().filter_map(total).map(|total| (nearest, total)));
    }
    let pairs = || counts.iter().flat_map(|one| counts.iter().map(move |other| (one.1, other.1)));
    let laws = || pairs().filter(|(one, other)| one.exceeds(other)).map(|(one, other)| Law::Difference([one, other]));
    let claim = slip(given, laws()).filter(|_| !explained(given, laws()))?;
    let repeated = counts.iter().any(|(_, said)| said.value == given.value);
    let sum = counts.iter().map(|(_, said)| said.value).sum::<Decimal>() == given.value;
    let from = counts.last()?.0;
    (!repeated && !sum).then_some(Rest { left: At { token: at, claim }, from })
}

/// `34 hộ, trong đó 29 hộ đã hiến 410 m² đất, còn lại 06 hộ`: the only three numbers of one unit of a sentence.
fn of_three(reading: Reading<'_>, at: usize) -> Option<Rest> {
    let token = &reading.tokens[at];
    let words = reading.before(at).trim();
    let left =
        matches!(words, "còn" | "còn lại" | "số còn lại") && matches!(token.kind, Kind::Count(_)) && !token.hedge;
    let ends = |at: &usize| matches!(reading.tokens[*at].kind, Kind::Stop | Kind::Line);
    let start = (0..at).rev().find(ends).unwrap_or(0);
    if !left {
        return None;
    }
    let mut counts = (start..at).filter(|other| one_unit(reading, at, *other));
    let [whole, done] = [counts.next()?, counts.next()?];
    let among = matches!(
        reading.between(whole, done).trim_start_matches([',', ' ']).trim(),
        "trong đó" | "trong đó có" | "trong đó, có"
    );
    let [given, of, taken] = [said(token)?, said(&reading.tokens[whole])?, said(&reading.tokens[done])?];
    // `ảnh hưởng đến 34 hộ`
    let plain =
        [whole, done].iter().all(|at| !reading.tokens[*at].hedge || reading.before(*at).trim_end().ends_with("đến"));
    let claim = Claim::new(given, Law::Difference([of, taken]));
    let one = among && plain && counts.next().is_none() && of.exceeds(&taken);
    (one && !claim.holds()).then_some(Rest { left: At { token: at, claim }, from: done })
}

fn rest(reading: Reading<'_>, at: usize) -> Option<Rest> {
    let token = &reading.tokens[at];
    if !matches!(token.kind, Kind::Count(_)) {
        return None;
    }
    let before = reading.before(at);
    let words = before.trim();
    let missing = matches!(words, "còn thiếu" | "thiếu");
    // `28 nhiệm vụ; đã hoàn thành 15 nhiệm vụ, đang thực hiện 13 nhiệm vụ`: no third part follows.
    let ends = |at: &usize| matches!(reading.tokens[*at].kind, Kind::Stop | Kind::Line);
    let last = || (at + 1..reading.tokens.len()).take_while(|at| !ends(at)).all(|other| !one_unit(reading, at, other));
    let under_way = matches!(words, "đang thực hiện" | "đang triển khai" | "đang xử lý") && last();
    let is_left = words.starts_with("còn ") || matches!(words, "còn" | "số còn lại") || under_way;
    let other = ["tồn tại", "thiếu", "hạn chế"].iter().any(|word| words.contains(word));
    if !missing && (!is_left || other || token.hedge) {
        return None;
    }
    // `được giao 98 người, có mặt 95 người (còn thiếu 03 người)`
    let taken: &[&str] = if missing { &["có mặt", "hiện có"] } else { &TAKEN };
    let last = |at: usize| number_before(reading, at);
    let opened = at.checked_sub(1).filter(|before| missing && reading.tokens[*before].kind == Kind::Open);
    let near = last(opened.unwrap_or(at))?;
    let near = before_its_parts(reading, near)?;
    // `đã xử lý 90 kiến nghị, đang xử lý 20 kiến nghị, còn 10 kiến nghị`
    if reading.before(near).trim_start().starts_with("đang ") {
        return None;
    }
    let [whole, done] = match reading.tokens[near].kind {
        Kind::Fraction(done, whole) => [whole, done].map(|value| of_fraction(value, &reading.tokens[near])),
        Kind::Count(_) => {
            // `được giao 86 nhiệm vụ. Đã hoàn thành 81 nhiệm vụ`
            let stop = near.checked_sub(1).filter(|before| reading.tokens[*before].kind == Kind::Stop);
            let of = last(stop.unwrap_or(near))?;
            let of = assigned(reading, of).unwrap_or(of);
            let people = |at: usize| reading.tokens[at].unit.is_people();
            match reading.tokens[of].kind {
                // `được giao 46 biên chế, có mặt 43 người`
                Kind::Count(_) if one_unit(reading, of, near) || missing && people(of) && people(near) => {
                    let gap = reading.between(of, near);
                    let [whole, done] = [of, near].map(|at| said(&reading.tokens[at]));
                    taken.iter().any(|word| gap.contains(word)).then_some([whole?, done?])?
                }
                _ => return None,
            }
        }
        _ => return None,
    };
    let of_one = one_unit(reading, near, at) && !reading.tokens[near].hedge && whole.exceeds(&done);
    let claim = Claim::new(said(token)?, Law::Difference([whole, done]));
    (of_one && !claim.holds()).then_some(Rest { left: At { token: at, claim }, from: near })
}

/// What was assigned, where dates and numbers of documents stand between it and what was done: `được giao 12.400 triệu đồng
/// ...; đến ngày 10/12/2024 đã giải ngân 11.873 triệu đồng`.
fn assigned(reading: Reading<'_>, dated: usize) -> Option<usize> {
    let passed = |at: &usize| matches!(reading.tokens[*at].kind, Kind::Other | Kind::Comma | Kind::Semicolon);
    let of = (0..=dated).rev().find(|at| !passed(at))?;
    (of < dated && reading.before(of).trim_end().ends_with("được giao")).then_some(of)
}

/// What was done, where a number is one of its parts: `hoàn thành 81 nhiệm vụ, trong đó đúng hạn 79 nhiệm vụ, quá hạn 02
/// nhiệm vụ`.
fn before_its_parts(reading: Reading<'_>, near: usize) -> Option<usize> {
    let mut part = near;
    while matches!(reading.tokens[part].kind, Kind::Count(_)) {
        let Some(before) = number_before(reading, part) else { break };
        if reading.between(before, part).contains("trong đó") {
            return Some(before);
        }
        part = before;
    }
    Some(near)
}

/// The number before a token that commas and percentages at most divide from it; what else stands in parentheses belongs
/// to the number before them.
fn number_before(reading: Reading<'_>, at: usize) -> Option<usize> {
    let kind = |at: usize| reading.tokens.get(at).map(|token| token.kind);
    let mut at = at.checked_sub(1)?;
    loop {
        match kind(at)? {
            Kind::Comma | Kind::Semicolon | Kind::Percent(_) => at = at.checked_sub(1)?,
            Kind::Close => {
                let open = at.checked_sub(2)?;
                let percent = matches!((kind(at - 1)?, kind(open)?), (Kind::Percent(_), Kind::Open));
                at = percent.then(|| open.checked_sub(1)).flatten()?;
            }
            _ => return Some(at),
        }
    }
}

/// Whether two numbers name the same unit.
fn one_unit(reading: Reading<'_>, one: usize, other: usize) -> bool {
    let (one, other) = (&reading.tokens[one].unit, &reading.tokens[other].unit);
    !one.name.is_empty() && one.name == other.name
}
