//! Paths below the root of a shelf.

use std::fmt;

use super::{Shelf, ShelfError};

/// A path below the root of a shelf: names that lead down, never up. The root itself has none.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShelfPath {
    /// Joined by `/`.
    names: String,
}

impl fmt::Display for ShelfPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.names)
    }
}

impl ShelfPath {
    /// The root.
    pub fn root() -> Self {
        Self::default()
    }

    /// The path that is written so in this folder; nothing where it begins at the root of the file system or leads out of
    /// the root of the shelf, even if it comes back. `..` takes the name before it away, whatever that name is.
    pub fn join(&self, written: &str) -> Option<Self> {
        let written = slashes(written);
        // On Windows a colon makes a drive or a hidden stream of a file.
        if written.starts_with('/') || (cfg!(windows) && written.contains(':')) {
            return None;
        }
        let mut names: Vec<&str> = self.names().collect();
        for name in written.split('/') {
            match name {
                "" | "." => {}
                ".." => drop(names.pop()?),
                name => names.push(name),
            }
        }
        Some(Self { names: names.join("/") })
    }

    /// The folder that it lies in; that of the root is the root.
    pub fn parent(&self) -> Self {
        Self { names: self.names.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned() }
    }

    /// Its names, from the root down.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.split('/').filter(|name| !name.is_empty())
    }

    /// The path itself, joined by `/`.
    pub fn as_str(&self) -> &str {
        &self.names
    }

    /// The rest of a path that lies at or below this one.
    pub fn strip(&self, path: &Self) -> Option<Self> {
        let rest = path.names.strip_prefix(&self.names)?;
        let fits = self.names.is_empty() || rest.is_empty() || rest.starts_with('/');
        fits.then(|| Self { names: rest.trim_start_matches('/').to_owned() })
    }

    /// A path that begins at the root of the file system, as names; a drive of Windows is one of them.
    pub fn of_absolute(absolute: &str) -> Option<Self> {
        let absolute = slashes(absolute);
        let absolute = absolute.strip_prefix("//?/").unwrap_or(&absolute);
        if cfg!(windows)
            && let Some((drive, rest)) = absolute.split_once(":/").filter(|(drive, _)| drive.len() == 1)
        {
            let rest = Self::root().join(rest)?;
            return Some(Self { names: format!("{}:/{rest}", drive.to_uppercase()) });
        }
        Self::root().join(absolute.strip_prefix('/')?)
    }
}

/// The path of a file that a report or a template names, from the folder that it stands in. A path from the root of the
/// file system is fine where it lies below the root of the shelf.
pub fn resolve(shelf: &dyn Shelf, folder: &ShelfPath, written: &str) -> Result<ShelfPath, ShelfError> {
    folder.join(written).or_else(|| shelf.below(written)).ok_or(ShelfError::Outside)
}

/// Windows writes paths with either slash; elsewhere a backslash is a letter of a name.
fn slashes(written: &str) -> String {
    if cfg!(windows) { written.replace('\\', "/") } else { written.to_owned() }
}
