//! Tables: columns, header rows, body rows, cells that span.

use serde::Serialize;

use super::Inline;

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// What it is, for those who cannot see it.
    pub summary: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The rows that are repeated on every page.
    pub header: Vec<Row>,
    /// The rows of the body.
    pub body: Vec<Row>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// Its share of the width.
    pub share: f64,
    /// How its cells lie unless they say otherwise.
    pub align: Align,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// Its cells from left to right; places covered by a span from above or the left have none.
    pub cells: Vec<Cell>,
    /// Whether it must stand on the same page as the row after it.
    pub keep_with_next: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    /// Its text.
    pub text: Vec<Inline>,
    /// How many columns it covers.
    pub colspan: usize,
    /// How many rows it covers.
    pub rowspan: usize,
    /// Weight and slope.
    pub weight: Weight,
}

/// Alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// Weight and slope of a cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Regular upright.
    #[default]
    Normal,
    /// Bold.
    Bold,
    /// Italic.
    Italic,
}

/// Tables of no more rows stand on one page.
const SMALL: usize = 6;

/// So many rows at the end of a longer table stand on one page.
const LAST_TOGETHER: usize = 3;

impl Table {
    /// The table with its last rows kept together, so that no page holds one alone; a small table whole.
    pub fn kept_together(mut self) -> Self {
        let count = self.body.len();
        let together = if count <= SMALL { count } else { LAST_TOGETHER };
        for row in self.body.iter_mut().skip(count - together).take(together.saturating_sub(1)) {
            row.keep_with_next = true;
        }
        // Nothing comes after the last row.
        if let Some(last) = self.body.last_mut() {
            last.keep_with_next = false;
        }
        self
    }
}

impl Cell {
    /// A cell that spans nothing.
    pub fn new(text: Vec<Inline>) -> Self {
        Self { text, colspan: 1, rowspan: 1, weight: Weight::Normal }
    }

    /// With a weight.
    pub fn weight(self, weight: Weight) -> Self {
        Self { weight, ..self }
    }

    /// Over so many columns and rows.
    pub fn span(self, colspan: usize, rowspan: usize) -> Self {
        Self { colspan, rowspan, ..self }
    }
}

impl Row {
    /// A row that may be followed by a page break.
    pub fn new(cells: Vec<Cell>) -> Self {
        Self { cells, keep_with_next: false }
    }
}
