//! Footnotes that would begin on another page than their marks. The typesetter moves a line whose first note finds no room, but
//! lets the others of the line go; told which notes those are, the layout asks for the room of all of them with the first.

use std::num::NonZeroUsize;

use typst::foundations::{NativeElement, Selector};
use typst::introspection::{Introspector, Location, PagedPosition};
use typst::model::{FootnoteElem, FootnoteEntry};
use typst_layout::PagedDocument;

/// Marks of one line stand at heights that differ by no more, in points.
const ONE_LINE: f64 = 2.0;

/// Notes, counted from 1, that must find room together: the first and the last of each run.
pub(super) type Together = Vec<(usize, usize)>;

/// Those of a document, beside the ones that are known; nothing where no note is parted from its mark, or nothing more can be
/// done.
pub(super) fn parted(pages: &PagedDocument, known: &Together) -> Option<Together> {
    let introspector = pages.introspector();
    let place = |location: Option<Location>| introspector.position(location?);
    let select = |elem: typst::foundations::Element| introspector.query(&Selector::Elem(elem, None));
    let notes = select(FootnoteElem::ELEM);
    let marks: Vec<(Location, PagedPosition)> = notes
        .iter()
        .filter(|note| note.to_packed::<FootnoteElem>().is_some_and(|note| !note.is_ref()))
        .filter_map(|note| Some((note.location()?, place(note.location())?)))
        .collect();
    if marks.len() < 2 {
        return None;
    }
    let entries = select(FootnoteEntry::ELEM);
    let begins = |note: Location| -> Option<NonZeroUsize> {
        let entry = entries.iter().find(|entry| {
            let entry = entry.to_packed::<FootnoteEntry>();
            entry.is_some_and(|entry| entry.note.location() == Some(note))
        })?;
        Some(place(entry.location())?.page)
    };
    let mut together = known.clone();
    for (at, (note, mark)) in marks.iter().enumerate() {
        if begins(*note).is_none_or(|page| page == mark.page) {
            continue;
        }
        let beside =
            |other: &PagedPosition| other.page == mark.page && (other.point.y - mark.point.y).to_pt().abs() < ONE_LINE;
        let first = marks.iter().position(|(_, other)| beside(other)).unwrap_or(at);
        if first < at {
            together.retain(|(known, _)| *known != first + 1);
            together.push((first + 1, at + 1));
        }
    }
    (together != *known).then_some(together)
}
