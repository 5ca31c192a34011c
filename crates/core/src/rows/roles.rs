//! What the rows below a header are: data, headings of groups, totals; and where the table ends.

use std::collections::BTreeMap;

use baocao_vietnamese::one_line;
use rust_decimal::Decimal;

use super::header::{Header, is_value};
use super::{Column, DecimalSign, Given, Hints, Line, Role, Sheet, numbers, words};
use crate::diagnostic::Finding;
use crate::report::ColumnKind;

/// The words of headings, by their rows.
pub(super) type Headings = BTreeMap<usize, String>;

/// The lines of a table, and the rows below it that are none.
pub(super) struct Lines {
    pub(super) lines: Vec<Line>,
    pub(super) headings: Headings,
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
    // A header that is said again, as on each page of a printed table.
    let again = |row: usize| {
        let same = |column: usize| sheet.cell(row, column) == sheet.cell(header.bottom, column);
        !sheet.is_json() && (0..sheet.width()).all(same)
    };
    let rows = (header.data..sheet.height()).filter(|row| !sheet.is_blank_row(*row) && !again(*row));
    let mut lines: Vec<Line> = rows.map(Line::new).collect();
    let mut reading = Reading {
        sheet,
        columns,
        hints,
        numbers: Vec::new(),
        signs: BTreeMap::new(),
        ordinal: None,
        apart: Vec::new(),
    };
    reading.look(&lines);
    let below = if sheet.is_json() { Vec::new() } else { lines.split_off(reading.end(&lines)) };
    let below = below.iter().map(Line::row).collect();
    let mut headings = reading.groups(&mut lines);
    reading.totals(&mut lines, &mut headings, findings);
    Lines { lines, headings, below }
}

pub(super) struct Reading<'a> {
    pub(super) sheet: &'a Sheet,
    columns: &'a [Column],
    pub(super) hints: &'a Hints,
    /// The columns whose numbers add up.
    pub(super) numbers: Vec<usize>,
    /// What stands before decimals in those that prove it.
    signs: BTreeMap<usize, DecimalSign>,
    /// The column of the numbers of rows.
    ordinal: Option<usize>,
    /// The columns by which rows are told apart that measure different things.
    apart: Vec<usize>,
}

impl Reading<'_> {
    /// Looks which columns hold numbers: most of what stands in them is one, and they are neither rates nor row numbers.
    fn look(&mut self, lines: &[Line]) {
        let apart: Vec<String> = self.hints.apart.iter().map(|name| words::plain(name)).collect();
        for column in self.columns {
            let name = column.path.last().map(String::as_str).unwrap_or_default();
            if words::is_measure(name) || apart.contains(&words::plain(name)) {
                self.apart.push(column.index);
                continue;
            }
            if words::is_ordinal(name) {
                self.ordinal.get_or_insert(column.index);
                continue;
            }
            let (mut all, mut values, mut signed, mut tally) = (0, 0, 0, numbers::Tally::default());
            for cell in
                lines.iter().map(|line| self.sheet.cell(line.row(), column.index)).filter(|cell| !cell.is_blank())
            {
                all += 1;
                values += usize::from(is_value(&cell));
                if let Some(text) = cell.words() {
                    signed += usize::from(text.ends_with('%'));
                    tally.add(text, ColumnKind::Number);
                }
            }
            // A single sign of per cent in a column of amounts is a slip: its totals are judged all the same.
            let is_rate = signed * 2 > values || column.path.iter().any(|name| words::is_rate(name));
            if values > 0 && values * 2 >= all && !is_rate {
                self.signs.extend(self.hints.decimal.or(tally.proves()).map(|sign| (column.index, sign)));
                self.numbers.push(column.index);
            }
        }
    }

    /// The number in a cell, as far as the totals of rows need it.
    pub(super) fn number(&self, row: usize, column: usize) -> Option<Decimal> {
        match &*self.sheet.cell(row, column) {
            Given::Number(number) => Some(*number),
            Given::Text(text) => {
                let sign = self.signs.get(&column).copied().unwrap_or(DecimalSign::Comma);
                numbers::value(text, sign).number()
            }
            _ => None,
        }
    }

    /// Whether something stands in a cell that is no number, and does not say that there is none.
    pub(super) fn is_unread(&self, row: usize, column: usize) -> bool {
        let cell = self.sheet.cell(row, column);
        let is_none = cell.words().is_some_and(|text| words::is_sign(text) || words::is_nothing(text));
        !cell.is_blank() && !is_none && self.number(row, column).is_none()
    }

    pub(super) fn has_numbers(&self, row: usize) -> bool {
        self.numbers.iter().any(|column| is_value(&self.sheet.cell(row, *column)))
    }

    fn filled(&self, row: usize) -> impl Iterator<Item = usize> {
        (0..self.sheet.width_of(row)).filter(move |column| !self.sheet.is_blank(row, *column))
    }

    /// What a row measures; of tables whose rows all measure the same nothing.
    pub(super) fn measures(&self, row: usize) -> String {
        let words = self.apart.iter().map(|column| match &*self.sheet.cell(row, *column) {
            Given::Text(text) => words::plain(text),
            Given::Number(number) => number.to_string(),
            _ => String::new(),
        });
        words.collect::<Vec<_>>().join("\n")
    }

    /// What a row is called that is called the total of others; where a row is one of many of its unit any of its cells may
    /// say so.
    pub(super) fn total(&self, row: usize) -> Option<String> {
        let mut cells = (0..self.sheet.width_of(row)).filter(|column| !self.apart.contains(column));
        let is_total = |text: &String| words::is_total(text);
        match self.apart.is_empty() {
            true => self.label(row).filter(is_total),
            false => {
                cells.find_map(|column| self.sheet.words(row, column).map(|text| one_line(&text)).filter(is_total))
            }
        }
    }

    /// Where a row is called a total behind other words, `Xã A; Cộng`, and how: the total of the rows with these words.
    pub(super) fn inner_total(&self, row: usize) -> Option<(usize, String)> {
        let first = *self.numbers.first()?;
        let mut named = (0..first.min(self.sheet.width_of(row))).filter(|column| !self.apart.contains(column));
        let (column, words) = named.find_map(|column| {
            let words = self.sheet.words(row, column).filter(|words| words::is_total(words))?;
            Some((column, one_line(&words)))
        })?;
        (!self.words_before(row, column).is_empty()).then_some((column, words))
    }

    /// What a row says in the columns before one, by its columns: words of merged cells too, and no ordinals.
    pub(super) fn words_before(&self, row: usize, column: usize) -> Vec<(usize, String)> {
        let before = (0..column).filter(|column| !self.apart.contains(column) && Some(*column) != self.ordinal);
        let words = before.filter_map(|column| {
            let given = self.sheet.shown(row, column);
            let words = given.words().filter(|words| !is_value(&given) && !is_ordinal(words))?;
            Some((column, one_line(words)))
        });
        words.collect()
    }

    pub(super) fn is_named_total(&self, row: usize) -> bool {
        self.total(row).is_some()
    }

    /// The first words of a row, those after its ordinal and beside what it measures.
    pub(super) fn label(&self, row: usize) -> Option<String> {
        let columns = (0..self.sheet.width_of(row)).filter(|column| !self.apart.contains(column));
        let mut words = columns.filter_map(|column| match self.sheet.cell(row, column) {
            cell if is_value(&cell) => None,
            cell => cell.words().map(one_line),
        });
        let first = words.next()?;
        if is_ordinal(&first) { words.next().or(Some(first)) } else { Some(first) }
    }

    /// How many of these rows are lines of the table: what follows the last of them stands below it.
    fn end(&self, lines: &[Line]) -> usize {
        let is_sure = |line: &Line| {
            if self.numbers.is_empty() {
                self.filled(line.row()).nth(1).is_some()
            } else {
                self.has_numbers(line.row())
            }
        };
        let Some(last) = lines.iter().rposition(is_sure) else { return lines.len() };
        let mut end = last + 1;
        while let Some(row) = lines.get(end).map(Line::row) {
            let first = self.sheet.first_filled(row).and_then(|column| self.sheet.words(row, column));
            if lines[end - 1].row() + 1 < row || first.is_some_and(|text| words::is_below(&text)) {
                break;
            }
            end += 1;
        }
        end
    }

    /// The heading that a row is, where it may be one: words in one cell, perhaps after a number of its own; and whether
    /// its form leaves no doubt.
    fn heading(&self, row: usize) -> Option<(String, bool)> {
        let filled: Vec<usize> = self.filled(row).take(3).collect();
        let (ordinal, text) = match filled.as_slice() {
            [text] => (None, *text),
            [ordinal, text] => (Some(*ordinal), *text),
            _ => return None,
        };
        let words = self.sheet.words(row, text).filter(|words| !numbers::is_number(words))?;
        if let Some(ordinal) = ordinal {
            self.sheet.words(row, ordinal).filter(|text| is_ordinal(text))?;
        }
        let merged = self.sheet.merged_at(row, text);
        let across = merged.is_some_and(|merged| {
            let wide = merged.columns.1 - merged.columns.0 + 1;
            merged.rows.0 == merged.rows.1 && wide >= 2 && wide + text + 1 >= self.columns.len()
        });
        let in_first = self.columns.iter().map(|column| column.index).find(|column| Some(*column) != self.ordinal);
        (across || Some(text) == in_first || ordinal.is_some()).then(|| (one_line(&words), across || ordinal.is_some()))
    }

    /// Finds the headings of groups. Where nothing but blanks tells one from a row without figures, they are headings
    /// only where the table begins with one.
    fn groups(&self, lines: &mut [Line]) -> Headings {
        let mut headings = Headings::new();
        if self.sheet.is_json() || self.hints.group_rows == Some(false) || self.columns.len() < 2 {
            return headings;
        }
        let heading = |line: &Line| self.heading(line.row());
        let begins = lines.first().and_then(heading).is_some() && !self.numbers.is_empty();
        let several = || lines.iter().filter(|line| heading(line).is_some()).nth(1).is_some();
        let unsure = self.hints.group_rows == Some(true) || begins && (self.columns.len() > 2 || several());
        let mut followed = false;
        for line in lines.iter_mut().rev() {
            match heading(line) {
                Some((name, sure)) if (sure || unsure) && followed && !words::is_total(&name) => {
                    line.role = Role::Group;
                    headings.insert(line.row(), name);
                }
                _ => followed = true,
            }
        }
        headings
    }
}

/// A Roman number or a letter, as the headings of groups are numbered.
pub(super) fn is_ordinal(text: &str) -> bool {
    let text = text.trim().trim_matches(['.', ')', '(', '/']);
    let roman = !text.is_empty() && text.len() <= 6 && text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    roman || matches!(text.as_bytes(), [b'A'..=b'Z'])
}
