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

/// What an argument takes that has no list of values.
fn wanted(argument: &str, reason: &str) -> Message {
    let standards = Standards::NAMES.join(", ");
    if argument.starts_with("--ppi") {
        msg!("số nguyên từ 20 đến 600", "a whole number from 20 to 600")
    } else if reason.ends_with(&standards) {
        msg!("một hoặc vài chuẩn trong: {standards}", "one or more of: {standards}")
    } else if argument.starts_with("--shard") {
        msg!("phần thứ mấy trên tổng số phần, ví dụ 3/16", "which part of how many, such as 3/16")
    } else if ["--jobs", "--time-limit", "--memory-limit"].iter().any(|name| argument.starts_with(name)) {
        msg!("số nguyên dương", "a positive whole number")
    } else if ["--time", "--at"].iter().any(|name| argument.starts_with(&format!("{name} "))) {
        msg!("ngày, giờ và múi giờ, ví dụ {reason}", "day, time and zone, such as {reason}")
    } else if argument.starts_with("--rect") {
        msg!(
            "trái,dưới,phải,trên (trái nhỏ hơn phải, dưới nhỏ hơn trên), ví dụ {reason}",
            "left,bottom,right,top (left less than right, bottom less than top), such as {reason}"
        )
    } else if argument.starts_with("--place") {
        msg!("CHỖ=TRANG:trái,dưới,phải,trên, ví dụ {reason}", "MARK=PAGE:left,bottom,right,top, such as {reason}")
    } else if argument.starts_with("--year") {
        msg!("năm, ví dụ 2026", "a year, such as 2026")
    } else if ["--page", "--signer", "--passphrase-fd"].iter().any(|name| argument.starts_with(name)) {
        msg!("số nguyên", "a whole number")
    } else if argument.starts_with("--name") {
        msg!(
            "tên tệp với các trường trong ngoặc nhọn, ví dụ {{organ_id}}-{{period}}.pdf; chỗ sai: {reason}",
            "a name of files with fields in braces, such as {{organ_id}}-{{period}}.pdf; what is wrong: {reason}"
        )
    } else if argument.starts_with("--pdf-standard") {
        msg!("các chuẩn dùng được cùng nhau ({reason})", "standards that go together ({reason})")
    } else {
        msg!("giá trị như trong --help ({reason})", "a value as --help says ({reason})")
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
