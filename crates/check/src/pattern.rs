//! Patterns for places that plain words led to.

use regex_lite::Regex;

/// A pattern in which `\s` is a no-break space too, as people and programs type them; it may not stand inside a class.
pub(super) fn pattern(written: &str) -> Option<Regex> {
    Regex::new(&written.replace(r"\s", r"[\s\xA0]")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_break_spaces_are_spaces() {
        let pattern = pattern(r"^ngày\s+[0-9]").unwrap();
        assert!(pattern.is_match("ngày\u{a0} 5") && !pattern.is_match("ngày5"));
    }
}
