//! Marks that the layout leaves on the pages: where watched rows stand, where appendices begin.

use std::collections::BTreeMap;

use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use crate::document::{Block, Document};

/// The label of the marks of watched rows.
const WATCHED_ROW: &str = "watched-row";

/// The label of the marks where appendices begin.
const APPENDIX_BEGINS: &str = "appendix-begins";

/// Where a mark is: the page from 1, and the distance from its top in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Position {
    pub(super) page: usize,
    pub(super) y: f64,
}

/// The appendix, sheet, block and row of a mark.
pub(super) type Path = [usize; 4];

/// The document with the cells cut that page breaks split: each part says the same again. Nothing where no cell was.
pub(super) fn cut(document: &Document, pages: &PagedDocument) -> Option<Document> {
    let blocks = document.appendices.iter().flat_map(|appendix| &appendix.sheets).flat_map(|sheet| &sheet.blocks);
    if !blocks.into_iter().any(is_watched) {
        return None;
    }
    let rows = watched_rows(pages);
    let mut document = document.clone();
    let mut any = false;
    let appendices = document.appendices.iter_mut().enumerate();
    let sheets = appendices
        .flat_map(|(appendix, it)| it.sheets.iter_mut().enumerate().map(move |(sheet, it)| (appendix, sheet, it)));
    for (appendix, sheet, it) in sheets {
        for (block, it) in it.blocks.iter_mut().enumerate() {
            if let Block::Table { table, .. } = it {
                any |= table.cut_spans(|row| Some(rows.get(&[appendix, sheet, block, row])?.page));
            }
        }
    }
    any.then_some(document)
}

fn is_watched(block: &Block) -> bool {
    matches!(block, Block::Table { table, .. } if table.body.iter().any(|row| row.watch))
}

/// Where watched rows stand.
pub(super) fn watched_rows(pages: &PagedDocument) -> BTreeMap<Path, Position> {
    marks(pages, WATCHED_ROW)
        .into_iter()
        .filter_map(|(value, position)| {
            let Value::Array(numbers) = value else { return None };
            let numbers: Vec<usize> = numbers.iter().filter_map(|number| number.clone().cast().ok()).collect();
            Some((Path::try_from(numbers).ok()?, position))
        })
        .collect()
}

/// The pages on which appendices begin.
pub(super) fn appendices(pages: &PagedDocument) -> BTreeMap<usize, usize> {
    marks(pages, APPENDIX_BEGINS)
        .into_iter()
        .filter_map(|(value, position)| Some((value.cast().ok()?, position.page)))
        .collect()
}

fn marks(pages: &PagedDocument, label: &str) -> Vec<(Value, Position)> {
    let introspector = pages.introspector();
    let Some(label) = Label::new(PicoStr::intern(label)) else { return Vec::new() };
    let found = introspector.query(&Selector::Label(label));
    let read = found.iter().filter_map(|mark| {
        let position = introspector.position(mark.location()?)?;
        let position = Position { page: position.page.get(), y: position.point.y.to_pt() };
        Some((mark.to_packed::<MetadataElem>()?.value.clone(), position))
    });
    read.collect()
}
