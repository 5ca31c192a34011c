//! Marks that the layout leaves on the pages: where watched rows stand; and the cells that must be cut there.

use std::collections::BTreeMap;

use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use crate::document::{Block, Document};

/// The label of the marks of watched rows.
const WATCHED_ROW: &str = "watched-row";

/// The appendix, sheet, block and row of a mark.
type Path = [usize; 4];

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
                any |= table.cut_spans(|row| rows.get(&[appendix, sheet, block, row]).copied());
            }
        }
    }
    any.then_some(document)
}

fn is_watched(block: &Block) -> bool {
    matches!(block, Block::Table { table, .. } if table.body.iter().any(|row| row.watch))
}

/// The pages of watched rows.
fn watched_rows(pages: &PagedDocument) -> BTreeMap<Path, usize> {
    let introspector = pages.introspector();
    let Some(label) = Label::new(PicoStr::intern(WATCHED_ROW)) else { return BTreeMap::new() };
    let marks = introspector.query(&Selector::Label(label));
    let read = marks.iter().filter_map(|mark| {
        let Value::Array(numbers) = &mark.to_packed::<MetadataElem>()?.value else { return None };
        let numbers: Vec<usize> = numbers.iter().filter_map(|number| number.clone().cast().ok()).collect();
        let page = introspector.page(mark.location()?)?;
        Some((Path::try_from(numbers).ok()?, page.get()))
    });
    read.collect()
}
