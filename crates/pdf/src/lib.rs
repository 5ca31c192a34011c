//! The bytes of PDF files. Nothing here knows what a report is.
//!
//! [`packed`] makes the file of the typesetter small: its many little objects go into compressed streams.

#![cfg_attr(
    not(test),
    warn(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used)
)]

mod attachments;
mod objects;
mod pack;
mod place;
mod read;
mod text;

pub use attachments::{Attached, attachments};
pub use pack::packed;
pub use place::{Mark, Place, entry, places};
pub use read::{Bounds, Unread, open};
pub use text::texts;
