//! The sentence of a text in which something stands.

use std::ops::Range;

/// The sentence around a range of characters. A sentence ends with `.`, `?` or `!` before a space and a capital letter;
/// in `TM. ỦY BAN` and `TS. Nguyễn` it does not.
pub(super) fn around(text: &str, range: &Range<usize>) -> String {
    let letters: Vec<char> = text.chars().collect();
    let start = (1..=range.start.min(letters.len())).rev().find(|at| begins(&letters, *at)).unwrap_or(0);
    let end = (range.end..letters.len()).find(|at| begins(&letters, *at)).unwrap_or(letters.len());
    let sentence: String = letters[start.min(end)..end].iter().collect();
    sentence.trim().to_owned()
}

/// Whether a sentence begins at a letter.
fn begins(letters: &[char], at: usize) -> bool {
    let [before @ .., stop, ' '] = &letters[..at] else { return false };
    let word = before.iter().rev().take_while(|c| c.is_alphabetic()).count();
    let short = (1..=3).contains(&word)
        && before[before.len() - word] == before[before.len() - word].to_uppercase().next().unwrap_or(' ');
    matches!(stop, '.' | '?' | '!')
        && letters.get(at).is_some_and(|c| c.is_uppercase() || c.is_numeric())
        && !(*stop == '.' && short)
}
