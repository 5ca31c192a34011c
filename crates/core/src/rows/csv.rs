//! CSV: the separator is found out.

use std::ops::Range;
use std::sync::Arc;

use super::{Form, Given, Row, Sheet, bounds};
use crate::diagnostic::{Finding, Place, Source};
use crate::limits::Limits;
use crate::{kinds, msg};

/// Reads the rows of a file.
pub(super) fn read(source: &Arc<Source>, limits: &Limits, findings: &mut Vec<Finding>) -> Option<Sheet> {
    let text = &source.text;
    let separator = separator(text);
    let mut sheet = Sheet::new(source, String::new(), Form::Csv { separator });
    let mut reader = reader(text, separator);
    let mut lines = Lines { text, row: 1, end: 0 };
    let mut count = bounds::Count::new(limits);
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).unwrap_or(false) {
        let (start, end) = (record.position().map_or(0, |at| offset(at, text)), offset(reader.position(), text));
        // What the reader passes over before a record are line feeds.
        let start = start + text[start..end].len() - text[start..end].trim_start_matches(['\r', '\n']).len();
        let span = start..start + text[start..end].trim_end_matches(['\r', '\n']).len();
        let row = lines.row(start);
        lines.end = span.end;
        if text[span.clone()].contains('\n') && text[span.clone()].matches('"').count() % 2 == 1 {
            findings.push(open_quote(source, row, span));
            return None;
        }
        let is_blank = record.iter().all(str::is_empty);
        if let Err(finding) = count.add(row, if is_blank { 0 } else { record.len() }) {
            findings.push(finding.at(Place::field(source, row, None, span)));
            return None;
        }
        // Blank rows at the end are written by spreadsheets.
        if !is_blank {
            sheet.rows.resize_with(row, Row::default);
            sheet.rows[row - 1] = Row { cells: record.iter().map(given).collect(), span };
        }
    }
    Some(sheet)
}

fn given(field: &str) -> Given {
    // Lines inside of quotes end as the file's own do.
    if field.is_empty() { Given::Blank } else { Given::Text(field.replace("\r\n", "\n")) }
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes())
}

/// A byte of the text.
fn offset(position: &csv::Position, text: &str) -> usize {
    text.floor_char_boundary(usize::try_from(position.byte()).unwrap_or(text.len()))
}

/// The rows that a spreadsheet shows: blank lines are rows, line feeds inside of quotes begin none.
struct Lines<'a> {
    text: &'a str,
    row: usize,
    /// Where the row ends that was counted last.
    end: usize,
}

impl Lines<'_> {
    /// The number of the row that begins at a byte after the last one.
    fn row(&mut self, start: usize) -> usize {
        self.row += self.text.get(self.end..start).map_or(0, |between| between.matches('\n').count());
        self.row
    }
}

/// Where a field of a row stands; the rest of the row where it does not stand there as it is read.
pub(super) fn field(text: &str, row: Range<usize>, column: usize, separator: u8) -> Range<usize> {
    let mut record = csv::StringRecord::new();
    let within = text.get(row.clone()).unwrap_or_default();
    if !reader(within, separator).read_record(&mut record).unwrap_or(false) {
        return row;
    }
    // Between a value and the one before there are separators, quotes and spaces only.
    let mut at = 0..0;
    for value in record.iter().take(column + 1) {
        let from = at.end;
        at = match within[from..].find(value) {
            Some(found) => from + found..from + found + value.len(),
            None => return row.start + from..row.end,
        };
    }
    row.start + at.start..row.start + at.end
}

/// Semicolon, comma or tab: what divides most lines into the same number of fields. Of those that do so equally the one
/// that the first line has most of, then the first of these: Vietnamese spreadsheets write semicolons.
fn separator(text: &str) -> u8 {
    const LOOKED_AT: usize = 50;
    let separators = [b';', b',', b'\t'];
    let mut counts: Vec<[usize; 3]> = Vec::new();
    let mut quoted = false;
    let mut of_line = [0; 3];
    for byte in text.bytes() {
        quoted ^= byte == b'"';
        if byte == b'\n' && !quoted {
            counts.push(of_line);
            of_line = [0; 3];
            if counts.len() == LOOKED_AT {
                break;
            }
        }
        if let Some(at) = separators.iter().position(|separator| !quoted && *separator == byte) {
            of_line[at] += 1;
        }
    }
    counts.push(of_line);
    let even = |at: usize| {
        let here = |wanted: usize| counts.iter().filter(|line| line[at] == wanted).count();
        counts.iter().filter(|line| line[at] > 0).map(|line| here(line[at])).max().unwrap_or(0)
    };
    let best = (0..separators.len()).rev().max_by_key(|at| (even(*at), counts[0][*at]));
    best.map_or(b';', |at| separators[at])
}

fn open_quote(source: &Arc<Source>, row: usize, span: Range<usize>) -> Finding {
    let at = source.text[span.clone()].find('"').map_or(span.start, |at| span.start + at);
    kinds::data_files::OPEN_QUOTE
        .finding(msg!("ngoặc kép mở ở đây không được đóng", "the quote that opens here is not closed"))
        .at(Place::field(source, row, None, at..at + 1))
        .hint(msg!(
            "đóng ngoặc kép ở cuối giá trị; dấu ngoặc kép trong giá trị viết hai lần: \"\"",
            "close it at the end of the value; a quote inside a value is written twice: \"\""
        ))
}
