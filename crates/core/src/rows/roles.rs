//! What the rows below a header are: data, headings of groups, totals; and where the table ends.

use std::collections::BTreeMap;

use baocao_vietnamese::{number, one_line};
use rust_decimal::Decimal;

use super::header::{Header, is_value};
use super::{Column, Given, Hints, Line, Role, Sheet, numbers, words};
use crate::diagnostic::Finding;
use crate::report::{ColumnKind, FigureValue};
use crate::{kinds, msg};

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
    let mut reading = Reading { sheet, columns, hints, numbers: Vec::new(), ordinal: None };
    reading.look(&rows);
    let below = if sheet.is_json() { Vec::new() } else { rows.split_off(reading.end(&rows)) };
    let mut lines: Vec<Line> = rows.iter().map(|row| Line { row: *row, role: Role::Data }).collect();
    reading.groups(&mut lines);
    reading.totals(&mut lines, findings);
    Lines { lines, below }
}

struct Reading<'a> {
    sheet: &'a Sheet,
    columns: &'a [Column],
    hints: &'a Hints,
    /// The columns whose numbers add up.
    numbers: Vec<usize>,
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
                self.numbers.push(column.index);
            }
        }
    }

    /// The number in a cell, as far as the totals of rows need it.
    fn number(&self, row: usize, column: usize) -> Option<Decimal> {
        match self.sheet.cell(row, column) {
            Given::Number(number) => Some(*number),
            Given::Text(text) => {
                let sign = self.hints.decimal.or_else(|| self.sign(text));
                match sign {
                    Some(sign) => numbers::value(text, sign),
                    None => FigureValue::of_text(text),
                }
                .number()
            }
            _ => None,
        }
    }

    /// The sign that a number proves by itself.
    fn sign(&self, text: &str) -> Option<super::DecimalSign> {
        let mut tally = numbers::Tally::default();
        tally.add(text, ColumnKind::Number);
        tally.proves()
    }

    fn has_numbers(&self, row: usize) -> bool {
        self.numbers.iter().any(|column| is_value(self.sheet.cell(row, *column)))
    }

    fn filled(&self, row: usize) -> Vec<usize> {
        let cells = self.sheet.rows[row].cells.iter().enumerate();
        cells.filter(|(_, cell)| !cell.is_blank()).map(|(column, _)| column).collect()
    }

    /// The first words of a row, those after its ordinal.
    fn label(&self, row: usize) -> Option<String> {
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
                Some((name, sure)) if (sure || unsure) && followed && !words::is_total(&name) => line.role = Role::Group(name),
                _ => followed = true,
            }
        }
    }

    /// Finds the rows that are sums of others: by what they are called, and by their numbers.
    fn totals(&self, lines: &mut [Line], findings: &mut Vec<Finding>) {
        self.subtotals(lines);
        let mut found: Vec<(usize, Option<Wrong>)> = Vec::new();
        let (mut whole, mut part) = (Sum::default(), Sum::default());
        for at in 0..lines.len() {
            let row = lines[at].row;
            if lines[at].role != Role::Data {
                part = Sum::default();
                continue;
            }
            let values = self.values(row);
            let named = self.label(row).is_some_and(|label| words::is_total(&label));
            let agrees = [&part, &whole].into_iter().find(|sum| sum.agrees(&values, named));
            let above = if at == 0 { self.sum_below(lines, &values, named) } else { None };
            if agrees.is_some() || above.is_some() {
                found.push((at, None));
            } else if named && whole.rows > 0 && self.ends(lines, at) {
                let sum = if part.rows > 0 && part.rows < whole.rows { &part } else { &whole };
                found.push((at, sum.wrong(&values)));
            } else {
                whole.add(&values);
                part.add(&values);
                continue;
            }
            lines[at].role = Role::Total;
            part = Sum::default();
        }
        self.tell(lines, &found, findings);
    }

    /// Whether a line is the last of its group or of the table.
    fn ends(&self, lines: &[Line], at: usize) -> bool {
        lines.get(at + 1).is_none_or(|next| {
            next.role != Role::Data || self.label(next.row).is_some_and(|label| words::is_total(&label))
        })
    }

    /// Headings that carry the sums of their rows: those with Roman numbers or letters, whose figures are the sums of the
    /// rows up to the next one.
    fn subtotals(&self, lines: &mut [Line]) {
        let ordinal = |line: &Line| {
            let first = self.filled(line.row).into_iter().next()?;
            self.sheet.cell(line.row, first).words().filter(|text| is_ordinal(text))
        };
        let heads: Vec<usize> = (0..lines.len()).filter(|at| ordinal(&lines[*at]).is_some()).collect();
        for (index, head) in heads.iter().enumerate() {
            let end = heads.get(index + 1).copied().unwrap_or(lines.len());
            let values = self.values(lines[*head].row);
            let mut sum = Sum::default();
            let parts = lines[head + 1..end].iter();
            let named = |line: &&Line| self.label(line.row).is_some_and(|label| words::is_total(&label));
            parts.take_while(|line| !named(line)).for_each(|line| sum.add(&self.values(line.row)));
            if lines[*head].role == Role::Data && !values.is_empty() && sum.rows > 0 && sum.is(&values) {
                lines[*head].role = Role::Group(self.label(lines[*head].row).unwrap_or_default());
            }
        }
    }

    /// A first row that is the sum of all below it.
    fn sum_below(&self, lines: &[Line], values: &BTreeMap<usize, Decimal>, named: bool) -> Option<()> {
        let mut sum = Sum::default();
        let below = lines[1..].iter().filter(|line| line.role == Role::Data);
        let is_named = |line: &&Line| self.label(line.row).is_none_or(|label| !words::is_total(&label));
        below.filter(is_named).for_each(|line| sum.add(&self.values(line.row)));
        sum.agrees(values, named).then_some(())
    }

    fn values(&self, row: usize) -> BTreeMap<usize, Decimal> {
        self.numbers.iter().filter_map(|column| Some((*column, self.number(row, *column)?))).collect()
    }

    /// Tells of the totals of a table once, and of those that are not what their rows make.
    fn tell(&self, lines: &[Line], found: &[(usize, Option<Wrong>)], findings: &mut Vec<Finding>) {
        let shown = |at: usize| self.label(lines[at].row).unwrap_or_default();
        if let Some(((first, _), others)) = found.split_first() {
            let finding = kinds::data_files::TOTAL_ROW
                .finding(msg!(
                    "dòng này là tổng của các dòng khác, không cộng thêm lần nữa",
                    "this row is the sum of others and is not added up again"
                ))
                .at(self.sheet.row_place(lines[*first].row))
                .found(shown(*first))
                .hint(msg!(
                    "chương trình tự tính tổng; có thể bỏ dòng này khỏi tệp",
                    "totals are computed anew; the row may be left out of the file"
                ));
            let also = |finding: Finding, (at, _): &(usize, _)| finding.also(self.sheet.row_place(lines[*at].row), shown(*at));
            findings.push(others.iter().fold(finding, also));
        }
        for (at, wrong) in found {
            let Some(Wrong { column, given, sum }) = wrong else { continue };
            findings.push(
                kinds::data_files::TOTAL_WRONG
                    .finding(msg!(
                        "dòng tổng của tệp không bằng tổng các dòng",
                        "a total of the file is not the sum of its rows"
                    ))
                    .at(self.sheet.place(lines[*at].row, *column))
                    .found(number::format(*given))
                    .expected({
                        let sum = number::format(*sum);
                        msg!("{sum}", "{sum}")
                    }),
            );
        }
    }
}

/// A total that is not what its rows make.
struct Wrong {
    column: usize,
    given: Decimal,
    sum: Decimal,
}

/// The sums of rows, column by column.
#[derive(Default)]
struct Sum {
    rows: usize,
    columns: BTreeMap<usize, Decimal>,
}

impl Sum {
    fn add(&mut self, values: &BTreeMap<usize, Decimal>) {
        self.rows += 1;
        for (column, value) in values {
            let sum = self.columns.entry(*column).or_default();
            *sum = sum.checked_add(*value).unwrap_or_default();
        }
    }

    /// Whether all values are these sums.
    fn is(&self, values: &BTreeMap<usize, Decimal>) -> bool {
        let sum = |column: &usize| self.columns.get(column).copied().unwrap_or_default();
        values.iter().all(|(column, value)| sum(column) == *value)
    }

    /// Whether values are these sums and not by chance: a row that is not called a total has to agree in several columns.
    fn agrees(&self, values: &BTreeMap<usize, Decimal>, named: bool) -> bool {
        // Small counts are the sums of others by chance.
        let large = values.values().filter(|value| **value >= Decimal::TEN).count();
        let sure = match self.rows {
            0 => false,
            1 => named,
            2 => named || large >= 3,
            _ => named || large >= 2,
        };
        sure && values.values().any(|value| !value.is_zero()) && self.is(values)
    }

    fn wrong(&self, values: &BTreeMap<usize, Decimal>) -> Option<Wrong> {
        let sum = |column: &usize| self.columns.get(column).copied().unwrap_or_default();
        let differs = values.iter().find(|(column, value)| sum(column) != **value);
        differs.map(|(column, value)| Wrong { column: *column, given: *value, sum: sum(column) })
    }
}

/// A Roman number or a letter, as the headings of groups are numbered.
fn is_ordinal(text: &str) -> bool {
    let text = text.trim().trim_matches(['.', ')', '(', '/']);
    let roman = !text.is_empty() && text.len() <= 6 && text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    roman || matches!(text.as_bytes(), [b'A'..=b'Z'])
}
