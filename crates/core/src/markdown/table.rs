//! Small tables inside a text.

use crate::document::{Cell, Column, Row, Table, Weight, plain_text};

/// A table of the narrative; its first row is the header, columns share the width by what they hold.
pub(super) fn small_table(mut columns: Vec<Column>, mut rows: Vec<Row>) -> Table {
    for (index, column) in columns.iter_mut().enumerate() {
        let widths =
            rows.iter().filter_map(|row| row.cells.get(index)).map(|cell| plain_text(&cell.text).chars().count());
        let widest = widths.max().unwrap_or(1).clamp(4, 60);
        column.share = f64::from(u32::try_from(widest).unwrap_or(60)).sqrt();
    }
    let count = columns.len();
    for row in &mut rows {
        row.cells.resize(count, Cell::new(Vec::new()));
    }
    let mut rows = rows.into_iter();
    let mut header: Vec<Row> = rows.next().into_iter().collect();
    for cell in header.iter_mut().flat_map(|row| &mut row.cells) {
        cell.weight = Weight::Bold;
    }
    let summary =
        header.iter().flat_map(|row| &row.cells).map(|cell| plain_text(&cell.text)).collect::<Vec<_>>().join(", ");
    Table {
        summary,
        unit: None,
        size_pt: None,
        columns,
        header,
        body: rows.collect(),
        heights: Vec::new(),
        notes: Vec::new(),
    }
}
