//! Dates as running text writes them: `08/9/2023`, `ngày 08 tháng 9 năm 2023`, `tháng 5/2024`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use chrono::NaiveDate;
use regex_lite::{Captures, Regex};

use crate::pattern::pattern;

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateForm {
    /// `08/9/2023`.
    Short,
    /// `ngày 08 tháng 9 năm 2023`.
    Long,
    /// `tháng 5/2024`, `tháng 5 năm 2024`: no day.
    Month,
}

/// A date in a text. Bytes count from the beginning of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    /// Where it stands; the word `ngày` belongs to the long form only.
    pub range: Range<usize>,
    /// How it is written.
    pub written: DateForm,
    /// The day as written, `08` or `8`; empty where only a month is named.
    pub day: String,
    /// The month as written.
    pub month: String,
    /// The year as written.
    pub year: String,
    /// The day meant, the first of the month where only a month is named; nothing where the calendar has no such day.
    pub value: Option<NaiveDate>,
}

impl Date {
    /// The day meant, unless only a month is named.
    pub fn exact(&self) -> Option<NaiveDate> {
        self.value.filter(|_| self.written != DateForm::Month)
    }
}

/// `08/9/2023`, from its first digit.
static SHORT: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^(?P<day>[0-9]{1,2})\s?/\s?(?P<month>[0-9]{1,2})\s?/\s?(?P<year>[0-9]{3,5})"));

/// ` 08 tháng 9 năm 2023`, behind the word `ngày`.
static LONG: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(concat!(
        r"^\s+(?P<day>[0-9]{1,2})\s+[Tt](?:háng|HÁNG)\s+(?P<month>[0-9]{1,2})",
        r"(?:\s+[Nn](?:ăm|ĂM)\s+|\s?/\s?)(?P<year>[0-9]{4})",
    ))
});

/// ` 5/2024`, ` 5 năm 2024`, behind the word `tháng`.
static MONTH: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(concat!(r"^\s+(?P<month>[0-9]{1,2})", r"(?:\s?/\s?|\s+[Nn](?:ăm|ĂM)\s+)(?P<year>[0-9]{4})",))
});

/// The dates of a text that name a year, in order. Parts of symbols (`12/2023/NĐ-CP`), fractions (`22/29`) and days
/// without a year (`30/4`) are no dates.
pub fn dates(text: &str) -> Vec<Date> {
    // The cheapest sign of a year.
    if !text.contains("/1") && !text.contains("/2") && !text.contains("năm") && !text.contains("NĂM") {
        return Vec::new();
    }
    // By where they begin; none has a byte of another one.
    let mut dates: BTreeMap<usize, Date> = BTreeMap::new();
    let mut read = |pattern: &LazyLock<Option<Regex>>, start: usize, from: usize, written: DateForm| {
        if let Some(found) = pattern.as_ref().and_then(|pattern| pattern.captures(&text[from..]))
            && let Some(date) = date(text, start, from, &found, written)
            && dates.range(..date.range.end).next_back().is_none_or(|(_, other)| other.range.end <= date.range.start)
        {
            dates.insert(date.range.start, date);
        }
    };
    for (start, from) in words(text, ["ngày", "Ngày", "NGÀY"]) {
        read(&LONG, start, from, DateForm::Long);
    }
    for start in before_strokes(text) {
        read(&SHORT, start, start, DateForm::Short);
    }
    for (start, from) in words(text, ["tháng", "Tháng", "THÁNG"]) {
        read(&MONTH, start, from, DateForm::Month);
    }
    dates.into_values().collect()
}

/// Where a word begins and ends in a text.
pub fn words<const N: usize>(text: &str, forms: [&'static str; N]) -> impl Iterator<Item = (usize, usize)> {
    forms.into_iter().flat_map(move |form| text.match_indices(form).map(move |(at, _)| (at, at + form.len())))
}

/// Where the numbers begin that stand before a stroke: one or two digits each.
fn before_strokes(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices('/').filter_map(|(stroke, _)| {
        let before = &text[..stroke];
        let before = before.strip_suffix(char::is_whitespace).unwrap_or(before);
        let digits = before.bytes().rev().take(2).take_while(u8::is_ascii_digit).count();
        (digits > 0).then(|| before.len() - digits)
    })
}

/// The date that was found behind `from`; it begins at `start`.
fn date(text: &str, start: usize, from: usize, found: &Captures<'_>, written: DateForm) -> Option<Date> {
    let range = start..from + found.get(0)?.end();
    let part = |name: &str| found.name(name).map_or("", |part| part.as_str()).to_owned();
    let (day, month, year) = (part("day"), part("month"), part("year"));
    if !stands_alone(text, &range) {
        return None;
    }
    let plausible = matches!(year.parse(), Ok(1900..=2199));
    // A year of three or five digits is a slip of the hand only where the text says that a day is meant.
    if written == DateForm::Short && !plausible && !says_day(&text[..range.start]) {
        return None;
    }
    let first = if day.is_empty() { "1" } else { day.as_str() };
    let value = match (year.parse(), month.parse(), first.parse()) {
        (Ok(year), Ok(month), Ok(day)) if plausible => NaiveDate::from_ymd_opt(year, month, day),
        _ => None,
    };
    Some(Date { range, written, day, month, year, value })
}

/// Whether digits, slashes and letters around leave the words alone.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let mut after = text[range.end..].chars();
    let next = after.next();
    let glued = |character: char| character.is_alphanumeric() || character == '/';
    let number_goes_on = matches!(next, Some('.' | ',')) && after.next().is_some_and(|next| next.is_ascii_digit());
    !before.is_some_and(|before| glued(before) || before == '.' && !ends_sentence(&text[..range.start]))
        && !next.is_some_and(glued)
        && !number_goes_on
}

/// Whether the dot before a number ends a sentence (`năm 2022.15/6/2023` does not count as one).
fn ends_sentence(before: &str) -> bool {
    !before.trim_end_matches('.').ends_with(|last: char| last.is_ascii_digit())
}

/// Whether a text ends with the word `ngày`.
fn says_day(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with("ngày") || before.ends_with("Ngày")
}
