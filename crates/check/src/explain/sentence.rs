//! The sentence of a text in which something stands.

use std::ops::Range;

use baocao_reading::sentences;

/// The sentences that a range of characters touches.
pub(super) fn around(text: &str, range: &Range<usize>) -> String {
    let byte = |character: usize| text.char_indices().nth(character).map_or(text.len(), |(at, _)| at);
    let (start, end) = (byte(range.start), byte(range.end));
    let touched = sentences(text, 0..text.len()).into_iter().map(|sentence| sentence.range);
    let touched = touched.filter(|sentence| sentence.start < end.max(start + 1) && start < sentence.end);
    let all = touched.reduce(|first, last| first.start..last.end);
    text[all.unwrap_or(0..text.len())].to_owned()
}
