//! Total rows of small tables inside the narrative.

use baocao_core::claim::Claim;
use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::cells::{Cell, count, sum_of};
use super::{across, levels, rates};
use crate::claims::{Voice, voice};
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const TOTALS: Family =
    Family {
        name: Say { vi: "Bảng nhỏ trong lời văn", en: "Small tables in the narrative" }, rules: &[&TOTAL], check
    };

pub(super) const TOTAL: Rule = Rule {
    id: Id::new("loi-van/tong-cot-sai"),
    severity: Severity::Warning,
    title: Say {
        vi: "Dòng tổng của bảng trong lời văn bằng tổng các dòng",
        en: "A total row of a table in the narrative is the sum of its rows",
    },
    why: Say {
        vi: "Mỗi cột số của một bảng Markdown có dòng Tổng (đầu hoặc cuối bảng) được cộng lại. Cột tỷ lệ, cột số thứ tự, \
             cột có ô không phải số, dòng tổng đầu bảng lệch quá 10% và bảng có dòng \"Trong đó\" thì bỏ qua. Bảng có mục I, 1, 2, II thì cộng các mục I, II. \
             Cột \"6 tháng\", \"Cả năm\", \"Tổng số\" cũng được cộng lại, khi mọi dòng trừ một đều khớp.",
        en: "Every column of numbers of a Markdown table with a total row (first or last) is added up again. Columns of \
             percentages, of ordinals or with a cell that is no number are passed over, and so are first rows more than a tenth off and \
             tables with rows of parts. A column such as \"6 tháng\", \"Tổng số\" is added up too, where all rows but one agree.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.han-che": "Kết quả theo thôn:\n\n| Thôn | Hồ sơ |\n|---|---|\n| Đông | 12 |\n| Đoài | 9 |\n| Tổng | 21 |"}}"#,
    fails: r#"{"sections": {"danh-gia.han-che": "Kết quả theo thôn:\n\n| Thôn | Hồ sơ |\n|---|---|\n| Đông | 12 |\n| Đoài | 9 |\n| Tổng | 22 |"}}"#,
};

const COLUMN: Voice = voice(&TOTAL, "dòng tổng không bằng tổng các dòng", "the total row is not the sum of its rows");

const ROW: Voice = voice(
    &TOTAL,
    "ô tổng không bằng tổng các cột kia, như ở các dòng khác",
    "the cell is not the sum of the other columns, as in the other rows",
);

fn check(subject: &Subject<'_>, told: &mut Told) {
    for rows in subject.tables() {
        totals(&rows, subject, told);
        if let Some((row, column, claim)) = across::odd_row(&rows)
            && let Some(cell) = rows[row].get(column)
        {
            tell(&ROW, cell, &claim, subject, told);
        }
    }
}

/// Tells of a cell that is no sum of others.
fn tell(voice: &Voice, cell: Cell<'_>, claim: &Claim, subject: &Subject<'_>, told: &mut Told) {
    /// Of more numbers nobody reads the sum.
    const MOST: usize = 12;
    let Some(right) = claim.right().map(number::format) else { return };
    let finding = voice.finding().at(subject.place(cell, 0..cell.text.len())).found(cell.text.as_str());
    let few = claim.law.numbers().len() <= MOST;
    told.finding(finding.expected(if few { claim.expected() } else { msg!("{right}", "{right}") }));
}

fn totals(rows: &[Vec<Cell<'_>>], subject: &Subject<'_>, told: &mut Told) {
    let Some((header, body)) = rows.split_first() else { return };
    let (total, parts) = match (body.first(), body.last()) {
        (_, Some(last)) if is_total(last) => (last, &body[..body.len() - 1]),
        (Some(first), _) if is_total(first) => (first, &body[1..]),
        _ => return,
    };
    let begins_part = |row: &Vec<Cell<'_>>| {
        let begins = |text: &str| text.to_lowercase().starts_with("trong đó") || text.starts_with(['-', '+']);
        row.iter().take(2).any(|cell| begins(&cell.text))
    };
    if parts.len() < 2 || parts.iter().any(|row| begins_part(row) || is_total(row)) {
        return;
    }
    let counted = |column: &usize| {
        let title = header.get(*column).map_or("", |title| &title.text).to_lowercase();
        let rate = title.contains('%') || title.contains("tỷ lệ") || title.contains("tỉ lệ");
        !rate && count(&total[*column].text).is_some()
    };
    let columns: Vec<usize> = (1..total.len()).filter(counted).collect();
    let lowest = levels::lowest(parts, &columns);
    for column in columns {
        let Some(given) = count(&total[column].text) else { continue };
        let sum = |rows: &mut dyn Iterator<Item = &Vec<Cell<'_>>>| -> Option<Claim> {
            let cells = rows.map(|row| row.get(column).map_or(Some(Decimal::ZERO), |cell| blank_or(&cell.text)));
            Some(sum_of(given, cells.collect::<Option<Vec<_>>>()?.into_iter()))
        };
        // Of rows of two levels either level may be what was added up.
        let (upper, lower): (Vec<_>, Vec<_>) = parts.iter().partition(|row| is_upper(row));
        let sums = if has_levels(parts) {
            if upper.len() < 2 {
                continue;
            }
            [sum(&mut upper.iter().copied()), sum(&mut lower.iter().copied()), sum(&mut parts.iter())]
        } else {
            // Rows that hold the sums of others are found by their numbers.
            [sum(&mut lowest.iter().copied()), sum(&mut parts.iter()), None]
        };
        // A cell that is computed wrongly spoils the sum of its column.
        let spoilt = |claim: &Claim| {
            let odd = rates::odd_cells(rows).into_iter().filter(|(_, of, _)| *of == column);
            let more: Vec<Decimal> = odd.map(|(_, _, more)| more).collect();
            let right = claim.law.exact().map(|sum| sum + more.iter().sum::<Decimal>());
            !more.is_empty() && right == Some(given)
        };
        // Rows below a first row need not be all of its parts: `Tổng số`, `Đảng viên`, `Trình độ đại học`.
        let far = |claim: &Claim| {
            let off = claim.law.exact().map(|sum| (sum - given).abs() * Decimal::TEN);
            std::ptr::eq(total, &body[0]) && off.is_none_or(|off| off > given.abs())
        };
        let wrong = sums[0].as_ref().filter(|claim| !far(claim)).filter(|_| !sums.iter().flatten().any(Claim::holds));
        if let Some(claim) = wrong.filter(|claim| !spoilt(claim)) {
            tell(&COLUMN, total[column], claim, subject, told);
        }
    }
}

/// Whether a row holds totals.
pub(crate) fn is_total(row: &[Cell<'_>]) -> bool {
    row.iter().take(2).any(|cell| {
        let text = cell.text.to_lowercase();
        ["tổng", "cộng", "tổng số", "tổng cộng", "toàn xã", "toàn huyện"].contains(&text.trim_end_matches(':').trim())
    })
}

/// Whether the ordinal of a row is of the upper of two levels: I, II above 1, 2.
fn is_upper(row: &[Cell<'_>]) -> bool {
    row.first().is_some_and(|cell| level(&cell.text) == "I")
}

/// The level of an ordinal.
fn level(text: &str) -> &'static str {
    let text = text.trim_end_matches(['.', ')']);
    if text.contains('.') {
        "1.1"
    } else if !text.is_empty() && text.chars().all(|c| c.is_ascii_digit()) {
        "1"
    } else if text.chars().count() <= 5 && !text.is_empty() && text.chars().all(char::is_alphabetic) {
        "I"
    } else {
        ""
    }
}

/// Whether the ordinals of rows are of several levels (I, 1, 2, II or 1, 1.1, 1.2): some rows hold the sums of others.
fn has_levels(rows: &[Vec<Cell<'_>>]) -> bool {
    let first = |row: &Vec<Cell<'_>>| row.first().map_or("", |cell| level(&cell.text));
    let (numbered, dotted) = (rows.iter().any(|row| first(row) == "1"), rows.iter().any(|row| first(row) == "1.1"));
    dotted || (numbered && rows.iter().any(|row| matches!(first(row), "I" | "")))
}

fn blank_or(text: &str) -> Option<Decimal> {
    if text.is_empty() || text == "-" { Some(Decimal::ZERO) } else { count(text) }
}
