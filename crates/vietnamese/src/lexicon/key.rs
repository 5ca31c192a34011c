//! Names of units in a form in which every spelling of one name is the same.

use crate::encoding::nfc;
use crate::syllable::{self, Tone};
use crate::{bare, small};

/// The words of a name: small and composed letters, the tone of a syllable behind its letters, so that it does not matter
/// which letter bears it (`hoà`, `hòa`); `i` for a `y` that is all of a rhyme (`Mỹ`, `Mĩ`); numbers without zeros before them; no
/// punctuation.
pub fn words(text: &str) -> Vec<String> {
    let text = small(&nfc(text));
    let text = text.replace(['\'', '\u{2019}', '\u{2018}', '\u{2bc}', '`', '\u{b4}'], "");
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(word).collect()
}

/// A name with single spaces between its words.
pub fn key(text: &str) -> String {
    words(text).join(" ")
}

/// Whether a key has no mark at all: then it may be a name whose marks were left out.
pub fn is_bare(key: &str) -> bool {
    key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ')
}

/// The same without marks.
pub fn bare_key(key: &str) -> String {
    let letters = bare(key);
    letters.chars().filter(|c| c.is_ascii_alphanumeric() || *c == ' ').map(|c| c.to_ascii_lowercase()).collect()
}

fn word(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        let digits = word.trim_start_matches('0');
        return if digits.is_empty() { "0" } else { digits }.to_owned();
    }
    let (mut letters, tones) = syllable::letters(word);
    if letters.ends_with('y')
        && let Some((onset, "y")) = syllable::parts(&letters)
        && !onset.is_empty()
    {
        letters.pop();
        letters.push('i');
    }
    letters.extend(tones.into_iter().map(|(_, tone)| sign(tone)));
    letters
}

/// Signs that no name has.
fn sign(tone: Tone) -> char {
    match tone {
        Tone::Huyen => '`',
        Tone::Hoi => '?',
        Tone::Nga => '~',
        Tone::Sac => '^',
        Tone::Nang => '.',
    }
}
