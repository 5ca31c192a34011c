//! Which row and column of a table a cell stands in, in words.

use baocao_core::document::{Row, Table};

/// A cell of a table.
#[derive(Debug)]
pub(super) struct Stand {
    /// The index of its row in the body.
    pub(super) row: usize,
    /// The index of it among the cells of the row.
    pub(super) cell: usize,
    /// The first cells of its row, up to two, as far as they stand before it.
    pub(super) labels: Vec<String>,
    /// The headers over it, from top to bottom.
    pub(super) headers: Vec<String>,
}

/// The cells of the body that `wanted` picks, with the words beside and above them.
pub(super) fn stands(table: &Table, wanted: impl Fn(usize, usize) -> bool) -> Vec<Stand> {
    let width = table.columns.len();
    let mut headers = vec![Vec::new(); width];
    walk(&table.header, width, |_, _, column, span, text, _| {
        for header in headers.iter_mut().skip(column).take(span) {
            if !text.is_empty() {
                header.push(text.to_owned());
            }
        }
    });
    let mut found = Vec::new();
    walk(&table.body, width, |row, cell, column, _, _, above| {
        if wanted(row, cell) {
            let labels = above[..column.min(2)].iter().filter(|text| !text.is_empty()).cloned().collect();
            found.push(Stand { row, cell, labels, headers: headers.get(column).cloned().unwrap_or_default() });
        }
    });
    found
}

/// Goes through all cells. `see` is told the row, the cell, its first column, how many it covers, its text, and the text
/// that stands in each column of the row so far, covering cells from above included.
fn walk(rows: &[Row], width: usize, mut see: impl FnMut(usize, usize, usize, usize, &str, &[String])) {
    let mut covered = vec![0_usize; width];
    let mut texts = vec![String::new(); width];
    for (at, row) in rows.iter().enumerate() {
        let mut next: Vec<usize> = covered.iter().map(|rows| rows.saturating_sub(1)).collect();
        let mut column = 0;
        for (index, cell) in row.cells.iter().enumerate() {
            while covered.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            let text = cell.text.words();
            for (text_at, rows_at) in texts.iter_mut().zip(&mut next).skip(column).take(cell.colspan) {
                text_at.clone_from(&text);
                *rows_at = cell.rowspan - 1;
            }
            see(at, index, column, cell.colspan, &text, &texts);
            column += cell.colspan;
        }
        covered = next;
    }
}
