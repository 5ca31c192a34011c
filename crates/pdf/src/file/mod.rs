//! What a PDF file holds: its objects as they stand, and as each of its revisions shows them.
//!
//! Libraries that read PDF mend what is broken and guess what is meant; who verifies must not. Here a file is taken
//! by the letter: what does not stand where the file says is not there, and every string is known with its place in
//! the file.

mod filters;
mod object;
mod pages;
mod parse;
mod view;
mod xref;

pub use object::{Dict, Id, Object, Stream, Text, decoded, plain};
pub(crate) use pages::tree;
pub use pages::{INHERITED, Page, check_pages, pages, rectangle};
pub use parse::{Lexer, Token};
pub(crate) use view::Table;
pub use view::{File, Map, Set, Spot, View};

/// Bytes of a file.
pub const MOST_BYTES: usize = 128 << 20;
/// Bytes of one stream once it is unpacked.
const MOST_UNPACKED: usize = 64 << 20;
/// Bytes of all streams of a file together.
const MOST_UNPACKED_TOGETHER: usize = 256 << 20;
/// What may be done with a file, where to read a byte is one: some seconds.
const MOST_WORK: u64 = 1 << 30;
/// Arrays and dictionaries inside one another.
const MOST_LEVELS: usize = 64;
/// Tables of places, one a revision or two.
const MOST_SECTIONS: usize = 1_000;
/// Pages.
const MOST_PAGES: usize = 100_000;
/// Numbers of objects: as far as ISO 32000-1, annex C goes.
const MOST_OBJECTS: u32 = 8_388_607;

/// What cannot be read, and where in the file that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken {
    /// What is wrong.
    pub what: What,
    /// The byte from the beginning of the file.
    pub at: usize,
}

/// What can be wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// It does not begin with `%PDF-`.
    NoHeader,
    /// It, or a part of it, does not end with `startxref`, a number and `%%EOF`.
    NoEnd,
    /// There is no table where one should be, or it cannot be read.
    BadTable,
    /// Tables lead round in a circle, or there are too many.
    EndlessTables,
    /// No object of the number that the table names stands there, or it cannot be read.
    BadObject,
    /// A stream does not end where its length says, or cannot be unpacked.
    BadStream,
    /// More is nested, unpacked or counted than is read.
    TooMuch,
    /// There is no catalogue or no pages.
    NoPages,
    /// The tree of pages leads to a page twice, round in a circle, or says of itself what is not so.
    PageTree,
    /// A field of the form stands within itself.
    FieldTree,
    /// What must be read is encrypted.
    Encrypted,
    /// A key of a dictionary, or the number of an object in one table, stands twice and says two things.
    Twice,
    /// The data of a stream stand in another file, or how they are packed is said by names that only some programs know.
    Elsewhere,
}

impl What {
    /// As something that is wrong at a place.
    pub fn at(self, at: usize) -> Broken {
        Broken { what: self, at }
    }
}
