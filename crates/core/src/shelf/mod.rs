//! Where files come from: a folder, a map of uploads, an archive. Everything that is read beside a report, and every folder
//! of templates or fonts, comes through one [`Shelf`], which gives nothing that lies outside of it.
//!
//! A path is read as names and nothing else ([`ShelfPath`]), so that no shelf ever sees `..`; links are the business of
//! the shelf that has them.

mod archive;
mod device;
mod path;
mod told;
mod uploads;

use std::sync::Arc;
use std::{fmt, io};

use crate::diagnostic::Message;

pub use archive::Archive;
pub use device::is_device;
pub use path::{ShelfPath, resolve};
pub use told::refused;
pub(crate) use told::{outside, unreadable};
pub use uploads::Uploads;

/// A set of files below one root, which nothing leads out of. A file that is asked for twice may have changed meanwhile:
/// whoever needs the same bytes twice keeps them.
pub trait Shelf: fmt::Debug + Send + Sync {
    /// The bytes of a regular file; one of more than `most` bytes is not read to its end.
    fn read(&self, path: &ShelfPath, most: u64) -> Result<Arc<[u8]>, ShelfError>;

    /// What lies right in a folder, by name. A link is no folder, wherever it leads.
    fn list(&self, folder: &ShelfPath) -> Result<Vec<Entry>, ShelfError>;

    /// How the user knows a file, for findings.
    fn name(&self, path: &ShelfPath) -> String {
        path.to_string()
    }

    /// How the user knows the root; nothing where files did not come from a folder.
    fn root(&self) -> Option<String> {
        None
    }

    /// A path that begins at the root of the file system as one below the root of this shelf, where it is one.
    fn below(&self, absolute: &str) -> Option<ShelfPath> {
        let _ = absolute;
        None
    }
}

/// What lies in a folder of a shelf.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Whether it is a folder.
    pub is_folder: bool,
}

/// Why a shelf does not give a file. What lies outside is told of in one way, whether it is there or not.
#[derive(Debug)]
#[non_exhaustive]
pub enum ShelfError {
    /// The path leads out of the root, by itself or by a link.
    Outside,
    /// The file has so many bytes, and that is too many.
    TooLarge(u64),
    /// It is no regular file; what it is: a device, a pipe, a socket.
    NotAFile(Message),
    /// The system refuses it, or it is not there.
    Refused(io::Error),
}

impl From<io::ErrorKind> for ShelfError {
    fn from(kind: io::ErrorKind) -> Self {
        Self::Refused(kind.into())
    }
}

/// A shelf without files.
#[derive(Debug, Clone, Copy, Default)]
pub struct Nothing;

impl Shelf for Nothing {
    fn read(&self, _: &ShelfPath, _: u64) -> Result<Arc<[u8]>, ShelfError> {
        Err(io::ErrorKind::NotFound.into())
    }

    fn list(&self, _: &ShelfPath) -> Result<Vec<Entry>, ShelfError> {
        Ok(Vec::new())
    }
}
