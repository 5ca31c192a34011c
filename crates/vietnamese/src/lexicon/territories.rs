//! Kinds of territories, from `data/territories.txt`.

use std::sync::LazyLock;

use super::lines;

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
pub struct Kind {
    /// Its level.
    pub level: Level,
    /// Its name in small letters.
    pub name: &'static str,
    /// Short forms of it that stand before a name.
    pub short: Vec<&'static str>,
}

static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(|| {
    let mut kinds: Vec<Kind> = lines(include_str!("../../data/territories.txt")).filter_map(Kind::read).collect();
    // `thị xã` before `xã`.
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.name.split(' ').count()));
    kinds
});

impl Kind {
    fn read(line: &'static str) -> Option<Self> {
        let mut columns = line.split('|').map(str::trim);
        let level = match columns.next()? {
            "province" => Level::Province,
            "district" => Level::District,
            "commune" => Level::Commune,
            _ => Level::Part,
        };
        let name = columns.next()?;
        let short = columns.next().unwrap_or_default().split(", ").filter(|short| !short.is_empty()).collect();
        Some(Self { level, name, short })
    }
}

/// All kinds; those of more syllables come first.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    KINDS.iter()
}

/// Those that have a people's committee.
pub fn governed() -> impl Iterator<Item = &'static Kind> {
    kinds().filter(|kind| kind.level != Level::Part)
}
