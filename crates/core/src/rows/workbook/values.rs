//! What the cells of a workbook hold.

use baocao_vietnamese::number::round;
use baocao_vietnamese::one_line;
use calamine::{Color, Data, ExcelDateTime, FillPattern, Style};
use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;

use crate::rows::Given;
use crate::rows::encoding::compose;
use crate::rows::shown::Shown;

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
    let Some(section) = format.of(value) else { return Given::Number(value) };
    match section.percent {
        Some(Percent { scales: false, .. }) => percentage(value),
        Some(Percent { decimals, .. }) => of_fraction(value, decimals),
        // Words in place of the number; a zero that is not shown is one all the same.
        None if !section.has_number && !value.is_zero() && !section.words.trim().is_empty() => {
            Given::Text(one_line(&section.words))
        }
        None => Given::Number(value),
    }
}

/// A fraction that is shown as a percentage with so many decimals.
pub(in crate::rows) fn of_fraction(value: Decimal, decimals: u32) -> Given {
    let value = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value);
    percentage(round(value, decimals.max(LEAST_DECIMALS)).normalize())
}

fn percentage(value: Decimal) -> Given {
    Given::Text(format!("{value}%").replace('.', ","))
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

/// The sections of a number format, as far as what they show is not the number as it is. Format: ECMA-376 part 1, 18.8.31.
#[derive(Debug, Clone, Default)]
pub(super) struct Format(Vec<Section>);

/// A section of a number format: for which numbers it is, where it says so, and how it shows them.
#[derive(Debug, Clone, Default)]
struct Section {
    only: Option<(String, Decimal)>,
    percent: Option<Percent>,
    /// Words that it shows, and whether it shows the number.
    words: String,
    has_number: bool,
    /// How often numbers are divided by a thousand to be shown.
    thousands: u32,
    /// Whether signs stand among the digits: `0"."00`.
    is_parted: bool,
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
        Self::of_code(code)
    }

    fn of_code(code: &str) -> Self {
        if code.is_empty() || code.eq_ignore_ascii_case("General") {
            return Self::default();
        }
        let mut sections = vec![Section::default()];
        let (mut literal, mut decimals, mut behind, mut commas) = (false, 0, false, 0);
        // How much of the words stood there when the last digit came.
        let mut words_before = 0;
        let mut chars = code.chars();
        while let Some(c) = chars.next() {
            let Some(section) = sections.last_mut() else { break };
            // Commas between digits stand between thousands; behind them they divide.
            let is_digit = matches!(c, '0' | '#' | '?');
            if c == ',' {
                commas += u32::from(section.has_number);
            } else {
                section.thousands += if is_digit { 0 } else { commas };
                commas = 0;
            }
            match c {
                '"' => {
                    let words: String = chars.by_ref().take_while(|c| *c != '"').collect();
                    literal |= words.contains('%');
                    section.words += &words;
                }
                '\\' => {
                    let c = chars.next();
                    literal |= c == Some('%');
                    section.words.extend(c);
                }
                // A space as wide as the next sign, or that sign again and again.
                '_' | '*' => drop(chars.next()),
                '[' => {
                    let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    if let Some(sign) = inside.strip_prefix('$') {
                        section.words += sign.split('-').next().unwrap_or_default();
                    }
                    section.only = condition(&inside).or(section.only.take());
                }
                '%' => section.percent = Some(Percent { scales: true, decimals: 0 }),
                '.' => behind = true,
                _ if is_digit => {
                    let between = section.words.get(words_before..).unwrap_or_default();
                    section.is_parted |= section.has_number && between.contains(['.', ',', '\'']);
                    words_before = section.words.len();
                    section.has_number = true;
                    decimals += u32::from(behind);
                }
                // `General`, parts of dates, texts.
                '@' | 'a'..='z' | 'A'..='Z' => section.has_number = true,
                ';' | ',' | '+' | '-' | '(' | ')' | '/' | ':' => {}
                c => section.words.push(c),
            }
            if c == ';' || chars.as_str().is_empty() {
                section.thousands += commas;
                section.percent = match section.percent {
                    Some(_) => Some(Percent { scales: true, decimals }),
                    None => literal.then_some(Percent { scales: false, decimals }),
                };
                (literal, decimals, behind, commas, words_before) = (false, 0, false, 0, 0);
            }
            if c == ';' {
                sections.push(Section::default());
            }
        }
        let is_plain = |section: &Section| {
            section.percent.is_none() && section.has_number && section.thousands == 0 && section.words.trim().is_empty()
        };
        Self(if sections.iter().all(is_plain) { Vec::new() } else { sections })
    }

    /// What is shown beside a number; nothing where that is the number alone.
    pub(super) fn beside(&self, given: &Given) -> Option<Shown> {
        let Given::Number(value) = given else { return None };
        let section = self.of(*value)?;
        let shown = Shown::new(&section.words, section.thousands);
        if section.is_parted { Some(Shown { is_parted: true, ..shown.unwrap_or_default() }) } else { shown }
    }

    /// Whether nothing is shown of a number.
    pub(super) fn hides(&self, given: &Given) -> bool {
        let Given::Number(value) = given else { return false };
        !value.is_zero() && self.of(*value).is_some_and(|section| !section.has_number)
    }

    /// A format that shows percentages with so many decimals.
    pub(super) fn percent(decimals: u32) -> Self {
        let percent = Some(Percent { scales: true, decimals });
        Self(vec![Section { percent, has_number: true, ..Section::default() }])
    }

    /// The section that shows a number.
    fn of(&self, value: Decimal) -> Option<&Section> {
        let first = self.0.first()?;
        let second = self.0.get(1).unwrap_or(first);
        let third = self.0.get(2).unwrap_or(first);
        let fits = |section: &Section| section.only.as_ref().is_some_and(|(sign, than)| compare(value, sign, *than));
        let is_conditional = first.only.is_some() || second.only.is_some();
        Some(match is_conditional {
            true if fits(first) => first,
            true if fits(second) => second,
            true if first.only.is_some() && second.only.is_some() => third,
            true if self.0.len() > 1 => second,
            true => first,
            false if value.is_zero() => third,
            false if value.is_sign_negative() => second,
            false => first,
        })
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

/// Whether nobody sees a number in a cell of this style: it has the colour of its ground, or no size.
pub(super) fn is_unseen(style: &Style) -> bool {
    let Some(font) = &style.font else { return false };
    let rgb = |color: &Color| (color.red, color.green, color.blue);
    let ground = match &style.fill {
        None => Some((u8::MAX, u8::MAX, u8::MAX)),
        Some(fill) => match fill.pattern {
            FillPattern::None => Some((u8::MAX, u8::MAX, u8::MAX)),
            FillPattern::Solid => fill.foreground_color.as_ref().map(rgb),
            _ => None,
        },
    };
    let color = font.color.as_ref().map(rgb);
    font.size.is_some_and(|size| size <= UNSEEN_SIZE) || color.is_some() && color == ground
}

/// Letters of so many points are no letters that anybody reads.
pub(in crate::rows) const UNSEEN_SIZE: f64 = 1.0;

/// Whether a style strikes out all that a cell holds.
pub(super) fn is_struck(style: &Style) -> bool {
    style.font.as_ref().is_some_and(calamine::Font::has_strikethrough)
}
