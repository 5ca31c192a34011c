//! Consistency: what is written in one way throughout.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::ops::Range;

use baocao_core::diagnostic::Finding;
use baocao_reading::Passage;

use crate::Texts;

/// Where something is written in one way.
pub(crate) type Places<'s> = Vec<(&'s Passage<'s>, Range<usize>)>;

/// The ways in which one thing is written, and where. Of two that are as common as each other the first in the order of
/// `W` is the usual one.
#[derive(Debug)]
pub(crate) struct Ways<'s, W> {
    ways: BTreeMap<W, Places<'s>>,
}

/// One thing that is written in several ways.
#[derive(Debug)]
pub(crate) struct Several<'s, W> {
    /// The way that the others should be, and its places.
    pub(crate) usual: (W, Places<'s>),
    /// The others, the most common first.
    pub(crate) rare: Vec<(W, Places<'s>)>,
}

impl<W> Default for Ways<'_, W> {
    fn default() -> Self {
        Self { ways: BTreeMap::new() }
    }
}

impl<'s, W: Ord> Ways<'s, W> {
    /// Notes one more place.
    pub(crate) fn add(&mut self, way: W, passage: &'s Passage<'s>, range: Range<usize>) {
        self.ways.entry(way).or_default().push((passage, range));
    }

    /// The ways, where there are several: the most common is the usual one.
    pub(crate) fn several(self) -> Option<Several<'s, W>> {
        let mut ways: Vec<_> = self.ways.into_iter().collect();
        ways.sort_by_key(|(_, places)| Reverse(places.len()));
        let mut ways = ways.into_iter();
        Several::of(ways.next()?, ways.collect())
    }

    /// The same where it is known which way is right, as soon as that one stands anywhere.
    pub(crate) fn beside(mut self, right: W) -> Option<Several<'s, W>> {
        let places = self.ways.remove(&right)?;
        let mut rare: Vec<_> = self.ways.into_iter().collect();
        rare.sort_by_key(|(_, places)| Reverse(places.len()));
        Several::of((right, places), rare)
    }
}

impl<'s, W> Several<'s, W> {
    fn of(usual: (W, Places<'s>), rare: Vec<(W, Places<'s>)>) -> Option<Self> {
        (!rare.is_empty()).then_some(Self { usual, rare })
    }

    /// Whether the usual way is more common than any other.
    pub(crate) fn is_clear(&self) -> bool {
        self.rare.iter().all(|(_, places)| places.len() < self.usual.1.len())
    }

    /// The places of the other ways, those of a more common one first.
    pub(crate) fn others(&self) -> impl Iterator<Item = (&W, &'s Passage<'s>, Range<usize>)> {
        let each = self.rare.iter().flat_map(|(way, places)| places.iter().map(move |place| (way, place)));
        each.map(|(way, (passage, range))| (way, *passage, range.clone()))
    }

    /// In how many places it is written otherwise.
    pub(crate) fn count(&self) -> usize {
        self.rare.iter().map(|(_, places)| places.len()).sum()
    }

    /// A finding for each of these places: `say` gives all but the place and what was found there, `mend` what should stand
    /// there, where one way is clearly the usual one.
    pub(crate) fn findings(
        &self,
        texts: &Texts<'_>,
        say: impl Fn(&W, &str) -> Finding,
        mend: impl Fn(&W, &str) -> Option<String>,
    ) -> Vec<Finding> {
        let is_clear = self.is_clear();
        let each = self.others().map(|(way, passage, range)| {
            let written = &passage.text[range.clone()];
            let finding = say(way, written);
            let found = finding.found.clone().unwrap_or_else(|| written.to_owned());
            let right = is_clear.then(|| mend(&self.usual.0, written)).flatten();
            let edits = right.map(|right| texts.edits(passage, &[(range.clone(), &right)]));
            finding.at(texts.place(passage, range)).found(found).edits(edits.unwrap_or_default())
        });
        each.collect()
    }
}

impl<W: Display> Several<'_, W> {
    /// The ways and how often each is used: `a (3), b (1)`.
    pub(crate) fn counted(&self) -> String {
        let all = std::iter::once(&self.usual).chain(&self.rare);
        all.map(|(way, places)| format!("{way} ({})", places.len())).collect::<Vec<_>>().join(", ")
    }
}

/// The words of some places, each once, five at most.
pub(crate) fn words<'s>(places: &Places<'s>) -> String {
    let mut words: Vec<&'s str> = Vec::new();
    for (passage, range) in places {
        let word = passage.small(range);
        if words.len() < 5 && !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(", ")
}
