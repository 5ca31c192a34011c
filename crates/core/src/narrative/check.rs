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
                findings.extend(wrong_calls(&template, source, &range));
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

/// What a template may not say.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Wrong {
    /// A helper that does not exist, or is none of ours.
    Helper(String),
    /// A variable that does not exist.
    Variable(String),
    /// A helper that answers yes or no, and is printed.
    Printed(String),
    /// A helper that is called as a block, or one that is a block and is not.
    Block(String),
    /// An option that a helper does not have.
    Option(String, String),
}

impl Wrong {
    /// What stands in the template, and the finding.
    fn told(self, variables: &Json) -> (String, Finding) {
        let kind = kinds::templates::UNFILLABLE;
        match self {
            Self::Helper(name) => (name.clone(), unfillable(&RenderErrorReason::HelperNotFound(name), variables)),
            Self::Variable(name) => {
                (name.clone(), unfillable(&RenderErrorReason::MissingVariable(Some(name)), variables))
            }
            Self::Printed(name) => {
                let finding = kind
                    .error(msg!(
                        "\"{name}\" trả lời có hoặc không, không in ra được",
                        "\"{name}\" answers yes or no and prints nothing"
                    ))
                    .hint(msg!("đặt trong {{{{#if ({name} ...)}}}}", "put it into {{{{#if ({name} ...)}}}}"));
                (name, finding)
            }
            Self::Block(name) if plain_helpers::BLOCKS.contains(&name.as_str()) => {
                let message = msg!(
                    "\"{name}\" chỉ dùng như {{{{#{name} ...}}}}",
                    "\"{name}\" is used as {{{{#{name} ...}}}} alone"
                );
                (name, kind.error(message))
            }
            Self::Block(name) => {
                let message = msg!("hàm \"{name}\" không bao một khối", "the helper \"{name}\" has no block");
                (name, kind.error(message).expected(msg!("#if hoặc #unless", "#if or #unless")))
            }
            Self::Option(name, option) => {
                let message = msg!(
                    "hàm \"{name}\" không có tùy chọn \"{option}\"",
                    "the helper \"{name}\" has no option \"{option}\""
                );
                (option, kind.error(message))
            }
        }
    }
}

/// What a template calls that it may not: helpers and variables that do not exist, those of the library, options that nobody
/// reads. The same for who checks a set and who fills it.
pub(super) fn wrong_calls(template: &Template, source: &Arc<Source>, range: &Range<usize>) -> Vec<Finding> {
    let mut wrong = BTreeSet::new();
    walk(template, &mut wrong);
    let variables = plain_helpers::VARIABLES.iter().map(|name| ((*name).to_owned(), Json::Null));
    let variables = Json::Object(variables.collect());
    let text = source.text.get(range.clone()).unwrap_or_default();
    let mut findings = Vec::new();
    for one in wrong {
        let (name, finding) = one.told(&variables);
        let uses = uses(text, &name);
        if uses.is_empty() {
            // In JSON it may be written with escapes.
            findings.push(finding.clone().at(Place::new(source, range.clone())));
        }
        let place = |at: usize| Place::new(source, range.start + at..range.start + at + name.len());
        findings.extend(uses.into_iter().map(|at| finding.clone().at(place(at))));
    }
    findings
}

fn walk(template: &Template, wrong: &mut BTreeSet<Wrong>) {
    for element in &template.elements {
        match element {
            TemplateElement::HtmlExpression(call) | TemplateElement::Expression(call) => {
                let name = call.name.as_name().unwrap_or_default();
                if is_condition(name) {
                    wrong.insert(Wrong::Printed(name.to_owned()));
                }
                if plain_helpers::BLOCKS.contains(&name) {
                    wrong.insert(Wrong::Block(name.to_owned()));
                }
                in_call(call, wrong);
            }
            TemplateElement::HelperBlock(block) => {
                let name = block.name.as_name().unwrap_or_default();
                if is_helper(name) && !plain_helpers::BLOCKS.contains(&name) {
                    wrong.insert(Wrong::Block(name.to_owned()));
                }
                in_call(block, wrong);
                for branch in [&block.template, &block.inverse].into_iter().flatten() {
                    walk(branch, wrong);
                }
            }
            _ => {}
        }
    }
}

fn is_helper(name: &str) -> bool {
    plain_helpers::NAMES.contains(&name) || figure_helpers::names().any(|known| known == name)
}

/// Whether a helper or a variable says yes or no.
fn is_condition(name: &str) -> bool {
    plain_helpers::CONDITIONS.contains(&name) || figure_helpers::CONDITIONS.contains(&name)
}

fn in_call(call: &HelperTemplate, wrong: &mut BTreeSet<Wrong>) {
    let name = call.name.as_name().unwrap_or_default();
    if !is_helper(name) {
        if call.block || !call.params.is_empty() || !call.hash.is_empty() {
            wrong.insert(Wrong::Helper(name.to_owned()));
        } else {
            variable(&call.name, wrong);
        }
    } else {
        let known = |option: &&String| figure_helpers::has_option(name, option);
        let unknown = call.hash.keys().filter(|option| !known(option));
        wrong.extend(unknown.map(|option| Wrong::Option(name.to_owned(), option.clone())));
    }
    for parameter in call.params.iter().chain(call.hash.values()) {
        match parameter {
            Parameter::Subexpression(below) => {
                if let TemplateElement::Expression(call) = below.as_element() {
                    if let Some(name) = call.name.as_name().filter(|name| plain_helpers::BLOCKS.contains(name)) {
                        wrong.insert(Wrong::Block(name.to_owned()));
                    }
                    in_call(call, wrong);
                }
            }
            other => variable(other, wrong),
        }
    }
}

fn variable(parameter: &Parameter, wrong: &mut BTreeSet<Wrong>) {
    if let Some(name) = parameter.as_name().filter(|name| !plain_helpers::VARIABLES.contains(name)) {
        wrong.insert(Wrong::Variable(name.to_owned()));
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
