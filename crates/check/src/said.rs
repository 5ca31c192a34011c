//! What a document says in its running text.

use baocao_core::document::{Block, Runs, plain_text};

/// The text of a block of prose.
pub(crate) fn said(block: &Block) -> Option<String> {
    runs(block).map(|text| plain_text(text))
}

/// Its runs.
pub(crate) fn runs(block: &Block) -> Option<&Runs> {
    match block {
        Block::Heading { text, .. } | Block::Paragraph { text } | Block::Item { text, .. } | Block::Ground { text } => {
            Some(text)
        }
        _ => None,
    }
}
