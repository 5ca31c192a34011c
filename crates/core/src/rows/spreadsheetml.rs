//! SpreadsheetML 2003, the XML that Excel 2003 wrote and that some systems still hand out as `.xls`.

use std::sync::Arc;

use html5gum::{StartTag, Token, Tokenizer};
use rust_decimal::Decimal;

use super::{Form, Given, Merged, Sheet, bounds, dates};
use crate::diagnostic::{Finding, Place, Source};
use crate::limits::Limits;

/// What the namespace of such a file is called.
const NAMESPACE: &str = "urn:schemas-microsoft-com:office:spreadsheet";

/// Whether a text is such a file.
pub(super) fn is_book(text: &str) -> bool {
    const LOOKED_AT: usize = 4096;
    let start = text.trim_start();
    start.starts_with("<?xml") && start[..start.floor_char_boundary(LOOKED_AT)].contains(NAMESPACE)
}

/// Reads the sheets of a file. Its tags are those of XML, which the reader of HTML takes apart as well.
pub(super) fn read(source: &Arc<Source>, limits: &Limits, findings: &mut Vec<Finding>) -> Option<Vec<Sheet>> {
    let mut book = Book {
        source,
        sheets: Vec::new(),
        count: bounds::Count::new(limits),
        row: 0,
        column: 0,
        kind: None,
        text: String::new(),
    };
    for Ok(token) in Tokenizer::new(source.text.as_str()) {
        let told = match token {
            Token::StartTag(tag) => book.start(&tag),
            Token::EndTag(tag) => book.end(local(&tag.name)),
            Token::String(text) if book.kind.is_some() => {
                book.text.push_str(&String::from_utf8_lossy(&text));
                Ok(())
            }
            _ => Ok(()),
        };
        if let Err(finding) = told {
            findings.push(finding.at(Place::file(source)));
            return None;
        }
    }
    Some(book.sheets)
}

struct Book<'a> {
    source: &'a Arc<Source>,
    sheets: Vec<Sheet>,
    count: bounds::Count,
    /// The row and the column that come next, from 0.
    row: usize,
    column: usize,
    /// What the data is that is being read.
    kind: Option<String>,
    text: String,
}

impl Book<'_> {
    fn start(&mut self, tag: &StartTag<()>) -> Result<(), Finding> {
        let number = |name: &str| attribute(tag, name).and_then(|text| text.parse::<usize>().ok());
        let is_hidden = attribute(tag, "ss:hidden") == Some("1");
        match local(&tag.name) {
            b"worksheet" => {
                let name = attribute(tag, "ss:name").unwrap_or_default().to_owned();
                self.sheets.push(Sheet::new(self.source, name, Form::Cells));
                (self.row, self.column) = (0, 0);
            }
            b"column" => {
                let column = number("ss:index").map_or(self.column, |index| index.saturating_sub(1));
                let count = number("ss:span").unwrap_or(0).saturating_add(1);
                self.column = column.saturating_add(count);
                if let Some(sheet) = self.sheets.last_mut().filter(|_| is_hidden) {
                    sheet.unseen.columns(column, count);
                }
            }
            b"row" => {
                self.row = number("ss:index").map_or(self.row, |index| index.saturating_sub(1));
                if let Some(sheet) = self.sheets.last_mut().filter(|_| is_hidden) {
                    sheet.unseen.rows(self.row, number("ss:span").unwrap_or(0).saturating_add(1));
                }
                self.column = 0;
                self.row += usize::from(tag.self_closing);
            }
            b"cell" => {
                self.column = number("ss:index").map_or(self.column, |index| index.saturating_sub(1));
                let (right, below) = (number("ss:mergeacross").unwrap_or(0), number("ss:mergedown").unwrap_or(0));
                let (row, column) = (self.row, self.column);
                if let Some(sheet) = self.sheets.last_mut().filter(|_| right + below > 0) {
                    let merged = Merged {
                        rows: (row, row.saturating_add(below)),
                        columns: (column, column.saturating_add(right)),
                    };
                    sheet.merged.push(merged);
                }
                self.column = column.saturating_add(right);
                if tag.self_closing {
                    self.column += 1;
                }
            }
            // Whether the sheet is shown stands behind its cells.
            b"data" | b"visible" => {
                self.kind = Some(attribute(tag, "ss:type").unwrap_or("String").to_owned());
                self.text.clear();
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &[u8]) -> Result<(), Finding> {
        match name {
            b"row" => self.row += 1,
            b"cell" => self.column += 1,
            b"visible" => {
                self.kind = None;
                if let Some(sheet) = self.sheets.last_mut() {
                    sheet.hidden = matches!(self.text.trim(), "SheetHidden" | "SheetVeryHidden");
                }
            }
            b"data" => {
                let kind = self.kind.take().unwrap_or_default();
                let text = self.text.trim();
                let given = match kind.as_str() {
                    _ if text.is_empty() => return Ok(()),
                    "Number" => number(text),
                    "Boolean" => Given::Bool(text == "1"),
                    "Error" => Given::Mistake(text.to_owned()),
                    "DateTime" => {
                        match dates::day(text).and_then(|day| day.and_hms_opt(0, 0, 0)).or_else(|| text.parse().ok()) {
                            Some(date) => Given::Date(date),
                            None => Given::Text(text.to_owned()),
                        }
                    }
                    _ => Given::Text(text.to_owned()),
                };
                return self.put(given);
            }
            _ => {}
        }
        Ok(())
    }

    /// Puts a value into the present cell; of merged cells that is the first.
    fn put(&mut self, given: Given) -> Result<(), Finding> {
        let row = self.row;
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        let merged = sheet.merged.last().filter(|merged| merged.rows.0 == row && merged.columns.1 == self.column);
        let column = merged.map_or(self.column, |merged| merged.columns.0);
        self.count.add(row + 1, (column + 1).saturating_sub(sheet.width_of(row)))?;
        sheet.cells.put(row, column, given);
        Ok(())
    }
}

/// The name of a tag without its prefix.
fn local(name: &[u8]) -> &[u8] {
    name.rsplit(|byte| *byte == b':').next().unwrap_or(name)
}

fn attribute<'t>(tag: &'t StartTag<()>, name: &str) -> Option<&'t str> {
    std::str::from_utf8(tag.attributes.get(name.as_bytes())?).ok()
}

fn number(text: &str) -> Given {
    let value = if text.contains(['e', 'E']) { Decimal::from_scientific(text) } else { Decimal::from_str_exact(text) };
    value.map_or_else(|_| Given::Text(text.to_owned()), |value| Given::Number(value.normalize()))
}
