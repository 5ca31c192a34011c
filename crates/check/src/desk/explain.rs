//! The account of a report's figures.

use baocao_core::report::ReportFile;

use super::{Desk, Read, unread};
use crate::explain::{self, Explained};
use crate::{Outcome, Settings, Subject};

impl Desk {
    /// Reads and checks a report and finds every place where its document prints a figure. The document that is marked
    /// at these places comes with the account: laid out, it tells their pages. A report that cannot be read has no
    /// account; one whose document cannot be composed has, without places.
    pub fn explain(&self, report: ReportFile<'_>, settings: &Settings) -> Outcome<Explained> {
        let mut findings = Vec::new();
        let Some(read) = self.read(report, None, &mut findings) else { return unread(findings) };
        let document = self.document(&read, None, &mut findings);
        let subject = Subject::new(&read.report, &read.input, read.script.set(), &read.figures, document.as_ref());
        let mut settings = settings.clone().with_report(&read.report, &read.input);
        findings.extend(settings.take_findings());
        let mut mentions = explain::mentions(&subject);
        let (printed, marked) = document.as_ref().map(|document| explain::prints(document, &mut mentions)).unzip();
        let review = crate::check(&subject, findings, &settings);
        let Read { input, report, script, earlier, figures, images, .. } = read;
        let findings = review.findings.clone();
        let explained =
            Explained { input, report, script, figures, earlier, findings, printed, mentions, images, marked };
        Outcome { value: Some(explained), review }
    }
}
