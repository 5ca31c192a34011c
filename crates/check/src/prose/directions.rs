//! Rows of tables that running text says to rise or fall, or to be more or less than another: `Vốn sự nghiệp có tỷ lệ giải ngân cao hơn
//! vốn đầu tư`, `Hồ sơ lý lịch tư pháp giảm mạnh` below the table that shows it otherwise.

use std::ops::Range;

use baocao_core::diagnostic::Message;
use baocao_core::msg;
use baocao_reading::numbers::Reading;
use baocao_vietnamese::lexicon::lists::{HIGHER, LOWER};
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::grids::{DIFFERS, Grid, Row, behind, is_of_another_time};
use crate::tables::{count, is_percent};
use crate::{Subject, Told};

/// Between the name of a row and what it is compared with, in letters; and what is looked at behind the name, in bytes.
const FAR: usize = 60;
const LONGEST: usize = 300;

/// What is told of what a text says of a row of a table in it.
pub(super) fn of_row(
    reading: Reading<'_>,
    grid: &Grid<'_, '_>,
    row: &Row<'_, '_>,
    subject: &Subject<'_>,
    told: &mut Told,
) {
    for from in behind(reading, &row.name) {
        let all = reading.passage.all_small();
        let rest = &all[from..all.floor_char_boundary(from + LONGEST)];
        let end = [". ", ";", "\n"].iter().filter_map(|mark| rest.find(mark)).min();
        let rest = &rest[..end.unwrap_or(rest.len())];
        let wrong = rises(grid, row, rest).or_else(|| is_more(grid, row, rest));
        let Some((range, right)) = wrong else { continue };
        let range = from + range.start..from + range.end;
        if is_of_another_time(reading, from) && !names_its_years(grid, rest) {
            continue;
        }
        told.finding(
            DIFFERS
                .finding(msg!("lời văn nói ngược với bảng", "the text says the opposite of the table"))
                .at(subject.place(reading.passage, range.clone()))
                .found(&reading.text[range])
                .expected(right),
        );
    }
}

/// A row that the text calls the first or the last of a column, where another one is: `thấp nhất là Dự án 5 (80,0%)`.
pub(super) fn extremes(
    reading: Reading<'_>,
    grid: &Grid<'_, '_>,
    below: &Range<usize>,
    subject: &Subject<'_>,
    told: &mut Told,
) {
    let text = reading.passage.all_small();
    for (words, most) in EXTREMES {
        for (at, _) in text.get(below.clone()).unwrap_or_default().match_indices(words) {
            let from = below.start + at + words.len();
            let rest = text[from..].trim_start();
            let start = text.len() - rest.len();
            let named = grid.rows.iter().filter(|row| starts(rest, &row.name));
            let Some(row) = named.max_by_key(|row| row.name.len()) else { continue };
            let behind = rest[row.name.len()..].trim_start();
            let Some(written) = behind.strip_prefix('(').and_then(|inside| inside.split([')', ';']).next()) else {
                continue;
            };
            let digits = written.split(['%', ' ']).next().unwrap_or_default();
            let Some(value) = count(digits) else { continue };
            let cell =
                |row: &Row<'_, '_>, column: usize| count(row.cells.get(column)?.text.trim_end_matches('%').trim_end());
            let mut columns = (0..grid.titles.len()).filter(|column| cell(row, *column) == Some(value));
            let (Some(column), None) = (columns.next(), columns.next()) else { continue };
            let all: Option<Vec<Decimal>> = grid.rows.iter().map(|row| cell(row, column)).collect();
            let Some(all) = all.filter(|all| all.len() > 1) else { continue };
            let right = if most { all.iter().max() } else { all.iter().min() };
            let Some(right) = right.filter(|right| **right != value) else { continue };
            let of = all.iter().position(|value| value == right).and_then(|at| grid.rows.get(at));
            let name = of.map_or("", |row| row.name.as_str());
            let right = number::format(*right);
            let range = start..start + row.name.len();
            told.finding(
                DIFFERS
                    .finding(msg!("bảng cho thấy dòng khác", "the table has another row"))
                    .at(subject.place(reading.passage, range.clone()))
                    .found(&reading.text[range])
                    .expected(msg!("{name} ({right})", "{name} ({right})")),
            );
        }
    }
}

/// Before what is the first or the last, and whether that is the most.
const EXTREMES: [(&str, bool); 8] = [
    ("cao nhất là", true),
    ("nhiều nhất là", true),
    ("lớn nhất là", true),
    ("thấp nhất là", false),
    ("ít nhất là", false),
    ("nhỏ nhất là", false),
    ("cao nhất thuộc về", true),
    ("thấp nhất thuộc về", false),
];

/// Whether all years of a text are in the heads of a table, which compares with the same.
fn names_its_years(grid: &Grid<'_, '_>, text: &str) -> bool {
    let words = || text.split(|c: char| !c.is_alphanumeric());
    let mut years = words().filter(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())).peekable();
    years.peek().is_some() && years.all(|year| grid.titles.iter().any(|title| title.all.contains(year)))
}

/// A rise or fall right behind the name of a row whose cell of changes has the other sign.
fn rises(grid: &Grid<'_, '_>, row: &Row<'_, '_>, rest: &str) -> Option<(Range<usize>, Message)> {
    let said = rest.trim_start();
    let (word, up) = [("tăng", true), ("giảm", false)].into_iter().find(|(word, _)| said.starts_with(word))?;
    // `giảm nghèo`, `tăng cường` are other words; behind these a change is meant whatever it is of.
    let behind = said[word.len()..].trim_start();
    let plain = ["mạnh", "nhẹ", "so với", "đáng kể", "nhiều", "do", "vì", "sâu", "rõ rệt", "nhanh"];
    let ends = behind.is_empty() || behind.starts_with([',', '.', ';']);
    let meant = ends || plain.iter().any(|word| starts(behind, word));
    // `tăng 3,0%` where the cell says -3,0
    let number_behind = behind.split(['%', ' ', ')']).next().unwrap_or_default();
    let changes = |title: &str| title.contains("tăng") && title.contains("giảm") || title.contains("chênh lệch");
    let columns = grid.titles.iter().enumerate().filter(|(_, title)| changes(&title.all));
    let signs = columns.filter_map(|(column, _)| {
        let text = row.cells.get(column)?.text.trim().to_owned();
        let up = text.starts_with('+');
        let number = text.strip_prefix(['+', '-', '–', '−'])?.trim_start().trim_end_matches('%').trim_end();
        let said = meant || number.trim_start_matches('0') == number_behind.trim_start_matches('0');
        count(number).filter(|number| said && !number.is_zero()).map(|_| (up, text))
    });
    let signs: Vec<(bool, String)> = signs.collect();
    let (_, shown) = signs.first().filter(|_| signs.iter().all(|(sign, _)| *sign != up))?;
    let start = rest.len() - said.len();
    let right = if up { "giảm" } else { "tăng" };
    Some((start..start + word.len(), msg!("{right} ({shown})", "{right} ({shown})")))
}

/// A row that is said to be more or less than another one, in the column whose head is named between them.
fn is_more(grid: &Grid<'_, '_>, row: &Row<'_, '_>, rest: &str) -> Option<(Range<usize>, Message)> {
    // `cao hơn`, `ít hơn`
    let than = |words: &'static [&'static str], more: bool| {
        words.iter().filter(|word| word.ends_with(" hơn")).map(move |word| (*word, more))
    };
    let words = || than(&HIGHER, true).chain(than(&LOWER, false));
    let (at, word, more) = words().filter_map(|(word, more)| Some((rest.find(word)?, word, more))).min()?;
    let (between, behind) = (&rest[..at], rest[at + word.len()..].trim_start());
    let others = grid.rows.iter().filter(|other| other.name != row.name && starts(behind, &other.name));
    let other = others.max_by_key(|other| other.name.len())?;
    if between.chars().count() > FAR || between.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let named = |(column, title): (usize, &super::grids::Title)| {
        let at = between.find(title.name.as_str()).filter(|_| !title.name.is_empty());
        at.or_else(|| if is_percent(&title.all) { between.find("tỷ lệ") } else { None }).map(|at| (at, column))
    };
    let (_, column) = grid.titles.iter().enumerate().filter_map(named).min()?;
    let value =
        |row: &Row<'_, '_>| -> Option<Decimal> { count(row.cells.get(column)?.text.trim_end_matches('%').trim_end()) };
    let (one, two) = (value(row)?, value(other)?);
    let wrong = one != two && (one > two) != more;
    let [one, two] = [one, two].map(number::format);
    let right = words().find(|(_, other)| *other != more).map_or("", |(word, _)| word);
    wrong.then(|| (at..at + word.len(), msg!("{right} ({one} so với {two})", "{right} ({one} against {two})")))
}

/// Whether a text begins with some words, and no letter goes on behind them.
fn starts(text: &str, words: &str) -> bool {
    !words.is_empty() && text.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}
