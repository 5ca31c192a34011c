//! Reading a report: structure, texts, then what the types cannot say.

use super::{Input, PeriodKind, Report, schema};
use crate::diagnostic::{Finding, has_errors};
use crate::msg;
use crate::vietnamese::{encoding, number};

mod structure;

/// Reads a report. All that is wrong with it is added to the findings; where one of these is an error there is
/// no report.
pub fn read(input: &Input, findings: &mut Vec<Finding>) -> Option<Report> {
    let mut found = Vec::new();
    check_texts(input, &mut found);
    let report = structured(input, &mut found);
    if let Some(report) = &report {
        check_period(report, input, &mut found);
        check_promulgation(report, input, &mut found);
        check_indent(report, input, &mut found);
    }
    let failed = has_errors(&found);
    findings.append(&mut found);
    report.filter(|_| !failed)
}

fn structured(input: &Input, findings: &mut Vec<Finding>) -> Option<Report> {
    let text = &input.source.text;
    let value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            findings.push(unreadable(input, &error));
            return None;
        }
    };
    let before = findings.len();
    structure::check(&schema::VALIDATOR, &value, input, findings);
    if findings.len() > before {
        return None;
    }
    match serde_json::from_str(text) {
        Ok(report) => Some(report),
        Err(error) => {
            findings.push(unreadable(input, &error));
            None
        }
    }
}

/// What the schema let pass and the types do not read.
fn unreadable(input: &Input, error: &serde_json::Error) -> Finding {
    let offset = input.source.offset(error.line(), error.column());
    Finding::error("dau-vao/khong-doc-duoc", msg!("không đọc được dữ liệu tại đây", "the data cannot be read here"))
        .at(crate::diagnostic::Place::new(&input.source, offset..offset))
        .found(error.to_string())
}

fn check_texts(input: &Input, findings: &mut Vec<Finding>) {
    for (pointer, text) in input.strings() {
        if let Some(bad) = text.chars().find(|c| encoding::is_invisible(*c)) {
            let code = format!("U+{:04X}", u32::from(bad));
            findings.push(
                Finding::error(
                    "van-ban/ky-tu-an",
                    msg!("chuỗi chứa ký tự ẩn hoặc ký tự điều khiển", "the text holds a hidden or control character"),
                )
                .at(input.place(pointer))
                .found(code)
                .hint(msg!("xóa ký tự này rồi gõ lại chỗ đó", "delete the character and type that place anew")),
            );
        }
        if let Some(kind) = encoding::legacy(text) {
            let name = kind.name();
            findings.push(
                Finding::error(
                    "van-ban/bang-ma-cu",
                    msg!("chuỗi còn ở bảng mã cũ, chưa chuyển sang Unicode", "the text is still in an old encoding"),
                )
                .at(input.place(pointer))
                .found(text.as_str())
                .expected(msg!("Unicode (TCVN 6909:2001), không phải {name}", "Unicode (TCVN 6909:2001), not {name}"))
                .hint(msg!("chuyển mã tại nguồn dữ liệu rồi xuất lại", "convert the source of the data and export it again"))
                .law("NĐ 30/2020/NĐ-CP, Phụ lục I, mục I.4"),
            );
        }
    }
}

fn check_period(report: &Report, input: &Input, findings: &mut Vec<Finding>) {
    let period = &report.period;
    if period.from > period.to {
        let (from, to) = (period.from, period.to);
        findings.push(
            Finding::error("ky-bao-cao/nguoc", msg!("kỳ báo cáo kết thúc trước khi bắt đầu", "the period ends before it begins"))
                .at(input.place("/period/to"))
                .found(format!("{from} → {to}"))
                .expected(msg!("ngày `to` không sớm hơn ngày `from`", "`to` not earlier than `from`")),
        );
    }
    if period.number() == 0 {
        let field = match period.kind {
            PeriodKind::Month => "month",
            PeriodKind::Half => "half",
            _ => "quarter",
        };
        findings.push(
            Finding::error("ky-bao-cao/thieu-so", msg!("kỳ báo cáo thiếu \"{field}\"", "the period lacks \"{field}\""))
                .at(input.place("/period"))
                .hint(msg!("thêm \"{field}\" vào \"period\"", "add \"{field}\" to \"period\"")),
        );
    }
}

fn check_promulgation(report: &Report, input: &Input, findings: &mut Vec<Finding>) {
    let document = &report.document;
    if document.promulgation.parsed().is_none() {
        findings.push(no_such_date(input, "/document/promulgation/date", document.promulgation.date.as_deref()));
    }
    if let Some(time) = &document.signing_time
        && chrono::DateTime::parse_from_rfc3339(time).is_err()
    {
        findings.push(no_such_date(input, "/document/signing_time", Some(time)));
    }
}

/// The decree names two indents; the schema can only give their range.
fn check_indent(report: &Report, input: &Input, findings: &mut Vec<Finding>) {
    let indent = report.style.as_ref().and_then(|style| style.first_line_indent_cm);
    if let Some(indent) = indent
        && indent != 1.0
        && indent != 1.27
    {
        findings.push(
            Finding::error("the-thuc/ngoai-pham-vi", msg!("lùi đầu dòng ngoài quy định", "the indent is not one of the decree's"))
                .at(input.place("/style/first_line_indent_cm"))
                .found(indent.to_string())
                .expected(msg!("1 hoặc 1.27 (cm)", "1 or 1.27 (cm)"))
                .law(structure::LAYOUT_LAW),
        );
    }
}

fn no_such_date(input: &Input, pointer: &str, found: Option<&str>) -> Finding {
    Finding::error("ngay-thang/khong-co", msg!("ngày này không có trong lịch", "there is no such date"))
        .at(input.place(pointer))
        .found(found.unwrap_or_default())
        .expected(msg!("một ngày có thật, dạng 2023-09-08", "a date of the calendar, such as 2023-09-08"))
}

/// A number as it is shown in an expectation.
fn plain_number(value: &serde_json::Value) -> String {
    value.as_f64().map_or_else(|| value.to_string(), |number| {
        rust_decimal::Decimal::from_f64_retain(number).map_or_else(|| value.to_string(), |d| number::format(number::round(d, 4)))
    })
}
