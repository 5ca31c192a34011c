//! Which two numbers a percentage in running text is said to be of.

use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;
use baocao_vietnamese::lexicon::lists::{BINDING, CONNECTORS, OF_ANOTHER, PLANS};
use rust_decimal::Decimal;

use super::said::{Link, of_fraction, said};
use super::{base, planned};

/// The fraction before a limit that stands between it and its percentage: `7.846/8.012 hộ có ít nhất 01 người biết, đạt
/// 97,93%`.
fn fraction_before(reading: Reading<'_>, near: usize) -> usize {
    let limit = reading.tokens[near].hedge;
    let before =
        near.checked_sub(1).filter(|before| limit && matches!(reading.tokens[*before].kind, Kind::Fraction(..)));
    before.unwrap_or(near)
}

/// Whether a mark follows a percentage: what else follows may say what it is of.
fn ends_there(reading: Reading<'_>, at: usize) -> bool {
    reading.tokens.get(at + 1).is_some_and(|next| {
        reading.text.get(reading.tokens[at].end..next.range.start).is_some_and(|gap| gap.trim().is_empty())
            && !next.kind.is_number()
    })
}

const INSIDE: [Kind; 3] = [Kind::Comma, Kind::Open, Kind::Colon];

/// The numbers that the percentage at a token is of.
pub(super) fn of(reading: Reading<'_>, at: usize) -> Option<Link> {
    let tail: String = reading.text[reading.tokens[at].end..].chars().take(30).collect::<String>().to_lowercase();
    let tail = tail.trim_start();
    if ["so với cùng kỳ", "so với năm", "so với quý", "cùng kỳ"].iter().any(|words| tail.starts_with(words))
    {
        return None;
    }
    let plan = PLANS.iter().any(|words| tail.starts_with(words));
    if let Some(link) = in_parentheses(reading, at) {
        return Some(link);
    }
    let near = fraction_before(reading, reading.number_before(at, &INSIDE).or_else(|| apart(reading, at))?);
    let gap = reading.between(near, at);
    let fraction = matches!(reading.tokens[near].kind, Kind::Fraction(..));
    let connected = CONNECTORS.iter().any(|word| gap.contains(word)) || gap.trim_end().ends_with('(');
    let beside = fraction && gap.trim_end().ends_with(',') && ends_there(reading, at);
    let connected = connected || beside;
    if !connected || gap.chars().count() > 90 || OF_ANOTHER.iter().any(|word| gap.contains(word)) {
        return None;
    }
    let named = base::named(reading, at, near).or_else(|| planned::of_plan_after(reading, at, near));
    if let Some(link) = named.or_else(|| base::named_before(reading, at, near)) {
        return Some(link);
    }
    match reading.tokens[near].kind {
        Kind::Fraction(part, whole) => {
            let [part, whole] = [part, whole].map(|value| of_fraction(value, &reading.tokens[near]));
            let sure = !plan && !beside && (part.blur + whole.blur).is_zero();
            Some(Link { part, whole, sure })
        }
        Kind::Count(_) if plan => planned::of_plan_before(reading, near),
        Kind::Count(part) => of_count(reading, at, near, part).or_else(|| planned::of_plan_before(reading, near)),
        _ => None,
    }
}

/// The number before a semicolon behind which nothing stands but what binds the percentage to it: `lớp cho 96 cán bộ; đạt tỷ lệ 96% so
/// với kế hoạch (100 người)`.
fn apart(reading: Reading<'_>, at: usize) -> Option<usize> {
    let mark = at.checked_sub(1).filter(|mark| reading.tokens[*mark].kind == Kind::Semicolon)?;
    let binds = BINDING.contains(&reading.between(mark, at).trim());
    binds.then(|| reading.number_before(mark, &INSIDE)).flatten()
}

/// `96,76% (179/185 người)`
fn in_parentheses(reading: Reading<'_>, at: usize) -> Option<Link> {
    let (open, fraction) = (reading.tokens.get(at + 1)?, reading.tokens.get(at + 2)?);
    let Kind::Fraction(part, whole) = fraction.kind else { return None };
    let glued = |from: usize, to: usize| reading.text.get(from..to).is_some_and(|gap| gap.trim().is_empty());
    // `51,1% so với kế hoạch (23/45 đơn vị)`
    let named = reading.text.get(reading.tokens[at].end..open.range.start).map(|gap| gap.trim().to_lowercase());
    let follows = open.kind == Kind::Open
        && named.is_some_and(|gap| gap.is_empty() || PLANS.contains(&gap.as_str()))
        && glued(open.end, fraction.range.start);
    follows.then_some(Link::exact(part, whole, true))
}

/// A single number right before the percentage: the whole stands before it.
fn of_count(reading: Reading<'_>, at: usize, near: usize, part: Decimal) -> Option<Link> {
    let before = reading.number_before(near, &INSIDE)?;
    let (near_token, whole_token) = (&reading.tokens[near], &reading.tokens[before]);
    let Kind::Count(whole) = whole_token.kind else { return None };
    if near_token.hedge || part > whole || !near_token.unit.fits(&whole_token.unit) || near_token.unit.name.is_empty() {
        return None;
    }
    let gap = reading.between(before, near);
    if ["tăng", "giảm", "so với", "đạt", "bằng "].iter().any(|word| gap.contains(word)) {
        return None;
    }
    // The percentages of several parts may each be of a plan of its own.
    let alone = alone(reading, at);
    if gap.contains("trong đó") {
        return (alone && !whole_token.hedge).then_some(Link::exact(part, whole, true));
    }
    let opening = reading.before(before);
    let among = ["trong", "trong tổng số", "trong số"].iter().any(|words| opening.trim().ends_with(words));
    if among && gap.contains(" có ") {
        return Some(Link::exact(part, whole, true));
    }
    // `120 đơn quá hạn, phần lớn về đất đai (96 đơn, chiếm 80%)`
    let gap = gap.trim_end().trim_end_matches('(');
    let plain = gap.chars().count() <= 60 && !gap.contains(['(', ':']) && !whole_token.hedge;
    let link = || Some(Link { part: said(near_token)?, whole: said(whole_token)?, sure: false });
    (alone && plain).then(link).flatten()
}

/// Whether no other percentage follows in the parenthesis or the sentence.
fn alone(reading: Reading<'_>, at: usize) -> bool {
    let ends = [Kind::Close, Kind::Stop, Kind::Line, Kind::Semicolon];
    let rest = reading.tokens.iter().skip(at + 1).take_while(|token| !ends.contains(&token.kind));
    rest.clone().all(|token| !matches!(token.kind, Kind::Percent(_)))
}
