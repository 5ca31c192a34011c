//! Rows that stay together, cells that cover rows.

use super::{Table, plain_text};

/// Tables of no more rows stand on one page.
const SMALL: usize = 6;

/// So many rows at the end of a longer table stand on one page.
const LAST_TOGETHER: usize = 3;

/// A cell that covers no more rows keeps them on one page.
const SHORT_SPAN: usize = 5;

/// Rows of more letters are not held together: they could fill a page.
const MOST_LETTERS: usize = 1_200;

impl Table {
    /// The table with its last rows kept together, so that no page holds one alone; a small table whole.
    pub fn kept_together(mut self) -> Self {
        let count = self.body.len();
        let together = if count <= SMALL { count } else { LAST_TOGETHER };
        for row in self.body.iter_mut().skip(count - together).take(together.saturating_sub(1)) {
            row.keep_with_next = true;
        }
        // Nothing but the notes comes after the last row, and no page begins or ends with a single row.
        if let Some(last) = self.body.last_mut() {
            last.keep_with_next = !self.notes.is_empty();
        }
        if count > SMALL {
            self.body[0].keep_with_next = true;
        }
        self.settle_spans();
        self
    }

    /// Rows under one cell are kept by that cell where they are few, and watched where they may have to be cut.
    fn settle_spans(&mut self) {
        for (start, end) in self.spans() {
            let short = end - start <= SHORT_SPAN && self.letters(start, end) <= MOST_LETTERS;
            for row in &mut self.body[start..end] {
                // A row that a cell from above covers can be moved only together with the row of that cell.
                row.keep_with_next = false;
                row.watch |= !short;
            }
        }
    }

    /// The rows that cells cover, from the first to the one after the last; spans that share rows are one.
    fn spans(&self) -> Vec<(usize, usize)> {
        let mut spans: Vec<(usize, usize)> = Vec::new();
        for (at, row) in self.body.iter().enumerate() {
            let rows = row.cells.iter().map(|cell| cell.rowspan).max().unwrap_or(1);
            let end = (at + rows).min(self.body.len());
            match spans.last_mut() {
                Some((_, last)) if at < *last => *last = end.max(*last),
                _ if rows > 1 => spans.push((at, end)),
                _ => {}
            }
        }
        spans
    }

    fn letters(&self, start: usize, end: usize) -> usize {
        let cells = self.body[start..end].iter().flat_map(|row| &row.cells);
        cells.map(|cell| plain_text(&cell.text).chars().count()).sum()
    }

    /// Cuts the cells that cover rows on both sides of a page break: `page` tells the page of a watched row. Each part
    /// says the same again. Gives whether anything was cut.
    pub fn cut_spans(&mut self, page: impl Fn(usize) -> Option<usize>) -> bool {
        let mut cut = false;
        let mut start = 0;
        while start < self.body.len() {
            let mut index = 0;
            while index < self.body[start].cells.len() {
                let rows = self.body[start].cells[index].rowspan;
                let first = page(start);
                let stays = (1..rows).take_while(|below| page(start + below) == first).count() + 1;
                if rows > 1 && first.is_some() && stays < rows {
                    let column = self.column_of(start, index);
                    let mut rest = self.body[start].cells[index].clone();
                    self.body[start].cells[index].rowspan = stays;
                    rest.rowspan = rows - stays;
                    let at = self.index_of(start + stays, column);
                    self.body[start + stays].cells.insert(at, rest);
                    cut = true;
                }
                index += 1;
            }
            start += 1;
        }
        cut
    }

    /// The columns that each row's cells begin in.
    fn columns_of_row(&self, row: usize) -> Vec<usize> {
        let mut covered = vec![0_usize; self.columns.len()];
        let mut columns = Vec::new();
        for (at, row_at) in self.body.iter().enumerate().take(row + 1) {
            let mut column = 0;
            columns.clear();
            let mut next = covered.iter().map(|rows| rows.saturating_sub(1)).collect::<Vec<_>>();
            for cell in &row_at.cells {
                while covered.get(column).is_some_and(|rows| *rows > 0) {
                    column += 1;
                }
                columns.push(column);
                for below in next.iter_mut().skip(column).take(cell.colspan) {
                    *below = cell.rowspan - 1;
                }
                column += cell.colspan;
            }
            if at < row {
                covered = next;
            }
        }
        columns
    }

    fn column_of(&self, row: usize, index: usize) -> usize {
        self.columns_of_row(row).get(index).copied().unwrap_or(0)
    }

    /// Where in a row's cells the cell of a column belongs.
    fn index_of(&self, row: usize, column: usize) -> usize {
        self.columns_of_row(row).iter().take_while(|begins| **begins < column).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Align, Cell, Column, Inline, Row};

    fn text(cell: &Cell) -> String {
        plain_text(&cell.text)
    }

    fn table(rows: Vec<Vec<Cell>>, columns: usize) -> Table {
        Table {
            summary: String::new(),
            unit: None,
            size_pt: None,
            columns: vec![Column { share: 1.0, align: Align::Center, air: 0.0 }; columns],
            header: Vec::new(),
            body: rows.into_iter().map(Row::new).collect(),
            heights: Vec::new(),
            notes: Vec::new(),
        }
    }

    fn cell(text: &str) -> Cell {
        Cell::new(Inline::text(text))
    }

    #[test]
    fn spans_are_cut_where_the_page_ends_and_say_the_same_again() {
        let mut rows = vec![vec![cell("1"), cell("Trong đó").span(1, 4), cell("a")]];
        rows.extend(["b", "c", "d"].map(|value| vec![cell("x"), cell(value)]));
        let mut table = table(rows, 3);
        assert!(table.cut_spans(|row| Some(usize::from(row >= 2))));
        let shown: Vec<Vec<(String, usize)>> =
            table.body.iter().map(|row| row.cells.iter().map(|cell| (text(cell), cell.rowspan)).collect()).collect();
        assert_eq!(shown[0][1], ("Trong đó".to_owned(), 2));
        assert_eq!(shown[2][1], ("Trong đó".to_owned(), 2));
        assert_eq!(shown[2].len(), 3);
        assert_eq!(shown[3].len(), 2);
        assert!(!table.cut_spans(|row| Some(usize::from(row >= 2))));
    }

    #[test]
    fn rows_under_a_short_span_need_no_other_hold() {
        let mut rows = vec![vec![cell("n").span(1, 3), cell("a")]];
        rows.extend(["b", "c"].map(|value| vec![cell(value)]));
        let table = table(rows, 2).kept_together();
        assert!(table.body.iter().all(|row| !row.keep_with_next && !row.watch));
    }
}
