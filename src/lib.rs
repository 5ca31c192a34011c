//! x
pub mod diagnostic;
pub mod report;
pub mod vietnamese;
