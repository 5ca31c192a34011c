//! A sheet understood as a table.

use super::Sheet;
use crate::diagnostic::Place;

/// What stands before decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
pub enum DecimalSign {
    /// `1.655,5`.
    #[serde(rename = ",")]
    Comma,
    /// `1655.5`, `1,655.5`.
    #[serde(rename = ".")]
    Dot,
}

/// What the reader is told of a sheet. All that is left out is found out.
#[derive(Debug, Clone, Default)]
pub struct Hints {
    /// Names of columns that are looked for: they help to find the header.
    pub names: Vec<String>,
    /// How many rows the header has.
    pub header_rows: Option<usize>,
    /// What stands before decimals.
    pub decimal: Option<DecimalSign>,
    /// Whether rows of words only are headings over the rows that follow.
    pub group_rows: Option<bool>,
}

/// A sheet understood as a table.
#[derive(Debug, Clone)]
pub struct Table<'s> {
    /// The sheet.
    pub sheet: &'s Sheet,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// Its lines below the header, from top to bottom. Blank rows, titles and sources are none.
    pub lines: Vec<Line>,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its index in the sheet.
    pub index: usize,
    /// Its header from top to bottom; what merged cells say is said of each column below them, and nothing twice.
    pub path: Vec<String>,
    /// Where the lowest cell of its header stands.
    pub place: Place,
}

/// A line of a table.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its row in the sheet.
    pub row: usize,
    /// What it is.
    pub role: Role,
}

/// What a line of a table is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// A row of data.
    Data,
    /// The heading of a group, and its words; the figures that it may hold are those of its rows together.
    Group(String),
    /// The sum of other lines.
    Total,
}
