//! A text under repair, whose letters know where they stood before the first repair.

use std::ops::Range;

use super::Edit;

/// A text, and for each of its bytes where it stood.
pub(super) struct Letters {
    text: String,
    /// The byte of the first text that each byte was; nothing for what came new.
    origin: Vec<Option<usize>>,
    length: usize,
}

impl Letters {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), origin: (0..text.len()).map(Some).collect(), length: text.len() }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Makes edits, which are in order and apart; gives whether there were any.
    pub(super) fn apply(&mut self, edits: &[Edit]) -> bool {
        for (range, new) in edits.iter().rev() {
            self.text.replace_range(range.clone(), new);
            self.origin.splice(range.clone(), std::iter::repeat_n(None, new.len()));
        }
        !edits.is_empty()
    }

    /// What became of the first text: its ranges, and what stands there now.
    pub(super) fn changes(&self) -> Vec<Edit> {
        let mut changes: Vec<Edit> = Vec::new();
        // The next byte of the first text that is still to come, and where what came new begins.
        let (mut expected, mut from) = (0, 0);
        // Letters are more than a byte: what stays is not cut out.
        let mut note = |old: Range<usize>, new: Range<usize>| {
            if !old.is_empty() || !new.is_empty() {
                changes.push((old, self.text[new].to_owned()));
            }
        };
        for (at, origin) in self.origin.iter().enumerate() {
            if let Some(origin) = origin {
                note(expected..*origin, from..at);
                (expected, from) = (origin + 1, at + 1);
            }
        }
        note(expected..self.length, from..self.text.len());
        changes
    }
}
