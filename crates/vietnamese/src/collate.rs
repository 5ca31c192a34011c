//! The order of the Vietnamese alphabet: a ă â b c d đ e ê ..., then the tones level, huyền, hỏi, ngã, sắc, nặng.

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;

/// The letters in order.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// Compares two texts syllable by syllable, first by their letters and then by their tones, without regard to case.
/// Numbers inside texts are compared by their digits.
///
/// ```
/// use baocao_vietnamese::collate::compare;
/// let mut names = ["Đông Hà", "An", "Dương", "Ân Thi", "ân Thi", "Ăn", "Ản", "Àn"];
/// names.sort_by(|a, b| compare(a, b));
/// assert_eq!(names, ["An", "Àn", "Ản", "Ăn", "Ân Thi", "ân Thi", "Dương", "Đông Hà"]);
/// ```
pub fn compare(a: &str, b: &str) -> Ordering {
    a.split_whitespace().map(key).cmp(b.split_whitespace().map(key))
}

/// The letters of a syllable by their rank, and its tone.
fn key(syllable: &str) -> (Vec<u32>, u8) {
    let mut letters: Vec<u32> = Vec::new();
    let mut tone = 0;
    let mut base = None;
    let mut push = |letter: Option<char>| letters.extend(letter.map(rank));
    for letter in syllable.to_lowercase().nfd() {
        match letter {
            '\u{300}' => tone = 1,
            '\u{309}' => tone = 2,
            '\u{303}' => tone = 3,
            '\u{301}' => tone = 4,
            '\u{323}' => tone = 5,
            // Breve, circumflex and horn make letters of their own.
            '\u{306}' | '\u{302}' | '\u{31b}' => {
                base = base.map(|base| [base, letter].iter().collect::<String>().nfc().next().unwrap_or(base))
            }
            letter => push(base.replace(letter)),
        }
    }
    push(base);
    (letters, tone)
}

fn rank(letter: char) -> u32 {
    match ALPHABET.chars().position(|known| known == letter) {
        Some(at) => 1_000 + u32::try_from(at).unwrap_or(0),
        // Digits and signs stand before letters, other letters after them.
        None if letter.is_ascii() => u32::from(letter),
        None => 2_000 + u32::from(letter),
    }
}
