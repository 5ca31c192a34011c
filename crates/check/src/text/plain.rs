//! A text without its marks of Markdown, and the way back to the places of its words.

use std::ops::Range;

use baocao_core::markdown;
use baocao_vietnamese::encoding::{NO_BREAK_HYPHEN, SOFT_HYPHEN};
use baocao_vietnamese::{is_letter, small};

use crate::Passage;

/// The text of a passage as it is read: without emphasis marks, escapes and marks of footnotes, with no-break spaces and
/// hyphens as ordinary ones. (`Passage::text` has spaces in their place, so spaces cannot be judged there.)
#[derive(Debug)]
pub(crate) struct Stripped {
    text: String,
    small: String,
    /// Where the text goes on after something was taken out: here, and in the passage.
    cuts: Vec<(usize, usize)>,
    chunks: Vec<Range<usize>>,
    words: Vec<Range<usize>>,
}

impl Stripped {
    pub(crate) fn new(passage: &Passage<'_>) -> Self {
        let (text, cuts) = strip(passage);
        let (mut chunked, mut worded) = (Vec::with_capacity(text.len() / 5), Vec::with_capacity(text.len() / 5));
        for chunk in chunks(&text) {
            chunked.push(chunk.range.clone());
            if !is_code(chunk.text) {
                worded.extend(words(chunk).map(|word| word.range));
            }
        }
        Self { small: small(&text), cuts, chunks: chunked, words: worded, text }
    }
}

/// A passage and its text as it is read.
#[derive(Clone, Copy)]
pub(super) struct Plain<'a> {
    pub(super) passage: &'a Passage<'a>,
    pub(super) text: &'a str,
    stripped: &'a Stripped,
}

/// A run of letters.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    pub(super) range: Range<usize>,
    pub(super) text: &'t str,
}

impl<'a> Plain<'a> {
    pub(super) fn new(passage: &'a Passage<'a>, stripped: &'a Stripped) -> Self {
        Self { passage, text: &stripped.text, stripped }
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
        let cuts = &self.stripped.cuts;
        let before = cuts.partition_point(|(cut, _)| *cut <= here);
        match before.checked_sub(1).and_then(|last| cuts.get(last)) {
            Some((cut, raw)) => raw + (here - cut),
            None => here,
        }
    }

    /// Its lines with their places, those of Markdown tables left out.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &'a str)> + use<'a> {
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

    /// A part of it in small letters.
    pub(super) fn small(&self, range: &Range<usize>) -> &'a str {
        &self.stripped.small[range.clone()]
    }

    /// Its runs of anything but white space.
    pub(super) fn chunks(&self) -> impl Iterator<Item = Word<'a>> + use<'a> {
        let text = self.text;
        self.stripped.chunks.iter().map(|range| Word { range: range.clone(), text: &text[range.clone()] })
    }

    /// Its words: runs of letters that do not belong to an address, a symbol or a number.
    pub(super) fn words(&self) -> impl Iterator<Item = Word<'a>> + use<'a> {
        let text = self.text;
        self.stripped.words.iter().map(|range| Word { range: range.clone(), text: &text[range.clone()] })
    }
}

/// The text of a passage without its marks, and where it goes on after one of them.
fn strip(passage: &Passage<'_>) -> (String, Vec<(usize, usize)>) {
    let raw = passage.raw;
    let (mut text, mut cuts) = (String::with_capacity(raw.len()), Vec::new());
    let prose = passage.kind == crate::TextKind::Prose;
    let (mut from, mut at) = (0, 0);
    // The first bytes of no-break spaces and hyphens begin other letters too.
    let is_mark =
        |byte: &u8| matches!(byte, 0xc2 | 0xe2) || (prose && matches!(byte, b'*' | b'\\' | b'`' | b'[' | b'!'));
    while let Some(step) = raw.as_bytes()[at..].iter().position(is_mark) {
        let mark = at + step;
        let instead = match raw[mark..].chars().next() {
            Some('\u{a0}') => Some(" "),
            Some(NO_BREAK_HYPHEN) => Some("-"),
            Some(SOFT_HYPHEN) => Some(""),
            _ => None,
        };
        let taken = match raw.as_bytes()[mark] {
            0xc2 if instead.is_some() => 2,
            0xe2 if instead.is_some() => 3,
            0xc2 | 0xe2 => 0,
            b'[' => footnote(&raw[mark..]),
            b'!' => markdown::placed_at(&raw[mark..]).unwrap_or(0),
            _ => 1,
        };
        at = mark + taken.max(1);
        if taken == 0 {
            continue;
        }
        text.push_str(&raw[from..mark]);
        text.push_str(instead.unwrap_or_default());
        from = at;
        cuts.push((text.len(), from));
    }
    text.push_str(&raw[from..]);
    (text, cuts)
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

/// Signs after a word that belong to the sentence.
const ENDS: [char; 9] = ['.', ',', ';', ':', ')', '”', '"', '!', '?'];

/// Addresses, symbols of documents, names of files: their letters are no words.
pub(super) fn is_code(chunk: &str) -> bool {
    let sign = |byte: u8| matches!(byte, b'@' | b'/' | b'_' | b'&' | b'=' | b'#' | b'\'' | b'<' | b'{' | b'0'..=b'9');
    // The last byte is that of `’`, which stands inside then.
    let quote = |byte: u8| byte == 0x99 && chunk.trim_end_matches(ENDS).contains('’');
    chunk.bytes().any(|byte| sign(byte) || quote(byte)) || chunk.starts_with("www.")
}

/// The runs of letters of a chunk.
fn words(chunk: Word<'_>) -> impl Iterator<Item = Word<'_>> {
    let Word { range, text } = chunk;
    let is_letter = |c: char| is_letter(c) || matches!(c, '\u{300}'..='\u{36f}');
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
