//! Changes that are said a second time in percent: `tăng 150 đơn (13,6%)`, `giảm 14 vụ so với cùng kỳ (52 vụ), tương đương
//! giảm 26,9%`.

use baocao_core::claim::{Claim, Law, Said};
use baocao_reading::numbers::Kind;
use baocao_vietnamese::lexicon::lists::EQUALS;
use rust_decimal::Decimal;

use super::compared::{Amount, Row, alike};
use super::held::Held;
use crate::claims::{explained, slip};

/// The most numbers of a paragraph that are compared with each other.
const MOST: usize = 12;

/// So many numbers and marks before a change are near it.
const NEAR: usize = 1_000;

/// The percentage at a token as that of a change before it, whose token comes first, where it is that of no number near it.
pub(super) fn in_percent(row: &Row<'_>, at: usize) -> Option<(usize, Claim)> {
    let Kind::Percent(given) = row.reading.tokens[at].kind else { return None };
    let change = changed(row, at)?;
    let amount = row.amount(change)?;
    let by = row.signed(change, amount.said)?;
    let given = if by.value.is_sign_negative() { Said::percent(given).negative() } else { Said::percent(given) };
    // What the change leads to is known by what it starts from, and the other way round.
    let growth = |before: Said| Law::Growth([Said { value: before.value + by.value, ..by }, before]);
    let start = |now: Said| Said { value: now.value - by.value, blur: now.blur + by.blur, ..now };
    // Where the words name what the change started from no other number explains it but what it led to.
    let named = base(row, at, change, &amount).filter(|base| base.value > Decimal::ZERO);
    let led_to = |said: &Said| named.is_none_or(|base| said.value != base.value + by.value);
    let near = near(row, change, &amount).into_iter().filter(led_to);
    // `gieo trồng 540 ha, tăng 54 ha (10%)`: what it rose to is not what it rose from.
    let now = now_before(row, at, change, &amount).map(|now| now.value);
    let bases = |said: Said| (Some(said.value) != now).then_some(said).into_iter().chain([start(said)]);
    if explained(given, near.flat_map(bases).map(growth)) {
        return None;
    }
    let before = || now_before(row, at, change, &amount).map(start);
    let base = base(row, at, change, &amount).or_else(before).filter(|base| base.value > Decimal::ZERO)?;
    Some((change, Claim::new(given, growth(base))))
}

/// What a rate of growth should be that is a slip away from that of two numbers of its paragraph, where it is that of none:
/// `tháng 7 tiếp nhận 1.702 hồ sơ, tháng 8 tiếp nhận 1.815 hồ sơ (tăng 6,64%)`, `... 1.083 triệu đồng. Số tiền tăng 12,6%
/// (năm 2022: 962 triệu đồng)`.
pub(super) fn slip_of_two(row: &Row<'_>, at: usize) -> Option<Claim> {
    let Kind::Percent(given) = row.reading.tokens[at].kind else { return None };
    let given = row.signed(at, Said::percent(given)).filter(|given| given.decimals() > 0)?;
    let counts: Vec<Amount> = row
        .reading
        .back(at)
        .filter(|at| matches!(row.kind(*at), Some(Kind::Count(_))))
        .filter_map(|at| row.amount(at))
        .take(MOST)
        .collect();
    // What is compared with stands in the parenthesis behind, or is the number before the last.
    let enclosed = row.enclosed_after(at);
    let (now, before): (&[Amount], Option<&Amount>) = match &enclosed {
        Some(base) => (&counts, Some(base)),
        None => (&counts[..counts.len().min(1)], counts.get(1)),
    };
    let growth = |now: &Amount, before: &Amount| Law::Growth([now.said, before.said]);
    let same = |now: &&Amount| before.is_some_and(|before| now.unit == before.unit && !now.unit.is_empty());
    let pairs = now.iter().filter(same).filter_map(|now| Some(growth(now, before?)));
    let all = || counts.iter().chain(&enclosed);
    let any = all().flat_map(|one| all().map(move |other| growth(one, other)));
    slip(given, pairs).filter(|_| !explained(given, any))
}

/// `143 ha tôm bị bệnh tại 06 xã, giảm 38,9% so với cùng kỳ năm 2025 (216 ha)`: the sentence has one number of the unit of what is
/// compared with.
pub(super) fn of_one(row: &Row<'_>, at: usize) -> Option<Claim> {
    let Kind::Percent(given) = row.reading.tokens[at].kind else { return None };
    let given = row.signed(at, Said::percent(given))?;
    let base = row.enclosed_after(at).filter(|base| !base.unit.is_empty())?;
    let opened = (at + 1..row.reading.tokens.len()).find(|at| row.kind(*at) == Some(Kind::Open))?;
    let compared = row.words(at, opened).starts_with("so với");
    let (start, _) = row.sentence(at);
    let same = |other: &usize| row.amount(*other).is_some_and(|amount| amount.unit == base.unit);
    let mut nows = (start..at).filter(same);
    let now = nows.next().filter(|now| nows.next().is_none() && !row.reading.tokens[*now].hedge)?;
    // Whatever else changes stands between, or the number is enclosed.
    let plain = !row.reading.enclosed(now) && !(now + 1..at).any(|other| row.rises(other).is_some());
    let claim = Claim::new(given, Law::Growth([row.amount(now)?.said, base.said]));
    let near = claim.law.exact().is_some_and(|exact| (exact - given.value).abs() <= Decimal::TEN);
    (compared && plain && near && !claim.agrees()).then_some(claim)
}

/// `giá trúng thầu 6.900 đồng/đôi, giá tham chiếu 6.000 đồng/đôi, cao hơn 12%`: of the two numbers right before.
pub(super) fn of_two_prices(row: &Row<'_>, at: usize) -> Option<Claim> {
    let Kind::Percent(given) = row.kind(at)? else { return None };
    let up = match row.reading.before(at).trim() {
        "cao hơn" => true,
        "thấp hơn" => false,
        _ => return None,
    };
    let marks = [Kind::Comma, Kind::Semicolon];
    let second = row.reading.number_before(at, &marks)?;
    let first = row.reading.number_before(second, &marks)?;
    let [now, before] = [row.amount(first)?, row.amount(second)?];
    let alone =
        now.unit == before.unit && !now.unit.is_empty() && now.unit == "đồng" && (now.value() > before.value()) == up;
    let percent = Said::percent(given);
    let given = if up { percent } else { percent.negative() };
    let claim = Claim::new(given, Law::Growth([now.said, before.said]));
    (alone && !claim.agrees()).then_some(claim)
}

/// The percentage at a token as that of a change that is the difference of two numbers of a row of a table in its text, where it is
/// that of no such row: `Tổng số tăng 5.853 hồ sơ, tương đương tăng 31,3%`.
pub(super) fn of_a_row(row: &Row<'_>, at: usize, held: &Held) -> Option<Claim> {
    /// A smaller change is one of several rows by chance.
    const SMALL: Decimal = Decimal::TEN;
    let Kind::Percent(given) = row.kind(at)? else { return None };
    let change = changed(row, at)?;
    let by = row.signed(change, row.amount(change)?.said)?.written();
    let given = if by.is_sign_negative() { Said::percent(given).negative() } else { Said::percent(given) };
    let claims: Vec<Claim> = held.apart(by).map(|pair| Claim::new(given, Law::Growth(pair))).collect();
    let [claim, ..] = &claims[..] else { return None };
    (by.abs() > SMALL && claims.iter().all(|claim| !claim.agrees())).then(|| claim.clone())
}

/// What a change started from and what it led to, where it rises and falls the wrong way: the words name the number before,
/// and the passage only that which the opposite change leads to.
pub(super) fn turned(row: &Row<'_>, change: usize) -> Option<[Decimal; 2]> {
    let token = &row.reading.tokens[change];
    let amount = row.amount(change).filter(|amount| !amount.unit.is_empty() && !amount.value().is_zero())?;
    let by = row.signed(change, amount.said)?.value;
    let before = base(row, row.reading.tokens.len(), change, &amount)?.value;
    let (said, opposite) = (before + by, before - by);
    let near: Vec<Decimal> = near(row, change, &amount).into_iter().map(|said| said.value).collect();
    let exact = token.unit.factor == Decimal::ONE;
    (exact && near.contains(&opposite) && !near.contains(&said)).then_some([opposite, before])
}

/// Whether a percentage rises where the change that it is said to be falls, or falls where it rises.
pub(super) fn contradicts(row: &Row<'_>, at: usize) -> bool {
    let changed = changed(row, at).filter(|change| turned(row, *change).is_none()).and_then(|change| row.rises(change));
    matches!((changed, row.rises(at)), (Some(change), Some(percent)) if change != percent)
}

/// The change that a percentage is said to be.
fn changed(row: &Row<'_>, at: usize) -> Option<usize> {
    let mark = at.checked_sub(1)?;
    let said = row.words(mark, at);
    let equal = EQUALS
        .iter()
        .any(|words| said.strip_prefix(words).is_some_and(|rest| matches!(rest.trim(), "" | "tăng" | "giảm")));
    let near = at.checked_sub(2)?;
    match row.kind(mark)? {
        // `(giảm 50 biên chế, 13,8%)`
        Kind::Open | Kind::Comma if equal || matches!(said.as_str(), "" | "tăng" | "giảm") => {}
        _ => return None,
    }
    if row.kind(near) == Some(Kind::Close) && equal {
        // `giảm 14 vụ so với cùng kỳ (52 vụ), tương đương giảm 26,9%`
        let open = (0..near).rev().find(|at| row.kind(*at) == Some(Kind::Open))?;
        let dated = |at: &usize| row.kind(*at) == Some(Kind::Other) && row.amount(*at).is_none();
        let change = (0..open).rev().find(|at| !dated(at))?;
        let words = row.words(change, open);
        let compared = words.contains("so với") || words.is_empty() && opens_compared(row, change);
        return (words.chars().count() < 60 && compared).then_some(change);
    }
    row.words(near, mark).is_empty().then_some(near)
}

/// The numbers of the passage near before the sentence's end that count what a change counts.
fn near(row: &Row<'_>, change: usize, amount: &Amount) -> Vec<Said> {
    let end = (change..row.reading.tokens.len()).find(|at| matches!(row.kind(*at), Some(Kind::Stop | Kind::Line)));
    let values = (change.saturating_sub(NEAR)..end.unwrap_or(row.reading.tokens.len()))
        .filter(|at| *at != change)
        .filter_map(|at| row.amount(at));
    values.filter(|value| alike(value, amount)).map(|value| value.said).collect()
}

/// What the change started from, where the words say so: the only number of a parenthesis beside it after `so với`, or the
/// first of `từ 362 xuống 312`.
fn base(row: &Row<'_>, at: usize, change: usize, amount: &Amount) -> Option<Said> {
    let open = |open: usize| {
        let inside = row.reading.close_of(open)?;
        let mut amounts = (open + 1..inside).filter_map(|at| row.amount(at));
        let only = amounts.next().filter(|only| amounts.next().is_none() && alike(only, amount))?;
        Some(only.said)
    };
    let ends = |at: usize| matches!(row.kind(at), Some(Kind::Stop | Kind::Line));
    let against = |at: usize| {
        row.kind(at) == Some(Kind::Open) && (against_dated(row, at) || at == change + 1 && opens_compared(row, change))
    };
    let mut after = (change..row.reading.tokens.len()).take(8).take_while(|at| !ends(*at));
    let behind = after.find(|next| *next + 1 != at && against(*next)).and_then(open);
    // `So với năm 2022 (344 lượt), tăng 42 lượt`: nothing else that changes stands between.
    let ahead = || {
        let close = change.checked_sub(2).filter(|close| row.kind(*close) == Some(Kind::Close))?;
        let opened = (0..close).rev().find(|at| row.kind(*at) == Some(Kind::Open))?;
        against_dated(row, opened).then(|| open(opened)).flatten()
    };
    let from = || {
        let before = (0..change).rev().take_while(|at| !ends(*at)).last()?;
        let (first, _) = (before..change).rev().find_map(|at| row.led_from(at))?;
        row.amount(first).filter(|first| alike(first, amount)).map(|first| first.said)
    };
    behind.or_else(ahead).or_else(from)
}

/// Whether the sentence of a change begins with what it is compared with: `So với 6 tháng đầu năm 2025, số hồ sơ tăng 420 hồ sơ (3.060
/// hồ sơ)`.
fn opens_compared(row: &Row<'_>, change: usize) -> bool {
    let (start, _) = row.sentence(change);
    let from = start.checked_sub(1).map_or(0, |end| row.reading.tokens[end].end);
    let words = row.reading.passage.small(&(from..row.reading.tokens[change].range.start.max(from)));
    words.trim_start().starts_with("so với")
}

/// Whether a parenthesis stands behind `so với`; a year may stand between.
fn against_dated(row: &Row<'_>, open: usize) -> bool {
    let dated = open > 0 && row.kind(open - 1) == Some(Kind::Other);
    let from = if dated { open - 1 } else { open };
    row.reading.before(from).contains("so với")
}

/// The number of now right before a change: `1.250 đơn, tăng 150 đơn (13,6%)`.
fn now_before(row: &Row<'_>, at: usize, change: usize, amount: &Amount) -> Option<Said> {
    let near = row.reading.number_before(change, &[Kind::Comma, Kind::Semicolon])?;
    let token = &row.reading.tokens[near];
    let now = row.amount(near)?;
    let beside = row.kind(at - 1) == Some(Kind::Open) && row.words(near, at - 2).chars().count() <= 60;
    (beside && !token.hedge && now.unit == amount.unit).then_some(now.said)
}
