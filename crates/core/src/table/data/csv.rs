//! CSV: the separator is found out, names stand in the first line.

use std::ops::Range;
use std::sync::Arc;

use super::{Record, Rows, names};
use crate::diagnostic::{Finding, Locator, Place, Source};
use crate::report::{FigureValue, TableCell};
use crate::table::columns::Leaf;
use crate::{kinds, msg};

/// Reads the rows of a file.
pub(super) fn read(source: &Arc<Source>, columns: &[Leaf], rows: &mut Rows, findings: &mut Vec<Finding>) {
    let text = &source.text;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let head: Vec<String> = reader.headers().map(|names| names.iter().map(str::to_owned).collect()).unwrap_or_default();
    let mut lines = Lines { text, row: 1, end: 0 };
    let start = text.len() - text.trim_start_matches(['\r', '\n']).len();
    let (first, end) = (lines.row(start), text.floor_char_boundary(offset(reader.position(), text)));
    lines.end = start + text[start..end.max(start)].trim_end_matches(['\r', '\n']).len();
    let found = match_names(source, first, &head, columns, findings);
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).unwrap_or(false) {
        // Spreadsheets write rows of nothing after the last one.
        if record.iter().all(str::is_empty) || !rows.wants() {
            continue;
        }
        let (start, end) = (record.position().map_or(0, |at| offset(at, text)), offset(reader.position(), text));
        // What the reader passes over before a record are line feeds.
        let start = start + text[start..end].len() - text[start..end].trim_start_matches(['\r', '\n']).len();
        let span = start..start + text[start..end].trim_end_matches(['\r', '\n']).len();
        let row = lines.row(start);
        lines.end = span.end;
        if text[span.clone()].contains('\n') && text[span.clone()].matches('"').count() % 2 == 1 {
            findings.push(open_quote(source, row, span));
            return;
        }
        if record.len() != head.len() {
            findings.push(ragged(record.len(), head.len()).at(Place::field(source, row, None, span)));
            continue;
        }
        let mut cells = vec![None; columns.len()];
        let mut at = span.start;
        for (index, (value, column)) in record.iter().zip(&found).enumerate() {
            let here = field(text, value, at..span.end);
            at = here.end;
            if let Some(column) = column {
                let here = Locator::Field { row, column: Some(index + 1), span: here };
                cells[*column] = Some((TableCell::plain(FigureValue::of_text(value)), here));
            }
        }
        rows.records.push(Record { cells, at: Locator::Field { row, column: None, span } });
    }
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

/// Where a value stands: between it and the one before there are separators, quotes and spaces only. Where it holds
/// quotes itself it is not found as it stands.
fn field(text: &str, value: &str, within: Range<usize>) -> Range<usize> {
    match text[within.clone()].find(value) {
        Some(at) => within.start + at..within.start + at + value.len(),
        None => within,
    }
}

/// Comma, semicolon or tab: whichever the first line has most of outside of quotes.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.lines().next().unwrap_or("").bytes() {
        quoted ^= byte == b'"';
        for (delimiter, count) in &mut counts {
            *count += usize::from(!quoted && byte == *delimiter);
        }
    }
    // The first of equals wins: Vietnamese spreadsheets write semicolons.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(delimiter, _)| *delimiter)
}

/// The columns that the names of the first line mean.
fn match_names(
    source: &Arc<Source>,
    row: usize,
    head: &[String],
    columns: &[Leaf],
    findings: &mut Vec<Finding>,
) -> Vec<Option<usize>> {
    let line = 0..source.text.find(['\r', '\n']).unwrap_or(source.text.len());
    let mut found: Vec<Option<usize>> = Vec::new();
    let mut at = 0;
    for (index, name) in head.iter().enumerate() {
        let span = field(&source.text, name, at..line.end.max(at));
        at = span.end;
        let column = names::column_of(name, columns);
        let here = Place::field(source, row, Some(index + 1), span);
        match column {
            Some(column) if found.contains(&Some(column)) => {
                findings.push(names::twice(name, &columns[column], here));
            }
            None if !name.is_empty() => findings.push(names::not_used(name, here)),
            _ => {}
        }
        found.push(column);
    }
    let names: Vec<&str> = head.iter().map(String::as_str).collect();
    for (at, column) in columns.iter().enumerate().filter(|(_, column)| column.is_given()) {
        if !found.contains(&Some(at)) {
            findings.push(names::missing(column, &names, Place::field(source, row, None, line.clone())));
        }
    }
    found
}

fn ragged(count: usize, wanted: usize) -> Finding {
    let finding = kinds::tables::RAGGED_ROW.finding(msg!(
        "dòng có {count} ô, dòng đầu của tệp có {wanted}",
        "the row has {count} cells, the first line has {wanted}"
    ));
    if count > wanted {
        finding.hint(msg!(
            "đặt giá trị có dấu ngăn cột vào trong ngoặc kép",
            "put values that hold the separator into quotes"
        ))
    } else {
        finding.hint(msg!("ô trống cũng phải có dấu ngăn cột", "blank cells need their separator too"))
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_those_that_a_spreadsheet_shows() {
        let source = Source::new("a.csv", "\nten;so\n\"một\nhai\";x\n\nba;y;z\nbốn;\"u\nv");
        let (mut rows, mut findings) = (Rows { records: Vec::new(), count: 0, most: 9 }, Vec::new());
        read(&source, &[], &mut rows, &mut findings);
        let told: Vec<String> = findings
            .iter()
            .map(|finding| {
                let inside = finding.place.as_ref().and_then(|place| place.inside(crate::diagnostic::Lang::Vi));
                format!("{} {}", finding.id, inside.unwrap_or_default())
            })
            .collect();
        assert_eq!(
            told,
            [
                "du-lieu/cot-thua hàng 2, cột 1",
                "du-lieu/cot-thua hàng 2, cột 2",
                "bang/dong-lech hàng 5",
                "du-lieu/ngoac-kep hàng 6",
            ]
        );
        let wanted = Locator::Field { row: 3, column: None, span: 8..21 };
        assert_eq!(rows.records.iter().map(|record| record.at.clone()).collect::<Vec<_>>(), [wanted]);
    }

    #[test]
    fn the_separator_is_what_the_first_line_has_most_of() {
        for (text, wanted) in [
            ("a,b,c\n1;2;3;4", b','),
            ("a;b,c;d", b';'),
            ("a\tb\tc", b'\t'),
            ("\"a,b,c\";d", b';'),
            ("a", b';'),
            ("", b';'),
            ("a;b,c", b';'),
        ] {
            assert_eq!(delimiter(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn values_are_found_where_they_stand() {
        let text = "1;\"a;1\"; 1 ;\"x\"\"y\";;2";
        let mut at = 0;
        let spans: Vec<&str> = ["1", "a;1", "1", "x\"y", "", "2"]
            .iter()
            .map(|value| {
                let span = field(text, value, at..text.len());
                at = if text[span.clone()] == **value { span.end } else { at };
                &text[span]
            })
            .collect();
        assert_eq!(spans[..3], ["1", "a;1", "1"]);
    }
}
