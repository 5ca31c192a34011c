//! Columns of small tables inside the narrative that are computed from two others: percentages, growth, differences.

use std::collections::BTreeSet;

use baocao_core::claim::{Claim, Law, Said, Verdict};
use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::lexicon::lists::AMOUNTS;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::cells::Cell;
use super::markdown::{TOTAL, is_total};
use crate::claims::{CUT_OFF, Voice, explained, slip, voice};
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const RATES: Family = Family {
    name: Say { vi: "Cột tỷ lệ của bảng nhỏ", en: "Columns of rates of small tables" },
    rules: &[&RATE],
    check,
};

const RATE: Rule = Rule {
    id: Id::new("loi-van/cot-ti-le-sai"),
    severity: Severity::Warning,
    title: Say {
        vi: "Ô của cột tỷ lệ, tăng giảm tính như các dòng khác của bảng",
        en: "A cell of a column of rates is computed as in the other rows",
    },
    why: Say {
        vi: "Cột \"Tỷ lệ (%)\", \"Tăng, giảm\", \"So sánh\", \"Bình quân\", \"Thành tiền\" của một bảng Markdown thường tính từ hai cột số khác. Khi mọi dòng trừ một đều \
             khớp cùng một cách tính (số sau trên số trước, mức tăng, hiệu, bình quân, số lượng nhân đơn giá) thì dòng ấy sai. Cần ít nhất ba dòng; \
             không tìm được cách tính chung thì không xét. Nếu ô sai khớp với một mẫu số khác cùng dòng thì mẫu số ấy được nêu \
             tên; tỷ lệ bị cắt bớt thuộc \"loi-van/ti-le-cat-bot\".",
        en: "Such a column of a Markdown table is computed from two others. Where all rows but one agree with one way of \
             computing (a ratio, growth, a difference, an average, a quantity at a price), that row is wrong. At least three rows are needed; where no \
             way fits nothing is told. Where a wrong cell agrees with another denominator of its row, that one is named; what \
             was cut off is told of under \"loi-van/ti-le-cat-bot\".",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.han-che": "Kết quả:\n\n| Thôn | Đơn đến | Đã xong | Tỷ lệ (%) |\n|---|---|---|---|\n| Đông | 40 | 31 | 77,5 |\n| Đoài | 52 | 39 | 75,0 |\n| Nam | 64 | 62 | 96,9 |"}}"#,
    fails: r#"{"sections": {"danh-gia.han-che": "Kết quả:\n\n| Thôn | Đơn đến | Đã xong | Tỷ lệ (%) |\n|---|---|---|---|\n| Đông | 40 | 31 | 77,5 |\n| Đoài | 52 | 39 | 75,0 |\n| Nam | 64 | 62 | 69,9 |"}}"#,
};

const ODD: Voice = voice(
    &RATE,
    "ô này không tính như các dòng khác của cột",
    "this cell is not computed as the other rows of its column",
);

/// Ways of computing a column from two others: the whole, or what was before, and what is compared with it.
type Way = fn([Said; 2]) -> Law;

/// A way, and how many rows must agree with it: small differences agree by chance.
const RATIO: (Way, usize) = (Law::Ratio, 2);
const GROWTH: (Way, usize) = (Law::Growth, 2);
const CHANGE: (Way, usize) = (Law::Change, 3);
const QUOTIENT: (Way, usize) = (Law::Quotient, 2);
const PRODUCT: (Way, usize) = (Law::Product, 2);

/// A column is computed from two that are so far from it at most.
const MOST: usize = 8;

/// Rows that are told of, each with what its cell is said to be.
type Odd = Vec<(usize, Claim)>;

fn check(subject: &Subject<'_>, told: &mut Told) {
    subject.tables().iter().for_each(|rows| columns(rows, subject, told));
}

fn columns(rows: &[Vec<Cell<'_>>], subject: &Subject<'_>, told: &mut Told) {
    let Some((header, body)) = rows.split_first() else { return };
    let titles: Vec<String> = header.iter().map(|title| title.text.to_lowercase()).collect();
    let values: Vec<Vec<Option<Decimal>>> =
        body.iter().map(|row| row.iter().map(|cell| value(&cell.text)).collect()).collect();
    let total = body.iter().position(|row| is_total(row));
    for column in 0..titles.len() {
        for (row, claim) in odd_ones(&values, total, &titles, column) {
            let place = |cell: &Cell<'_>| subject.place(cell, 0..cell.text.len());
            let Some(cell) = body[row].get(column) else { continue };
            let Some(right) = claim.right().map(number::format) else { continue };
            let voice = if claim.verdict() == Verdict::Truncated { &CUT_OFF } else { &ODD };
            let finding = voice.finding().at(place(cell)).found(cell.text.as_str());
            let finding = finding.expected(msg!("{right}", "{right}"));
            let beside = values[row].iter().flatten().copied();
            let finding = match claim.of_other(&claim.other_wholes(&beside.collect())).filter(|_| !claim.agrees()) {
                Some(other) => finding.hint(other),
                None => finding,
            };
            // A wrong total spoils the rate beside it.
            let row = body[row].iter().filter(|cell| !cell.text.is_empty()).map(place);
            told.unless(&[TOTAL.id], row.collect(), finding);
        }
    }
}

/// The cells of a table that are not computed as the rest of their columns: row, column, and by how much they should be more.
pub(super) fn odd_cells(rows: &[Vec<Cell<'_>>]) -> Vec<(usize, usize, Decimal)> {
    let Some((header, body)) = rows.split_first() else { return Vec::new() };
    let titles: Vec<String> = header.iter().map(|title| title.text.to_lowercase()).collect();
    let values: Vec<Vec<Option<Decimal>>> =
        body.iter().map(|row| row.iter().map(|cell| value(&cell.text)).collect()).collect();
    let total = body.iter().position(|row| is_total(row));
    let odd = (0..titles.len()).flat_map(|column| {
        let odd = odd_ones(&values, total, &titles, column).into_iter();
        odd.filter_map(move |(row, claim)| Some((row + 1, column, claim.right()? - claim.given.written())))
    });
    odd.collect()
}

/// The rows of a column that were cut off, and the only one that disagrees with the way in which all others are computed.
/// Where several ways fit nothing is told, unless they say the same.
fn odd_ones(rows: &[Vec<Option<Decimal>>], total: Option<usize>, titles: &[String], column: usize) -> Odd {
    let title = &titles[column];
    let change = ["tăng", "giảm", "chênh lệch", "so sánh", "biến động"].iter().any(|word| title.contains(word));
    let average = ["bình quân", "trung bình", "số lần"].iter().any(|word| title.contains(word));
    let ways: &[(Way, usize)] = match (is_percent(title), change) {
        (true, true) => &[GROWTH, RATIO],
        (true, false) => &[RATIO, GROWTH],
        (false, true) => &[CHANGE, GROWTH],
        (false, false) if average => &[QUOTIENT],
        (false, false) if AMOUNTS.iter().any(|words| title.contains(words)) => &[PRODUCT],
        (false, false) => return Odd::new(),
    };
    let beside = (1..=MOST).flat_map(|step| [column.checked_sub(step), Some(column + step)]).flatten();
    let number = |at: &usize| *at > 0 && titles.get(*at).is_some_and(|title| !is_percent(title) && title != "stt");
    let operands: BTreeSet<usize> = beside.filter(number).collect();
    let (mut cut, mut wrong) = (Vec::new(), Vec::new());
    for (one, other) in operands.iter().flat_map(|one| operands.iter().map(move |other| (*one, *other))) {
        for (way, enough) in ways.iter().filter(|_| one != other) {
            match judge(rows, *way, *enough, [one, other, column]) {
                Some(odd) if odd.is_empty() => return odd,
                Some(odd) if odd.iter().all(|(_, claim)| claim.agrees()) => cut.push(odd),
                Some(odd) => wrong.push(odd),
                None => {}
            }
        }
    }
    // No two columns give it: it may be a share of the total row, or of what nobody wrote.
    if cut.is_empty() && wrong.is_empty() && is_percent(title) && !change {
        let shares = total
            .into_iter()
            .flat_map(|total| operands.iter().filter_map(move |part| of_total(rows, total, *part, column)));
        wrong.extend(shares);
        if wrong.is_empty() {
            wrong.extend(operands.iter().filter_map(|part| of_one_whole(rows, *part, column)));
        }
    }
    let mut ways = if cut.is_empty() { wrong } else { cut }.into_iter();
    let told = |odd: &Odd| odd.iter().map(|(row, claim)| (*row, claim.right())).collect::<Vec<_>>();
    ways.next().filter(|first| ways.all(|other| told(&other) == told(first))).unwrap_or_default()
}

/// Whether a head, in small letters, is that of a column of percentages.
pub(crate) fn is_percent(title: &str) -> bool {
    title.contains('%') || title.contains("tỷ lệ") || title.contains("tỉ lệ")
}

/// The rows that are told of where a column is computed in a way from two others; nothing where it is not.
fn judge(rows: &[Vec<Option<Decimal>>], way: Way, enough: usize, [whole, part, column]: [usize; 3]) -> Option<Odd> {
    let claims = rows.iter().enumerate().filter_map(|(row, cells)| {
        let cell = |at: usize| cells.get(at).copied().flatten();
        let law = way([cell(part)?, cell(whole)?].map(|value| Said::measured(value, Decimal::ONE)));
        law.exact()?;
        Some((row, Claim::new(Said::percent(cell(column)?), law)))
    });
    let (mut agreeing, mut odd) = (Odd::new(), Odd::new());
    for (row, claim) in claims {
        if claim.agrees() { &mut agreeing } else { &mut odd }.push((row, claim));
        if odd.len() > 1 {
            return None;
        }
    }
    let chance = |claim: &Claim| claim.given.value.is_zero() || claim.given.value == Decimal::ONE_HUNDRED;
    let telling = agreeing.iter().filter(|(_, claim)| !chance(claim)).count();
    if agreeing.is_empty() || odd.len() == 1 && (telling < enough || agreeing.len() < enough) {
        return None;
    }
    // Percentages without decimals may come from other numbers by chance.
    let cut = |claim: &Claim| claim.law.is_percent() && claim.given.places() > 0 && !claim.holds();
    odd.extend(agreeing.into_iter().filter(|(_, claim)| telling > enough && cut(claim)));
    Some(odd)
}

/// The only row whose rate is not its share of the row of totals, whose own rate is a hundred.
fn of_total(rows: &[Vec<Option<Decimal>>], total: usize, part: usize, column: usize) -> Option<Odd> {
    let cell = |row: usize, at: usize| rows.get(row)?.get(at).copied().flatten();
    let whole = cell(total, part).filter(|_| cell(total, column) == Some(Decimal::ONE_HUNDRED))?;
    let share = |row: usize| {
        let law = Law::Ratio([cell(row, part)?, whole].map(|value| Said::measured(value, Decimal::ONE)));
        law.exact()?;
        Some((row, Claim::new(Said::percent(cell(row, column)?), law)))
    };
    let shares = (0..rows.len()).filter(|row| *row != total).filter_map(share);
    let (right, odd): (Odd, Odd) = shares.partition(|(_, claim)| claim.agrees());
    (!right.is_empty() && odd.len() == 1).then_some(odd)
}

/// The only row whose rate is a slip away from that of the whole of which all others are, where no column holds that whole: `Lũy kế`
/// and `Tỷ lệ lũy kế`.
fn of_one_whole(rows: &[Vec<Option<Decimal>>], part: usize, column: usize) -> Option<Odd> {
    /// So many rows must be of one whole.
    const ENOUGH: usize = 3;
    /// A rate has no more decimals.
    const MOST_DECIMALS: u32 = 6;
    // The wholes that a row agrees with, from the least to the greatest.
    let wholes = |(row, cells): (usize, &Vec<Option<Decimal>>)| {
        let [part, rate] = [part, column].map(|at| cells.get(at).copied().flatten());
        let (part, rate) = (part.filter(|part| *part > Decimal::ZERO)?, rate?);
        (1..=MOST_DECIMALS).contains(&rate.scale()).then_some(())?;
        let half = Decimal::new(5, rate.scale() + 1);
        let whole = |rate: Decimal| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(rate);
        (rate > half).then_some(())?;
        Some((row, part, rate, whole(rate + half)?, whole(rate - half)?))
    };
    let wholes: Vec<_> = rows.iter().enumerate().filter_map(wholes).collect();
    let telling = wholes.iter().filter(|(_, _, rate, ..)| *rate < Decimal::ONE_HUNDRED).count();
    let most_least = wholes.iter().max_by_key(|(.., least, _)| *least)?.0;
    let least_most = wholes.iter().min_by_key(|(.., most)| *most)?.0;
    let odd = |odd: usize| {
        let others = || wholes.iter().filter(|(row, ..)| *row != odd);
        let least = others().map(|(.., least, _)| *least).max()?;
        let most = others().map(|(.., most)| *most).min()?;
        let (_, part, rate, ..) = *wholes.iter().find(|(row, ..)| *row == odd)?;
        let law = |whole: Decimal| Law::Ratio([part, whole].map(|value| Said::measured(value, Decimal::ONE)));
        let given = Said::percent(rate);
        // Nobody wrote the whole: it may be any of these.
        let laws = [least / Decimal::TWO + most / Decimal::TWO, least, most].map(law);
        let is_odd = least <= most && !explained(given, laws.clone());
        slip(given, laws).filter(|_| is_odd).map(|claim| (odd, claim))
    };
    let mut found = BTreeSet::from([most_least, least_most]).into_iter().filter_map(odd);
    let first = found.next().filter(|_| telling > ENOUGH && found.next().is_none())?;
    Some(vec![first])
}

/// The number of a cell, with its sign and without a percent sign.
fn value(text: &str) -> Option<Decimal> {
    let (below, text) = match text.strip_prefix(['-', '–', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let numbers = baocao_reading::numbers::numbers(text);
    let [only] = &numbers[..] else { return None };
    let end = if only.percent { text.trim_end_matches('%').trim_end().len() } else { text.len() };
    let value = (only.range == (0..end)).then_some(only.value)?;
    Some(if below { -value } else { value })
}
