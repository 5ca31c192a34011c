//! A TOML file read as if it were JSON, so that it is checked and told of in the same way.

use std::ops::Range;
use std::sync::Arc;

use serde_json::{Map, Value};
use toml_edit::{ImDocument, Item, TableLike};

use super::input::{Input, SpanMap, Spans, pointer_part};
use super::sources::Origins;
use crate::diagnostic::{Finding, Place, Source};
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
        Some((
            Self {
                bytes,
                source: Arc::clone(&source),
                limits: Limits::default(),
                spans,
                strings: Vec::new(),
                origins: Origins::default(),
                texts: Vec::new(),
            },
            value,
        ))
    }
}

/// What is wrong with the syntax of a file. Of what the library says in English the mistake that people make most is told in
/// words of our own.
fn wrong(error: &toml_edit::TomlError, place: Place) -> Finding {
    let reason = error.message().lines().collect::<Vec<_>>().join("; ");
    if let Some(name) = reason.strip_prefix("duplicate key `").and_then(|rest| rest.split('`').next()) {
        // The library points at the beginning of the key.
        let begin = place.span().map_or(0, |span| span.start);
        let line = place.source.text.get(begin..).unwrap_or_default().split(['=', '\n']).next().unwrap_or_default();
        let place = place.clone().with_span(begin..begin + line.trim_end().len());
        return kinds::input::KEY_TWICE
            .finding(msg!("khóa \"{name}\" có hai lần", "the key \"{name}\" is given twice"))
            .at(place)
            .hint(msg!("giữ lại một", "keep one of them"));
    }
    kinds::input::NOT_TOML.finding(msg!("sai cú pháp TOML", "this is not valid TOML")).at(place).found(reason)
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
    spans.insert(pointer, Spans { key, value: span });
    value
}
