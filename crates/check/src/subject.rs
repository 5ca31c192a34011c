//! What rules look at.

use std::cell::OnceCell;
use std::ops::Deref;

use baocao_core::claim::Numbers;
use baocao_core::diagnostic::Place;
use baocao_core::document::Document;
use baocao_core::form::{Figures, Kind, Value};
use baocao_core::report::{FigureValue, Input, Period, Report};
use baocao_core::template::TemplateSet;
use baocao_reading::Order;

use crate::Texts;

/// A report and all that was made of it. Its texts are asked of it as of [`Texts`].
#[derive(Debug)]
pub struct Subject<'a> {
    /// The report.
    pub report: &'a Report,
    /// Its template set: forms, relations, outline.
    pub set: &'a TemplateSet,
    /// Its figures, computed ones included.
    pub figures: &'a Figures,
    /// The document, where it could be composed.
    pub document: Option<&'a Document>,
    texts: Texts<'a>,
    counted: OnceCell<Numbers>,
}

impl<'a> Deref for Subject<'a> {
    type Target = Texts<'a>;

    fn deref(&self) -> &Self::Target {
        &self.texts
    }
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
        let texts = Texts::new(input, &Order::new(report, &set.outline));
        let texts = match document {
            Some(document) => texts.with_printed(document),
            None => texts,
        };
        Self { report, set, figures, document, texts, counted: OnceCell::new() }
    }

    /// The period of the report, where it is one that comes again.
    pub(crate) fn regular_period(&self) -> Option<&'a Period> {
        self.report.period.as_ref().filter(|period| period.is_regular())
    }

    /// The number of an indicator, given or computed.
    pub fn number(&self, id: &str) -> Option<rust_decimal::Decimal> {
        self.figures.get(id).and_then(Value::as_number)
    }

    /// The value that the report itself gives for an indicator.
    pub fn given(&self, id: &str) -> Option<&FigureValue> {
        self.report.figures.get(id).map(|figure| &figure.value)
    }

    /// All that its texts and its forms count: the numbers that a percentage may be of.
    pub(crate) fn counted(&self) -> &Numbers {
        self.counted.get_or_init(|| {
            let indicators = self.set.form.indicators();
            let counted = indicators.filter(|(_, row)| matches!(row.kind, Kind::Count | Kind::Money));
            counted.filter_map(|(id, _)| self.number(id)).chain(self.prose_numbers()).collect()
        })
    }

    /// The place of an indicator's figure.
    pub fn figure_place(&self, id: &str) -> Place {
        self.input.figure_place(id)
    }
}
