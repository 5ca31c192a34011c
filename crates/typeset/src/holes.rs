//! Holes at the foot of pages before small tables, which stand on one page: where a hole is large, the table is parted.

use baocao_core::document::Document;
use typst::foundations::{NativeElement, Selector};
use typst::introspection::Introspector;
use typst::layout::{Frame, FrameItem, Point};
use typst::model::FootnoteEntry;
use typst_layout::PagedDocument;

use super::marks::{Path, table_mut, tables, tail_rows};

/// A hole is large from here on, in points: 40 mm.
const LARGE: f64 = 113.0;

/// A table begins its page where its first row stands no lower, in points below the margin: with its header, its title and what
/// introduces it.
const BEGINS: f64 = 170.0;

/// The line above notes stands so far above the first of them, in points.
const NOTES_LINE: f64 = 8.0;

/// The document with the small tables let go that left a large hole on the page before them. Nothing where there is none.
pub(super) fn fill(document: &Document, pages: &PagedDocument) -> Option<Document> {
    let small: Vec<Path> =
        tables(document).into_iter().filter(|(_, table, _)| table.is_kept_whole()).map(|(path, ..)| path).collect();
    if small.is_empty() {
        return None;
    }
    let rows = tail_rows(pages);
    let style = &document.style;
    let [top, bottom] = [style.margin_top_mm, style.margin_bottom_mm].map(|mm| mm / 25.4 * 72.0);
    let after_hole = |path: &Path| {
        let place = rows.get(&[&path[..], &[0]].concat())?;
        let before = place.page.get().checked_sub(2)?;
        let begins = place.point.y.to_pt() < top + BEGINS;
        (begins && hole(pages, before, bottom)? > LARGE).then_some(())
    };
    let let_go: Vec<&Path> = small.iter().filter(|path| after_hole(path).is_some()).collect();
    if let_go.is_empty() {
        return None;
    }
    let mut document = document.clone();
    for path in let_go {
        if let Some(table) = table_mut(&mut document, path) {
            table.let_go();
        }
    }
    Some(document)
}

/// The free height at the foot of a page, counted from 0, above its notes.
fn hole(pages: &PagedDocument, at: usize, margin: f64) -> Option<f64> {
    let page = pages.pages().get(at)?;
    let introspector = pages.introspector();
    let notes = introspector.query(&Selector::Elem(FootnoteEntry::ELEM, None));
    let notes = notes.iter().filter_map(|note| introspector.position(note.location()?));
    let notes = notes.filter(|note| note.page.get() == at + 1).map(|note| note.point.y.to_pt() - NOTES_LINE);
    let end = notes.fold(page.frame.height().to_pt() - margin, f64::min);
    let mut foot = 0.0;
    lowest(&page.frame, Point::zero(), end, &mut foot);
    Some(end - foot)
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
