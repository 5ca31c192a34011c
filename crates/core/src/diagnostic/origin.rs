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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Source;

    fn cell(sheet: &str, row: usize, column: usize) -> Address {
        Address::Cell { sheet: sheet.to_owned(), row, column }
    }

    #[test]
    fn addresses_are_read_as_they_are_written() {
        let value = |line, pointer: &str| Address::Value { line, pointer: pointer.to_owned() };
        for (address, written, words) in [
            (cell("Biểu 3", 17, 4), "Biểu 3!D17", "Biểu 3, D17"),
            (cell("", 2, 28), "AB2", "AB2"),
            (cell("Quý 'III'!", 1, 1), "'Quý ''III''!'!A1", "Quý 'III'!, A1"),
            (cell("12:3", 1, 1), "12:3!A1", "12:3, A1"),
            (Address::Field { row: 12, column: 3 }, "12:3", "hàng 12, cột 3"),
            (value(17, "/value"), "17#/value", "dòng 17, /value"),
            (value(1, ""), "1#", "dòng 1"),
        ] {
            assert_eq!(address.to_string(), written);
            assert_eq!(Address::parse(written), Some(address.clone()), "{written}");
            assert_eq!(address.shown(Lang::Vi), words);
        }
        // Excel quotes names with spaces, whether it needs to or not.
        assert_eq!(Address::parse("'Biểu 3'!d17"), Some(cell("Biểu 3", 17, 4)));
        for wrong in ["", "Biểu 3", "Biểu 3!17", "Biểu 3!D", "D0", "0:1", "1:+2", "3#value", "D-1", "ABCDEFGHIJ1"]
        {
            assert_eq!(Address::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn places_of_exports_have_addresses() {
        let (book, text) = (Source::new("a.xlsx", ""), Source::new("a.ndjson", "{}\n{\"x\": 1}\n"));
        let address = |place: &Place| Address::of(place).map(|address| address.to_string());
        assert_eq!(address(&Place::cell(&book, "Biểu 1", 5, 2)).as_deref(), Some("Biểu 1!B5"));
        assert_eq!(address(&Place::field(&text, 2, Some(3), 0..1)).as_deref(), Some("2:3"));
        assert_eq!(address(&Place::json(&text, 9..10, "/x")).as_deref(), Some("2#/x"));
        assert_eq!(address(&Place::field(&text, 2, None, 0..1)), None);
        assert_eq!(address(&Place::file(&book)), None);
    }
}
