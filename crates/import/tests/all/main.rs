//! The integration tests of this crate.

mod workbook;
