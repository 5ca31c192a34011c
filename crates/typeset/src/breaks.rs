//! Page breaks that the layout must be told of: where a note would begin on another page than its mark, and where those who sign would
//! stand on a page without text below a table, or with a single line.

use std::collections::BTreeSet;

use baocao_core::document::{Block, Document};
use typst::introspection::PagedPosition;
use typst::layout::{Frame, FrameItem, Point};
use typst_layout::PagedDocument;

use super::holes::hole;
use super::marks::{Path, before_last, signed_block, tables, tail_rows};
use super::notes;

/// So many lines of text, or rows, stand on the page that is signed at least.
const LEAST: usize = 2;

/// Lines are apart by more, in points.
const ONE_LINE: f64 = 4.0;

/// The blocks that begin a page, with what introduces them, and the rows of tables that do.
pub(super) type Breaks = BTreeSet<Path>;

/// The breaks with one more that is needed, beside those that are known: it moves what stands below. Nothing where none is.
pub(super) fn needed(document: &Document, pages: &PagedDocument, known: &Breaks) -> Option<Breaks> {
    let rows = notes::strayed_rows(pages).into_iter().chain(closing_row(document, pages));
    let rows = rows.filter_map(|row| begins(document, &row));
    let margins = [document.style.margin_top_mm, document.style.margin_bottom_mm].map(|mm| mm / 25.4 * 72.0);
    let texts = notes::moved(pages).into_iter().chain(notes::widowed(pages, margins));
    let next = rows.chain(texts).find(|path| !known.contains(path))?;
    Some(known.iter().cloned().chain([next]).collect())
}

/// Where the page must begin for a row to stand on it: at the first row that stays with it, or at its table.
fn begins(document: &Document, row: &Path) -> Option<Path> {
    let (row, path) = row.split_last()?;
    let (_, table, _) = tables(document).into_iter().find(|(own, ..)| own == path)?;
    Some(match table.begin_of_group(*row) {
        0 => path.to_vec(),
        row => [path, &[row]].concat(),
    })
}

/// The row of a table at the end of the text that must go on to the page that is signed, where too little text stands there.
fn closing_row(document: &Document, pages: &PagedDocument) -> Option<Path> {
    let count = document.body.len();
    let text = |at: usize| matches!(document.body.get(at), Some(Block::Paragraph { .. } | Block::Item { .. }));
    let last = (0..count).rev().take(LEAST).find(|at| !text(*at))?;
    let Block::Table { table, .. } = &document.body[last] else { return None };
    let end = tail_rows(pages).get(&vec![last, table.body.len().checked_sub(1)?])?.page;
    let signed = signed_block(pages)?;
    let is_short = end < signed.page && lines_above(document, pages, &signed) < LEAST;
    is_short.then(|| vec![last, table.body.len().saturating_sub(LEAST)])
}

/// The paragraph before a single last line of which two lines must go over to the page that is signed, where that line would stand
/// there alone; with the height that is left free below it for that, in points.
pub(super) fn closing_paragraph(document: &Document, pages: &PagedDocument) -> Option<(Path, f64)> {
    let (path, begins) = before_last(pages)?;
    let signed = signed_block(pages)?;
    let is_alone = begins.page.get() + 1 == signed.page.get() && lines_above(document, pages, &signed) < LEAST;
    let free = hole(pages, begins.page.get() - 1, document.style.margin_bottom_mm / 25.4 * 72.0)?;
    is_alone.then_some((path, free + ONE_LINE))
}

/// The lines of text on a page above a place.
fn lines_above(document: &Document, pages: &PagedDocument, place: &PagedPosition) -> usize {
    let Some(page) = pages.pages().get(place.page.get() - 1) else { return 0 };
    let top = document.style.margin_top_mm / 25.4 * 72.0;
    let mut heights = Vec::new();
    baselines(&page.frame, Point::zero(), &mut heights);
    heights.retain(|y| *y > top && *y < place.point.y.to_pt());
    heights.sort_by(f64::total_cmp);
    heights.dedup_by(|next, before| *next - *before < ONE_LINE);
    heights.len()
}

fn baselines(frame: &Frame, origin: Point, heights: &mut Vec<f64>) {
    for (at, item) in frame.items() {
        match item {
            FrameItem::Group(group) => baselines(&group.frame, origin + *at, heights),
            FrameItem::Text(_) => heights.push((origin + *at).y.to_pt()),
            _ => {}
        }
    }
}
