//! Numbers of documents.

/// Letters of a number (Annex VI, part II, I.4).
const MOST_LETTERS: usize = 11;

/// Whether a text is the number of a document: digits, not all of them zero, and behind them a letter at most, as offices
/// write it where a number has to be put in between two.
pub fn is_number(text: &str) -> bool {
    let digits = text.strip_suffix(char::is_alphabetic).unwrap_or(text);
    text.chars().count() <= MOST_LETTERS
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && digits.bytes().any(|byte| byte != b'0')
}

/// A number without the zeros before it.
pub(crate) fn plain_number(number: &str) -> &str {
    let plain = number.trim().trim_start_matches('0');
    if plain.is_empty() { "0" } else { plain }
}

/// Whether two texts are the same number: zeros before it and capitals do not count.
pub fn is_same_number(a: &str, b: &str) -> bool {
    plain_number(a).to_lowercase() == plain_number(b).to_lowercase()
}
