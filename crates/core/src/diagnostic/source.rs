//! A text that findings point into.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A named text: the report, a template, a form.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// The name as the user knows it: a path, or `-` for standard input.
    pub name: String,
    /// The text; of a file that is too large to be held, a part of it.
    pub text: String,
    /// The line of the file in which the text begins, from 1, and how many bytes of the file stand before it.
    begins: (usize, usize),
    /// The bytes at which its lines begin, found when they are first asked for: exports have places in all their lines.
    lines: OnceLock<Vec<usize>>,
    /// How many characters begin before each [`STEP`] of bytes, found as its lines are: a report may be one line.
    letters: OnceLock<Vec<usize>>,
}

/// Between so many bytes of a text its characters are counted each time.
const STEP: usize = 1 << 10;

impl Source {
    /// A source that can be shared by many findings.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self::of(name.into(), text.into()))
    }

    /// A source that one alone has.
    pub(crate) fn of(name: String, text: String) -> Self {
        Self { name, text, begins: (1, 0), lines: OnceLock::new(), letters: OnceLock::new() }
    }

    /// A part of a file that begins with a line of it, counted from 1, and after so many bytes.
    pub(crate) fn part(name: &str, text: String, line: usize, before: usize) -> Arc<Self> {
        Arc::new(Self { begins: (line, before), ..Self::of(name.to_owned(), text) })
    }

    /// How many bytes of the file stand before the text.
    pub(super) fn before(&self) -> usize {
        self.begins.1
    }

    /// Line and column (both from 1, the column in characters) of a byte offset.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let lines = self.lines();
        let line = lines.partition_point(|start| *start <= offset);
        let start = lines.get(line - 1).copied().unwrap_or_default();
        (self.begins.0 + line - 1, self.letters_before(offset) - self.letters_before(start) + 1)
    }

    /// The bytes of the line in which a byte stands, its end left out; of what stands at the end of the text those of the last
    /// line that is not empty.
    pub(super) fn line(&self, at: usize) -> Range<usize> {
        let before = if at == self.text.len() && self.text.ends_with('\n') { at - 1 } else { at };
        let lines = self.lines();
        let line = lines.partition_point(|start| *start <= before);
        lines[line - 1]..lines.get(line).filter(|_| before == at).map_or(self.text.len(), |next| next - 1)
    }

    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let ends = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
        })
    }

    /// How many characters stand before a byte that one begins with.
    fn letters_before(&self, offset: usize) -> usize {
        let begins = |byte: &&u8| !matches!(byte, 0x80..=0xbf);
        let count = |bytes: &[u8]| bytes.iter().filter(begins).count();
        let letters = self.letters.get_or_init(|| {
            let steps = self.text.as_bytes().chunks(STEP).scan(0, |before, step| {
                *before += count(step);
                Some(*before)
            });
            std::iter::once(0).chain(steps).collect()
        });
        let step = offset / STEP;
        letters.get(step).copied().unwrap_or_default() + count(&self.text.as_bytes()[step * STEP..offset])
    }

    /// The byte offset of a line and a column (both from 1) of a whole text, as far as they exist.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let start: usize = self.text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let row = self.text[start..].lines().next().unwrap_or("");
        start + row.char_indices().nth(column.saturating_sub(1)).map_or(row.len(), |(i, _)| i)
    }
}
