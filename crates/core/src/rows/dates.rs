//! Dates as exports write them.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A day: `2023-09-08`, `8/9/2023` with or without zeros; with the time of midnight as well, in whatever form. A day with
/// another time is none.
pub fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let (date, time) = match text.split_once(['T', ' ']) {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    if !time.is_none_or(is_midnight) {
        return None;
    }
    if let Ok(day) = date.parse() {
        return Some(day);
    }
    let mut parts = date.split('/').map(|part| part.parse::<u32>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() || year < 1900 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.try_into().ok()?, month, day)
}

/// A date of which only the month or the year is known, as it is printed: `2023-09` and `9/2023` as 9/2023, `2023`.
pub fn month_or_year(text: &str) -> Option<String> {
    let (year, month) = partial(text)?;
    Some(match month {
        // As in whole dates: January and February have two digits.
        Some(month) if month < 3 => format!("{month:02}/{year}"),
        Some(month) => format!("{month}/{year}"),
        None => year.to_string(),
    })
}

/// The first day of what is known of a date.
pub fn first_day(text: &str) -> Option<NaiveDate> {
    day(text).or_else(|| {
        let (year, month) = partial(text)?;
        NaiveDate::from_ymd_opt(year, month.unwrap_or(1), 1)
    })
}

/// Year and month of a date without a day.
fn partial(text: &str) -> Option<(i32, Option<u32>)> {
    let text = text.trim();
    let is_year = |year: &str| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let (year, month) = match text.split_once('/') {
        Some((month, year)) => (year, Some(month)),
        None => text.split_once('-').map_or((text, None), |(year, month)| (year, Some(month))),
    };
    let year: i32 = year.parse().ok().filter(|parsed| is_year(year) && (1900..=2200).contains(parsed))?;
    let Some(month) = month else { return Some((year, None)) };
    let month = month.parse().ok().filter(|parsed| (1..=12).contains(parsed) && month.len() <= 2)?;
    Some((year, Some(month)))
}

/// `00:00`, `00:00:00.000Z`, `12:00:00 AM`. What follows a time is its zone: midnight is midnight where it was written.
fn is_midnight(time: &str) -> bool {
    let time = time.trim();
    if let Some(time) = time.strip_suffix("AM").map(str::trim_end) {
        return time.strip_prefix("12:").is_some_and(|rest| rest.chars().all(|c| matches!(c, '0' | ':')));
    }
    let end = time.find(['Z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(end);
    let zone = zone.trim_start_matches(['Z', '+', '-']);
    clock.contains(':')
        && clock.chars().all(|c| matches!(c, '0' | ':' | '.'))
        && zone.chars().all(|c| c.is_ascii_digit() || c == ':')
}

/// The day of a number of a workbook that counts days.
pub(super) fn of_number(number: Decimal) -> Option<NaiveDate> {
    let days = number.to_u64().filter(|days| number.is_integer() && (20_000..100_000).contains(days))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
}

/// A date as it is written for people; with its time where that is not midnight.
pub(super) fn shown(date: NaiveDateTime) -> String {
    let day = baocao_vietnamese::date::short(date.date());
    if date.time() == NaiveTime::MIN { day } else { format!("{day} {}", date.format("%H:%M:%S")) }
}
