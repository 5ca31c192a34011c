//! Laying a document out.

use std::borrow::Cow;
use std::sync::Arc;

use serde::Serialize;
use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic, SourceResult, Warned};
use typst::foundations::Bytes;
use typst_layout::PagedDocument;

use super::Fonts;
use super::spans;
use super::world::ClosedWorld;
use crate::diagnostic::{Finding, Message, Place, Source};
use crate::document::Document;
use crate::msg;
use crate::report::Images;
use crate::template::Templates;

/// Spans are cut at page breaks so many times: each cut can move the breaks after it.
const MOST_ROUNDS: usize = 4;

/// A document may have no more pages.
const MOST_PAGES: usize = 2_000;

/// A file attached to the PDF: the report, or the rows of a table.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Its file name.
    pub name: String,
    /// Its bytes, unchanged.
    pub bytes: Vec<u8>,
}

/// Pages, and the world that they were made in.
pub struct Pages {
    /// The laid-out pages.
    pub document: PagedDocument,
    pub(super) world: ClosedWorld,
}

/// What the layout reads as `/data.json`.
#[derive(Serialize)]
struct Data<'a> {
    #[serde(flatten)]
    document: &'a Document,
    fonts: Vec<&'static str>,
    attachments: Vec<AttachmentData<'a>>,
}

#[derive(Serialize)]
struct AttachmentData<'a> {
    name: &'a str,
    path: String,
    mime_type: &'static str,
    description: &'static str,
}

/// Lays a document out. What the layout says of it is added to the findings.
pub fn pages(
    document: &Document,
    attachments: &[Attachment],
    images: &Images,
    templates: &Templates,
    fonts: &Fonts,
    findings: &mut Vec<Finding>,
) -> Option<Pages> {
    let mut document = Cow::Borrowed(document);
    for _ in 0..MOST_ROUNDS {
        let (world, result) = laid_out(&document, attachments, images, templates, fonts)?;
        if let Ok(pages) = &result.output
            && let Some(cut) = spans::cut(&document, pages)
        {
            // What was laid out before is kept by the typesetter: only what changed is laid out anew.
            document = Cow::Owned(cut);
            continue;
        }
        return finished(world, result, findings);
    }
    let (world, result) = laid_out(&document, attachments, images, templates, fonts)?;
    finished(world, result, findings)
}

/// A world with the document in it, and what the typesetter makes of it.
fn laid_out(
    document: &Document,
    attachments: &[Attachment],
    images: &Images,
    templates: &Templates,
    fonts: &Fonts,
) -> Option<(ClosedWorld, Warned<SourceResult<PagedDocument>>)> {
    let data = Data {
        document,
        fonts: fonts.families(),
        attachments: attachments
            .iter()
            .enumerate()
            .map(|(index, attachment)| AttachmentData {
                name: &attachment.name,
                path: attachment_path(index),
                mime_type: mime_type(&attachment.name),
                description: if index == 0 {
                    "Dữ liệu gốc của báo cáo (JSON)"
                } else {
                    "Dữ liệu gốc của bảng"
                },
            })
            .collect(),
    };
    let data = serde_json::to_vec(&data).ok()?;
    let mut files = vec![("/data.json".to_owned(), Bytes::new(data))];
    for (index, attachment) in attachments.iter().enumerate() {
        files.push((attachment_path(index), Bytes::new(attachment.bytes.clone())));
    }
    files.extend(images.iter().map(|(name, bytes)| (format!("/{name}"), Bytes::new(bytes.clone()))));
    let world = ClosedWorld::new(&layout(templates), files, fonts)?;
    let result = typst::compile::<PagedDocument>(&world);
    Some((world, result))
}

/// The name under which the layout finds an attachment.
fn attachment_path(index: usize) -> String {
    format!("/attachments/{index}")
}

fn mime_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("csv") => "text/csv",
        Some("ndjson" | "jsonl") => "application/x-ndjson",
        _ => "application/json",
    }
}

fn finished(
    world: ClosedWorld,
    result: Warned<SourceResult<PagedDocument>>,
    findings: &mut Vec<Finding>,
) -> Option<Pages> {
    tell(&world, &result.warnings, findings);
    match result.output {
        Ok(document) if document.pages().len() > MOST_PAGES => {
            let count = document.pages().len();
            findings.push(
                Finding::error(
                    "sap-chu/qua-nhieu-trang",
                    msg!("văn bản có quá nhiều trang", "the document has too many pages"),
                )
                .found(count.to_string())
                .expected(msg!("không quá {MOST_PAGES} trang", "at most {MOST_PAGES} pages")),
            );
            None
        }
        Ok(document) => Some(Pages { document, world }),
        Err(errors) => {
            tell(&world, &errors, findings);
            None
        }
    }
}

/// The layout files, `main.typ` first.
fn layout(templates: &Templates) -> Vec<(String, Arc<Source>)> {
    let mut files: Vec<_> = templates.layout().map(|(name, source)| (format!("/{name}"), Arc::clone(source))).collect();
    files.sort_by_key(|(name, _)| name != "/main.typ");
    files
}

/// Messages of the typesetter as findings.
pub(super) fn tell(world: &ClosedWorld, messages: &[SourceDiagnostic], findings: &mut Vec<Finding>) {
    for message in messages {
        let text = message.message.to_string();
        let place = message.span.id().and_then(|id| {
            let origin = world.origin(id)?;
            Some(Place::new(origin, world.range(message.span)?))
        });
        let (id, vi, en) = match message.severity {
            Severity::Error => ("sap-chu/loi", "không dàn được trang", "the pages cannot be laid out"),
            Severity::Warning => ("sap-chu/canh-bao", "cảnh báo khi dàn trang", "a warning of the layout"),
        };
        let message_text = Message::new(vi, en);
        let mut finding = match message.severity {
            Severity::Error => Finding::error(id, message_text),
            Severity::Warning => Finding::warning(id, message_text),
        };
        finding = finding.at(place).found(text);
        if let Some(hint) = message.hints.first() {
            let hint = hint.v.to_string();
            finding = finding.hint(Message::new(hint.clone(), hint));
        }
        findings.push(finding);
    }
}
