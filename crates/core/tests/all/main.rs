//! From the bytes of a report to its composed document: each stage by what it shows of itself.

mod claim;
mod common;
mod compose;
mod diagnostic;
mod document;
mod form;
mod kinds;
mod letters;
mod markdown;
mod narrative;
mod report;
mod rollup;
mod rows;
mod shelf;
mod table;
mod template;
