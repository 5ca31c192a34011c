//! How high the rows of a table will be, near enough to say which of them a page cannot hold.

use baocao_vietnamese::nobreak;

use super::width::Face;
use super::{Cell, Inline, Row, Table};

/// The page's measures (`templates/layout/page.typ`, `table.typ`): air in a cell, the height of a line, the distance of
/// lines.
pub const INSET_X_PT: f64 = 4.0;
const INSET_Y_PT: f64 = 3.0;
const LINE_EM: f64 = 1.107;
const LEADING_EM: f64 = 0.042;

/// A header takes at most this part of a page: it is repeated on every page above the rows.
const HIGHEST_HEADER: f64 = 0.5;

/// The room that a page has for a table, in points, and the size of text in tables that say no other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// The width of the text.
    pub width_pt: f64,
    /// The height of the text.
    pub height_pt: f64,
    /// The size of text in tables.
    pub size_pt: f64,
}

/// The height of a row of so many lines, in points.
pub fn height(lines: usize, size_pt: f64) -> f64 {
    let lines = f64::from(u32::try_from(lines).unwrap_or(u32::MAX));
    (lines * LINE_EM + (lines - 1.0) * LEADING_EM) * size_pt + 2.0 * INSET_Y_PT
}

impl Table {
    /// About how high its header, each row of its body and each note will be, in points; rather too high than too low.
    pub(super) fn heights_in(&self, room: &Room) -> Heights {
        let measure = self.measure(room);
        let size_pt = measure.size_pt;
        let note = |text: &[Inline]| height(lines(text, Face::Regular, room.width_pt / size_pt), size_pt);
        Heights {
            header: self.header_height(room),
            body: measure.rows(&self.body, &self.heights),
            notes: self.notes.iter().map(|it| note(&it.text)).collect(),
        }
    }

    /// Whether its header leaves too little room for rows on a page.
    pub fn header_is_too_high(&self, room: &Room) -> bool {
        self.header_height(room) > room.height_pt * HIGHEST_HEADER
    }

    /// About how high its header will be, in points.
    fn header_height(&self, room: &Room) -> f64 {
        self.measure(room).rows(&self.header, &[]).iter().sum()
    }

    /// About how high each row of its body is beside the cells that cover several rows, in points, and these cells.
    pub(super) fn beside_spans(&self, room: &Room) -> (Vec<f64>, Vec<Span>) {
        self.measure(room).beside_spans(&self.body, &self.heights)
    }

    fn measure(&self, room: &Room) -> Measure {
        let whole: f64 = self.columns.iter().map(|column| column.share).sum();
        Measure {
            widths: self.columns.iter().map(|column| column.share / whole * room.width_pt).collect(),
            size_pt: self.size_pt.unwrap_or(room.size_pt),
            inset_pt: self.inset_pt,
        }
    }
}

/// About how high the parts of a table will be, in points.
pub(super) struct Heights {
    pub(super) header: f64,
    pub(super) body: Vec<f64>,
    pub(super) notes: Vec<f64>,
}

/// A cell over several rows: where it begins, the last row that it covers, about how high its text is, in points.
pub(super) struct Span {
    pub(super) row: usize,
    pub(super) index: usize,
    pub(super) last: usize,
    pub(super) high: f64,
}

struct Measure {
    widths: Vec<f64>,
    size_pt: f64,
    inset_pt: f64,
}

impl Measure {
    fn rows(&self, rows: &[Row], known: &[Option<f64>]) -> Vec<f64> {
        let (mut heights, mut spans) = self.beside_spans(rows, known);
        // The last of the rows under a cell makes up what the cell needs besides.
        spans.sort_by_key(|span| span.last);
        for span in spans.iter().filter(|span| span.last < rows.len()) {
            let above: f64 = heights[span.row..span.last].iter().sum();
            heights[span.last] = heights[span.last].max(span.high - above);
        }
        heights
    }

    fn beside_spans(&self, rows: &[Row], known: &[Option<f64>]) -> (Vec<f64>, Vec<Span>) {
        let mut heights: Vec<f64> = Vec::with_capacity(rows.len());
        let mut spans = Vec::new();
        // The rows that each column is still covered from above.
        let mut covered = vec![0; self.widths.len()];
        for (row, it) in rows.iter().enumerate() {
            let columns = begin(&it.cells, &mut covered);
            let known = known.get(row).copied().flatten();
            let mut most = height(1, self.size_pt);
            for (index, (cell, column)) in it.cells.iter().zip(columns).enumerate() {
                if cell.rowspan > 1 {
                    spans.push(Span { row, index, last: row + cell.rowspan - 1, high: self.cell(cell, column) });
                } else if known.is_none() {
                    most = most.max(self.cell(cell, column));
                }
            }
            heights.push(known.unwrap_or(most));
        }
        (heights, spans)
    }

    fn cell(&self, cell: &Cell, column: usize) -> f64 {
        let width: f64 = self.widths.iter().skip(column).take(cell.colspan).sum();
        let room = (width - 2.0 * self.inset_pt) / self.size_pt;
        height(lines(&cell.text, cell.face(), room), self.size_pt)
    }
}

/// Where the cells of a row begin. `covered` has the rows that each column is still covered from above, before the row
/// and after it.
pub(super) fn begin(cells: &[Cell], covered: &mut [usize]) -> Vec<usize> {
    let mut columns = Vec::with_capacity(cells.len());
    let mut below: Vec<usize> = covered.iter().map(|rows| rows.saturating_sub(1)).collect();
    let mut column = 0;
    for cell in cells {
        while covered.get(column).is_some_and(|rows| *rows > 0) {
            column += 1;
        }
        columns.push(column);
        for rows in below.iter_mut().skip(column).take(cell.colspan) {
            *rows = cell.rowspan - 1;
        }
        column += cell.colspan;
    }
    covered.copy_from_slice(&below);
    columns
}

/// The lines of a text in a column of `room`, in units of the size.
fn lines(text: &[Inline], face: Face, room: f64) -> usize {
    written(text).split('\n').map(|line| face.most_lines(line, room)).sum()
}

/// The text of runs, a line a line, with the spaces that must not break.
pub fn written(text: &[Inline]) -> String {
    let mut written = String::new();
    write(text, &mut written);
    written
}

fn write(text: &[Inline], out: &mut String) {
    for run in text {
        match run {
            Inline::Text(part) | Inline::Super(part) | Inline::Sub(part) => out.push_str(part),
            Inline::Keep(part) => out.push_str(&nobreak::plain(part)),
            Inline::Bold(inner) | Inline::Italic(inner) => write(inner, out),
            Inline::Footnote(_) | Inline::Cited(_) | Inline::Mark(_) | Inline::Place(_) => {}
            Inline::Break => out.push('\n'),
            Inline::Turn => out.push(' '),
        }
    }
}
