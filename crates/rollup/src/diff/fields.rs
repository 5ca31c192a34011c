//! Fields of two reports: all but figures, texts, tables and sources.

use std::collections::{BTreeMap, BTreeSet};

use baocao_core::report::pointer_part;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::Read;

/// What is compared as figures, texts and tables, or says nothing of the document.
const ELSEWHERE: [&str; 7] = ["$schema", "figures", "sections", "outline", "texts", "tables", "sources"];

/// These come first, in this order.
const FIRST: [&str; 3] = ["template", "period", "document"];

/// A field that changed.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FieldChange {
    /// Its JSON pointer.
    pub pointer: String,
    /// What it was; null where it was not there.
    pub before: Option<String>,
    /// What it is; null where it is not there.
    pub after: Option<String>,
}

/// The fields that changed, in the order of the header, then of their names.
pub(super) fn compare(before: &Read, after: &Read) -> Vec<FieldChange> {
    of_texts(&before.input.source.text, &after.input.source.text)
}

fn of_texts(before: &str, after: &str) -> Vec<FieldChange> {
    let (before, after) = (leaves(before), leaves(after));
    let rank = |pointer: &str| FIRST.iter().position(|first| pointer[1..].starts_with(first)).unwrap_or(FIRST.len());
    let mut pointers: Vec<&String> = before.keys().chain(after.keys()).collect::<BTreeSet<_>>().into_iter().collect();
    pointers.sort_by_key(|pointer| rank(pointer));
    let change = |pointer: &String| {
        let (before, after) = (before.get(pointer).cloned(), after.get(pointer).cloned());
        (before != after).then(|| FieldChange { pointer: pointer.clone(), before, after })
    };
    pointers.into_iter().filter_map(change).collect()
}

/// The values that are no objects, by their pointers; a list of plain values is one.
fn leaves(report: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    if let Ok(Value::Object(fields)) = serde_json::from_str(report) {
        for (name, value) in fields.iter().filter(|(name, _)| !ELSEWHERE.contains(&name.as_str())) {
            collect(value, format!("/{}", pointer_part(name)), &mut found);
        }
    }
    found
}

fn collect(value: &Value, pointer: String, found: &mut BTreeMap<String, String>) {
    let is_plain = |value: &Value| !value.is_array() && !value.is_object();
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| collect(value, format!("{pointer}/{}", pointer_part(name)), found));
        }
        Value::Array(list) if list.iter().all(is_plain) => {
            found.insert(pointer, list.iter().map(plain).collect::<Vec<_>>().join("; "));
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(at, value)| collect(value, format!("{pointer}/{at}"), found));
        }
        // A field that is null is as good as one that is not there.
        Value::Null => {}
        value => drop(found.insert(pointer, plain(value))),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_compared_by_their_pointers() {
        let before = r#"{"style": {"a": 1}, "document": {"to": ["A", "B"], "code_number": null}, "figures": {"x": 1}}"#;
        let after = r#"{"document": {"to": ["A"], "code_number": 7, "signers": [{"name": "C"}]}, "figures": {"x": 2}}"#;
        let found = of_texts(before, after);
        let told: Vec<(&str, Option<&str>, Option<&str>)> =
            found.iter().map(|one| (one.pointer.as_str(), one.before.as_deref(), one.after.as_deref())).collect();
        let wanted = [
            ("/document/code_number", None, Some("7")),
            ("/document/signers/0/name", None, Some("C")),
            ("/document/to", Some("A; B"), Some("A")),
            ("/style/a", Some("1"), None),
        ];
        assert_eq!(told, wanted);
        assert!(of_texts(before, before).is_empty());
    }
}
