//! Places of one kind that are told of once, with their number.

use std::ops::Range;

use crate::check::{Passage, Rule, Subject, Told};
use crate::diagnostic::Message;
use crate::msg;

/// So many of the other places are named by their lines.
const MOST_NAMED: usize = 8;

/// The places found so far.
#[derive(Default)]
pub(super) struct Spots<'a> {
    places: Vec<(&'a Passage<'a>, Range<usize>)>,
    expected: Option<String>,
}

impl<'a> Spots<'a> {
    /// One more place.
    pub(super) fn add(&mut self, passage: &'a Passage<'a>, range: Range<usize>) {
        self.places.push((passage, range));
    }

    /// One more place, and what should stand there.
    pub(super) fn add_expecting(&mut self, passage: &'a Passage<'a>, range: Range<usize>, expected: String) {
        self.expected.get_or_insert(expected);
        self.add(passage, range);
    }

    /// Tells of the first place and how many there are.
    pub(super) fn tell(self, rule: &Rule, message: Message, hint: Message, subject: &Subject<'_>, told: &mut Told) {
        let Some((passage, range)) = self.places.first() else { return };
        let message = match self.places.len() {
            1 => message,
            count => {
                let Message { vi, en } = message;
                msg!("{vi} ({count} chỗ, đây là chỗ đầu tiên)", "{en} ({count} places, the first is here)")
            }
        };
        let hint = match self.others(subject) {
            None => hint,
            Some(lines) => {
                let Message { vi, en } = hint;
                msg!("{vi}; các chỗ khác ở dòng {lines}", "{en}; the others are at lines {lines}")
            }
        };
        let found = passage.text[range.clone()].trim();
        let finding = rule.finding(message).at(subject.place(passage, range.clone())).found(found).hint(hint);
        told.finding(match self.expected {
            Some(expected) => finding.expected(msg!("{expected}", "{expected}")),
            None => finding,
        });
    }

    /// The lines of the places after the first, each once: `12, 40, 41, …`.
    fn others(&self, subject: &Subject<'_>) -> Option<String> {
        let rest = self.places.get(1..).filter(|rest| !rest.is_empty())?;
        let line = |(passage, range): &(&Passage<'_>, Range<usize>)| {
            subject.place(passage, range.clone()).line_column().0.to_string()
        };
        let mut lines: Vec<String> = rest.iter().take(MOST_NAMED).map(line).collect();
        lines.dedup();
        if rest.len() > MOST_NAMED {
            lines.push("…".to_owned());
        }
        Some(lines.join(", "))
    }
}
