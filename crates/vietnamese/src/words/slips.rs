//! Words that are often mistyped as other good syllables, and whose wrong form means nothing else.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use crate::lexicon::lines;

/// No slip has more words.
pub const LONGEST_SLIP: usize = 4;

/// The wrong words by their first syllable, each with the right one.
type Slips = HashMap<&'static str, Vec<(Vec<&'static str>, &'static str)>, RandomState>;

static SLIPS: LazyLock<Slips> = LazyLock::new(|| {
    let mut slips = Slips::default();
    let pairs = lines(include_str!("../../data/slips.txt")).filter_map(|line| line.split_once(": "));
    for (right, wrong) in pairs {
        for wrong in wrong.split("; ") {
            let mut syllables = wrong.split(' ');
            if let Some(first) = syllables.next() {
                slips.entry(first).or_default().push((syllables.collect(), right));
            }
        }
    }
    slips
});

/// The slip with which some words in small letters begin: how many of them, and what is right.
///
/// ```
/// use baocao_vietnamese::words::slip;
/// assert_eq!(slip(&["sử", "lý", "hồ", "sơ"]), Some((2, "xử lý")));
/// assert_eq!(slip(&["xử", "lý"]), None);
/// ```
pub fn slip<W: AsRef<str>>(words: &[W]) -> Option<(usize, &'static str)> {
    let (first, follows) = words.split_first()?;
    let (rest, right) = SLIPS.get(first.as_ref())?.iter().find(|(rest, _)| {
        follows.len() >= rest.len() && rest.iter().zip(follows).all(|(syllable, word)| *syllable == word.as_ref())
    })?;
    Some((1 + rest.len(), right))
}
