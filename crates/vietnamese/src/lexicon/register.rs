//! The administrative units of Vietnam, those since 01/7/2025 and those before, from `data/units/`, which says where they are
//! from. They are read when the first is asked for.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use super::key::key;
use super::territories::{Level, TerritoryKind, of_name};

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its code: two digits of a province, three of a district, five of a commune.
    pub code: &'static str,
    /// Its full name: `Phường Ba Đình`.
    pub name: &'static str,
    /// What it is.
    pub kind: &'static TerritoryKind,
    /// The code of the province that it lies in, or that it is.
    pub province: &'static str,
    /// The code of its district; empty of provinces and districts, and since 01/7/2025.
    pub district: &'static str,
    /// The codes of those that it became; the one that took most of it comes first. Nothing of a unit of today.
    pub became: Vec<&'static str>,
}

impl Unit {
    /// Its name without the word for its kind.
    pub fn own_name(&self) -> &'static str {
        self.name.get(self.kind.name.len()..).unwrap_or_default().trim_start()
    }

    /// Its level.
    pub fn level(&self) -> Level {
        match self.code.len() {
            2 => Level::Province,
            3 => Level::District,
            _ => Level::Commune,
        }
    }
}

/// The units since 01/7/2025: each province, then its communes.
pub fn now() -> &'static [Unit] {
    static NOW: LazyLock<Vec<Unit>> = LazyLock::new(|| {
        let mut province = "";
        let lines = include_str!("../../data/units/now.tsv").lines().filter_map(|line| line.split_once('\t'));
        let units = lines.filter_map(|(code, name)| {
            if code.len() == 2 {
                province = code;
            }
            Some(Unit { code, name, kind: of_name(name)?, province, district: "", became: Vec::new() })
        });
        units.collect()
    });
    &NOW
}

/// The units until 30/6/2025: each province, then its districts, each with its communes.
pub fn former() -> &'static [Unit] {
    static FORMER: LazyLock<Vec<Unit>> = LazyLock::new(|| {
        let (mut province, mut district) = ("", "");
        let mut units: Vec<Unit> = Vec::new();
        // Where the district stands that the next communes belong to.
        let mut above = 0;
        for line in include_str!("../../data/units/former.tsv").lines() {
            let mut cells = line.split('\t');
            let (code, name) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
            let new = cells.next().unwrap_or_default().split(' ').filter(|new| !new.is_empty());
            let became: Vec<&'static str> = new.collect();
            let Some(kind) = of_name(name) else { continue };
            match code.len() {
                2 => (province, district) = (code, ""),
                3 => (district, above) = (code, units.len()),
                _ => {
                    if let Some(above) = units.get_mut(above) {
                        // A district became what its communes became.
                        let new = became.iter().filter(|new| !above.became.contains(new)).copied().collect::<Vec<_>>();
                        above.became.extend(new);
                    }
                }
            }
            let district = if code.len() == 5 { district } else { "" };
            units.push(Unit { code, name, kind, province, district, became });
        }
        units
    });
    &FORMER
}

/// All units of a time before or after 01/7/2025.
pub fn all() -> impl Iterator<Item = &'static Unit> {
    now().iter().chain(former())
}

/// Units by the key of a name.
type ByName = HashMap<String, Vec<&'static Unit>, RandomState>;

/// All units of a full name, however it is spelt (`xã Hoà Mỹ`, `Xã Hòa Mĩ`): those of today, and those of before.
///
/// ```
/// use baocao_vietnamese::lexicon::register::named;
/// let (now, former) = named("phường Ba Đình");
/// assert_eq!((now.len(), former.len()), (1, 2));
/// assert!(named("phường Ba Đinh").0.is_empty());
/// ```
pub fn named(name: &str) -> (Vec<&'static Unit>, Vec<&'static Unit>) {
    static NAMED: LazyLock<ByName> = LazyLock::new(|| {
        let mut named = ByName::with_capacity_and_hasher(all().count(), RandomState::default());
        // Names are made of a few thousand words: each is brought into its form once.
        let mut words: HashMap<&str, String, RandomState> = HashMap::default();
        for unit in all() {
            let mut name = String::with_capacity(2 * unit.name.len());
            for word in unit.name.split(' ') {
                let word = words.entry(word).or_insert_with(|| key(word));
                if !name.is_empty() && !word.is_empty() {
                    name.push(' ');
                }
                name.push_str(word);
            }
            named.entry(name).or_default().push(unit);
        }
        named
    });
    let known = NAMED.get(&key(name)).map_or(&[][..], Vec::as_slice);
    known.iter().partition(|unit| unit.became.is_empty())
}
