//! What is known of words: types of documents, territories and their names, units, words that texts are read by. Each list is a file of `data/`, which names its source, and
//! a module that reads it; who needs some of its words asks for those that have a property.

pub mod bodies;
pub mod documents;
pub mod key;
pub mod lists;
pub mod register;
pub mod territories;
pub mod units;

use std::sync::LazyLock;

/// Whether words in small letters speak of an earlier time than the period of a report: `cùng kỳ`, `quý trước`.
pub fn is_earlier(words: &str) -> bool {
    earlier().iter().any(|earlier| words.contains(earlier))
}

/// Words of an earlier time than the period of a report.
pub fn earlier() -> &'static [&'static str] {
    static EARLIER: LazyLock<Vec<&str>> = LazyLock::new(|| lines(include_str!("../../data/times.txt")).collect());
    &EARLIER
}

/// The lines of a list: without empty ones, comments and headings.
pub(crate) fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The part of a file of lists below a heading; nothing where it has no such heading.
pub(crate) fn part(file: &'static str, heading: &str) -> &'static str {
    file.split("\n## ").find_map(|part| part.strip_prefix(heading)?.strip_prefix('\n')).unwrap_or_default()
}
