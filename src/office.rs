//! The whole way from bytes to pages, with what an office brings.

use baocao_check::explain::Explained;
use baocao_check::{Composed, Desk, Outcome, Settings};
use baocao_core::diagnostic::{Finding, Severity, worst};
use baocao_core::limits::Limits;
use baocao_core::report::ReportFile;
use baocao_core::template::Templates;
use baocao_typeset::{self as typeset, Fonts, Pages, Standards, Typesetter};

/// What an office brings to every report: templates, fonts, limits. Template sets are read and parsed once, and what
/// repeats from document to document is laid out once: an office that makes many reports is kept.
#[derive(Debug)]
pub struct Office {
    desk: Desk,
    typesetter: Typesetter,
}

impl Default for Office {
    fn default() -> Self {
        Self::new(Templates::default(), Fonts::default(), Limits::default())
    }
}

impl Office {
    /// An office with its templates, built in or overlaid, its fonts, and what inputs may be at most.
    pub fn new(templates: Templates, fonts: Fonts, limits: Limits) -> Self {
        let typesetter = Typesetter::new(&templates, &fonts, &limits);
        Self { desk: Desk::new(templates, limits, Box::new(fonts)), typesetter }
    }

    /// What inputs may be at most.
    pub fn limits(&self) -> &Limits {
        self.desk.limits()
    }

    /// Reads a report and composes its document, without a check.
    pub fn compose(&self, report: ReportFile<'_>) -> Outcome<Composed> {
        self.desk.compose(report)
    }

    /// Reads a report, composes its document and checks both. The document is there where nothing forbids it: an error
    /// of a rule forbids it too.
    pub fn review(&self, report: ReportFile<'_>, settings: &Settings) -> Outcome<Composed> {
        self.desk.review(report, settings)
    }

    /// Reads and checks a report and finds every place where its document prints a figure. With `pages` the document is
    /// laid out too, so that the pages of these places are known; without, that time is saved. Of a report that cannot be
    /// read there is no account; of one with errors there is.
    pub fn explain(&self, report: ReportFile<'_>, settings: &Settings, pages: bool) -> Outcome<Explained> {
        self.desk.explain(report, settings).map(|mut explained| {
            if let Some(marked) = explained.marked.as_ref().filter(|_| pages) {
                let pages = self.typesetter.places(&marked.document, &explained.images);
                explained.set_pages(&pages);
            }
            explained
        })
    }

    /// Lays a document out. With `attach` the report's bytes go into the PDF.
    pub fn pages(&self, composed: &Composed, attach: bool) -> Outcome<Pages> {
        let attachments = if attach { composed.attachments() } else { Vec::new() };
        Outcome::of(|findings| self.typesetter.pages(&composed.document, &attachments, &composed.images, findings))
    }

    /// Writes pages as a PDF of some standards.
    pub fn print(&self, pages: &Pages, standards: &Standards) -> Outcome<Vec<u8>> {
        Outcome::of(|findings| typeset::pdf(pages, standards, findings))
    }

    /// The whole way from a report to its PDF: the check as it is without settings, the report inside where the standards
    /// allow that.
    pub fn pdf(&self, report: ReportFile<'_>, standards: &Standards) -> Outcome<Vec<u8>> {
        self.review(report, &Settings::default())
            .and_then(|composed| self.pages(&composed, standards.allow_attachment()))
            .and_then(|pages| self.print(&pages, standards))
    }

    /// The whole way with settings: how many pages the PDF has, and the PDF. Where it is strict, warnings forbid it too.
    #[doc(hidden)]
    pub fn document(
        &self,
        report: ReportFile<'_>,
        settings: &Settings,
        standards: &Standards,
        strict: bool,
    ) -> Outcome<(usize, Vec<u8>)> {
        let forbidden = |findings: &[Finding]| strict && worst(findings) >= Some(Severity::Warning);
        let mut reviewed = self.review(report, settings);
        reviewed.value.take_if(|_| forbidden(&reviewed.review.findings));
        let mut made = reviewed.and_then(|composed| {
            let pages = self.pages(&composed, standards.allow_attachment());
            pages.and_then(|pages| self.print(&pages, standards).map(|pdf| (pages.count(), pdf)))
        });
        made.value.take_if(|_| forbidden(&made.review.findings));
        made
    }
}
