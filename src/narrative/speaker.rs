//! Section templates: Handlebars with typed helpers, strict, and without a way to run away.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use handlebars::{Handlebars, RenderErrorReason};
use rayon::prelude::*;
use serde_json::Value as Json;

use super::figure_helpers::{self, FigureError};
use super::ids::ids;
use super::plain_helpers;
use super::prepare::Text;
use super::unfilled::{missing, unfillable, unknown_id};
use crate::diagnostic::{Finding, Source};
use crate::form::Figures;
use crate::report::{OwnSection, Report, SectionText};
use crate::template::TemplateSet;

/// What helpers look at.
pub(super) struct Voice {
    pub(super) figures: Figures,
    pub(super) set: Arc<TemplateSet>,
    /// Indicators that were told of already, so that one run finds all that is missing.
    pub(super) told: Mutex<BTreeSet<String>>,
}

/// Fills section templates with the figures of a report.
pub struct Speaker {
    handlebars: Handlebars<'static>,
    /// Templates that cannot be used, by the name of their file, and why.
    unusable: BTreeMap<String, Vec<Finding>>,
    context: Json,
    voice: Arc<Voice>,
}

impl Speaker {
    /// A speaker for a report. The section templates that it needs are parsed at once, on all processors: parsing them is half of what comes before the typesetter.
    pub fn new(set: Arc<TemplateSet>, report: &Report, figures: Figures) -> Self {
        let mut handlebars = Handlebars::new();
        handlebars.set_strict_mode(true);
        handlebars.register_escape_fn(escape);
        let wanted: Vec<&Arc<Source>> =
            spoken(&set, report).into_iter().filter_map(|id| set.sections.get(id)).collect();
        let prepared: Vec<_> = wanted.par_iter().map(|source| Text::new(source, &source.text, 0).prepare()).collect();
        let known: BTreeSet<&str> = set.form.indicators().map(|(id, _)| id).collect();
        let mut unusable = BTreeMap::new();
        for (source, prepared) in wanted.into_iter().zip(prepared) {
            let findings = match &prepared {
                Ok(template) => {
                    let unknown: BTreeSet<String> =
                        ids(template).into_iter().filter(|id| !known.contains(id.as_str())).collect();
                    let text = Text::new(source, &source.text, 0);
                    unknown.iter().map(|id| unknown_id(id, &set).at(text.quoted(id))).collect()
                }
                Err(finding) => vec![(**finding).clone()],
            };
            match prepared {
                Ok(template) if findings.is_empty() => handlebars.register_template(&source.name, template),
                _ => {
                    unusable.insert(source.name.clone(), findings);
                }
            }
        }
        let voice = Arc::new(Voice { figures, set, told: Mutex::default() });
        figure_helpers::register(&mut handlebars, &voice);
        plain_helpers::register(&mut handlebars);
        Self { handlebars, unusable, context: plain_helpers::context(report), voice }
    }

    /// The template set.
    pub fn set(&self) -> &Arc<TemplateSet> {
        &self.voice.set
    }

    /// The figures.
    pub fn figures(&self) -> &Figures {
        &self.voice.figures
    }

    /// Fills one template. All that it asks for and the report does not have is told.
    pub fn fill(&self, source: &Arc<Source>, findings: &mut Vec<Finding>) -> Option<String> {
        if let Some(reasons) = self.unusable.get(&source.name) {
            findings.extend(reasons.iter().cloned());
            return None;
        }
        self.run(&self.handlebars, &Text::new(source, &source.text, 0), &source.name, findings)
    }

    /// Fills a short template, such as a heading, that stands inside a file.
    pub fn fill_inside(&self, source: &Arc<Source>, text: &str, findings: &mut Vec<Finding>) -> Option<String> {
        if !text.contains("{{") {
            return Some(text.to_owned());
        }
        let part = Text::new(source, text, source.text.find(text).unwrap_or(0));
        match part.prepare() {
            Ok(template) => {
                let mut handlebars = self.handlebars.clone();
                handlebars.register_template(&source.name, template);
                self.run(&handlebars, &part, &source.name, findings)
            }
            Err(finding) => {
                findings.push(*finding);
                None
            }
        }
    }

    /// Renders until nothing new is missing, so that every missing figure of the template is told once.
    fn run(
        &self,
        handlebars: &Handlebars<'_>,
        text: &Text<'_>,
        name: &str,
        findings: &mut Vec<Finding>,
    ) -> Option<String> {
        let told = || self.voice.told.lock().unwrap_or_else(PoisonError::into_inner);
        // A figure that was refused is spoken of as if it were there: its finding stands already.
        *told() = self.voice.figures.refused().clone();
        let mut failed = false;
        loop {
            let error = match handlebars.render(name, &self.context) {
                Ok(text) => return (!failed).then_some(text),
                Err(error) => error,
            };
            failed = true;
            let place = text.place(error.line_no, error.column_no);
            let figure = match error.reason() {
                RenderErrorReason::NestedError(inner) => inner.downcast_ref::<FigureError>(),
                _ => None,
            };
            let Some(figure) = figure else {
                findings.push(unfillable(error.reason(), &self.context).at(place));
                return None;
            };
            if !told().insert(figure.id.clone()) {
                return None;
            }
            findings.push(missing(figure, &self.voice).at(place));
        }
    }
}

/// The sections that templates speak in a report: those of its outline whose text it does not bring itself.
fn spoken<'a>(set: &'a TemplateSet, report: &'a Report) -> Vec<&'a str> {
    let ids = if report.outline.is_empty() {
        set.outline.ids()
    } else {
        let mut ids = vec![set.outline.opening.as_str(), set.outline.closing.as_str()];
        OwnSection::collect_ids(&report.outline, &mut ids);
        ids
    };
    ids.into_iter().filter(|id| !matches!(report.sections.get(*id), Some(SectionText::Replace(_)))).collect()
}

/// Escapes a value so that Markdown shows it as it is.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
