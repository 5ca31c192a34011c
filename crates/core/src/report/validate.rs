//! Reading a report: structure, texts, then what the types cannot say.

use chrono::{Datelike, NaiveDate};

use super::{Input, Report, schema};
use crate::diagnostic::{Finding, Message, Place, has_errors};
use crate::{kinds, msg};

mod blank;
mod copy;
mod letters;
mod period;
mod sources;
pub mod structure;
mod twice;

pub use copy::read_copy;
pub use letters::check_text;
pub(crate) use letters::{OLDEST, strange_year, too_long};

/// Reads a report. All that is wrong with it is added to the findings; where one of these is an error there is
/// no report.
pub fn read(input: &Input, findings: &mut Vec<Finding>) -> Option<Report> {
    let mut found = Vec::new();
    input.check_texts(&mut found);
    let report = structured(input, &mut found);
    if let Some(report) = &report {
        tell_mistakes(report, input, &mut found);
    }
    let failed = has_errors(&found);
    findings.append(&mut found);
    report.filter(|_| !failed)
}

/// Tells what the types cannot say of a report.
pub(super) fn tell_mistakes(report: &Report, input: &Input, findings: &mut Vec<Finding>) {
    blank::check(report, input, findings);
    twice::check(report, input, findings);
    if let Some(period) = &report.period {
        period::check(period, input, findings);
    }
    check_promulgation(report, input, findings);
    check_indent(report, input, findings);
    sources::check(report, input, findings);
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
    if !schema::Fits::is_valid(&value) {
        structure::check(&schema::VALIDATOR, &schema::generate, &value, input, findings);
    }
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
    kinds::input::UNREADABLE
        .finding(msg!("không đọc được dữ liệu tại đây", "the data cannot be read here"))
        .at(Place::new(&input.source, offset..offset))
        .found(token(&input.source.text[..offset]))
        .expected(msg!("một giá trị đúng kiểu và trong phạm vi", "a value of the right type and range"))
}

/// The value that a text ends with.
fn token(before: &str) -> &str {
    let before = before.trim_end();
    before.rsplit(['{', '[', ',', ':', '\n']).find(|part| !part.trim().is_empty()).unwrap_or_default().trim()
}

fn check_promulgation(report: &Report, input: &Input, findings: &mut Vec<Finding>) {
    let document = &report.document;
    if document.promulgation.parsed().is_none() {
        let found = document.promulgation.date.as_deref().unwrap_or_default();
        findings.push(no_such_date(input, "/document/promulgation/date", found));
    }
    if let Some(time) = &document.signing_time
        && chrono::DateTime::parse_from_rfc3339(time).is_err()
    {
        findings.push(no_such_date(input, "/document/signing_time", time));
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
            kinds::sections::STYLE_OUT_OF_RANGE
                .finding(msg!("lùi đầu dòng ngoài quy định", "the indent is not one of the decree's"))
                .at(input.place("/style/first_line_indent_cm"))
                .found(indent.to_string())
                .expected(msg!("1 hoặc 1.27 (cm)", "1 or 1.27 (cm)"))
                .law(structure::LAYOUT_LAW),
        );
    }
}

/// Tells of a date that is written as one and is in no calendar.
pub fn no_such_date(input: &Input, pointer: &str, found: &str) -> Finding {
    kinds::periods::NO_SUCH_DATE
        .finding(msg!("ngày này không có trong lịch", "there is no such date"))
        .at(input.place(pointer))
        .found(found)
        .expected(calendar(found))
}

/// What the calendar has in the month of a date that it does not have.
fn calendar(date: &str) -> Message {
    let mut parts = date.split(['-', 'T']).map(|part| part.parse::<u32>().unwrap_or(0));
    let (year, month) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    let first = NaiveDate::from_ymd_opt(year.try_into().unwrap_or(0), month, 1);
    match first.map(|first| first.num_days_in_month()) {
        Some(days) => msg!(
            "một ngày có thật: tháng {month} năm {year} có {days} ngày",
            "a date of the calendar: {year}-{month:02} has {days} days"
        ),
        None => msg!("một ngày có thật: tháng từ 01 đến 12", "a date of the calendar: months are 01 to 12"),
    }
}
