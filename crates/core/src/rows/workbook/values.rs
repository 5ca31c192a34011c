//! What the cells of a workbook hold.

use baocao_vietnamese::number::round;
use calamine::{Data, ExcelDateTime, Style};
use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;

use crate::rows::Given;
use crate::rows::encoding::compose;

/// A cell; `percent` are the decimals that it is shown with, where it is shown as a percentage.
pub(super) fn given(value: Data, percent: Option<u32>) -> Given {
    match value {
        Data::Empty => Given::Blank,
        Data::Int(value) => number(&value.to_string(), percent),
        Data::Float(value) => number(&digits(value), percent),
        Data::String(text) => match compose(text) {
            text if text.trim().is_empty() => Given::Blank,
            text => Given::Text(text),
        },
        Data::Bool(value) => Given::Bool(value),
        Data::DateTime(value) => date(&value),
        Data::DateTimeIso(text) => iso(&text).map_or(Given::Text(text), Given::Date),
        Data::DurationIso(text) => Given::Text(text),
        Data::Error(error) => Given::Mistake(error.to_string()),
    }
}

/// The fifteen digits that spreadsheets show: 0,1 + 0,2 is 0,3.
fn digits(value: f64) -> String {
    format!("{value:.14e}")
}

/// A percentage is a quotient with fifteen digits: it counts as it is shown, and no coarser than forms print it.
const LEAST_DECIMALS: u32 = 2;

/// A number; the text of one that is larger than a figure can be.
fn number(text: &str, percent: Option<u32>) -> Given {
    let value = if text.contains('e') { Decimal::from_scientific(text) } else { Decimal::from_str_exact(text) };
    match (value.map(|value| value.normalize()), percent) {
        (Ok(value), Some(decimals)) => {
            let value = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value);
            let shown = round(value, decimals.max(LEAST_DECIMALS)).normalize();
            Given::Text(format!("{shown}%").replace('.', ","))
        }
        (Ok(value), None) => Given::Number(value),
        (Err(_), _) => Given::Text(text.to_owned()),
    }
}

/// A date; a time of day or a duration is words.
fn date(value: &ExcelDateTime) -> Given {
    let seconds = (value.as_f64() * 86_400.0).round();
    if value.is_duration() || (0.0..86_400.0).contains(&seconds) {
        let minutes = (seconds / 60.0).floor();
        return Given::Text(format!("{:02}:{:02}", (minutes / 60.0).floor(), minutes % 60.0));
    }
    let (year, month, day, hour, minute, second, milli) = value.to_ymd_hms_milli();
    // The clock of spreadsheets is a fraction of a day: half a second belongs to the next.
    let second = u32::from(second) + u32::from(milli >= 500);
    let day = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
    let clock = chrono::TimeDelta::seconds(i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second));
    match day.and_then(|day| day.and_hms_opt(0, 0, 0)).and_then(|day| day.checked_add_signed(clock)) {
        Some(date) => Given::Date(date),
        None => number(&digits(value.as_f64()), None),
    }
}

fn iso(text: &str) -> Option<NaiveDateTime> {
    let day = |text: &str| text.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0);
    text.parse().ok().or_else(|| day(text))
}

/// The decimals that a style shows of percentages; nothing where it shows no percentages.
pub(super) fn percent(style: &Style) -> Option<u32> {
    let code = style.number_format.as_ref().map(|format| format.format_code.as_str()).unwrap_or_default();
    let (mut quoted, mut decimals, mut behind) = (false, 0, false);
    for c in code.chars() {
        quoted ^= c == '"';
        match c {
            '%' if !quoted => return Some(decimals),
            '.' if !quoted => behind = true,
            '0' | '#' | '?' if !quoted && behind => decimals += 1,
            _ => {}
        }
    }
    None
}

/// Whether a style strikes out all that a cell holds.
pub(super) fn is_struck(style: &Style) -> bool {
    style.font.as_ref().is_some_and(calamine::Font::has_strikethrough)
}
