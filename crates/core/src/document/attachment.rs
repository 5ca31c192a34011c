//! Files that go into the PDF.

/// A file attached to the PDF: the report, or the rows of a table.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Its file name.
    pub name: String,
    /// Its bytes, unchanged.
    pub bytes: Vec<u8>,
}
