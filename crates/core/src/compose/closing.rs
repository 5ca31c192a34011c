//! The sign that a text ends with.

use crate::document::{Block, Chart, Document, Inline, Picture, plain_text};

/// `./.` (NĐ 30/2020/NĐ-CP, Annex III, forms 1.4 and 2.1).
const END: &str = "./.";

/// Ends the last paragraph with `./.`. Where the last block is a table the sign stands under it.
pub(super) fn end(blocks: &mut [Block]) {
    let text = match blocks.last_mut() {
        Some(Block::Paragraph { text } | Block::Item { text, .. }) => text,
        Some(Block::Table { end, .. } | Block::Chart(Chart { end, .. }) | Block::Picture(Picture { end, .. })) => {
            *end = true;
            return;
        }
        _ => return,
    };
    end_text(text);
}

/// Where the sign finds no room under the last row of a table, because a page could not hold that row, it ends the longest text
/// of the row. Rows must be settled.
pub(super) fn end_in_tall_rows(document: &mut Document) {
    let sheets =
        document.appendices.iter_mut().flat_map(|appendix| &mut appendix.sheets).map(|sheet| &mut sheet.blocks);
    for block in sheets.chain([&mut document.body]).flatten() {
        let Block::Table { table, end } = block else { continue };
        if !*end || !table.notes.is_empty() || table.can_end_below() {
            continue;
        }
        let cells = table.body.last_mut().into_iter().flat_map(|row| &mut row.cells);
        if let Some(cell) = cells.max_by_key(|cell| plain_text(&cell.text).chars().count()) {
            end_text(&mut cell.text);
            *end = false;
        }
    }
}

fn end_text(text: &mut Vec<Inline>) {
    trim(text);
    match text.last_mut() {
        Some(Inline::Text(last)) => last.push_str(END),
        _ => text.push(Inline::Text(END.to_owned())),
    }
}

/// Takes away the punctuation that the author put at the end, before the marks of footnotes too.
fn trim(text: &mut Vec<Inline>) {
    let notes = text.iter().rev().take_while(|run| matches!(run, Inline::Footnote(_) | Inline::Cited(_))).count();
    let notes = text.split_off(text.len() - notes);
    trim_end(text);
    text.extend(notes);
}

fn trim_end(text: &mut Vec<Inline>) {
    match text.last_mut() {
        Some(Inline::Text(last)) => {
            let kept = last.trim_end_matches(['.', ';', '/', ' ']).len();
            last.truncate(kept);
            if last.is_empty() {
                text.pop();
            }
        }
        Some(Inline::Bold(inner) | Inline::Italic(inner)) => trim(inner),
        _ => {}
    }
}
