//! Common words of two syllables, and what was meant where the marks are others: `giao dục` is `giáo dục`.
//!
//! The letters of a common word without its marks are seldom those of another. They may be, where two words meet
//! (`phổ biến pháp luật` beside `biện pháp`), so nothing is said where the first syllable ends words or stands alone and
//! the second begins words or stands alone.

mod confused;
mod known;
mod slips;
mod usual;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use super::lexicon::lines;
use super::lexicon::lists::syllables;
use super::spelling::fault;
use super::syllable::letters;
use super::{bare, small};

pub use confused::confused;
pub use known::{Standing, canonical, is_word, meant_beside, standing};
pub use slips::{LONGEST_SLIP, slip};
pub use usual::meant_usual;

/// The number of a syllable without its marks.
type Key = u16;

type Map<K, V> = HashMap<K, V, RandomState>;
type Set = HashSet<&'static str, RandomState>;

/// What is known of words.
#[derive(Default)]
struct Words {
    keys: Map<String, Key>,
    /// The words that are written with the letters of two syllables.
    known: Map<(Key, Key), Vec<[&'static str; 2]>>,
    /// Syllables that end words or are words.
    ends: Set,
    /// Syllables that begin words or are words.
    begins: Set,
}

/// Words of two syllables, and others that differ from one of them in marks only.
const COMMON: &str = include_str!("../../data/common.txt");

/// The common words.
fn common() -> impl Iterator<Item = [&'static str; 2]> {
    let words = lines(COMMON).flat_map(|line| line.split(','));
    words.filter_map(|word| word.trim().split_once(' ').map(|(first, second)| [first, second]))
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::default();
    for [first, second] in common() {
        let key = (words.key(first), words.key(second));
        words.known.entry(key).or_default().push([first, second]);
        words.begins.insert(first);
        words.ends.insert(second);
    }
    words.ends.extend(syllables("ends").chain(syllables("free")));
    words.begins.extend(syllables("begins").chain(syllables("free")));
    words
});

impl Words {
    fn key(&mut self, syllable: &str) -> Key {
        let next = Key::try_from(self.keys.len()).unwrap_or(Key::MAX);
        *self.keys.entry(bare(syllable)).or_insert(next)
    }
}

/// Whether a syllable stands inside words alone: it is bound, or begins or ends common words and is no word of its own.
pub fn is_part(syllable: &str) -> bool {
    let common = WORDS.begins.contains(syllable) || WORDS.ends.contains(syllable);
    common && !syllables("free").any(|free| free == syllable)
        || standing(syllable) == Standing::Bound
        || usual::is_bound(syllable)
}

/// Reads the syllables of texts; what it knows of one it does not look up again.
#[derive(Debug, Default)]
pub struct Reader<'t> {
    seen: Map<&'t str, (Option<Key>, Standing)>,
}

impl<'t> Reader<'t> {
    /// The common word that was meant by two syllables in small letters; nothing where they may be right.
    ///
    /// ```
    /// use baocao_vietnamese::words::Reader;
    /// let mut reader = Reader::default();
    /// assert_eq!(reader.meant("giao", "dục"), Some("giáo dục".to_owned()));
    /// assert_eq!(reader.meant("giáo", "dục"), None);
    /// assert_eq!(reader.meant("có", "quan"), None);
    /// ```
    pub fn meant(&mut self, first: &'t str, second: &'t str) -> Option<String> {
        let first = (first, self.look(first).0?);
        let second = (second, self.look(second).0?);
        meant(first, second)
    }

    /// What was meant by two syllables, and what is known of the first of them.
    pub fn read(&mut self, first: &'t str, second: &'t str) -> (Option<String>, Standing) {
        let (key, standing) = self.look(first);
        let keys = key.and_then(|key| Some((key, self.look(second).0?)));
        (keys.and_then(|(one, two)| meant((first, one), (second, two))), standing)
    }

    /// What is known of a syllable in small letters.
    pub fn standing(&mut self, syllable: &'t str) -> Standing {
        self.look(syllable).1
    }

    fn look(&mut self, syllable: &'t str) -> (Option<Key>, Standing) {
        let of_lists = || WORDS.ends.contains(syllable) || WORDS.begins.contains(syllable);
        let look = || if of_lists() { Standing::Free } else { standing(syllable) };
        *self.seen.entry(syllable).or_insert_with(|| (WORDS.keys.get(&bare(syllable)).copied(), look()))
    }
}

/// The common word that was meant by two syllables, each with its number.
fn meant((first, one): (&str, Key), (second, two): (&str, Key)) -> Option<String> {
    let known = WORDS.known.get(&(one, two))?;
    if known.iter().any(|word| same(word[0], first) && same(word[1], second)) {
        return None;
    }
    let ends = WORDS.ends.contains(first);
    let begins = WORDS.begins.contains(second);
    let [one, two] = known.iter().min_by_key(|word| differing(word[0], first) + differing(word[1], second))?;
    let both = !same(one, first) && !same(two, second);
    // What has marks that no syllable has is told as such.
    let misspelt = || fault(first).is_some() || fault(second).is_some();
    if ends && begins || both && (ends || begins) || misspelt() {
        return None;
    }
    Some(format!("{one} {two}"))
}

/// Syllables that stand in words alone in reports, each with the one that was meant elsewhere.
static SELDOM: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let pairs: Vec<&str> = syllables("seldom alone").collect();
    pairs.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
});

/// What was meant by a syllable that reports have in its words alone, where it stands in none of them.
///
/// ```
/// use baocao_vietnamese::words::meant_alone;
/// assert_eq!(meant_alone(Some("chậm"), "sẻ", Some("được")), Some("sẽ"));
/// assert_eq!(meant_alone(Some("chia"), "sẻ", Some("được")), None);
/// ```
pub fn meant_alone(before: Option<&str>, syllable: &str, after: Option<&str>) -> Option<&'static str> {
    let (_, right) = SELDOM.iter().find(|(seldom, _)| *seldom == syllable)?;
    let either = |one: &str, other: &str| is_word(one, other) || is_word(other, one);
    let own =
        before.is_some_and(|before| either(before, syllable)) || after.is_some_and(|after| either(syllable, after));
    (!own).then_some(*right)
}

/// Whether syllables are one, wherever their tone mark stands: `hóa`, `hoá`.
fn same(one: &str, other: &str) -> bool {
    let alike = |(a, b): (String, Vec<_>), (c, d): (String, Vec<_>)| {
        let tone = |tones: &[(usize, super::syllable::Tone)]| tones.iter().map(|(_, tone)| *tone).collect::<Vec<_>>();
        a == c && tone(&b) == tone(&d)
    };
    one == other || alike(letters(one), letters(other))
}

/// In how many letters syllables differ.
fn differing(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).filter(|(a, b)| a != b).count() + one.chars().count().abs_diff(other.chars().count())
}

/// The first misspelt word of a short text, and what was meant.
pub fn misspelt(text: &str) -> Option<(String, String)> {
    let end = |word: &str| word.trim_end_matches([',', '.', ';', ':', ')']).len();
    let smalls = small(text);
    let words: Vec<&str> = smalls.split(' ').collect();
    let is_name = |word: usize| text.split(' ').nth(word).is_some_and(|word| word.starts_with(char::is_uppercase));
    let mut reader = Reader::default();
    (0..words.len()).find_map(|at| {
        // A sign ends what belongs together.
        let run = words[at..].iter().take(LONGEST_SLIP).position(|word| end(word) < word.len());
        let run: Vec<&str> = words[at..].iter().take(run.map_or(LONGEST_SLIP, |last| last + 1)).copied().collect();
        let run: Vec<&str> = run.iter().map(|word| &word[..end(word)]).collect();
        if let Some((count, right)) = slip(&run) {
            return Some((run[..count].join(" "), right.to_owned()));
        }
        let [first, second] = run.first_chunk()?;
        if is_name(at + 1) {
            return None;
        }
        Some((format!("{first} {second}"), reader.meant(first, second)?))
    })
}
