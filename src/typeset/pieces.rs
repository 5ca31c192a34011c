//! Long documents in pieces: a table of thousands of rows is cut where pages end, and each piece is laid out on its own.
//!
//! The typesetter remembers all that it does; for a table of ten thousand rows that is a gigabyte. Between pieces it
//! forgets. A piece must end with a full page: it is laid out with as many rows as are thought to fill its pages, and
//! where the last page is not full, once more without that page's rows.

use std::borrow::Cow;

use typst_layout::PagedDocument;

use super::marks::{self, Position};
use super::press::{Laid, Piece, Press};
use crate::document::{Block, Document, Table};

/// Tables of more rows are cut.
const LONGEST: usize = 1_500;

/// The rows of the first piece, from which is seen how many fill a page.
const FIRST_ROWS: usize = 300;

/// The rows of other pieces, about.
const ROWS: usize = 1_000;

/// So many rows at the end of a piece are watched: more than a page holds.
const WATCHED: usize = 90;

/// A page on which the last row stands no higher above the margin is full, in points.
const FULL: f64 = 60.0;

/// Where a long table stands: its appendix, sheet and block.
type Place = [usize; 3];

/// The pieces of a document, laid out one after the other. An error ends them.
pub(super) fn lay_out(press: &Press<'_>, document: &Document) -> Option<Vec<Laid>> {
    let mut pieces = Vec::new();
    let mut rest = Cow::Borrowed(document);
    let (mut continued, mut room) = (None, None);
    while let Some(place) = long_table(&rest) {
        let count = match &room {
            None => FIRST_ROWS,
            Some(room) => rows_that_fill(table_at(&rest, place)?, *room),
        };
        let piece = |document| Piece { number: pieces.len(), document: Cow::Owned(document), continued };
        let mut count = count.min(table_at(&rest, place)?.body.len() - 1);
        let mut laid = press.lay_out(piece(head(&rest, place, count, room.is_none())))?;
        let Ok(pages) = &laid.result.output else {
            pieces.push(laid);
            return Some(pieces);
        };
        let rows = rows_of(pages, place);
        room = room.or_else(|| page_room(&rows, table_at(&rest, place)?));
        if let Some(fewer) = rows_before_last_page(&rows, document, &rest, place) {
            count = fewer;
            laid = press.lay_out(piece(head(&rest, place, count, false)))?;
        }
        continued = Some(next_page(&laid, place[0], continued)?);
        rest = Cow::Owned(tail(&rest, place, count));
        pieces.push(laid);
        super::forget();
    }
    pieces.push(press.lay_out(Piece { number: pieces.len(), document: rest, continued })?);
    Some(pieces)
}

/// The first table that must be cut. Cells that cover rows would have to be cut with it: such a table is left whole.
fn long_table(document: &Document) -> Option<Place> {
    let is_long = |block: &Block| match block {
        Block::Table { table, .. } => {
            table.body.len() > LONGEST && table.body.iter().flat_map(|row| &row.cells).all(|cell| cell.rowspan == 1)
        }
        _ => false,
    };
    for (a, appendix) in document.appendices.iter().enumerate() {
        for (s, sheet) in appendix.sheets.iter().enumerate() {
            if let Some(b) = sheet.blocks.iter().position(is_long) {
                return Some([a, s, b]);
            }
        }
    }
    None
}

fn table_at(document: &Document, [a, s, b]: Place) -> Option<&Table> {
    match document.appendices.get(a)?.sheets.get(s)?.blocks.get(b)? {
        Block::Table { table, .. } => Some(table),
        _ => None,
    }
}

/// The document up to the first rows of a table; the last of them are watched, or all.
fn head(document: &Document, [a, s, b]: Place, count: usize, watch_all: bool) -> Document {
    let mut head = Document { appendices: document.appendices[..=a].to_vec(), ..without_appendices(document) };
    let appendix = &mut head.appendices[a];
    appendix.sheets.truncate(s + 1);
    appendix.sheets[s].blocks.truncate(b + 1);
    if let Some(Block::Table { table, end }) = appendix.sheets[s].blocks.last_mut() {
        *end = false;
        table.notes.clear();
        table.body.truncate(count);
        table.heights.truncate(count);
        let watched = if watch_all { 0 } else { count.saturating_sub(WATCHED) };
        for row in &mut table.body[watched..] {
            row.watch = true;
        }
        if let Some(last) = table.body.last_mut() {
            last.keep_with_next = false;
        }
    }
    head
}

/// The document from the rows of a table that are left.
fn tail(document: &Document, [a, s, b]: Place, count: usize) -> Document {
    let mut tail = Document { appendices: document.appendices[a..].to_vec(), ..without_appendices(document) };
    let appendix = &mut tail.appendices[0];
    appendix.sheets.drain(..s);
    appendix.sheets[0].blocks.drain(..b);
    if let Some(Block::Table { table, .. }) = appendix.sheets[0].blocks.first_mut() {
        table.unit = None;
        table.body.drain(..count);
        table.heights.drain(..count.min(table.heights.len()));
    }
    tail
}

fn without_appendices(document: &Document) -> Document {
    Document {
        metadata: document.metadata.clone(),
        style: document.style.clone(),
        header: document.header.clone(),
        to: document.to.clone(),
        body: document.body.clone(),
        signatures: document.signatures.clone(),
        recipients: document.recipients.clone(),
        address_line: document.address_line.clone(),
        appendices: Vec::new(),
    }
}

/// Where the watched rows of the table stand, by their number.
fn rows_of(pages: &PagedDocument, [a, s, b]: Place) -> Vec<(usize, Position)> {
    let marks = marks::watched_rows(pages);
    marks.into_iter().filter(|(path, _)| path[..3] == [a, s, b]).map(|(path, at)| (path[3], at)).collect()
}

/// The height that the rows of a full page have together: the most that any page but the first and the last holds.
fn page_room(rows: &[(usize, Position)], table: &Table) -> Option<f64> {
    let (first, last) = (rows.first()?.1.page, rows.last()?.1.page);
    let height = |page: usize| -> f64 {
        rows.iter().filter(|(_, at)| at.page == page).map(|(row, _)| height_of(table, *row)).sum()
    };
    let most = (first + 1..last).map(height).fold(0.0, f64::max);
    (most > 0.0).then_some(most)
}

/// The height of a row; rows whose height is not certain are taken for rows of two lines.
fn height_of(table: &Table, row: usize) -> f64 {
    let least = table.heights.iter().flatten().copied().fold(f64::INFINITY, f64::min);
    table.heights.get(row).copied().flatten().unwrap_or(if least.is_finite() { least * 1.7 } else { 30.0 })
}

/// How many rows fill whole pages, about as many as a piece shall have.
fn rows_that_fill(table: &Table, room: f64) -> usize {
    let (mut used, mut ends) = (0.0, 0);
    for row in 0..table.body.len() {
        let height = height_of(table, row);
        if used + height > room + 0.01 {
            ends = row;
            used = 0.0;
            if row >= ROWS {
                break;
            }
        }
        used += height;
    }
    if ends == 0 { ROWS } else { ends }
}

/// The rows before those of the last page, where that page is not full.
fn rows_before_last_page(
    rows: &[(usize, Position)],
    document: &Document,
    rest: &Document,
    [a, s, _]: Place,
) -> Option<usize> {
    use crate::report::Orientation;

    let (_, last) = rows.last()?;
    let paper = match rest.appendices.get(a)?.sheets.get(s)?.orientation {
        Orientation::Portrait => 297.0,
        Orientation::Landscape => 210.0,
    };
    let bottom = (paper - document.style.margin_bottom_mm) / 25.4 * 72.0;
    if last.y > bottom - FULL {
        return None;
    }
    let (first, _) = rows.iter().find(|(_, at)| at.page == last.page)?;
    (*first > 0).then_some(*first)
}

/// The number of the page after the last of an appendix that goes on.
fn next_page(laid: &Laid, appendix: usize, continued: Option<usize>) -> Option<usize> {
    let pages = laid.result.output.as_ref().ok()?;
    let begins = marks::appendices(pages).get(&appendix).copied()?;
    let here = pages.pages().len() + 1 - begins;
    Some(match continued {
        Some(first) if appendix == 0 => first + here,
        _ => here + 1,
    })
}
