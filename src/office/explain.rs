//! The account of a report's figures.

use std::path::Path;
use std::sync::Arc;

use super::{Office, Read};
use crate::check::{self, Review, Settings, Subject};
use crate::compose::{Material, compose};
use crate::document::Document;
use crate::explain::{self, Explained, Mention, Printed};
use crate::form::trace::Trace;
use crate::msg;
use crate::narrative::Earlier;
use crate::report::Report;
use crate::typeset;

impl Office {
    /// Reads and checks a report and finds every place where its document prints a figure. With `pages` the document is
    /// laid out too, so that the pages of these places are known; without, that time is saved. A report that cannot be
    /// read has no account; what the rules say of it comes in its place.
    pub fn explain(
        &self,
        name: &str,
        bytes: Vec<u8>,
        folder: &Path,
        settings: &Settings,
        pages: bool,
    ) -> Result<Explained, Review> {
        let mut findings = Vec::new();
        let Some(read) = self.read(name, bytes, folder, &mut findings) else {
            let reason = msg!("báo cáo không đọc được", "the report cannot be read");
            return Err(Review::unread(findings, &reason));
        };
        let document = self.document(&read, &mut findings);
        let subject = Subject::new(&read.report, &read.input, read.script.set(), &read.figures, document.as_ref());
        let mut settings = settings.clone().with_report(&read.report, &read.input);
        findings.extend(settings.take_findings());
        let mut mentions = explain::mentions(&subject);
        let printed = document.as_ref().and_then(|document| self.printed(&read, document, &mut mentions, pages));
        let review = check::check(&subject, findings, &settings);
        let Read { input, report, script, earlier, figures, .. } = read;
        Ok(Explained { input, report, script, figures, earlier, review, printed, mentions })
    }

    /// Where a document prints its figures, and the texts that name them.
    fn printed(&self, read: &Read, document: &Document, mentions: &mut [Mention], pages: bool) -> Option<Vec<Printed>> {
        let trace = Arc::new(Trace::default());
        let figures = read.figures.traced(&trace, false);
        let earlier = read.earlier.clone().map(|earlier| {
            let figures = earlier.figures.traced(&trace, true);
            Earlier { figures, ..earlier }
        });
        let Read { input, report, script, files, .. } = read;
        let script = Arc::clone(script);
        let material = Material { report, input, script, figures: &figures, files, earlier };
        // What is wrong was told when the document itself was composed.
        let traced = compose(material, &mut Vec::new())?;
        let (mut printed, mut placed) = explain::prints(document, &traced, &trace.spoken());
        let typed = self.typed(read, mentions);
        let places = typed.map(|typed| explain::place_mentions(&mut placed, &typed, mentions, printed.len()));
        if pages && typeset::marks_places(&self.templates) {
            let laid = typeset::pages(&placed, &[], &read.images, &self.templates, &self.fonts, &mut Vec::new());
            if let Some(laid) = laid {
                let pages = typeset::places(&laid);
                explain::with_pages(&mut printed, &pages);
                for (mention, place) in mentions.iter_mut().zip(places.into_iter().flatten()) {
                    mention.page = place.and_then(|place| pages.get(&place).copied());
                }
            }
        }
        Some(printed)
    }

    /// The document with marks in the texts that people typed; none where nothing is marked.
    fn typed(&self, read: &Read, mentions: &[Mention]) -> Option<Document> {
        if mentions.is_empty() {
            return None;
        }
        let Read { input, script, files, earlier, figures, .. } = read;
        let report: Report = serde_json::from_str(&explain::marked(&input.source.text, mentions)).ok()?;
        let (script, earlier) = (Arc::clone(script), earlier.clone());
        compose(Material { report: &report, input, script, figures, files, earlier }, &mut Vec::new())
    }
}
