//! JSON as people keep it: what is not touched stays as it was written.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

/// So far each level is set in.
const INDENT: &str = "  ";

/// An object of plain values that takes no more room stands on one line.
const LINE: usize = 100;

/// The fields of an object in their order, each as it was written.
#[derive(Debug, Default)]
pub(crate) struct Fields(Vec<(String, Box<RawValue>)>);

impl Fields {
    /// Reads an object; nothing where it is none.
    pub(crate) fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.get())
    }

    /// Sets a field where it stands, or after all others.
    pub(crate) fn set(&mut self, name: &str, json: String) {
        let Ok(value) = RawValue::from_string(json) else { return };
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = value,
            None => self.0.push((name.to_owned(), value)),
        }
    }

    pub(crate) fn remove(&mut self, name: &str) {
        self.0.retain(|(known, _)| known != name);
    }

    /// The object as text; `level` is that of the object.
    pub(crate) fn text(&self, level: usize) -> String {
        if self.0.is_empty() {
            return "{}".to_owned();
        }
        let fields = self.0.iter().map(|(name, value)| format!("{}: {}", Value::from(name.as_str()), value.get()));
        lines("{", &fields.collect::<Vec<_>>(), "}", level)
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Fields;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// A value as text that stands at a level. A list of plain values is one line, as the rows of a table are.
pub(crate) fn text(value: &Value, level: usize) -> String {
    let is_plain = |value: &Value| !value.is_array() && !value.is_object();
    match value {
        Value::Array(list) if list.iter().all(is_plain) => {
            let values: Vec<String> = list.iter().map(ToString::to_string).collect();
            format!("[{}]", values.join(", "))
        }
        Value::Array(list) => {
            let values: Vec<String> = list.iter().map(|value| text(value, level + 1)).collect();
            lines("[", &values, "]", level)
        }
        Value::Object(fields) if fields.is_empty() => "{}".to_owned(),
        Value::Object(fields) => {
            let field = |(name, value): (&String, &Value)| {
                format!("{}: {}", Value::from(name.as_str()), text(value, level + 1))
            };
            let fields: Vec<String> = fields.iter().map(field).collect();
            let line = format!("{{ {} }}", fields.join(", "));
            let is_short = line.chars().count() <= LINE && !line.contains('\n');
            if is_short { line } else { lines("{", &fields, "}", level) }
        }
        plain => plain.to_string(),
    }
}

fn lines(open: &str, values: &[String], close: &str, level: usize) -> String {
    let (inner, outer) = (INDENT.repeat(level + 1), INDENT.repeat(level));
    format!("{open}\n{inner}{}\n{outer}{close}", values.join(&format!(",\n{inner}")))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_not_touched_stays() {
        let mut fields = Fields::read(r#"{"a": 1.50, "b": {"c":[1 , 2]}, "d": "\u1ebf"}"#).unwrap();
        fields.set("a", "2".to_owned());
        fields.set("e", text(&json!({"rows": [["x", 1, null], []]}), 1));
        fields.remove("d");
        let wanted = "{\n  \"a\": 2,\n  \"b\": {\"c\":[1 , 2]},\n  \"e\": {\n    \"rows\": [\n      [\"x\", 1, null],\n      []\n    ]\n  }\n}";
        assert_eq!(fields.text(0), wanted);
        assert!(Fields::read("[]").is_none());
    }
}
