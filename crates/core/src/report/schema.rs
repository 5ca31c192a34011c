//! The JSON Schema of a report, generated from the types.

use std::sync::LazyLock;

use jsonschema::Validator;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::Report;

/// The schema as a JSON value (draft 2020-12).
pub fn generate() -> Value {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Report>().to_value()
}

/// The schema as text, as it is committed under `schema/`.
pub fn to_text() -> String {
    let mut text = serde_json::to_string_pretty(&generate()).unwrap_or_default();
    text.push('\n');
    text
}

pub(super) use baocao_schema::Fits;

/// What tells a report that does not fit all that departs from the schema.
#[expect(clippy::expect_used, reason = "the schema is generated from our own types; the tests compile it")]
pub(super) static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&generate()).expect("the generated schema is valid")
});

#[cfg(test)]
mod tests {
    use super::*;

    /// The values of a report, one after another.
    fn nodes<'v>(value: &'v mut Value, index: &mut usize) -> Option<&'v mut Value> {
        if *index == 0 {
            return Some(value);
        }
        *index -= 1;
        match value {
            Value::Array(list) => list.iter_mut().find_map(|below| nodes(below, index)),
            Value::Object(fields) => fields.values_mut().find_map(|below| nodes(below, index)),
            _ => None,
        }
    }

    #[test]
    fn both_compiled_schemas_say_the_same() {
        let example: Value = serde_json::from_str(&baocao_testing::text("examples/xa-mot-bang.json")).unwrap();
        assert!(Fits::is_valid(&example));
        let others = ["null", "true", "0", "2.5", "99", r#""""#, r#""2023-9-31""#, "[]", "[[1]]", r#"{"x": 1}"#];
        for at in 0.. {
            for other in others {
                let mut report = example.clone();
                let Some(node) = nodes(&mut report, &mut { at }) else {
                    assert!(at > 100);
                    return;
                };
                *node = serde_json::from_str(other).unwrap();
                assert_eq!(Fits::is_valid(&report), VALIDATOR.is_valid(&report), "node {at}: {other}");
            }
        }
    }

    #[test]
    fn every_field_is_described_in_both_languages() {
        fn walk(value: &Value, path: &str, missing: &mut Vec<String>) {
            if let Some(properties) = value.get("properties").and_then(Value::as_object) {
                for (name, property) in properties {
                    let described = property.get("description").and_then(Value::as_str).unwrap_or("");
                    if !described.contains("\n\n") {
                        missing.push(format!("{path}/{name}"));
                    }
                }
            }
            if let Some(definitions) = value.get("$defs").and_then(Value::as_object) {
                for (name, definition) in definitions {
                    walk(definition, name, missing);
                }
            }
        }
        let mut missing = Vec::new();
        walk(&generate(), "Report", &mut missing);
        assert!(missing.is_empty(), "{missing:?}");
    }
}
