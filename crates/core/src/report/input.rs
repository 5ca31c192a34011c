//! The bytes of a report and the places of its values.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use baocao_vietnamese::number::{MOST_DIGITS, has_room};
use foldhash::fast::RandomState;
use jsonc_parser::ast::{ObjectPropName, Value as Node};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use rust_decimal::Decimal;

use super::sources::Origins;
use super::validate::too_long;
use super::{FileText, InAppendix, InOutline, Slot, syntax};
use crate::diagnostic::{
    Edit, Finding, LINE_END, Place, Source, literal_cuts, literal_offset, megabytes, write_literal,
};
use crate::limits::Limits;
use crate::{kinds, msg};

/// Where a report says what its values came from.
const SOURCES: &str = "/sources";

/// A report file: its bytes, its text, and where in it each value stands.
#[derive(Debug, Clone)]
pub struct Input {
    /// The bytes as they came; they are attached to the PDF unchanged.
    pub bytes: Vec<u8>,
    /// The text.
    pub source: Arc<Source>,
    pub(super) limits: Limits,
    pub(super) spans: SpanMap,
    pub(super) strings: Vec<(String, String)>,
    /// Keys that are more than a few plain letters, with their pointers.
    pub(super) keys: Vec<(String, String)>,
    pub(super) origins: Origins,
    /// Texts from files beside the report, by their pointers.
    pub(super) texts: Vec<(String, FileText)>,
}

/// Where each value stands, by its JSON pointer.
pub(super) type SpanMap = HashMap<String, Spans, RandomState>;

#[derive(Debug, Clone)]
pub(super) struct Spans {
    pub(super) key: Option<Range<usize>>,
    pub(super) value: Range<usize>,
    /// Where a text goes on in it, see [`literal_cuts`].
    pub(super) cuts: Vec<(usize, usize)>,
}

impl Input {
    /// Reads bytes as JSON, or adds findings: too large, not UTF-8, not JSON, too deep, keys given twice, texts
    /// that are too long.
    pub fn parse(name: &str, bytes: Vec<u8>, limits: &Limits, findings: &mut Vec<Finding>) -> Option<Self> {
        if bytes.len() > limits.report_bytes {
            let limit = megabytes(limits.report_bytes as u64);
            findings.push(
                kinds::input::FILE_TOO_LARGE
                    .finding(msg!("{name}: tệp quá lớn", "{name}: the file is too large"))
                    .expected(msg!("không quá {limit}", "at most {limit}")),
            );
            return None;
        }
        let text = match std::str::from_utf8(&bytes) {
            Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(),
            Err(error) => {
                findings.push(not_utf8(name, &bytes, error.valid_up_to()));
                return None;
            }
        };
        let source = Source::new(name, text);
        let (spans, strings, keys) = (SpanMap::default(), Vec::new(), Vec::new());
        let (origins, limits) = (Origins::default(), *limits);
        let source_of = Arc::clone(&source);
        let mut input = Self { bytes, source: source_of, limits, spans, strings, keys, origins, texts: Vec::new() };
        let root = match parse_to_ast(&source.text, &CollectOptions::default(), &strict()) {
            Ok(parsed) => parsed.value,
            Err(error) => {
                findings.push(syntax::finding(&source, error.kind(), error.range().start));
                return None;
            }
        };
        let Some(root) = root else {
            findings.push(syntax::empty(&source));
            return None;
        };
        let before = findings.len();
        input.walk(&root, String::new(), None, 0, findings);
        if input.has(SOURCES) {
            input.origins = Origins::read(&source.text);
            // They are words of other files.
            input.strings.retain(|(pointer, _)| !pointer.starts_with(SOURCES));
            input.keys.retain(|(pointer, _)| !pointer.starts_with(SOURCES));
        }
        (findings.len() == before).then_some(input)
    }

    /// What it was allowed to be at most, and what is made of it may be.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The place of a value, or of the nearest value above it.
    pub fn place(&self, pointer: &str) -> Place {
        if let Some((pointer, text)) = self.text_at(pointer) {
            return Place::json(&text.source, text.span.clone(), pointer);
        }
        self.json(self.span(pointer, value_span), pointer)
    }

    /// The place of a byte range of the text at a pointer. The range counts bytes of the text, not of its JSON, where
    /// a character may be written as an escape.
    pub fn place_in(&self, pointer: &str, range: Range<usize>) -> Place {
        if let Some((pointer, text)) = self.text_at(pointer) {
            let start = text.span.start;
            return Place::json(&text.source, start + range.start..start + range.end, pointer);
        }
        let part = self.part(pointer, range).unwrap_or_else(|| self.span(pointer, value_span));
        self.json(part, pointer)
    }

    /// Where a byte range of the text at a pointer stands in the file.
    fn part(&self, pointer: &str, range: Range<usize>) -> Option<Range<usize>> {
        let Spans { value, cuts, .. } = self.spans.get(pointer)?;
        if cuts.is_empty() && !self.source.text[value.clone()].starts_with('"') {
            return None;
        }
        let offset = |wanted| (value.start + literal_offset(cuts, wanted)).min(value.end);
        Some(offset(range.start)..offset(range.end))
    }

    /// What puts other texts at byte ranges of the text at a pointer. Nothing where that text
    /// stands in a file of its own, or a range goes over the end of a line that is a JSON string by itself.
    pub fn edits(&self, pointer: &str, changes: &[(Range<usize>, String)]) -> Option<Vec<Edit>> {
        if self.text_at(pointer).is_some() {
            return None;
        }
        let edit = |(range, text): &(Range<usize>, String)| {
            let part = self.part(pointer, range.clone())?;
            let text = write_literal(text, self.source.text.get(part.clone())?)?;
            Some(Edit { place: Place::json(&self.source, part, pointer), text })
        };
        changes.iter().map(edit).collect()
    }

    /// The place of an indicator's value, beside which a note may stand.
    pub fn figure_place(&self, id: &str) -> Place {
        let pointer = format!("/figures/{}", pointer_part(id));
        let value = format!("{pointer}/value");
        self.place(if self.has(&value) { &value } else { &pointer })
    }

    /// The place of a key.
    pub fn key_place(&self, pointer: &str) -> Place {
        if let Some((pointer, text)) = self.text_at(pointer) {
            return text.name_place().with_pointer(Some(pointer.to_owned()));
        }
        self.json(self.span(pointer, |spans| spans.key.clone().unwrap_or_else(|| spans.value.clone())), pointer)
    }

    /// Whether there is a value.
    pub fn has(&self, pointer: &str) -> bool {
        self.spans.contains_key(pointer) || self.text_at(pointer).is_some()
    }

    /// Every text of the report with its JSON pointer, keys and what is said of sources excepted.
    pub fn strings(&self) -> &[(String, String)] {
        &self.strings
    }

    fn json(&self, span: Range<usize>, pointer: &str) -> Place {
        Place::json(&self.source, span, pointer).with_origin(self.origins.of(pointer))
    }

    /// The bytes of a value, or of the nearest value above it.
    fn span(&self, pointer: &str, of: impl Fn(&Spans) -> Range<usize>) -> Range<usize> {
        let mut nearest = pointer;
        loop {
            if let Some(spans) = self.spans.get(nearest) {
                return of(spans);
            }
            match nearest.rfind('/') {
                Some(cut) => nearest = &nearest[..cut],
                None => return 0..0,
            }
        }
    }

    /// JSON has no line breaks and no control characters in its texts.
    fn check_text(&self, span: &Range<usize>, findings: &mut Vec<Finding>) {
        if let Some(at) = self.source.text[span.clone()].find(|c: char| c < ' ') {
            findings.push(syntax::control_in_text(&self.source, span.start + at));
        }
    }

    /// A text of the report, in one string or in lines.
    fn string(&mut self, pointer: &str, text: String, span: &Range<usize>, findings: &mut Vec<Finding>) {
        if text.len() > self.limits.text_bytes {
            let place = Place::json(&self.source, span.clone(), pointer);
            findings.push(too_long(text.len(), &self.limits).at(place));
        }
        self.strings.push((pointer.to_owned(), text));
    }

    fn walk(
        &mut self,
        node: &Node<'_>,
        pointer: String,
        key: Option<Range<usize>>,
        depth: usize,
        findings: &mut Vec<Finding>,
    ) {
        let range = node.range();
        let value = range.start..range.end;
        let source = Arc::clone(&self.source);
        let place = |span: &Range<usize>| Place::json(&source, span.clone(), pointer.as_str());
        let (limits, mut cuts) = (self.limits, Vec::new());
        if depth > limits.levels {
            let limit = limits.levels;
            findings.push(
                syntax::too_deep()
                    .at(place(&(value.start..value.start + 1)))
                    .expected(msg!("không quá {limit} tầng", "at most {limit} levels")),
            );
            return;
        }
        match node {
            Node::StringLit(text) => {
                self.check_text(&value, findings);
                cuts = literal_cuts(&source.text[value.clone()]);
                self.string(&pointer, text.value.to_string(), &value, findings);
            }
            Node::Object(object) => {
                let mut seen: HashMap<&str, usize, RandomState> = HashMap::default();
                for property in &object.properties {
                    let (name, range) = match &property.name {
                        ObjectPropName::String(name) => (name.value.as_ref(), name.range),
                        ObjectPropName::Word(name) => (name.value, name.range),
                    };
                    self.check_text(&(range.start..range.end), findings);
                    let below = format!("{pointer}/{}", pointer_part(name));
                    if let Some(first) = seen.insert(name, range.start) {
                        let (line, column) = self.source.line_column(first);
                        findings.push(
                            kinds::input::KEY_TWICE
                                .finding(msg!("khóa \"{name}\" có hai lần", "the key \"{name}\" is given twice"))
                                .at(self.json(range.start..range.end, &below))
                                .hint(msg!(
                                    "giữ lại một; lần đầu ở dòng {line}, cột {column}",
                                    "keep one of them; the first is at line {line}, column {column}"
                                )),
                        );
                    }
                    if !is_plain_key(name) {
                        self.keys.push((below.clone(), name.to_owned()));
                    }
                    self.walk(&property.value, below, Some(range.start..range.end), depth + 1, findings);
                }
            }
            Node::Array(array) if has_lines(&pointer) && array.elements.iter().all(is_string) => {
                let mut lines = Vec::new();
                for element in &array.elements {
                    if let Node::StringLit(line) = element {
                        self.check_text(&(line.range.start..line.range.end), findings);
                        lines.push(line.value.as_ref());
                    }
                }
                cuts = literal_cuts(&source.text[value.clone()]);
                self.string(&pointer, lines.join(LINE_END), &value, findings);
            }
            Node::Array(array) => {
                for (index, element) in array.elements.iter().enumerate() {
                    self.walk(element, format!("{pointer}/{index}"), None, depth + 1, findings);
                }
            }
            Node::NumberLit(number) if !is_exact(number.value) => findings.push(
                kinds::input::NUMBER_TOO_LARGE
                    .finding(msg!("số này quá lớn hoặc quá dài", "this number is too large or too long"))
                    .at(place(&value))
                    .found(number.value)
                    .expected(msg!(
                        "không quá {MOST_DIGITS} chữ số, kể cả phần thập phân",
                        "at most {MOST_DIGITS} digits, decimals included"
                    )),
            ),
            Node::NumberLit(_) | Node::BooleanLit(_) | Node::NullKeyword(_) => {}
        }
        self.spans.insert(pointer, Spans { key, value, cuts });
    }
}

/// Whether nothing can be wrong with the letters of a key.
pub(super) fn is_plain_key(name: &str) -> bool {
    name.len() <= MOST_PLAIN && name.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_control())
}

/// A key of so many letters is not too long.
const MOST_PLAIN: usize = 200;

/// Whether a text may stand there line by line.
fn has_lines(pointer: &str) -> bool {
    matches!(
        Slot::parse(pointer),
        Some(
            Slot::Section { .. }
                | Slot::Outline { part: InOutline::Text, .. }
                | Slot::Appendix {
                    part: InAppendix::Text | InAppendix::PartText(_) | InAppendix::Outline(_, InOutline::Text),
                    ..
                }
        )
    )
}

fn is_string(node: &Node<'_>) -> bool {
    matches!(node, Node::StringLit(_))
}

fn value_span(spans: &Spans) -> Range<usize> {
    spans.value.clone()
}

/// A name as a part of a JSON pointer (RFC 6901).
pub fn pointer_part(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The name that a part of a JSON pointer stands for.
pub fn pointer_name(part: &str) -> Cow<'_, str> {
    if part.contains('~') { part.replace("~1", "/").replace("~0", "~").into() } else { Cow::Borrowed(part) }
}

/// Whether what a JSON pointer names is another thing, or stands below it.
pub fn is_below(pointer: &str, above: &str) -> bool {
    pointer.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a JSON number can be kept and computed with, without loss.
fn is_exact(number: &str) -> bool {
    let scientific = number.contains(['e', 'E']);
    let value = if scientific { Decimal::from_scientific(number) } else { Decimal::from_str_exact(number) };
    value.is_ok_and(has_room)
}

/// What is wrong with the syntax of a part of a file beside the report that should be JSON.
pub fn json_mistake(source: &Arc<Source>, span: Range<usize>) -> Option<Finding> {
    let error = parse_to_ast(&source.text[span.clone()], &CollectOptions::default(), &strict()).err()?;
    let mut finding = syntax::finding(source, error.kind(), span.start + error.range().start);
    // A sample of a report helps with reports only.
    finding.hint.take_if(|hint| hint.en.contains("baocao new"));
    Some(finding)
}

/// RFC 8259 and nothing more.
fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

/// A file that is not UTF-8, at an offset.
pub(super) fn not_utf8(name: &str, bytes: &[u8], at: usize) -> Finding {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return kinds::input::NOT_UTF8
            .finding(msg!(
                "{name}: tệp là UTF-16 (\"Unicode\" của Notepad), không phải UTF-8",
                "{name}: the file is UTF-16 (\"Unicode\" in Notepad), not UTF-8"
            ))
            .hint(msg!("lưu lại tệp, chọn bảng mã UTF-8", "save the file again and choose UTF-8"));
    }
    let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    let byte = bytes.get(at).copied().unwrap_or_default();
    kinds::input::NOT_UTF8
        .finding(msg!("{name}: dòng {line}: tệp không phải UTF-8", "{name}: line {line}: the file is not UTF-8"))
        .found(format!("0x{byte:02X} (byte {at})"))
        .hint(msg!(
            "lưu lại tệp bằng bảng mã Unicode UTF-8; dữ liệu TCVN3, VNI phải chuyển mã trước",
            "save the file as Unicode UTF-8; convert TCVN3 and VNI data first"
        ))
}
