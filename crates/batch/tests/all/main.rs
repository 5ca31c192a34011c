//! Many reports in one go: names, parts, journals, summaries.

mod journal;
mod name;
mod summary;
