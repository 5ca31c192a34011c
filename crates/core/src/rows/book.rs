//! What a file of rows holds, cell by cell, and where each cell stands.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDateTime;
use rust_decimal::Decimal;

use super::{csv, json};
use crate::diagnostic::{Locator, Place, Source};

/// A file of rows: its sheets. What it is, is told by its content, not by its name.
#[derive(Debug, Clone)]
pub struct Book {
    /// The file; its text is empty where it is a workbook.
    pub source: Arc<Source>,
    /// Its sheets, in order; a file that is no workbook has one.
    pub sheets: Vec<Sheet>,
}

impl Book {
    /// The sheet of this name.
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }
}

/// What a sheet was read from: how its cells are named in findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Text with separators: fields of lines.
    Csv {
        /// What stands between fields.
        separator: u8,
    },
    /// NDJSON: an object a line.
    Lines,
    /// JSON: a list of objects.
    List,
    /// A workbook or a table of HTML: cells by letters and numbers.
    Cells,
}

/// The rows of a sheet.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its name; empty where the file has no sheets.
    pub name: String,
    /// Its rows from the first one on, blank ones included; of JSON the first row holds the keys of all objects.
    pub rows: Vec<Row>,
    /// The ranges of cells that were merged, in the order of their first cells.
    pub merged: Vec<Merged>,
    /// What it was read from.
    pub form: Form,
    /// Whether it is hidden in its workbook.
    pub hidden: bool,
    /// The file.
    pub source: Arc<Source>,
    /// Where the keys stand, of JSON.
    pub(super) keys: Vec<Range<usize>>,
    /// Which merged cells cover a cell.
    pub(super) covered: HashMap<(usize, usize), usize>,
}

/// A row: its cells up to the last one that is given.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The cells.
    pub cells: Vec<Given>,
    /// Its bytes in the file, where that is a text.
    pub span: Range<usize>,
}

/// Cells that were merged into one: its first and its last row and column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// The first and the last row, from 0.
    pub rows: (usize, usize),
    /// The first and the last column, from 0.
    pub columns: (usize, usize),
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// Nothing.
    Blank,
    /// A text; of a workbook also a number that is shown as a percentage, with its sign: `98,3%`.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A date, perhaps with a time.
    Date(NaiveDateTime),
    /// Yes or no.
    Bool(bool),
    /// An error of a workbook: `#REF!`.
    Mistake(String),
    /// An object or a list in a cell of JSON.
    Json(String),
}

impl Given {
    /// Whether nothing stands there, or nothing but spaces.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Blank => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// The words of a text, without spaces around them.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }
}

impl Sheet {
    pub(super) fn new(source: &Arc<Source>, name: String, form: Form) -> Self {
        let source = Arc::clone(source);
        let (rows, merged, keys, covered) = (Vec::new(), Vec::new(), Vec::new(), HashMap::new());
        Self { name, rows, merged, form, hidden: false, source, keys, covered }
    }

    /// Puts a value into a cell; rows and cells before it are made.
    pub(super) fn put(&mut self, row: usize, column: usize, given: Given) {
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Row::default);
        }
        let cells = &mut self.rows[row].cells;
        if cells.len() <= column {
            cells.resize(column + 1, Given::Blank);
        }
        cells[column] = given;
    }

    /// Notes which cells are covered by merged ones, up to the edge of the sheet and to so many of them.
    pub(super) fn settle(&mut self, most: usize) {
        let (height, width) = (self.rows.len(), self.width());
        self.merged.sort_by_key(|merged| (merged.rows, merged.columns));
        for (index, merged) in self.merged.iter().enumerate() {
            for row in merged.rows.0..=merged.rows.1.min(height.saturating_sub(1)) {
                for column in merged.columns.0..=merged.columns.1.min(width.saturating_sub(1)) {
                    // Cells that are merged twice are those of the first; so many are covered by none.
                    if self.covered.len() >= most || self.covered.contains_key(&(row, column)) {
                        break;
                    }
                    self.covered.insert((row, column), index);
                }
            }
        }
    }

    /// Whether its rows are objects of JSON.
    pub fn is_json(&self) -> bool {
        matches!(self.form, Form::Lines | Form::List)
    }

    /// A cell, by its row and column from 0; blank beyond the edge.
    pub fn cell(&self, row: usize, column: usize) -> &Given {
        self.rows.get(row).and_then(|row| row.cells.get(column)).unwrap_or(&Given::Blank)
    }

    /// The cell that is shown at a place: of merged cells their first.
    pub fn shown(&self, row: usize, column: usize) -> &Given {
        match self.merged_at(row, column) {
            Some(merged) => self.cell(merged.rows.0, merged.columns.0),
            None => self.cell(row, column),
        }
    }

    /// The merged cells that cover a cell.
    pub fn merged_at(&self, row: usize, column: usize) -> Option<Merged> {
        self.covered.get(&(row, column)).and_then(|index| self.merged.get(*index)).copied()
    }

    /// How many columns its widest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }

    /// Where a cell stands.
    pub fn place(&self, row: usize, column: usize) -> Place {
        let within = self.rows.get(row).map(|row| row.span.clone()).unwrap_or_default();
        let at = match self.form {
            Form::Cells => Locator::Cell { sheet: self.name.clone(), row: row + 1, column: column + 1 },
            Form::Csv { separator } => {
                let span = csv::field(&self.source.text, within, column, separator);
                Locator::Field { row: row + 1, column: Some(column + 1), span }
            }
            Form::Lines | Form::List => json::locator(self, row, column),
        };
        Place::of(&self.source, at)
    }

    /// Where a row stands.
    pub fn row_place(&self, row: usize) -> Place {
        let span = self.rows.get(row).map(|row| row.span.clone()).unwrap_or_default();
        let first = self.rows.get(row).and_then(|row| row.cells.iter().position(|cell| !cell.is_blank())).unwrap_or(0);
        let at = match self.form {
            Form::Cells => Locator::Cell { sheet: self.name.clone(), row: row + 1, column: first + 1 },
            Form::Csv { .. } => Locator::Field { row: row + 1, column: None, span },
            Form::Lines => Locator::Text { span, pointer: None },
            Form::List => Locator::Text { span, pointer: row.checked_sub(1).map(|index| format!("/{index}")) },
        };
        Place::of(&self.source, at)
    }
}
