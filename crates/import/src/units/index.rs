//! Units by their codes and their names.

use std::collections::HashMap;

use super::Kind;
use baocao_vietnamese::lexicon::key::{bare_key, words};

/// Where units stand in a list, by what they are written as.
#[derive(Debug, Default)]
pub(super) struct Index {
    codes: HashMap<String, usize>,
    /// The key of the name of each, without its kind.
    keys: Vec<String>,
    /// By the key of the name, without its kind.
    names: HashMap<String, Vec<usize>>,
    /// The same without marks.
    bare: HashMap<String, Vec<usize>>,
    /// The words of names without marks, each with the units whose names have it.
    parts: HashMap<String, Vec<usize>>,
}

impl Index {
    /// An index of codes and full names.
    pub(super) fn new<'a>(units: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut index = Self::default();
        for (at, (code, name)) in units.enumerate() {
            index.codes.entry(code_key(code)).or_insert(at);
            let words = words(name);
            index.add(&words, at);
            let kind = Kind::of(&words).map_or(0, |(_, count)| count);
            let own = if kind < words.len() { &words[kind..] } else { &words };
            index.add(own, at);
            let own = own.join(" ");
            bare_key(&own).split(' ').for_each(|part| note(&mut index.parts, part, at));
            index.keys.push(own);
        }
        index
    }

    /// Another name of a unit.
    pub(super) fn add(&mut self, words: &[String], at: usize) {
        let name = words.join(" ");
        note(&mut self.bare, &bare_key(&name), at);
        note(&mut self.names, &name, at);
    }

    /// The unit of a code.
    pub(super) fn code(&self, code: &str) -> Option<usize> {
        self.codes.get(&code_key(code)).copied()
    }

    /// The key of the name of a unit, without its kind.
    pub(super) fn key(&self, at: usize) -> &str {
        self.keys.get(at).map_or("", String::as_str)
    }

    /// The units of a name.
    pub(super) fn named(&self, key: &str) -> &[usize] {
        self.names.get(key).map_or(&[], Vec::as_slice)
    }

    /// The units of a name without marks.
    pub(super) fn bare(&self, key: &str) -> &[usize] {
        self.bare.get(key).map_or(&[], Vec::as_slice)
    }

    /// The units whose names have a word in common with a name, marks apart; each once, in order.
    pub(super) fn akin(&self, key: &str) -> Vec<usize> {
        let bare = bare_key(key);
        let parts = bare.split(' ').filter_map(|part| self.parts.get(part));
        let mut found: Vec<usize> = parts.flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Notes a unit under a key, once.
fn note(map: &mut HashMap<String, Vec<usize>>, key: &str, at: usize) {
    match map.get_mut(key) {
        Some(known) if known.last() == Some(&at) => {}
        Some(known) => known.push(at),
        None => drop(map.insert(key.to_owned(), vec![at])),
    }
}

/// Ids of organs are written in capitals and small letters.
fn code_key(code: &str) -> String {
    code.trim().to_ascii_lowercase()
}
