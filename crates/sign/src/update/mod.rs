//! Changes of a PDF file as an incremental update (ISO 32000-1, 7.5.6): the bytes that are there stay, what is new or
//! changed is written behind them.

mod base;
mod text;
mod write;

pub use base::opened;
pub(crate) use base::{Base, MOST_UNPACKED};
pub(crate) use write::packed;

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId};

/// Nodes above a page.
const MOST_NODES: usize = 64;

/// What is new or changed in a file.
pub(crate) struct Update<'a> {
    pub(crate) base: &'a Base<'a>,
    objects: BTreeMap<ObjectId, Object>,
    /// Objects that are written as they are given, byte for byte, and never compressed.
    plain: BTreeMap<ObjectId, Vec<u8>>,
    next: u32,
}

impl<'a> Update<'a> {
    /// Nothing changed yet.
    pub(crate) fn new(base: &'a Base<'a>) -> Self {
        Self { base, objects: BTreeMap::new(), plain: BTreeMap::new(), next: base.size() }
    }

    /// Adds an object.
    pub(crate) fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        let id = self.reserve();
        self.objects.insert(id, object.into());
        id
    }

    /// A number for an object that is given later.
    pub(crate) fn reserve(&mut self) -> ObjectId {
        let id = (self.next, 0);
        self.next = self.next.saturating_add(1);
        id
    }

    /// Gives an object, new or in the place of one that is there.
    pub(crate) fn set(&mut self, id: ObjectId, object: impl Into<Object>) {
        self.objects.insert(id, object.into());
    }

    /// Gives an object that is written byte for byte as it is, never compressed.
    pub(crate) fn set_plain(&mut self, id: ObjectId, body: Vec<u8>) {
        self.plain.insert(id, body);
    }

    /// An object as it is by now.
    pub(crate) fn get(&self, id: ObjectId) -> Option<&Object> {
        self.objects.get(&id).or_else(|| self.base.get(id))
    }

    /// What stands behind a reference, or the object itself.
    pub(crate) fn resolved<'b>(&'b self, mut object: &'b Object) -> Option<&'b Object> {
        for _ in 0..base::MOST_REFERENCES {
            match object {
                Object::Reference(id) => object = self.get(*id)?,
                other => return Some(other),
            }
        }
        None
    }

    /// An entry of a dictionary, behind its reference.
    pub(crate) fn entry<'b>(&'b self, dictionary: &'b Dictionary, key: &str) -> Option<&'b Object> {
        self.resolved(dictionary.get(key.as_bytes()).ok()?)
    }

    /// An entry of a page or of one of the nodes above it.
    pub(crate) fn inherited<'b>(&'b self, page: &'b Dictionary, key: &str) -> Option<&'b Object> {
        let mut node = page;
        for _ in 0..MOST_NODES {
            if let Some(found) = self.entry(node, key) {
                return Some(found);
            }
            node = self.entry(node, "Parent")?.as_dict().ok()?;
        }
        None
    }

    /// A dictionary as it is by now.
    pub(crate) fn dictionary(&self, id: ObjectId) -> Option<&Dictionary> {
        self.get(id)?.as_dict().ok()
    }

    /// A dictionary to be changed.
    pub(crate) fn edit(&mut self, id: ObjectId) -> Option<&mut Dictionary> {
        self.edit_object(id)?.as_dict_mut().ok()
    }

    /// The object in an entry, to be changed where it stands: in the dictionary or behind its reference. Where there is
    /// none, `new` is put into the dictionary.
    pub(crate) fn edit_entry(&mut self, id: ObjectId, key: &str, new: Object) -> Option<&mut Object> {
        let found = self.dictionary(id)?.get(key.as_bytes()).ok();
        let is_there = found.and_then(|found| self.resolved(found)).is_some_and(|object| !object.is_null());
        match found {
            Some(Object::Reference(target)) if is_there => {
                let target = *target;
                self.edit_object(target)
            }
            _ => {
                let dictionary = self.edit(id)?;
                if !is_there {
                    dictionary.set(key, new);
                }
                dictionary.get_mut(key.as_bytes()).ok()
            }
        }
    }

    /// An object to be changed.
    pub(crate) fn edit_object(&mut self, id: ObjectId) -> Option<&mut Object> {
        if !self.objects.contains_key(&id) {
            let object = self.base.get(id)?.clone();
            self.objects.insert(id, object);
        }
        self.objects.get_mut(&id)
    }
}

/// A dictionary of entries.
pub(crate) fn dictionary<const N: usize>(entries: [(&str, Object); N]) -> Dictionary {
    let mut dictionary = Dictionary::new();
    for (key, value) in entries {
        dictionary.set(key, value);
    }
    dictionary
}

/// A text of the document's user, in PDF's own writing of Unicode.
pub(crate) fn text_string(text: &str) -> Object {
    let bytes = if text.is_ascii() {
        text.as_bytes().to_vec()
    } else {
        [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
    };
    Object::String(bytes, lopdf::StringFormat::Literal)
}

/// The text of a string of the document, either way it is written.
pub(crate) fn text_of(object: &Object) -> Option<String> {
    let bytes = object.as_str().ok()?;
    Some(match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(wide) => {
            let units: Vec<u16> = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    })
}
