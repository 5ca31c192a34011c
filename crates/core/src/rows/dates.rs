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
