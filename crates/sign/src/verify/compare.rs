//! Whether two views of a file show the same: not the same bytes, but objects that say the same, however deep.

use std::rc::Rc;

use crate::file::{Dict, Id, Map, Object, Page, Set, Spot, Stream, View};

/// What it costs to compare two values, where to read a byte is one.
const STEP: usize = 16;

/// What programs note about an object, and nothing shows.
const NOTED: [&str; 3] = ["Metadata", "PieceInfo", "LastModified"];
/// How a stream is packed.
const PACKED: [&str; 5] = ["Length", "Filter", "DecodeParms", "F", "DP"];

/// Two views, the earlier first.
#[derive(Debug)]
pub(super) struct Compare<'c, 'f, 'a> {
    pub(super) before: &'c View<'f, 'a>,
    pub(super) after: &'c View<'f, 'a>,
    /// Pages by their objects, from 0: a page is the same as that of the same number, and is compared by itself.
    pages: [Map<Id, usize>; 2],
    /// What pages show besides their content, which is compared by itself, too.
    notes: [Set<Id>; 2],
    /// Whether what is gone later counts as the same: right for what no page shows.
    forgives: bool,
    /// Pairs that say the same, and those that do where what is gone counts as the same.
    same: [Set<(Spot, Spot)>; 2],
}

type Pairs = Vec<(Id, Id)>;

impl<'c, 'f, 'a> Compare<'c, 'f, 'a> {
    pub(super) fn new(
        [before, after]: [&'c View<'f, 'a>; 2],
        pages: [&[Page]; 2],
        notes: [&[(usize, Object)]; 2],
    ) -> Self {
        let numbers =
            |pages: &[Page]| pages.iter().enumerate().filter_map(|(index, page)| Some((page.id?, index))).collect();
        let notes = notes.map(|notes| notes.iter().filter_map(|(_, note)| note.reference()).collect());
        Self { before, after, pages: pages.map(numbers), notes, forgives: false, same: Default::default() }
    }

    /// Whether two objects say the same, with all that they refer to.
    pub(super) fn equal(&mut self, before: &Object, after: &Object) -> bool {
        self.within(|compare, open| compare.alike(before, after, open))
    }

    /// Whether two dictionaries say the same but for some keys.
    pub(super) fn equal_but(&mut self, before: &Dict, after: &Dict, but: &[&str]) -> bool {
        self.within(|compare, open| compare.dicts(before, after, but, open))
    }

    /// Whether what stands under a key says the same.
    pub(super) fn equal_entry(&mut self, before: &Dict, after: &Dict, key: &str) -> bool {
        let null = Object::Null;
        self.equal(before.get(key).unwrap_or(&null), after.get(key).unwrap_or(&null))
    }

    /// The same, where what is gone later counts as the same.
    pub(super) fn equal_or_gone(&mut self, before: &Dict, after: &Dict, but: &[&str]) -> bool {
        self.forgives = true;
        let same = self.equal_but(before, after, but);
        self.forgives = false;
        same
    }

    /// Compares something, and then all pairs to which that led.
    fn within(&mut self, first: impl FnOnce(&mut Self, &mut Pairs) -> bool) -> bool {
        let mut open = Vec::new();
        let mut assumed: Set<(Spot, Spot)> = Set::default();
        if !first(self, &mut open) {
            return false;
        }
        while let Some((before, after)) = open.pop() {
            let spots = (self.before.spot(before), self.after.spot(after));
            let pair = match spots {
                (None, None) => continue,
                (Some(_), None) if self.forgives => continue,
                (Some(before), Some(after)) => (before, after),
                _ => {
                    // No object is the same as one that is nothing.
                    let null = |object: Result<Rc<Object>, _>| matches!(object.as_deref(), Ok(Object::Null));
                    if null(self.before.object(before)) && null(self.after.object(after)) {
                        continue;
                    }
                    return false;
                }
            };
            let is_known = self.same[0].contains(&pair) || self.forgives && self.same[1].contains(&pair);
            if is_known || !assumed.insert(pair) {
                continue;
            }
            let same = match (self.before.object(before), self.after.object(after)) {
                (Ok(before), Ok(after)) => self.alike(&before, &after, &mut open),
                // What cannot be read, and was not touched.
                (Err(_), Err(_)) => pair.0 == pair.1,
                _ => false,
            };
            if !same {
                return false;
            }
        }
        self.same[usize::from(self.forgives)].extend(assumed);
        true
    }

    fn alike(&mut self, before: &Object, after: &Object, open: &mut Pairs) -> bool {
        if !self.before.file.spend(STEP) {
            return false;
        }
        match (before, after) {
            (_, Object::Null) if self.forgives => true,
            (Object::Ref(before), Object::Ref(after)) => self.references(*before, *after, open),
            (Object::Ref(_), _) => match self.before.get(before) {
                Ok(before) => self.alike(&before, after, open),
                Err(_) => false,
            },
            (_, Object::Ref(_)) => match self.after.get(after) {
                Ok(after) => self.alike(before, &after, open),
                Err(_) => false,
            },
            (Object::Array(before), Object::Array(after)) => {
                before.len() == after.len()
                    && before.iter().zip(after).all(|(before, after)| self.alike(before, after, open))
            }
            (Object::Dict(before), Object::Dict(after)) => self.dicts(before, after, &[], open),
            (Object::Stream(before), Object::Stream(after)) => self.streams(before, after, open),
            (Object::Int(_) | Object::Real(_), _) => before.number() == after.number(),
            _ => before == after,
        }
    }

    fn references(&self, before: Id, after: Id, open: &mut Pairs) -> bool {
        let page = (self.pages[0].get(&before), self.pages[1].get(&after));
        if page != (None, None) {
            return page.0 == page.1;
        }
        let note = (self.notes[0].contains(&before), self.notes[1].contains(&after));
        if note != (false, false) {
            return note.1 && before == after;
        }
        open.push((before, after));
        true
    }

    fn dicts(&mut self, before: &Dict, after: &Dict, but: &[&str], open: &mut Pairs) -> bool {
        let is_ambiguous = before.ambiguous();
        if std::ptr::eq(before, after) && !is_ambiguous {
            // One that stands at one place in both views: only what it refers to may be another.
            return before
                .0
                .iter()
                .filter(|(key, _)| counts(key, but))
                .all(|(_, value)| self.alike(value, value, open));
        }
        if is_ambiguous != after.ambiguous() {
            return false;
        }
        let null = Object::Null;
        for (key, value) in before.0.iter().filter(|(key, _)| counts(key, but)) {
            let other = after.0.iter().find(|(other, _)| other == key).map_or(&null, |(_, value)| value);
            if !self.alike(value, other, open) {
                return false;
            }
        }
        let is_new = |key: &[u8]| !before.0.iter().any(|(other, _)| other == key);
        let mut added = after.0.iter().filter(|(key, _)| counts(key, but) && is_new(key));
        added.all(|(_, value)| self.alike(&null, value, open))
    }

    fn streams(&mut self, before: &Stream, after: &Stream, open: &mut Pairs) -> bool {
        let (Ok(one), Ok(other)) = (self.before.data(before), self.after.data(after)) else {
            // What cannot be read, and was not touched.
            return before.start == after.start && before.dict == after.dict;
        };
        let bytes = self.before.file.bytes;
        if one == other || bytes.get(one) == bytes.get(other) {
            let lengths = ["Length"];
            return self.dicts(&before.dict, &after.dict, &lengths, open);
        }
        match (self.before.unpacked(before), self.after.unpacked(after)) {
            (Ok(Some(one)), Ok(Some(other))) => one == other && self.dicts(&before.dict, &after.dict, &PACKED, open),
            _ => false,
        }
    }
}

/// Whether what stands under a key of a dictionary is compared.
fn counts(key: &[u8], but: &[&str]) -> bool {
    !NOTED.iter().chain(but).any(|other| other.as_bytes() == key)
}
