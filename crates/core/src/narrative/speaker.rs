//! Section templates: Handlebars with typed helpers, strict, and without a way to run away.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use handlebars::{Context, Handlebars, RenderContext, RenderErrorReason, Renderable, StringOutput};

use super::figure_helpers::{self, FigureError};
use super::marks::{self, Spoken};
use super::plain_helpers;
use super::prepare::{self, Text};
use super::script::{Part, Script};
use super::unfilled::{missing, unfillable};
use crate::diagnostic::{Finding, Place, Source};
use crate::document::Woven;
use crate::form::Figures;
use crate::report::{OwnAppendix, OwnSection, Report, SectionText};
use crate::template::TemplateSet;

/// The figures of an earlier period.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// The period, such as `quý II năm 2023`.
    pub period: String,
    /// Its name on two lines, for the header of a column.
    pub name: String,
    /// Its figures.
    pub figures: Figures,
}

/// What helpers look at.
pub(super) struct Voice {
    pub(super) figures: Figures,
    pub(super) earlier: Option<Earlier>,
    pub(super) script: Arc<Script>,
    /// Indicators that were told of already, so that one run finds all that is missing.
    pub(super) told: Mutex<BTreeSet<String>>,
    /// What helpers said in the text that is being filled.
    pub(super) spoken: Mutex<Vec<Spoken>>,
}

/// Fills section templates with the figures of a report.
pub struct Speaker {
    /// The helpers; templates are filled without being registered.
    handlebars: Handlebars<'static>,
    context: Context,
    voice: Arc<Voice>,
}

impl Speaker {
    /// A speaker for a report. The section templates that it needs are parsed at once, on all processors.
    pub fn new(script: Arc<Script>, report: &Report, figures: Figures, earlier: Option<Earlier>) -> Self {
        let mut handlebars = Handlebars::new();
        handlebars.set_strict_mode(true);
        handlebars.register_escape_fn(escape);
        script.prepare(&spoken(script.set(), report));
        let context = Context::from(plain_helpers::context(report, &script.set().form, earlier.as_ref()));
        let voice = Arc::new(Voice { figures, earlier, script, told: Mutex::default(), spoken: Mutex::default() });
        figure_helpers::register(&mut handlebars, &voice);
        plain_helpers::register(&mut handlebars);
        Self { handlebars, context, voice }
    }

    /// The template set.
    pub fn set(&self) -> &TemplateSet {
        self.voice.script.set()
    }

    /// The figures.
    pub fn figures(&self) -> &Figures {
        &self.voice.figures
    }

    /// The figures of an earlier period.
    pub fn earlier(&self) -> Option<&Earlier> {
        self.voice.earlier.as_ref()
    }

    /// Fills the template of a section; nothing where it has none or cannot be filled. All that it asks for and the report
    /// does not have is told.
    pub fn fill(&self, section: &str, findings: &mut Vec<Finding>) -> Option<Woven<'static>> {
        let source = self.set().sections.get(section)?;
        let parts = match self.voice.script.section(section)? {
            Ok(parts) => parts,
            Err(reasons) => {
                findings.extend(reasons.iter().cloned());
                return None;
            }
        };
        self.forget_told();
        let mut filled = Woven::default();
        let mut failed = false;
        for part in parts {
            let text = || Text::new(source, &source.text[part.range.clone()], part.range.start);
            match self.run(part, Some(section), text, findings) {
                Some(part) => filled.append(&part),
                None => failed = true,
            }
        }
        (!failed).then_some(filled)
    }

    /// Fills a short template, such as a heading, that stands inside a file.
    pub fn fill_inside<'t>(
        &self,
        source: &Arc<Source>,
        text: &'t str,
        findings: &mut Vec<Finding>,
    ) -> Option<Woven<'t>> {
        if !text.contains("{{") {
            let literal = prepare::literal(text, source);
            let inside =
                literal.and_then(|place| Some(place.span()?).map(|at| Place::new(source, at.start + 1..at.end - 1)));
            return Some(Woven::at(text, inside.as_ref()));
        }
        let part = || Text::new(source, text, prepare::written(text, source).start);
        match self.voice.script.heading(&part(), text) {
            Ok(template) => {
                self.forget_told();
                self.run(&template, None, part, findings)
            }
            Err(finding) => {
                findings.push(*finding);
                None
            }
        }
    }

    /// Indicators that were told of.
    fn told(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.voice.told.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins to tell anew. A figure that was refused is spoken of as if it were there: its finding stands already.
    fn forget_told(&self) {
        *self.told() = self.voice.figures.refused().clone();
    }

    /// Renders until nothing new is missing, so that every missing figure of the template is told once.
    fn run<'a>(
        &self,
        part: &Part,
        section: Option<&str>,
        text: impl Fn() -> Text<'a>,
        findings: &mut Vec<Finding>,
    ) -> Option<Woven<'static>> {
        let spoken = || self.voice.spoken.lock().unwrap_or_else(PoisonError::into_inner);
        let mut failed = false;
        loop {
            spoken().clear();
            let mut out = StringOutput::new();
            let mut render = RenderContext::new(None);
            let error = match part.template.render(&self.handlebars, &self.context, &mut render, &mut out) {
                Ok(()) => {
                    let filled = out.into_string().ok().filter(|_| !failed)?;
                    return Some(match &part.places {
                        Some(places) => marks::read(&filled, places, &spoken(), section),
                        None => Woven { text: filled.into(), parts: Vec::new() },
                    });
                }
                Err(error) => error,
            };
            failed = true;
            let place = text().place(error.line_no, error.column_no);
            let figure = match error.reason() {
                RenderErrorReason::NestedError(inner) => inner.downcast_ref::<FigureError>(),
                _ => None,
            };
            let Some(figure) = figure else {
                findings.push(unfillable(error.reason(), self.context.data()).at(place));
                return None;
            };
            if !self.told().insert(figure.id.clone()) {
                return None;
            }
            findings.push(missing(figure, &self.voice).at(place));
        }
    }
}

/// The sections that templates speak in a report: those of its outline whose text it does not bring itself.
fn spoken<'a>(set: &'a TemplateSet, report: &'a Report) -> Vec<&'a str> {
    let mut ids = match report.outline.is_empty() {
        true => set.outline.ids(),
        false => vec![set.outline.opening.as_str(), set.outline.closing.as_str()],
    };
    report.outlines().for_each(|outline| OwnSection::collect_ids(outline, &mut ids));
    let appendices = report.appendices(&set.form.appendices);
    let ids = ids.into_iter().chain(appendices.into_iter().flat_map(OwnAppendix::sections));
    let replaced = |id: &str| report.sections.get(id).and_then(SectionText::said).is_some_and(|(_, added)| !added);
    let closing = set.outline.closing.as_str();
    ids.filter(|id| !replaced(id) && (*id != closing || !report.ends_itself(closing))).collect()
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
