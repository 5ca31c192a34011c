//! Places of one kind that are told of once, with their number.

use std::ops::Range;

use crate::check::{Passage, Rule, Subject, Told};
use crate::diagnostic::Message;
use crate::msg;

/// The places found so far.
#[derive(Default)]
pub(super) struct Spots<'a> {
    first: Option<(&'a Passage<'a>, Range<usize>)>,
    count: usize,
    expected: Option<String>,
}

impl<'a> Spots<'a> {
    /// One more place.
    pub(super) fn add(&mut self, passage: &'a Passage<'a>, range: Range<usize>) {
        self.count += 1;
        self.first.get_or_insert((passage, range));
    }

    /// One more place, and what should stand there.
    pub(super) fn add_expecting(&mut self, passage: &'a Passage<'a>, range: Range<usize>, expected: String) {
        self.expected.get_or_insert(expected);
        self.add(passage, range);
    }

    /// Tells of the first place and how many there are.
    pub(super) fn tell(self, rule: &Rule, message: Message, hint: Message, subject: &Subject<'_>, told: &mut Told) {
        let Some((passage, range)) = self.first else { return };
        let message = match self.count {
            1 => message,
            count => {
                let Message { vi, en } = message;
                msg!("{vi} ({count} chỗ, đây là chỗ đầu tiên)", "{en} ({count} places, the first is here)")
            }
        };
        let found = passage.text[range.clone()].trim();
        let finding = rule.finding(message).at(subject.place(passage, range.clone())).found(found).hint(hint);
        told.finding(match self.expected {
            Some(expected) => finding.expected(msg!("{expected}", "{expected}")),
            None => finding,
        });
    }
}
