//! Reading a report: structure, texts, then what the types cannot say.

use std::ops::Range;

use baocao_vietnamese::encoding;
use chrono::{Datelike, NaiveDate};

use super::{Input, Report, schema};
use crate::diagnostic::{Finding, Message, Place, has_errors};
use crate::limits::Limits;
use crate::{kinds, msg};

mod blank;
mod copy;
mod period;
mod sources;
pub mod structure;

pub use copy::read_copy;

/// Reads a report. All that is wrong with it is added to the findings; where one of these is an error there is
/// no report.
pub fn read(input: &Input, findings: &mut Vec<Finding>) -> Option<Report> {
    let mut found = Vec::new();
    check_texts(input, &mut found);
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
        .found(error.to_string())
}

fn check_texts(input: &Input, findings: &mut Vec<Finding>) {
    for (pointer, text) in input.strings() {
        check_text(text, input.limits(), |range| input.place_in(pointer, range), findings);
    }
}

/// So many kinds of hidden characters of one text are told of.
const MOST_HIDDEN: usize = 8;

/// Tells what no text may hold: hidden characters, endless words, the letters of an old encoding. `place` is where a range
/// of the text's bytes stands.
pub fn check_text(text: &str, limits: &Limits, place: impl Fn(Range<usize>) -> Place, findings: &mut Vec<Finding>) {
    let legacy = encoding::legacy(text);
    // In a text of the wrong encoding hidden characters are letters.
    let hidden = if legacy.is_none() { encoding::invisible(text) } else { Vec::new() };
    for (at, bad) in hidden.into_iter().take(MOST_HIDDEN) {
        let code = format!("U+{:04X}", u32::from(bad));
        findings.push(
            kinds::texts::HIDDEN
                .finding(msg!(
                    "chuỗi chứa ký tự ẩn hoặc ký tự điều khiển",
                    "the text holds a hidden or control character"
                ))
                .at(place(at..at + bad.len_utf8()))
                .found(code)
                .hint(msg!("xóa ký tự này rồi gõ lại chỗ đó", "delete the character and type that place anew")),
        );
    }
    // Words are counted in letters only where one is long in bytes.
    let longest = limits.word_letters;
    let long = |word: &str| word.len() > longest && word.chars().count() > longest;
    if text.len() > longest
        && text.as_bytes().split(u8::is_ascii_whitespace).any(|word| word.len() > longest)
        && let Some(word) = text.split_whitespace().find(|word| long(word))
    {
        let count = word.chars().count();
        findings.push(
            kinds::texts::ENDLESS_WORD
                .finding(msg!("một từ dài bất thường", "a word is too long"))
                .at(place(0..text.len()))
                .found(word)
                .expected(msg!(
                    "không quá {longest} ký tự liền nhau, ở đây có {count}",
                    "at most {longest} characters without a space, here are {count}"
                )),
        );
    }
    if let Some(kind) = legacy {
        let name = kind.name();
        findings.push(
            kinds::texts::OLD_ENCODING
                .finding(match kind {
                    encoding::Legacy::Utf8AsLatin1 => {
                        msg!("chuỗi đã bị đọc sai bảng mã", "the text was read in a wrong encoding")
                    }
                    _ => {
                        msg!("chuỗi còn ở bảng mã cũ, chưa chuyển sang Unicode", "the text is still in an old encoding")
                    }
                })
                .at(place(0..text.len()))
                .found(text)
                .expected(msg!("Unicode (TCVN 6909:2001), không phải {name}", "Unicode (TCVN 6909:2001), not {name}"))
                .hint(match kind {
                    encoding::Legacy::Utf8AsLatin1 => msg!(
                        "xuất lại dữ liệu và chọn UTF-8 cả khi ghi lẫn khi đọc",
                        "export the data again and choose UTF-8 for writing and for reading"
                    ),
                    _ => msg!(
                        "chuyển mã tại nguồn dữ liệu rồi xuất lại",
                        "convert the source of the data and export it again"
                    ),
                })
                .law("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.4"),
        );
    }
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
