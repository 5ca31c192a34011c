//! The texts that people wrote into a report.

use baocao_core::markdown;
use baocao_core::report::{
    Field, InAppendix, InChart, InFigure, InOutline, InSigner, InTable, Input, OwnSection, Report, Slot,
};
use baocao_core::template::{Outline, Section};

/// What kind of text a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// A field of the document's metadata: names, abstract, recipients.
    Field,
    /// A heading of the report's own outline, or a title of an appendix, a form, a table, a chart.
    Heading,
    /// Markdown of the narrative or of an appendix.
    Prose,
    /// A cell, a label or a note of a table, or a note on a figure.
    Cell,
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
                | InAppendix::PartHeadings(..) => Self::Heading,
                InAppendix::Text | InAppendix::PartText(_) => Self::Prose,
            }),
            Slot::Figure { part: InFigure::Note, .. } => Some(Self::Cell),
            Slot::Table { part: InTable::Title | InTable::Header(_), .. } => Some(Self::Heading),
            Slot::Table { part: InTable::Below(below), .. } => {
                // What stands right in a table is no cell; of a cell or a column, ids and words of the model are no text.
                let (_, last) = below.rsplit_once('/')?;
                (!matches!(last, "id" | "kind" | "align")).then_some(Self::Cell)
            }
            Slot::Chart { part: InChart::Title, .. } => Some(Self::Heading),
            Slot::Chart { part: InChart::Label(_), .. } => Some(Self::Cell),
            Slot::Template
            | Slot::PreviousFile
            | Slot::Figure { .. }
            | Slot::Table { part: InTable::DataFile, .. }
            | Slot::Checks { .. } => None,
        }
    }
}

/// A text that people wrote into a report. Byte offsets are those of the text as it stands in the JSON value.
#[derive(Debug)]
pub struct Passage<'a> {
    /// Where in the report it stands.
    pub slot: Slot<'a>,
    /// What kind of text it is.
    pub kind: TextKind,
    /// The text as it was given.
    pub raw: &'a str,
    /// The text with emphasis marks, escapes, marks of footnotes and no-break spaces as ordinary spaces, so that
    /// patterns see words; every byte offset is the same as in `raw`.
    pub text: String,
}

/// The passages of a report: the fields of the document, then headings and texts in the order of the outline, then
/// appendices, tables, notes.
pub(super) fn collect<'a>(report: &Report, input: &'a Input, outline: &Outline) -> Vec<Passage<'a>> {
    let order = Order::new(report, outline);
    let mut passages: Vec<(usize, Passage<'a>)> = input
        .strings()
        .iter()
        .filter_map(|(pointer, raw)| {
            let slot = Slot::parse(pointer)?;
            let kind = TextKind::of(&slot)?;
            let text = if kind == TextKind::Prose { masked(raw) } else { raw.replace('\u{a0}', "  ") };
            Some((order.of(&slot), Passage { slot, kind, raw, text }))
        })
        .collect();
    // The sort is stable: where the outline says nothing, the order of the file holds.
    passages.sort_by_key(|(at, _)| *at);
    passages.into_iter().map(|(_, passage)| passage).collect()
}

/// Markdown with its marks as spaces, byte for byte.
fn masked(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let (mut from, mut at) = (0, 0);
    // The first byte of a no-break space begins other letters too.
    let is_mark = |byte: &u8| matches!(byte, b'*' | b'\\' | b'`' | b'!' | b'[' | 0xc2);
    while let Some(step) = raw.as_bytes()[at..].iter().position(is_mark) {
        let mark = at + step;
        let rest = &raw[mark..];
        let taken = match raw.as_bytes()[mark] {
            0xc2 if rest.starts_with('\u{a0}') => 2,
            b'!' if rest.starts_with("![") => markdown::placed_at(rest).unwrap_or(1),
            b'[' if rest.starts_with("[^") => rest.find(']').map_or(1, |end| end + 1),
            0xc2 | b'!' | b'[' => 0,
            _ => 1,
        };
        at = mark + taken.max(1);
        if taken > 0 {
            text.push_str(&raw[from..mark]);
            text.extend(std::iter::repeat_n(' ', taken));
            from = at;
        }
    }
    text.push_str(&raw[from..]);
    text
}

/// The slots of the narrative in the order of reading.
struct Order<'a> {
    slots: Vec<Slot<'a>>,
}

impl<'a> Order<'a> {
    fn new(report: &'a Report, outline: &'a Outline) -> Self {
        let mut order = Self { slots: vec![Slot::section(&outline.opening)] };
        if report.outline.is_empty() {
            order.template(&outline.sections);
        } else {
            order.own(&report.outline, &[]);
        }
        order.slots.push(Slot::section(&outline.closing));
        order
    }

    fn template(&mut self, sections: &'a [Section]) {
        for section in sections {
            self.slots.push(Slot::section(&section.id));
            self.template(&section.sections);
        }
    }

    fn own(&mut self, sections: &'a [OwnSection], above: &[usize]) {
        for (index, section) in sections.iter().enumerate() {
            let path = [above, &[index]].concat();
            self.slots.push(Slot::Outline { path: path.clone(), part: InOutline::Title });
            self.slots.push(match &section.id {
                Some(id) if section.text.is_none() => Slot::section(id),
                _ => Slot::Outline { path: path.clone(), part: InOutline::Text },
            });
            self.own(&section.sections, &path);
        }
    }

    /// Where a slot comes: the fields of the document are first, what is not in the outline is last.
    fn of(&self, slot: &Slot<'_>) -> usize {
        let at = match slot {
            Slot::Document(_) => return 0,
            Slot::Section { id, .. } => self.slots.iter().position(|known| known.section_id() == Some(id)),
            Slot::Outline { .. } => self.slots.iter().position(|known| known == slot),
            _ => None,
        };
        at.map_or(usize::MAX, |at| at + 1)
    }
}
