//! From the exports of other systems to reports.
//!
//! An export is read by [`baocao_core::rows`]. A [`map`] says which of its columns becomes which figure or field; a workbook
//! that this program wrote says it itself. What comes of either is a [`Draft`] for each unit: the report, and for every value
//! the cell that it came from. [`units`] knows what a unit is called.

#![cfg_attr(
    not(test),
    warn(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used)
)]

mod draft;
pub mod map;
pub mod units;
pub mod workbook;

pub use draft::{Draft, Origin, number, text};
