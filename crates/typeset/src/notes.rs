//! Footnotes that would begin on another page than their marks. The typesetter moves a line whose first note finds no room, but
//! lets the others of the line go; told which notes those are, the layout asks for the room of all of them with the first. It
//! moves lines that stay together without the notes that it has set for the first of them; told so, the layout asks for the room
//! of those lines with the note. In tables it moves nothing: there the row must begin a page. Where a note takes the room of the
//! last line of its paragraph, that would stand alone on the next page: then the line of the note goes over with it, or the paragraph.

use std::collections::HashMap;
use std::num::NonZeroUsize;

use serde::Serialize;
use typst::foundations::{Label, NativeElement, Selector};
use typst::introspection::{Introspector, Location, MetadataElem, PagedPosition};
use typst::model::{FootnoteElem, FootnoteEntry};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use super::holes::{end_of_text, hole};
use super::marks::{Path, path_of};

/// Marks of one line stand at heights that differ by no more, in points.
const ONE_LINE: f64 = 2.0;

/// The label of the marks before and after the text of a cell with notes.
const NOTED_ROW: &str = "noted-row";

/// The label of the marks before and after the text of a paragraph with notes.
const NOTED_TEXT: &str = "noted-text";

/// The height of a line of text, and what may be left free at the foot of a page for the last line of a paragraph, in points.
const LINE: f64 = 16.0;
const MOST_FREE: f64 = 113.0;

/// A note asks for the room of no more lines below its own.
const MOST_LINES: usize = 4;

/// What the layout is told of notes, which are counted from 1.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(super) struct Rooms {
    /// Notes that must find room together: the first and the last of each run.
    #[serde(rename = "notes_together")]
    together: Vec<(usize, usize)>,
    /// Notes that must find room with so many lines below that of their mark.
    #[serde(rename = "notes_lines")]
    lines: Vec<(usize, usize)>,
}

impl Rooms {
    /// A note needs the room of one line more.
    fn ask_for_line(&mut self, note: usize) {
        match self.lines.iter_mut().find(|(number, _)| *number == note) {
            Some((_, lines)) => *lines = (*lines + 1).min(MOST_LINES),
            None => self.lines.push((note, 1)),
        }
    }
}

/// A paragraph with notes whose last line stands alone at the top of a page.
struct Widow {
    path: Path,
    /// The note whose line shall go over with the last one; nothing where the paragraph must, for no note would take enough of it
    /// along, or all but one line.
    note: Option<usize>,
    /// Where it begins.
    begins: PagedPosition,
}

/// The paragraphs that must go over whole for their last line not to stand alone: not those that would leave much free.
pub(super) fn widowed(pages: &PagedDocument, [top, bottom]: [f64; 2]) -> Vec<Path> {
    let free = |widow: &Widow| {
        let end = end_of_text(pages, widow.begins.page.get() - 1, bottom);
        end.is_some_and(|end| end - widow.begins.point.y.to_pt() <= MOST_FREE)
    };
    let whole = widows(pages, top).into_iter().filter(|widow| widow.note.is_none() && free(widow));
    whole.map(|widow| widow.path).collect()
}

/// The paragraphs of the text that would leave much free were they to go over whole, each with the free height below its lines
/// on the page: were that not free, the last two lines would go over together.
pub(super) fn to_part(pages: &PagedDocument, [top, bottom]: [f64; 2]) -> Vec<(Path, f64)> {
    let free = |widow: Widow| {
        let page = widow.begins.page.get() - 1;
        let (end, free) = (end_of_text(pages, page, bottom)?, hole(pages, page, bottom)?);
        let lines = (end - free - widow.begins.point.y.to_pt()) / LINE;
        // Two lines stay at least.
        (widow.note.is_none() && widow.path.len() == 1 && lines > 1.5).then_some((widow.path, free))
    };
    widows(pages, top).into_iter().filter_map(free).collect()
}

/// A paragraph that is looked at: its path, where it begins, and its notes with their numbers.
struct Noted {
    path: Path,
    begins: PagedPosition,
    notes: Vec<(usize, PagedPosition)>,
}

/// The paragraphs with notes whose last line stands alone; the margin above the text is `top` points high.
fn widows(pages: &PagedDocument, top: f64) -> Vec<Widow> {
    let Some(label) = Label::new(PicoStr::intern(NOTED_TEXT)) else { return Vec::new() };
    let introspector = pages.introspector();
    if introspector.query(&Selector::Label(label)).is_empty() {
        return Vec::new();
    }
    let both = [Selector::Label(label), Selector::Elem(FootnoteElem::ELEM, None)];
    let (mut open, mut number, mut widows): (Option<Noted>, usize, Vec<Widow>) = (None, 0, Vec::new());
    for it in &introspector.query(&Selector::Or(both.into_iter().collect())) {
        let Some(place) = it.location().and_then(|location| introspector.position(location)) else { continue };
        if let Some(note) = it.to_packed::<FootnoteElem>() {
            number += usize::from(!note.is_ref());
            if let Some(open) = open.as_mut().filter(|_| !note.is_ref()) {
                open.notes.push((number, place));
            }
        } else if let Some(path) = path_of(it).filter(|path| !path.is_empty()) {
            open = Some(Noted { path, begins: place, notes: Vec::new() });
        } else {
            widows.extend(open.take().and_then(|noted| widow(noted, &place, top)));
        }
    }
    widows
}

fn widow(noted: Noted, end: &PagedPosition, top: f64) -> Option<Widow> {
    let Noted { path, begins, notes } = noted;
    let below = |from: &PagedPosition, to: f64| to - from.point.y.to_pt();
    if end.page.get() != begins.page.get() + 1 || end.point.y.to_pt() > top + LINE {
        return None;
    }
    let last = notes.iter().rfind(|(_, mark)| mark.page == begins.page);
    let first_of_line = last.and_then(|(_, last)| {
        let beside = |(_, mark): &&(usize, PagedPosition)| {
            mark.page == last.page && below(mark, last.point.y.to_pt()) < ONE_LINE
        };
        notes.iter().find(beside)
    });
    // The line of the note leaves two lines at least where it was.
    let note =
        first_of_line.filter(|(_, mark)| below(&begins, mark.point.y.to_pt()) > 1.5 * LINE).map(|(number, _)| *number);
    Some(Widow { path, note, begins })
}

/// A note that begins on another page than its mark.
struct Strayed {
    /// Its number.
    number: usize,
    mark: PagedPosition,
    /// The first note with its mark in the same line.
    first: usize,
    /// Whether it begins on an earlier page.
    early: bool,
    /// The row of a table that holds its mark.
    row: Option<Path>,
    /// Where it begins on an earlier page: the paragraph of its mark, which went over whole.
    moved: Option<Path>,
}

/// What the layout must be told of notes outside of tables, beside what is known; nothing where no note is parted from its mark,
/// or nothing more can be done.
pub(super) fn rooms(pages: &PagedDocument, known: &Rooms, top: f64) -> Option<Rooms> {
    let mut rooms = known.clone();
    for note in widows(pages, top).into_iter().filter_map(|widow| widow.note) {
        rooms.ask_for_line(note);
    }
    for note in strayed(pages).into_iter().filter(|note| note.row.is_none() && note.moved.is_none()) {
        if note.early {
            rooms.ask_for_line(note.first);
        } else if note.first < note.number {
            rooms.together.retain(|(known, _)| *known != note.first);
            rooms.together.push((note.first, note.number));
        }
    }
    (rooms != *known).then_some(rooms)
}

/// The rows of tables whose notes begin on another page, from the first page on.
pub(super) fn strayed_rows(pages: &PagedDocument) -> Vec<Path> {
    strayed(pages).into_iter().filter_map(|note| note.row).collect()
}

/// The paragraphs that went over whole, with those who sign or for lines that stay together, while notes of theirs stayed behind.
pub(super) fn moved(pages: &PagedDocument) -> Vec<Path> {
    strayed(pages).into_iter().filter_map(|note| note.moved).collect()
}

fn strayed(pages: &PagedDocument) -> Vec<Strayed> {
    let introspector = pages.introspector();
    let place = |location: Option<Location>| introspector.position(location?);
    let select = |elem: typst::foundations::Element| introspector.query(&Selector::Elem(elem, None));
    let entries: HashMap<Location, NonZeroUsize> = select(FootnoteEntry::ELEM)
        .iter()
        .filter_map(|entry| {
            let note = entry.to_packed::<FootnoteEntry>()?.note.location()?;
            Some((note, place(entry.location())?.page))
        })
        .collect();
    if entries.is_empty() {
        return Vec::new();
    }
    let begun =
        |note: &typst::foundations::Content| note.to_packed::<FootnoteElem>().is_some_and(|note| !note.is_ref());
    let notes: Vec<Location> =
        select(FootnoteElem::ELEM).iter().filter(|note| begun(note)).filter_map(|note| note.location()).collect();
    let marks: Vec<Option<PagedPosition>> = notes.iter().map(|note| place(Some(*note))).collect();
    let is_parted = |(note, mark): (&Location, &Option<PagedPosition>)| {
        entries.get(note).zip(mark.as_ref()).is_some_and(|(page, mark)| *page != mark.page)
    };
    if !notes.iter().zip(&marks).any(is_parted) {
        return Vec::new();
    }
    let (rows, texts) = (holders(pages, NOTED_ROW), holders(pages, NOTED_TEXT));
    let mut strayed = Vec::new();
    for (at, (note, mark)) in notes.iter().zip(&marks).enumerate() {
        let (Some(page), Some(mark)) = (entries.get(note), mark) else { continue };
        if *page == mark.page {
            continue;
        }
        let beside = |other: &Option<PagedPosition>| {
            other
                .as_ref()
                .is_some_and(|other| other.page == mark.page && (other.point.y - mark.point.y).to_pt().abs() < ONE_LINE)
        };
        let first = marks.iter().position(beside).unwrap_or(at);
        let early = *page < mark.page;
        let moved = texts.get(note).filter(|(_, begins)| early && *begins == mark.page).map(|(path, _)| path.clone());
        let row = rows.get(note).map(|(path, _)| path.clone());
        strayed.push(Strayed { number: at + 1, mark: *mark, first: first + 1, early, row, moved });
    }
    strayed.sort_by_key(|note| note.mark.page);
    strayed
}

/// What holds the marks of notes, between the marks with a label, and the pages on which each begins.
fn holders(pages: &PagedDocument, label: &str) -> HashMap<Location, (Path, NonZeroUsize)> {
    let Some(label) = Label::new(PicoStr::intern(label)) else { return HashMap::new() };
    let both = [Selector::Label(label), Selector::Elem(FootnoteElem::ELEM, None)];
    let introspector = pages.introspector();
    let mut holder: Option<(Path, NonZeroUsize)> = None;
    let mut holders = HashMap::new();
    for it in &introspector.query(&Selector::Or(both.into_iter().collect())) {
        let Some(location) = it.location() else { continue };
        if it.to_packed::<MetadataElem>().is_some() {
            // The mark after the text has no path.
            let path = path_of(it).filter(|path| !path.is_empty());
            holder = path.zip(introspector.position(location).map(|place| place.page));
        } else if let Some(holder) = &holder {
            holders.insert(location, holder.clone());
        }
    }
    holders
}
