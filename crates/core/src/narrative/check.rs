//! What can be said against the templates of a set without a report: all branches are looked at.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use handlebars::RenderErrorReason;
use handlebars::template::{HelperTemplate, Parameter, Template, TemplateElement};
use serde_json::Value as Json;

use super::ids::ids;
use super::prepare::{self, Text};
use super::script::Script;
use super::unfilled::{unfillable, unknown_id};
use super::{figure_helpers, plain_helpers};
use crate::diagnostic::{Finding, Place, Source};
use crate::markdown::{self, Piece, PlacedKind};
use crate::report::Headings;
use crate::template::Section;
use crate::{kinds, msg};

impl Script {
    /// Adds a finding for every section template, heading and title of the set that cannot be parsed, or names an
    /// indicator, a helper or a variable that does not exist.
    pub fn check(&self, findings: &mut Vec<Finding>) {
        let set = self.set();
        for (id, source) in &set.sections {
            if let Some(Err(reasons)) = self.section(id) {
                findings.extend(reasons.iter().cloned());
            }
            self.check_placed(source, findings);
            if prepare::too_many(&source.text, prepare::MOST_TAGS_OF_ALL).is_some() {
                continue;
            }
            // Parsed anew: one part that cannot be used does not hide what is wrong with the others.
            for range in prepare::parts(&source.text) {
                if let Ok(template) = Text::new(source, &source.text[range.clone()], range.start).prepare() {
                    tell_names(&template, source, &range, findings);
                }
            }
        }
        let mut headings = Vec::new();
        titles(&set.outline.sections, &mut headings);
        headings.into_iter().for_each(|heading| self.check_inside(&set.outline_source, heading, findings));
        for appendix in &set.form.appendices {
            let headings = appendix.parts.iter().filter_map(|part| part.heading.as_ref()).flat_map(Headings::all);
            let titles = std::iter::once(&appendix.title).chain(&appendix.under_title).chain(headings);
            titles.for_each(|heading| self.check_inside(&set.form_source, heading, findings));
        }
    }

    /// Charts and tables that a section template places and the set does not have. A report may bring them, but then every
    /// report must.
    fn check_placed(&self, source: &Arc<Source>, findings: &mut Vec<Finding>) {
        let form = &self.set().form;
        for (at, _) in source.text.match_indices("![") {
            let Some(length) = markdown::placed_at(&source.text[at..]) else { continue };
            let notation = &source.text[at..at + length];
            let Some(Piece::Placed(placed)) = markdown::parse(notation, None, &mut Vec::new()).pop() else { continue };
            let id = placed.id.as_str();
            let (known, finding): (Vec<&str>, _) = match placed.kind {
                PlacedKind::Chart => (
                    form.charts.keys().map(String::as_str).collect(),
                    kinds::charts::UNKNOWN
                        .warning(msg!("bộ mẫu không có biểu đồ \"{id}\"", "the set has no chart \"{id}\"")),
                ),
                PlacedKind::Table => (
                    form.tables.keys().map(String::as_str).collect(),
                    kinds::tables::UNKNOWN
                        .warning(msg!("bộ mẫu không có bảng \"{id}\"", "the set has no table \"{id}\"")),
                ),
            };
            if !known.contains(&id) {
                findings.push(finding.at(Place::new(source, at..at + length)).one_of(id, &known));
            }
        }
    }

    /// A short template inside a file.
    fn check_inside(&self, source: &Arc<Source>, heading: &str, findings: &mut Vec<Finding>) {
        let range = prepare::written(heading, source);
        let text = Text::new(source, heading, range.start);
        match text.prepare() {
            Ok(template) => {
                let set = self.set();
                let named: BTreeSet<String> = ids(&template).into_iter().collect();
                let unknown = named.iter().filter(|id| set.form.indicator(id).is_none());
                findings.extend(unknown.map(|id| unknown_id(id, set).at(text.place(None, None))));
                tell_names(&template, source, &range, findings);
            }
            Err(finding) => findings.push(*finding),
        }
    }
}

fn titles<'a>(sections: &'a [Section], out: &mut Vec<&'a str>) {
    for section in sections {
        out.push(&section.title);
        titles(&section.sections, out);
    }
}

/// A name that templates use and that does not exist.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Unknown {
    Helper(String),
    Variable(String),
}

/// Tells of helpers and variables that do not exist, wherever they are used.
fn tell_names(template: &Template, source: &Arc<Source>, range: &Range<usize>, findings: &mut Vec<Finding>) {
    let mut unknown = BTreeSet::new();
    walk(template, &mut unknown);
    let variables = plain_helpers::VARIABLES.iter().map(|name| ((*name).to_owned(), Json::Null));
    let variables = Json::Object(variables.collect());
    for unknown in unknown {
        let (name, reason) = match unknown {
            Unknown::Helper(name) => (name.clone(), RenderErrorReason::HelperNotFound(name)),
            Unknown::Variable(name) => (name.clone(), RenderErrorReason::MissingVariable(Some(name))),
        };
        for at in uses(source.text.get(range.clone()).unwrap_or_default(), &name) {
            let start = range.start + at;
            findings.push(unfillable(&reason, &variables).at(Place::new(source, start..start + name.len())));
        }
    }
}

fn walk(template: &Template, unknown: &mut BTreeSet<Unknown>) {
    for element in &template.elements {
        match element {
            TemplateElement::HtmlExpression(call) | TemplateElement::Expression(call) => in_call(call, unknown),
            TemplateElement::HelperBlock(block) => {
                in_call(block, unknown);
                for branch in [&block.template, &block.inverse].into_iter().flatten() {
                    walk(branch, unknown);
                }
            }
            _ => {}
        }
    }
}

fn in_call(call: &HelperTemplate, unknown: &mut BTreeSet<Unknown>) {
    let name = call.name.as_name().unwrap_or_default();
    if !figure_helpers::names().any(|known| known == name) && !plain_helpers::NAMES.contains(&name) {
        if call.block || !call.params.is_empty() {
            unknown.insert(Unknown::Helper(name.to_owned()));
        } else {
            variable(&call.name, unknown);
        }
    }
    for parameter in &call.params {
        match parameter {
            Parameter::Subexpression(below) => {
                if let TemplateElement::Expression(call) = below.as_element() {
                    in_call(call, unknown);
                }
            }
            other => variable(other, unknown),
        }
    }
}

fn variable(parameter: &Parameter, unknown: &mut BTreeSet<Unknown>) {
    if let Some(name) = parameter.as_name().filter(|name| !plain_helpers::VARIABLES.contains(name)) {
        unknown.insert(Unknown::Variable(name.to_owned()));
    }
}

/// Where a name stands in the expressions of a template, outside of quotes.
fn uses(text: &str, name: &str) -> Vec<usize> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | '@');
    let whole = |at: &usize| {
        let before = text[..*at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        let inside = text[..*at].rfind("{{").filter(|open| !text[*open..*at].contains("}}"));
        let quoted = inside.is_none_or(|open| text[open..*at].matches('"').count() % 2 == 1);
        !quoted && !before.is_some_and(is_part) && !after.is_some_and(is_part)
    };
    text.match_indices(name).map(|(at, _)| at).filter(whole).collect()
}
