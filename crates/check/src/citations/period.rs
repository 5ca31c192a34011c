//! Periods as running text names them: `quý III/2023`, `6 tháng đầu năm 2024`, and ranges of days.

use std::ops::Range;
use std::sync::LazyLock;

use baocao_core::report::{Period, PeriodKind};
use baocao_vietnamese::small;
use chrono::{Datelike, NaiveDate};
use regex_lite::Regex;

use baocao_reading::documents::{Date, words};
use baocao_reading::pattern;

/// A period that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NamedPeriod {
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// Quarter, half or nine months.
    pub(super) kind: PeriodKind,
    /// Which quarter or half.
    pub(super) number: u32,
    /// The year, where it is named.
    pub(super) year: Option<i32>,
}

/// The year that may stand behind the name of a period.
const YEAR: &str = r"(?:(?:\s*/\s*|\s+năm\s+|\s+)(?P<year>(?:19|20)[0-9]{2})\b)?";

/// ` iii/2023`, behind the word `quý`.
static QUARTER: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(&format!(r"^\s+(?P<quarter>iv|i{{1,3}}|[1-4])\b{YEAR}")));

/// ` đầu năm 2024`, behind the words `6 tháng`.
static HALF: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(&format!(r"^\s+(?P<part>đầu|cuối)(?:\s+năm)?\b{YEAR}")));

/// ` đầu năm 2024`, behind the words `9 tháng`.
static NINE: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(&format!(r"^\s+(?:đầu\s+)?năm\b{YEAR}")));

/// No more letters of what stands behind such a word are looked at.
const BEHIND: usize = 40;

/// The quarters, halves and nine months that a text names, in order.
pub(super) fn named(text: &str) -> Vec<NamedPeriod> {
    let mut periods = Vec::new();
    for (start, from) in words(text, ["quý", "Quý", "QUÝ"]) {
        if !text[..start].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_') {
            periods.extend(read(text, start, from, &QUARTER, PeriodKind::Quarter));
        }
    }
    for (start, from) in words(text, ["tháng", "Tháng", "THÁNG"]) {
        let half = number_before(text, start, "6", ["sáu", "Sáu", "SÁU"]);
        let nine = number_before(text, start, "9", ["chín", "Chín", "CHÍN"]);
        periods.extend(half.and_then(|start| read(text, start, from, &HALF, PeriodKind::Half)));
        periods.extend(nine.and_then(|start| read(text, start, from, &NINE, PeriodKind::NineMonths)));
    }
    periods.sort_by_key(|named| named.range.start);
    periods
}

/// Where the number begins that stands before the word `tháng`, as a digit, perhaps after a zero, or as a word.
fn number_before(text: &str, months: usize, digit: &str, forms: [&str; 3]) -> Option<usize> {
    let before = text[..months].trim_end();
    let number = before.strip_suffix(digit).map(|rest| rest.strip_suffix('0').unwrap_or(rest));
    let rest = number.or_else(|| forms.iter().find_map(|form| before.strip_suffix(form)))?;
    (before.len() < months && !rest.ends_with(char::is_alphanumeric)).then_some(rest.len())
}

/// The period whose name begins at a place, if the words behind `from` make it one.
fn read(
    text: &str,
    start: usize,
    from: usize,
    pattern: &LazyLock<Option<Regex>>,
    kind: PeriodKind,
) -> Option<NamedPeriod> {
    let behind = &text[from..];
    let behind = small(behind.char_indices().nth(BEHIND).map_or(behind, |(at, _)| &behind[..at]));
    let found = pattern.as_ref()?.captures(&behind)?;
    let part = |name: &str| found.name(name).map(|part| part.as_str());
    let number = match part("quarter") {
        Some(quarter) => quarter_number(quarter),
        None if part("part") == Some("cuối") => 2,
        None => 1,
    };
    let year = part("year").and_then(|year| year.parse().ok());
    Some(NamedPeriod { range: start..from + found.get(0)?.end(), kind, number, year })
}

fn quarter_number(written: &str) -> u32 {
    match written {
        "i" | "1" => 1,
        "ii" | "2" => 2,
        "iii" | "3" => 3,
        _ => 4,
    }
}

impl NamedPeriod {
    /// Whether this may be the name of a period: the same, or one that ends with it.
    pub(super) fn can_be(&self, period: &Period) -> bool {
        let year = self.year.is_none_or(|year| year == period.year);
        year && self.ends() == ends(period.kind, period.number())
    }

    /// Whether this may be the name of what comes after a period.
    pub(super) fn can_follow(&self, period: &Period) -> bool {
        let end = ends(period.kind, period.number());
        let (year, end) = if end >= 12 { (period.year + 1, 0) } else { (period.year, end) };
        let starts = match self.kind {
            PeriodKind::Quarter => self.number * 3 - 3,
            PeriodKind::Half => self.number * 6 - 6,
            _ => 0,
        };
        // `Nhiệm vụ 6 tháng đầu năm` after the first quarter: what is left of it.
        self.year.is_none_or(|named| named == year) && starts <= end && self.ends() > end
    }

    /// Its last month.
    fn ends(&self) -> u32 {
        ends(self.kind, self.number)
    }
}

/// The last month of a period.
fn ends(kind: PeriodKind, number: u32) -> u32 {
    match kind {
        PeriodKind::Month => number,
        PeriodKind::Quarter => number * 3,
        PeriodKind::Half => number * 6,
        PeriodKind::NineMonths => 9,
        PeriodKind::Year | PeriodKind::Special => 12,
    }
}

/// Days from one to another, as a text gives them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    /// Where it stands, from the first date to the last.
    pub(super) range: Range<usize>,
    /// The first day.
    pub(super) from: NaiveDate,
    /// The last day.
    pub(super) to: NaiveDate,
}

static BETWEEN: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^\)?\s*(?:cho\s+)?(?:đến|tới|-|–)\s*(?:hết\s+)?(?:ngày\s*)?$"));

/// The beginning of a range that leaves its year to the end: ` ngày 15/6 đến ngày`, behind the word `từ`, in small
/// letters.
static YEARLESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(concat!(
        r"^\s+(?:ngày\s*)?(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})\s*",
        r"(?:đến|tới|-|–)\s*(?:hết\s+)?(?:ngày\s*)?$",
    ))
});

/// The ranges of days that a text gives, from its dates.
pub(super) fn spans(text: &str, dates: &[&Date]) -> Vec<Span> {
    let mut spans = Vec::new();
    for (index, date) in dates.iter().enumerate() {
        let Some(to) = date.exact() else { continue };
        let before = index.checked_sub(1).and_then(|index| dates.get(index));
        if let Some(first) = before
            && let Some(from) = first.exact()
            && let Some(between) = BETWEEN.as_ref()
            && between.is_match(&text[first.range.end..date.range.start])
        {
            spans.push(Span { range: first.range.start..date.range.end, from, to });
        } else if let Some((start, from)) = yearless(&text[..date.range.start], to) {
            spans.push(Span { range: start..date.range.end, from, to });
        }
    }
    spans
}

/// The day that begins a range without naming its year, before the day that ends it.
fn yearless(before: &str, to: NaiveDate) -> Option<(usize, NaiveDate)> {
    let tail = before.char_indices().rev().nth(50).map_or(0, |(at, _)| at);
    let behind = small(&before[tail..]);
    let pattern = YEARLESS.as_ref()?;
    let read = |(_, from): (usize, usize)| Some((from, pattern.captures(&behind[from..])?));
    let (at, found) = words(&behind, ["từ"]).find_map(read)?;
    let day = found.name("day")?;
    let month: u32 = found.name("month")?.as_str().parse().ok()?;
    let year = if month > to.month() { to.year() - 1 } else { to.year() };
    let from = NaiveDate::from_ymd_opt(year, month, day.as_str().parse().ok()?)?;
    Some((tail + at + day.start(), from))
}
