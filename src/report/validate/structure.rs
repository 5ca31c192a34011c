//! The report held against its schema, told so that a person can mend it.

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError, Validator};
use serde_json::Value;

use super::super::{Input, schema};
use super::plain_number;
use crate::diagnostic::{Finding, Message, nearest};
use crate::msg;

/// The law behind sizes and margins.
pub(super) const LAYOUT_LAW: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I";

/// Adds a finding for every departure from the schema.
pub(super) fn check(validator: &Validator, value: &Value, input: &Input, findings: &mut Vec<Finding>) {
    for error in validator.iter_errors(value) {
        tell(&error, input, findings);
    }
}

fn tell(error: &ValidationError<'_>, input: &Input, findings: &mut Vec<Finding>) {
    let pointer = error.instance_path().as_str();
    let place = input.place(pointer);
    let found = shown(error.instance());
    match error.kind() {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            alternatives(context, pointer, &found, input, findings);
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let known = known_names(error);
            for name in unexpected {
                let below = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
                let finding = Finding::error(
                    "dau-vao/truong-khong-biet",
                    msg!("không có trường \"{name}\" ở đây", "there is no field \"{name}\" here"),
                )
                .at(input.key_place(&below));
                findings.push(match nearest(name, known.iter().map(String::as_str)) {
                    Some(near) => finding.hint(msg!("có phải \"{near}\"?", "did you mean \"{near}\"?")),
                    None => {
                        let known = known.join(", ");
                        finding.expected(msg!("một trong: {known}", "one of: {known}"))
                    }
                });
            }
        }
        ValidationErrorKind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            findings.push(
                Finding::error("dau-vao/thieu-truong", msg!("thiếu trường \"{name}\"", "the field \"{name}\" is missing"))
                    .at(place)
                    .hint(msg!("thêm \"{name}\" vào đây", "add \"{name}\" here")),
            );
        }
        ValidationErrorKind::Type { kind } => findings.push(wrong_type(&types(kind), &found).at(place)),
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
            findings.push(super::no_such_date(input, pointer, Some(found.trim_matches('"'))));
        }
        ValidationErrorKind::MinLength { .. } | ValidationErrorKind::MinItems { .. } => findings.push(
            Finding::error("dau-vao/rong", msg!("giá trị này không được để trống", "this value must not be empty")).at(place),
        ),
        ValidationErrorKind::MaxLength { limit } => findings.push(
            Finding::error("dau-vao/qua-dai", msg!("giá trị này quá dài", "this value is too long"))
                .at(place)
                .found(found)
                .expected(msg!("không quá {limit} ký tự", "at most {limit} characters")),
        ),
        ValidationErrorKind::MaxItems { limit } => findings.push(
            Finding::error("dau-vao/qua-dai", msg!("danh sách này quá dài", "this list is too long"))
                .at(place)
                .expected(msg!("không quá {limit} phần tử", "at most {limit} elements")),
        ),
        ValidationErrorKind::Pattern { .. } => findings.push(
            Finding::error("dau-vao/sai-dang", msg!("giá trị này không đúng dạng", "this value is not of the right form"))
                .at(place)
                .found(found)
                .expected(example(error)),
        ),
        other => findings.push(
            Finding::error("dau-vao/sai-luoc-do", msg!("giá trị này không hợp lược đồ", "this value does not fit the schema"))
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
    input: &Input,
    findings: &mut Vec<Finding>,
) {
    let here = |error: &ValidationError<'_>| error.instance_path().as_str() == pointer;
    let wrong_here = |error: &ValidationError<'_>| {
        here(error) && matches!(error.kind(), ValidationErrorKind::Type { .. } | ValidationErrorKind::Constant { .. })
    };
    if let Some(meant) = context.iter().find(|errors| !errors.is_empty() && !errors.iter().any(wrong_here)) {
        for error in meant {
            tell(error, input, findings);
        }
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
    findings.push(if constants.is_empty() { wrong_type(&kinds, found).at(place) } else { not_one_of(&constants, found).at(place) });
}

fn wrong_type(kinds: &[JsonType], found: &str) -> Finding {
    let name = |kind: &JsonType| match kind {
        JsonType::Array => ("mảng", "an array"),
        JsonType::Boolean => ("true/false", "true or false"),
        JsonType::Integer => ("số nguyên", "an integer"),
        JsonType::Null => ("null", "null"),
        JsonType::Number => ("số", "a number"),
        JsonType::Object => ("đối tượng", "an object"),
        JsonType::String => ("chuỗi", "a string"),
    };
    let vi: Vec<&str> = kinds.iter().map(|kind| name(kind).0).collect();
    let en: Vec<&str> = kinds.iter().map(|kind| name(kind).1).collect();
    Finding::error("dau-vao/sai-kieu", msg!("giá trị này sai kiểu", "this value is of the wrong type"))
        .found(found)
        .expected(Message::new(vi.join(" hoặc "), en.join(" or ")))
}

fn not_one_of(options: &[String], found: &str) -> Finding {
    let list = options.join(", ");
    let finding = Finding::error("dau-vao/gia-tri-la", msg!("giá trị này không được dùng ở đây", "this value has no meaning here"))
        .found(found)
        .expected(msg!("một trong: {list}", "one of: {list}"));
    match nearest(found, options.iter().map(String::as_str)) {
        Some(near) => finding.hint(msg!("có phải {near}?", "did you mean {near}?")),
        None => finding,
    }
}

fn out_of_range(pointer: &str, found: &str, expected: Message) -> Finding {
    if pointer.starts_with("/style/") {
        return Finding::error(
            "the-thuc/ngoai-pham-vi",
            msg!("kích thước ngoài phạm vi cho phép", "the size is outside the permitted range"),
        )
        .found(found)
        .expected(expected)
        .law(LAYOUT_LAW);
    }
    Finding::error("dau-vao/ngoai-pham-vi", msg!("giá trị ngoài phạm vi", "the value is out of range")).found(found).expected(expected)
}

fn example(error: &ValidationError<'_>) -> Message {
    let text = match error.instance_path().as_str() {
        "/document/promulgation/date" => "2023-09-08, 2023-09",
        "/document/signing_time" => "2023-09-08T09:15:30+07:00",
        _ => "",
    };
    Message::new(text, text)
}

/// The names that the schema knows where the error is.
fn known_names(error: &ValidationError<'_>) -> Vec<String> {
    let root = schema::generate();
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
