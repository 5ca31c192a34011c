//! Zeros before days from 1 to 9 and before the months 1 and 2 (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4.b).

use std::sync::LazyLock;

use chrono::NaiveDate;
use regex_lite::{Captures, Regex};

use super::Edit;

static SHORT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>(?:19|20)[0-9]{2})").ok());

static LONG: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?P<word>[Nn]gày)[\ \x{a0}](?P<day>[0-9]{1,2})[\ \x{a0}]tháng[\ \x{a0}](?P<month>[0-9]{1,2})[\ \x{a0}]năm[\ \x{a0}](?P<year>[0-9]{4})").ok()
});

/// Dates with a year, in figures or with words. What is not in the calendar is left to its finding.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    for pattern in [&SHORT, &LONG].into_iter().filter_map(|pattern| pattern.as_ref()) {
        for found in pattern.captures_iter(text) {
            edits.extend(zeros(text, &found).into_iter().flatten());
        }
    }
    edits.sort_by_key(|(range, _)| range.start);
    edits
}

fn zeros(text: &str, found: &Captures<'_>) -> Option<Vec<Edit>> {
    let whole = found.get(0)?;
    let glued = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | ',' | '-' | '–');
    let before = text[..whole.start()].chars().next_back();
    let mut after = text[whole.end()..].chars();
    let next = after.next();
    // `5/1/2023-10/1/2023` and `1/2/2023.` are dates; `5/1/2023/QĐ` and `5/1/2023-ABC` are not.
    let symbol = matches!(next, Some('/')) || next.is_some_and(char::is_alphanumeric);
    let symbol = symbol || (matches!(next, Some('-' | '–')) && after.next().is_some_and(char::is_alphabetic));
    if before.is_some_and(|c| glued(c) && !matches!(c, '-' | '–')) || symbol {
        return None;
    }
    let (day, month) = (found.name("day")?, found.name("month")?);
    let (day_number, month_number): (u32, u32) = (day.as_str().parse().ok()?, month.as_str().parse().ok()?);
    NaiveDate::from_ymd_opt(found.name("year")?.as_str().parse().ok()?, month_number, day_number)?;
    let mut edits = Vec::new();
    if day.len() == 1 {
        edits.push((day.start()..day.start(), "0".to_owned()));
    }
    if month.len() == 1 && month_number < 3 {
        edits.push((month.start()..month.start(), "0".to_owned()));
    }
    Some(edits)
}
