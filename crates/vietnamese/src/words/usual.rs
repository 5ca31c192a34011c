//! What the papers of offices are made of: the syllables that stand in them, and their words of two. A syllable that is none of these is
//! rare enough to be a slip where one stroke makes a usual word of it: `ngăn chặng`, `thường xuyến`.

use std::sync::LazyLock;

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

/// The usual words by their first and by their second syllable.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let pairs = lines(PAIRS).flat_map(|line| line.split(", ")).filter_map(|word| word.split_once(' '));
    let all = pairs.chain(common().map(|[first, second]| (first, second)));
    let all = all.filter_map(|(first, second)| Some((canonical(first)?, canonical(second)?)));
    Words(all.collect())
});

struct Words(std::collections::HashSet<(String, String), foldhash::fast::RandomState>);

impl Words {
    fn has(&self, first: &str, second: &str) -> bool {
        self.0.contains(&(first.to_owned(), second.to_owned()))
    }
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
    if USUAL.contains_key(&own) {
        return None;
    }
    let stands = before.is_some_and(|before| is_word(before, syllable)) || after.is_some_and(|after| is_word(syllable, after));
    if stands {
        return None;
    }
    let [before, after] = [before, after].map(|beside| beside.and_then(canonical));
    let makes = |other: &str| {
        let second = after.as_deref().filter(|after| WORDS.has(other, after));
        let first = before.as_deref().filter(|before| WORDS.has(before, other));
        let second = second.map(|after| (false, format!("{other} {after}")));
        second.or_else(|| first.map(|before| (true, format!("{before} {other}"))))
    };
    neighbours(&own).iter().find_map(|other| makes(other))
}
