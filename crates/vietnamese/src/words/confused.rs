//! Common words of which a consonant was typed for one that sounds or looks like it: `sản suất`, `phần mền`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Map, Set, common, is_word, syllables};

/// Consonants that are confused where syllables begin, and where they end.
const ONSETS: [(&str, &str); 5] = [("s", "x"), ("tr", "ch"), ("l", "n"), ("d", "gi"), ("r", "gi")];
const CODAS: [(&str, &str); 4] = [("n", "ng"), ("n", "m"), ("t", "c"), ("t", "ch")];

/// What each first syllable begins, one of the two with another consonant: the second, and the common word that was meant.
static CONFUSED: LazyLock<Map<String, Vec<(String, String)>>> = LazyLock::new(|| {
    let mut confused: Map<String, Vec<(String, String)>> = HashMap::default();
    // What is a word of its own may stand beside any other: `đường liên thôn`.
    let free: Set = syllables("free").collect();
    for [first, second] in common() {
        let right = format!("{first} {second}");
        let others = |syllable| others(syllable).into_iter().filter(|other| !free.contains(other.as_str()));
        let firsts = others(first).map(|first| (first, second.to_owned()));
        let seconds = others(second).map(|second| (first.to_owned(), second));
        for (first, second) in firsts.chain(seconds) {
            confused.entry(first).or_default().push((second, right.clone()));
        }
    }
    confused
});

/// The common word that was meant by two syllables in small letters, where a consonant of one of them is confused. They may be right
/// where one of them makes a word with its neighbour.
///
/// ```
/// use baocao_vietnamese::words::confused;
/// assert_eq!(confused("sản", "suất"), Some("sản xuất"));
/// assert_eq!(confused("sản", "xuất"), None);
/// ```
pub fn confused(first: &str, second: &str) -> Option<&'static str> {
    let (_, right) = CONFUSED.get(first)?.iter().find(|(other, _)| other == second)?;
    (!is_word(first, second)).then_some(right)
}

/// A syllable with each of its consonants confused.
fn others(syllable: &str) -> Vec<String> {
    let both = |pairs: &'static [(&str, &str)]| pairs.iter().flat_map(|(one, other)| [(*one, *other), (*other, *one)]);
    let vowel = |c: char| !matches!(c, 'b'..='d' | 'f'..='h' | 'j'..='n' | 'p'..='t' | 'v'..='x' | 'z' | 'đ');
    let onsets = both(&ONSETS).filter_map(|(one, other)| {
        let rest = syllable.strip_prefix(one)?;
        rest.starts_with(vowel).then(|| format!("{other}{rest}"))
    });
    let codas = both(&CODAS).filter_map(|(one, other)| {
        let rest = syllable.strip_suffix(one)?;
        rest.ends_with(vowel).then(|| format!("{rest}{other}"))
    });
    onsets.chain(codas).collect()
}
