//! How texts that templates fill say where they came from: the engine knows text alone, so that characters of private use,
//! which no report can hold, stand before what each element of a template says and around the values of figures. They are
//! read away as soon as a template is filled; nothing else ever sees them.

use std::ops::Range;
use std::sync::Arc;

use handlebars::template::{HelperTemplate, Parameter, Template, TemplateElement};

use super::figure_helpers;
use crate::diagnostic::Place;
use crate::document::{Call, Figure, Origin, Woven};

/// The characters that stand before what an element says: the one of an element is so many after the first. The last one
/// stands before what came from nowhere.
const ELEMENTS: [char; 2] = ['\u{F0000}', '\u{FFFFD}'];

/// The characters that begin a value.
const VALUES: [char; 2] = ['\u{100000}', '\u{10FFFC}'];

/// The character that ends a value.
const END: char = '\u{10FFFD}';

/// What a helper said.
#[derive(Debug, Clone)]
pub(super) struct Spoken {
    pub(super) ids: Vec<String>,
    pub(super) helper: &'static str,
}

/// The name of the helper that says the same between marks. No template can call it.
pub(super) fn marking(helper: &str) -> String {
    format!("{}{helper}", VALUES[0])
}

/// A value between the marks of what has this number.
pub(super) fn value(number: usize, text: &str) -> String {
    match numbered(VALUES, number) {
        Some(mark) => format!("{mark}{text}{END}"),
        None => text.to_owned(),
    }
}

/// Whether a character is a mark.
pub(super) fn is_mark(c: char) -> bool {
    c >= ELEMENTS[0]
}

fn numbered([first, last]: [char; 2], number: usize) -> Option<char> {
    let code = u32::try_from(number).ok()?.checked_add(u32::from(first))?;
    char::from_u32(code).filter(|mark| *mark <= last)
}

fn number([first, last]: [char; 2], c: char) -> Option<usize> {
    (first..=last).contains(&c).then(|| (u32::from(c) - u32::from(first)) as usize)
}

/// Puts marks into a template. Gives the bytes of its text at which each element stands that has one.
pub(super) fn put(template: &mut Template, text: &str) -> Vec<Range<usize>> {
    let mut marker = Marker { text, at: 0, found: Vec::new(), is_lost: false };
    marker.template(template);
    marker.found
}

/// Goes through a template and its text side by side.
struct Marker<'a> {
    text: &'a str,
    at: usize,
    found: Vec<Range<usize>>,
    /// Whether an element did not stand where it was looked for: from there on nothing is known.
    is_lost: bool,
}

impl Marker<'_> {
    fn template(&mut self, template: &mut Template) {
        let mut places = std::mem::take(&mut template.mapping).into_iter();
        for mut element in std::mem::take(&mut template.elements) {
            let at = match &mut element {
                TemplateElement::RawString(text) => self.words(text),
                TemplateElement::Expression(call) | TemplateElement::HtmlExpression(call) => {
                    mark_call(call);
                    self.tag()
                }
                TemplateElement::HelperBlock(block) => {
                    self.block(block);
                    None
                }
                _ => None,
            };
            let place = places.next();
            if !matches!(element, TemplateElement::HelperBlock(_) | TemplateElement::Comment(_)) {
                template.elements.push(TemplateElement::RawString(self.mark(at).to_string()));
                template.mapping.extend(place.clone());
            }
            template.elements.push(element);
            template.mapping.extend(place);
        }
    }

    fn block(&mut self, block: &mut HelperTemplate) {
        let tag = self.tag();
        for branch in [&mut block.template, &mut block.inverse].into_iter().flatten() {
            self.template(branch);
        }
        // An `else if` is a block of its own, which the end of the first one ends.
        if tag.is_some_and(|tag| !inner(&self.text[tag]).starts_with("else")) {
            self.tag();
        }
    }

    fn mark(&mut self, at: Option<Range<usize>>) -> char {
        let mark = at.as_ref().and_then(|_| numbered(ELEMENTS, self.found.len())).filter(|mark| *mark < ELEMENTS[1]);
        if let (Some(_), Some(at)) = (mark, at) {
            self.found.push(at);
        }
        mark.unwrap_or(ELEMENTS[1])
    }

    /// Where words stand, which may have lost white space around the tags beside them.
    fn words(&mut self, words: &str) -> Option<Range<usize>> {
        loop {
            let rest = &self.text[self.at..];
            if rest.starts_with(words) && !self.is_lost {
                let start = self.at;
                self.at += words.len();
                return Some(start..self.at);
            }
            self.pass()?;
        }
    }

    /// Where the next tag stands that is no comment and no `else`.
    fn tag(&mut self) -> Option<Range<usize>> {
        loop {
            let rest = &self.text[self.at..];
            if let Some(length) = tag_length(rest).filter(|_| !is_passed(rest) && !self.is_lost) {
                self.at += length;
                return Some(self.at - length..self.at);
            }
            self.pass()?;
        }
    }

    /// Passes white space, a comment or an `else`; nothing where something else stands there.
    fn pass(&mut self) -> Option<()> {
        let rest = &self.text[self.at..];
        let space = rest.chars().next().filter(|c| c.is_whitespace()).map(char::len_utf8);
        let length = space.or_else(|| tag_length(rest).filter(|_| is_passed(rest))).filter(|_| !self.is_lost);
        self.is_lost = length.is_none();
        self.at += length?;
        Some(())
    }
}

/// What stands in a tag.
fn inner(tag: &str) -> &str {
    tag.trim_start_matches(['{', '~', ' '])
}

/// How long the tag is that a text begins with.
fn tag_length(text: &str) -> Option<usize> {
    let end = if text.starts_with("{{!--") { "--}}" } else { "}}" };
    let length = text.starts_with("{{").then(|| text.find(end))?? + end.len();
    Some(length + usize::from(text.starts_with("{{{") && text[length..].starts_with('}')))
}

/// Whether a tag is a comment, `else` or `^`, and not `else if`: the engine has no element for it.
fn is_passed(tag: &str) -> bool {
    let inner = inner(tag);
    let after = inner.strip_prefix("else").or_else(|| inner.strip_prefix('^'));
    inner.starts_with('!') || after.is_some_and(|after| after.trim_start_matches([' ', '~']).starts_with("}}"))
}

/// Lets what a call prints stand between marks. Conditions and comparisons see values without.
fn mark_call(call: &mut HelperTemplate) {
    let Some(name) = call.name.as_name().map(str::to_owned) else { return };
    if name == "list" {
        for parameter in &mut call.params {
            if let Parameter::Subexpression(below) = parameter
                && let TemplateElement::Expression(call) = below.element.as_mut()
            {
                mark_call(call);
            }
        }
    } else if figure_helpers::names().any(|known| known == name) {
        call.name = Parameter::Name(marking(&name));
    }
}

/// A filled template without marks. `places` are those of its elements in the file, `spoken` is what helpers said while
/// it was filled, `section` is the section that spoke.
pub(super) fn read(filled: &str, places: &[Place], spoken: &[Spoken], section: Option<&str>) -> Woven<'static> {
    let mut woven = Woven::default();
    let (mut element, mut value) = (None, None);
    let mut depth = 0_usize;
    let mut rest = filled;
    loop {
        let end = rest.find(is_mark).unwrap_or(rest.len());
        if end > 0 {
            let start = woven.text.len();
            woven.text.to_mut().push_str(&rest[..end]);
            let place: Option<&Place> = element;
            let origin = value.clone().or_else(|| {
                let (source, span) = place.and_then(|place| Some((&place.source, place.span()?)))?;
                // What a tag prints are not its letters.
                let is_tag = source.text.get(span.clone()).is_some_and(|there| there.starts_with("{{"));
                let span = if is_tag { span.start..span.start } else { span };
                Some(Origin::Template(Arc::clone(source), span))
            });
            woven.parts.extend(origin.map(|origin| (start..start + end, origin)));
        }
        let Some(mark) = rest[end..].chars().next() else { break };
        rest = &rest[end + mark.len_utf8()..];
        if mark == END {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                value = None;
            }
        } else if let Some(number) = number(VALUES, mark) {
            depth += 1;
            // A value inside another one is a part of that.
            if depth == 1 {
                value = spoken.get(number).map(|spoken| {
                    let call =
                        Call { helper: spoken.helper, section: section.map(str::to_owned), place: element.cloned() };
                    Origin::Figure(Arc::new(Figure { ids: spoken.ids.clone(), earlier: false, call: Some(call) }))
                });
            }
        } else if let Some(number) = number(ELEMENTS, mark) {
            element = places.get(number);
        }
    }
    woven
}
