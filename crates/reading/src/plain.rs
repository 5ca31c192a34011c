//! A text without its marks of Markdown, and the way back to the places of its words.

use std::ops::Range;

use baocao_core::document::shifted::{Shifted, raised, shifted};
use baocao_core::markdown;
use baocao_vietnamese::encoding::{NO_BREAK_HYPHEN, SOFT_HYPHEN};

/// A text without its marks.
pub(crate) struct Plain<'a> {
    pub(crate) text: String,
    /// Where the text goes on after something was taken out: here, and in the text as it was given.
    pub(crate) cuts: Vec<(usize, usize)>,
    pub(crate) marks: Vec<Mark<'a>>,
}

/// The mark of a footnote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark<'a> {
    /// Where it stood.
    pub at: usize,
    /// What it is called: the `1` of `[^1]`.
    pub name: &'a str,
    /// Whether the note begins here, at the beginning of a line.
    pub opens: bool,
}

/// Parts of a text as they are read, one right behind the other. Outside of prose only no-break spaces, the hyphens of word
/// processors, raised and lowered letters are looked at.
pub(crate) fn read(raw: &str, parts: impl IntoIterator<Item = Range<usize>>, prose: bool) -> Plain<'_> {
    let mut plain = Plain { text: String::new(), cuts: Vec::new(), marks: Vec::new() };
    for part in parts {
        plain.text.reserve(part.len());
        plain.cuts.push((plain.text.len(), part.start));
        plain.add(raw, part, prose);
    }
    plain
}

impl<'a> Plain<'a> {
    /// Adds a part of a text.
    fn add(&mut self, raw: &'a str, part: Range<usize>, prose: bool) {
        let raw = &raw[..part.end];
        let (mut from, mut at) = (part.start, part.start);
        let all = shifted(&raw[part.start..]);
        let mut all = all.into_iter().map(|one| one.moved(part.start)).peekable();
        // The first bytes of no-break spaces and hyphens begin other letters too.
        let is_mark = |byte: &u8| {
            matches!(byte, 0xc2 | 0xe2 | b'^' | b'_') || (prose && matches!(byte, b'*' | b'\\' | b'`' | b'[' | b'!'))
        };
        while let Some(step) = raw.as_bytes()[at..].iter().position(is_mark) {
            let mark = at + step;
            while all.next_if(|one| one.range.start < mark).is_some() {}
            if let Some(one) = all.next_if(|one| one.range.start == mark) {
                self.text.push_str(&raw[from..mark]);
                self.shifted(raw, &one);
                (from, at) = (one.range.end, one.range.end);
                continue;
            }
            let rest = &raw[mark..];
            let instead = match rest.chars().next() {
                Some('\u{a0}') => Some(" "),
                Some(NO_BREAK_HYPHEN) => Some("-"),
                Some(SOFT_HYPHEN) => Some(""),
                _ => None,
            };
            let note = footnote(rest);
            let taken = match raw.as_bytes()[mark] {
                0xc2 if instead.is_some() => 2,
                0xe2 if instead.is_some() => 3,
                0xc2 | 0xe2 | b'^' | b'_' => 0,
                b'[' => note.map_or(0, |(_, length)| length),
                b'!' => markdown::placed_at(rest).unwrap_or(0),
                b'*' if is_sign(&raw[..mark], rest) => 0,
                _ => 1,
            };
            // What a stroke stands before is no mark.
            let escaped =
                rest.strip_prefix('\\').is_some_and(|after| after.starts_with(|c: char| c.is_ascii_punctuation()));
            at = mark + taken.max(1) + usize::from(escaped);
            if taken == 0 {
                continue;
            }
            self.text.push_str(&raw[from..mark]);
            self.text.push_str(instead.unwrap_or_default());
            if let Some((name, length)) = note {
                self.marks.push(Mark { at: self.text.len(), name, opens: length > name.len() + 3 });
            }
            from = mark + taken;
            self.cuts.push((self.text.len(), from));
        }
        self.text.push_str(&raw[from..]);
    }

    /// Adds raised or lowered letters: raised digits are those that Unicode has, so that `10^{3}` is not read as 103.
    fn shifted(&mut self, raw: &str, one: &Shifted) {
        let (inside, signs) = (one.inside(), [NO_BREAK_HYPHEN, SOFT_HYPHEN]);
        let letters = &raw[inside.clone()];
        let shown = if one.is_raised { raised(letters) } else { letters.into() };
        for ((at, letter), shown) in letters.char_indices().zip(shown.chars()) {
            self.cuts.push((self.text.len(), inside.start + at));
            match (letter, shown) {
                (SOFT_HYPHEN, _) => {}
                (_, shown) if signs.contains(&shown) => self.text.push('-'),
                (_, shown) => self.text.push(shown),
            }
        }
        self.cuts.push((self.text.len(), one.range.end));
    }
}

/// Whether an asterisk is one, as in `5 * 3`: between spaces, and not the mark of an item.
fn is_sign(before: &str, rest: &str) -> bool {
    let said = || before.trim_end_matches(|c: char| c != '\n' && c.is_whitespace());
    before.ends_with(' ') && rest[1..].starts_with(' ') && !matches!(said().chars().next_back(), None | Some('\n'))
}

/// The name of a footnote is no longer, in bytes.
const LONGEST_NAME: usize = 1_000;

/// The name and the length of a footnote's mark, with the colon that makes it its beginning.
fn footnote(rest: &str) -> Option<(&str, usize)> {
    let name = rest.strip_prefix("[^")?;
    let end = name.bytes().take(LONGEST_NAME).position(|byte| matches!(byte, b']' | b'\n'))?;
    let name = &name[..end];
    rest["[^".len() + end..].starts_with(']').then_some(())?;
    let end = name.len() + 3;
    Some((name, if rest[end..].starts_with(": ") { end + 2 } else { end }))
}
