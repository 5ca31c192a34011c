//! The header of a table: titles over the columns that they are for.

use crate::document::share::Wide;
use crate::document::{Cell, Inline, Row, Weight};
use crate::markdown;
use crate::report::{FreeTable, TableColumn};

/// The header rows: titles over the columns that they are for, and the row of column numbers.
pub(super) fn header(definition: &FreeTable, hidden: Option<&str>) -> Vec<Row> {
    let depth = definition.columns.iter().map(depth).max().unwrap_or(1);
    let mut rows: Vec<Vec<Cell>> = vec![Vec::new(); depth];
    for column in &definition.columns {
        head(column, 0, depth, hidden, &mut rows);
    }
    if definition.column_index {
        let count: usize = definition.columns.iter().map(|column| leaves(column, hidden)).sum();
        rows.push((1..=count).map(|number| Cell::new(vec![Inline::Text(format!("({number})"))])).collect());
    }
    rows.into_iter().map(Row::new).collect()
}

fn head(column: &TableColumn, level: usize, depth: usize, hidden: Option<&str>, rows: &mut [Vec<Cell>]) {
    let count = leaves(column, hidden);
    if count == 0 {
        return;
    }
    let mut text: Vec<Inline> = Vec::new();
    for (index, line) in column.title.lines().enumerate() {
        if index > 0 {
            text.push(Inline::Break);
        }
        text.extend(markdown::label(line));
    }
    text.extend(column.note.as_ref().map(|mark| Inline::Mark(mark.to_string())));
    let rowspan = if column.columns.is_empty() { depth - level } else { 1 };
    rows[level].push(Cell::new(text).weight(Weight::Bold).span(count, rowspan));
    for below in &column.columns {
        head(below, level + 1, depth, hidden, rows);
    }
}

/// The headings over columns; they may take two lines.
pub(super) fn headings(columns: &[TableColumn], hidden: Option<&str>, at: &mut usize, wide: &mut Vec<Wide>) {
    for column in columns {
        let start = *at;
        if column.columns.is_empty() {
            *at += leaves(column, hidden);
            continue;
        }
        headings(&column.columns, hidden, at, wide);
        wide.push(Wide::heading(start..*at, &markdown::plain_label(&column.title)));
    }
}

fn depth(column: &TableColumn) -> usize {
    1 + column.columns.iter().map(depth).max().unwrap_or(0)
}

/// How many columns that are printed stand under a title.
fn leaves(column: &TableColumn, hidden: Option<&str>) -> usize {
    if column.columns.is_empty() {
        return usize::from(hidden.is_none() || column.id.as_deref() != hidden);
    }
    column.columns.iter().map(|column| leaves(column, hidden)).sum()
}
