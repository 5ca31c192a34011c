//! What rules of texts look at, and what they say would mend them.

use std::cell::OnceCell;
use std::ops::Range;

use baocao_core::diagnostic::{Edit, Place};
use baocao_core::document::{Document, Origin};
use baocao_core::report::Input;
use baocao_reading::documents::{Citation, Cited, Date};
use baocao_reading::numbers::Reading;
use baocao_reading::{Order, Passage, TextKind, collect};

use crate::said::runs;

/// The texts that people wrote into a report. They are there as soon as its file is JSON, whatever else is wrong with it.
#[derive(Debug)]
pub struct Texts<'a> {
    /// Its file, for the places of findings.
    pub input: &'a Input,
    passages: Vec<Passage<'a>>,
    cited: OnceCell<Cited>,
}

/// Some bytes of a passage's text, and what should stand there.
pub(super) type Change<'s> = (Range<usize>, &'s str);

impl<'a> Texts<'a> {
    /// The texts of a report, collected in the order in which they are read.
    pub fn new(input: &'a Input, order: &Order<'_>) -> Self {
        Self { input, passages: collect(input, order), cited: OnceCell::new() }
    }

    /// With what a document prints of templates, behind all that people wrote.
    pub(super) fn with_printed(mut self, document: &'a Document) -> Self {
        let sheets = document.appendices.iter().flat_map(|appendix| &appendix.sheets);
        let blocks = document.body.iter().chain(sheets.flat_map(|sheet| &sheet.blocks));
        for mut passage in blocks.filter_map(runs).filter_map(Passage::printed) {
            passage.index = self.passages.len();
            self.passages.push(passage);
        }
        self
    }

    /// The texts that people wrote, in the order in which they are read.
    pub fn passages(&self) -> &[Passage<'a>] {
        &self.passages
    }

    /// The passages of some kinds.
    pub fn passages_of(&self, kinds: &[TextKind]) -> impl Iterator<Item = &Passage<'a>> {
        self.passages.iter().filter(move |passage| kinds.contains(&passage.kind))
    }

    /// The passages of the body: the sections' texts, not those of appendices.
    pub fn body(&self) -> impl Iterator<Item = &Passage<'a>> {
        self.passages_of(&[TextKind::Prose]).filter(|passage| passage.slot.is_in_body())
    }

    /// The first and the last paragraph of an own outline, which opens and closes with them, each with its passage.
    pub(super) fn ends_of_outline(&self) -> Option<[(&Passage<'a>, Range<usize>); 2]> {
        let mut outlined = self.body().filter(|passage| passage.slot.outline_path().is_some());
        let first = outlined.next()?;
        let last = outlined.last().unwrap_or(first);
        let opening = first.text.find('\n').unwrap_or(first.text.len());
        let closing = last.text.trim_end().rfind('\n').map_or(0, |line| line + 1);
        Some([(first, 0..opening), (last, closing..last.text.len())])
    }

    /// The tables inside Markdown, each as its rows of cells; the line under the header is none of them.
    pub(super) fn tables(&self) -> Vec<Vec<Vec<&Passage<'a>>>> {
        let mut tables: Vec<Vec<Vec<&Passage<'a>>>> = Vec::new();
        for (passage, cell) in self.passages.iter().filter_map(|passage| Some((passage, passage.cell?))) {
            if (cell.row, cell.column) == (0, 0) {
                tables.push(Vec::new());
            }
            let Some(table) = tables.last_mut() else { continue };
            table.resize(cell.row + 1, Vec::new());
            table[cell.row].push(passage);
        }
        tables
    }

    /// The date of a document that a passage names, with the passage in which it stands.
    pub(super) fn date_of<'s>(&'s self, index: usize, document: &'s Citation) -> Option<(&'s Passage<'a>, &'s Date)> {
        let passage = self.passages.get(index + usize::from(document.dated_beside))?;
        document.date.as_ref().map(|date| (passage, date))
    }

    /// The documents and dates that the passages name; they are read once.
    pub(super) fn cited(&self) -> &Cited {
        self.cited.get_or_init(|| Cited::new(&self.passages))
    }

    /// The passages of running text that hold a digit, as numbers and marks.
    pub(super) fn readings(&self) -> impl Iterator<Item = Reading<'_>> {
        let prose = self.passages_of(&[TextKind::Prose]);
        prose.filter(|passage| passage.text.bytes().any(|byte| byte.is_ascii_digit())).map(Reading::new)
    }

    /// The numbers of things that running text names, in its order: no percentages, dates, numbers of documents.
    pub(super) fn prose_numbers(&self) -> Vec<rust_decimal::Decimal> {
        self.readings().flat_map(|reading| reading.counts()).collect()
    }

    /// The place of a byte range of a passage's text.
    pub fn place(&self, passage: &Passage<'_>, range: Range<usize>) -> Place {
        let place = match passage.origin(&range) {
            Some((Origin::Template(source, bytes), exact)) => {
                Some(Place::new(source, exact.unwrap_or_else(|| bytes.clone())))
            }
            Some((Origin::Figure(figure), _)) => figure.call.as_ref().and_then(|call| call.place.clone()),
            _ => None,
        };
        place.unwrap_or_else(|| self.input.within(&passage.slot, passage.written(&range)))
    }

    /// What makes changes in a passage, which are in order and apart: all of them, or nothing. A figure is left, and so is
    /// what stands in the file otherwise than it is read: marks of emphasis, no-break spaces. Something is put in by a
    /// change of the letter beside it.
    pub(super) fn edits(&self, passage: &Passage<'_>, changes: &[Change<'_>]) -> Vec<Edit> {
        if passage.kind == TextKind::Template || passage.kind == TextKind::Cell && passage.is_figure() {
            return Vec::new();
        }
        let written = |(range, new): &Change<'_>| {
            let (old, there) = (passage.text.get(range.clone())?, passage.written(range));
            (passage.raw.get(there.clone()) == Some(old)).then(|| least(there, old, new))
        };
        let changes: Option<Vec<(Range<usize>, String)>> = changes.iter().map(written).collect();
        changes.and_then(|changes| self.input.edits(&passage.slot.to_string(), &changes)).unwrap_or_default()
    }
}

/// A change without the letters that stay.
fn least(there: Range<usize>, old: &str, new: &str) -> (Range<usize>, String) {
    let same = |(a, b): &(char, char)| a == b;
    let bytes = |pairs: (char, char)| pairs.0.len_utf8();
    let before: usize = old.chars().zip(new.chars()).take_while(same).map(bytes).sum();
    let (old, new) = (&old[before..], &new[before..]);
    let after: usize = old.chars().rev().zip(new.chars().rev()).take_while(same).map(bytes).sum();
    (there.start + before..there.end - after, new[..new.len() - after].to_owned())
}
