//! Laying a document out.

use ecow::EcoVec;
use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic};
use typst::model::Document as _;
use typst_layout::PagedDocument;

use super::press::{Laid, Press};
use super::world::ClosedWorld;
use super::{Fonts, pieces};
use crate::diagnostic::{Finding, Message, Place};
use crate::document::Document;
use crate::msg;
use crate::report::Images;
use crate::template::Templates;

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

/// Lays a document out. What the layout says of it is added to the findings.
pub fn pages(
    document: &Document,
    attachments: &[Attachment],
    images: &Images,
    templates: &Templates,
    fonts: &Fonts,
    findings: &mut Vec<Finding>,
) -> Option<Pages> {
    let laid = pieces::lay_out(&Press { attachments, images, templates, fonts }, document)?;
    let mut first = None;
    let mut pages = EcoVec::new();
    for Laid { world, result } in laid {
        tell(&world, &result.warnings, findings);
        match result.output {
            Ok(document) => {
                pages.extend(document.pages().iter().cloned());
                first.get_or_insert((document, world));
            }
            Err(errors) => {
                tell(&world, &errors, findings);
                return None;
            }
        }
    }
    let (document, world) = first?;
    let count = pages.len();
    if count > MOST_PAGES {
        findings.push(
            Finding::error(
                "sap-chu/qua-nhieu-trang",
                msg!("văn bản có quá nhiều trang", "the document has too many pages"),
            )
            .found(count.to_string())
            .expected(msg!("không quá {MOST_PAGES} trang", "at most {MOST_PAGES} pages")),
        );
        return None;
    }
    let is_whole = count == document.pages().len();
    let document = if is_whole { document } else { PagedDocument::new(pages, document.info().clone()) };
    Some(Pages { document, world })
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
