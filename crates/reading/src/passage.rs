//! The texts that people wrote into a report, each read once.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::{Range, RangeInclusive};

use baocao_core::document::{Origin, Runs, Traced};
use baocao_core::markdown::pictures;
use baocao_core::report::{
    Field, FigureValue, InAppendix, InChart, InFigure, InOutline, InSigner, InTable, Input, OwnSection, Report, Slot,
};
use baocao_core::template::{Outline, Section};
use baocao_vietnamese::small;

use crate::block::{self, Block, Shape};
use crate::cells::{self, CellAt};
use crate::numbers::{self, Token};
use crate::piece::{self, Gap, Piece};
use crate::plain::{self, Mark, Plain};
use crate::sentence::{self, Sentence};
use crate::word::{self, Word};

/// What kind of text a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// A field of the document's metadata: names, abstract, recipients.
    Field,
    /// A heading of the report's own outline, or a title of an appendix, a form, a table, a chart.
    Heading,
    /// Markdown of the narrative or of an appendix, without what stands in its tables.
    Prose,
    /// A cell, a label or a note of a table, or a note on a figure; a cell of a table inside Markdown, words of a picture there.
    Cell,
    /// What the document prints of a template: a paragraph or a heading that nobody typed, with the figures in it.
    Template,
}

impl TextKind {
    /// What kind of text stands in a slot; nothing for ids, paths, dates and words of the model.
    pub fn of(slot: &Slot<'_>) -> Option<Self> {
        match slot {
            Slot::Document(
                Field::PromulgationDate | Field::Organ | Field::CodeNumber | Field::Signer(_, InSigner::All),
            ) => None,
            Slot::Document(_) => Some(Self::Field),
            Slot::Section { .. } => Some(Self::Prose),
            Slot::Outline { part: InOutline::Title, .. } => Some(Self::Heading),
            Slot::Outline { part: InOutline::Text, .. } => Some(Self::Prose),
            Slot::Appendix { part, .. } => Some(match part {
                InAppendix::Title
                | InAppendix::FormHeading
                | InAppendix::UnderTitle
                | InAppendix::PartHeading(_)
                | InAppendix::PartHeadings(..)
                | InAppendix::TypeName
                | InAppendix::Outline(_, InOutline::Title) => Self::Heading,
                InAppendix::Text | InAppendix::PartText(_) | InAppendix::Outline(_, InOutline::Text) => Self::Prose,
            }),
            Slot::Figure { part: InFigure::Note, .. } => Some(Self::Cell),
            Slot::Table { part: InTable::Title | InTable::Header(_), .. } => Some(Self::Heading),
            Slot::Table { part: InTable::Below(below), .. } => {
                // What stands right in a table is no cell; of a cell, a column or a formula, ids and words of the model are no text, and
                // what names a file's columns is none either.
                let (above, last) = below.rsplit_once('/')?;
                let is_word = matches!(last, "id" | "kind" | "align" | "figure");
                let is_term = last.parse::<usize>().is_ok()
                    && ["/sum", "/difference", "/ratio"].iter().any(|formula| above.ends_with(formula));
                let of_file = below.starts_with("data/") || above.starts_with("columns/") && last == "from";
                (!is_word && !is_term && !of_file).then_some(Self::Cell)
            }
            Slot::Chart { part: InChart::Title, .. } => Some(Self::Heading),
            Slot::Chart { part: InChart::Series(_) | InChart::Label(_), .. } => Some(Self::Cell),
            Slot::Template
            | Slot::PreviousFile
            | Slot::Figure { .. }
            | Slot::Table { part: InTable::DataFile, .. }
            | Slot::Checks { .. } => None,
        }
    }
}

/// A text that people wrote into a report, as it is read: without marks of emphasis, escapes and marks of footnotes, with
/// no-break spaces as ordinary ones. All places inside it are bytes of this text; [`Passage::written`] leads back to those
/// of the value as it was given.
#[derive(Debug)]
pub struct Passage<'a> {
    /// Its place among the passages of the report, in the order in which they are read.
    pub index: usize,
    /// Where in the report it stands.
    pub slot: Slot<'a>,
    /// What kind of text it is.
    pub kind: TextKind,
    /// Which cell it is of a table inside Markdown.
    pub cell: Option<CellAt>,
    /// The text as it was given; of a cell inside Markdown all of the text around it.
    pub raw: Cow<'a, str>,
    /// What the bytes of a text that is printed came from, in order.
    traced: Vec<(Range<usize>, &'a Origin)>,
    /// The text as it is read.
    pub text: String,
    cuts: Vec<(usize, usize)>,
    marks: Vec<Mark<'a>>,
    small: OnceCell<String>,
    chunks: OnceCell<Vec<Range<usize>>>,
    line_starts: OnceCell<Vec<usize>>,
    figure: OnceCell<bool>,
    words: OnceCell<Vec<Range<usize>>>,
    blocks: OnceCell<Vec<Block>>,
    sentences: OnceCell<Vec<Sentence>>,
    tokens: OnceCell<Vec<Token>>,
    pieces: OnceCell<Vec<Piece>>,
}

impl<'a> Passage<'a> {
    /// Of a value as it was given. Of the tables inside Markdown the strokes alone are left: their cells are passages of
    /// their own ([`Passage::cells`]), as are the words of pictures.
    pub fn new(slot: Slot<'a>, kind: TextKind, raw: &'a str) -> Self {
        let prose = kind == TextKind::Prose;
        let mut apart: Vec<Range<usize>> = Vec::new();
        if prose {
            apart.extend(cells::cells(raw).into_iter().map(|(_, cell)| cell));
            apart.extend(pictures(raw).into_iter().filter(|one| one.is_alone).map(|one| one.whole));
            apart.sort_by_key(|part| part.start);
        }
        let ends = apart.iter().map(|part| part.start).chain([raw.len()]);
        let parts = apart.iter().map(|part| part.end);
        let parts = [0].into_iter().chain(parts).zip(ends).map(|(start, end)| start..end);
        let Plain { text, cuts, marks } = plain::read(raw, parts, prose);
        let raw = raw.into();
        let traced = Vec::new();
        let (small, chunks, words) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        let (line_starts, figure) = (OnceCell::new(), OnceCell::new());
        let (blocks, sentences, tokens) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        let (pieces, cell) = (OnceCell::new(), None);
        Self {
            index: 0,
            slot,
            kind,
            cell,
            raw,
            traced,
            text,
            cuts,
            marks,
            small,
            chunks,
            line_starts,
            figure,
            words,
            blocks,
            sentences,
            tokens,
            pieces,
        }
    }

    /// Of what a document prints, where a template says some of it and nobody typed any.
    pub fn printed(runs: &'a Runs) -> Option<Self> {
        let traced = runs.origins();
        let from = |of: fn(&Origin) -> bool| traced.iter().any(|traced| of(&traced.from));
        let of_template = from(|origin| matches!(origin, Origin::Template(..)));
        if !of_template || from(|origin| matches!(origin, Origin::Typed(..))) {
            return None;
        }
        let (raw, passage) = (runs.words(), Self::new(Slot::Template, TextKind::Template, ""));
        let starts: Vec<usize> = raw.char_indices().map(|(at, _)| at).collect();
        let byte = |letter: usize| starts.get(letter).copied().unwrap_or(raw.len());
        let bytes = |Traced { letters, from }: &'a Traced| (byte(letters.start)..byte(letters.end), from);
        let traced = traced.iter().map(bytes).collect();
        Some(Self { text: raw.clone(), raw: raw.into(), traced, ..passage })
    }

    /// What some bytes of a text that is printed came from: the origin of the first of them, and which bytes of it, where it
    /// stands there letter by letter.
    pub fn origin(&self, range: &Range<usize>) -> Option<(&'a Origin, Option<Range<usize>>)> {
        let first = self.traced.partition_point(|(part, _)| part.end <= range.start);
        let (part, from) = self.traced.get(first)?;
        let exact = match from {
            Origin::Template(_, bytes) if bytes.len() == part.len() => {
                let from = bytes.start + range.start.saturating_sub(part.start);
                Some(from..if range.end <= part.end { from + range.len() } else { bytes.end })
            }
            _ => None,
        };
        Some((from, exact))
    }

    /// The cells of the tables inside it, in order.
    pub fn cells(&self) -> Vec<Self> {
        let cells = if self.kind == TextKind::Prose { cells::cells(&self.raw) } else { Vec::new() };
        cells.into_iter().filter_map(|(cell, range)| Some(Self { cell: Some(cell), ..self.part(range)? })).collect()
    }

    /// The words of the pictures inside it, in order: what each says to those who cannot see it, its caption.
    pub fn words_of_pictures(&self) -> Vec<Self> {
        let pictures = if self.kind == TextKind::Prose { pictures(&self.raw) } else { Vec::new() };
        let alone = pictures.into_iter().filter(|one| one.is_alone);
        alone.flat_map(|one| [Some(one.alt), one.caption]).flatten().filter_map(|range| self.part(range)).collect()
    }

    /// A part of it that is a passage of its own.
    fn part(&self, range: Range<usize>) -> Option<Self> {
        let Cow::Borrowed(raw) = &self.raw else { return None };
        let Plain { text, cuts, marks } = plain::read(raw, [range], true);
        let passage = Self::new(self.slot.clone(), TextKind::Cell, "");
        Some(Self { raw: (*raw).into(), text, cuts, marks, ..passage })
    }

    /// The bytes of the value as it was given that some bytes of this text came from.
    pub fn written(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.at(range.start);
        let mut end = if range.is_empty() { start } else { self.at(range.end - 1) + 1 };
        while !self.raw.is_char_boundary(end) {
            end += 1;
        }
        start..end
    }

    fn at(&self, here: usize) -> usize {
        let before = self.cuts.partition_point(|(cut, _)| *cut <= here);
        // What is read as a longer letter than was written ends where the text goes on.
        let next = self.cuts.get(before).map_or(usize::MAX, |(_, raw)| raw.saturating_sub(1));
        match before.checked_sub(1).and_then(|last| self.cuts.get(last)) {
            Some((cut, raw)) => (raw + (here - cut)).min(next),
            None => here,
        }
    }

    /// Whether it is a figure and no words.
    pub fn is_figure(&self) -> bool {
        *self.figure.get_or_init(|| !matches!(FigureValue::of_text(&self.text), FigureValue::Word(_)))
    }

    /// The marks of footnotes at some places.
    pub fn marks_in(&self, places: RangeInclusive<usize>) -> &[Mark<'a>] {
        let start = self.marks.partition_point(|mark| mark.at < *places.start());
        let marks = &self.marks[start..];
        &marks[..marks.partition_point(|mark| mark.at <= *places.end())]
    }

    /// The marks of footnotes, in order.
    pub fn marks(&self) -> &[Mark<'a>] {
        &self.marks
    }

    /// A part of it in small letters.
    pub fn small(&self, range: &Range<usize>) -> &str {
        &self.all_small()[range.clone()]
    }

    /// All of it in small letters; every letter stands at the same bytes.
    pub fn all_small(&self) -> &str {
        self.small.get_or_init(|| small(&self.text))
    }

    /// Its lines with their places, those of tables left out.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let mut start = 0;
        let placed = self.text.split('\n').map(move |line| {
            let here = start;
            start += line.len() + 1;
            (here, line)
        });
        placed.filter(|(_, line)| !cells::is_row(line))
    }

    /// Its runs of anything but white space.
    pub fn chunks(&self) -> impl Iterator<Item = Word<'_>> {
        let chunks = self.chunks.get_or_init(|| word::chunks(&self.text).map(|chunk| chunk.range).collect());
        chunks.iter().map(|range| Word { range: range.clone(), text: &self.text[range.clone()] })
    }

    /// Its words: runs of letters that do not belong to an address, a symbol or a number.
    pub fn words(&self) -> impl Iterator<Item = Word<'_>> {
        let words = self.words.get_or_init(|| {
            let chunks = self.chunks().filter(|chunk| !word::is_code(chunk.text));
            chunks.flat_map(word::words).map(|word| word.range).collect()
        });
        words.iter().map(|range| Word { range: range.clone(), text: &self.text[range.clone()] })
    }

    /// Its words and signs, with what stands between them.
    pub fn pieces(&self) -> &[Piece] {
        self.pieces.get_or_init(|| piece::pieces(&self.text))
    }

    /// Whether a line begins with a piece, marks of items and headings left out.
    pub fn begins_line(&self, at: usize) -> bool {
        let before = self.pieces().get(..at).unwrap_or_default();
        let is_mark = |piece: &&Piece| matches!(&self.text[piece.range.clone()], "-" | "+" | "#");
        let marks = before.iter().rev().take_while(is_mark).count();
        (0..=marks).any(|marks| self.ends_line(at - marks))
    }

    /// Whether a line ends before a piece.
    pub fn ends_line(&self, at: usize) -> bool {
        self.pieces().get(at).is_none_or(|piece| matches!(piece.gap, Gap::Line | Gap::Break))
    }

    /// Its paragraphs, items, headings and notes, in order; tables are left out.
    fn all_blocks(&self) -> &[Block] {
        self.blocks.get_or_init(|| block::blocks(self))
    }

    /// Those of the running text: without notes.
    pub fn blocks(&self) -> Vec<&Block> {
        self.all_blocks().iter().filter(|block| block.shape != Shape::Note).collect()
    }

    /// Its sentences, in order; tables are left out.
    pub fn sentences(&self) -> &[Sentence] {
        self.sentences.get_or_init(|| match self.kind {
            TextKind::Prose => {
                let blocks = self.all_blocks().iter();
                blocks.flat_map(|block| sentence::sentences(&self.text, block.range.clone())).collect()
            }
            _ => sentence::sentences(&self.text, 0..self.text.len()),
        })
    }

    /// The sentence in which a place stands; the line of a table, where it stands in one.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let sentences = self.sentences();
        let after = sentences.partition_point(|sentence| sentence.range.start <= at);
        match after.checked_sub(1).map(|last| &sentences[last].range).filter(|range| at <= range.end) {
            Some(range) => range.clone(),
            None => self.line(at),
        }
    }

    /// The part of its sentence between semicolons in which a place stands.
    pub fn clause(&self, at: usize) -> Range<usize> {
        let Range { start, end } = self.sentence(at);
        let at = self.text.floor_char_boundary(at.min(end)).max(start);
        let from = self.text[start..at].rfind(';').map_or(start, |sign| start + sign + 1);
        from..self.text[at..end].find(';').map_or(end, |sign| at + sign)
    }

    /// The line in which a place stands, without its end.
    pub fn line(&self, at: usize) -> Range<usize> {
        let lines = self
            .line_starts
            .get_or_init(|| std::iter::once(0).chain(self.text.match_indices('\n').map(|(end, _)| end + 1)).collect());
        let after = lines.partition_point(|start| *start <= at);
        lines[after - 1]..lines.get(after).map_or(self.text.len(), |next| next - 1)
    }

    /// Its numbers, and the marks between them.
    pub fn tokens(&self) -> &[Token] {
        self.tokens.get_or_init(|| numbers::tokens(&self.text))
    }
}

/// The passages of a report: the fields of the document, then headings and texts in the order of the outline, then
/// appendices, tables, notes. The cells of the tables inside a text follow it, then the words of its pictures.
pub fn collect<'a>(input: &'a Input, order: &Order<'_>) -> Vec<Passage<'a>> {
    let mut passages: Vec<(usize, Passage<'a>)> = input
        .strings()
        .iter()
        .filter_map(|(pointer, raw)| {
            let slot = Slot::parse(pointer)?;
            let kind = TextKind::of(&slot)?;
            Some((order.of(&slot), Passage::new(slot, kind, raw)))
        })
        .collect();
    // The sort is stable: where the outline says nothing, the order of the file holds.
    passages.sort_by_key(|(at, _)| *at);
    let read = passages.into_iter().flat_map(|(_, passage)| {
        let (cells, words) = (passage.cells(), passage.words_of_pictures());
        std::iter::once(passage).chain(cells).chain(words)
    });
    read.enumerate().map(|(index, passage)| Passage { index, ..passage }).collect()
}

/// The slots of the narrative in the order of reading; where nothing is known of it, the order of the file holds.
#[derive(Debug, Default)]
pub struct Order<'a> {
    slots: HashMap<Slot<'a>, usize>,
}

impl<'a> Order<'a> {
    /// The order of a report.
    pub fn new(report: &'a Report, outline: &'a Outline) -> Self {
        let mut order = Self::default();
        order.add(Slot::section(&outline.opening));
        if report.outline.is_empty() {
            order.template(&outline.sections);
        } else {
            order.own(report.outline.iter().enumerate().filter(|(_, section)| !section.after_end), &[]);
        }
        order.add(Slot::section(&outline.closing));
        order.own(report.outline.iter().enumerate().filter(|(_, section)| section.after_end), &[]);
        order
    }

    /// Adds a slot behind the others, unless it is one of them.
    fn add(&mut self, slot: Slot<'a>) {
        let behind = self.slots.len() + 1;
        self.slots.entry(slot).or_insert(behind);
    }

    fn template(&mut self, sections: &'a [Section]) {
        for section in sections {
            self.add(Slot::section(&section.id));
            self.template(&section.sections);
        }
    }

    fn own(&mut self, sections: impl Iterator<Item = (usize, &'a OwnSection)>, above: &[usize]) {
        for (index, section) in sections {
            let path = [above, &[index]].concat();
            self.add(Slot::Outline { path: path.clone(), part: InOutline::Title });
            self.add(match &section.id {
                Some(id) if section.text.is_none() => Slot::section(id),
                _ => Slot::Outline { path: path.clone(), part: InOutline::Text },
            });
            self.own_below(&section.sections, &path);
        }
    }

    fn own_below(&mut self, sections: &'a [OwnSection], above: &[usize]) {
        self.own(sections.iter().enumerate(), above);
    }

    /// Where a slot comes: the fields of the document are first, what is not in the outline is last.
    fn of(&self, slot: &Slot<'_>) -> usize {
        let at = match slot {
            Slot::Document(_) => return 0,
            Slot::Section { id, .. } => self.slots.get(&Slot::section(id)),
            Slot::Outline { .. } => self.slots.get(slot),
            _ => None,
        };
        at.copied().unwrap_or(usize::MAX)
    }
}
