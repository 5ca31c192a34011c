//! Section templates: Handlebars with typed helpers, strict, and without a way to run away.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use handlebars::template::{Parameter, Template, TemplateElement};
use handlebars::{Handlebars, RenderErrorReason, TemplateErrorReason};
use serde_json::Value as Json;

use super::figure_helpers::{self, FigureError, Trouble};
use super::plain_helpers;
use crate::diagnostic::{Finding, Message, Place, Source, nearest};
use crate::form::Figures;
use crate::msg;
use crate::report::Report;
use crate::template::TemplateSet;

/// Blocks of a template may be nested no deeper than this.
const DEEPEST: usize = 32;

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
    context: Json,
    voice: Arc<Voice>,
}

impl Speaker {
    /// A speaker for a report.
    pub fn new(set: Arc<TemplateSet>, report: &Report, figures: Figures) -> Self {
        let mut handlebars = Handlebars::new();
        handlebars.set_strict_mode(true);
        handlebars.register_escape_fn(escape);
        let voice = Arc::new(Voice { figures, set, told: Mutex::default() });
        figure_helpers::register(&mut handlebars, &voice);
        plain_helpers::register(&mut handlebars);
        Self { handlebars, context: plain_helpers::context(report), voice }
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
        self.fill_text(source, &source.text, 0, findings)
    }

    /// Fills a short template, such as a heading, that stands inside a file.
    pub fn fill_inside(&self, source: &Arc<Source>, text: &str, findings: &mut Vec<Finding>) -> Option<String> {
        if !text.contains("{{") {
            return Some(text.to_owned());
        }
        let start = source.text.find(text).unwrap_or(0);
        self.fill_text(source, text, start, findings)
    }

    fn fill_text(&self, source: &Arc<Source>, text: &str, start: usize, findings: &mut Vec<Finding>) -> Option<String> {
        let part = Source { name: String::new(), text: text.to_owned() };
        let at = |offset: usize| {
            let offset = start + offset;
            let end = source.text[offset..].find("}}").map_or(offset, |i| offset + i + 2);
            Place::new(source, offset..end)
        };
        let place = |line: Option<usize>, column: Option<usize>| at(part.offset(line.unwrap_or(1), column.unwrap_or(1)));
        if let Some(finding) = too_deep(text) {
            findings.push(finding.at(at(0)));
            return None;
        }
        let template = match Template::compile_with_name(text, source.name.clone()) {
            Ok(template) => template,
            Err(error) => {
                let (line, column) = error.pos().unzip();
                findings.push(wrong_syntax(error.reason()).at(place(line, column)));
                return None;
            }
        };
        if let Some(name) = refused(&template) {
            findings.push(
                Finding::error(
                    "mau/khong-duoc-dung",
                    msg!("mẫu gọi \"{name}\": mẫu không được gọi mẫu khác", "the template calls \"{name}\": templates may not call templates"),
                )
                .at(at(call_of_template(text)))
                .hint(msg!("viết thẳng nội dung vào mẫu này", "write the text into this template")),
            );
            return None;
        }
        self.run(template, &place, findings)
    }

    /// Renders until nothing new is missing, so that every missing figure of the template is told once.
    fn run(
        &self,
        template: Template,
        place: &dyn Fn(Option<usize>, Option<usize>) -> Place,
        findings: &mut Vec<Finding>,
    ) -> Option<String> {
        // A figure that was refused is spoken of as if it were there: its finding stands already.
        *self.voice.told.lock().unwrap_or_else(PoisonError::into_inner) = self.voice.figures.refused().clone();
        let mut handlebars = self.handlebars.clone();
        let name = template.name.clone().unwrap_or_default();
        handlebars.register_template(&name, template);
        let mut failed = false;
        loop {
            let error = match handlebars.render(&name, &self.context) {
                Ok(text) => return (!failed).then_some(text),
                Err(error) => error,
            };
            failed = true;
            let place = place(error.line_no, error.column_no);
            let figure = match error.reason() {
                RenderErrorReason::NestedError(inner) => inner.downcast_ref::<FigureError>(),
                _ => None,
            };
            let Some(figure) = figure else {
                findings.push(self.unfillable(error.reason()).at(place));
                return None;
            };
            let new = self.voice.told.lock().unwrap_or_else(PoisonError::into_inner).insert(figure.id.clone());
            if !new {
                return None;
            }
            findings.push(missing(figure, &self.voice).at(place));
        }
    }
}

impl Speaker {
    /// A template that asks for something that is not there.
    fn unfillable(&self, reason: &RenderErrorReason) -> Finding {
        let id = "mau/khong-chay-duoc";
        match reason {
            RenderErrorReason::MissingVariable(Some(name)) => {
                let known: Vec<&str> = self.context.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
                Finding::error(id, msg!("mẫu không có biến \"{name}\"", "templates have no variable \"{name}\"")).one_of(name, &known)
            }
            RenderErrorReason::HelperNotFound(name) => {
                let known: Vec<&str> = figure_helpers::names().chain(plain_helpers::NAMES).collect();
                Finding::error(id, msg!("mẫu không có hàm \"{name}\"", "templates have no helper \"{name}\"")).one_of(name, &known)
            }
            other => Finding::error(id, msg!("mẫu không điền được", "the template cannot be filled")).found(other.to_string()),
        }
    }
}

/// What the parser of Handlebars says, in words that help.
fn wrong_syntax(reason: &TemplateErrorReason) -> Finding {
    let finding = Finding::error("mau/sai-cu-phap", msg!("mẫu sai cú pháp Handlebars", "the template is not valid Handlebars"));
    match reason {
        TemplateErrorReason::MismatchingClosedHelper(open, close) | TemplateErrorReason::MismatchingClosedDecorator(open, close) => {
            finding.found(format!("{{{{/{close}}}}}")).expected(msg!("{{{{/{open}}}}}", "{{{{/{open}}}}}"))
        }
        TemplateErrorReason::InvalidSyntax(_) => finding.expected(msg!(
            "mỗi {{{{#if ...}}}} có {{{{/if}}}}, mỗi {{{{ có }}}}, mỗi ( có ), mã chỉ tiêu đặt trong ngoặc kép",
            "a {{{{/if}}}} for every {{{{#if ...}}}}, a }}}} for every {{{{, a ) for every (, ids of indicators in quotes"
        )),
        other => finding.found(other.to_string()),
    }
}

fn missing(error: &FigureError, voice: &Voice) -> Finding {
    let id = &error.id;
    match error.trouble {
        Trouble::Unknown => {
            let known = voice.set.form.indicators().map(|(id, _)| id);
            let set = &voice.set.name;
            let finding = Finding::error(
                "mau/ma-khong-biet",
                msg!("mẫu dùng chỉ tiêu \"{id}\" không có trong {set}", "the template uses the indicator \"{id}\", which {set} does not have"),
            );
            match nearest(id, known) {
                Some(near) => finding.hint(msg!("có phải \"{near}\"?", "did you mean \"{near}\"?")),
                None => finding,
            }
        }
        Trouble::Missing => {
            let finding = Finding::error(
                "mau/thieu-so-lieu",
                msg!(
                    "mẫu cần số liệu \"{id}\" nhưng báo cáo không có hoặc để null",
                    "the template needs the figure \"{id}\", which the report does not have or gives as null"
                ),
            );
            let parts = voice.set.form.indicator(id).map(|row| row.parts().join(", ")).filter(|parts| !parts.is_empty());
            match parts {
                Some(parts) => finding.hint(msg!(
                    "số này tính từ {parts}: thêm các số đó vào \"figures\", hoặc tự viết mục này trong \"sections\"",
                    "it is computed from {parts}: add these to \"figures\", or write this section yourself in \"sections\""
                )),
                None => finding.hint(msg!(
                    "thêm \"{id}\" vào \"figures\", hoặc tự viết mục này trong \"sections\"",
                    "add \"{id}\" to \"figures\", or write this section yourself in \"sections\""
                )),
            }
        }
        Trouble::NotANumber => Finding::error(
            "mau/khong-phai-so",
            msg!("mẫu tính với \"{id}\" nhưng giá trị không phải một số", "the template computes with \"{id}\", whose value is not a number"),
        )
        .hint(write_it_yourself()),
        Trouble::ZeroDenominator => Finding::error(
            "mau/mau-so-khong",
            msg!("mẫu tính tỷ lệ có mẫu số \"{id}\" bằng 0", "the template computes a ratio whose denominator \"{id}\" is 0"),
        )
        .hint(write_it_yourself()),
        Trouble::Arguments => {
            let (vi, en) = figure_helpers::usage(id);
            Finding::error("mau/sai-tham-so", msg!("hàm {id} nhận sai tham số", "{id} was given wrong arguments"))
                .expected(msg!("{id} {vi}", "{id} {en}"))
        }
    }
}

/// The way out for who cannot change the template.
fn write_it_yourself() -> Message {
    msg!("tự viết mục này trong \"sections\"", "write this section yourself in \"sections\"")
}

/// Where a template first calls another one or a decorator.
fn call_of_template(text: &str) -> usize {
    let calls = |at: &usize| text[at + 2..].trim_start_matches(['{', '~', '#', ' ']).starts_with(['>', '*']);
    text.match_indices("{{").map(|(at, _)| at).find(calls).unwrap_or(0)
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

/// Blocks nested without end would exhaust the parser.
fn too_deep(text: &str) -> Option<Finding> {
    let (mut depth, mut deepest) = (0_usize, 0);
    for (at, _) in text.match_indices("{{") {
        match text[at + 2..].trim_start_matches(['{', '~']).chars().next() {
            Some('#') => depth += 1,
            Some('/') => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    let parentheses = text.split("}}").map(|part| part.matches('(').count()).max().unwrap_or(0);
    (deepest > DEEPEST || parentheses > DEEPEST * 4).then(|| {
        Finding::error("mau/qua-sau", msg!("mẫu lồng nhau quá sâu", "the template is nested too deeply"))
            .expected(msg!("không quá {DEEPEST} tầng", "at most {DEEPEST} levels"))
    })
}

/// The partial or decorator that a template calls, if any: they could call themselves for ever.
fn refused(template: &Template) -> Option<String> {
    template.elements.iter().find_map(|element| match element {
        TemplateElement::PartialExpression(call)
        | TemplateElement::PartialBlock(call)
        | TemplateElement::DecoratorExpression(call)
        | TemplateElement::DecoratorBlock(call) => Some(match &call.name {
            Parameter::Name(name) => name.clone(),
            other => format!("{other:?}"),
        }),
        TemplateElement::HelperBlock(block) => {
            [&block.template, &block.inverse].into_iter().flatten().find_map(refused)
        }
        _ => None,
    })
}
