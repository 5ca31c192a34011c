//! What the library does not tell of an ODS: which cells are merged, and which formulas have no value in the file.
//! Format: OpenDocument 1.3, part 3, chapter 9.

use std::collections::HashMap;
use std::io::Cursor;

use html5gum::{IoReader, StartTag, Token, Tokenizer};
use zip::ZipArchive;

use super::to_u32;
use crate::diagnostic::Finding;
use crate::rows::Merged;

/// What is known of a sheet.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub(super) merged: Vec<Merged>,
    /// Formulas that no value stands beside.
    pub(super) formulas: Vec<(u32, u32)>,
}

/// Looks through the sheets of a file, by their names. Its tags are those of XML, which the reader of HTML takes apart as
/// well.
pub(super) fn marks(bytes: &[u8]) -> Result<HashMap<String, Marks>, Finding> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(super::broken)?;
    let content = zip.by_name("content.xml").map_err(super::broken)?;
    let mut reading = Reading::default();
    for token in Tokenizer::new(IoReader::new(content)) {
        match token.map_err(super::broken)? {
            Token::StartTag(tag) => {
                reading.start(&tag);
                if tag.self_closing {
                    reading.end(&tag.name);
                }
            }
            Token::EndTag(tag) => reading.end(&tag.name),
            _ => {}
        }
    }
    Ok(reading.sheets)
}

#[derive(Default)]
struct Reading {
    sheets: HashMap<String, Marks>,
    /// The sheet, and how many tables there are around a tag: tables inside of cells are passed over.
    sheet: Marks,
    name: String,
    depth: usize,
    /// The row and the column of the cell, and for how many of each it stands.
    row: usize,
    rows: usize,
    column: usize,
    columns: usize,
    /// Whether it has a formula, and nothing beside that.
    has_no_value: bool,
}

impl Reading {
    fn start(&mut self, tag: &StartTag<()>) {
        let name: &[u8] = &tag.name;
        self.depth += usize::from(name == b"table:table");
        if self.depth != 1 {
            return;
        }
        let count = |name: &str| attribute(tag, name).and_then(|text| text.parse::<usize>().ok()).unwrap_or(1).max(1);
        match name {
            b"table:table" => {
                self.name = attribute(tag, "table:name").unwrap_or_default().to_owned();
                (self.row, self.sheet) = (0, Marks::default());
            }
            b"table:table-row" => (self.column, self.rows) = (0, count("table:number-rows-repeated")),
            b"table:covered-table-cell" => self.columns = count("table:number-columns-repeated"),
            b"table:table-cell" => {
                self.columns = count("table:number-columns-repeated");
                let (row, column) = (self.row, self.column);
                let last = |first: usize, name: &str| first.saturating_add(count(name) - 1);
                let rows = (row, last(row, "table:number-rows-spanned"));
                let columns = (column, last(column, "table:number-columns-spanned"));
                if rows.0 < rows.1 || columns.0 < columns.1 {
                    self.sheet.merged.push(Merged { rows, columns });
                }
                self.has_no_value =
                    attribute(tag, "table:formula").is_some() && attribute(tag, "office:value-type").is_none();
            }
            // An empty text is a value, of no type.
            b"text:p" => self.has_no_value = false,
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        if self.depth == 1 {
            match name {
                b"table:table-cell" | b"table:covered-table-cell" => {
                    if std::mem::take(&mut self.has_no_value) {
                        self.sheet.formulas.push((to_u32(self.row), to_u32(self.column)));
                    }
                    self.column = self.column.saturating_add(self.columns);
                }
                b"table:table-row" => self.row = self.row.saturating_add(self.rows),
                b"table:table" => {
                    self.sheets.insert(std::mem::take(&mut self.name), std::mem::take(&mut self.sheet));
                }
                _ => {}
            }
        }
        self.depth = self.depth.saturating_sub(usize::from(name == b"table:table"));
    }
}

fn attribute<'t>(tag: &'t StartTag<()>, name: &str) -> Option<&'t str> {
    std::str::from_utf8(tag.attributes.get(name.as_bytes())?).ok()
}
