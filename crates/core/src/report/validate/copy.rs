//! Reading what the organ that copies a document gives.

use std::sync::LazyLock;

use jsonschema::Validator;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::{no_such_date, structure, unreadable};
use crate::diagnostic::{Finding, has_errors};
use crate::report::{CopyBy, Input, Text};
use crate::{kinds, msg};

fn schema() -> Value {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<CopyBy>().to_value()
}

#[expect(clippy::expect_used, reason = "the schema is generated from our own types; the tests compile it")]
static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::validator_for(&schema()).expect("the generated schema is valid"));

/// Reads what the organ that copies gives. All that is wrong is added to the findings; where one of these is an error there is
/// nothing.
pub fn read_copy(input: &Input, findings: &mut Vec<Finding>) -> Option<CopyBy> {
    let mut found = Vec::new();
    input.check_texts(&mut found);
    let by = structured(input, &mut found);
    if let Some(by) = &by {
        check_blank(by, input, &mut found);
        if by.promulgation.parsed().is_none() {
            let date = by.promulgation.date.as_deref().unwrap_or_default();
            found.push(no_such_date(input, "/promulgation/date", date));
        }
        if let Some(time) = &by.signing_time
            && chrono::DateTime::parse_from_rfc3339(time).is_err()
        {
            found.push(no_such_date(input, "/signing_time", time));
        }
    }
    let failed = has_errors(&found);
    findings.append(&mut found);
    by.filter(|_| !failed)
}

fn structured(input: &Input, findings: &mut Vec<Finding>) -> Option<CopyBy> {
    let text = &input.source.text;
    let value: Value = serde_json::from_str(text).map_err(|error| findings.push(unreadable(input, &error))).ok()?;
    let before = findings.len();
    structure::check(&VALIDATOR, &schema, &value, input, findings);
    if findings.len() > before {
        return None;
    }
    serde_json::from_str(text).map_err(|error| findings.push(unreadable(input, &error))).ok()
}

/// Texts that hold nothing but space, where something must be printed.
fn check_blank(by: &CopyBy, input: &Input, findings: &mut Vec<Finding>) {
    let one = |name: &str, text: &Text| (format!("/{name}"), text.trim().is_empty());
    let mut texts = vec![
        one("organ/organ_name", &by.organ.organ_name),
        one("organ/short_name", &by.organ.short_name),
        one("abbreviation", &by.abbreviation),
        one("promulgation/place", &by.promulgation.place),
    ];
    texts.extend(by.organ.parent_name.iter().map(|name| one("organ/parent_name", name)));
    texts.extend(by.recipients.iter().enumerate().map(|(index, name)| one(&format!("recipients/{index}"), name)));
    for (index, signer) in by.signers.iter().enumerate() {
        texts.push(one(&format!("signers/{index}/position"), &signer.position));
        texts.extend(signer.full_name.iter().map(|name| one(&format!("signers/{index}/full_name"), name)));
    }
    for (pointer, _) in texts.iter().filter(|(_, blank)| *blank) {
        findings.push(
            kinds::input::EMPTY
                .finding(msg!("giá trị này không được để trống", "this value must not be empty"))
                .at(input.place(pointer)),
        );
    }
}
