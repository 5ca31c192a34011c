//! Where the header of a table is, and what its columns are called.

use std::borrow::Cow;
use std::collections::BTreeSet;

use baocao_vietnamese::one_line;

use super::words::{plain, unit_line, unsorted};
use super::{Column, Given, Hints, Sheet, dates, numbers};

/// A header has no more rows.
const MOST_ROWS: usize = 4;

/// So many rows with anything in them are looked at: what stands above a table is short.
const LOOKED_AT: usize = 60;

/// The rows of a header, and where data begins below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) top: usize,
    pub(super) bottom: usize,
    pub(super) data: usize,
}

/// Whether a cell holds a number or a date.
pub(super) fn is_value(given: &Given) -> bool {
    match given {
        Given::Number(_) | Given::Date(_) => true,
        Given::Text(text) => numbers::is_number(text) || dates::day(text).is_some(),
        _ => false,
    }
}

/// The words of a cell of a header: a number such as a year keeps its digits.
fn label(given: &Given) -> String {
    match given {
        Given::Text(text) => unsorted(&one_line(text)).to_owned(),
        Given::Number(number) => number.to_string(),
        Given::Date(date) => dates::shown(*date),
        _ => String::new(),
    }
}

/// Finds the header: the first of the rows before the data that says most, with those above and below it that it is
/// divided into. Where names are looked for, the row that has most of them.
pub(super) fn find(sheet: &Sheet, hints: &Hints) -> Option<Header> {
    if sheet.is_json() {
        return (sheet.width_of(0) > 0).then_some(Header { top: 0, bottom: 0, data: 1 });
    }
    let look = Look { sheet, width: sheet.width() };
    let filled = (0..sheet.height()).filter(|row| look.filled(*row) > 0);
    let rows: Vec<usize> = filled.take(LOOKED_AT).collect();
    let wide = |row: &usize| look.filled(*row) >= look.width.min(2);
    let titled = rows.iter().position(wide).unwrap_or(0);
    let data = (titled + 1..rows.len()).find(|at| look.is_data(rows[*at]));
    let numbering = (titled + 1..rows.len()).find(|at| look.is_numbering(rows[*at]));
    let numbering = numbering.filter(|numbering| data.is_none_or(|data| *numbering <= data));
    let end = numbering.or(data).unwrap_or(rows.len());
    let names: BTreeSet<String> = hints.names.iter().map(|name| plain(unsorted(name))).collect();
    let score = |row: &usize| (look.names(*row, &names), look.filled(*row));
    let mut candidates = rows[titled..end].iter().filter(|row| wide(row) && !look.is_data(**row)).peekable();
    // A header of years looks as data does.
    let first = rows.get(titled)?;
    let best = if candidates.peek().is_none() { first } else { candidates.rev().max_by_key(|row| score(row))? };
    let (mut top, mut bottom) = (*best, *best);
    let limit = rows.get(end).copied().unwrap_or(sheet.height());
    while top > 0 && bottom - top + 1 < MOST_ROWS && look.divides(top - 1, top, limit) {
        top -= 1;
    }
    while bottom + 1 < limit && bottom - top + 1 < MOST_ROWS && look.divides(bottom, bottom + 1, limit) {
        bottom += 1;
    }
    if let Some(count) = hints.header_rows.filter(|count| *count > 0) {
        match numbering {
            Some(numbering) => {
                bottom = rows[numbering - 1];
                top = (bottom + 1).saturating_sub(count);
            }
            None => bottom = top + count - 1,
        }
    }
    let below = (bottom + 1..sheet.height()).find(|row| look.filled(*row) > 0);
    let data = below.filter(|row| look.is_numbering(*row)).map_or(bottom + 1, |row| row + 1);
    Some(Header { top, bottom, data })
}

/// A sheet while its header is looked for.
struct Look<'s> {
    sheet: &'s Sheet,
    width: usize,
}

impl Look<'_> {
    fn cells(&self, row: usize) -> impl Iterator<Item = Cow<'_, Given>> {
        self.sheet.row(row).filter(|cell| !cell.is_blank())
    }

    fn filled(&self, row: usize) -> usize {
        (0..self.sheet.width_of(row)).filter(|column| !self.sheet.is_blank(row, *column)).count()
    }

    /// Whether a row has values that are more than the years of a header.
    fn is_data(&self, row: usize) -> bool {
        let values: Vec<Cow<'_, Given>> = self.cells(row).filter(|cell| is_value(cell)).collect();
        let is_year = |text: &str| matches!(text.parse::<u32>(), Ok(1900..=2100));
        let years: BTreeSet<String> = values.iter().map(|value| label(value)).collect();
        let are_years = years.iter().all(|text| is_year(text));
        // Different years below names, and nothing below the first: `Đơn vị; Tiếp nhận` over `; 2025; 2026`.
        let divide = years.len() == values.len() && years.len() > 1 && self.sheet.is_blank(row, 0);
        !values.is_empty() && !(are_years && (values.len() < self.filled(row) || divide))
    }

    /// How many of these names a row has.
    fn names(&self, row: usize, names: &BTreeSet<String>) -> usize {
        self.cells(row).filter(|cell| names.contains(&plain(&label(cell)))).count()
    }

    /// Whether a row numbers the columns: `(1) (2) (3)=(1)+(2)`, `A B 1 2`. Bare numbers do so where each column has one.
    fn is_numbering(&self, row: usize) -> bool {
        let texts: Vec<String> = self.cells(row).map(|cell| label(&cell).replace(' ', "")).collect();
        let mut last = 0;
        let mut marked = false;
        let fits = texts.iter().all(|text| {
            let name = text.split('=').next().unwrap_or_default();
            let number = name.trim_matches(['(', ')', '[', ']']);
            marked |= number != text;
            match number.parse::<usize>() {
                Ok(number) => std::mem::replace(&mut last, number) < number && number <= self.width,
                Err(_) => {
                    marked |= last == 0;
                    last == 0 && number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_alphabetic())
                }
            }
        });
        let all = last >= 3 && texts.len() >= 4 && texts.len() == last;
        texts.len() >= 2 && fits && last > 0 && (marked || all)
    }

    /// Whether a row of a header divides the one above it: it has words below merged cells, or in blanks at the right of
    /// others, and leaves blank what is not divided. Below a row that says it all, no row does.
    fn divides(&self, upper: usize, lower: usize, limit: usize) -> bool {
        let is_words = |row: usize| self.filled(row) > 0 && !self.cells(row).any(|cell| is_value(&cell));
        if self.is_unit_line(upper, lower) {
            return false;
        }
        if !is_words(upper) && !self.is_year_row(upper) || !is_words(lower) && !self.is_year_row(lower) {
            return false;
        }
        let blank = |row: usize, column: usize| self.sheet.is_blank(row, column);
        let begins = |row: usize| (0..self.width).find(|column| !blank(row, *column)).unwrap_or(0);
        let across = |column: usize| {
            self.sheet.merged_at(upper, column).is_some_and(|merged| {
                let wide = merged.columns.0 < merged.columns.1 && merged.rows.1 < lower;
                // A title stands over all.
                wide && (self.filled(upper) > 1 || merged.columns.0 > begins(lower))
            })
        };
        if !self.sheet.merged.is_empty() {
            return (0..self.width).any(|column| across(column) && !blank(lower, column));
        }
        if self.filled(upper) < 2 {
            return false;
        }
        let fills = (begins(upper)..self.width).any(|column| blank(upper, column) && !blank(lower, column));
        let leaves = (0..self.width).any(|column| !blank(upper, column) && blank(lower, column));
        let labels: Vec<String> = self.cells(lower).map(|cell| plain(&label(&cell))).collect();
        let repeats = labels.iter().collect::<BTreeSet<_>>().len() < labels.len();
        // Where all is words, a row below the first is as likely data.
        fills && (leaves && limit < self.sheet.height() || repeats)
    }

    /// Whether a row says the unit of measure of the table below it, perhaps beside the number of the form, and is no part
    /// of its header: what stands under its first cell is a name, not a part of one.
    fn is_unit_line(&self, upper: usize, lower: usize) -> bool {
        const MOST: usize = 2;
        let says_it = self.cells(upper).any(|cell| cell.words().is_some_and(|text| unit_line(text).is_some()));
        let Some(first) = self.sheet.first_filled(upper) else { return false };
        let goes_on = self.sheet.merged_at(lower, first).is_some_and(|merged| merged.rows.0 < lower);
        says_it && self.filled(upper) <= MOST && !goes_on && !self.sheet.shown(lower, first).is_blank()
    }

    fn is_year_row(&self, row: usize) -> bool {
        self.filled(row) > 0 && !self.is_data(row)
    }
}

/// The columns below a header, those without a name as well.
pub(super) fn columns(sheet: &Sheet, header: Header) -> Vec<Column> {
    let width = sheet.width();
    let own = |row: usize, column: usize| label(&sheet.shown(row, column));
    // What each row of the header says of each column: blanks at the right of words are said with them, where a row below
    // divides them and what stands above is the same.
    let mut said: Vec<Vec<String>> = Vec::new();
    for row in header.top..=header.bottom {
        let mut cells: Vec<String> = Vec::with_capacity(width);
        for column in 0..width {
            let mut text = own(row, column);
            let divided = (row + 1..=header.bottom).any(|below| !own(below, column).is_empty());
            if text.is_empty() && divided && column > 0 && sheet.merged_at(row, column).is_none() {
                let same = said.iter().all(|above| above[column] == above[column - 1]);
                if same {
                    text.clone_from(&cells[column - 1]);
                }
            }
            cells.push(text);
        }
        said.push(cells);
    }
    let column = |index: usize| {
        let mut path: Vec<String> = said.iter().map(|row| row[index].clone()).filter(|text| !text.is_empty()).collect();
        path.dedup();
        let lowest = (header.top..=header.bottom).rev().find(|row| !sheet.is_blank(*row, index));
        Column { index, path, place: sheet.place(lowest.unwrap_or(header.bottom), index) }
    };
    (0..width).map(column).collect()
}
