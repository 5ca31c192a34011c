//! A sign in its line, and what stands around it.

use std::cell::OnceCell;
use std::ops::Range;

use crate::texts::Change;
use crate::{Rule, Texts, Told};
use baocao_core::diagnostic::Message;
use baocao_reading::Passage;

/// A sign in its line.
pub(super) struct Around<'t> {
    pub(super) line: &'t str,
    pub(super) at: usize,
    pub(super) before: Option<char>,
    /// What follows it.
    pub(super) rest: &'t str,
    run: &'t Run,
}

/// A run of other than white space in a line.
#[derive(Default)]
struct Run {
    range: Range<usize>,
    is_address: OnceCell<bool>,
}

impl Run {
    /// The run of a sign that stands behind this one.
    fn next(&self, line: &str, at: usize) -> Self {
        let between = &line[self.range.end..at];
        let space = between.char_indices().rev().find(|(_, c)| c.is_whitespace());
        let start = self.range.end + space.map_or(0, |(space, c)| space + c.len_utf8());
        let end = line[at..].find(char::is_whitespace).map_or(line.len(), |length| at + length);
        Self { range: start..end, is_address: OnceCell::new() }
    }
}

impl<'t> Around<'t> {
    fn new(line: &'t str, at: usize, sign: char, run: &'t Run) -> Self {
        let rest = &line[at + sign.len_utf8()..];
        Self { line, at, before: line[..at].chars().next_back(), rest, run }
    }

    pub(super) fn next(&self) -> Option<char> {
        self.rest.chars().next()
    }

    /// The run of other than white space before and after it, with its place.
    pub(super) fn chunk(&self) -> Range<usize> {
        self.run.range.clone()
    }

    /// The letters and digits that it follows.
    pub(super) fn word(&self) -> &'t str {
        let before = &self.line[..self.at];
        before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
    }

    pub(super) fn is_address(&self) -> bool {
        *self.run.is_address.get_or_init(|| {
            let chunk = &self.line[self.chunk()];
            chunk.contains("://") || chunk.contains('@') || chunk.contains("www.")
        })
    }
}

/// A sign in a text of a report.
pub(super) struct Seen<'s> {
    pub(super) texts: &'s Texts<'s>,
    pub(super) passage: &'s Passage<'s>,
    pub(super) start: usize,
    pub(super) around: Around<'s>,
}

impl Seen<'_> {
    /// Tells of a slip in the line, with what mends it where that is known.
    pub(super) fn tell(
        &self,
        rule: &Rule,
        range: Range<usize>,
        say: Message,
        change: Option<Change<'_>>,
        told: &mut Told,
    ) {
        let here = |range: Range<usize>| self.start + range.start..self.start + range.end;
        let change = change.map(|(range, new)| (here(range), new));
        let finding = told.slip(rule, self.texts, self.passage, here(range), say);
        finding.edits = change.map_or_else(Vec::new, |change| self.texts.edits(self.passage, &[change]));
    }
}

/// Looks at some signs, which are ASCII, of all lines of all texts.
pub(super) fn each(texts: &Texts<'_>, wanted: impl Fn(u8) -> bool, mut look: impl FnMut(char, &Seen<'_>)) {
    for passage in texts.passages() {
        for (start, line) in passage.lines() {
            let mut run = Run::default();
            for (at, sign) in line.bytes().enumerate().filter(|(_, sign)| wanted(*sign)) {
                if at >= run.range.end {
                    run = run.next(line, at);
                }
                let sign = char::from(sign);
                look(sign, &Seen { texts, passage, start, around: Around::new(line, at, sign, &run) });
            }
        }
    }
}
