//! Files in memory and on disk, for tests.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use baocao_archive::{Found, Kind, Tree};

/// Files by their paths; nothing stands for a link, or for an empty folder where the path ends with `/`.
#[derive(Clone, Default)]
pub struct Memory(pub BTreeMap<String, Option<Vec<u8>>>);

impl Memory {
    pub fn of(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        Self(files.into_iter().map(|(path, bytes)| (path, Some(bytes))).collect())
    }
}

impl Tree for Memory {
    fn files(&self) -> io::Result<Vec<Found>> {
        let found = |(path, bytes): (&String, &Option<Vec<u8>>)| match bytes {
            Some(bytes) => Found { path: path.clone(), kind: Kind::File(bytes.len() as u64) },
            None if path.ends_with('/') => Found { path: path.trim_end_matches('/').to_owned(), kind: Kind::Empty },
            None => Found { path: path.clone(), kind: Kind::Other },
        };
        Ok(self.0.iter().map(found).collect())
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + '_>> {
        let bytes = self.0.get(path).and_then(Option::as_deref).ok_or(io::ErrorKind::NotFound)?;
        Ok(Box::new(bytes))
    }
}

/// A folder on disk.
pub struct Disk(pub PathBuf);

impl Tree for Disk {
    fn files(&self) -> io::Result<Vec<Found>> {
        fn walk(root: &Path, folder: &Path, found: &mut Vec<Found>) -> io::Result<()> {
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                let kind = entry.file_type()?;
                if kind.is_dir() {
                    let before = found.len();
                    walk(root, &entry.path(), found)?;
                    if found.len() > before {
                        continue;
                    }
                }
                let path = entry.path().strip_prefix(root).expect("below").to_string_lossy().replace('\\', "/");
                let kind = match () {
                    () if kind.is_file() => Kind::File(entry.metadata()?.len()),
                    () if kind.is_dir() => Kind::Empty,
                    () => Kind::Other,
                };
                found.push(Found { path, kind });
            }
            Ok(())
        }
        let mut found = Vec::new();
        walk(&self.0, &self.0, &mut found)?;
        found.sort();
        Ok(found)
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(fs::File::open(self.0.join(path))?))
    }
}
