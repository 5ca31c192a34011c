//! A report that is being made from an export: its values, each with the cell that it came from.

use std::collections::BTreeMap;

use baocao_core::diagnostic::{Address, Place};
use baocao_core::report::{FigureValue, pointer_name, pointer_part};
use baocao_core::rows::{Given, Json};
use rust_decimal::Decimal;
use serde_json::{Map, Number, Value};

/// A report that is being made.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// What its file is called, without an ending.
    pub name: String,
    /// Its values.
    pub values: Map<String, Value>,
    /// Where they came from, in the order in which they were set.
    pub origins: Vec<Origin>,
    /// The first row of its unit, where it was made of rows.
    pub row: Option<Place>,
}

/// Where a value came from.
#[derive(Debug, Clone)]
pub struct Origin {
    /// The JSON pointer of the value in the report.
    pub pointer: String,
    /// The cell of the export.
    pub place: Place,
    /// What the export calls the value.
    pub label: String,
}

impl Draft {
    /// Sets a value; objects and lists on the way to it are made. What is no object or list makes way.
    pub fn set(&mut self, pointer: &str, value: Value) {
        let mut parts = pointer.split('/').skip(1).map(|part| pointer_name(part).into_owned());
        let Some(first) = parts.next() else { return };
        let mut at = self.values.entry(first).or_insert(Value::Null);
        for part in parts {
            at = below(at, &part);
        }
        *at = value;
    }

    /// How many values a list has; none where there is no list.
    pub fn count(&self, pointer: &str) -> usize {
        let mut parts = pointer.split('/').skip(1);
        let first = parts.next().and_then(|first| self.values.get(first));
        let list = parts.try_fold(first, |at, part| Some(at?.get(part))).flatten();
        list.and_then(Value::as_array).map_or(0, Vec::len)
    }

    /// Says where a value came from.
    pub fn came_from(&mut self, pointer: impl Into<String>, place: Place, label: impl Into<String>) {
        self.origins.push(Origin { pointer: pointer.into(), place, label: label.into() });
    }

    /// Sets a figure, and says where it came from.
    pub fn figure(&mut self, id: &str, value: Value, place: Place, label: impl Into<String>) {
        let pointer = figure_pointer(id);
        self.set(&pointer, value);
        self.came_from(pointer, place, label);
    }

    /// The whole report: what is set, and where it came from. `hashes` are the SHA-256 of the exports by their names.
    pub fn report(&self, hashes: &BTreeMap<String, String>) -> Value {
        let mut report = self.values.clone();
        let mut sources: Vec<(String, Map<String, Value>)> = Vec::new();
        for Origin { pointer, place, label } in &self.origins {
            let name = &place.source.name;
            let at = match sources.iter().position(|(known, _)| known == name) {
                Some(at) => at,
                None => {
                    sources.push((name.clone(), Map::new()));
                    sources.len() - 1
                }
            };
            let Some(address) = Address::of(place) else { continue };
            let mut cell = Map::new();
            cell.insert("at".to_owned(), address.to_string().into());
            if !label.is_empty() {
                cell.insert("label".to_owned(), label.clone().into());
            }
            sources[at].1.insert(pointer.clone(), cell.into());
        }
        let sources: Vec<Value> = sources
            .into_iter()
            .map(|(name, cells)| {
                let mut source = Map::new();
                source.insert("file".to_owned(), file_name(&name).into());
                source.extend(hashes.get(&name).map(|hash| ("sha256".to_owned(), hash.clone().into())));
                source.insert("cells".to_owned(), cells.into());
                source.into()
            })
            .collect();
        if !sources.is_empty() {
            report.insert("sources".to_owned(), sources.into());
        }
        report.into()
    }
}

/// A report as the text of a file.
pub fn text(report: &Value) -> String {
    let mut text = serde_json::to_string_pretty(report).unwrap_or_default();
    text.push('\n');
    text
}

/// A value in an object or a list, made where it is not there.
fn below<'v>(at: &'v mut Value, part: &str) -> &'v mut Value {
    let index: Option<usize> = part.parse().ok().filter(|_| at.is_array() || at.is_null());
    if at.is_null() && index.is_some() {
        *at = Value::Array(Vec::new());
    }
    if let (Some(index), Some(end)) = (index, at.as_array().map(Vec::len)) {
        // A mapping names the first places of a list; a number far beyond them is a slip that the schema tells of.
        let index = index.min(end);
        if index == end {
            at.as_array_mut().into_iter().for_each(|list| list.push(Value::Null));
        }
        return &mut at[index];
    }
    if !at.is_object() {
        *at = Value::Object(Map::new());
    }
    &mut at[part]
}

/// The JSON pointer of a figure.
pub fn figure_pointer(id: &str) -> String {
    format!("/figures/{}", pointer_part(id))
}

/// A value as a report writes it: numbers as JSON numbers where these hold them exactly.
pub fn value_of(value: &FigureValue) -> Value {
    match value {
        FigureValue::Absent => Value::Null,
        FigureValue::Number(value) | FigureValue::Written { value, .. } => number(*value),
        FigureValue::Ambiguous(text) | FigureValue::Word(text) => Value::String(text.clone()),
    }
}

/// A value in words, without dots between the thousands of what was a number.
pub fn words(value: &FigureValue) -> String {
    match value {
        FigureValue::Absent => String::new(),
        FigureValue::Number(value) => value.normalize().to_string(),
        FigureValue::Written { text, .. } | FigureValue::Ambiguous(text) | FigureValue::Word(text) => text.clone(),
    }
}

/// A number, or its Vietnamese form where a JSON number would not hold it exactly.
pub fn number(value: Decimal) -> Value {
    let text = value.normalize().to_string();
    if let Ok(whole) = text.parse::<i64>() {
        return whole.into();
    }
    let exact = text.parse::<f64>().ok().filter(|float| float.to_string() == text).and_then(Number::from_f64);
    exact.map_or_else(|| Value::String(baocao_vietnamese::number::format(value)), Value::Number)
}

/// A value of JSON as a report writes it.
pub fn exact(json: &Json) -> Value {
    match &json.given {
        Given::Number(value) => number(*value),
        Given::Text(text) => text.as_str().into(),
        Given::Bool(value) => (*value).into(),
        Given::Json(_) if json.is_object => {
            json.parts.iter().map(|(name, part)| (name.clone(), exact(part))).collect::<Map<_, _>>().into()
        }
        Given::Json(text) if text.starts_with('[') => json.parts.iter().map(|(_, part)| exact(part)).collect(),
        // A number that is too large is told where it is used.
        Given::Json(text) => text.as_str().into(),
        Given::Blank | Given::Date(_) | Given::Mistake(_) => Value::Null,
    }
}

/// The last part of a path.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
