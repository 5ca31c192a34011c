//! The cells of the tables inside a Markdown text.

use std::ops::Range;

/// Which cell of which table of its text a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellAt {
    /// The table, from 0.
    pub table: usize,
    /// The row, from 0, which is the header; the line below it is none.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
}

/// Whether a line is a row of a table.
pub(crate) fn is_row(line: &str) -> bool {
    line.trim_start().starts_with('|')
}

/// The cells of a text as it was given, in order, without the spaces around them.
pub(crate) fn cells(raw: &str) -> Vec<(CellAt, Range<usize>)> {
    let mut cells = Vec::new();
    // Most texts have no table.
    if !raw.contains('|') {
        return cells;
    }
    let (mut table, mut row, mut start) = (0, 0, 0);
    for line in raw.split_inclusive('\n') {
        if !is_row(line) {
            table += usize::from(row > 0);
            row = 0;
        } else if !line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\n' | '\r')) {
            let inside = strokes(line).windows(2).map(|ends| ends[0] + 1..ends[1]).collect::<Vec<_>>();
            cells.extend(inside.into_iter().enumerate().map(|(column, Range { start: from, end })| {
                let part = &line[from..end];
                let from = start + from + (part.len() - part.trim_start().len());
                (CellAt { table, row, column }, from..from + part.trim().len())
            }));
            row += 1;
        }
        start += line.len();
    }
    cells
}

/// Where the strokes between the cells of a row stand: a backslash before one makes it text. The last cell may end without
/// one.
fn strokes(line: &str) -> Vec<usize> {
    let row = line.trim_end();
    let divides = |at: &usize| (row[..*at].len() - row[..*at].trim_end_matches('\\').len()).is_multiple_of(2);
    let mut strokes: Vec<usize> = row.match_indices('|').map(|(at, _)| at).filter(divides).collect();
    if strokes.last().is_some_and(|last| last + 1 < row.len()) {
        strokes.push(row.len());
    }
    strokes
}
