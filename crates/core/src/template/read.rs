//! The JSON files of template sets, and the schemas that say what is wrong with them.

use std::sync::Arc;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::de::DeserializeOwned;

use super::Templates;
use crate::diagnostic::{Finding, Place, Source};
use crate::limits::Limits;
use crate::report::{Input, check_text, structure};
use crate::{kinds, msg};

impl Templates {
    /// Reads a JSON file. One of an office is held against all that its schema says, by whoever reads it; those that are
    /// built in are by our tests.
    pub(super) fn read<T: DeserializeOwned + JsonSchema>(
        &self,
        path: &str,
        source: &Arc<Source>,
        findings: &mut Vec<Finding>,
    ) -> Option<T> {
        let value = read(source, findings)?;
        if !self.is_built_in(path) {
            check_texts(source, findings);
            explain::<T>(source, findings);
        }
        Some(value)
    }
}

/// Reads a JSON file of a template set.
pub(super) fn read<T: DeserializeOwned + JsonSchema>(source: &Arc<Source>, findings: &mut Vec<Finding>) -> Option<T> {
    match serde_json::from_str(&source.text) {
        Ok(value) => Some(value),
        Err(error) => {
            let before = findings.len();
            explain::<T>(source, findings);
            if findings.len() == before {
                let offset = source.offset(error.line(), error.column());
                findings.push(
                    kinds::templates::UNREADABLE
                        .finding(msg!("không đọc được tệp mẫu", "the template file cannot be read"))
                        .at(Place::new(source, offset..offset)),
                );
            }
            None
        }
    }
}

/// Tells what the texts of a file hold that no text may. Files without escapes are looked at as a whole first.
fn check_texts(source: &Arc<Source>, findings: &mut Vec<Finding>) {
    let (limits, mut found) = (Limits::default(), Vec::new());
    let whole = Limits { text_bytes: usize::MAX, ..limits };
    check_text(&source.text, &whole, |range| Place::new(source, range), &mut found);
    let may_be_wrong = !found.is_empty() || source.text.contains("\\u");
    if let Some(input) = input(source, &limits).filter(|_| may_be_wrong) {
        input.check_texts(findings);
    }
}

/// Holds a file that could not be read against its schema, which can say all that is wrong with it and where.
pub(super) fn explain<T: JsonSchema>(source: &Source, findings: &mut Vec<Finding>) {
    let bytes = source.text.clone().into_bytes();
    let Some(input) = Input::parse(&source.name, bytes, &Limits::default(), findings) else { return };
    let generate = || schema_of::<T>().to_value();
    let validator = jsonschema::options().build(&generate());
    if let (Ok(validator), Ok(value)) = (validator, serde_json::from_str(&source.text)) {
        structure::check(&validator, &generate, &value, &input, findings);
    }
}

/// A JSON file with the places of its values; what is made of it may be so much at most.
pub(super) fn input(source: &Source, limits: &Limits) -> Option<Input> {
    Input::parse(&source.name, source.text.clone().into_bytes(), limits, &mut Vec::new())
}

fn schema_of<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>()
}

/// The JSON Schema of a type of template file, as it is committed under `schema/`.
pub fn schema_text<T: JsonSchema>() -> String {
    let mut text = serde_json::to_string_pretty(&schema_of::<T>()).unwrap_or_default();
    text.push('\n');
    text
}
