//! Tables of which a few rows stand alone on the last page: set tighter where that saves the page; otherwise more rows go with them.

use baocao_core::document::{Document, Room, Table};
use typst_layout::PagedDocument;

use super::holes::hole;
use super::marks::{Path, short_tails, table_mut, tables, tail_rows};

/// Where so much of a page is free, the rows at its top stand alone; where other things follow them they do not.
const LONELY: f64 = 0.5;

/// The document with the tables tighter whose last page has a few rows of them, where the page before it may hold them then.
/// Nothing where there is none.
pub(super) fn tighten(document: &Document, pages: &PagedDocument) -> Option<Document> {
    let short = short_tails(document, pages, false);
    let tables = tables(document).into_iter().filter(|(path, ..)| short.contains(path));
    let saved = tables.filter(|(path, table, room)| may_be_saved(document, pages, path, table, room));
    set_tight(document, saved.map(|(path, ..)| path).collect(), true)
}

/// Whether lower rows of a table may bring those on its last page back.
fn may_be_saved(document: &Document, pages: &PagedDocument, path: &Path, table: &Table, room: &Room) -> bool {
    let before = last_page(pages, path, table).and_then(|page| page.checked_sub(1));
    before.and_then(|page| free(document, pages, page)).is_some_and(|free| table.may_save_tail(room, free))
}

/// Whether the last rows of a table stand on a page that is mostly empty.
fn is_lonely(document: &Document, pages: &PagedDocument, path: &Path, table: &Table, room: &Room) -> bool {
    let free = last_page(pages, path, table).and_then(|page| free(document, pages, page));
    free.is_some_and(|free| free >= room.height_pt * LONELY)
}

/// The page of the last row of a table, from 0.
fn last_page(pages: &PagedDocument, path: &Path, table: &Table) -> Option<usize> {
    let last = [&path[..], &[table.body.len().saturating_sub(1)]].concat();
    tail_rows(pages).get(&last).map(|place| place.page.get() - 1)
}

/// How much is free at the foot of a page, in points.
fn free(document: &Document, pages: &PagedDocument, page: usize) -> Option<f64> {
    hole(pages, page, document.style.margin_bottom_mm / 25.4 * 72.0)
}

/// The document with the tables as they were that are tighter and yet have a few rows on their last page. Nothing where there is
/// none.
pub(super) fn untighten(document: &Document, pages: &PagedDocument) -> Option<Document> {
    set_tight(document, short_tails(document, pages, true), false)
}

/// The document with more rows on the last page of the tables that have a few there: so many that it looks like a page. Nothing
/// where there is none.
pub(super) fn carry(document: &Document, pages: &PagedDocument) -> Option<Document> {
    let short = short_tails(document, pages, false);
    if short.is_empty() {
        return None;
    }
    let mut carried = document.clone();
    let mut carries = false;
    let tables = tables(document).into_iter().filter(|(path, ..)| short.contains(path));
    for (path, _, room) in tables.filter(|(path, table, room)| is_lonely(document, pages, path, table, room)) {
        carries |= table_mut(&mut carried, &path).is_some_and(|table| table.carry_more(&room));
    }
    carries.then_some(carried)
}

fn set_tight(document: &Document, paths: Vec<Path>, tight: bool) -> Option<Document> {
    if paths.is_empty() {
        return None;
    }
    let mut document = document.clone();
    for path in paths {
        if let Some(table) = table_mut(&mut document, &path) {
            table.tight = tight;
        }
    }
    Some(document)
}
