//! A text without its marks of Markdown, and the way back to the places of its words.

use std::ops::Range;

use crate::check::{self, Passage};

/// The text of a passage as it is read: without emphasis marks, escapes and marks of footnotes, with no-break spaces as
/// ordinary ones. (`Passage::text` has spaces in their place, so spaces cannot be judged there.)
pub(super) struct Plain<'a> {
    pub(super) passage: &'a Passage<'a>,
    pub(super) text: String,
    /// Where the text goes on after something was taken out: here, and in the passage.
    cuts: Vec<(usize, usize)>,
}

/// A run of letters.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    pub(super) range: Range<usize>,
    pub(super) text: &'t str,
}

impl<'a> Plain<'a> {
    pub(super) fn new(passage: &'a Passage<'a>) -> Self {
        let raw = passage.raw;
        let mut plain = Self { passage, text: String::with_capacity(raw.len()), cuts: Vec::new() };
        let prose = passage.kind == check::Kind::Prose;
        let mut from = 0;
        let mut at = 0;
        while let Some(step) =
            raw[at..].find(|c| matches!(c, '\u{a0}') || (prose && matches!(c, '*' | '\\' | '`' | '[')))
        {
            let mark = at + step;
            let taken = match raw[mark..].chars().next() {
                Some('\u{a0}') => 2,
                Some('[') => footnote(&raw[mark..]),
                _ => 1,
            };
            if taken == 0 {
                at = mark + 1;
                continue;
            }
            plain.text.push_str(&raw[from..mark]);
            if taken == 2 && raw[mark..].starts_with('\u{a0}') {
                plain.text.push(' ');
            }
            from = mark + taken;
            at = from;
            plain.cuts.push((plain.text.len(), from));
        }
        plain.text.push_str(&raw[from..]);
        plain
    }

    /// The range of the passage that a range of this text came from.
    pub(super) fn raw(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.at(range.start);
        let mut end = if range.is_empty() { start } else { self.at(range.end - 1) + 1 };
        while !self.passage.raw.is_char_boundary(end) {
            end += 1;
        }
        start..end
    }

    fn at(&self, here: usize) -> usize {
        let cuts = self.cuts.partition_point(|(cut, _)| *cut <= here);
        match cuts.checked_sub(1).and_then(|last| self.cuts.get(last)) {
            Some((cut, raw)) => raw + (here - cut),
            None => here,
        }
    }

    /// Its lines with their places, those of Markdown tables left out.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let mut start = 0;
        self.text
            .split('\n')
            .map(move |line| {
                let here = start;
                start += line.len() + 1;
                (here, line)
            })
            .filter(|(_, line)| !line.starts_with('|'))
    }

    /// Its words: runs of letters that do not belong to an address, a symbol or a number.
    pub(super) fn words(&self) -> impl Iterator<Item = Word<'_>> {
        chunks(&self.text).filter(|chunk| !is_code(chunk.text)).flat_map(|chunk| words(chunk))
    }
}

/// Runs of anything but white space.
pub(super) fn chunks(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    // Other white space than this has become a space, or is of no typewriter.
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\t' | b'\r');
    std::iter::from_fn(move || {
        let bytes = text.as_bytes();
        let start = at + bytes[at..].iter().position(|byte| !is_space(byte))?;
        let end = bytes[start..].iter().position(is_space).map_or(text.len(), |length| start + length);
        at = end;
        Some(Word { range: start..end, text: &text[start..end] })
    })
}

/// Addresses, symbols of documents, names of files: their letters are no words.
pub(super) fn is_code(chunk: &str) -> bool {
    let inside = chunk.trim_end_matches(['.', ',', ';', ':', ')', '”', '"', '!', '?']);
    let sign = |byte: u8| matches!(byte, b'@' | b'/' | b'_' | b'&' | b'=' | b'#' | b'\'' | b'<' | b'{' | b'0'..=b'9');
    inside.bytes().any(sign) || inside.contains('’') || inside.starts_with("www.")
}

/// The runs of letters of a chunk.
fn words(chunk: Word<'_>) -> impl Iterator<Item = Word<'_>> {
    let Word { range, text } = chunk;
    let is_letter = |c: char| c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}');
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_letter)?;
        let end = text[start..].find(|c| !is_letter(c)).map_or(text.len(), |length| start + length);
        at = end;
        Some(Word { range: range.start + start..range.start + end, text: &text[start..end] })
    })
}

/// The length of a footnote's mark, with the colon that makes it its beginning.
fn footnote(rest: &str) -> usize {
    if !rest.starts_with("[^") {
        return 0;
    }
    let end = rest.find(']').map_or(1, |end| end + 1);
    if rest[end..].starts_with(": ") { end + 2 } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_gone_and_places_are_kept() {
        let raw = "(*trong đó:\u{a0}10 cán bộ*)[^1].\n\n[^1]: Số 2.";
        let passage = Passage { pointer: "/sections/a", kind: check::Kind::Prose, raw, text: String::new() };
        let plain = Plain::new(&passage);
        assert_eq!(plain.text, "(trong đó: 10 cán bộ).\n\nSố 2.");
        for word in ["trong", "đó: 10", "bộ", ").\n\n", "Số"] {
            let start = plain.text.find(word).unwrap();
            let range = plain.raw(&(start..start + word.len()));
            let found = raw[range].replace('\u{a0}', " ");
            assert!(found.starts_with(word.chars().next().unwrap()), "{word}: {found}");
            assert!(found.ends_with(word.chars().next_back().unwrap()), "{word}: {found}");
        }
    }

    #[test]
    fn symbols_and_addresses_are_no_words() {
        let text = "gửi thư a.b@tinh.example, xem https://x.vn/ng và 12/KH-UBND (m2); QR-code, “một cửa”.";
        let passage = Passage { pointer: "/sections/a", kind: check::Kind::Prose, raw: text, text: String::new() };
        let plain = Plain::new(&passage);
        let words: Vec<&str> = plain.words().map(|word| word.text).collect();
        assert_eq!(words, ["gửi", "thư", "xem", "và", "QR", "code", "một", "cửa"]);
    }
}
