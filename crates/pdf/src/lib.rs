//! The bytes of PDF files. Nothing here knows what a report is.
//!
//! [`packed`] makes the file of the typesetter small: its many little objects go into compressed streams. [`mod@file`] reads files of
//! any origin; what is inside of them, what their pages say and where they are signed stands on it.

#![cfg_attr(
    not(test),
    warn(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used)
)]

mod attachments;
mod cost;
pub mod drawn;
pub mod file;
mod objects;
mod pack;
mod place;
mod shown;
mod text;

pub use attachments::{Attached, attachments};
pub use pack::packed;
pub use place::{Mark, Place, entry, places, record};
pub use text::{both_texts, texts};
