//! Codes of periods: `202603`, `20261`, `2026`, `quý III/2026`.

use baocao_core::report::PeriodKind;
use baocao_vietnamese::{one_line, small};
use chrono::{Days, Months, NaiveDate};
use serde_json::{Value, json};

/// A period without its cut-off dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Code {
    /// Its kind.
    pub kind: PeriodKind,
    /// Its year.
    pub year: i32,
    /// Its month, quarter or half; 1 for nine months and a year.
    pub number: u32,
}

/// Reads a period as reporting systems and people write it: `YYYYMM`, `YYYYQ`, `YYYY`, as [`Code::written`] does; `2026-03`, `03/2026`, `2026Q1`,
/// `Q1/2026`, `III/2026`, `T9-2026`, `6T/2026`, `9T2026`, `quý I năm 2026`, `6 tháng đầu năm 2026`, `9 tháng năm 2026`, `năm 2026`.
///
/// ```
/// use baocao_import::map::period::read;
/// assert_eq!(read("20263"), read("Quý III/2026"));
/// assert_eq!(read("202609").unwrap().number, 9);
/// assert_eq!(read("202613"), None);
/// ```
pub fn read(written: &str) -> Option<Code> {
    let text = small(&one_line(written));
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits(text);
    }
    let parts: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    // `9T2026`, `T9.2026` and `Q32026` have nothing between the period and its year.
    let parts: Vec<&str> = parts.into_iter().flat_map(apart).collect();
    let year = parts.iter().rev().find_map(|part| part.parse().ok().filter(|year| (1945..=2200).contains(year)));
    let glued = parts.iter().find_map(|part| part.split_once('q').filter(|(year, _)| year.len() == 4));
    if let Some((year, quarter)) = glued {
        return code(PeriodKind::Quarter, year.parse().ok()?, quarter.parse().ok()?);
    }
    let year = year?;
    let words: Vec<&str> = parts.into_iter().filter(|part| part.parse() != Ok(year) && *part != "năm").collect();
    match words.as_slice() {
        [] => code(PeriodKind::Year, year, 1),
        ["cả"] => code(PeriodKind::Year, year, 1),
        ["6" | "sáu", "tháng"] | ["6" | "sáu", "tháng", "đầu"] => code(PeriodKind::Half, year, 1),
        ["6" | "sáu", "tháng", "cuối"] => code(PeriodKind::Half, year, 2),
        ["9" | "chín", "tháng"] | ["9" | "chín", "tháng", "đầu"] => code(PeriodKind::NineMonths, year, 1),
        ["quý", number] | ["q", number] => code(PeriodKind::Quarter, year, numeral(number)?),
        ["tháng", number] => code(PeriodKind::Month, year, number.parse().ok()?),
        ["6t" | "6th"] | ["6", "t" | "th"] => code(PeriodKind::Half, year, 1),
        ["6t1"] => code(PeriodKind::Half, year, 1),
        ["6t2"] => code(PeriodKind::Half, year, 2),
        ["9t" | "9th"] | ["9", "t" | "th"] => code(PeriodKind::NineMonths, year, 1),
        ["t" | "th", number] => code(PeriodKind::Month, year, number.parse().ok()?),
        [one] => match (one.strip_prefix('q').map(numeral), one.strip_prefix('t').map(str::parse)) {
            (Some(number), _) => code(PeriodKind::Quarter, year, number?),
            (None, Some(number)) => code(PeriodKind::Month, year, number.ok()?),
            // `III/2026` is a quarter, `03/2026` a month.
            (None, None) => match one.parse() {
                Ok(number) => code(PeriodKind::Month, year, number),
                Err(_) => code(PeriodKind::Quarter, year, numeral(one)?),
            },
        },
        _ => None,
    }
}

/// What lines above a table say of its period.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Said<'l> {
    /// The period, and the line that says it; nothing where they say several.
    pub(super) code: Option<Code>,
    pub(super) line: Option<&'l str>,
    /// Whether that is what it says: a year alone may be that of a plan.
    pub(super) is_sure: bool,
    /// Its first and its last day: `từ ngày 15/6/2026 đến ngày 14/9/2026`.
    pub(super) days: Option<(NaiveDate, NaiveDate)>,
}

/// Looks for the period of a table in the lines above it.
pub(super) fn said<'l>(lines: impl Iterator<Item = &'l str>) -> Said<'l> {
    let mut said = Said::default();
    let mut found: Vec<(Code, &str)> = Vec::new();
    let mut years: Vec<(Code, &str)> = Vec::new();
    for line in lines {
        said.days = said.days.or_else(|| days(line));
        for code in all(line) {
            let kind = if code.kind == PeriodKind::Year { &mut years } else { &mut found };
            kind.push((code, line));
        }
    }
    said.is_sure = !found.is_empty();
    let found = if said.is_sure { found } else { years };
    if let Some((code, line)) = found.first().filter(|(code, _)| found.iter().all(|(other, _)| other == code)) {
        (said.code, said.line) = (Some(*code), Some(*line));
    }
    said
}

/// The longest name of a period has so many words: `6 tháng đầu năm 2026`.
const MOST_WORDS: usize = 6;

/// All periods that words of a line name. The month of a day is none.
fn all(line: &str) -> Vec<Code> {
    let line = one_line(line);
    let words: Vec<&str> = line
        .split(' ')
        .map(|word| word.trim_matches(['(', ')', ',', '.', ';', ':']))
        .filter(|word| !word.is_empty())
        .collect();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let ends = (at + 1..=(at + MOST_WORDS).min(words.len())).rev();
        let of_day = at >= 2 && small(words[at - 2]) == "ngày";
        let mut codes = ends.filter(|_| !of_day).filter_map(|end| Some((read_words(&words[at..end])?, end)));
        match codes.next() {
            Some((code, end)) => {
                found.push(code);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// A period that is said in words: digits alone may be anything.
fn read_words(words: &[&str]) -> Option<Code> {
    let first = small(words.first()?);
    let of_months = words.get(1).is_some_and(|word| small(word) == "tháng");
    let begins = ["quý", "tháng", "năm", "q"].contains(&first.as_str()) || of_months;
    if begins { read(&words.join(" ")) } else { None }
}

/// The first and the last day that a line names: `từ ngày ... đến ngày ...`.
fn days(line: &str) -> Option<(NaiveDate, NaiveDate)> {
    let line = small(&one_line(line));
    let (_, rest) = line.split_once("từ ")?;
    let (from, to) = rest.split_once("đến ")?;
    let day = |text: &str| {
        let text = text.replace("ngày", " ").replace("tháng", "/").replace("năm", "/").replace('-', "/");
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let mut parts = text.split('/').map(|part| part.chars().take_while(char::is_ascii_digit).collect::<String>());
        let mut number = || parts.next()?.parse::<u32>().ok();
        let (day, month, year) = (number()?, number()?, number()?);
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
    };
    let (from, to) = (day(from)?, day(to)?);
    (from <= to).then_some((from, to))
}

/// A period and the year that is glued to it: `9t2026`.
fn apart(part: &str) -> impl Iterator<Item = &str> {
    let year = part.len().checked_sub(4).filter(|at| part.is_char_boundary(*at)).map(|at| part.split_at(at));
    let year = year.filter(|(period, year)| {
        let is_period = period.contains(char::is_alphabetic) && period.contains(|c: char| c.is_ascii_digit());
        (is_period || period.ends_with('t')) && year.bytes().all(|byte| byte.is_ascii_digit())
    });
    let (period, year) = year.map_or((part, None), |(period, year)| (period, Some(year)));
    std::iter::once(period).chain(year)
}

fn digits(text: &str) -> Option<Code> {
    let year = text.get(..4)?.parse().ok()?;
    match text.len() {
        4 => code(PeriodKind::Year, year, 1),
        5 => code(PeriodKind::Quarter, year, text[4..].parse().ok()?),
        6 => code(PeriodKind::Month, year, text[4..].parse().ok()?),
        _ => None,
    }
}

/// A period that is in the calendar.
fn code(kind: PeriodKind, year: i32, number: u32) -> Option<Code> {
    let most = match kind {
        PeriodKind::Month => 12,
        PeriodKind::Quarter => 4,
        PeriodKind::Half => 2,
        // No export names a special one.
        PeriodKind::NineMonths | PeriodKind::Year | PeriodKind::Special => 1,
    };
    ((1945..=2200).contains(&year) && (1..=most).contains(&number)).then_some(Code { kind, year, number })
}

/// `3` or `iii`.
fn numeral(text: &str) -> Option<u32> {
    let roman = (1..=4).find(|n| small(&baocao_vietnamese::enumeration::roman(*n)) == text);
    text.parse().ok().or_else(|| roman.and_then(|n| u32::try_from(n).ok()))
}

impl Code {
    /// The code of a reporting system: `202603`, `20261`, `2026`; halves and nine months have none of their own.
    pub fn written(&self) -> String {
        let Self { kind, year, number } = self;
        match kind {
            PeriodKind::Month => format!("{year}{number:02}"),
            PeriodKind::Quarter => format!("{year}{number}"),
            PeriodKind::Half => format!("{year}-6t{number}"),
            PeriodKind::NineMonths => format!("{year}-9t"),
            PeriodKind::Year | PeriodKind::Special => year.to_string(),
        }
    }

    /// The field `period` of a report, from the first day of the period to its last: offices that close their figures
    /// earlier say so in the base.
    pub fn report(&self) -> Option<Value> {
        let Self { kind, year, number } = *self;
        let (first, months) = match kind {
            PeriodKind::Month => (number, 1),
            PeriodKind::Quarter => (number * 3 - 2, 3),
            PeriodKind::Half => (number * 6 - 5, 6),
            PeriodKind::NineMonths => (1, 9),
            PeriodKind::Year | PeriodKind::Special => (1, 12),
        };
        let from = NaiveDate::from_ymd_opt(year, first, 1)?;
        let to = from.checked_add_months(Months::new(months))?.checked_sub_days(Days::new(1))?;
        let mut period = json!({ "kind": kind, "year": year });
        let name = match kind {
            PeriodKind::Month => Some("month"),
            PeriodKind::Quarter => Some("quarter"),
            PeriodKind::Half => Some("half"),
            PeriodKind::NineMonths | PeriodKind::Year | PeriodKind::Special => None,
        };
        if let Some(name) = name {
            period[name] = number.into();
        }
        period["from"] = from.to_string().into();
        period["to"] = to.to_string().into();
        Some(period)
    }
}
