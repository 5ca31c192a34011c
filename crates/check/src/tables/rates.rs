//! Columns of small tables inside the narrative that are computed from two others: percentages, growth, differences.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::markdown::{Cell, TOTAL, tables};
use crate::once::told_of;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::{Passage, TextKind};

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
        vi: "Cột \"Tỷ lệ (%)\", \"Tăng, giảm\" của một bảng Markdown thường tính từ hai cột số khác. Khi mọi dòng trừ một đều \
             khớp cùng một cách tính (số sau trên số trước, mức tăng, hiệu) thì dòng ấy sai. Cần ít nhất ba dòng; không \
             tìm được cách tính chung thì không xét. Số làm tròn, cắt bớt được chấp nhận.",
        en: "Such a column of a Markdown table is computed from two others. Where all rows but one agree with one way of \
             computing (a ratio, growth, a difference), that row is wrong. At least three rows are needed; where no way fits \
             nothing is told. Rounded and cut numbers are both accepted.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.han-che": "Kết quả:\n\n| Thôn | Đơn đến | Đã xong | Tỷ lệ (%) |\n|---|---|---|---|\n| Đông | 40 | 31 | 77,5 |\n| Đoài | 52 | 39 | 75,0 |\n| Nam | 64 | 62 | 96,9 |"}}"#,
    fails: r#"{"sections": {"danh-gia.han-che": "Kết quả:\n\n| Thôn | Đơn đến | Đã xong | Tỷ lệ (%) |\n|---|---|---|---|\n| Đông | 40 | 31 | 77,5 |\n| Đoài | 52 | 39 | 75,0 |\n| Nam | 64 | 62 | 69,9 |"}}"#,
};

/// Ways of computing a column from two others.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Way {
    Ratio,
    Growth,
    Difference,
}

/// The row that does not agree, and what it would be.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Odd {
    row: usize,
    right: Decimal,
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    for passage in subject.passages_of(&[TextKind::Prose]).filter(|passage| passage.text.contains('|')) {
        for rows in tables(&passage.text) {
            columns(&rows, passage, subject, told);
        }
    }
}

fn columns(rows: &[Vec<Cell<'_>>], passage: &Passage<'_>, subject: &Subject<'_>, told: &mut Told) {
    let Some((header, body)) = rows.split_first() else { return };
    let titles: Vec<String> = header.iter().map(|(_, title)| title.to_lowercase()).collect();
    let values: Vec<Vec<Option<Decimal>>> =
        body.iter().map(|row| row.iter().map(|(_, text)| value(text)).collect()).collect();
    for (column, title) in titles.iter().enumerate() {
        let Some(odd) = odd_one(&values, &titles, column, title) else { continue };
        let Some((range, text)) = body[odd.row].get(column) else { continue };
        // A wrong total spoils the rate beside it.
        let row = body[odd.row]
            .iter()
            .any(|(range, _)| !range.is_empty() && told_of(told, &[TOTAL.id], &subject.place(passage, range.clone())));
        if row {
            continue;
        }
        let right = number::format(odd.right);
        told.finding(
            RATE.finding(msg!(
                "ô này không tính như các dòng khác của cột",
                "this cell is not computed as the other rows of its column"
            ))
            .at(subject.place(passage, range.clone()))
            .found(*text)
            .expected(msg!("{right}", "{right}")),
        );
    }
}

/// The only row of a column that disagrees with the way in which all others are computed.
fn odd_one(rows: &[Vec<Option<Decimal>>], titles: &[String], column: usize, title: &str) -> Option<Odd> {
    let (percent, change) = (is_percent(title), ["tăng", "giảm", "chênh lệch"].iter().any(|word| title.contains(word)));
    let ways: &[Way] = match (percent, change) {
        (true, true) => &[Way::Growth, Way::Ratio],
        (true, false) => &[Way::Ratio, Way::Growth],
        (false, true) => &[Way::Difference, Way::Growth],
        (false, false) => return None,
    };
    let operands: Vec<usize> =
        (1..titles.len()).filter(|at| *at != column && !is_percent(&titles[*at]) && titles[*at] != "stt").collect();
    let mut found = None;
    for (one, other) in operands.iter().flat_map(|one| operands.iter().map(move |other| (*one, *other))) {
        if one == other {
            continue;
        }
        for way in ways {
            match judge(rows, *way, [one, other, column]) {
                Verdict::Agrees => return None,
                Verdict::Odd(odd) if found.is_none_or(|found| found == odd) => found = Some(odd),
                Verdict::Odd(_) => return None,
                Verdict::Unlike => {}
            }
        }
    }
    found
}

fn is_percent(title: &str) -> bool {
    title.contains('%') || title.contains("tỷ lệ") || title.contains("tỉ lệ")
}

enum Verdict {
    Agrees,
    Odd(Odd),
    Unlike,
}

/// Whether a column is computed in a way from two others: the whole, or what was before, and what is compared with it.
fn judge(rows: &[Vec<Option<Decimal>>], way: Way, [whole, part, column]: [usize; 3]) -> Verdict {
    let (mut count, mut telling, mut odd) = (0, 0, None);
    for (row, cells) in rows.iter().enumerate() {
        let cell = |at: usize| cells.get(at).copied().flatten();
        let (Some(before), Some(now), Some(given)) = (cell(whole), cell(part), cell(column)) else { continue };
        let Some([least, exact, most]) = computed(way, before, now) else { continue };
        count += 1;
        let half = Decimal::new(5, given.scale() + 1);
        if least - half <= given && given <= most + half || exact.trunc_with_scale(given.scale()) == given {
            telling += usize::from(!given.is_zero() && given != Decimal::ONE_HUNDRED);
        } else if odd.is_some() {
            return Verdict::Unlike;
        } else {
            odd = Some(Odd { row, right: number::round(exact, given.scale().max(u32::from(way != Way::Difference))) });
        }
    }
    // Small differences agree by chance.
    let enough = if way == Way::Difference { 3 } else { 2 };
    match odd {
        None if count > 0 => Verdict::Agrees,
        Some(odd) if count > enough && telling >= enough => Verdict::Odd(odd),
        _ => Verdict::Unlike,
    }
}

/// The least, the exact and the greatest value, where numbers with decimals were rounded.
fn computed(way: Way, before: Decimal, now: Decimal) -> Option<[Decimal; 3]> {
    let blur = |value: Decimal| if value.scale() > 0 { Decimal::new(5, value.scale() + 1) } else { Decimal::ZERO };
    let (wide, narrow) = (blur(before), blur(now));
    let rate = |before: Decimal, now: Decimal| match way {
        Way::Difference => Some(now - before),
        Way::Ratio => now.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before),
        Way::Growth => (now - before).checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before),
    };
    Some([rate(before + wide, now - narrow)?, rate(before, now)?, rate(before - wide, now + narrow)?])
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
