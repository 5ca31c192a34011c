//! Condition: what is explained before it is used.

use std::collections::HashMap;
use std::hash::Hash;

use foldhash::fast::RandomState;

/// Where things are first used and first explained; `P` is a place in the order of reading.
#[derive(Debug)]
pub(crate) struct Explained<K, P> {
    things: HashMap<K, First<P>, RandomState>,
}

/// The first use of a thing, and its first explanation.
#[derive(Debug)]
struct First<P> {
    used: Option<P>,
    explained: Option<P>,
}

impl<K, P> Default for Explained<K, P> {
    fn default() -> Self {
        Self { things: HashMap::default() }
    }
}

impl<K: Hash + Eq, P: Ord> Explained<K, P> {
    /// Notes a use.
    pub(crate) fn uses(&mut self, thing: K, at: P) {
        earlier(&mut self.first(thing).used, at);
    }

    /// Notes an explanation.
    pub(crate) fn explains(&mut self, thing: K, at: P) {
        earlier(&mut self.first(thing).explained, at);
    }

    /// Whether a thing is explained anywhere.
    pub(crate) fn is_explained(&self, thing: &K) -> bool {
        self.things.get(thing).is_some_and(|first| first.explained.is_some())
    }

    /// The things that are explained.
    pub(crate) fn explained(&self) -> impl Iterator<Item = &K> {
        self.things.iter().filter(|(_, first)| first.explained.is_some()).map(|(thing, _)| thing)
    }

    /// Whether a thing is used before it is explained; nothing of what is not used or not explained.
    pub(crate) fn is_late(&self, thing: &K) -> Option<bool> {
        let First { used, explained } = self.things.get(thing)?;
        Some(used.as_ref()? < explained.as_ref()?)
    }

    fn first(&mut self, thing: K) -> &mut First<P> {
        self.things.entry(thing).or_insert(First { used: None, explained: None })
    }
}

/// Keeps the earlier of two places.
fn earlier<P: Ord>(known: &mut Option<P>, at: P) {
    if known.as_ref().is_none_or(|known| at < *known) {
        *known = Some(at);
    }
}
