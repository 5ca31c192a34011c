//! What the report inside of a PDF says about the document.

use baocao::sources::Sources;
use baocao_archive::{Metadata, Recipient, SignerInfo};
use baocao_core::report::{Document, PromulgationDate};
use serde_json::Value;

/// The metadata that the report says; none where no report is inside.
pub(super) fn metadata(sources: &Sources) -> Metadata {
    sources.document().map(|document| of_document(&document)).unwrap_or_default()
}

fn of_document(document: &Document) -> Metadata {
    let text = |text: &baocao_core::report::Text| baocao_vietnamese::one_line(text);
    // As reports name it.
    let word = |value: Value| value.as_str().map(str::to_owned);
    let date = match document.promulgation.parsed() {
        Some(PromulgationDate::Day(day)) => Some(day),
        _ => None,
    };
    let signer = |signer: &baocao_core::report::Signer| SignerInfo {
        position: Some(text(&signer.position)),
        full_name: signer.full_name.as_ref().map(text),
    };
    let to = document.to.iter().chain(&document.recipients);
    Metadata {
        type_name: Some(text(&document.type_name)),
        code_number: document.code_number.map(|number| format!("{number:02}")),
        code_notation: Some(text(&document.code_notation)),
        issued_date: date,
        organ_id: document.organ.organ_id.as_ref().map(text),
        organ_name: Some(text(&document.organ.organ_name)),
        subject: Some(text(&document.subject)),
        language: Some("Tiếng Việt".to_owned()),
        signer_info: document.signers.iter().map(signer).collect(),
        to: to.map(|name| Recipient { organ_id: None, organ_name: Some(text(name)) }).collect(),
        urgency: document.stamps.urgency.and_then(|urgency| word(serde_json::to_value(urgency).ok()?)),
        secrecy: document.stamps.secrecy.and_then(|secrecy| word(serde_json::to_value(secrecy).ok()?)),
        issued_amount: document.drafter.as_ref().and_then(|drafter| drafter.copies),
        ..Metadata::default()
    }
}
