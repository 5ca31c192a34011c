//! From the bytes of a report to its composed document: the stages of `baocao` that know neither the rules of the checker
//! nor the typesetter.
//!
//! Each stage is a function from a typed value to a typed value; nothing later is known to anything earlier:
//!
//! ```text
//! diagnostic <- claim <- shelf <- report <- rows <- document <- markdown <- form <- table <- template <- narrative <- compose
//! ```
//!
//! This crate is a part of `baocao`; what others may build on is what `baocao` itself shows of it.

#![warn(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used)]

pub mod claim;
pub mod compose;
pub mod diagnostic;
pub mod digest;
pub mod document;
pub mod form;
pub mod kinds;
pub mod limits;
pub mod markdown;
pub mod narrative;
pub mod provenance;
pub mod report;
pub mod rows;
pub mod shelf;
pub mod table;
pub mod template;
