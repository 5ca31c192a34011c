//! A zip in memory.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};
use std::sync::Arc;

use zip::ZipArchive;
use zip::result::ZipError;

use super::told::{leads_out, twice, unusable};
use super::uploads::{entries, key};
use super::{Entry, Shelf, ShelfError, ShelfPath};
use crate::diagnostic::Finding;
use crate::limits::Limits;
use crate::msg;

/// A zip in memory. Its files are unpacked when they are asked for, and never further than they may be large.
#[derive(Debug, Clone)]
pub struct Archive {
    archive: ZipArchive<Cursor<Arc<[u8]>>>,
    /// The index of each file, by its name in normal form.
    files: BTreeMap<String, usize>,
}

impl Archive {
    /// Looks through a zip. Refused are one that cannot be read or has too many files, and one with a link, with a name
    /// that leads out of it, or with two names that mean one path. Of two entries of the very same name the last counts.
    /// `name` is how the user knows it.
    pub fn new(name: &str, bytes: impl Into<Arc<[u8]>>) -> Result<Self, Finding> {
        let damaged =
            |error: ZipError| unusable(name, &msg!("không đọc được", "it cannot be read")).found(error.to_string());
        let mut archive = ZipArchive::new(Cursor::new(bytes.into())).map_err(damaged)?;
        let most = Limits::ARCHIVE_FILES;
        if archive.len() > most {
            let reason = msg!("có quá nhiều tệp", "it has too many files");
            let most = msg!("không quá {most} tệp", "at most {most} files");
            return Err(unusable(name, &reason).found(archive.len().to_string()).expected(most));
        }
        let mut files = BTreeMap::new();
        for index in 0..archive.len() {
            let file = archive.by_index_raw(index).map_err(damaged)?;
            let written = file.name().map_err(damaged)?.into_owned();
            if file.is_symlink() {
                return Err(unusable(name, &msg!("có liên kết", "it holds a link")).found(written));
            }
            // Backslashes are no part of a zip: they come from programs that write Windows' own paths.
            let path = ShelfPath::root().join(&written.replace('\\', "/")).ok_or_else(|| leads_out(&written))?;
            if !file.is_dir() && files.insert(key(&path), index).is_some() {
                return Err(twice(&written));
            }
        }
        Ok(Self { archive, files })
    }
}

impl Shelf for Archive {
    fn read(&self, path: &ShelfPath, most: u64) -> Result<Arc<[u8]>, ShelfError> {
        let Some(index) = self.files.get(&key(path)) else {
            let is_folder = !entries(self.files.keys(), path).is_empty();
            return Err(if is_folder { io::ErrorKind::IsADirectory } else { io::ErrorKind::NotFound }.into());
        };
        // The bytes are shared: what is copied is where reading has got to.
        let mut archive = self.archive.clone();
        let file = archive.by_index(*index).map_err(|error| ShelfError::Refused(error.into()))?;
        if file.size() > most {
            return Err(ShelfError::TooLarge(file.size()));
        }
        // What a file says of its size may be a lie.
        let mut bytes = Vec::new();
        file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(ShelfError::Refused)?;
        if bytes.len() as u64 > most { Err(ShelfError::TooLarge(bytes.len() as u64)) } else { Ok(bytes.into()) }
    }

    fn list(&self, folder: &ShelfPath) -> Result<Vec<Entry>, ShelfError> {
        Ok(entries(self.files.keys(), folder))
    }
}
