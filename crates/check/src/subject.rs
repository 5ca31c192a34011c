//! What rules look at.

use std::cell::OnceCell;
use std::ops::Range;

use baocao_core::diagnostic::Place;
use baocao_core::document::Document;
use baocao_core::form::{Figures, Value};
use baocao_core::report::{FigureValue, Input, Report};
use baocao_core::template::TemplateSet;

use baocao_reading::documents::Cited;
use baocao_reading::numbers::Reading;
use baocao_reading::{Passage, TextKind, collect};

/// A report and all that was made of it.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The report.
    pub report: &'a Report,
    /// Its file, for the places of findings.
    pub input: &'a Input,
    /// Its template set: forms, relations, outline.
    pub set: &'a TemplateSet,
    /// Its figures, computed ones included.
    pub figures: &'a Figures,
    /// The document, where it could be composed.
    pub document: Option<&'a Document>,
    passages: Vec<Passage<'a>>,
    cited: OnceCell<Cited>,
}

impl<'a> Subject<'a> {
    /// A subject; its texts are collected in the order in which they are read.
    pub fn new(
        report: &'a Report,
        input: &'a Input,
        set: &'a TemplateSet,
        figures: &'a Figures,
        document: Option<&'a Document>,
    ) -> Self {
        let passages = collect(report, input, &set.outline);
        Self { report, input, set, figures, document, passages, cited: OnceCell::new() }
    }

    /// The texts that people wrote, in the order in which they are read.
    pub fn passages(&self) -> &[Passage<'a>] {
        &self.passages
    }

    /// The passages of some kinds.
    pub fn passages_of(&self, kinds: &[TextKind]) -> impl Iterator<Item = &Passage<'a>> {
        self.passages.iter().filter(move |passage| kinds.contains(&passage.kind))
    }

    /// The place of a byte range of a passage's text.
    pub fn place(&self, passage: &Passage<'_>, range: Range<usize>) -> Place {
        self.input.within(&passage.slot, passage.written(&range))
    }

    /// The number of an indicator, given or computed.
    pub fn number(&self, id: &str) -> Option<rust_decimal::Decimal> {
        self.figures.get(id).and_then(Value::as_number)
    }

    /// The passages of the body: the sections' texts, not those of appendices.
    pub fn body(&self) -> impl Iterator<Item = &Passage<'a>> {
        self.passages_of(&[TextKind::Prose]).filter(|passage| passage.slot.is_in_body())
    }

    /// The documents and dates that the passages name; they are read once.
    pub(super) fn cited(&self) -> &Cited {
        self.cited.get_or_init(|| Cited::new(&self.passages))
    }

    /// The passages of running text that hold a digit, as numbers and marks.
    pub(super) fn readings(&self) -> impl Iterator<Item = Reading<'_>> {
        let prose = self.passages_of(&[TextKind::Prose]);
        prose.filter(|passage| passage.text.bytes().any(|byte| byte.is_ascii_digit())).map(Reading::new)
    }

    /// The numbers of things that running text names, in its order: no percentages, dates, numbers of documents.
    pub(super) fn prose_numbers(&self) -> Vec<rust_decimal::Decimal> {
        self.readings().flat_map(|reading| reading.counts()).collect()
    }

    /// The value that the report itself gives for an indicator.
    pub fn given(&self, id: &str) -> Option<&FigureValue> {
        self.report.figures.get(id).map(|figure| &figure.value)
    }

    /// The place of an indicator's figure.
    pub fn figure_place(&self, id: &str) -> Place {
        self.input.figure_place(id)
    }
}
