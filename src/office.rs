//! The whole way from bytes to pages, with what an office brings.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use baocao_check::explain::Explained;
use baocao_check::mend::Mended;
use baocao_check::{Composed, Desk, Outcome, Settings};
use baocao_core::compose::box14;
use baocao_core::diagnostic::{Finding, Severity, worst};
use baocao_core::document::{Attachment, Portion};
use baocao_core::limits::Limits;
use baocao_core::provenance::{Given, Provenance, RECORD};
use baocao_core::report::{CopyFile, ReportFile};
use baocao_core::template::Templates;
use baocao_typeset::{self as typeset, Fonts, Pages, Standards, Typesetter};

/// What an office brings to every report: templates, fonts, limits. Template sets are read and parsed once, and what
/// repeats from document to document is laid out once: an office that makes many reports is kept.
#[derive(Debug)]
pub struct Office {
    desk: Desk,
    typesetter: Typesetter,
    /// The hashes of its fonts.
    fonts: BTreeMap<String, String>,
    /// Those of the files of its template sets, by set.
    templates: Mutex<BTreeMap<String, BTreeMap<String, String>>>,
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
        let (digests, known) = (fonts.digests(), Mutex::default());
        Self { desk: Desk::new(templates, limits, Box::new(fonts)), typesetter, fonts: digests, templates: known }
    }

    /// What inputs may be at most.
    pub fn limits(&self) -> &Limits {
        self.desk.limits()
    }

    /// Reads a report and composes its document, without a check.
    pub fn compose(&self, report: ReportFile<'_>) -> Outcome<Composed> {
        self.desk.compose(report)
    }

    /// Reads a report and composes a copy of its document.
    #[doc(hidden)]
    pub fn copy(&self, report: ReportFile<'_>, copy: CopyFile) -> Outcome<Composed> {
        self.desk.copy(report, copy)
    }

    /// Reads a report, composes its document and checks both. The document is there where nothing forbids it: an error
    /// of a rule forbids it too.
    pub fn review(&self, report: ReportFile<'_>, settings: &Settings) -> Outcome<Composed> {
        self.desk.review(report, settings)
    }

    /// Mends what findings of a report say would mend them.
    #[doc(hidden)]
    pub fn mend(&self, report: ReportFile<'_>, settings: &Settings) -> Option<Mended> {
        self.desk.mend(report, settings)
    }

    /// Reads and checks a report and finds every place where its document prints a figure. With `pages` the document is
    /// laid out too, so that the pages of these places are known; without, that time is saved. Of a report that cannot be
    /// read there is no account; of one with errors there is.
    pub fn explain(&self, report: ReportFile<'_>, settings: &Settings, pages: bool) -> Outcome<Explained> {
        self.desk.explain(report, settings).map(|mut explained| {
            if let Some(marked) = explained.marked.as_ref().filter(|_| pages) {
                let pages = self.typesetter.places(marked, &explained.images);
                explained.set_pages(&pages);
            }
            explained
        })
    }

    /// Lays a document out. What it was made from goes into the PDF where the standards that it is to meet are given, and
    /// allow that: the report and the files that it draws on, byte for byte, and a record of all that counts.
    pub fn pages(&self, composed: &Composed, standards: Option<&Standards>) -> Outcome<Pages> {
        Outcome::of(|findings| {
            if composed.copy.is_none() {
                box14::tell(&composed.report, &composed.input, false, findings);
            }
            self.portion(composed, standards, Portion::Whole, findings)
        })
    }

    /// Lays a document out for files: the document without its appendices first, then each appendix. Otherwise as `pages`.
    #[doc(hidden)]
    pub fn files(&self, composed: &Composed, standards: Option<&Standards>) -> Outcome<Vec<(Portion, Pages)>> {
        Outcome::of(|findings| {
            box14::tell(&composed.report, &composed.input, !composed.document.appendices.is_empty(), findings);
            let portions = composed.document.portions();
            portions.map(|own| Some((own, self.portion(composed, standards, own, findings)?))).collect()
        })
    }

    /// Lays a part of a document out.
    pub(crate) fn portion(
        &self,
        composed: &Composed,
        standards: Option<&Standards>,
        portion: Portion,
        findings: &mut Vec<Finding>,
    ) -> Option<Pages> {
        let attach = |standards: &Standards| self.attachments(composed, standards, portion);
        let attachments = standards.filter(|standards| standards.allow_attachment()).map(attach).unwrap_or_default();
        self.typesetter.pages(&composed.document, portion, &attachments, &composed.images, findings)
    }

    /// What a document was made from, as files.
    fn attachments(&self, composed: &Composed, standards: &Standards, portion: Portion) -> Vec<Attachment> {
        let record = self.provenance(composed, standards, portion).to_bytes();
        let own = |given: Given<'_>| Attachment { name: given.name, bytes: given.bytes.to_vec() };
        let record = Attachment { name: RECORD.to_owned(), bytes: record };
        composed.sources().into_iter().map(own).chain([record]).collect()
    }

    /// The record of what a document is made from.
    pub(crate) fn provenance(&self, composed: &Composed, standards: &Standards, portion: Portion) -> Provenance {
        let (set, fonts) = (&composed.script.set().name, self.fonts.clone());
        let what = (portion, composed.copy.as_ref().map(|copy| copy.order.clone()));
        Provenance::new(what, standards.to_string(), set, self.digests(set), fonts, &composed.sources())
    }

    /// The hashes of the files of a template set.
    fn digests(&self, set: &str) -> BTreeMap<String, String> {
        let mut known = self.templates.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(set.to_owned()).or_insert_with(|| self.desk.templates().digests(set)).clone()
    }

    /// Writes pages as a PDF of some standards.
    pub fn print(&self, pages: &Pages, standards: &Standards) -> Outcome<Vec<u8>> {
        Outcome::of(|findings| typeset::pdf(pages, standards, findings))
    }

    /// The whole way from a report to its PDF: the check as it is without settings, the report inside where the standards
    /// allow that.
    pub fn pdf(&self, report: ReportFile<'_>, standards: &Standards) -> Outcome<Vec<u8>> {
        self.review(report, &Settings::default())
            .and_then(|composed| self.pages(&composed, Some(standards)))
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
            let pages = self.pages(&composed, Some(standards));
            pages.and_then(|pages| self.print(&pages, standards).map(|pdf| (pages.count(), pdf)))
        });
        made.value.take_if(|_| forbidden(&made.review.findings));
        made
    }
}
