//! The report held against its schema, told so that a person can mend it.

use std::cell::OnceCell;
use std::collections::HashSet;

use chrono::NaiveDate;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError, Validator};
use rust_decimal::Decimal;
use serde_json::Value;

use super::super::{Input, pointer_part};
use crate::diagnostic::{Finding, Message, Place, nearest};
use crate::{kinds, msg};

/// The law behind sizes and margins.
pub(super) const LAYOUT_LAW: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I";

/// Adds a finding for every departure from the schema, which `schema` writes out where names are asked for.
pub fn check(
    validator: &Validator,
    schema: &dyn Fn() -> Value,
    value: &Value,
    input: &Input,
    findings: &mut Vec<Finding>,
) {
    let errors: Vec<ValidationError<'_>> = validator.iter_errors(value).collect();
    tell_all(&errors, &Schema::new(schema), input, findings);
}

/// A schema, which is written out when names are first asked for.
pub struct Schema<'a> {
    write: &'a dyn Fn() -> Value,
    root: OnceCell<Value>,
}

impl<'a> Schema<'a> {
    /// The one that `write` gives.
    pub fn new(write: &'a dyn Fn() -> Value) -> Self {
        Self { write, root: OnceCell::new() }
    }
}

fn tell_all(errors: &[ValidationError<'_>], schema: &Schema<'_>, input: &Input, findings: &mut Vec<Finding>) {
    let meant: HashSet<(String, String)> = errors.iter().flat_map(|error| misspelt(error, schema)).collect();
    for error in errors {
        // A misspelt field is one mistake, not an unknown field and a missing one.
        let is_meant = |name: &Value| {
            let named = |name: &str| meant.contains(&(error.instance_path().as_str().to_owned(), name.to_owned()));
            name.as_str().is_some_and(named)
        };
        if !matches!(error.kind(), ValidationErrorKind::Required { property } if is_meant(property)) {
            tell(error, schema, input, findings);
        }
    }
}

/// Where an error is unknown fields: the names that were probably meant, each with the pointer of its object.
fn misspelt(error: &ValidationError<'_>, schema: &Schema<'_>) -> Vec<(String, String)> {
    let above = error.instance_path().as_str();
    meant(error, schema).into_iter().map(|[_, near]| (above.to_owned(), near)).collect()
}

/// Where an error is unknown fields: the pointer of each that is probably misspelt, and the name that was meant.
pub fn meant(error: &ValidationError<'_>, schema: &Schema<'_>) -> Vec<[String; 2]> {
    let ValidationErrorKind::AdditionalProperties { unexpected } = error.kind() else { return Vec::new() };
    let (known, above) = (known_names(error, schema), error.instance_path().as_str());
    let near = unexpected.iter().filter_map(|name| Some((name, nearest(name, known.iter().map(String::as_str))?)));
    near.map(|(name, near)| [format!("{above}/{}", pointer_part(name)), near.to_owned()]).collect()
}

/// Tells of a field that must stand at a place.
pub fn missing_field(name: &str, place: Place) -> Finding {
    kinds::input::MISSING_FIELD
        .finding(msg!("thiếu trường \"{name}\"", "the field \"{name}\" is missing"))
        .at(place)
        .hint(msg!("thêm \"{name}\" vào đây", "add \"{name}\" here"))
}

fn tell(error: &ValidationError<'_>, schema: &Schema<'_>, input: &Input, findings: &mut Vec<Finding>) {
    let pointer = error.instance_path().as_str();
    let place = input.place(pointer);
    let found = shown(error.instance());
    match error.kind() {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            alternatives(context, pointer, &found, schema, input, findings);
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let known = known_names(error, schema);
            for name in unexpected {
                let below = format!("{pointer}/{}", pointer_part(name));
                findings.push(
                    kinds::input::UNKNOWN_FIELD
                        .finding(msg!("không có trường \"{name}\" ở đây", "there is no field \"{name}\" here"))
                        .at(input.key_place(&below))
                        .one_of(name, &known.iter().map(String::as_str).collect::<Vec<_>>()),
                );
            }
        }
        ValidationErrorKind::Required { property } => {
            findings.push(missing_field(property.as_str().unwrap_or_default(), place));
        }
        ValidationErrorKind::Type { kind } => findings.push(wrong_type(types(kind), &found).at(place)),
        ValidationErrorKind::Constant { expected_value } => {
            findings.push(not_one_of(&[expected_value.to_string()], &found).at(place));
        }
        ValidationErrorKind::Enum { options } => {
            let options: Vec<String> = options.as_array().into_iter().flatten().map(Value::to_string).collect();
            findings.push(not_one_of(&options, &found).at(place));
        }
        ValidationErrorKind::Minimum { limit } => {
            let limit = plain_number(limit);
            findings.push(out_of_range(pointer, &found, msg!("không nhỏ hơn {limit}", "at least {limit}")).at(place));
        }
        ValidationErrorKind::Maximum { limit } => {
            let limit = plain_number(limit);
            findings.push(out_of_range(pointer, &found, msg!("không lớn hơn {limit}", "at most {limit}")).at(place));
        }
        ValidationErrorKind::Format { format } if format == "date" => {
            let date = found.trim_matches('"');
            findings.push(if is_date_shaped(date) {
                super::no_such_date(input, pointer, date)
            } else {
                wrong_form(pointer, date).at(place)
            });
        }
        ValidationErrorKind::MinLength { .. } | ValidationErrorKind::MinItems { .. } => findings.push(
            kinds::input::EMPTY
                .finding(msg!("giá trị này không được để trống", "this value must not be empty"))
                .at(place),
        ),
        ValidationErrorKind::MaxLength { limit } => findings.push(
            kinds::input::TOO_LONG
                .finding(msg!("giá trị này quá dài", "this value is too long"))
                .at(place)
                .found(found)
                .expected(msg!("không quá {limit} ký tự", "at most {limit} characters")),
        ),
        ValidationErrorKind::MaxItems { limit } => findings.push(
            kinds::input::TOO_LONG
                .finding(msg!("danh sách này quá dài", "this list is too long"))
                .at(place)
                .expected(msg!("không quá {limit} phần tử", "at most {limit} elements")),
        ),
        ValidationErrorKind::Pattern { .. } => findings.push(wrong_form(pointer, found.trim_matches('"')).at(place)),
        other => findings.push(
            kinds::input::NOT_IN_SCHEMA
                .finding(msg!("giá trị này không hợp lược đồ", "this value does not fit the schema"))
                .at(place)
                .found(found)
                .hint(Message::new(other.keyword(), other.keyword())),
        ),
    }
}

/// A value that fits none of several forms: the errors of the form that it was meant to have, or all that could
/// stand there.
fn alternatives(
    context: &[Vec<ValidationError<'static>>],
    pointer: &str,
    found: &str,
    schema: &Schema<'_>,
    input: &Input,
    findings: &mut Vec<Finding>,
) {
    let here = |error: &ValidationError<'_>| error.instance_path().as_str() == pointer;
    let wrong_here = |error: &ValidationError<'_>| {
        here(error) && matches!(error.kind(), ValidationErrorKind::Type { .. } | ValidationErrorKind::Constant { .. })
    };
    if let Some(meant) = context.iter().find(|errors| !errors.is_empty() && !errors.iter().any(wrong_here)) {
        tell_all(meant, schema, input, findings);
        return;
    }
    let (mut constants, mut kinds) = (Vec::new(), Vec::new());
    for error in context.iter().flatten() {
        match error.kind() {
            ValidationErrorKind::Constant { expected_value } => constants.push(expected_value.to_string()),
            ValidationErrorKind::Type { kind } => kinds.extend(types(kind)),
            _ => {}
        }
    }
    let place = input.place(pointer);
    findings.push(if constants.is_empty() {
        wrong_type(kinds, found).at(place)
    } else {
        not_one_of(&constants, found).at(place)
    });
}

fn wrong_type(mut kinds: Vec<JsonType>, found: &str) -> Finding {
    let name = |kind: &JsonType| match kind {
        JsonType::Array => ("danh sách [...]", "a list [...]"),
        JsonType::Boolean => ("true hoặc false", "true or false"),
        JsonType::Integer => ("số nguyên", "a whole number"),
        JsonType::Null => ("null", "null"),
        JsonType::Number => ("số", "a number"),
        JsonType::Object => ("nhóm trường {...}", "an object {...}"),
        JsonType::String => ("chuỗi \"...\"", "a text \"...\""),
    };
    let mut seen = Vec::new();
    kinds.retain(|kind| {
        !seen.contains(kind) && {
            seen.push(*kind);
            true
        }
    });
    kinds.sort_by_key(|kind| *kind == JsonType::Null);
    let vi: Vec<&str> = kinds.iter().map(|kind| name(kind).0).collect();
    let en: Vec<&str> = kinds.iter().map(|kind| name(kind).1).collect();
    let finding = kinds::input::WRONG_TYPE
        .finding(msg!("giá trị này sai kiểu", "this value is of the wrong type"))
        .found(found)
        .expected(Message::new(vi.join(" hoặc "), en.join(" or ")));
    let number = found.trim_matches('"');
    if found.starts_with('"') && number.parse::<i64>().is_ok() && kinds.contains(&JsonType::Integer) {
        return finding.hint(msg!("bỏ dấu ngoặc kép: {number}", "leave out the quotes: {number}"));
    }
    finding
}

fn not_one_of(options: &[String], found: &str) -> Finding {
    let list = options.join(", ");
    let finding = kinds::input::UNKNOWN_VALUE
        .finding(msg!("giá trị này không được dùng ở đây", "this value has no meaning here"))
        .found(found)
        .expected(msg!("một trong: {list}", "one of: {list}"));
    // The quotes that all of them have would make them look alike.
    match nearest(found.trim_matches('"'), options.iter().map(|option| option.trim_matches('"'))) {
        Some(near) => finding.meant(found.trim_matches('"'), near),
        None => finding,
    }
}

fn out_of_range(pointer: &str, found: &str, expected: Message) -> Finding {
    if pointer.starts_with("/style/") {
        return kinds::sections::STYLE_OUT_OF_RANGE
            .finding(msg!("kích thước ngoài phạm vi cho phép", "the size is outside the permitted range"))
            .found(found)
            .expected(expected)
            .law(LAYOUT_LAW);
    }
    kinds::input::OUT_OF_RANGE
        .finding(msg!("giá trị ngoài phạm vi", "the value is out of range"))
        .found(found)
        .expected(expected)
}

/// A date or a time that is not written as it should be.
fn wrong_form(pointer: &str, found: &str) -> Finding {
    let finding = kinds::input::WRONG_FORM
        .finding(msg!("giá trị này không đúng dạng", "this value is not of the right form"))
        .found(found);
    let finding = match pointer {
        "/document/promulgation/date" | "/promulgation/date" => finding.expected(msg!(
            "năm-tháng-ngày như 2023-09-08, hoặc năm-tháng như 2023-09 khi chưa biết ngày",
            "year-month-day such as 2023-09-08, or year-month such as 2023-09 while the day is open"
        )),
        "/document/signing_time" | "/signing_time" => finding.expected(msg!(
            "ngày và giờ Việt Nam như 2023-09-08T09:15:30+07:00",
            "date and Vietnamese time such as 2023-09-08T09:15:30+07:00"
        )),
        _ => finding.expected(msg!("năm-tháng-ngày như 2023-09-08", "year-month-day such as 2023-09-08")),
    };
    match NaiveDate::parse_from_str(found, "%d/%m/%Y") {
        Ok(date) => finding.hint(msg!("viết {date}", "write {date}")),
        Err(_) => finding,
    }
}

/// Whether a text looks like a date of ISO 8601, be it one of the calendar or not.
fn is_date_shaped(text: &str) -> bool {
    text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() })
}

/// A limit as JSON writes it.
fn plain_number(value: &Value) -> String {
    match value.as_f64().and_then(|number| Decimal::try_from(number).ok()) {
        Some(number) => number.normalize().to_string(),
        None => value.to_string(),
    }
}

/// The names that the schema knows where the error is.
fn known_names(error: &ValidationError<'_>, schema: &Schema<'_>) -> Vec<String> {
    let root = schema.root.get_or_init(schema.write);
    let path = error.schema_path().as_str();
    let above = path.strip_suffix("/additionalProperties").unwrap_or(path);
    root.pointer(&format!("{above}/properties"))
        .and_then(Value::as_object)
        .map(|properties| properties.keys().cloned().collect())
        .unwrap_or_default()
}

fn types(kind: &TypeKind) -> Vec<JsonType> {
    match kind {
        TypeKind::Single(kind) => vec![*kind],
        TypeKind::Multiple(kinds) => kinds.iter().collect(),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Object(_) => "{…}".to_owned(),
        Value::Array(_) => "[…]".to_owned(),
        other => other.to_string(),
    }
}
