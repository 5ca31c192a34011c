//! What must stand around words, and what must not.

use std::ops::Range;

use baocao_reading::{Gap, Passage, Phrase};

/// What stands around words that count. An empty list asks for nothing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context {
    /// They stand right behind one of these.
    pub(crate) only_after: Vec<Phrase>,
    /// They stand right before one of these.
    pub(crate) only_before: Vec<Phrase>,
    /// They stand behind none of these.
    pub(crate) not_after: Vec<Phrase>,
    /// They stand before none of these.
    pub(crate) not_before: Vec<Phrase>,
    /// They stand inside a sentence: behind a small letter, a digit or a comma.
    pub(crate) inside: bool,
}

impl Context {
    /// Whether pieces of a passage stand so.
    pub(crate) fn holds(&self, passage: &Passage<'_>, pieces: &Range<usize>) -> bool {
        let after = |phrase: &Phrase| phrase.stands_before(passage, pieces.start);
        let before = |phrase: &Phrase| phrase.stands_behind(passage, pieces.end);
        (self.only_after.is_empty() || self.only_after.iter().any(after))
            && (self.only_before.is_empty() || self.only_before.iter().any(before))
            && !self.not_after.iter().any(after)
            && !self.not_before.iter().any(before)
            && (!self.inside || is_inside(passage, pieces.start))
    }
}

/// Whether a sentence has begun before a piece.
fn is_inside(passage: &Passage<'_>, at: usize) -> bool {
    let pieces = passage.pieces();
    let spaced = pieces.get(at).is_some_and(|piece| matches!(piece.gap, Gap::Space | Gap::Line));
    let before = at.checked_sub(1).and_then(|before| pieces.get(before));
    let last = before.and_then(|before| passage.text[before.range.clone()].chars().next_back());
    spaced && last.is_some_and(|last| last.is_lowercase() || last.is_ascii_digit() || last == ',')
}
