//! From the bytes of a report to its composed document: each stage by what it shows of itself.

mod common;
mod diagnostic;
mod document;
mod form;
mod kinds;
mod markdown;
mod report;
mod rows;
mod shelf;
mod table;
