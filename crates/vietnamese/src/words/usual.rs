//! What the papers of offices are made of: the syllables that stand in them, and their words of two. A syllable that is none of these is
//! rare enough to be a slip where one stroke makes a usual word of it: `ngăn chặng`, `thường xuyến`.

use std::collections::HashSet;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use super::known::{canonical, neighbours};
use super::{Map, common, is_word};
use crate::lexicon::lines;

/// Syllables, with `~` where they stand inside words alone.
const SYLLABLES: &str = include_str!("../../data/words/usual.txt");

/// Words of two syllables.
const PAIRS: &str = include_str!("../../data/words/pairs.txt");

/// The usual syllables, and whether each stands inside words alone.
static USUAL: LazyLock<Map<String, bool>> = LazyLock::new(|| {
    let syllables = lines(SYLLABLES).flat_map(|line| line.split(' '));
    let syllables = syllables.filter_map(|one| {
        let bound = one.ends_with('~');
        Some((canonical(one.trim_end_matches('~'))?, bound))
    });
    syllables.collect()
});

/// The usual words, and what is known of their syllables.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let pairs = lines(PAIRS).flat_map(|line| line.split(',')).filter_map(|word| word.trim().split_once(' '));
    let pairs = pairs.map(|(first, second)| (first, second.trim_end_matches('!'), second.ends_with('!')));
    let common = common().map(|[first, second]| (first, second, true));
    let mut words = Words::default();
    for (first, second, often) in pairs.chain(common) {
        if let (Some(first), Some(second)) = (canonical(first), canonical(second)) {
            words.syllables.extend([first.clone(), second.clone()]);
            *words.often.entry((first, second)).or_default() |= often;
        }
    }
    words
});

#[derive(Default)]
struct Words {
    /// Each word, and whether it is one of the most usual.
    often: Map<(String, String), bool>,
    /// The syllables that stand in them.
    syllables: HashSet<String, RandomState>,
}

impl Words {
    fn get(&self, first: &str, second: &str) -> Option<bool> {
        self.often.get(&(first.to_owned(), second.to_owned())).copied()
    }
}

/// Whether two syllables, as `canonical` has them, are a usual word.
pub(super) fn is_usual(first: &str, second: &str) -> bool {
    WORDS.get(first, second).is_some()
}

/// Whether a syllable in small letters stands inside words alone in the papers of offices.
pub(super) fn is_bound(syllable: &str) -> bool {
    canonical(syllable).and_then(|syllable| USUAL.get(&syllable).copied()).unwrap_or_default()
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
    let own = canonical(syllable)?;
    // What stands inside words alone stands in one of them.
    let known = USUAL.get(&own).copied();
    if known == Some(false) {
        return None;
    }
    let stands =
        before.is_some_and(|before| is_word(before, syllable)) || after.is_some_and(|after| is_word(syllable, after));
    if stands {
        return None;
    }
    let [before, after] = [before, after].map(|beside| beside.and_then(canonical));
    // What is in other words of theirs is right more often.
    let rare = known.is_none() && !WORDS.syllables.contains(&own);
    let makes = |other: &str| {
        let is = |first: &str, second: &str| WORDS.get(first, second).is_some_and(|often| often || rare);
        let second = after.as_deref().filter(|after| is(other, after));
        let first = before.as_deref().filter(|before| is(before, other));
        let second = second.map(|after| (false, format!("{other} {after}")));
        second.or_else(|| first.map(|before| (true, format!("{before} {other}"))))
    };
    neighbours(&own).iter().find_map(|other| makes(other))
}
