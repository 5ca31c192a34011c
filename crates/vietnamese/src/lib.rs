//! Vietnamese text: letters, numbers, dates, enumeration, places where a line must not break, encodings.
//!
//! Nothing here knows about reports. This crate is a part of `baocao` and promises nothing to others.

pub mod collate;
pub mod conversion;
pub mod date;
pub mod encoding;
pub mod enumeration;
mod letters;
pub mod lexicon;
pub mod nobreak;
pub mod number;
pub mod spelling;
pub mod syllable;
pub mod titles;
pub mod words;

pub use letters::Table;
pub use letters::{bare, first_run, is_letter, last_run, one_line, sentence_case, small};
