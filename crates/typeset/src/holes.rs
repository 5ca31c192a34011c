//! Holes at the foot of pages before small tables and charts, which stand on one page: where a hole is large, the table is parted,
//! and the bars of the chart stand closer. Where that is not enough what introduces it stays on the page of the hole.

use std::collections::BTreeSet;

use baocao_core::document::{Block, Document, Drawn, plain_text, width};
use typst::foundations::{NativeElement, Selector};
use typst::introspection::{Introspector, PagedPosition};
use typst::layout::{Frame, FrameItem, Point};
use typst::model::FootnoteEntry;
use typst_layout::PagedDocument;

use super::marks::{Path, block_mut, blocks, short_tails, signed_block, tail_rows};

/// A hole is large from here on, in points: 40 mm.
const LARGE: f64 = 113.0;

/// A hole so large, in points, would take what introduces a table or a chart with it for nothing: 90 mm.
const HUGE: f64 = 255.0;

/// A table or a chart begins its page where its first row stands no lower, in points below the margin: with its header, its title and what
/// introduces it.
const BEGINS: f64 = 170.0;

/// A list of fewer recipients does not run on below who signs.
const LONG_LIST: usize = 7;

/// Above and below a picture, and between it and its caption, in points; a line of that, in units of its size.
const AROUND_PICTURE: f64 = 40.0;
const LINE_EM: f64 = 1.15;

/// The line above notes stands so far above the first of them, in points.
const NOTES_LINE: f64 = 8.0;

/// The document with the small tables let go, the bars of charts closer, and the list of recipients running on below who signs,
/// that left a large hole on the page before them. Nothing where there is none.
pub(super) fn fill(document: &Document, pages: &PagedDocument) -> Option<Document> {
    let is_small = |block: &Block| match block {
        Block::Table { table, .. } => table.is_kept_whole(),
        Block::Chart(chart) => chart.look == Drawn::Bars && !chart.tight,
        _ => false,
    };
    let filled = changed(document, &after_holes(document, pages, LARGE, is_small), |block| match block {
        Block::Table { table, .. } => table.let_go(),
        Block::Chart(chart) => chart.tight = true,
        _ => {}
    });
    let filled = changed(filled.as_ref().unwrap_or(document), &tails_after_holes(document, pages), |block| {
        if let Block::Table { table, .. } = block {
            table.let_tail_go();
        }
    })
    .or(filled);
    // A short list leaves those who sign only where they are three or four, for a hole that is huge.
    let least = match document.recipients.lines.len() {
        LONG_LIST.. => LARGE,
        _ if document.signatures.len() > 2 => HUGE,
        _ => f64::INFINITY,
    };
    let signed = signed_block(pages).filter(|_| !document.recipients.runs_on);
    if signed.and_then(|signed| is_after_hole(document, pages, &signed, least)).is_none() {
        return filled;
    }
    let mut filled = filled.unwrap_or_else(|| document.clone());
    filled.recipients.runs_on = true;
    Some(filled)
}

/// The document with what introduces tables and charts let go that left a huge hole on the page before them: it stays there.
/// Nothing where there is none.
pub(super) fn let_lead_in_stay(document: &Document, pages: &PagedDocument) -> Option<Document> {
    let paths = after_holes(document, pages, HUGE, |block| {
        matches!(block, Block::Table { .. } | Block::Chart(_) | Block::Picture(_))
    });
    changed(document, &paths, |block| match block {
        Block::Table { table, .. } => table.loose = true,
        Block::Chart(chart) => chart.loose = true,
        Block::Picture(picture) => picture.loose = true,
        _ => {}
    })
}

/// The document with a picture lower that left a large hole on the page before it, so that it stands in it, and where it is. None of
/// those that were tried; nothing where there is none, or where too little would be left of it.
pub(super) fn lower_picture(
    document: &Document,
    pages: &PagedDocument,
    tried: &BTreeSet<Path>,
) -> Option<(Path, Document)> {
    let places = tail_rows(pages);
    let [top, bottom] = [document.style.margin_top_mm, document.style.margin_bottom_mm].map(|mm| mm / 25.4 * 72.0);
    let paths = after_holes(document, pages, LARGE, |block| matches!(block, Block::Picture(_)));
    paths.into_iter().filter(|path| !tried.contains(path)).find_map(|path| {
        let place = places.get(&path)?;
        let free = hole(pages, place.page.get().checked_sub(2)?, bottom)?;
        let mut lower = document.clone();
        let Block::Picture(picture) = block_mut(&mut lower, &path)? else { return None };
        // What introduces the picture stands above it, its caption below.
        let size = document.style.table_pt;
        let [width, _] = document.style.text_widths_pt();
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let caption = width::most_lines(&plain_text(&picture.title), width / size) as f64 * size * LINE_EM;
        let height = free - (place.point.y.to_pt() - top) - caption - AROUND_PICTURE;
        picture.lower_to(height).then_some((path, lower))
    })
}

/// Whether a block stands on an earlier page than before.
pub(super) fn stands_earlier(path: &Path, before: &PagedDocument, now: &PagedDocument) -> bool {
    let page = |pages| tail_rows(pages).get(path).map(|place| place.page);
    page(now) < page(before)
}

/// The document with some blocks changed; nothing where there is none of them.
fn changed(document: &Document, paths: &[Path], change: impl Fn(&mut Block)) -> Option<Document> {
    if paths.is_empty() {
        return None;
    }
    let mut document = document.clone();
    for path in paths {
        if let Some(block) = block_mut(&mut document, path) {
            change(block);
        }
    }
    Some(document)
}

/// The tables and charts of some kind that begin a page after a hole of `least`.
fn after_holes(document: &Document, pages: &PagedDocument, least: f64, wanted: impl Fn(&Block) -> bool) -> Vec<Path> {
    // Where a block begins is known by its first row, or by its own mark.
    let blocks = blocks(document).into_iter().filter(|(_, block)| wanted(block));
    let begins = blocks.map(|(path, block)| match block {
        Block::Table { .. } => ([&path[..], &[0]].concat(), path),
        _ => (path.clone(), path),
    });
    let begins: Vec<(Path, Path)> = begins.collect();
    if begins.is_empty() {
        return Vec::new();
    }
    let places = tail_rows(pages);
    let after_hole = |begin: &Path| is_after_hole(document, pages, places.get(begin)?, least);
    begins.into_iter().filter(|(begin, _)| after_hole(begin).is_some()).map(|(_, path)| path).collect()
}

/// The tables whose last rows stand on a page of their own after a large hole.
fn tails_after_holes(document: &Document, pages: &PagedDocument) -> Vec<Path> {
    let places = tail_rows(pages);
    let bottom = document.style.margin_bottom_mm / 25.4 * 72.0;
    let last = |path: &Path| places.iter().rev().find(|(row, _)| row.len() == path.len() + 1 && row.starts_with(path));
    let after_hole = |path: &Path| {
        let before = last(path)?.1.page.get().checked_sub(2)?;
        (hole(pages, before, bottom)? > LARGE).then_some(())
    };
    short_tails(document, pages, false).into_iter().filter(|path| after_hole(path).is_some()).collect()
}

/// Something where a place is near the top of its page and the page before it has a hole of `least`.
fn is_after_hole(document: &Document, pages: &PagedDocument, place: &PagedPosition, least: f64) -> Option<()> {
    let style = &document.style;
    let [top, bottom] = [style.margin_top_mm, style.margin_bottom_mm].map(|mm| mm / 25.4 * 72.0);
    let before = place.page.get().checked_sub(2)?;
    let begins = place.point.y.to_pt() < top + BEGINS;
    (begins && hole(pages, before, bottom)? > least).then_some(())
}

/// The free height at the foot of a page, counted from 0, above its notes.
pub(super) fn hole(pages: &PagedDocument, at: usize, margin: f64) -> Option<f64> {
    let end = end_of_text(pages, at, margin)?;
    let mut foot = 0.0;
    lowest(&pages.pages().get(at)?.frame, Point::zero(), end, &mut foot);
    Some(end - foot)
}

/// Where the text of a page, counted from 0, has to end: at its notes, or at the margin below it.
pub(super) fn end_of_text(pages: &PagedDocument, at: usize, margin: f64) -> Option<f64> {
    let page = pages.pages().get(at)?;
    let introspector = pages.introspector();
    let notes = introspector.query(&Selector::Elem(FootnoteEntry::ELEM, None));
    let notes = notes.iter().filter_map(|note| introspector.position(note.location()?));
    let notes = notes.filter(|note| note.page.get() == at + 1).map(|note| note.point.y.to_pt() - NOTES_LINE);
    Some(notes.fold(page.frame.height().to_pt() - margin, f64::min))
}

/// The lowest text or line of a frame above `end`.
fn lowest(frame: &Frame, origin: Point, end: f64, foot: &mut f64) {
    for (at, item) in frame.items() {
        let at = origin + *at;
        match item {
            FrameItem::Group(group) => lowest(&group.frame, at, end, foot),
            FrameItem::Text(_) | FrameItem::Shape(..) | FrameItem::Image(..) if at.y.to_pt() < end => {
                *foot = f64::max(*foot, at.y.to_pt());
            }
            _ => {}
        }
    }
}
