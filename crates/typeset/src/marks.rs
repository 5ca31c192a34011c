//! Marks that the layout leaves on the pages: where watched rows stand; and the cells that must be cut there.

use std::collections::BTreeMap;

use baocao_core::document::{Block, Document, Parting, Room, Table};
use baocao_core::report::Orientation;
use typst::foundations::{Content, Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem, PagedPosition};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

/// The label of the marks of watched rows.
const WATCHED_ROW: &str = "watched-row";

/// The label of the marks of rows by which the tail of a table is known.
const TAIL_ROW: &str = "tail-row";

/// The label of the mark before a long paragraph that a single line follows, which stays with those who sign.
const BEFORE_LAST: &str = "before-last";

/// The label of the block that is signed.
const SIGNED_BLOCK: &str = "signed-block";

/// The block and row of a mark in the body; before them, in an appendix, its number and that of the sheet.
pub(super) type Path = Vec<usize>;

/// How the cells of tables are parted, by the path of the table.
pub(super) type Partings = BTreeMap<Path, Parting>;

/// How cells must be parted that page breaks split, beside what is known; nothing where they are so already.
pub(super) fn partings(document: &Document, pages: &PagedDocument, known: &Partings) -> Option<Partings> {
    let watched: Vec<_> = tables(document).into_iter().filter(|(_, table, _)| is_watched(table)).collect();
    if watched.is_empty() {
        return None;
    }
    let rows = marked_rows(pages, WATCHED_ROW);
    let parting = |path: &Path, table: &Table, room: &Room| {
        let known = known.get(path).cloned().unwrap_or_default();
        table.parting(&known, room, |row| rows.get(&[&path[..], &[row]].concat()).copied())
    };
    let all = watched.into_iter().map(|(path, table, room)| (parting(&path, table, &room), path));
    let next: Partings = all.filter(|(it, _)| *it != Parting::default()).map(|(it, path)| (path, it)).collect();
    (next != *known).then_some(next)
}

/// The document with its cells parted so.
pub(super) fn parted(document: &Document, partings: &Partings) -> Document {
    let mut parted = document.clone();
    for (path, _, room) in tables(document) {
        if let Some((parting, table)) = partings.get(&path).zip(table_mut(&mut parted, &path)) {
            table.part(parting, &room);
        }
    }
    parted
}

fn is_watched(table: &Table) -> bool {
    table.body.iter().any(|row| row.watch)
}

/// All blocks of a document, each with its path.
pub(super) fn blocks(document: &Document) -> Vec<(Path, &Block)> {
    let sheets = document.appendices.iter().enumerate().flat_map(|(appendix, it)| {
        it.sheets.iter().enumerate().map(move |(sheet, it)| (vec![appendix, sheet], &it.blocks))
    });
    let all = std::iter::once((Path::new(), &document.body)).chain(sheets);
    let all = all.flat_map(|(above, blocks)| {
        blocks.iter().enumerate().map(move |(at, block)| ([&above[..], &[at]].concat(), block))
    });
    all.collect()
}

/// All tables of a document, each with its path and the room that its pages have.
pub(super) fn tables(document: &Document) -> Vec<(Path, &Table, Room)> {
    let room = |path: &[usize]| match *path {
        [appendix, sheet, _] => document.appendices[appendix].sheets[sheet].orientation,
        _ => Orientation::Portrait,
    };
    let tables = blocks(document).into_iter().filter_map(|(path, block)| match block {
        Block::Table { table, .. } => Some((document.style.room(room(&path)), path, table)),
        _ => None,
    });
    tables.map(|(room, path, table)| (path, table, room)).collect()
}

/// A block by its path.
pub(super) fn block_mut<'a>(document: &'a mut Document, path: &[usize]) -> Option<&'a mut Block> {
    match path[..] {
        [appendix, sheet, block] => document.appendices.get_mut(appendix)?.sheets.get_mut(sheet)?.blocks.get_mut(block),
        [block] => document.body.get_mut(block),
        _ => None,
    }
}

/// A table by its path.
pub(super) fn table_mut<'a>(document: &'a mut Document, path: &[usize]) -> Option<&'a mut Table> {
    match block_mut(document, path)? {
        Block::Table { table, .. } => Some(table),
        _ => None,
    }
}

/// The tables, tighter or not, whose last page has a few rows of them.
pub(super) fn short_tails(document: &Document, pages: &PagedDocument, tight: bool) -> Vec<Path> {
    let rows = marked_rows(pages, TAIL_ROW);
    let page = |path: &Path, row: usize| rows.get(&[&path[..], &[row]].concat()).copied();
    let tables = tables(document).into_iter().filter(|(_, table, _)| table.tight == tight);
    tables.filter(|(path, table, _)| table.has_short_tail(|row| page(path, row))).map(|(path, ..)| path).collect()
}

/// Where the block that is signed begins.
pub(super) fn signed_block(pages: &PagedDocument) -> Option<PagedPosition> {
    let introspector = pages.introspector();
    let label = Label::new(PicoStr::intern(SIGNED_BLOCK))?;
    introspector.position(introspector.query(&Selector::Label(label)).first()?.location()?)
}

/// The places of the rows by which the tail of a table is known.
pub(super) fn tail_rows(pages: &PagedDocument) -> BTreeMap<Path, PagedPosition> {
    placed_rows(pages, TAIL_ROW)
}

/// The long paragraph before a single line that stays with those who sign, and where it begins.
pub(super) fn before_last(pages: &PagedDocument) -> Option<(Path, PagedPosition)> {
    placed_rows(pages, BEFORE_LAST).pop_first()
}

/// The pages of rows with marks of a label.
fn marked_rows(pages: &PagedDocument, label: &str) -> BTreeMap<Path, usize> {
    placed_rows(pages, label).into_iter().map(|(path, place)| (path, place.page.get())).collect()
}

/// The places of rows with marks of a label.
fn placed_rows(pages: &PagedDocument, label: &str) -> BTreeMap<Path, PagedPosition> {
    let introspector = pages.introspector();
    let Some(label) = Label::new(PicoStr::intern(label)) else { return BTreeMap::new() };
    let marks = introspector.query(&Selector::Label(label));
    marks.iter().filter_map(|mark| Some((path_of(mark)?, introspector.position(mark.location()?)?))).collect()
}

/// The path that a mark says.
pub(super) fn path_of(mark: &Content) -> Option<Path> {
    let Value::Array(numbers) = &mark.to_packed::<MetadataElem>()?.value else { return None };
    Some(numbers.iter().filter_map(|number| number.clone().cast().ok()).collect())
}
