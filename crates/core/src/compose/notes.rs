//! Footnotes that are referred to more than once.

use crate::document::{Block, Cited, Document, Inline, Row, Runs};

/// Counts how many notes were begun since the one that each mark refers to. A note whose first mark is not printed, in an
/// extract, is begun where it is referred to again.
pub(super) fn count_back(document: &mut Document) {
    let mut begun = Vec::new();
    let sheets = document.appendices.iter_mut().flat_map(|appendix| &mut appendix.sheets);
    for block in document.body.iter_mut().chain(sheets.flat_map(|sheet| &mut sheet.blocks)) {
        match block {
            Block::Heading { text, .. }
            | Block::Paragraph { text }
            | Block::Item { text, .. }
            | Block::Ground { text }
            | Block::Centred { text }
            | Block::FormHeading { title: text, .. }
            | Block::Caption { title: text } => count(text, &mut begun),
            Block::Table { table, .. } => {
                let cells = |row: &mut Row| row.cells.iter_mut().for_each(|cell| count(&mut cell.text, &mut begun));
                table.header.iter_mut().chain(&mut table.body).for_each(cells);
            }
            Block::Chart(_) | Block::Picture(_) => {}
        }
    }
}

fn count(runs: &mut [Inline], begun: &mut Vec<Runs>) {
    for run in runs {
        match run {
            Inline::Footnote(text) => begun.push(text.clone()),
            Inline::Cited(Cited { back, text }) => match begun.iter().rev().position(|note| note == text) {
                Some(since) => *back = since,
                None => {
                    begun.push(text.clone());
                    *run = Inline::Footnote(std::mem::take(text));
                }
            },
            Inline::Bold(inner) | Inline::Italic(inner) => count(inner, begun),
            _ => {}
        }
    }
}
