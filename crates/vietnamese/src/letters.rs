//! Texts letter by letter: in small letters, without marks, on one line. What is known of a letter is looked up in tables:
//! asking Unicode for every letter of a report takes many times as long.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// Something about each of the characters that texts are made of: Latin, Vietnamese, dashes and quotation marks.
#[derive(Debug)]
pub struct Table<T>(Vec<T>);

/// The characters of a table, one range after another.
const RANGES: [std::ops::Range<u32>; 3] = [0..0x250, 0x1ea0..0x1f00, 0x2000..0x2070];

impl<T> Table<T> {
    /// A table of what a function says of each character.
    pub fn new(of: impl Fn(char) -> T) -> Self {
        Self(RANGES.into_iter().flatten().filter_map(char::from_u32).map(of).collect())
    }

    /// What is known of a character; nothing for those outside of the ranges.
    pub fn get(&self, c: char) -> Option<&T> {
        self.0.get(index(c)?)
    }
}

impl<T: Clone> Table<Option<T>> {
    /// A table of some characters; of the others nothing is known.
    pub fn of(known: impl Iterator<Item = (char, T)>) -> Self {
        let mut table = vec![None; RANGES.iter().map(|range| range.len()).sum()];
        for (c, value) in known {
            if let Some(at) = index(c) {
                table[at] = Some(value);
            }
        }
        Self(table)
    }
}

/// The place of a character in a table.
fn index(c: char) -> Option<usize> {
    let code = u32::from(c);
    let at = match code {
        0..0x250 => code,
        0x1ea0..0x1f00 => code - 0x1ea0 + 0x250,
        0x2000..0x2070 => code - 0x2000 + 0x60 + 0x250,
        _ => return None,
    };
    Some(at as usize)
}

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
///
/// ```
/// use baocao_vietnamese::small;
/// assert_eq!(small("Ủy ban NHÂN DÂN"), "ủy ban nhân dân");
/// ```
pub fn small(text: &str) -> String {
    let mut small = String::with_capacity(text.len());
    let mut from = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
        let letter = small_letter(c);
        if letter != c {
            small.push_str(&text[from..at]);
            small.push(letter);
            from = at + c.len_utf8();
        }
    }
    small.push_str(&text[from..]);
    small.make_ascii_lowercase();
    small
}

/// Where the last run of other than white space begins, in bytes; the end of the text where it ends in white space.
///
/// ```
/// use baocao_vietnamese::last_run;
/// assert_eq!(last_run("Ủy\u{2009}ban"), "Ủy\u{2009}".len());
/// ```
pub fn last_run(text: &str) -> usize {
    let last = text.char_indices().rev().take(LONGEST_RUN).take_while(|(_, c)| !c.is_whitespace()).last();
    last.map_or(text.len(), |(at, _)| at)
}

/// How long the run of other than white space is that a text begins with; of a very long one a part.
pub fn first_run(text: &str) -> usize {
    let last = text.char_indices().take(LONGEST_RUN).take_while(|(_, c)| !c.is_whitespace()).last();
    last.map_or(0, |(at, c)| at + c.len_utf8())
}

/// No word of a report is longer, in characters.
const LONGEST_RUN: usize = 1_000;

/// `BÁO CÁO` as `Báo cáo`: all letters small, the first a capital.
pub fn sentence_case(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut chars = lower.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// A text on one line, with single spaces between its words.
///
/// ```
/// use baocao_vietnamese::one_line;
/// assert_eq!(one_line("  Ủy ban\nnhân  dân "), "Ủy ban nhân dân");
/// ```
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether a text is another one in small letters.
pub(crate) fn is_small_of(small: &str, text: &str) -> bool {
    small.len() == text.len() && text.chars().map(small_letter).eq(small.chars())
}

fn small_letter(c: char) -> char {
    static SMALL: LazyLock<Table<char>> = LazyLock::new(|| Table::new(small_letter_of));
    SMALL.get(c).copied().unwrap_or_else(|| small_letter_of(c))
}

fn small_letter_of(c: char) -> char {
    let mut small = c.to_lowercase();
    small.next().filter(|first| small.len() == 0 && first.len_utf8() == c.len_utf8()).unwrap_or(c)
}

/// A text in capitals without marks; Đ is D.
///
/// ```
/// use baocao_vietnamese::bare;
/// assert_eq!(bare("Đắk Lắk, 12 xã"), "DAK LAK, 12 XA");
/// ```
pub fn bare(text: &str) -> String {
    static BARE: LazyLock<Table<Option<char>>> = LazyLock::new(|| Table::new(single_bare_letter));
    let mut bare = String::with_capacity(text.len());
    for c in text.chars() {
        match BARE.get(c) {
            Some(Some(letter)) => bare.push(*letter),
            _ => bare.extend(bare_letters(c)),
        }
    }
    bare
}

/// What becomes of a letter, where it is one letter again.
fn single_bare_letter(c: char) -> Option<char> {
    let mut letters = bare_letters(c);
    letters.next().filter(|_| letters.next().is_none())
}

fn bare_letters(c: char) -> impl Iterator<Item = char> {
    let letters = c.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    letters.flat_map(|c| if matches!(c, 'đ' | 'Đ') { 'D'.to_uppercase() } else { c.to_uppercase() })
}
