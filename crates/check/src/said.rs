//! What a document says in its running text.

use baocao_core::document::{Block, plain_text};

/// The text of a block of prose.
pub(crate) fn said(block: &Block) -> Option<String> {
    match block {
        Block::Heading { text, .. } | Block::Paragraph { text } | Block::Item { text, .. } | Block::Ground { text } => {
            Some(plain_text(text))
        }
        _ => None,
    }
}
