//! The paragraphs and list items of a text, with their places.

use std::ops::Range;

use crate::{Passage, Subject, TextKind};

/// What a piece of Markdown is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A paragraph.
    Paragraph,
    /// A list item, by its mark: `-`, `+`, or `1` for all numbers, `a` for all letters.
    Item(char),
    /// A heading.
    Heading,
}

/// A paragraph, an item or a heading.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// What it is.
    pub(super) shape: Shape,
    /// Its words, without the mark.
    pub(super) range: Range<usize>,
}

/// The passages of the body: the sections' texts, not those of appendices.
pub(super) fn body<'a>(subject: &'a Subject<'_>) -> impl Iterator<Item = &'a Passage<'a>> {
    let prose = subject.passages_of(&[TextKind::Prose]);
    prose.filter(|passage| passage.slot.is_in_body())
}

/// The pieces of a passage; tables and footnotes are left out.
pub(super) fn pieces(passage: &Passage<'_>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open = false;
    let mut skipping = false;
    let mut start = 0;
    for line in passage.raw.split('\n') {
        let range = trimmed(&passage.text, start..start + line.len());
        start += line.len() + 1;
        let words = line.trim();
        if words.is_empty() {
            (open, skipping) = (false, false);
            continue;
        }
        if words.starts_with('|') || words.starts_with("[^") {
            (open, skipping) = (false, true);
            continue;
        }
        let (shape, mark) = shape(words);
        match pieces.last_mut() {
            _ if skipping && shape == Shape::Paragraph => {}
            Some(last) if open && shape == Shape::Paragraph => last.range.end = range.end,
            _ => {
                let inner = trimmed(&passage.text, range.start + mark..range.end);
                pieces.push(Piece { shape, range: inner });
                (open, skipping) = (shape != Shape::Heading, false);
            }
        }
    }
    pieces.retain(|piece| !piece.range.is_empty());
    pieces
}

/// What a line begins, and how long its mark is.
fn shape(line: &str) -> (Shape, usize) {
    let hashes = line.len() - line.trim_start_matches('#').len();
    if hashes > 0 && line[hashes..].starts_with(' ') {
        return (Shape::Heading, hashes);
    }
    if let Some(sign) = line.chars().next().filter(|sign| matches!(sign, '-' | '+'))
        && line[1..].starts_with(' ')
    {
        return (Shape::Item(sign), 1);
    }
    let mark = line.split(' ').next().unwrap_or_default();
    let inner = mark.strip_suffix(['.', ')']).unwrap_or_default();
    if mark.len() < line.len() && !inner.is_empty() {
        if inner.split('.').all(|part| !part.is_empty() && part.chars().all(|digit| digit.is_ascii_digit())) {
            return (Shape::Item('1'), mark.len());
        }
        if inner.chars().count() == 1 && inner.chars().all(char::is_lowercase) && mark.ends_with(')') {
            return (Shape::Item('a'), mark.len());
        }
    }
    (Shape::Paragraph, 0)
}

/// A range without the spaces at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}
