//! Where a value of a report came from, before the report was made.

use std::fmt;

use super::place::{column_letters, column_number};
use super::{Lang, Locator, Place};

/// Where a value of a report came from: a cell of an export, which is where it must be mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub file: String,
    /// The cell in it.
    pub at: Address,
    /// What the cell is called there: the label of its row.
    pub label: Option<String>,
}

/// A cell of an export. It is written as `Biểu 3!D17` of a workbook, as `12:3` of a file of rows (row and column), and
/// as `17#/value` of a file of JSON (the line of the object, and a pointer in it). Everything is counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A cell of a workbook.
    Cell {
        /// The name of the sheet; empty where there is but one without a name.
        sheet: String,
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
    /// A field of a file of rows.
    Field {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
    /// A value of a file of JSON.
    Value {
        /// The line where its object begins.
        line: usize,
        /// The JSON pointer in the object.
        pointer: String,
    },
}

impl Address {
    /// Reads an address; nothing where it is written in no such way.
    pub fn parse(text: &str) -> Option<Self> {
        let parted = |sign| text.split_once(sign).and_then(|(first, rest)| Some((number(first)?, rest)));
        if let Some((line, pointer)) = parted('#').filter(|(_, rest)| rest.is_empty() || rest.starts_with('/')) {
            return Some(Self::Value { line, pointer: pointer.to_owned() });
        }
        if let Some((row, Some(column))) = parted(':').map(|(row, column)| (row, number(column))) {
            return Some(Self::Field { row, column });
        }
        let (sheet, cell) = text.rsplit_once('!').unwrap_or(("", text));
        let letters = cell.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(cell.len());
        let (column, row) = (column_number(&cell[..letters])?, number(&cell[letters..])?);
        let quoted = sheet.strip_prefix('\'').and_then(|sheet| sheet.strip_suffix('\''));
        let sheet = quoted.map_or_else(|| sheet.to_owned(), |sheet| sheet.replace("''", "'"));
        Some(Self::Cell { sheet, row, column })
    }

    /// The address of a place in an export; nothing for what is no cell.
    pub fn of(place: &Place) -> Option<Self> {
        Some(match &place.at {
            Locator::Cell { sheet, row, column } => Self::Cell { sheet: sheet.clone(), row: *row, column: *column },
            Locator::Field { row, column, .. } => Self::Field { row: *row, column: (*column)? },
            Locator::Text { pointer: Some(pointer), .. } => {
                Self::Value { line: place.line_column()?.0, pointer: pointer.clone() }
            }
            _ => return None,
        })
    }

    /// The address in words: `Biểu 3, D17`, `hàng 12, cột 3`, `dòng 17, /value`.
    pub fn shown(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Cell { sheet, row, column }, _) if sheet.is_empty() => format!("{}{row}", column_letters(*column)),
            (Self::Cell { sheet, row, column }, _) => format!("{sheet}, {}{row}", column_letters(*column)),
            (Self::Field { row, column }, Lang::Vi) => format!("hàng {row}, cột {column}"),
            (Self::Field { row, column }, Lang::En) => format!("row {row}, column {column}"),
            (Self::Value { line, pointer }, _) => {
                let word = if lang == Lang::Vi { "dòng" } else { "line" };
                let pointer = if pointer.is_empty() { String::new() } else { format!(", {pointer}") };
                format!("{word} {line}{pointer}")
            }
        }
    }
}

/// A number from 1 on, in digits and nothing else.
fn number(text: &str) -> Option<usize> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| digits && *number > 0)
}

/// As it is written in a report; the name of a sheet is quoted as in Excel where it holds a sign that quotes.
impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cell { sheet, row, column } => {
                let cell = format!("{}{row}", column_letters(*column));
                match sheet {
                    sheet if sheet.is_empty() => formatter.write_str(&cell),
                    sheet if sheet.contains(['\'', '!']) => write!(formatter, "'{}'!{cell}", sheet.replace('\'', "''")),
                    sheet => write!(formatter, "{sheet}!{cell}"),
                }
            }
            Self::Field { row, column } => write!(formatter, "{row}:{column}"),
            Self::Value { line, pointer } => write!(formatter, "{line}#{pointer}"),
        }
    }
}

impl Origin {
    /// The cell as people look it up: `quy-3.xlsx, Biểu 3, D17`.
    pub fn shown(&self, lang: Lang) -> String {
        format!("{}, {}", self.file, self.at.shown(lang))
    }

    /// The same with its label: `quy-3.xlsx, Biểu 3, D17 (Số nhiệm vụ đề ra)`.
    pub fn named(&self, lang: Lang) -> String {
        let label = self.label.as_ref().map(|label| format!(" ({label})")).unwrap_or_default();
        format!("{}{label}", self.shown(lang))
    }
}
