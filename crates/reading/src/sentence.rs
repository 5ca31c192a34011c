//! Where sentences begin and end.

use std::ops::Range;

use baocao_vietnamese::lexicon::lists::SHORT;
use baocao_vietnamese::{is_letter, small};

/// A sentence of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, its last sign included, without spaces around.
    pub range: Range<usize>,
    /// Whether it begins its paragraph, item or note.
    pub opens: bool,
}

/// Whether a word before a full stop is one of those that are written in short: `TP. Huế`, `TS. Nguyễn Văn A`, `TM. ỦY BAN`.
pub fn is_short(word: &str) -> bool {
    SHORT.contains(&small(word).as_str())
}

/// Whether the sign at a place of a text, one byte long, ends a sentence: a full stop, a question mark or an exclamation
/// mark, behind which nothing follows, or a space and no small letter.
pub fn ends_sentence(text: &str, at: usize) -> bool {
    let rest = &text[at + 1..];
    if !matches!(text.as_bytes()[at], b'.' | b'!' | b'?') {
        return false;
    }
    let next = rest.trim_start().chars().next();
    if !rest.is_empty() && (!rest.starts_with(char::is_whitespace) || next.is_some_and(char::is_lowercase)) {
        return false;
    }
    let word = text[..at].rsplit(|c| !is_letter(c)).next().unwrap_or_default();
    next.is_none() || text.as_bytes()[at] != b'.' || !is_short(word) || !word.starts_with(char::is_uppercase)
}

/// A sentence ends at last after so many bytes, between two words: what is looked for in one stands much nearer.
pub(crate) const LONGEST: usize = 10_000;

/// The sentences of a part of a text, in order.
pub fn sentences(text: &str, part: Range<usize>) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = part.start;
    let mut add = |range: Range<usize>| {
        let inner = &text[range.clone()];
        let from = range.start + (inner.len() - inner.trim_start().len());
        if from < range.start + inner.trim_end().len() {
            let opens = sentences.is_empty();
            sentences.push(Sentence { range: from..range.start + inner.trim_end().len(), opens });
        }
    };
    let within = &text[..part.end];
    let ends = text[part.clone()].match_indices(['.', '!', '?']).map(|(step, _)| part.start + step);
    for end in ends.filter(|at| ends_sentence(within, *at)).map(|at| at + 1).chain([part.end]) {
        while end - start > LONGEST {
            let near = text.floor_char_boundary(start + LONGEST);
            let cut = text[start..near].rfind(char::is_whitespace).map_or(near, |space| start + space);
            add(start..cut);
            start = cut;
        }
        add(start..end);
        start = end;
    }
    sentences
}
