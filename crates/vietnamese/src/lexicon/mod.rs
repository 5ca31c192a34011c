//! What is known of words: types of documents, territories, units. Each list is a file of `data/`, which names its source, and
//! a module that reads it; who needs some of its words asks for those that have a property.

pub mod bodies;
pub mod documents;
pub mod units;

/// The lines of a list: without empty ones, comments and headings.
pub(crate) fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}
