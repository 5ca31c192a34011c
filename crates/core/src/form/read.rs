//! One figure of a report, read as its indicator wants it.

use baocao_vietnamese::number::MOST_DIGITS;
use rust_decimal::Decimal;

use super::{Kind, Row, Value};
use crate::diagnostic::{Finding, Message, Place};
use crate::report::FigureValue;
use crate::{kinds, msg};

/// The value as it is printed, and a finding where it does not fit its indicator. `None`: it cannot be printed.
pub(super) fn read(row: &Row, given: &FigureValue, place: Place, findings: &mut Vec<Finding>) -> Option<Value> {
    match given {
        FigureValue::Absent => Some(Value::Absent),
        FigureValue::Ambiguous(text) if row.kind == Kind::Text => Some(Value::Word(text.clone())),
        FigureValue::Ambiguous(text) if text.bytes().filter(u8::is_ascii_digit).count() > MOST_DIGITS as usize => {
            findings.push(
                kinds::input::NUMBER_TOO_LARGE
                    .finding(msg!("số này quá lớn hoặc quá dài", "this number is too large or too long"))
                    .at(place)
                    .found(text.as_str())
                    .expected(msg!("không quá {MOST_DIGITS} chữ số", "at most {MOST_DIGITS} digits")),
            );
            None
        }
        FigureValue::Ambiguous(text) => {
            findings.push(
                kinds::figures::AMBIGUOUS
                    .finding(msg!("số này có thể đọc theo nhiều cách", "this number can be read in more than one way"))
                    .at(place)
                    .found(text.as_str())
                    .expected(msg!(
                        "dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân: \"7.725\", \"75,8\"",
                        "a dot between thousands, a comma before decimals: \"7.725\", \"75,8\""
                    )),
            );
            None
        }
        FigureValue::Word(text) => {
            if row.kind == Kind::Code {
                findings.push(unknown_code(row, text).at(place));
            } else if !matches!(row.kind, Kind::Text | Kind::Group) {
                let unit = row.unit_text().replace('\n', "; ");
                findings.push(
                    kinds::figures::NO_NUMBER
                        .finding(msg!("giá trị này không phải một số", "this value is not a number"))
                        .at(place)
                        .found(text.as_str())
                        .expected(msg!("một số, đơn vị tính: {unit}", "a number, unit: {unit}")),
                );
            }
            Some(Value::Word(text.clone()))
        }
        FigureValue::Number(value) => {
            fits(row, *value, &value.to_string(), place, findings).then(|| Value::number(*value))
        }
        FigureValue::Written { text, value, percent } => {
            if *percent {
                if row.kind == Kind::Percent {
                    findings.push(
                        kinds::figures::UNIT_AGAIN
                            .finding(msg!("dấu % lặp lại đơn vị tính", "the percent sign repeats the unit"))
                            .at(place.clone())
                            .found(text.as_str())
                            .hint(msg!(
                                "bỏ dấu %: cột đơn vị tính đã ghi",
                                "leave out the %: the column of units has it"
                            )),
                    );
                } else {
                    findings.push(
                        kinds::figures::NOT_PERCENT
                            .finding(msg!(
                                "tỷ lệ phần trăm ở dòng không tính bằng %",
                                "a percentage in a row that is not in %"
                            ))
                            .at(place.clone())
                            .found(text.as_str()),
                    );
                }
            }
            fits(row, *value, text, place, findings).then(|| Value::Number { value: *value, text: text.clone() })
        }
    }
}

/// Whether a number can be what its indicator counts. `found` is how the report writes it.
fn fits(row: &Row, value: Decimal, found: &str, place: Place, findings: &mut Vec<Finding>) -> bool {
    match row.kind {
        Kind::Count if !value.is_integer() => {
            let unit = row.unit_text();
            let finding = kinds::figures::FRACTION
                .finding(msg!("số đếm phải là số nguyên", "a count must be a whole number"))
                .at(place)
                .found(found)
                .expected(msg!("số nguyên, đơn vị tính: {unit}", "a whole number, unit: {unit}"));
            findings.push(match meant_thousands(value, found) {
                Some(hint) => finding.hint(hint),
                None => finding,
            });
            return false;
        }
        Kind::Count | Kind::Money if value.is_sign_negative() && !value.is_zero() => findings.push(
            kinds::figures::NEGATIVE
                .finding(msg!("số này nhỏ hơn 0", "this number is below zero"))
                .at(place)
                .found(found),
        ),
        Kind::Code if row.code_of(value).is_none() => findings.push(unknown_code(row, found).at(place)),
        _ => {}
    }
    true
}

/// What to write where a separator before three digits was meant between thousands: `7.725` in JSON, `"7,725"` in a text,
/// both of which have decimals.
pub(crate) fn meant_thousands(value: Decimal, found: &str) -> Option<Message> {
    let whole = found.replace(['.', ','], "");
    let is_comma = found.contains(',');
    (value.scale() == 3).then(|| match is_comma {
        true => msg!(
            "dấu phẩy đứng trước phần thập phân; nếu ngăn hàng nghìn, viết {whole}",
            "a comma stands before decimals; if it was meant between thousands, write {whole}"
        ),
        false => {
            msg!("nếu dấu chấm ngăn hàng nghìn, viết {whole}", "if the dot was meant between thousands, write {whole}")
        }
    })
}

fn unknown_code(row: &Row, found: &str) -> Finding {
    let codes = row.unit_text().replace('\n', "; ");
    kinds::figures::UNKNOWN_CODE
        .finding(msg!("mã này không có trong bảng mã của chỉ tiêu", "this code is not one of the indicator's"))
        .found(found)
        .expected(msg!("{codes}", "{codes}"))
}
