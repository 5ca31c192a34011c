//! A text that findings point into.

use std::sync::Arc;

/// A named text: the report, a template, a form.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// The name as the user knows it: a path, or `-` for standard input.
    pub name: String,
    /// The whole text.
    pub text: String,
}

impl Source {
    /// A source that can be shared by many findings.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { name: name.into(), text: text.into() })
    }

    /// Line and column (both from 1, the column in characters) of a byte offset.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &self.text[..offset];
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |i| i + 1);
        (line, before[start..].chars().count() + 1)
    }

    /// The byte offset of a line and a column (both from 1), as far as they exist.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let start: usize = self.text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let row = self.text[start..].lines().next().unwrap_or("");
        start + row.char_indices().nth(column.saturating_sub(1)).map_or(row.len(), |(i, _)| i)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_characters() {
        let source = Source::new("x", "một\nhai ba\n");
        let place = source.text.find("ba").unwrap();
        assert_eq!(source.line_column(place), (2, 5));
        assert_eq!(source.offset(2, 5), place);
        assert_eq!(source.line_column(10_000), (3, 1));
        assert_eq!(source.offset(9, 9), source.text.len());
    }
}
