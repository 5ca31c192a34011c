//! The texts that people wrote into a report.

use baocao_core::markdown;
use baocao_core::report::{Input, OwnSection, Report, pointer_part};
use baocao_core::template::{Outline, Section};

/// What kind of text a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A field of the document's metadata: names, abstract, recipients.
    Field,
    /// A heading of the report's own outline, or a title of an appendix, a form, a table, a chart.
    Heading,
    /// Markdown of the narrative or of an appendix.
    Prose,
    /// A cell, a label or a note of a table, or a note on a figure.
    Cell,
}

/// A text that people wrote into a report. Byte offsets are those of the text as it stands in the JSON value.
#[derive(Debug)]
pub struct Passage<'a> {
    /// The JSON pointer of the text.
    pub pointer: &'a str,
    /// What kind of text it is.
    pub kind: Kind,
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
            let kind = kind(pointer)?;
            let text = if kind == Kind::Prose { masked(raw) } else { raw.replace('\u{a0}', "  ") };
            Some((order.of(pointer), Passage { pointer, kind, raw, text }))
        })
        .collect();
    // The sort is stable: where the outline says nothing, the order of the file holds.
    passages.sort_by_key(|(at, _)| *at);
    passages.into_iter().map(|(_, passage)| passage).collect()
}

/// What kind of text stands at a pointer; nothing for ids, paths, dates and words of the model.
pub(crate) fn kind(pointer: &str) -> Option<Kind> {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    let last = *parts.last()?;
    match *parts.first()? {
        "document" => match parts.get(1).copied()? {
            "signing_time" | "stamps" => None,
            "promulgation" if last == "date" => None,
            "signers" if matches!(last, "signature" | "seal") => None,
            _ => Some(Kind::Field),
        },
        "sections" => Some(Kind::Prose),
        "outline" if last == "title" => Some(Kind::Heading),
        "outline" if last == "text" => Some(Kind::Prose),
        "appendices" if last == "text" => Some(Kind::Prose),
        "appendices" if matches!(last, "title" | "heading" | "form_heading" | "unit") => Some(Kind::Heading),
        "figures" if last == "note" => Some(Kind::Cell),
        "tables" if matches!(last, "title" | "caption") => Some(Kind::Heading),
        "tables" if parts.len() > 3 && !matches!(last, "id" | "file" | "kind" | "align" | "key") => Some(Kind::Cell),
        "charts" if last == "title" => Some(Kind::Heading),
        "charts" if last == "label" => Some(Kind::Cell),
        _ => None,
    }
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

/// The place of each text in the order of reading.
struct Order {
    pointers: Vec<String>,
}

impl Order {
    fn new(report: &Report, outline: &Outline) -> Self {
        let mut order = Self { pointers: vec!["/document/".to_owned()] };
        order.section(&outline.opening);
        if report.outline.is_empty() {
            order.template(&outline.sections);
        } else {
            order.own(&report.outline, "/outline");
        }
        order.section(&outline.closing);
        order
    }

    fn section(&mut self, id: &str) {
        self.pointers.push(format!("/sections/{}", pointer_part(id)));
    }

    fn template(&mut self, sections: &[Section]) {
        for section in sections {
            self.section(&section.id);
            self.template(&section.sections);
        }
    }

    fn own(&mut self, sections: &[OwnSection], pointer: &str) {
        for (index, section) in sections.iter().enumerate() {
            let here = format!("{pointer}/{index}");
            self.pointers.push(format!("{here}/title"));
            match &section.id {
                Some(id) if section.text.is_none() => self.section(id),
                _ => self.pointers.push(format!("{here}/text")),
            }
            self.own(&section.sections, &format!("{here}/sections"));
        }
    }

    fn of(&self, pointer: &str) -> usize {
        let stands = |known: &String| match known.strip_suffix('/') {
            Some(_) => pointer.starts_with(known.as_str()),
            None => pointer == known || pointer.strip_suffix("/add") == Some(known),
        };
        self.pointers.iter().position(stands).unwrap_or(usize::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_spaces_of_the_same_length() {
        let raw = "(*trong đó: 10\u{a0}cán bộ*)[^1] số\\_1";
        let text = masked(raw);
        assert_eq!(text, "( trong đó: 10  cán bộ )     số _1");
        assert_eq!(text.len(), raw.len());
        let raw = "Như sau:\n\n![Tỷ lệ](bieu-do:a)\n\nHết!";
        let text = masked(raw);
        assert_eq!((text.replace(' ', "").as_str(), text.len()), ("Nhưsau:\n\n\n\nHết!", raw.len()));
    }

    #[test]
    fn kinds_follow_the_pointer() {
        assert_eq!(kind("/sections/chi-dao.ke-hoach/add"), Some(Kind::Prose));
        assert_eq!(kind("/outline/0/sections/1/title"), Some(Kind::Heading));
        assert_eq!(kind("/document/promulgation/place"), Some(Kind::Field));
        assert_eq!(kind("/document/promulgation/date"), None);
        assert_eq!(kind("/template"), None);
        assert_eq!(kind("/figures/a.b"), None);
    }
}
