//! The account of a report's figures.

use std::path::Path;
use std::sync::Arc;

use super::{Office, Read};
use crate::check::{self, Review, Settings, Subject};
use crate::compose::{Material, compose};
use crate::document::Document;
use crate::explain::{self, Explained, Printed};
use crate::form::trace::Trace;
use crate::msg;
use crate::narrative::Earlier;
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
        let printed = document.as_ref().and_then(|document| self.printed(&read, document, pages));
        let subject = Subject::new(&read.report, &read.input, read.script.set(), &read.figures, document.as_ref());
        let mut settings = settings.clone().with_report(&read.report, &read.input);
        findings.extend(settings.take_findings());
        let mentions = explain::mentions(&subject);
        let review = check::check(&subject, findings, &settings);
        let Read { input, report, script, earlier, figures, .. } = read;
        Ok(Explained { input, report, script, figures, earlier, review, printed, mentions })
    }

    /// Where a document prints its figures.
    fn printed(&self, read: &Read, document: &Document, pages: bool) -> Option<Vec<Printed>> {
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
        let (mut printed, placed) = explain::prints(document, &traced, &trace.spoken());
        if pages && typeset::marks_places(&self.templates) {
            let laid = typeset::pages(&placed, &[], &read.images, &self.templates, &self.fonts, &mut Vec::new());
            if let Some(laid) = laid {
                explain::with_pages(&mut printed, &typeset::places(&laid));
            }
        }
        Some(printed)
    }
}
