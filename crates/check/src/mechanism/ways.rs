//! Consistency: what is written in one way throughout.

use std::collections::BTreeMap;
use std::ops::Range;

use baocao_reading::Passage;

/// Where something is written in one way.
pub(crate) type Places<'s> = Vec<(&'s Passage<'s>, Range<usize>)>;

/// The ways in which something is written.
#[derive(Debug, Default)]
pub(crate) struct Ways<'s> {
    ways: BTreeMap<String, Places<'s>>,
}

impl<'s> Ways<'s> {
    /// Notes one more place.
    pub(crate) fn add(&mut self, way: impl Into<String>, passage: &'s Passage<'s>, range: Range<usize>) {
        self.ways.entry(way.into()).or_default().push((passage, range));
    }

    /// The ways, where there are several: the most common first.
    pub(crate) fn several(self) -> Option<Vec<(String, Places<'s>)>> {
        let mut ways: Vec<_> = self.ways.into_iter().collect();
        ways.sort_by_key(|(_, places)| std::cmp::Reverse(places.len()));
        (ways.len() > 1).then_some(ways)
    }
}

/// The ways and how often each is used: `a (3), b (1)`.
pub(crate) fn counted(ways: &[(String, Places<'_>)]) -> String {
    let all: Vec<String> = ways.iter().map(|(way, places)| format!("{way} ({})", places.len())).collect();
    all.join(", ")
}
