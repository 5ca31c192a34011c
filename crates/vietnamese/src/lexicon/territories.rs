//! Kinds of territories, from `data/territories.txt`.

use std::sync::LazyLock;

use super::lines;
use crate::letters::is_small_of;
use crate::small;

/// The level of a territory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Provinces and cities of their rank.
    Province,
    /// Districts, which are no more since 01/7/2025. A city may be of this rank too.
    District,
    /// Communes.
    Commune,
    /// Parts of communes.
    Part,
}

/// A kind of territories.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TerritoryKind {
    /// Its level.
    pub level: Level,
    /// Its name in small letters.
    pub name: &'static str,
    /// Short forms of it that stand before a name.
    pub short: Vec<&'static str>,
    /// Short forms that only lists of units use.
    pub listed: Vec<&'static str>,
}

static KINDS: LazyLock<Vec<TerritoryKind>> = LazyLock::new(|| {
    let mut kinds: Vec<TerritoryKind> =
        lines(include_str!("../../data/territories.txt")).filter_map(TerritoryKind::read).collect();
    // `thị xã` before `xã`.
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.name.split(' ').count()));
    kinds
});

impl TerritoryKind {
    fn read(line: &'static str) -> Option<Self> {
        let mut columns = line.split('|').map(str::trim);
        let level = match columns.next()? {
            "province" => Level::Province,
            "district" => Level::District,
            "commune" => Level::Commune,
            _ => Level::Part,
        };
        let name = columns.next()?;
        let mut forms = || columns.next().unwrap_or_default().split(", ").filter(|form| !form.is_empty()).collect();
        Some(Self { level, name, short: forms(), listed: forms() })
    }
}

/// All kinds; those of more syllables come first.
pub fn kinds() -> impl Iterator<Item = &'static TerritoryKind> {
    KINDS.iter()
}

/// Those that have a people's committee.
pub fn governed() -> impl Iterator<Item = &'static TerritoryKind> {
    kinds().filter(|kind| kind.level != Level::Part)
}

/// Whether a word in small letters is one that stands before the names of places: `thị xã`, `tp.`.
pub(crate) fn is_kind(word: &str) -> bool {
    kinds().any(|kind| kind.name == word || kind.short.iter().any(|short| short.contains('.') && small(short) == word))
}

/// The kind that the full name of a unit begins with: `Phường Ba Đình`.
pub(crate) fn of_name(name: &str) -> Option<&'static TerritoryKind> {
    let begun = |kind: &&TerritoryKind| {
        let (begin, rest) = name.split_at_checked(kind.name.len())?;
        rest.starts_with(' ').then(|| is_small_of(kind.name, begin))
    };
    governed().find(|kind| begun(kind) == Some(true))
}
