//! A template made ready: parsed, and held against what templates may not do.

use std::ops::Range;
use std::sync::Arc;

use handlebars::TemplateErrorReason;
use handlebars::template::{Parameter, Template, TemplateElement};

use super::check::wrong_calls;
use super::marks;
use super::shorten::Shortened;
use crate::diagnostic::{Finding, Place, Source, Within};
use crate::limits::Limits;
use crate::{kinds, msg};

/// A text of Handlebars inside a file.
pub(super) struct Text<'a> {
    /// The file.
    source: &'a Arc<Source>,
    /// Where in it the text begins.
    start: usize,
    /// The text on its own, for lines and columns.
    part: Source,
}

impl<'a> Text<'a> {
    /// The part of a file that is a template; `start` is its offset.
    pub(super) fn new(source: &'a Arc<Source>, text: &str, start: usize) -> Self {
        Self { source, start, part: Source::of(String::new(), text.to_owned()) }
    }

    /// The expression at a line and a column that the parser counted.
    pub(super) fn place(&self, line: Option<usize>, column: Option<usize>) -> Place {
        let short = Shortened::new(&self.part.text);
        let counted = Source::of(String::new(), short.text().to_owned());
        self.at(short.whole_offset(counted.offset(line.unwrap_or(1), column.unwrap_or(1))))
    }

    /// The expression at an offset of the text.
    fn at(&self, offset: usize) -> Place {
        // In JSON a heading may be written with escapes: its offsets are near then, not exact.
        let offset = self.source.text.floor_char_boundary(self.start + offset);
        let end = self.source.text[offset..].find("}}").map_or(offset, |i| offset + i + 2);
        Place::new(self.source, offset..end)
    }

    /// Where an id stands in quotes.
    pub(super) fn quoted(&self, id: &str) -> Place {
        let quoted = format!("\"{id}\"");
        let at = self.start + self.part.text.find(&quoted).unwrap_or(0);
        Place::new(self.source, at..(at + quoted.len()).min(self.source.text.len()))
    }

    /// Puts marks into the template, by which what it says is known later. Gives where each marked element stands.
    /// Nothing where it holds marks itself: letters that no font has shall be told of, and not be read away.
    pub(super) fn mark(&self, template: &mut Template, in_json: bool) -> Option<Vec<Place>> {
        let (text, start) = (&self.part.text, self.start);
        if text.contains(marks::is_mark) {
            return None;
        }
        let found = marks::put(template, text);
        let found = found.into_iter();
        Some(match in_json.then(|| literal(text, self.source)) {
            None => found.map(|at| Place::new(self.source, start + at.start..start + at.end)).collect(),
            Some(whole) => whole.map_or_else(Vec::new, |whole| {
                let whole = Within::new(&whole, text);
                found.map(|at| whole.at(at)).collect()
            }),
        })
    }

    /// What the template, which is written in so many bytes, calls that it may not.
    pub(super) fn wrong_calls(&self, template: &Template, length: usize) -> Vec<Finding> {
        let end = self.source.text.ceil_char_boundary(self.start + length);
        wrong_calls(template, self.source, &(self.start..end))
    }

    /// Parses the template; the finding says why it cannot be used.
    pub(super) fn prepare(&self) -> Result<Template, Box<Finding>> {
        let text = &self.part.text;
        if let Some(finding) = too_deep(text).or_else(|| too_many(text, MOST_TAGS)) {
            return Err(Box::new(finding.at(self.at(0))));
        }
        let template = Shortened::new(text).parse(&self.source.name).map_err(|error| {
            let (line, column) = error.pos().unzip();
            Box::new(wrong_syntax(error.reason()).at(self.place(line, column)))
        })?;
        match refused(&template) {
            Some(name) => Err(Box::new(
                kinds::templates::NOT_ALLOWED
                    .finding(msg!(
                        "mẫu gọi \"{name}\": mẫu không được gọi mẫu khác",
                        "the template calls \"{name}\": templates may not call templates"
                    ))
                    .at(self.at(call_of_template(text)))
                    .hint(msg!("viết thẳng nội dung vào mẫu này", "write the text into this template")),
            )),
            None => Ok(template),
        }
    }
}

/// The JSON string that a heading is, where there is one alone.
pub(super) fn literal(heading: &str, source: &Arc<Source>) -> Option<Place> {
    let literal = serde_json::to_string(heading).ok()?;
    let mut found = source.text.match_indices(&literal).map(|(start, _)| start);
    let start = found.next().filter(|_| found.next().is_none())?;
    Some(Place::new(source, start..start + literal.len()))
}

/// Where a heading stands in its JSON file; quotes in it are escaped there.
pub(super) fn written(heading: &str, source: &Source) -> Range<usize> {
    let escaped = serde_json::to_string(heading).unwrap_or_default();
    let written = escaped.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or_default();
    source.text.find(written).map_or(0..0, |start| start..start + written.len())
}

/// Cuts a template at blank lines that stand in no block and behind blocks that end on a line of their own, so that its
/// parts can be parsed one by one: the parser counts lines from the beginning for every element, and takes four times as
/// long for twice the text. Gives where each part begins and ends.
pub fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut start, mut at, mut depth) = (0, 0, 0_usize);
    while let Some(next) = text[at..].find(['{', '\n']).map(|found| at + found) {
        let rest = &text[next..];
        if rest.starts_with("{{{{") {
            // A raw block may hold anything.
            break;
        } else if let Some(inner) = rest.strip_prefix("{{") {
            let end = if inner.starts_with("!--") { "--}}" } else { "}}" };
            match sign_of(inner) {
                Some('#') => depth += 1,
                Some('/') => depth = depth.saturating_sub(1),
                _ => {}
            }
            at = inner.find(end).map_or(text.len(), |found| next + 2 + found + end.len());
        } else {
            at = next + 1;
            let after = next + rest.len() - rest.trim_start_matches('\n').len();
            let trims = text[..next].ends_with("~}}") || text[after..].starts_with("{{~");
            let ends =
                rest.starts_with("\n\n") || ends_block(&text[start..next]) && !text[after..].starts_with([' ', '\t']);
            if ends && depth == 0 && !trims && after < text.len() {
                parts.push(start..after);
                (start, at) = (after, after);
            }
        }
    }
    parts.push(start..text.len());
    parts
}

/// The first sign of a tag behind its two braces.
fn sign_of(inner: &str) -> Option<char> {
    let inner = inner.strip_prefix('{').unwrap_or(inner);
    inner.strip_prefix('~').unwrap_or(inner).chars().next()
}

/// Whether the last line of a text is the end of a block and nothing else.
fn ends_block(text: &str) -> bool {
    let line = text.rsplit('\n').next().unwrap_or_default();
    line.starts_with("{{/") && line.find("}}") == Some(line.len() - 2)
}

/// What the parser of Handlebars says, in words that help.
fn wrong_syntax(reason: &TemplateErrorReason) -> Finding {
    let finding = kinds::templates::WRONG_SYNTAX
        .finding(msg!("mẫu sai cú pháp Handlebars", "the template is not valid Handlebars"));
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

/// Where a template first calls another one or a decorator.
fn call_of_template(text: &str) -> usize {
    let calls = |at: &usize| text[at + 2..].trim_start_matches(['{', '~', '#', ' ']).starts_with(['>', '*']);
    text.match_indices("{{").map(|(at, _)| at).find(calls).unwrap_or(0)
}

/// So many tags may stand between two blank lines: the parser takes four times as long for twice as many.
const MOST_TAGS: usize = 1_000;

/// So many may stand in a template.
pub(super) const MOST_TAGS_OF_ALL: usize = 20_000;

/// More tags than anybody writes.
pub(super) fn too_many(text: &str, most: usize) -> Option<Finding> {
    let tags = text.match_indices("{{").count();
    (tags > most).then(|| {
        kinds::input::FILE_TOO_LARGE
            .finding(msg!("mẫu có quá nhiều thẻ {{{{ }}}}", "the template has too many tags {{{{ }}}}"))
            .found(tags.to_string())
            .expected(if most == MOST_TAGS {
                msg!("không quá {most} thẻ giữa hai dòng trống", "at most {most} tags between two blank lines")
            } else {
                msg!("không quá {most} thẻ trong một mẫu", "at most {most} tags in a template")
            })
    })
}

/// Blocks nested without end would exhaust the parser.
fn too_deep(text: &str) -> Option<Finding> {
    // Of each block that is open: how many branches it has, each of which the parser takes for a block in the one before.
    let mut open: Vec<usize> = Vec::new();
    let (mut levels, mut deepest, mut longest) = (0_usize, 0, 0);
    for (at, _) in text.match_indices("{{") {
        let inner = text[at + 2..].trim_start_matches(['{', '~', ' ']);
        match inner.chars().next() {
            Some('#') => open.push(0),
            Some('^') if !inner[1..].trim_start_matches(['~', ' ']).starts_with('}') => open.push(0),
            Some('/') => levels -= open.pop().unwrap_or_default(),
            _ if inner.strip_prefix("else").is_some_and(|rest| rest.trim_start().starts_with(char::is_alphabetic)) => {
                if let Some(branches) = open.last_mut() {
                    *branches += 1;
                    levels += 1;
                }
            }
            _ => {}
        }
        deepest = deepest.max(open.len());
        longest = longest.max(levels);
    }
    let parentheses = text.split("}}").map(|part| part.matches('(').count()).max().unwrap_or(0);
    let (most, branches) = (Limits::NESTED_BLOCKS, Limits::NESTED_BLOCKS * 4);
    let finding =
        || kinds::templates::TOO_DEEP.finding(msg!("mẫu lồng nhau quá sâu", "the template is nested too deeply"));
    if deepest > most || parentheses > branches {
        return Some(finding().expected(msg!("không quá {most} tầng", "at most {most} levels")));
    }
    (longest > branches).then(|| {
        finding().expected(msg!(
            "không quá {branches} {{{{else if ...}}}} trong một khối và các khối bao nó",
            "at most {branches} {{{{else if ...}}}} in a block and those around it"
        ))
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
