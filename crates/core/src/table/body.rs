//! The rows of a table as they are printed.

use std::ops::Range;

use super::columns::Leaf;
use super::grid::{self, Grid, Line, LineKind};
use crate::document::share;
use crate::document::{Align, Cell, Inline, Runs, Weight};
use crate::form::Value;
use crate::report::{ColumnKind, RowLook};

/// The rows: whether each is kept with the next, and its cells by column; covered places have none.
pub(super) fn rows(grid: &Grid, shown: &[&Leaf], indexes: &[usize], room: &[f64]) -> Vec<(bool, Vec<Option<Cell>>)> {
    let mut number = 0;
    let mut rows: Vec<(bool, Vec<Option<Cell>>)> = Vec::with_capacity(grid.lines.len());
    for line in &grid.lines {
        if line.kind == LineKind::Part
            && let Some((keep, _)) = rows.last_mut()
        {
            *keep = true;
        }
        let ordinal = match (&line.code, line.kind) {
            (Some(code), _) => code.clone(),
            (None, LineKind::Ordinary) => {
                number += 1;
                number.to_string()
            }
            (None, _) => String::new(),
        };
        let is_head = matches!(line.kind, LineKind::Group | LineKind::Subtotal);
        rows.push((is_head, cells(line, shown, indexes, room, &ordinal)));
    }
    rows
}

fn cells(line: &Line, shown: &[&Leaf], indexes: &[usize], room: &[f64], ordinal: &str) -> Vec<Option<Cell>> {
    let weight = match line.look {
        RowLook::Normal => Weight::Normal,
        RowLook::Bold => Weight::Bold,
        RowLook::Italic => Weight::Italic,
    };
    let mut cells: Vec<Option<Cell>> = Vec::with_capacity(shown.len());
    for (at, column) in shown.iter().enumerate() {
        let given = &line.cells[indexes[at]];
        if given.covered {
            cells.push(None);
            continue;
        }
        let text = if column.kind == ColumnKind::Ordinal && given.value.is_none() {
            Inline::text(ordinal).into()
        } else {
            text(given, room[at])
        };
        // A span may reach over a column that is not printed.
        let wide = (0..given.columns).filter(|beside| indexes.contains(&(indexes[at] + beside))).count();
        cells.push(Some(Cell::new(text).weight(weight).span(wide, given.rows)));
    }
    if let Some(label) = &line.label {
        label_over(line, label, shown, indexes, weight, &mut cells);
    }
    cells
}

/// The heading of a group or the name of the totals over the columns before the first value. The number of a group
/// keeps its own cell.
fn label_over(
    line: &Line,
    label: &str,
    shown: &[&Leaf],
    indexes: &[usize],
    weight: Weight,
    cells: &mut [Option<Cell>],
) {
    let is_total = line.kind == LineKind::Total;
    let Range { start: first, end } = label_columns(line, shown, indexes);
    let mut cell = Cell::new(Inline::lines(label)).weight(weight).span(end - first, 1);
    if is_total {
        cell.align = Some(Align::Center);
    } else if shown[first].kind != ColumnKind::Text {
        cell.align = Some(Align::Left);
    }
    cells[first] = Some(cell);
    for covered in &mut cells[first + 1..end] {
        *covered = None;
    }
}

/// The columns that a line's label stands over.
pub(super) fn label_columns(line: &Line, shown: &[&Leaf], indexes: &[usize]) -> Range<usize> {
    let is_total = line.kind == LineKind::Total;
    let first = shown.iter().position(|column| is_total || column.kind != ColumnKind::Ordinal).unwrap_or(0);
    let has_value = |at: usize| line.cells[indexes[at]].value.as_ref().is_some_and(|value| *value != Value::Absent);
    let end = (first + 1..shown.len())
        .find(|at| has_value(*at) || (is_total && shown[*at].kind.is_number()))
        .unwrap_or(shown.len());
    first..end
}

/// What a cell prints: words that its column cannot hold get places where they may break.
fn text(cell: &grid::Cell, room: f64) -> Runs {
    let mut runs = match &cell.value {
        Some(Value::Number { text, .. }) => vec![Inline::Text(text.clone())],
        Some(Value::Word(text)) => Inline::lines(&share::cell(text, room)),
        Some(Value::Absent) | None => Vec::new(),
    };
    runs.extend(cell.note.as_ref().map(|mark| Inline::Mark(mark.clone())));
    Runs::figure(runs, cell.from.clone())
}
