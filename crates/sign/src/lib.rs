//! Signatures of PDF files: made as incremental updates, and verified. Nothing here knows what a report is.

#![cfg_attr(
    not(test),
    warn(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used)
)]

pub mod cms;
pub mod verify;

pub use baocao_pdf::file;
