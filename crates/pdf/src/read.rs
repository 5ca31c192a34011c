//! Opening a file.

use hayro_syntax::{LoadPdfError, Pdf};

/// How much is read of a file at most.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// So many files may be inside.
    pub files: usize,
    /// So many bytes all of them together.
    pub bytes: u64,
}

/// Why a file, or what is inside, cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It is no PDF, or too damaged to be read as one.
    NotPdf,
    /// It asks for a password.
    Encrypted,
    /// Its structure is damaged.
    Damaged,
    /// More files are inside than may be.
    TooMany,
    /// The files inside are larger than may be.
    TooLarge,
    /// A file inside is packed in a way that is not known here.
    Packed,
}

/// Opens a file.
pub fn open(file: &[u8]) -> Result<Pdf, Unread> {
    if !file.starts_with(b"%PDF-") {
        return Err(Unread::NotPdf);
    }
    Pdf::new(file.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Unread::Encrypted,
        LoadPdfError::Invalid => Unread::NotPdf,
    })
}
