//! The whole way from bytes to pages, with what an office brings.

use std::path::Path;

use baocao_check::explain::Explained;
use baocao_check::{Composed, Desk, Review, Settings};
use baocao_core::diagnostic::Finding;
use baocao_core::report::Limits;
use baocao_core::template::Templates;
use baocao_typeset::{self as typeset, Fonts, Pages, Standards, Typesetter};

/// What an office brings to every report: templates, fonts, limits.
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
    /// An office with its templates, built in or overlaid, its fonts, and what an input may be at most.
    pub fn new(templates: Templates, fonts: Fonts, limits: Limits) -> Self {
        let typesetter = Typesetter::new(&templates, &fonts);
        Self { desk: Desk::new(templates, limits, Box::new(fonts)), typesetter }
    }

    /// What an input may be at most.
    pub fn limits(&self) -> Limits {
        self.desk.limits()
    }

    /// Reads a report and composes its document, without a check. `name` is the file's name for findings; images are
    /// looked for in `folder`.
    pub fn compose(&self, name: &str, bytes: Vec<u8>, folder: &Path, findings: &mut Vec<Finding>) -> Option<Composed> {
        self.desk.compose(name, bytes, folder, findings)
    }

    /// Reads a report, composes its document and checks both. The document is there where nothing forbids it: an error
    /// of a rule forbids it too.
    pub fn review(&self, name: &str, bytes: Vec<u8>, folder: &Path, settings: &Settings) -> (Option<Composed>, Review) {
        self.desk.review(name, bytes, folder, settings)
    }

    /// Reads and checks a report and finds every place where its document prints a figure. With `pages` the document is
    /// laid out too, so that the pages of these places are known; without, that time is saved.
    pub fn explain(
        &self,
        name: &str,
        bytes: Vec<u8>,
        folder: &Path,
        settings: &Settings,
        pages: bool,
    ) -> Result<Explained, Review> {
        let mut explained = self.desk.explain(name, bytes, folder, settings)?;
        if let Some(marked) = explained.marked.as_ref().filter(|_| pages) {
            let pages = self.typesetter.places(&marked.document, &explained.images);
            explained.set_pages(&pages);
        }
        Ok(explained)
    }

    /// Lays a document out. With `attach` the report's bytes go into the PDF.
    pub fn pages(&self, composed: &Composed, attach: bool, findings: &mut Vec<Finding>) -> Option<Pages> {
        let attachments = if attach { composed.attachments() } else { Vec::new() };
        self.typesetter.pages(&composed.document, &attachments, &composed.images, findings)
    }

    /// The whole way from a report to its PDF, the check included. Images are looked for beside the file that `name`
    /// names.
    pub fn pdf(
        &self,
        name: &str,
        bytes: Vec<u8>,
        standards: &Standards,
        findings: &mut Vec<Finding>,
    ) -> Option<Vec<u8>> {
        let folder = Path::new(name).parent().unwrap_or(Path::new(""));
        let (composed, review) = self.review(name, bytes, folder, &Settings::default());
        findings.extend(review.findings);
        let composed = composed?;
        let pages = self.pages(&composed, standards.allow_attachment(), findings)?;
        typeset::pdf(&pages, standards, findings)
    }
}
