//! The values of a table: its lines and their cells.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::formula::Columns;
use super::given;
use crate::document::Figure;
use crate::form::Value;
use crate::report::RowLook;

/// The values of a table.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// Its lines.
    pub lines: Vec<Line>,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// Counted, numbered, added up.
    Ordinary,
    /// The heading of a group.
    Group,
    /// The heading of a group with the sums of its lines.
    Subtotal,
    /// Computed from other lines: not added up again.
    Computed,
    /// A part of the line above: not added up again.
    Part,
    /// The totals.
    Total,
}

/// A line of a table.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it is.
    pub kind: LineKind,
    /// The heading of a group, the label of the totals.
    pub label: Option<String>,
    /// What stands in place of its number.
    pub code: Option<String>,
    /// How it looks.
    pub look: RowLook,
    /// One cell a column.
    pub cells: Vec<Cell>,
    pub(super) id: Option<String>,
    pub(super) formula: Option<Columns>,
    pub(super) origin: given::Origin,
}

/// A cell.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Its value; nothing where neither the report nor a formula gave one.
    pub value: Option<Value>,
    /// The figure that it is, where it is one.
    pub from: Option<Arc<Figure>>,
    /// The mark of a note.
    pub note: Option<String>,
    /// How many rows it covers.
    pub rows: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// Whether another cell covers it.
    pub covered: bool,
}

impl Default for Cell {
    fn default() -> Self {
        Self { value: None, from: None, note: None, rows: 1, columns: 1, covered: false }
    }
}

impl Cell {
    /// The number in it.
    pub fn number(&self) -> Option<Decimal> {
        self.value.as_ref().and_then(Value::as_number)
    }
}
