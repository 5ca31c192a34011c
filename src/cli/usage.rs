//! Wrong calls, told as everything else is: what was found, what was expected, how to mend it.

use std::error::Error;

use baocao_core::diagnostic::{Finding, Message};
use baocao_core::{kinds, msg};
use baocao_typeset::Standards;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The finding for a command line that clap could not read.
pub(crate) fn finding(error: &clap::Error) -> Finding {
    let get = |kind| error.get(kind).map(shown).unwrap_or_default();
    let (argument, value) = (get(ContextKind::InvalidArg), get(ContextKind::InvalidValue));
    let finding = kinds::settings::WRONG_CALL.finding(title(
        error,
        &argument,
        &value,
        &get(ContextKind::InvalidSubcommand),
        &get(ContextKind::PriorArg),
    ));
    let finding = match (get(ContextKind::ValidValue), error.kind(), error.source()) {
        (values, ..) if !values.is_empty() => finding.expected(msg!("một trong: {values}", "one of: {values}")),
        (_, ErrorKind::ValueValidation, Some(reason)) => finding.expected(wanted(&argument, &reason.to_string())),
        _ => finding,
    };
    let near =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue].map(get).concat();
    if near.is_empty() {
        finding.hint(msg!("xem `baocao --help`", "see `baocao --help`"))
    } else {
        finding.hint(msg!("có phải {near}?", "did you mean {near}?"))
    }
}

/// What the options take that have no list of values: names, and the value in words.
const WANTED: &[(&[&str], &str, &str)] = &[
    (&["--ppi"], "số nguyên từ 20 đến 600", "a whole number from 20 to 600"),
    (&["--month"], "tháng, từ 1 đến 12", "a month, from 1 to 12"),
    (&["--quarter"], "quý, từ 1 đến 4", "a quarter, from 1 to 4"),
    (&["--half"], "1 hoặc 2", "1 or 2"),
    (&["--signer"], "số nguyên từ 1 đến 99", "a whole number from 1 to 99"),
    (&["--page", "--jobs", "--time-limit", "--memory-limit"], "số nguyên dương", "a positive whole number"),
    (
        &["--passphrase-fd"],
        "số của một bộ mô tả tệp đang mở, ví dụ 3",
        "the number of an open file descriptor, such as 3",
    ),
    (&["--year"], "một năm viết bằng số, ví dụ 2026", "a year in digits, such as 2026"),
    (
        &["--date", "--from", "--until"],
        "một ngày có thật, năm-tháng-ngày, ví dụ 2026-09-16",
        "a date of the calendar, year-month-day, such as 2026-09-16",
    ),
    (
        &["--time", "--at"],
        "ngày và giờ kèm múi giờ, ví dụ 2026-11-29T11:30:00+07:00",
        "date and time with their zone, such as 2026-11-29T11:30:00+07:00",
    ),
    (
        &["--rect"],
        "trái,dưới,phải,trên, tính bằng point hoặc mm, trái nhỏ hơn phải, dưới nhỏ hơn trên, ví dụ 300,60,500,170",
        "left,bottom,right,top in points or mm, left below right and bottom below top, such as 300,60,500,170",
    ),
    (
        &["--place"],
        "leader, number, day hoặc seal=TRANG:trái,dưới,phải,trên, ví dụ number=1:120,700,160,720",
        "leader, number, day or seal=PAGE:left,bottom,right,top, such as number=1:120,700,160,720",
    ),
    (&["--shard"], "phần thứ mấy trên tổng số phần, ví dụ 3/16", "which part of how many, such as 3/16"),
    (
        &["--name"],
        "tên tệp với các trường trong ngoặc nhọn, ví dụ {organ_id}-{period}.pdf",
        "a name of files with fields in braces, such as {organ_id}-{period}.pdf",
    ),
];

/// What an argument takes that has no list of values. `reason` is what its reader says.
fn wanted(argument: &str, reason: &str) -> Message {
    let name = argument.split_whitespace().next().unwrap_or_default();
    if name == "--pdf-standard" {
        let standards = Standards::NAMES.join(", ");
        return if reason.ends_with(&standards) {
            msg!("một hoặc vài chuẩn trong: {standards}", "one or more of: {standards}")
        } else {
            msg!("các chuẩn dùng được cùng nhau ({reason})", "standards that go together ({reason})")
        };
    }
    let known = WANTED.iter().find(|(options, ..)| options.contains(&name));
    match known {
        // A pattern can be wrong in many places.
        Some((_, vi, en)) if name == "--name" => {
            msg!("{vi}; chỗ sai: {reason}", "{en}; what is wrong: {reason}")
        }
        Some((_, vi, en)) => Message::new(*vi, *en),
        None => msg!("giá trị như trong --help ({reason})", "a value as --help says ({reason})"),
    }
}

fn title(error: &clap::Error, argument: &str, value: &str, command: &str, prior: &str) -> Message {
    match error.kind() {
        ErrorKind::MissingRequiredArgument => msg!("lệnh thiếu {argument}", "the command lacks {argument}"),
        ErrorKind::InvalidSubcommand => msg!("không có lệnh \"{command}\"", "there is no command \"{command}\""),
        ErrorKind::UnknownArgument => msg!(
            "không có tùy chọn hay tham số \"{argument}\" ở đây",
            "there is no option or argument \"{argument}\" here"
        ),
        ErrorKind::InvalidValue if value.is_empty() => {
            msg!("thiếu giá trị sau {argument}", "a value is missing after {argument}")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            msg!(
                "giá trị \"{value}\" không dùng được cho {argument}",
                "the value \"{value}\" cannot be used for {argument}"
            )
        }
        ErrorKind::ArgumentConflict if prior != argument => {
            msg!("{argument} không dùng cùng với {prior}", "{argument} does not go with {prior}")
        }
        ErrorKind::ArgumentConflict => msg!("{argument} có hai lần", "{argument} is given twice"),
        ErrorKind::InvalidUtf8 => msg!("dòng lệnh không phải UTF-8", "the command line is not UTF-8"),
        other => Message::new(format!("lệnh gọi không đúng ({other})"), format!("the call is not right ({other})")),
    }
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}
