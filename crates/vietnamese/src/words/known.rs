//! Syllables and the words that they stand in, from `data/words/known.txt`: which syllables there are none of, and which stand
//! beside others than in their words.

use super::usual::is_usual;
use crate::encoding::nfc;
use crate::syllable::{Tone, letters, parts, spelt, vowel};

/// A syllable a line, with `~` where it is bound, and those that follow it in words.
const KNOWN: &str = include_str!("../../data/words/known.txt");

const TONES: [Option<Tone>; 6] =
    [None, Some(Tone::Huyen), Some(Tone::Hoi), Some(Tone::Nga), Some(Tone::Sac), Some(Tone::Nang)];

/// Letters that one stroke makes of each other.
const HOOKS: [&str; 5] = ["aăâ", "eê", "oôơ", "uư", "dđ"];

/// Onsets that are mistaken for each other.
const ONSETS: [(&str, &str); 8] =
    [("s", "x"), ("ch", "tr"), ("d", "gi"), ("d", "r"), ("gi", "r"), ("l", "n"), ("d", "v"), ("gi", "v")];

/// Ends that are mistaken for each other.
const ENDS: [(&str, &str); 2] = [("c", "t"), ("ng", "n")];

/// What is known of a syllable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is a word, or it is not known whether it is one.
    Free,
    /// It stands inside words alone.
    Bound,
    /// There is none such, though it is spelt as one.
    Unknown,
}

/// What is known of a syllable in small letters. Words of other languages are left alone.
///
/// ```
/// use baocao_vietnamese::words::{Standing, standing};
/// assert_eq!(standing("công"), Standing::Free);
/// assert_eq!(standing("chặc"), Standing::Bound);
/// assert_eq!(standing("phẵng"), Standing::Unknown);
/// ```
pub fn standing(syllable: &str) -> Standing {
    if syllable.is_ascii() || syllable.chars().any(|c| !c.is_lowercase()) {
        return Standing::Free;
    }
    // Rhymes that stand alone are judged by what else there is of them.
    let begins_with_vowel = syllable.chars().next().is_some_and(|first| vowel(first).is_some());
    let Some(syllable) = canonical(syllable).filter(|_| !begins_with_vowel) else { return Standing::Free };
    match line(&syllable) {
        None => Standing::Unknown,
        Some(line) if line[syllable.len()..].starts_with('~') => Standing::Bound,
        Some(_) => Standing::Free,
    }
}

/// The word that was meant where a bound syllable stands in none of its own, between two others in small letters: whether
/// the syllable before belongs to it, and the word.
///
/// ```
/// use baocao_vietnamese::words::meant_beside;
/// assert_eq!(meant_beside(Some("chưa"), "chặc", Some("chẽ")), Some((false, "chặt chẽ".to_owned())));
/// assert_eq!(meant_beside(Some("rất"), "chặt", Some("chẽ")), None);
/// ```
pub fn meant_beside(before: Option<&str>, syllable: &str, after: Option<&str>) -> Option<(bool, String)> {
    let one = |syllable: &str| canonical(syllable);
    let (before, after) = (before.and_then(one), after.and_then(one));
    let syllable = canonical(syllable)?;
    let makes = |syllable: &str| {
        let first = before.as_deref().filter(|before| follows(before, syllable));
        let second = after.as_deref().filter(|after| follows(syllable, after));
        match (first, second) {
            (_, Some(after)) => Some((false, format!("{syllable} {after}"))),
            (Some(before), None) => Some((true, format!("{before} {syllable}"))),
            (None, None) => None,
        }
    };
    if makes(&syllable).is_some() {
        return None;
    }
    neighbours(&syllable).iter().find_map(|other| makes(other))
}

/// Whether two syllables stand side by side in a word.
pub fn is_word(first: &str, second: &str) -> bool {
    let listed = || canonical(first).zip(canonical(second)).is_some_and(|(first, second)| follows(&first, &second));
    is_usual(first, second) || listed()
}

/// A syllable with the tone mark where the older custom sets it, and `i` for `y` where that is the rhyme.
pub fn canonical(syllable: &str) -> Option<String> {
    let (bare, tones) = letters(&nfc(syllable));
    let (onset, rhyme) = parts(&bare)?;
    let tone = tones.first().map(|(_, tone)| *tone);
    let short = rhyme == "y" && matches!(onset, "h" | "k" | "l" | "m" | "s" | "t");
    let bare = if short { format!("{onset}i") } else { bare };
    (tones.len() < 2).then(|| spelt(&bare, tone, false))
}

/// The syllables one stroke away: other tones first, then other letters, onsets, ends.
pub(super) fn neighbours(syllable: &str) -> Vec<String> {
    let (bare, tones) = letters(syllable);
    let tone = tones.first().map(|(_, tone)| *tone);
    let other_tones = TONES.into_iter().filter(|other| *other != tone).map(|other| (bare.clone(), other));
    let hooks = bare.char_indices().flat_map(|(at, letter)| {
        let row = HOOKS.iter().find(|row| row.contains(letter)).copied().unwrap_or_default();
        let (before, after) = (&bare[..at], &bare[at + letter.len_utf8()..]);
        row.chars().filter(move |other| *other != letter).map(move |other| format!("{before}{other}{after}"))
    });
    let both = |(one, other): (&'static str, &'static str)| [(one, other), (other, one)];
    let onset = parts(&bare).map_or("", |(onset, _)| onset);
    let onsets = ONSETS.into_iter().flat_map(both).filter(|(from, _)| *from == onset);
    let onsets = onsets.filter_map(|(from, to)| Some(format!("{to}{}", bare.strip_prefix(from)?)));
    let ends =
        ENDS.into_iter().flat_map(both).filter_map(|(from, to)| Some(format!("{}{to}", bare.strip_suffix(from)?)));
    let letters = hooks.chain(onsets).chain(ends).map(|bare| (bare, tone));
    let all = other_tones.chain(letters).filter(|(bare, _)| parts(bare).is_some());
    all.map(|(bare, tone)| spelt(&bare, tone, false)).collect()
}

/// Whether a syllable follows another one in a word.
fn follows(first: &str, second: &str) -> bool {
    line(first).is_some_and(|line| line.split(' ').skip(1).any(|known| known == second))
}

/// The line of a syllable.
fn line(syllable: &str) -> Option<&'static str> {
    let (mut from, mut to) = (0, KNOWN.len());
    while from < to {
        let mut middle = (from + to) / 2;
        while !KNOWN.is_char_boundary(middle) {
            middle -= 1;
        }
        let start = KNOWN[from..middle].rfind('\n').map_or(from, |at| from + at + 1);
        let line = &KNOWN[start..start + KNOWN[start..].find('\n')?];
        let first = line.split([' ', '~']).next()?;
        match first.cmp(syllable) {
            std::cmp::Ordering::Equal => return Some(line),
            std::cmp::Ordering::Less => from = start + line.len() + 1,
            std::cmp::Ordering::Greater => to = start,
        }
    }
    None
}
