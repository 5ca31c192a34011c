//! Documents as they are composed.

use baocao_core::document::{Block, Inline};
use serde_json::json;

use crate::common::{composed, set};

/// The last block of a document whose text ends so.
fn last(text: &str) -> Block {
    let (document, findings) = composed(set(&[]), &json!({ "sections": { "ket-qua.khac": "Một.", "ket-thuc": text } }));
    document.unwrap_or_else(|| panic!("{findings:?}")).body.pop().unwrap()
}

#[test]
fn the_sign_takes_the_place_of_the_punctuation() {
    let ended = |markdown: &str| match last(markdown) {
        Block::Paragraph { text } => text.to_vec(),
        other => panic!("{other:?}"),
    };
    let text = |text: &str| Inline::Text(text.to_owned());
    assert_eq!(ended("Hết."), [text("Hết./.")]);
    assert_eq!(ended("Hết./."), [text("Hết./.")]);
    assert_eq!(ended("**Hết;**"), [Inline::Bold(vec![text("Hết")]), text("./.")]);
    let note = Inline::Footnote(vec![text("Chú thích.")].into());
    assert_eq!(ended("Hết.[^1]\n\n[^1]: Chú thích."), [text("Hết"), note, text("./.")]);
    assert!(matches!(last("Như sau:\n\n| A |\n|---|\n| 1 |"), Block::Table { end: true, .. }));
}
