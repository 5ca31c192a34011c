//! The JSON Schema of a report, generated from the types.

use std::sync::LazyLock;

use jsonschema::{Draft, Validator};
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

/// The compiled schema, read as draft 7: for what our types generate it means the same as 2020-12, whose meta-schema
/// the library would have to compile first, at two milliseconds a run.
#[expect(clippy::expect_used, reason = "the schema is generated from our own types; the tests compile it")]
pub(super) static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let mut schema = generate();
    if let Some(fields) = schema.as_object_mut() {
        fields.remove("$schema");
    }
    let options = jsonschema::options().with_draft(Draft::Draft7).should_validate_formats(true);
    options.build(&schema).expect("the generated schema is valid")
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn committed_schema_is_fresh() {
        let committed = include_str!("../../schema/report.schema.json");
        assert!(committed == to_text(), "stale: run: cargo run -- schema -o schema/report.schema.json --force");
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
