//! Files in memory, by their names: what a service was sent.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use baocao_vietnamese::encoding;

use super::told::{leads_out, twice};
use super::{Entry, Shelf, ShelfError, ShelfPath};
use crate::diagnostic::Finding;

/// Files by their names. A name may have folders in it (`quy-3/so-lieu.csv`) and may be written with composed or
/// decomposed letters: that is the same name.
#[derive(Debug, Clone, Default)]
pub struct Uploads {
    files: BTreeMap<String, Arc<[u8]>>,
}

impl Uploads {
    /// Takes a file in. A name that leads out of the uploads, or that another file has, is refused.
    pub fn insert(&mut self, name: &str, bytes: impl Into<Arc<[u8]>>) -> Result<(), Finding> {
        let path = ShelfPath::root().join(name).filter(|path| *path != ShelfPath::root());
        let path = path.ok_or_else(|| leads_out(name))?;
        if self.files.insert(key(&path), bytes.into()).is_some() {
            return Err(twice(name));
        }
        Ok(())
    }
}

impl Shelf for Uploads {
    fn read(&self, path: &ShelfPath, most: u64) -> Result<Arc<[u8]>, ShelfError> {
        let key = key(path);
        match self.files.get(&key) {
            Some(bytes) if bytes.len() as u64 > most => Err(ShelfError::TooLarge(bytes.len() as u64)),
            Some(bytes) => Ok(Arc::clone(bytes)),
            None if entries(self.files.keys(), path).is_empty() => Err(io::ErrorKind::NotFound.into()),
            None => Err(io::ErrorKind::IsADirectory.into()),
        }
    }

    fn list(&self, folder: &ShelfPath) -> Result<Vec<Entry>, ShelfError> {
        Ok(entries(self.files.keys(), folder))
    }
}

/// A name as files are found by it: people write one name with composed and with decomposed letters.
pub(super) fn key(path: &ShelfPath) -> String {
    encoding::nfc(path.as_str())
}

/// What lies right in a folder, of files by their whole names.
pub(super) fn entries<'a>(files: impl Iterator<Item = &'a String>, folder: &ShelfPath) -> Vec<Entry> {
    let folder = key(folder);
    let below = |file: &'a String| {
        if folder.is_empty() { Some(file.as_str()) } else { file.strip_prefix(&folder)?.strip_prefix('/') }
    };
    let entry = |rest: &str| match rest.split_once('/') {
        Some((name, _)) => Entry { name: name.to_owned(), is_folder: true },
        None => Entry { name: rest.to_owned(), is_folder: false },
    };
    let found: BTreeSet<Entry> = files.filter_map(below).map(entry).collect();
    found.into_iter().collect()
}
