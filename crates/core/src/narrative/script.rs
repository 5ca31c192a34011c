//! A template set made ready to speak: its section templates, each parsed once.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use handlebars::template::Template;
use rayon::prelude::*;

use super::check::wrong_calls;
use super::ids::ids;
use super::prepare::{self, Text};
use super::unfilled::unknown_id;
use crate::diagnostic::{Finding, Place, Source};
use crate::template::TemplateSet;

/// A template set and its parsed templates. It serves any number of reports; parsing takes longer than anything else
/// that is done before the typesetter.
#[derive(Debug)]
pub struct Script {
    set: TemplateSet,
    /// The parts of each section template, or why it cannot be used; parsed when a report first needs them.
    sections: BTreeMap<String, OnceLock<Parsed>>,
    /// Headings and titles that were parsed, by their text.
    headings: Mutex<HashMap<String, Arc<Part>>>,
}

/// The parts of a section template, or why it cannot be used.
pub(super) type Parsed = Result<Vec<Part>, Vec<Finding>>;

/// A part of a section template.
#[derive(Debug)]
pub(super) struct Part {
    /// Where in the file it stands.
    pub(super) range: Range<usize>,
    /// The part, parsed, with marks before its elements.
    pub(super) template: Template,
    /// Where each of these stands, as far as that is known; nothing where there are no marks.
    pub(super) places: Option<Vec<Place>>,
}

impl Script {
    /// A set whose templates are not parsed yet.
    pub fn new(set: TemplateSet) -> Self {
        let sections = set.sections.keys().map(|id| (id.clone(), OnceLock::new())).collect();
        Self { set, sections, headings: Mutex::default() }
    }

    /// The set.
    pub fn set(&self) -> &TemplateSet {
        &self.set
    }

    /// Parses the templates of some sections on all processors.
    pub(super) fn prepare(&self, wanted: &[&str]) {
        let open = |id: &&&str| self.sections.get(**id).is_some_and(|section| section.get().is_none());
        let wanted: Vec<&str> = wanted.iter().filter(open).copied().collect();
        if !wanted.is_empty() {
            wanted.par_iter().for_each(|id| {
                self.section(id);
            });
        }
    }

    /// The parts of a section's template, or why it cannot be used.
    pub(super) fn section(&self, id: &str) -> Option<&Parsed> {
        let source = self.set.sections.get(id)?;
        Some(self.sections.get(id)?.get_or_init(|| self.parse(source)))
    }

    fn parse(&self, source: &Arc<Source>) -> Parsed {
        let (mut parts, mut findings) = (Vec::new(), Vec::new());
        if let Some(finding) = prepare::too_many(&source.text, prepare::MOST_TAGS_OF_ALL) {
            return Err(vec![finding.at(Place::file(source))]);
        }
        for range in prepare::parts(&source.text) {
            let text = Text::new(source, &source.text[range.clone()], range.start);
            match text.prepare() {
                Ok(mut template) => {
                    let ids: BTreeSet<String> = ids(&template).into_iter().collect();
                    let unknown = ids.iter().filter(|id| self.set.form.indicator(id).is_none());
                    findings.extend(unknown.map(|id| unknown_id(id, &self.set).at(text.quoted(id))));
                    findings.extend(wrong_calls(&template, source, &range));
                    let places = text.mark(&mut template, false);
                    parts.push(Part { range, template, places });
                }
                Err(finding) => findings.push(*finding),
            }
        }
        if findings.is_empty() { Ok(parts) } else { Err(findings) }
    }

    /// A short template inside a file, such as a heading.
    pub(super) fn heading(&self, text: &Text<'_>, key: &str) -> Result<Arc<Part>, Box<Finding>> {
        let headings = || self.headings.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = headings().get(key) {
            return Ok(Arc::clone(known));
        }
        let mut template = text.prepare()?;
        if let Some(finding) = text.wrong_calls(&template, key.len()).into_iter().next() {
            return Err(Box::new(finding));
        }
        let places = text.mark(&mut template, true);
        let part = Arc::new(Part { range: 0..key.len(), template, places });
        headings().insert(key.to_owned(), Arc::clone(&part));
        Ok(part)
    }
}
