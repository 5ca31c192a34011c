//! The words of two syllables, and the names of agencies and posts, from their lists.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::Gap;
use crate::lexicon::lines;
use crate::small;

const WORDS: &str = include_str!("../../data/compounds.txt");
const NAMES: &str = include_str!("../../data/names.txt");

/// A name: its words in small letters, and what may happen after each of them; after the last where another name follows.
pub(super) struct Name {
    pub(super) words: Vec<String>,
    pub(super) gaps: Vec<Gap>,
}

/// What both lists hold.
pub(super) struct Known {
    /// Words of two syllables and more, those of names included.
    compounds: HashSet<String>,
    /// Names by their first words, the longest first.
    names: HashMap<String, Vec<Name>>,
}

impl Known {
    pub(super) fn get() -> &'static Self {
        static KNOWN: LazyLock<Known> = LazyLock::new(Known::read);
        &KNOWN
    }

    /// Whether two syllables, or more, are a compound.
    pub(super) fn is_compound(&self, syllables: &str) -> bool {
        self.compounds.contains(&usual(syllables))
    }

    /// The names that begin with a word.
    pub(super) fn names(&self, first: &str) -> &[Name] {
        self.names.get(&usual(first)).map_or(&[], Vec::as_slice)
    }

    fn read() -> Self {
        // A line of the list may end inside a pair.
        let listed = usual(&lines(WORDS).collect::<Vec<_>>().join(" ").replace(',', ""));
        let (long, syllables): (Vec<&str>, Vec<&str>) =
            listed.split_whitespace().partition(|syllables| syllables.contains('_'));
        let pairs = syllables.chunks(2).map(|pair| pair.join(" "));
        let mut compounds: HashSet<String> = pairs.chain(long.iter().map(|word| word.replace('_', " "))).collect();
        let mut names: HashMap<String, Vec<Name>> = HashMap::new();
        for line in lines(NAMES) {
            let line = usual(line);
            let pairs =
                line.split(' ').filter(|word| word.matches('_').count() == 1).map(|word| word.replace('_', " "));
            compounds.extend(pairs.map(|pair| pair.trim_end_matches(',').to_owned()));
            let name = Name::read(&line);
            if let Some(first) = name.words.first() {
                names.entry(first.clone()).or_default().push(name);
            }
        }
        names.values_mut().for_each(|names| names.sort_by_key(|name| std::cmp::Reverse(name.words.len())));
        Self { compounds, names }
    }
}

impl Name {
    fn read(line: &str) -> Self {
        let mut name = Self { words: Vec::new(), gaps: Vec::new() };
        // What stands between the word before and the next one.
        let mut before = None;
        for token in line.split(' ') {
            if token == "/" {
                before = Some(Gap::Turn);
                continue;
            }
            // A line begins with no hyphen.
            name.gaps.extend(before.map(|before| if token == "-" { Gap::Keep } else { before }));
            let count = token.split('_').count();
            name.words.extend(token.split('_').map(str::to_owned));
            name.gaps.extend(std::iter::repeat_n(Gap::Keep, count - 1));
            before = Some(if token == "-" { Gap::Keep } else { Gap::Free });
        }
        name.gaps.extend(before.filter(|after| *after == Gap::Turn));
        name
    }
}

/// A text in small letters with tone marks of one custom, `hoà` and not `hòa`, byte for byte as long as it was.
pub(super) fn usual(text: &str) -> String {
    const CUSTOMS: [(&str, &str); 15] = [
        ("òa", "oà"),
        ("ỏa", "oả"),
        ("õa", "oã"),
        ("óa", "oá"),
        ("ọa", "oạ"),
        ("òe", "oè"),
        ("ỏe", "oẻ"),
        ("õe", "oẽ"),
        ("óe", "oé"),
        ("ọe", "oẹ"),
        ("ùy", "uỳ"),
        ("ủy", "uỷ"),
        ("ũy", "uỹ"),
        ("úy", "uý"),
        ("ụy", "uỵ"),
    ];
    let small = small(text);
    // Most words have none of these letters, and need not be searched for each of the pairs.
    if !small.contains(['ò', 'ỏ', 'õ', 'ó', 'ọ', 'ù', 'ủ', 'ũ', 'ú', 'ụ']) {
        return small;
    }
    CUSTOMS.iter().fold(small, |text, (from, to)| if text.contains(from) { text.replace(from, to) } else { text })
}
