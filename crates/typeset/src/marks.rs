//! Marks that the layout leaves on the pages: where watched rows stand; and the cells that must be cut there.

use std::collections::BTreeMap;

use baocao_core::document::{Block, Document};
use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

/// The label of the marks of watched rows.
const WATCHED_ROW: &str = "watched-row";

/// The label of the marks of rows by which the tail of a table is known.
const TAIL_ROW: &str = "tail-row";

/// The block and row of a mark in the body; before them, in an appendix, its number and that of the sheet.
type Path = Vec<usize>;

/// The document with the cells cut that page breaks split: each part says the same again. Nothing where no cell was.
pub(super) fn cut(document: &Document, pages: &PagedDocument) -> Option<Document> {
    let sheets = document.appendices.iter().flat_map(|appendix| &appendix.sheets).map(|sheet| &sheet.blocks);
    if !sheets.chain([&document.body]).flatten().any(is_watched) {
        return None;
    }
    let rows = marked_rows(pages, WATCHED_ROW);
    let mut document = document.clone();
    let mut any = cut_blocks(&mut document.body, &[], &rows);
    for (appendix, it) in document.appendices.iter_mut().enumerate() {
        for (sheet, it) in it.sheets.iter_mut().enumerate() {
            any |= cut_blocks(&mut it.blocks, &[appendix, sheet], &rows);
        }
    }
    any.then_some(document)
}

/// Cuts the cells of the tables among blocks; `above` is the path of the blocks.
fn cut_blocks(blocks: &mut [Block], above: &[usize], rows: &BTreeMap<Path, usize>) -> bool {
    let mut any = false;
    for (block, it) in blocks.iter_mut().enumerate() {
        if let Block::Table { table, .. } = it {
            any |= table.cut_spans(|row| rows.get(&[above, &[block, row]].concat()).copied());
        }
    }
    any
}

fn is_watched(block: &Block) -> bool {
    matches!(block, Block::Table { table, .. } if table.body.iter().any(|row| row.watch))
}

/// The document with the tables tighter whose last page has a few rows of them. Nothing where there is none.
pub(super) fn tighten(document: &Document, pages: &PagedDocument) -> Option<Document> {
    let rows = marked_rows(pages, TAIL_ROW);
    let has_tail = |above: &[usize], block: usize, it: &Block| {
        let page = |row: usize| rows.get(&[above, &[block, row]].concat()).copied();
        matches!(it, Block::Table { table, .. } if table.has_short_tail(page))
    };
    let mut tails: Vec<(Path, usize)> = Vec::new();
    let mut look = |above: &[usize], blocks: &[Block]| {
        let found = blocks.iter().enumerate().filter(|(block, it)| has_tail(above, *block, it));
        tails.extend(found.map(|(block, _)| (above.to_vec(), block)));
    };
    look(&[], &document.body);
    for (appendix, it) in document.appendices.iter().enumerate() {
        for (sheet, it) in it.sheets.iter().enumerate() {
            look(&[appendix, sheet], &it.blocks);
        }
    }
    if tails.is_empty() {
        return None;
    }
    let mut document = document.clone();
    for (above, block) in tails {
        let blocks = match above[..] {
            [appendix, sheet] => {
                document.appendices.get_mut(appendix).and_then(|it| it.sheets.get_mut(sheet)).map(|it| &mut it.blocks)
            }
            _ => Some(&mut document.body),
        };
        if let Some(Block::Table { table, .. }) = blocks.and_then(|blocks| blocks.get_mut(block)) {
            table.tight = true;
        }
    }
    Some(document)
}

/// The pages of rows with marks of a label.
fn marked_rows(pages: &PagedDocument, label: &str) -> BTreeMap<Path, usize> {
    let introspector = pages.introspector();
    let Some(label) = Label::new(PicoStr::intern(label)) else { return BTreeMap::new() };
    let marks = introspector.query(&Selector::Label(label));
    let read = marks.iter().filter_map(|mark| {
        let Value::Array(numbers) = &mark.to_packed::<MetadataElem>()?.value else { return None };
        let path: Path = numbers.iter().filter_map(|number| number.clone().cast().ok()).collect();
        let page = introspector.page(mark.location()?)?;
        Some((path, page.get()))
    });
    read.collect()
}
