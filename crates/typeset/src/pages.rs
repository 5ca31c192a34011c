//! Laying a document out.

use baocao_core::diagnostic::{Finding, Message, Place};
use baocao_core::{kinds, msg};
use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic};
use typst_layout::PagedDocument;

use super::press::Laid;
use super::typed;
use super::world::ClosedWorld;

/// Pages, and the world that they were made in.
pub struct Pages {
    /// The laid-out pages.
    pub document: PagedDocument,
    pub(super) world: ClosedWorld,
}

impl Pages {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }
}

/// What was laid out as pages; what the layout says of it is added to the findings.
pub(super) fn pages(laid: Laid, most: usize, findings: &mut Vec<Finding>) -> Option<Pages> {
    let Laid { world, result } = laid;
    tell(&world, &result.warnings, findings);
    match result.output {
        Ok(document) if document.pages().len() > most => {
            let count = document.pages().len();
            findings.push(
                kinds::typesetting::TOO_MANY_PAGES
                    .finding(msg!("văn bản có quá nhiều trang", "the document has too many pages"))
                    .found(count.to_string())
                    .expected(msg!("không quá {most} trang", "at most {most} pages")),
            );
            None
        }
        Ok(document) => Some(Pages { document: typed::as_typed(document), world }),
        Err(errors) => {
            tell(&world, &errors, findings);
            None
        }
    }
}

/// Messages of the typesetter as findings.
pub(super) fn tell(world: &ClosedWorld, messages: &[SourceDiagnostic], findings: &mut Vec<Finding>) {
    for message in messages {
        let text = message.message.to_string();
        let place = message.span.id().and_then(|id| {
            let origin = world.origin(id)?;
            Some(Place::new(origin, world.range(message.span)?))
        });
        let mut finding = match message.severity {
            Severity::Error => {
                kinds::typesetting::FAILED.finding(msg!("không dàn được trang", "the pages cannot be laid out"))
            }
            Severity::Warning => {
                kinds::typesetting::WARNED.finding(msg!("cảnh báo khi dàn trang", "a warning of the layout"))
            }
        };
        finding = finding.at(place).found(text);
        if let Some(hint) = message.hints.first() {
            let hint = hint.v.to_string();
            finding = finding.hint(Message::new(hint.clone(), hint));
        }
        findings.push(finding);
    }
}
