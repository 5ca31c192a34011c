//! Places of one kind that are told of once, with their number.

use std::ops::Range;

use baocao_core::diagnostic::Message;
use baocao_core::msg;

use crate::others::others;
use crate::{Passage, Rule, Subject, Told};

/// Fewer letters are quoted with the words before them.
const SHORT: usize = 12;

/// So many of them.
const WORDS_BEFORE: usize = 3;

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
            Some(others) => Message::new(format!("{}; {}", hint.vi, others.vi), format!("{}; {}", hint.en, others.en)),
        };
        let found = passage.text[range.clone()].trim();
        let finding = rule.finding(message).at(subject.place(passage, range.clone())).found(found).hint(hint);
        told.finding(match self.expected {
            Some(expected) => finding.expected(msg!("{expected}", "{expected}")),
            None => finding,
        });
    }

    /// The places after the first.
    fn others(&self, subject: &Subject<'_>) -> Option<Message> {
        let rest = self.places.get(1..).filter(|rest| !rest.is_empty())?;
        let place = |(passage, range): &(&'a Passage<'a>, Range<usize>)| {
            (subject.place(passage, range.clone()), &passage.text[quoted(&passage.text, range)])
        };
        Some(others(&rest.iter().map(place).collect::<Vec<_>>()))
    }
}

/// What is quoted of a place: short words with those before them on their line.
fn quoted(text: &str, range: &Range<usize>) -> Range<usize> {
    let line = text[..range.start].rfind('\n').map_or(0, |end| end + 1);
    let before = text[line..range.start].rsplitn(WORDS_BEFORE + 2, ' ').nth(WORDS_BEFORE + 1);
    let from = before.map_or(line, |before| line + before.len() + 1);
    if text[range.clone()].chars().count() < SHORT { from..range.end } else { range.clone() }
}
