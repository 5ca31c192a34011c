//! The account of a report's figures.

use std::sync::Arc;

use baocao_core::compose::{Material, compose};
use baocao_core::document::Document;
use baocao_core::form::trace::Trace;
use baocao_core::narrative::Earlier;
use baocao_core::report::{Report, ReportFile};

use super::{Desk, Read, unread};
use crate::explain::{self, Explained, Marked, Mention, Printed};
use crate::{Outcome, Settings, Subject};

impl Desk {
    /// Reads and checks a report and finds every place where its document prints a figure. The document that is marked
    /// at these places comes with the account: laid out, it tells their pages. A report that cannot be read has no
    /// account; one whose document cannot be composed has, without places.
    pub fn explain(&self, report: ReportFile<'_>, settings: &Settings) -> Outcome<Explained> {
        let mut findings = Vec::new();
        let Some(read) = self.read(report, &mut findings) else { return unread(findings) };
        let document = self.document(&read, None, &mut findings);
        let subject = Subject::new(&read.report, &read.input, read.script.set(), &read.figures, document.as_ref());
        let mut settings = settings.clone().with_report(&read.report, &read.input);
        findings.extend(settings.take_findings());
        let mut mentions = explain::mentions(&subject);
        let (printed, marked) =
            document.as_ref().and_then(|document| self.printed(&read, document, &mut mentions)).unzip();
        let review = crate::check(&subject, findings, &settings);
        let Read { input, report, script, earlier, figures, images, .. } = read;
        let findings = review.findings.clone();
        let explained =
            Explained { input, report, script, figures, earlier, findings, printed, mentions, images, marked };
        Outcome { value: Some(explained), review }
    }

    /// Where a document prints its figures, and the texts that name them.
    pub(super) fn printed(
        &self,
        read: &Read,
        composed: &Document,
        mentions: &mut [Mention],
    ) -> Option<(Vec<Printed>, Marked)> {
        let trace = Arc::new(Trace::default());
        let figures = read.figures.traced(&trace, false);
        let earlier = read.earlier.clone().map(|earlier| {
            let figures = earlier.figures.traced(&trace, true);
            Earlier { figures, ..earlier }
        });
        let Read { input, report, script, files, .. } = read;
        let script = Arc::clone(script);
        let material = Material { report, input, script, figures: &figures, files, earlier, copying: None };
        // What is wrong was told when the document itself was composed.
        let traced = compose(material, &mut Vec::new())?;
        let (printed, mut document) = explain::prints(composed, &traced, &trace.spoken());
        let typed = self.typed(read, mentions);
        let places = typed.map(|typed| explain::place_mentions(&mut document, &typed, mentions, printed.len()));
        Some((printed, Marked { document, mentions: places.unwrap_or_default() }))
    }

    /// The document with marks in the texts that people typed; none where nothing is marked.
    fn typed(&self, read: &Read, mentions: &[Mention]) -> Option<Document> {
        if mentions.is_empty() {
            return None;
        }
        let Read { input, script, files, earlier, figures, .. } = read;
        let source = &input.source;
        let mut report: Report = serde_json::from_str(&explain::marked(source, 0, &source.text, mentions)).ok()?;
        for text in input.texts() {
            text.put(&explain::marked(&text.source, text.span.start, &text.text, mentions), &mut report);
        }
        let (script, earlier) = (Arc::clone(script), earlier.clone());
        compose(Material { report: &report, input, script, figures, files, earlier, copying: None }, &mut Vec::new())
    }
}
