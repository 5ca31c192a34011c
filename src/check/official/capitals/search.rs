//! Places of words with a wrong capital, and the words as they should be.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::check::official::spots::Spots;
use crate::check::{Kind, Passage, Rule, Subject, Told};
use crate::diagnostic::Message;
use crate::msg;

/// What a rule looks for. A pattern begins with plain letters and asks for no word boundary, so that long texts are
/// searched fast; what stands before and after is looked at for the few places that it finds.
pub(super) struct Search {
    pub(super) pattern: LazyLock<Option<Regex>>,
    /// Whether a place counts, by the text before it, itself, and the text after it.
    pub(super) counts: fn(&str, &str, &str) -> bool,
}

/// Tells of the places of a search once, with what they should read.
pub(super) fn look(
    rule: &Rule,
    search: &Search,
    message: Message,
    mended: &dyn Fn(&str) -> String,
    subject: &Subject<'_>,
    told: &mut Told,
) {
    let mut spots = Spots::default();
    for passage in subject.passages() {
        if !is_running_text(passage) {
            continue;
        }
        for range in places(search, &passage.text) {
            let wanted = mended(&passage.text[range.clone()]);
            spots.add_expecting(passage, range, wanted);
        }
    }
    spots.tell(rule, message, msg!("sửa lại chữ hoa, chữ thường", "change the capitals"), subject, told);
}

/// Texts of sentences: the narrative, headings, the abstract, notes.
pub(super) fn is_running_text(passage: &Passage<'_>) -> bool {
    match passage.kind {
        Kind::Prose | Kind::Heading => true,
        Kind::Field => passage.pointer == "/document/subject",
        Kind::Cell => false,
    }
}

/// Where a text has what is searched for.
pub(super) fn places(search: &Search, text: &str) -> Vec<Range<usize>> {
    let Some(pattern) = search.pattern.as_ref() else { return Vec::new() };
    let counts = |range: &Range<usize>| {
        let (before, after) = (&text[..range.start], &text[range.end..]);
        !before.ends_with(char::is_alphanumeric)
            && !after.starts_with(char::is_alphanumeric)
            && (search.counts)(before, &text[range.clone()], after)
    };
    pattern.find_iter(text).map(|found| found.range()).filter(counts).collect()
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
