//! The shelf of a folder on disk, which nothing outside is opened through.

use std::fmt;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use baocao_core::shelf::{Entry, Shelf, ShelfError, ShelfPath};
use baocao_vietnamese::encoding::composed;
use cap_std::ambient_authority;
use cap_std::fs::Dir;

use crate::files::{regular, system};

/// A folder on disk. What lies outside of it is not opened, not even by a link; neither is anything but a regular file,
/// so that no pipe holds the reader up.
pub struct Folder {
    path: PathBuf,
    /// Opened when it is first needed, and never again: it stays the same folder whoever renames what is above it.
    dir: OnceLock<Dir>,
}

impl fmt::Debug for Folder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Folder").field(&self.path).finish()
    }
}

impl Folder {
    /// The folder of a path. Whether it is there shows when something is read.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), dir: OnceLock::new() }
    }

    fn path(&self) -> &Path {
        if self.path.as_os_str().is_empty() { Path::new(".") } else { &self.path }
    }

    fn dir(&self) -> io::Result<&Dir> {
        match self.dir.get() {
            Some(dir) => Ok(dir),
            None => {
                let dir = Dir::open_ambient_dir(self.path(), ambient_authority())?;
                Ok(self.dir.get_or_init(|| dir))
            }
        }
    }
}

impl Shelf for Folder {
    fn read(&self, path: &ShelfPath, most: u64) -> Result<Arc<[u8]>, ShelfError> {
        let dir = self.dir().map_err(ShelfError::Refused)?;
        let found = find(dir, path).map_err(system)?;
        let file = regular(|| dir.metadata(&found), |options| dir.open_with(&found, options))?;
        let size = file.metadata().map_err(system)?.len();
        if size > most {
            return Err(ShelfError::TooLarge(size));
        }
        // It may have grown.
        let mut bytes = Vec::new();
        file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(system)?;
        if bytes.len() as u64 > most { Err(ShelfError::TooLarge(bytes.len() as u64)) } else { Ok(bytes.into()) }
    }

    fn list(&self, folder: &ShelfPath) -> Result<Vec<Entry>, ShelfError> {
        let dir = self.dir().map_err(ShelfError::Refused)?;
        let mut found = Vec::new();
        for entry in dir.read_dir(native(folder)).map_err(system)? {
            let entry = entry.map_err(system)?;
            let is_folder = entry.file_type().map_err(system)?.is_dir();
            // Paths of reports and templates are texts: no other name can be asked for.
            if let Ok(name) = entry.file_name().into_string() {
                found.push(Entry { name, is_folder });
            }
        }
        found.sort();
        Ok(found)
    }

    fn name(&self, path: &ShelfPath) -> String {
        path.names().fold(self.path.clone(), |path, name| path.join(name)).display().to_string()
    }

    fn root(&self) -> Option<String> {
        Some(self.path().display().to_string())
    }

    fn below(&self, absolute: &str) -> Option<ShelfPath> {
        let path = ShelfPath::of_absolute(absolute)?;
        // The folder as it was named, and as the file system knows it when links in its name are followed.
        let names = [std::path::absolute(self.path()), self.path().canonicalize()];
        names.into_iter().flatten().find_map(|root| ShelfPath::of_absolute(root.to_str()?)?.strip(&path))
    }
}

/// A path as the file system takes it.
fn native(path: &ShelfPath) -> &Path {
    Path::new(if path.as_str().is_empty() { "." } else { path.as_str() })
}

/// The path of a file. Letters of its name may be composed where those of the file are not, and the reverse: which, is
/// the habit of the system that a file was copied from.
fn find(dir: &Dir, path: &ShelfPath) -> io::Result<PathBuf> {
    let missing = |error: &io::Error| error.kind() == ErrorKind::NotFound;
    if path.as_str().is_ascii() || !dir.symlink_metadata(native(path)).as_ref().is_err_and(missing) {
        return Ok(native(path).to_owned());
    }
    let mut found = PathBuf::from(".");
    for name in path.names() {
        let next = found.join(name);
        if dir.symlink_metadata(&next).is_ok() {
            found = next;
            continue;
        }
        let names = dir.read_dir(&found)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let alike = names.into_iter().find(|other| composed(other) == composed(name)).ok_or(ErrorKind::NotFound)?;
        found.push(alike);
    }
    Ok(found)
}
