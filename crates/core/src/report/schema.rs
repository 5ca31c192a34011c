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
pub static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&generate()).expect("the generated schema is valid")
});
