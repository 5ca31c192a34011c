//! Files below a folder, wherever they lie.

use std::io::{self, Read};

/// The files below one folder. Nothing outside of it is given, and nothing is followed.
pub trait Tree {
    /// Everything below the folder that is no folder itself, and folders with nothing in them, in the order of its paths.
    fn files(&self) -> io::Result<Vec<Found>>;

    /// Opens a regular file.
    fn open(&self, path: &str) -> io::Result<Box<dyn Read + '_>>;
}

/// Something below a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Its names, joined by `/`.
    pub path: String,
    /// What it is.
    pub kind: Kind,
}

/// What lies in a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A regular file of so many bytes.
    File(u64),
    /// A folder with nothing in it.
    Empty,
    /// A link, a device, a pipe.
    Other,
}

/// The bytes of a file; one of more than `most` bytes is an error.
pub fn read(tree: &dyn Tree, path: &str, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    tree.open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}
