//! A report as it comes in.

use std::path::Path;

use crate::diagnostic::{Finding, megabytes};
use crate::limits::Limits;
use crate::shelf::{Nothing, Shelf, ShelfError, ShelfPath, resolve, unreadable};
use crate::{kinds, msg};

/// The bytes of a report, and the shelf that the files beside it come from.
#[derive(Debug, Clone)]
pub struct ReportFile<'a> {
    /// How the user knows it, for findings: a path, or `-` for standard input.
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    pub(super) shelf: &'a dyn Shelf,
    pub(super) folder: ShelfPath,
}

impl<'a> ReportFile<'a> {
    /// A report without files beside it. `name` is how the user knows it.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: bytes.into(), shelf: &Nothing, folder: ShelfPath::root() }
    }

    /// The same, with the shelf that the files which it names come from, and the folder there that it stands in.
    pub fn beside(self, shelf: &'a dyn Shelf, folder: ShelfPath) -> Self {
        Self { shelf, folder, ..self }
    }

    /// A report of a shelf, which the files beside it come from too; or why it cannot be read.
    pub fn open(shelf: &'a dyn Shelf, path: &str, limits: &Limits) -> Result<Self, Finding> {
        let refused = |error: ShelfError| match error {
            ShelfError::Outside => crate::shelf::outside(path, shelf),
            ShelfError::TooLarge(size) => too_large(path, size, limits.report_bytes as u64),
            other => unreadable(path, &other),
        };
        let found = resolve(shelf, &ShelfPath::root(), path).map_err(refused)?;
        let bytes = shelf.read(&found, limits.report_bytes as u64).map_err(refused)?;
        Ok(Self { name: shelf.name(&found), bytes: bytes.to_vec(), shelf, folder: found.parent() })
    }

    /// The same with other bytes.
    pub fn with_bytes(self, bytes: impl Into<Vec<u8>>) -> Self {
        Self { bytes: bytes.into(), ..self }
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How the user knows it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How the user knows a file that the report names.
    pub(super) fn name_beside(&self, written: &str) -> String {
        Path::new(&self.name).parent().unwrap_or(Path::new("")).join(written).display().to_string()
    }
}

/// A file of data that is larger than may be.
pub(super) fn too_large(name: &str, size: u64, most: u64) -> Finding {
    let limit = megabytes(most);
    kinds::input::FILE_TOO_LARGE
        .finding(msg!("{name}: tệp quá lớn", "{name}: the file is too large"))
        .found(megabytes(size))
        .expected(msg!("không quá {limit}", "at most {limit}"))
}
