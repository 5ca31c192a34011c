//! Differences of percentages and of points: `đạt 93,8%, tăng 18,1 điểm phần trăm so với cùng kỳ (75,7%)`.

use baocao_vietnamese::lexicon::lists::COMPARED;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::compared::{Row, agrees, rises};
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::slipped;

/// What a difference should be, of which two numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Difference {
    pub(super) right: Decimal,
    pub(super) one: Decimal,
    pub(super) other: Decimal,
}

/// The difference at a token in points of percent, where the two percentages of its sentence give another one.
pub(super) fn of_percent(row: &Row<'_>, at: usize) -> Option<Difference> {
    let given = in_points(row, at)?;
    let ends = |at: &usize| matches!(row.kind(*at), Some(Kind::Stop | Kind::Line | Kind::Semicolon));
    let start = (0..at).rev().find(ends).map_or(0, |end| end + 1);
    let end = (at..row.reading.tokens.len()).find(ends)?;
    let percent = |at: usize| match row.kind(at) {
        Some(Kind::Percent(value)) => Some(value),
        _ => None,
    };
    let before: Vec<Decimal> = (start..at).filter_map(percent).collect();
    let after: Vec<Decimal> = (at + 1..end).filter_map(percent).collect();
    let sentence = row.reading.between(start, end);
    let earlier = (0..start).rev().take_while(|at| row.kind(*at) != Some(Kind::Line));
    let others = (start..end).filter(|other| *other != at).any(|other| in_points(row, other).is_some());
    if others || !COMPARED.iter().any(|words| sentence.contains(words)) {
        return None;
    }
    let (one, other) = match (&before[..], &after[..]) {
        ([one], [other]) | ([one, other], []) | ([], [one, other]) => (*one, *other),
        // `... đạt 93,8%. Tỷ lệ này tăng 18,1 điểm phần trăm so với cùng kỳ (75,7%)`
        ([], [other]) => return slip_of(given, *other, &earlier.filter_map(percent).collect::<Vec<_>>()),
        _ => return None,
    };
    // Each of the three may have been rounded.
    let right = (one - other).abs();
    let slack = Decimal::new(1, one.scale().max(other.scale()).min(given.scale()));
    ((right - given).abs() > slack).then_some(Difference { right, one, other })
}

/// The difference of two percentages at a token that is called percent, which it is not of either of them: `đạt 82,6%, tăng
/// 2,4% so với năm 2021 (80,2%)`.
pub(super) fn called_percent(row: &Row<'_>, at: usize) -> Option<Decimal> {
    let Kind::Percent(given) = row.kind(at)? else { return None };
    let (Kind::Percent(now), Kind::Comma) = (row.kind(at.checked_sub(2)?)?, row.kind(at - 1)?) else { return None };
    let up = rises(&row.reading.text[..row.reading.tokens[at].range.start])?;
    let open = (at + 1..row.reading.tokens.len()).find(|at| row.kind(*at) != Some(Kind::Other))?;
    let (Kind::Open, Kind::Percent(before), Kind::Close) = (row.kind(open)?, row.kind(open + 1)?, row.kind(open + 2)?)
    else {
        return None;
    };
    let difference = if up { now - before } else { before - now };
    let rate = difference.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before)?;
    let against = row.reading.between(at, open).trim_start().starts_with("so với");
    (against && difference == given && !agrees(rate, given)).then_some(given)
}

/// The number before of which the difference is a slip away, where it is that of none.
fn slip_of(given: Decimal, other: Decimal, before: &[Decimal]) -> Option<Difference> {
    let differences = || before.iter().map(|one| Difference { right: (one - other).abs(), one: *one, other });
    let agrees = differences().any(|difference| (difference.right - given).abs() <= Decimal::new(1, given.scale()));
    differences().find(|difference| slipped(given, difference.right)).filter(|_| !agrees)
}

/// The number of `18,1 điểm phần trăm`, `18,1 điểm %`.
fn in_points(row: &Row<'_>, at: usize) -> Option<Decimal> {
    let token = &row.reading.tokens[at];
    let rest = row.reading.text.get(token.end..)?.trim_start().strip_prefix("điểm ")?.trim_start();
    let said = token.kind == Kind::Other && (rest.starts_with("phần trăm") || rest.starts_with('%'));
    said.then(|| number::parse(&row.reading.text[token.range.clone()]).ok()).flatten().map(|parsed| parsed.value)
}

/// The difference in points at a token that is a slip away from that of two numbers of points in its sentence, where none
/// gives it: `đạt 88,75 điểm ... (84,2 điểm); điểm số tăng 4,45 điểm`.
pub(super) fn slip(row: &Row<'_>, at: usize) -> Option<Difference> {
    let token = &row.reading.tokens[at];
    let given = row.amount(at).filter(|amount| amount.unit == "điểm")?.value;
    let before = &row.reading.text[..token.range.start];
    if rises(before).is_none() && !before.trim_end().ends_with("chênh lệch") {
        return None;
    }
    let (start, end) = row.sentence(at);
    let points = |other: usize| match row.kind(other) {
        Some(Kind::Fraction(part, _)) => Some(part),
        _ => row.amount(other).filter(|amount| other != at && amount.unit == "điểm").map(|amount| amount.value),
    };
    let values: Vec<Decimal> = (start..end).filter_map(points).collect();
    let pairs =
        || values.iter().enumerate().flat_map(|(at, one)| values[at + 1..].iter().map(move |other| (*one, *other)));
    if pairs().any(|(one, other)| (one - other).abs() == given) {
        return None;
    }
    let (one, other) = pairs().find(|(one, other)| slipped(given, (one - other).abs().normalize()))?;
    Some(Difference { right: (one - other).abs(), one, other })
}

/// By how many places the two ranks of a sentence differ, where it says another number: `xếp thứ 4/15, tăng 02 bậc so với
/// năm 2022 (thứ 7/15)`.
pub(super) fn of_ranks(row: &Row<'_>, at: usize) -> Option<Difference> {
    let token = &row.reading.tokens[at];
    let Kind::Count(given) = token.kind else { return None };
    if token.unit.name != "bậc" {
        return None;
    }
    let (start, end) = row.sentence(at);
    let ranks: Vec<[&str; 2]> = (start..end).filter_map(|at| rank(row, at)).collect();
    let steps = (start..end).filter(|at| row.reading.tokens[*at].unit.name == "bậc").count();
    let [[one, of], [other, of_other]] = ranks[..] else { return None };
    let (one, other): (Decimal, Decimal) = (one.parse().ok()?, other.parse().ok()?);
    let right = (one - other).abs();
    (steps == 1 && (of == of_other || of.is_empty() || of_other.is_empty()) && right != given).then_some(Difference {
        right,
        one,
        other,
    })
}

/// A rank and of how many: `thứ 4/15`, `hạng 14`.
fn rank<'a>(row: &Row<'a>, at: usize) -> Option<[&'a str; 2]> {
    let token = &row.reading.tokens[at];
    let before = row.reading.text[..token.range.start].trim_end();
    let said = token.kind == Kind::Other && ["thứ", "hạng"].iter().any(|word| before.ends_with(word));
    let written = said.then(|| &row.reading.text[token.range.clone()])?;
    let (rank, of) = written.split_once('/').unwrap_or((written, ""));
    Some([rank, of])
}
