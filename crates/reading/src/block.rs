//! The paragraphs and list items of a text, with their places.

use std::ops::Range;

use baocao_core::markdown;

use crate::Passage;
use crate::cells::is_row;

/// What a piece of Markdown is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A paragraph.
    Paragraph,
    /// A list item, by its mark: `-`, `+`, or `1` for all numbers, `a` for all letters.
    Item(char),
    /// A heading.
    Heading,
    /// The text of a footnote.
    Note,
}

/// A paragraph, an item or a heading of a text.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub shape: Shape,
    /// Its words, without the mark.
    pub range: Range<usize>,
    /// Whether all of it is bold or in italics.
    pub emphasised: bool,
}

/// The blocks of a passage, notes among them; tables are left out.
pub(crate) fn blocks(passage: &Passage<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    // The sort of mark that the last block began with.
    let mut began = None;
    let mut skipping = false;
    let mut start = 0;
    for line in passage.text.split('\n') {
        let range = trimmed(&passage.text, start..start + line.len());
        let noted = passage.marks_in(range.start..=range.start).iter().any(|mark| mark.opens);
        start += line.len() + 1;
        let words = line.trim();
        if words.is_empty() {
            (open, skipping) = (false, false);
            continue;
        }
        if is_row(words) {
            (open, skipping) = (false, true);
            continue;
        }
        let before = blocks.last().filter(|_| open).map(|last| (&passage.text[last.range.clone()], began));
        let (shape, mark) = if noted {
            (Shape::Note, 0)
        } else if let Some(length) = heading(words) {
            (Shape::Heading, length)
        } else if let Some(item) = markdown::item(&passage.text[range.start..], before) {
            began = Some(item.sort);
            (Shape::Item(item.list), item.length)
        } else {
            (Shape::Paragraph, 0)
        };
        match blocks.last_mut() {
            _ if skipping && shape == Shape::Paragraph => {}
            Some(last) if open && shape == Shape::Paragraph => last.range.end = range.end,
            _ => {
                if !matches!(shape, Shape::Item(_)) {
                    began = None;
                }
                let inner = trimmed(&passage.text, range.start + mark..range.end);
                blocks.push(Block { shape, range: inner, emphasised: false });
                (open, skipping) = (shape != Shape::Heading, false);
            }
        }
    }
    blocks.retain(|block| !block.range.is_empty());
    for block in &mut blocks {
        let written = passage.written(&block.range);
        let (before, after) = (&passage.raw[..written.start], &passage.raw[written.end..]);
        block.emphasised = before.ends_with(['*', '_']) && after.starts_with(['*', '_']);
    }
    blocks
}

/// The length of the mark of a heading.
fn heading(line: &str) -> Option<usize> {
    let hashes = line.len() - line.trim_start_matches('#').len();
    (hashes > 0 && line[hashes..].starts_with(' ')).then_some(hashes)
}

/// A range without the spaces at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}
