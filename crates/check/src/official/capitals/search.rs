//! Places of words with a wrong capital, and the words as they should be.

use std::ops::Range;

use baocao_core::diagnostic::Message;
use baocao_core::msg;
use baocao_core::report::{Field, Slot};

use crate::official::spots::Spots;
use crate::{Rule, Subject, Told};
use baocao_reading::{Passage, TextKind};

/// What a rule looks for: words as they are written, where a word begins and ends.
pub(super) struct Search {
    /// The rule that it belongs to.
    pub(super) rule: &'static Rule,
    /// Lists of the words, each of two letters or more.
    pub(super) words: &'static [&'static [&'static str]],
    /// How many bytes of the text after the words belong to them; nothing where they are not meant.
    pub(super) rest: fn(&str) -> Option<usize>,
    /// Whether a place counts, by the text before it, itself, and the text after it.
    pub(super) counts: fn(&str, &str, &str) -> bool,
    /// What is wrong there.
    pub(super) message: fn() -> Message,
    /// What should stand in its place.
    pub(super) mended: fn(&str) -> String,
}

/// Searches that go through a text together.
pub(super) struct Searches {
    all: &'static [&'static Search],
    /// For each byte, the words that begin with it, each with the number of its search.
    by_first: Vec<Vec<(usize, &'static str)>>,
}

impl Searches {
    pub(super) fn new(all: &'static [&'static Search]) -> Self {
        let mut by_first: Vec<Vec<(usize, &'static str)>> = vec![Vec::new(); 256];
        for (index, search) in all.iter().enumerate() {
            for word in search.words.concat() {
                let known = &mut by_first[usize::from(word.as_bytes()[0])];
                // A word may stand in two lists of one search.
                if !known.contains(&(index, word)) {
                    known.push((index, word));
                }
            }
        }
        Self { all, by_first }
    }

    /// The places of a text that count, each with the number of its search.
    fn places(&self, text: &str) -> Vec<(usize, Range<usize>)> {
        let mut places = Vec::new();
        let bytes = text.as_bytes();
        for (at, pair) in bytes.windows(2).enumerate() {
            let known = &self.by_first[usize::from(pair[0])];
            let inside_a_word = at > 0 && bytes[at - 1].is_ascii_alphanumeric();
            if known.is_empty() || inside_a_word {
                continue;
            }
            for (index, word) in known {
                if word.as_bytes()[1] == pair[1]
                    && let Some(range) = place(self.all[*index], word, text, at)
                {
                    places.push((*index, range));
                }
            }
        }
        places
    }

    /// Tells of the places of each search once, with what they should read.
    pub(super) fn tell(&self, subject: &Subject<'_>, told: &mut Told) {
        let mut spots: Vec<Spots<'_>> = self.all.iter().map(|_| Spots::default()).collect();
        for passage in subject.passages().iter().filter(|passage| is_running_text(passage)) {
            for (index, range) in self.places(&passage.text) {
                let wanted = (self.all[index].mended)(&passage.text[range.clone()]);
                spots[index].add_expecting(passage, range, wanted);
            }
        }
        let hint = msg!("sửa lại chữ hoa, chữ thường", "change the capitals");
        for (search, spots) in self.all.iter().zip(spots) {
            spots.tell(search.rule, &(search.message)(), &hint, subject, told);
        }
    }
}

/// The place of a search in a text where its word stands, if it counts.
fn place(search: &Search, word: &str, text: &str, at: usize) -> Option<Range<usize>> {
    let (before, from) = text.split_at_checked(at)?;
    let behind = from.strip_prefix(word)?;
    let end = word.len() + (search.rest)(behind)?;
    let (found, after) = from.split_at_checked(end)?;
    let whole = !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
    (whole && (search.counts)(before, found, after)).then_some(at..at + end)
}

/// The words alone are what is looked for.
pub(super) fn alone(_: &str) -> Option<usize> {
    Some(0)
}

/// Texts of sentences: the narrative, headings, the abstract, notes.
pub(super) fn is_running_text(passage: &Passage<'_>) -> bool {
    match passage.kind {
        TextKind::Prose | TextKind::Heading => true,
        TextKind::Field => passage.slot == Slot::Document(Field::Subject),
        TextKind::Cell => false,
    }
}

/// Whether a text ends with one of some words.
pub(super) fn ends_with_word(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}

/// Whether a text begins with one of some words.
pub(super) fn begins_with_word(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

/// With a capital at the beginning.
pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// With a capital at the beginning and no other.
pub(super) fn one_capital(word: &str) -> String {
    capital(&word.to_lowercase())
}

/// With the first letter in the other case.
pub(super) fn swapped(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if first.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => capital(word),
    }
}
