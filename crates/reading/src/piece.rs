//! Words and signs, with what stands between them.

use std::ops::Range;

use baocao_vietnamese::is_letter;

/// A word, or a single sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What stands before it.
    pub gap: Gap,
}

/// What stands between two pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Nothing.
    None,
    /// White space.
    Space,
    /// The end of a line.
    Line,
    /// The end of a paragraph, or the beginning of the text.
    Break,
}

/// The words and signs of a text.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(step) = text[at..].find(|c: char| !c.is_whitespace()) {
        let start = at + step;
        let length = length(&text[start..]);
        let gap = match text[at..start].matches('\n').count() {
            _ if at == 0 => Gap::Break,
            0 if step == 0 => Gap::None,
            0 => Gap::Space,
            1 => Gap::Line,
            _ => Gap::Break,
        };
        at = start + length;
        pieces.push(Piece { range: start..at, gap });
    }
    pieces
}

/// How long the word or the sign is that a text begins with; a number has its points and commas.
pub(crate) fn length(text: &str) -> usize {
    let in_word = |c: char| is_letter(c) || c.is_numeric() || matches!(c, '\u{300}'..='\u{36f}');
    let word = |text: &str| text.find(|c| !in_word(c)).unwrap_or(text.len());
    let mut end = word(text);
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    while is_digit(0) && is_digit(end + 1) && text[end..].starts_with(['.', ',']) {
        end += 1 + word(&text[end + 1..]);
    }
    if end == 0 { text.chars().next().map_or(0, char::len_utf8) } else { end }
}
