//! What the rows below a header are: data, headings of groups, totals; and where the table ends.

use std::collections::BTreeMap;

use baocao_vietnamese::one_line;
use rust_decimal::Decimal;

use super::header::{Header, is_value};
use super::{Column, DecimalSign, Given, Hints, Line, Role, Sheet, numbers, words};
use crate::diagnostic::Finding;
use crate::report::{ColumnKind, FigureValue};

/// The lines of a table, and the rows below it that are none.
pub(super) struct Lines {
    pub(super) lines: Vec<Line>,
    pub(super) below: Vec<usize>,
}

/// Reads the rows below a header.
pub(super) fn read(
    sheet: &Sheet,
    header: Header,
    columns: &[Column],
    hints: &Hints,
    findings: &mut Vec<Finding>,
) -> Lines {
    let is_blank = |row: &usize| sheet.rows[*row].cells.iter().all(Given::is_blank);
    let mut rows: Vec<usize> = (header.data..sheet.rows.len()).filter(|row| !is_blank(row)).collect();
    // A header that is said again, as on each page of a printed table.
    let again = |row: &usize| {
        let same = |column: usize| sheet.cell(*row, column) == sheet.cell(header.bottom, column);
        !sheet.is_json() && (0..sheet.width()).all(same)
    };
    rows.retain(|row| !again(row));
    let mut reading = Reading { sheet, columns, hints, numbers: Vec::new(), signs: BTreeMap::new(), ordinal: None };
    reading.look(&rows);
    let below = if sheet.is_json() { Vec::new() } else { rows.split_off(reading.end(&rows)) };
    let mut lines: Vec<Line> = rows.iter().map(|row| Line { row: *row, role: Role::Data }).collect();
    reading.groups(&mut lines);
    reading.totals(&mut lines, findings);
    Lines { lines, below }
}

pub(super) struct Reading<'a> {
    pub(super) sheet: &'a Sheet,
    columns: &'a [Column],
    hints: &'a Hints,
    /// The columns whose numbers add up.
    pub(super) numbers: Vec<usize>,
    /// What stands before decimals in those that prove it.
    signs: BTreeMap<usize, DecimalSign>,
    /// The column of the numbers of rows.
    ordinal: Option<usize>,
}

impl Reading<'_> {
    /// Looks which columns hold numbers: most of what stands in them is one, and they are neither rates nor row numbers.
    fn look(&mut self, rows: &[usize]) {
        for column in self.columns {
            let name = column.path.last().map(String::as_str).unwrap_or_default();
            let cells = || rows.iter().map(|row| self.sheet.cell(*row, column.index)).filter(|cell| !cell.is_blank());
            if words::is_ordinal(name) {
                self.ordinal.get_or_insert(column.index);
                continue;
            }
            let (all, values) = (cells().count(), cells().filter(|cell| is_value(cell)).count());
            let is_rate = column.path.iter().any(|name| words::is_rate(name))
                || cells().any(|cell| cell.words().is_some_and(|text| text.ends_with('%')));
            if values > 0 && values * 2 >= all && !is_rate {
                let mut tally = numbers::Tally::default();
                cells().filter_map(Given::words).for_each(|text| tally.add(text, ColumnKind::Number));
                self.signs.extend(self.hints.decimal.or(tally.proves()).map(|sign| (column.index, sign)));
                self.numbers.push(column.index);
            }
        }
    }

    /// The number in a cell, as far as the totals of rows need it.
    pub(super) fn number(&self, row: usize, column: usize) -> Option<Decimal> {
        match self.sheet.cell(row, column) {
            Given::Number(number) => Some(*number),
            Given::Text(text) => match self.signs.get(&column) {
                Some(sign) => numbers::value(text, *sign).number(),
                None => FigureValue::of_text(text).number(),
            },
            _ => None,
        }
    }

    fn has_numbers(&self, row: usize) -> bool {
        self.numbers.iter().any(|column| is_value(self.sheet.cell(row, *column)))
    }

    pub(super) fn filled(&self, row: usize) -> Vec<usize> {
        let cells = self.sheet.rows[row].cells.iter().enumerate();
        cells.filter(|(_, cell)| !cell.is_blank()).map(|(column, _)| column).collect()
    }

    /// The first words of a row, those after its ordinal.
    pub(super) fn label(&self, row: usize) -> Option<String> {
        let mut words = self.sheet.rows[row].cells.iter().filter(|cell| !is_value(cell)).filter_map(Given::words);
        let first = words.next()?;
        let label = if is_ordinal(first) { words.next().unwrap_or(first) } else { first };
        Some(one_line(label))
    }

    /// How many of these rows are lines of the table: what follows the last of them stands below it.
    fn end(&self, rows: &[usize]) -> usize {
        let is_sure = |row: &usize| {
            if self.numbers.is_empty() { self.filled(*row).len() > 1 } else { self.has_numbers(*row) }
        };
        let Some(last) = rows.iter().rposition(is_sure) else { return rows.len() };
        let mut end = last + 1;
        while let Some(row) = rows.get(end) {
            let first = self.filled(*row).first().and_then(|column| self.sheet.cell(*row, *column).words());
            if rows[end - 1] + 1 < *row || first.is_some_and(words::is_below) {
                break;
            }
            end += 1;
        }
        end
    }

    /// The heading that a row is, where it may be one: words in one cell, perhaps after a number of its own; and whether
    /// its form leaves no doubt.
    fn heading(&self, row: usize) -> Option<(String, bool)> {
        let filled = self.filled(row);
        let (ordinal, text) = match filled.as_slice() {
            [text] => (None, *text),
            [ordinal, text] => (Some(self.sheet.cell(row, *ordinal)), *text),
            _ => return None,
        };
        let words = self.sheet.cell(row, text).words().filter(|words| !numbers::is_number(words))?;
        let ordinal = match ordinal {
            Some(given) => Some(given.words().filter(|text| is_ordinal(text))?),
            None => None,
        };
        let merged = self.sheet.merged_at(row, text);
        let across = merged.is_some_and(|merged| {
            let wide = merged.columns.1 - merged.columns.0 + 1;
            merged.rows.0 == merged.rows.1 && wide >= 2 && wide + text + 1 >= self.columns.len()
        });
        let in_first = self.columns.iter().map(|column| column.index).find(|column| Some(*column) != self.ordinal);
        (across || Some(text) == in_first || ordinal.is_some()).then(|| (one_line(words), across || ordinal.is_some()))
    }

    /// Finds the headings of groups. Where nothing but blanks tells one from a row without figures, they are headings
    /// only where the table begins with one.
    fn groups(&self, lines: &mut [Line]) {
        if self.sheet.is_json() || self.hints.group_rows == Some(false) || self.columns.len() < 2 {
            return;
        }
        let found: Vec<Option<(String, bool)>> = lines.iter().map(|line| self.heading(line.row)).collect();
        let begins = found.first().is_some_and(Option::is_some) && !self.numbers.is_empty();
        let count = found.iter().flatten().count();
        let unsure = self.hints.group_rows == Some(true) || begins && (self.columns.len() > 2 || count > 1);
        let mut followed = false;
        for (line, heading) in lines.iter_mut().zip(found).rev() {
            match heading {
                Some((name, sure)) if (sure || unsure) && followed && !words::is_total(&name) => {
                    line.role = Role::Group(name)
                }
                _ => followed = true,
            }
        }
    }
}

/// A Roman number or a letter, as the headings of groups are numbered.
pub(super) fn is_ordinal(text: &str) -> bool {
    let text = text.trim().trim_matches(['.', ')', '(', '/']);
    let roman = !text.is_empty() && text.len() <= 6 && text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    roman || matches!(text.as_bytes(), [b'A'..=b'Z'])
}
