//! What the papers of offices are made of: the syllables that stand in them, and their words of two. A syllable that is none of these is
//! rare enough to be a slip where one stroke makes a usual word of it: `ngăn chặng`, `thường xuyến`.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use super::known::{canonical, neighbours};
use super::{Map, common, is_word};
use crate::lexicon::lines;
use crate::syllable::{letters, spelt};

/// Syllables, with `~` where they stand inside words alone.
const SYLLABLES: &str = include_str!("../../data/words/usual.txt");

/// Words of two syllables.
const PAIRS: &str = include_str!("../../data/words/pairs.txt");

/// The usual syllables, and whether each stands inside words alone.
static USUAL: LazyLock<Map<&str, bool>> = LazyLock::new(|| {
    let syllables = lines(SYLLABLES).flat_map(|line| line.split(' '));
    syllables.map(|one| (one.trim_end_matches('~'), one.ends_with('~'))).collect()
});

/// The usual words, and what is known of their syllables.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let pairs = lines(PAIRS).flat_map(|line| line.split(',')).filter_map(|word| word.trim().split_once(' '));
    let pairs = pairs.map(|(first, second)| (first, second.trim_end_matches('!'), second.ends_with('!')));
    let common = common().map(|[first, second]| (first, second, true));
    let mut words = Words::default();
    for (first, second, often) in pairs.chain(common) {
        words.syllables.extend([first, second]);
        *words.often.entry((first, second)).or_default() |= often;
    }
    words
});

#[derive(Default)]
struct Words {
    /// Each word, and whether it is one of the most usual.
    often: Map<(&'static str, &'static str), bool>,
    /// The syllables that stand in them.
    syllables: HashSet<&'static str, RandomState>,
}

/// Whether two syllables in small letters are a usual word.
pub(super) fn is_usual(first: &str, second: &str) -> bool {
    WORDS.often.contains_key(&(&*older(first), &*older(second)))
}

/// Whether a syllable in small letters stands inside words alone in the papers of offices.
pub(super) fn is_bound(syllable: &str) -> bool {
    USUAL.get(&*older(syllable)).copied().unwrap_or_default()
}

/// A syllable with its tone mark where the older custom has it, as the words stand here: `hòa` for `hoà`.
fn older(syllable: &str) -> Cow<'_, str> {
    const NEWER: [char; 15] = ['à', 'á', 'ả', 'ã', 'ạ', 'è', 'é', 'ẻ', 'ẽ', 'ẹ', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'];
    let rest = syllable.strip_suffix(NEWER).filter(|rest| rest.ends_with(['o', 'u']) && *rest != "qu");
    let Some((bare, tones)) = rest.map(|_| letters(syllable)) else { return Cow::Borrowed(syllable) };
    Cow::Owned(spelt(&bare, tones.first().map(|(_, tone)| *tone), false))
}

/// The usual word that was meant by a syllable which papers do not have, between two others in small letters: whether the syllable before
/// belongs to it, and the word.
///
/// ```
/// use baocao_vietnamese::words::meant_usual;
/// assert_eq!(meant_usual(Some("ngăn"), "chặng", None), Some((true, "ngăn chặn".to_owned())));
/// assert_eq!(meant_usual(Some("ngăn"), "chặn", None), None);
/// ```
pub fn meant_usual(before: Option<&str>, syllable: &str, after: Option<&str>) -> Option<(bool, String)> {
    let own = older(syllable);
    // What stands inside words alone stands in one of them.
    let known = USUAL.get(&*own).copied();
    if known == Some(false) {
        return None;
    }
    canonical(syllable)?;
    // The words that are looked up soonest first.
    let stands = |is: fn(&str, &str) -> bool| {
        before.is_some_and(|before| is(before, syllable)) || after.is_some_and(|after| is(syllable, after))
    };
    if stands(is_usual) || stands(is_word) {
        return None;
    }
    let [before, after] = [before, after].map(|beside| beside.map(older));
    // What is in other words of theirs is right more often.
    let rare = known.is_none() && !WORDS.syllables.contains(&*own);
    let makes = |other: &str| {
        let is = |first: &str, second: &str| WORDS.often.get(&(first, second)).is_some_and(|often| *often || rare);
        let second = after.as_deref().filter(|after| is(other, after));
        let first = before.as_deref().filter(|before| is(before, other));
        let second = second.map(|after| (false, format!("{other} {after}")));
        second.or_else(|| first.map(|before| (true, format!("{before} {other}"))))
    };
    neighbours(&own).iter().find_map(|other| makes(other))
}
