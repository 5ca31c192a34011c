//! Paragraphs and headings do not end in a scrap: their last words stay on one line.

use crate::document::{Block, Document, Inline};

/// So many letters at least end a paragraph on one line: as wide as a tenth of it.
const LAST_LETTERS: usize = 9;

/// Keeps the last words of paragraphs, items and headings together.
pub(super) fn keep_last_words_together(document: &mut Document) {
    let sheets = document.appendices.iter_mut().flat_map(|appendix| &mut appendix.sheets);
    for block in document.body.iter_mut().chain(sheets.flat_map(|sheet| &mut sheet.blocks)) {
        if let Block::Paragraph { text }
        | Block::Item { text, .. }
        | Block::Ground { text }
        | Block::Heading { text, .. } = block
        {
            keep_together(text, LAST_LETTERS);
        }
    }
}

/// Keeps the last letters together; says how many are still to come before these runs.
fn keep_together(runs: &mut [Inline], letters: usize) -> usize {
    let mut left = letters;
    for run in runs.iter_mut().rev() {
        match run {
            Inline::Text(text) => {
                let Some((from, _)) = text.char_indices().rev().take(left).last() else { continue };
                left -= text[from..].chars().count();
                let end = text[from..].replace(' ', "\u{a0}");
                text.replace_range(from.., &end);
            }
            Inline::Keep(text) | Inline::Super(text) | Inline::Sub(text) => {
                left = left.saturating_sub(text.chars().count());
            }
            Inline::Bold(inner) | Inline::Italic(inner) => left = keep_together(inner, left),
            Inline::Footnote(_) | Inline::Cited(_) | Inline::Mark(_) | Inline::Place(_) | Inline::Turn => {}
            Inline::Break => return 0,
        }
        if left == 0 {
            break;
        }
    }
    left
}
