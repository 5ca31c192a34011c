//! Words that cannot be Vietnamese: syllables whose letters or tone marks no spelling has.
//!
//! Only what is certain: foreign words, names, abbreviations and words of several syllables without hyphens (`xêmina`,
//! `apphích`) are left alone.

use super::encoding::nfc;
use super::syllable::{Tone, bearers, letters, parts, spelt, vowel};

/// What is wrong with a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It bears two tone marks.
    TwoTones,
    /// A syllable that ends in c, ch, p, t takes sắc or nặng and no other tone.
    Tone,
    /// Its letters are in a wrong order or place; this is how it is spelt.
    Spelt(String),
    /// Vietnamese has no such syllable: a letter is missing or wrong.
    NoSyllable,
}

/// Letters that a typist's hand puts where others belong.
const SLIPS: [(&str, &str); 2] = [("ưo", "ươ"), ("uơ", "ươ")];

/// What is wrong with a word, a run of letters; nothing where it may be right.
///
/// ```
/// use baocao_vietnamese::spelling::{Fault, fault};
/// assert_eq!(fault("chưong"), Some(Fault::Spelt("chương".into())));
/// assert_eq!(fault("cảp"), Some(Fault::Tone));
/// assert_eq!(fault("đợc"), Some(Fault::NoSyllable));
/// assert_eq!(fault("Internet"), None);
/// ```
pub fn fault(word: &str) -> Option<Fault> {
    if word.is_ascii() {
        let slip = word.strip_prefix("ngh").filter(|_| word == "nghanh")?;
        return Some(Fault::Spelt(format!("ng{slip}")));
    }
    let word = nfc(word);
    let (bare, tones) = letters(&word);
    if is_doubled(&word, &tones) {
        return Some(Fault::TwoTones);
    }
    let foreign =
        |c: char| matches!(c, 'f' | 'j' | 'w' | 'z') || !(c.is_ascii_lowercase() || c == 'đ' || vowel(c).is_some());
    if tones.len() > 1 || vowel_groups(&bare) != 1 || bare.chars().any(foreign) || bare.chars().count() < 2 {
        return None;
    }
    let tone = tones.first().copied();
    let small = word.chars().all(|c| !c.is_uppercase());
    let Some((onset, rhyme)) = parts(&bare) else {
        return match mended(&bare, small) {
            Some(letters) => Some(Fault::Spelt(cased(&spelt(&letters, tone.map(|(_, tone)| tone), false), &word))),
            // `gươl`, a house: what ends so is of another language.
            None => (small && is_vietnamese_onset(&bare) && !bare.ends_with(['l', 'r', 's', 'k']))
                .then_some(Fault::NoSyllable),
        };
    };
    let stopped = rhyme.ends_with(['c', 'p', 't']) || rhyme.ends_with("ch");
    match tone {
        Some((_, Tone::Huyen | Tone::Hoi | Tone::Nga)) if stopped => Some(Fault::Tone),
        None if stopped && small => Some(Fault::Tone),
        Some((at, tone)) if !bearers(onset, rhyme).contains(&at) => {
            Some(Fault::Spelt(cased(&spelt(&bare, Some(tone), false), &word)))
        }
        _ => None,
    }
}

/// Whether two tone marks stand on one letter or on neighbours.
fn is_doubled(word: &str, tones: &[(usize, Tone)]) -> bool {
    let loose = |c: char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    tones.windows(2).any(|pair| pair[1].0 - pair[0].0 == 1) || (!tones.is_empty() && word.chars().any(loose))
}

/// Whether a word has one run of vowels, as every syllable has.
pub fn is_one_syllable(word: &str) -> bool {
    vowel_groups(&letters(word).0) == 1
}

/// How many runs of vowels a word has; the `u` of `qu` and the `i` of `gi` before another vowel belong to the run.
fn vowel_groups(bare: &str) -> usize {
    let mut groups = 0;
    let mut inside = false;
    for letter in bare.chars() {
        let is_vowel = vowel(letter).is_some();
        groups += usize::from(is_vowel && !inside);
        inside = is_vowel;
    }
    groups
}

/// The letters as they were meant, where one slip of the hand explains them.
fn mended(bare: &str, small: bool) -> Option<String> {
    for (slip, meant) in SLIPS {
        let letters = bare.replacen(slip, meant, 1);
        if letters != bare && parts(&letters).is_some() {
            return Some(letters);
        }
    }
    if !small {
        return None;
    }
    let onsets = [("ngh", "ng"), ("gh", "g"), ("ng", "ngh"), ("g", "gh")];
    let mut swapped = onsets.iter().filter_map(|(from, to)| Some(format!("{to}{}", bare.strip_prefix(from)?)));
    swapped.find(|letters| parts(letters).is_some())
}

/// Whether the letters before the first vowel begin Vietnamese words.
fn is_vietnamese_onset(bare: &str) -> bool {
    let onset: String = bare.chars().take_while(|c| vowel(*c).is_none()).collect();
    let onsets = "ngh ng nh ch gh kh ph q th tr b c d đ g h k l m n r s t v x";
    !onset.is_empty() && onsets.split(' ').any(|known| known == onset)
}

/// Small letters in the case of the word that they replace.
pub fn cased(letters: &str, like: &str) -> String {
    let mut capitals = like.chars().map(char::is_uppercase);
    match (capitals.next(), capitals.next()) {
        (Some(true), Some(true)) => letters.to_uppercase(),
        (Some(true), _) => {
            let mut chars = letters.chars();
            chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
        }
        _ => letters.to_owned(),
    }
}
