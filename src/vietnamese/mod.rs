//! Vietnamese text: numbers, dates, enumeration, places where a line must not break, encodings.
//!
//! Nothing here knows about reports.

pub mod collate;
pub mod date;
pub mod encoding;
pub mod enumeration;
pub mod nobreak;
pub mod number;
pub mod spelling;
pub mod syllable;

use std::sync::LazyLock;

/// Whether a character is a letter: the same as [`char::is_alphabetic`], many times faster for those of Vietnamese.
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..'\u{c0}' => c.is_ascii_alphabetic() || matches!(c, 'ª' | 'µ' | 'º'),
        '\u{c0}'..'\u{250}' => !matches!(c, '×' | '÷'),
        '\u{1e00}'..'\u{1f00}' => true,
        _ => c.is_alphabetic(),
    }
}

/// A text in small letters, byte for byte as long as it was: the few letters whose small ones are of another length stay.
pub fn small(text: &str) -> String {
    text.chars().map(|c| SMALL.get(c as usize).copied().unwrap_or_else(|| small_letter(c))).collect()
}

/// The small letters of the characters up to the last one of Vietnamese: looked up much faster than asked for.
static SMALL: LazyLock<Vec<char>> = LazyLock::new(|| ('\0'..'\u{1f00}').map(small_letter).collect());

fn small_letter(c: char) -> char {
    let mut small = c.to_lowercase();
    small.next().filter(|first| small.len() == 0 && first.len_utf8() == c.len_utf8()).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    #[test]
    fn small_letters_take_as_many_bytes() {
        assert_eq!(super::small("Ủy ban ĐƯỜNG ẲẴ, İẞ\u{212a}"), "ủy ban đường ẳẵ, İẞ\u{212a}");
    }

    #[test]
    fn letters_are_those_of_unicode() {
        assert!(('\0'..'\u{3000}').all(|c| super::is_letter(c) == c.is_alphabetic()));
    }
}
