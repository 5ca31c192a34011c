//! What the cells of a workbook hold.

use calamine::{Data, ExcelDateTime, Style};
use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;

use crate::rows::Given;
use crate::rows::encoding::compose;

/// A cell; `is_percent` where it is shown as a percentage.
pub(super) fn given(value: Data, is_percent: bool) -> Given {
    match value {
        Data::Empty => Given::Blank,
        Data::Int(value) => number(&value.to_string(), is_percent),
        Data::Float(value) => number(&digits(value), is_percent),
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

/// A number; the text of one that is larger than a figure can be.
fn number(text: &str, is_percent: bool) -> Given {
    let value = if text.contains('e') { Decimal::from_scientific(text) } else { Decimal::from_str_exact(text) };
    match value.map(|value| value.normalize()) {
        Ok(value) if is_percent => {
            let percent = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value).normalize();
            Given::Text(format!("{percent}%").replace('.', ","))
        }
        Ok(value) => Given::Number(value),
        Err(_) => Given::Text(text.to_owned()),
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
        None => number(&digits(value.as_f64()), false),
    }
}

fn iso(text: &str) -> Option<NaiveDateTime> {
    let day = |text: &str| text.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0);
    text.parse().ok().or_else(|| day(text))
}

/// Whether a style shows numbers as percentages.
pub(super) fn is_percent(style: &Style) -> bool {
    let mut quoted = false;
    let code = style.number_format.as_ref().map(|format| format.format_code.as_str()).unwrap_or_default();
    code.chars().any(|c| {
        quoted ^= c == '"';
        c == '%' && !quoted
    })
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    #[test]
    fn numbers_are_what_a_spreadsheet_shows() {
        let number = |value: f64| match given(Data::Float(value), false) {
            Given::Number(value) => value.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(
            [0.1 + 0.2, 1655.0, -12.5, 0.983, 1e21].map(number),
            ["0.3", "1655", "-12.5", "0.983", "1000000000000000000000"]
        );
        assert_eq!(given(Data::Float(0.983), true), Given::Text("98,3%".into()));
        assert_eq!(given(Data::Float(f64::NAN), false), Given::Text("NaN".into()));
    }

    #[test]
    fn dates_are_days_with_their_clock() {
        let date =
            |value: f64| given(Data::DateTime(ExcelDateTime::new(value, ExcelDateTimeType::DateTime, false)), false);
        let day = NaiveDate::from_ymd_opt(2026, 7, 8).unwrap();
        assert_eq!(date(46211.0), Given::Date(day.and_hms_opt(0, 0, 0).unwrap()));
        assert_eq!(date(46211.75), Given::Date(day.and_hms_opt(18, 0, 0).unwrap()));
        assert_eq!(date(0.5), Given::Text("12:00".into()));
        assert_eq!(
            given(Data::DateTimeIso("2026-07-08".into()), false),
            Given::Date(day.and_hms_opt(0, 0, 0).unwrap())
        );
    }
}
