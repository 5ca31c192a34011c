//! Differences of percentages and of points: `đạt 93,8%, tăng 18,1 điểm phần trăm so với cùng kỳ (75,7%)`.

use baocao_core::claim::{Claim, Law, Said};
use baocao_reading::numbers::Kind;
use baocao_vietnamese::lexicon::is_earlier;
use baocao_vietnamese::lexicon::lists::COMPARED;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::compared::Row;
use super::held::Held;
use crate::claims::{explained, slip};

/// Of more numbers of points in a sentence some are apart by any number.
const MOST: usize = 12;

/// The difference at a token in points of percent, where the two percentages of its sentence give another one.
pub(super) fn of_percent(row: &Row<'_>, at: usize) -> Option<Claim> {
    let given = in_points(row, at)?;
    let ends = |at: &usize| matches!(row.kind(*at), Some(Kind::Stop | Kind::Line | Kind::Semicolon));
    let start = (0..at).rev().find(ends).map_or(0, |end| end + 1);
    let end = (at..row.reading.tokens.len()).find(ends)?;
    let percent = |at: usize| match row.kind(at) {
        Some(Kind::Percent(value)) => Some(Said::percent(value)),
        _ => None,
    };
    let before: Vec<Said> = (start..at).filter_map(percent).collect();
    let after: Vec<Said> = (at + 1..end).filter_map(percent).collect();
    let sentence = clause(row, start, end);
    let earlier = row.reading.back(start);
    let others = (start..end).filter(|other| *other != at).any(|other| in_points(row, other).is_some());
    if others || !COMPARED.iter().any(|words| sentence.contains(words)) {
        return None;
    }
    let (one, other) = match (&before[..], &after[..]) {
        ([one], [other]) | ([one, other], []) | ([], [one, other]) => (*one, *other),
        // `... đạt 93,8%. Tỷ lệ này tăng 18,1 điểm phần trăm so với cùng kỳ (75,7%)`
        ([], [other]) => return slip_of(given, *other, &earlier.filter_map(percent).collect::<Vec<_>>()),
        // `... đạt 42,0% kế hoạch; cùng kỳ đạt 36,5%, tăng 6,5 điểm phần trăm`
        ([other], []) if is_earlier(sentence) => {
            return slip_of(given, *other, &earlier.filter_map(percent).collect::<Vec<_>>());
        }
        _ => return None,
    };
    Some(difference(Said::percent(given), one, other)).filter(|claim| !claim.holds())
}

/// The words from a token's clause to another token.
fn clause<'r>(row: &Row<'r>, start: usize, at: usize) -> &'r str {
    let from = start.checked_sub(1).map_or(0, |mark| row.reading.tokens[mark].end);
    row.reading.passage.small(&(from..row.reading.tokens[at].range.start.max(from)))
}

/// Which way a difference in points goes, where its sentence names both percentages and says the other: `đạt 68,4%, giảm so với quý II
/// (63,9%) 4,5 điểm phần trăm`.
pub(super) fn turned(row: &Row<'_>, at: usize) -> Option<[Decimal; 2]> {
    let given = in_points(row, at)?;
    let (start, end) = row.sentence(at);
    let percent = |at: usize| match row.kind(at) {
        Some(Kind::Percent(value)) => Some((at, value)),
        _ => None,
    };
    let percents: Vec<(usize, Decimal)> = (start..end).filter_map(percent).collect();
    let [(first, now), (second, before)] = percents[..] else { return None };
    let from = row.reading.tokens[first].end;
    let words = row.reading.passage.small(&(from..row.reading.tokens[at.max(second)].range.start));
    let compared = row.reading.enclosed(second) && words.contains("so với") && first < at;
    let up = match (words.find("tăng"), words.find("giảm")) {
        (Some(_), None) => true,
        (None, Some(_)) => false,
        _ => return None,
    };
    (compared && (now - before).abs() == given && (now > before) != up).then_some([now, before])
}

/// The difference at a token against the total of the table right before its sentence, which speaks of one other percentage only:
/// `So với cùng kỳ năm 2024 (đạt 48,5%), tỷ lệ giải ngân tăng 8,5 điểm phần trăm`.
pub(super) fn of_total(row: &Row<'_>, at: usize, held: &Held) -> Option<Claim> {
    let given = in_points(row, at)?;
    let [total] = held.rates[..] else { return None };
    let (start, end) = row.sentence(at);
    let mut percents = (start..end).filter_map(|at| match row.kind(at) {
        Some(Kind::Percent(value)) => Some((at, Said::percent(value))),
        _ => None,
    });
    let (place, before) = percents.next().filter(|_| percents.next().is_none())?;
    let from = start.checked_sub(1).map_or(0, |end| row.reading.tokens[end].end);
    let words = row.reading.passage.small(&(from..row.reading.tokens[place].range.start.max(from)));
    let compared = words.trim_start().starts_with("so với") && row.reading.enclosed(place);
    let behind_table = row.reading.text[..from].trim_end().ends_with('|');
    let claim = Claim::new(Said::percent(given), apart(total, before));
    (compared && behind_table && !claim.holds()).then_some(claim)
}

/// The difference of two percentages at a token that is called percent, which it is not of either of them: `đạt 82,6%, tăng
/// 2,4% so với năm 2021 (80,2%)`.
pub(super) fn called_percent(row: &Row<'_>, at: usize) -> Option<Decimal> {
    let Kind::Percent(given) = row.kind(at)? else { return None };
    let (Kind::Percent(now), Kind::Comma | Kind::Open) = (row.kind(at.checked_sub(2)?)?, row.kind(at - 1)?) else {
        return None;
    };
    // `giảm từ 28,3% xuống 23,9%, giảm 4,4%`
    let first = at.checked_sub(3).filter(|first| row.reading.before(*first).trim_end().ends_with("từ"));
    if let Some((first, Kind::Percent(before))) = first.and_then(|first| Some((first, row.kind(first)?))) {
        let up = ["lên", "lên còn", "tới"].contains(&row.words(first, at - 2).as_str());
        let down = ["xuống", "xuống còn", "còn"].contains(&row.words(first, at - 2).as_str());
        let apart = if up { now - before } else { before - now } == given;
        return (apart && up != down && row.rises(at) == Some(up)).then_some(given);
    }
    if let Some(before) = against_percent(row, at) {
        let pair = [now, before].map(Said::counted);
        let apart = Law::Change(pair).exact().is_some_and(|difference| difference.abs() == given);
        let grown = Law::Growth(pair).exact().map_or(given, |growth| growth.abs());
        return (apart && (grown - given).abs() > Decimal::new(1, 1)).then_some(given);
    }
    let said = row.signed(at, Said::percent(given))?;
    let open = (at + 1..row.reading.tokens.len()).find(|at| row.kind(*at) != Some(Kind::Other))?;
    let (Kind::Open, Kind::Percent(before), Kind::Close) = (row.kind(open)?, row.kind(open + 1)?, row.kind(open + 2)?)
    else {
        return None;
    };
    let pair = [now, before].map(Said::counted);
    let difference = Law::Change(pair).exact() == Some(said.value);
    let against = row.reading.between(at, open).trim_start().starts_with("so với");
    (against && difference && !Claim::new(said, Law::Growth(pair)).agrees()).then_some(given)
}

/// The percentage that one is said to be higher or lower than: `đạt 90,7%, thấp hơn 2,8% so với chỉ tiêu 93,5%`.
fn against_percent(row: &Row<'_>, at: usize) -> Option<Decimal> {
    let before = row.reading.before(at);
    let words = before.trim();
    let compared = ["cao hơn", "thấp hơn", "tăng", "giảm"].contains(&words);
    let next = (at + 1..row.reading.tokens.len()).find(|at| row.kind(*at) != Some(Kind::Other))?;
    let Kind::Percent(other) = row.kind(next)? else { return None };
    let between = row.reading.between(at, next);
    (compared && between.trim_start().starts_with("so với") && between.chars().count() < 60).then_some(other)
}

/// The number before of which the difference is a slip away, where it is that of none.
fn slip_of(given: Decimal, other: Said, before: &[Said]) -> Option<Claim> {
    let (given, laws) = (Said::percent(given), || before.iter().map(|one| apart(*one, other)));
    slip(given, laws()).filter(|_| !explained(given, laws()))
}

/// That two numbers differ by a third, whichever is more.
fn difference(by: Said, one: Said, other: Said) -> Claim {
    Claim::new(if one.value < other.value { by.negative() } else { by }, Law::Change([one, other]))
}

/// By how much two numbers are apart.
fn apart(one: Said, other: Said) -> Law {
    Law::Change(if one.value < other.value { [other, one] } else { [one, other] })
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
pub(super) fn slip_of_points(row: &Row<'_>, at: usize) -> Option<Claim> {
    let token = &row.reading.tokens[at];
    let given = row.amount(at).filter(|amount| amount.unit == "điểm")?.said;
    if row.rises(at).is_none() && !row.reading.text[..token.range.start].trim_end().ends_with("chênh lệch") {
        return None;
    }
    let (start, end) = row.sentence(at);
    let points = |other: usize| match row.kind(other) {
        Some(Kind::Fraction(part, _)) => Some(Said::counted(part)),
        _ => row.amount(other).filter(|amount| other != at && amount.unit == "điểm").map(|amount| amount.said),
    };
    let values: Vec<Said> = (start..end).filter_map(points).take(MOST + 1).collect();
    if values.len() > MOST {
        return None;
    }
    let pairs =
        || values.iter().enumerate().flat_map(|(at, one)| values[at + 1..].iter().map(|other| apart(*one, *other)));
    slip(given, pairs()).filter(|_| !explained(given, pairs()))
}

/// By how many places the two ranks of a sentence differ, where it says another number: `xếp thứ 4/15, tăng 02 bậc so với
/// năm 2022 (thứ 7/15)`.
pub(super) fn of_ranks(row: &Row<'_>, at: usize) -> Option<Claim> {
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
    let claim = difference(Said::counted(given), Said::counted(one), Said::counted(other));
    let of_one = steps == 1 && (of == of_other || of.is_empty() || of_other.is_empty());
    (of_one && !claim.holds()).then_some(claim)
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
