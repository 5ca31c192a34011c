//! Kinds of administrative units.

use std::collections::HashMap;
use std::sync::LazyLock;

use baocao_vietnamese::bare;
use baocao_vietnamese::lexicon::key::words;
use baocao_vietnamese::lexicon::territories::{self, governed};

/// What kind of unit it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// `tỉnh`
    Province,
    /// `thành phố`, of the level of a province, or formerly of a district.
    City,
    /// `xã`
    Commune,
    /// `phường`
    Ward,
    /// `đặc khu`
    SpecialZone,
    /// `thị trấn`, until 30/6/2025.
    Township,
    /// `huyện`, until 30/6/2025.
    District,
    /// `quận`, until 30/6/2025.
    UrbanDistrict,
    /// `thị xã`, until 30/6/2025.
    Town,
    /// An organ of an office's own register.
    Organ,
}

/// The word for each kind as it is written before a name.
const WRITTEN: [(Kind, &str); 9] = [
    (Kind::Province, "tỉnh"),
    (Kind::City, "thành phố"),
    (Kind::Commune, "xã"),
    (Kind::Ward, "phường"),
    (Kind::SpecialZone, "đặc khu"),
    (Kind::Township, "thị trấn"),
    (Kind::District, "huyện"),
    (Kind::UrbanDistrict, "quận"),
    (Kind::Town, "thị xã"),
];

/// A kind, and the words of it after the first.
type Begun = (Kind, Vec<String>);

/// The same as the words of names, by the first of them.
static WORDS: LazyLock<HashMap<String, Vec<Begun>>> = LazyLock::new(|| {
    let mut all: HashMap<String, Vec<Begun>> = HashMap::new();
    for known in governed() {
        let bare = bare(known.name);
        for written in [known.name, &bare].into_iter().chain(known.short.iter().chain(&known.listed).copied()) {
            let mut words = words(written).into_iter();
            if let Some(first) = words.next() {
                all.entry(first).or_default().push((Kind::named(known), words.collect()));
            }
        }
    }
    all
});

impl Kind {
    /// One that the lexicon knows.
    pub(super) fn named(kind: &territories::TerritoryKind) -> Self {
        WRITTEN.iter().find(|(_, word)| *word == kind.name).map_or(Self::Organ, |(kind, _)| *kind)
    }

    /// The kind that the words of a name begin with, and how many of them say it.
    pub(super) fn of(name: &[String]) -> Option<(Self, usize)> {
        let (first, rest) = name.split_first()?;
        let fitting = WORDS.get(first)?.iter().filter(|(_, words)| rest.starts_with(words));
        fitting.map(|(kind, words)| (*kind, words.len() + 1)).max_by_key(|(_, count)| *count)
    }

    /// Whether a word is one that abbreviates a kind, such as the `P` of `P1`.
    pub(super) fn is_short(word: &str) -> bool {
        WORDS.get(word).is_some_and(|all| all.iter().any(|(_, words)| words.is_empty()))
    }

    /// The words for kinds as they are written before a name.
    pub(super) fn all_words() -> impl Iterator<Item = &'static str> {
        WRITTEN.iter().map(|(_, word)| *word)
    }

    /// The word as it is written before a name; empty for an organ.
    pub fn word(self) -> &'static str {
        WRITTEN.iter().find(|(kind, _)| *kind == self).map_or("", |(_, word)| word)
    }

    /// Whether it is of the level of a commune.
    pub fn is_commune(self) -> bool {
        matches!(self, Self::Commune | Self::Ward | Self::SpecialZone | Self::Township)
    }
}
