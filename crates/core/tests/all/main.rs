//! From the bytes of a report to its composed document: each stage by what it shows of itself.

mod common;
mod diagnostic;
mod kinds;
mod rows;
mod shelf;
