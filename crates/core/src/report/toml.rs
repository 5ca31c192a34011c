//! A TOML file read as if it were JSON, so that it is checked and told of in the same way.

use std::ops::Range;
use std::sync::Arc;

use serde_json::{Map, Value};
use toml_edit::{ImDocument, Item, TableLike};

use super::input::{Input, SpanMap, Spans, is_plain_key, pointer_part};
use super::sources::Origins;
use crate::diagnostic::{Finding, Message, Place, Source};
use crate::limits::Limits;
use crate::{kinds, msg};

impl Input {
    /// The values of a TOML file and their places, or a finding.
    pub fn of_toml(name: &str, text: &str, findings: &mut Vec<Finding>) -> Option<(Self, Value)> {
        let source = Source::new(name, text.strip_prefix('\u{feff}').unwrap_or(text));
        let document = match ImDocument::parse(source.text.as_str()) {
            Ok(document) => document,
            Err(error) => {
                let span = error.span().unwrap_or(0..0);
                findings.push(wrong(&error, Place::new(&source, span)));
                return None;
            }
        };
        let mut spans = SpanMap::default();
        let value = table(document.as_table(), "", &mut spans);
        let bytes = source.text.clone().into_bytes();
        let (mut strings, mut keys) = (Vec::new(), Vec::new());
        texts(&value, String::new(), &mut strings, &mut keys);
        let (limits, origins) = (Limits::default(), Origins::default());
        let input = Self { bytes, source, limits, spans, strings, keys, origins, texts: Vec::new() };
        input.check_texts(findings);
        Some((input, value))
    }
}

/// The texts of a value and its keys, each with its pointer.
fn texts(value: &Value, pointer: String, strings: &mut Vec<(String, String)>, keys: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => strings.push((pointer, text.clone())),
        Value::Array(list) => {
            let below = list.iter().enumerate();
            below.for_each(|(index, of)| texts(of, format!("{pointer}/{index}"), strings, keys));
        }
        Value::Object(fields) => {
            for (name, of) in fields {
                let below = format!("{pointer}/{}", pointer_part(name));
                if !is_plain_key(name) {
                    keys.push((below.clone(), name.clone()));
                }
                texts(of, below, strings, keys);
            }
        }
        _ => {}
    }
}

/// What is wrong with the syntax of a file, in words of our own: the library says it in English, and for programmers.
fn wrong(error: &toml_edit::TomlError, place: Place) -> Finding {
    let reason = error.message();
    let begin = place.span().map_or(0, |span| span.start);
    let source = Arc::clone(&place.source);
    let rest = source.text.get(begin..).unwrap_or_default().lines().next().unwrap_or_default().trim();
    if let Some(name) = reason.split_once("duplicate key `").and_then(|(_, rest)| rest.split('`').next()) {
        // The library points at the beginning of the key.
        let line = rest.split('=').next().unwrap_or_default();
        let place = place.with_span(begin..begin + line.trim_end().len());
        return kinds::input::KEY_TWICE
            .finding(msg!("khóa \"{name}\" có hai lần", "the key \"{name}\" is given twice"))
            .at(place)
            .hint(msg!("giữ lại một", "keep one of them"));
    }
    let before = source.text.get(..begin).unwrap_or_default().lines().next_back().unwrap_or_default();
    let (message, hint) = mistake(reason, before, rest);
    let finding = kinds::input::NOT_TOML.finding(message).at(place).hint(hint);
    if rest.is_empty() { finding } else { finding.found(rest.chars().take(MOST_FOUND).collect::<String>()) }
}

/// So many letters are quoted of what the library stumbled over.
const MOST_FOUND: usize = 40;

/// Whether a line up to a place ends with a number whose decimals stand behind a comma: `factor = 1,5 `.
fn ends_with_comma(before: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let parts = before.trim_end().rsplit_once(',');
    parts.is_some_and(|(whole, decimals)| whole.ends_with(is_digit) && decimals.starts_with(is_digit))
}

/// A mistake of syntax and how to mend it, by what the library says of it and by what stands before the place and there.
fn mistake(reason: &str, before: &str, rest: &str) -> (Message, Message) {
    let says = |words: &str| reason.starts_with(words);
    let quotes = || msg!("đặt trong ngoặc kép thẳng: \"...\"", "put it into straight quotes: \"...\"");
    let first = rest.chars().next();
    let point = || msg!("phần thập phân viết sau dấu chấm: 1.5", "decimals stand behind a dot: 1.5");
    if says("invalid table header") {
        let hint = msg!("ví dụ [unit], một mình trên một dòng", "such as [unit], alone on its line");
        (msg!("tên phần không được viết đúng là [tên]", "the name of a part is not written as [name]"), hint)
    } else if says("invalid escape sequence") {
        let hint = msg!(
            "viết \\\\ cho một dấu \\, hoặc dùng ngoặc đơn '...'",
            "write \\\\ for a \\, or use single quotes '...'"
        );
        (
            msg!(
                "dấu \\ trong ngoặc kép mở đầu một ký hiệu không có",
                "a \\ in quotes begins a sign that there is not"
            ),
            hint,
        )
    } else if says("invalid string") && matches!(first, None | Some('#')) {
        let hint = msg!("ghi giá trị, ví dụ \"Đơn vị\"", "write a value, such as \"Đơn vị\"");
        (msg!("sau dấu = không có giá trị", "no value stands behind the ="), hint)
    } else if says("invalid string") {
        (msg!("giá trị chữ không đặt trong ngoặc kép", "a text does not stand in quotes"), quotes())
    } else if says("invalid basic string") || says("invalid literal string") || says("invalid multiline") {
        (msg!("ngoặc kép không được đóng", "a quote is not closed"), quotes())
    } else if says("invalid array") {
        let hint =
            msg!("giữa các giá trị là dấu phẩy, cuối cùng là ]", "commas stand between values, and a ] at the end");
        (msg!("danh sách [...] sai cú pháp hoặc không được đóng", "a list [...] is wrong or not closed"), hint)
    } else if says("invalid inline table") {
        let hint = msg!(
            "viết trên một dòng, giữa các mục là dấu phẩy: {{ column = \"...\", unit = \"...\" }}",
            "write it on one line with commas between its parts: {{ column = \"...\", unit = \"...\" }}"
        );
        (msg!("nhóm {{ ... }} sai cú pháp hoặc không được đóng", "a group {{ ... }} is wrong or not closed"), hint)
    } else if says("invalid key") || (reason.contains("expected `.`, `=`") && first.is_some_and(|c| !c.is_ascii())) {
        (
            msg!("tên trước dấu = có chữ có dấu hoặc ký hiệu", "the name before the = has other letters than a to z"),
            quotes(),
        )
    } else if reason.contains("expected `.`, `=`") && ends_with_comma(before) {
        (msg!("số có dấu phẩy", "a number has a comma"), point())
    } else if reason.contains("expected `.`, `=`") {
        let hint = msg!("viết tên = giá trị", "write name = value");
        (msg!("thiếu dấu = giữa tên và giá trị", "a = is missing between name and value"), hint)
    } else if says("expected newline") {
        let hint = match rest.strip_prefix(',').and_then(|rest| rest.chars().next()) {
            Some(digit) if digit.is_ascii_digit() => point(),
            _ => msg!("mỗi dòng một giá trị; chú thích viết sau #", "one value a line; comments stand behind a #"),
        };
        (msg!("sau giá trị còn thứ khác", "something else stands behind the value"), hint)
    } else {
        let hint = msg!("viết tên = \"giá trị\", phần là [tên]", "write name = \"value\", and parts as [name]");
        (msg!("sai cú pháp TOML", "this is not valid TOML"), hint)
    }
}

fn value(item: &Item, pointer: String, key: Option<Range<usize>>, spans: &mut SpanMap) -> Value {
    if let Some(below) = item.as_table_like() {
        return note(table(below, &pointer, spans), pointer, key, item.span(), spans);
    }
    let list = match item {
        Item::ArrayOfTables(tables) => {
            let below = tables.iter().enumerate().map(|(index, below)| {
                let pointer = format!("{pointer}/{index}");
                let value = table(below, &pointer, spans);
                note(value, pointer, None, below.span(), spans)
            });
            Some(below.collect())
        }
        _ => item.as_array().map(|array| {
            let below = array.iter().enumerate();
            below
                .map(|(index, of)| value(&Item::Value(of.clone()), format!("{pointer}/{index}"), None, spans))
                .collect()
        }),
    };
    let read = list.map(Value::Array).or_else(|| scalar(item)).unwrap_or(Value::Null);
    note(read, pointer, key, item.span(), spans)
}

fn table(table: &dyn TableLike, pointer: &str, spans: &mut SpanMap) -> Value {
    let mut fields = Map::new();
    for (name, item) in table.iter() {
        let key = table.key(name).and_then(toml_edit::Key::span);
        let below = format!("{pointer}/{}", pointer_part(name));
        fields.insert(name.to_owned(), value(item, below, key, spans));
    }
    Value::Object(fields)
}

/// Dates, which TOML has and JSON has not, are texts.
fn scalar(item: &Item) -> Option<Value> {
    let text = |value: String| Some(Value::String(value));
    match item.as_value()? {
        toml_edit::Value::String(value) => text(value.value().clone()),
        toml_edit::Value::Integer(value) => Some(Value::from(*value.value())),
        toml_edit::Value::Float(value) => Some(Value::from(*value.value())),
        toml_edit::Value::Boolean(value) => Some(Value::Bool(*value.value())),
        toml_edit::Value::Datetime(value) => text(value.value().to_string()),
        toml_edit::Value::Array(_) | toml_edit::Value::InlineTable(_) => None,
    }
}

fn note(
    value: Value,
    pointer: String,
    key: Option<Range<usize>>,
    span: Option<Range<usize>>,
    spans: &mut SpanMap,
) -> Value {
    let span = span.or_else(|| key.clone()).unwrap_or(0..0);
    spans.insert(pointer, Spans { key, value: span, cuts: Vec::new() });
    value
}
