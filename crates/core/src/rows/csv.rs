//! CSV: the separator is found out.

use std::borrow::Cow;
use std::io::{self, Read};
use std::ops::Range;
use std::sync::Arc;

use baocao_vietnamese::encoding::composed;

use super::stored::{NoText, Text};
use super::{Form, Given, Sheet, bounds};
use crate::diagnostic::{Finding, Place, Source};
use crate::limits::Limits;
use crate::{kinds, msg};

/// Reads the rows of a file.
pub(super) fn read(
    text: Text,
    separator: u8,
    name: &str,
    limits: &Limits,
    findings: &mut Vec<Finding>,
) -> Result<Option<Sheet>, NoText> {
    let source = Source::new(name, "");
    let mut sheet = Sheet::new(&source, String::new(), Form::Csv { separator });
    let mut reader = reader(Window { text, bytes: Vec::new(), begin: 0, is_full: false }, separator);
    let mut count = bounds::Count::new(limits);
    let mut record = csv::StringRecord::new();
    // The row that a spreadsheet shows, in which blank lines are rows and line feeds inside of quotes begin none; the line
    // of the file; and where the last record ended.
    let (mut row, mut line, mut end) = (1, 1, 0);
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) if reader.get_ref().is_full => {
                let line = usize::try_from(reader.position().line()).unwrap_or(line);
                findings.push(bounds::row_too_long(&source, line));
                return Ok(None);
            }
            Err(_) => return Err(NoText),
        }
        let (from, to) = (record.position().map_or(end, offset), offset(reader.position()));
        let window = reader.get_mut();
        let lines = |part: &[u8]| part.iter().filter(|byte| **byte == b'\n').count();
        let is_end = |byte: &u8| matches!(byte, b'\r' | b'\n');
        // What the reader passes over before a record are line feeds.
        let whole = window.part(from..to);
        let from = from + whole.iter().take_while(|byte| is_end(byte)).count();
        let whole = window.part(from..to);
        let length = whole.len() - whole.iter().rev().take_while(|byte| is_end(byte)).count();
        let between = lines(window.part(end..from));
        (row, line) = (row + between, line + between);
        if length > Limits::ROW_BYTES {
            findings.push(bounds::row_too_long(&source, line));
            return Ok(None);
        }
        let written = &window.part(from..to)[..length];
        if written.contains(&0) {
            return Err(NoText);
        }
        let text = composed(std::str::from_utf8(written).map_err(|_| NoText)?);
        let part = || Source::part(name, text.to_string(), line, from);
        if text.contains('\n') && text.matches('"').count() % 2 == 1 {
            findings.push(open_quote(&part(), row));
            return Ok(None);
        }
        if let Cow::Owned(text) = &text {
            record = first(text, separator).unwrap_or_default();
        }
        let is_blank = record.iter().all(str::is_empty);
        if let Err(finding) = count.add(row, if is_blank { 0 } else { record.len() }) {
            findings.push(finding.at(Place::field(&part(), row, None, 0..text.len())));
            return Ok(None);
        }
        // Blank rows at the end are written by spreadsheets.
        if !is_blank {
            let mut known: Option<Vec<Range<usize>>> = None;
            for (column, value) in record.iter().enumerate() {
                let place = || {
                    let fields = known.get_or_insert_with(|| places(&text, &record));
                    fields.get(column).filter(|at| &text[(*at).clone()] == value).cloned()
                };
                sheet.write((row - 1, column), value, || given(value), place);
            }
            sheet.lines.set(row - 1, &(from..from + length), line);
        }
        line += lines(written);
        end = from + length;
        window.forget(end);
    }
    sheet.cells.close();
    sheet.stored = Some(Arc::new(reader.into_inner().text.stored()));
    Ok(Some(sheet))
}

/// A text while it is read, with those of its bytes that are still needed.
struct Window {
    text: Text,
    bytes: Vec<u8>,
    /// Where these begin.
    begin: usize,
    /// Whether one row would be longer than may be read.
    is_full: bool,
}

impl Window {
    /// A part of the text; what of it is there.
    fn part(&self, span: Range<usize>) -> &[u8] {
        let at = |offset: usize| offset.saturating_sub(self.begin).min(self.bytes.len());
        self.bytes.get(at(span.start)..at(span.end)).unwrap_or_default()
    }

    /// What stands before is needed no more.
    fn forget(&mut self, before: usize) {
        let count = before.saturating_sub(self.begin).min(self.bytes.len());
        // Now and then: what follows moves to the front.
        if count > self.bytes.len() / 2 {
            self.bytes.drain(..count);
            self.begin += count;
        }
    }
}

impl Read for Window {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.is_full = self.bytes.len() > 2 * Limits::ROW_BYTES;
        if self.is_full {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let count = self.text.read(buffer)?;
        self.bytes.extend_from_slice(&buffer[..count]);
        Ok(count)
    }
}

/// The value of a field.
pub(super) fn given(field: &str) -> Given {
    // Lines inside of quotes end as the file's own do.
    if field.is_empty() { Given::Blank } else { Given::Text(field.replace("\r\n", "\n")) }
}

fn reader<R: Read>(text: R, separator: u8) -> csv::Reader<R> {
    csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(text)
}

/// The first record of a text.
fn first(text: &str, separator: u8) -> Option<csv::StringRecord> {
    reader(text.as_bytes(), separator).into_records().next()?.ok()
}

fn offset(position: &csv::Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}

/// Where the fields of a row stand; the last one is the rest of the row where it does not stand there as it is read.
pub(super) fn fields(row: &str, separator: u8) -> Vec<Range<usize>> {
    first(row, separator).map(|values| places(row, &values)).unwrap_or_default()
}

/// The same where its values are known.
fn places(row: &str, values: &csv::StringRecord) -> Vec<Range<usize>> {
    let mut fields: Vec<Range<usize>> = Vec::new();
    for value in values {
        // Between a value and the one before there are separators, quotes and spaces only.
        let from = fields.last().map_or(0, |last| last.end);
        match row[from..].find(value) {
            Some(found) => fields.push(from + found..from + found + value.len()),
            None => {
                fields.push(from..row.len());
                break;
            }
        }
    }
    fields
}

/// So many lines tell the separator.
const LOOKED_AT: usize = 50;

/// Whether the beginning of a file has all lines that tell its separator.
pub(super) fn is_sure(head: &str) -> bool {
    let mut quoted = false;
    let ends = head.bytes().filter(|byte| {
        quoted ^= *byte == b'"';
        *byte == b'\n' && !quoted
    });
    ends.count() >= LOOKED_AT
}

/// Semicolon, comma or tab: what divides most lines into the same number of fields. Of those that do so equally the one
/// that the first line has most of, then the first of these: Vietnamese spreadsheets write semicolons.
pub(super) fn separator(text: &str) -> u8 {
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

fn open_quote(source: &Arc<Source>, row: usize) -> Finding {
    let at = source.text.find('"').unwrap_or(0);
    kinds::data_files::OPEN_QUOTE
        .finding(msg!("ngoặc kép mở ở đây không được đóng", "the quote that opens here is not closed"))
        .at(Place::field(source, row, None, at..at + 1))
        .hint(msg!(
            "đóng ngoặc kép ở cuối giá trị; dấu ngoặc kép trong giá trị viết hai lần: \"\"",
            "close it at the end of the value; a quote inside a value is written twice: \"\""
        ))
}
