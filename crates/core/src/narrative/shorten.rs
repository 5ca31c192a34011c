//! A template with its plain text left out while Handlebars parses it.
//!
//! The parser tries every rule at every letter, and counts lines from the beginning for every tag. Plain text and ids in
//! quotes mean nothing to it; with a sign in place of each, parsing takes less than half the time, and it takes longer than
//! anything else before the typesetter.

use handlebars::TemplateError;
use handlebars::template::{HelperTemplate, Parameter, Template, TemplateElement};
use serde_json::Value as Json;

/// The first of the signs: letters of private use, which no template needs.
const FIRST: u32 = 0xe000;

/// So many signs there are.
const MOST: usize = 0x1900;

/// A shortened template.
pub struct Shortened<'a> {
    /// What the parser sees.
    text: String,
    /// What each sign stands for.
    parts: Vec<&'a str>,
    /// Offsets behind the signs: in the shortened text and in the whole one.
    offsets: Vec<(usize, usize)>,
}

impl<'a> Shortened<'a> {
    /// Shortens a template; one whose tags cannot be told apart from its text so simply stays as it is.
    pub fn new(whole: &'a str) -> Self {
        let mut short = Self { text: String::new(), parts: Vec::new(), offsets: Vec::new() };
        let simple = !whole.contains("{{{{") && !whole.contains("\\{{") && !whole.contains(is_sign);
        if !simple || short.shorten(whole).is_none() {
            short = Self { text: whole.to_owned(), parts: Vec::new(), offsets: Vec::new() };
        }
        short
    }

    /// Parses it; the parts come back to their places.
    pub fn parse(&self, name: &str) -> Result<Template, TemplateError> {
        let mut template = Template::compile_with_name(&self.text, name.to_owned())?;
        self.restore(&mut template);
        Ok(template)
    }

    /// The shortened text, in which the parser and the templates it made count lines and columns.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The offset in the whole text of an offset in the shortened one.
    pub fn whole_offset(&self, offset: usize) -> usize {
        let next = self.offsets.partition_point(|(short, _)| *short <= offset);
        let (short, whole) = next.checked_sub(1).map_or((0, 0), |before| self.offsets[before]);
        whole + (offset - short)
    }

    fn shorten(&mut self, whole: &'a str) -> Option<()> {
        let mut at = 0;
        while let Some(tag) = whole[at..].find("{{").map(|found| at + found) {
            self.plain(&whole[at..tag], at)?;
            let end = if whole[tag..].starts_with("{{!--") { "--}}" } else { "}}" };
            let behind = tag + whole[tag..].find(end)? + end.len();
            let behind = behind + usize::from(whole[tag..].starts_with("{{{") && whole[behind..].starts_with('}'));
            self.tag(&whole[tag..behind], tag)?;
            at = behind;
        }
        self.plain(&whole[at..], at)
    }

    /// Plain text: white space at its ends decides how tags beside it stand, the rest is one sign.
    fn plain(&mut self, text: &'a str, at: usize) -> Option<()> {
        let inner = text.trim();
        let before = text.len() - text.trim_start().len();
        self.text.push_str(&text[..before]);
        self.part(inner, at + before)?;
        self.text.push_str(&text[before + inner.len()..]);
        Some(())
    }

    /// A tag: what stands in its quotes is one sign.
    fn tag(&mut self, text: &'a str, at: usize) -> Option<()> {
        let mut from = 0;
        if !text.contains(['!', '\\', '\'']) {
            while let Some(open) = text[from..].find('"').map(|found| from + found + 1) {
                let close = open + text[open..].find('"')?;
                self.text.push_str(&text[from..open]);
                self.part(&text[open..close], at + open)?;
                self.text.push('"');
                from = close + 1;
            }
        }
        self.text.push_str(&text[from..]);
        Some(())
    }

    fn part(&mut self, text: &'a str, at: usize) -> Option<()> {
        if !text.is_empty() {
            let sign = u32::try_from(self.parts.len()).ok().filter(|_| self.parts.len() < MOST)?;
            self.text.push(char::from_u32(FIRST + sign)?);
            self.parts.push(text);
            self.offsets.push((self.text.len(), at + text.len()));
        }
        Some(())
    }

    fn restore(&self, template: &mut Template) {
        for element in &mut template.elements {
            match element {
                TemplateElement::RawString(text) => self.restore_text(text),
                TemplateElement::Expression(call)
                | TemplateElement::HtmlExpression(call)
                | TemplateElement::HelperBlock(call) => self.restore_call(call),
                _ => {}
            }
        }
    }

    fn restore_call(&self, call: &mut HelperTemplate) {
        for parameter in call.params.iter_mut().chain(call.hash.values_mut()) {
            self.restore_parameter(parameter);
        }
        for template in [&mut call.template, &mut call.inverse].into_iter().flatten() {
            self.restore(template);
        }
    }

    fn restore_parameter(&self, parameter: &mut Parameter) {
        match parameter {
            Parameter::Literal(Json::String(text)) => self.restore_text(text),
            Parameter::Subexpression(below) => {
                if let TemplateElement::Expression(call) = below.element.as_mut() {
                    self.restore_call(call);
                }
            }
            _ => {}
        }
    }

    fn restore_text(&self, text: &mut String) {
        let sign = text.char_indices().find(|(_, letter)| is_sign(*letter));
        let part = sign.and_then(|(_, letter)| self.parts.get((u32::from(letter) - FIRST) as usize));
        if let (Some((at, letter)), Some(part)) = (sign, part) {
            text.replace_range(at..at + letter.len_utf8(), part);
        }
    }
}

fn is_sign(letter: char) -> bool {
    (FIRST..FIRST + MOST as u32).contains(&u32::from(letter))
}
