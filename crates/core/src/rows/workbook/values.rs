//! What the cells of a workbook hold.

use baocao_vietnamese::number::round;
use calamine::{Data, ExcelDateTime, Style};
use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;

use crate::rows::Given;
use crate::rows::encoding::compose;

/// A cell, as its format shows it.
pub(super) fn given(value: Data, format: &Format) -> Given {
    match value {
        Data::Empty => Given::Blank,
        Data::Int(value) => number(&value.to_string(), format),
        Data::Float(value) => number(&digits(value), format),
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
fn number(text: &str, format: &Format) -> Given {
    let value = if text.contains('e') { Decimal::from_scientific(text) } else { Decimal::from_str_exact(text) };
    let Ok(value) = value.map(|value| value.normalize()) else { return Given::Text(text.to_owned()) };
    let shown = match format.of(value) {
        None => return Given::Number(value),
        Some(Percent { scales: false, .. }) => value,
        Some(Percent { decimals, .. }) => {
            let value = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value);
            round(value, decimals.max(LEAST_DECIMALS)).normalize()
        }
    };
    Given::Text(format!("{shown}%").replace('.', ","))
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
        None => number(&digits(value.as_f64()), &Format::default()),
    }
}

fn iso(text: &str) -> Option<NaiveDateTime> {
    let day = |text: &str| text.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0);
    text.parse().ok().or_else(|| day(text))
}

/// The sections of a number format, as far as they show percentages. Format: ECMA-376 part 1, 18.8.31.
#[derive(Debug, Clone, Default)]
pub(super) struct Format(Vec<Section>);

/// A section of a number format: for which numbers it is, where it says so, and whether it shows percentages.
#[derive(Debug, Clone, Default)]
struct Section {
    only: Option<(String, Decimal)>,
    percent: Option<Percent>,
}

/// How numbers are shown as percentages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Percent {
    /// Whether they are multiplied by 100: a sign that is quoted or escaped stands behind them as they are.
    scales: bool,
    decimals: u32,
}

impl Format {
    /// The format of a style.
    pub(super) fn new(style: &Style) -> Self {
        let code = style.number_format.as_ref().map(|format| format.format_code.as_str()).unwrap_or_default();
        if !code.contains('%') {
            return Self::default();
        }
        let mut sections = vec![Section::default()];
        let (mut literal, mut decimals, mut behind) = (false, 0, false);
        let mut chars = code.chars();
        while let Some(c) = chars.next() {
            let Some(section) = sections.last_mut() else { break };
            match c {
                '"' => literal |= chars.by_ref().take_while(|c| *c != '"').filter(|c| *c == '%').count() > 0,
                '\\' => literal |= chars.next() == Some('%'),
                // A space as wide as the next sign, or that sign again and again.
                '_' | '*' => drop(chars.next()),
                '[' => {
                    let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    section.only = condition(&inside).or(section.only.take());
                }
                '%' => section.percent = Some(Percent { scales: true, decimals: 0 }),
                '.' => behind = true,
                '0' | '#' | '?' if behind => decimals += 1,
                _ => {}
            }
            if c == ';' || chars.as_str().is_empty() {
                section.percent = match section.percent {
                    Some(_) => Some(Percent { scales: true, decimals }),
                    None => literal.then_some(Percent { scales: false, decimals }),
                };
                (literal, decimals, behind) = (false, 0, false);
            }
            if c == ';' {
                sections.push(Section::default());
            }
        }
        Self(sections)
    }

    /// A format that shows percentages with so many decimals.
    pub(super) fn percent(decimals: u32) -> Self {
        Self(vec![Section { only: None, percent: Some(Percent { scales: true, decimals }) }])
    }

    /// How a number is shown that is shown as a percentage.
    fn of(&self, value: Decimal) -> Option<Percent> {
        let first = self.0.first()?;
        let second = self.0.get(1).unwrap_or(first);
        let third = self.0.get(2).unwrap_or(first);
        let fits = |section: &Section| section.only.as_ref().is_some_and(|(sign, than)| compare(value, sign, *than));
        let is_conditional = first.only.is_some() || second.only.is_some();
        let section = match is_conditional {
            true if fits(first) => first,
            true if fits(second) => second,
            true if first.only.is_some() && second.only.is_some() => third,
            true if self.0.len() > 1 => second,
            true => first,
            false if value.is_zero() => third,
            false if value.is_sign_negative() => second,
            false => first,
        };
        section.percent
    }
}

/// `<=1`: for which numbers a section is.
fn condition(inside: &str) -> Option<(String, Decimal)> {
    let begin = inside.find(|c: char| !matches!(c, '<' | '>' | '='))?;
    let (sign, number) = inside.split_at(begin);
    (!sign.is_empty()).then_some((sign.to_owned(), number.trim().parse().ok()?))
}

fn compare(value: Decimal, sign: &str, than: Decimal) -> bool {
    match sign {
        "<" => value < than,
        "<=" => value <= than,
        ">" => value > than,
        ">=" => value >= than,
        "=" => value == than,
        "<>" => value != than,
        _ => false,
    }
}

/// Whether a style strikes out all that a cell holds.
pub(super) fn is_struck(style: &Style) -> bool {
    style.font.as_ref().is_some_and(calamine::Font::has_strikethrough)
}
