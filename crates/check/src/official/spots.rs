//! Places of one kind that are told of together.

use std::ops::Range;

use baocao_core::diagnostic::Message;
use baocao_core::msg;

use crate::{Rule, Texts, Told};
use baocao_reading::Passage;

/// The places found so far, each with what should stand there where that is known.
#[derive(Default)]
pub(super) struct Spots<'a> {
    places: Vec<(&'a Passage<'a>, Range<usize>, Option<String>)>,
    mends: bool,
}

impl<'a> Spots<'a> {
    /// Places of which it is without doubt what should stand there.
    pub(super) fn mending() -> Self {
        Self { places: Vec::new(), mends: true }
    }

    /// One more place.
    pub(super) fn add(&mut self, passage: &'a Passage<'a>, range: Range<usize>) {
        self.places.push((passage, range, None));
    }

    /// One more place, and what should stand there.
    pub(super) fn add_expecting(&mut self, passage: &'a Passage<'a>, range: Range<usize>, expected: String) {
        self.places.push((passage, range, Some(expected)));
    }

    /// Tells of all of them as one thing.
    pub(super) fn tell(self, rule: &Rule, message: &Message, hint: &Message, texts: &Texts<'_>, told: &mut Told) {
        told.together(self.places.into_iter().map(|(passage, range, expected)| {
            let found = passage.text[range.clone()].trim();
            let finding = rule.finding(message.clone()).at(texts.place(passage, range.clone())).found(found);
            let finding = finding.hint(hint.clone());
            let Some(expected) = expected else { return finding };
            let edits = if self.mends { texts.edits(passage, &[(range, &expected)]) } else { Vec::new() };
            finding.expected(msg!("{expected}", "{expected}")).edits(edits)
        }));
    }
}
