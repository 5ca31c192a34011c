//! A text that findings point into.

use std::ops::Range;
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

/// Where a finding is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The text.
    pub source: Arc<Source>,
    /// The byte range in it.
    pub span: Range<usize>,
    /// The JSON pointer (RFC 6901), where the text is JSON.
    pub pointer: Option<String>,
}

impl Place {
    /// A place in a text that is not JSON.
    pub fn new(source: &Arc<Source>, span: Range<usize>) -> Self {
        Self { source: Arc::clone(source), span, pointer: None }
    }

    /// Where a text stands in quotes for the last time in a JSON file; with a key, only as the value of that key.
    pub fn of_quoted(source: &Arc<Source>, key: Option<&str>, text: &str) -> Self {
        let quoted = format!("\"{text}\"");
        let follows = |at: usize| {
            let before = source.text[..at].trim_end();
            key.is_none_or(|key| {
                before.strip_suffix(':').is_some_and(|before| before.trim_end().ends_with(&format!("\"{key}\"")))
            })
        };
        let start = source.text.rmatch_indices(&quoted).map(|(at, _)| at).find(|at| follows(*at));
        Self::new(source, start.map_or(0..0, |start| start..start + quoted.len()))
    }

    /// Line and column (from 1) where the place begins.
    pub fn line_column(&self) -> (usize, usize) {
        self.source.line_column(self.span.start)
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
