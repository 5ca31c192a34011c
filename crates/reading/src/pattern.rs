//! Patterns for places that plain words led to.

use regex_lite::Regex;

/// A pattern in which `\s` is a no-break space too, as people and programs type them; it may not stand inside a class.
pub fn pattern(written: &str) -> Option<Regex> {
    Regex::new(&written.replace(r"\s", r"[\s\xA0]")).ok()
}
