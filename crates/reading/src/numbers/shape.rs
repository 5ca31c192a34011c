//! What a run of digits is by its shape and by the word before it.

use std::sync::LazyLock;

use super::unit::Unit;
use baocao_vietnamese::lexicon::lists::{NUMBERED, PLACES};
use baocao_vietnamese::number::digits;
use baocao_vietnamese::{is_letter, last_run, small};
use regex_lite::Regex;
use rust_decimal::Decimal;

use super::number;
use crate::pattern::pattern;

/// What a run of digits is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// A number.
    Number(Decimal),
    /// One number over another.
    Fraction(Decimal, Decimal),
    /// No quantity.
    Other,
}

/// Shapes that count nothing: numbers of documents, dates, ranges of years, telephone numbers, versions.
static NOTHING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?x)^(?: [0-9]+[a-z]?\s?[/-]\s?(?:[0-9]{4}\s?/\s?)?[A-ZĐƯƠÂÊÔ]{2}[0-9A-Za-zÀ-ỹ&/-]*
        | [0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?[0-9]{4}
        | (?:0?[1-9]|1[0-2])\s?/\s?(?:19|20)[0-9][0-9]\b
        | (?:19|20)[0-9][0-9]\s?[-–]\s?(?:19|20)[0-9][0-9]\b
        | 24/(?:7|24)\b
        | 0[0-9]{2,4}[.\x20\t\n\xA0][0-9]{3,4}[.\x20\t\n\xA0][0-9]{3,4}\b
        | 0[0-9]{8,10}\b
        | [0-9]{1,3}(?:\ [0-9]{3})+\b )",
    )
});

static LEVELS: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"^[0-9](?:\s?(?:,|;|/|-|và|hoặc)\s?[0-9]\b)*"));

static LIST: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^\s*(?:[-+*•]\s*)?(?:[0-9]{1,2}[.)](?:\s|$)|[0-9]{1,2}(?:\.[0-9]{1,2})+[.)]?\s)"));

/// The length of the number of a list at the beginning of a line: `1.`, `2.1.`, `- 3)`.
pub fn list_number(line: &str) -> Option<usize> {
    LIST.as_ref()?.find(line).map(|found| found.end())
}

/// The length of a percent sign with the space before it.
pub fn percent_sign(rest: &str) -> Option<usize> {
    let after = rest.trim_start_matches([' ', '\t']);
    (after.starts_with('%') && rest.len() - after.len() <= 2).then(|| rest.len() - after.len() + 1)
}

/// Whether digits look like a year.
pub fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// The number at the beginning of `rest`, and how many bytes it takes.
pub fn read(before: &str, rest: &str) -> (usize, Shape) {
    let count = digits(rest);
    let word = last_word(before);
    let last = before.chars().next_back();
    if last.is_some_and(|last| last.is_alphanumeric() || last == '_' || last == '@') || in_address(before) {
        return (run(rest), Shape::Other);
    }
    // `mức độ 3, 4`, but `đúng tiến độ 08 nhiệm vụ`, `mức 3.000.000 đồng`, `mức 500 nghìn đồng`
    let is_money = || Unit::read(&rest[number::length(rest)..]).name == "đồng";
    if matches!(word.as_str(), "độ" | "mức")
        && !before.trim_end().ends_with("tiến độ")
        && !(word == "mức" && is_money())
        && let Some(levels) = found(&LEVELS, rest)
    {
        return (levels, Shape::Other);
    }
    if may_be_nothing(rest)
        && let Some(length) = found(&NOTHING, rest)
    {
        return (length, Shape::Other);
    }
    // `kỳ 2`, but `tiếp nhận trong kỳ 4.222`, `tiếp định kỳ 24 lượt`; `kỷ luật 02 công chức`
    // `công nghiệp 4.0`, but `lâm nghiệp 24; nông nghiệp 12`
    let counted = word == "kỳ" && (number::length(rest) > 4 || count == 3 || above(before, &word) == "định")
        || word == "nghiệp" && (number::length(rest) > 4 || !before.trim_end().ends_with("công nghiệp"))
        // `đầu tư 260.000`, `thẩm định 15 hồ sơ`
        || word == "tư" && above(before, &word) != "thông"
        || word == "định" && !matches!(above(before, &word).as_str(), "nghị" | "quyết")
        || word == "luật" && above(before, &word) == "kỷ"
        // `mỗi lớp 45 người`, `rau các loại 75 ha`, `bộ đội 85 người`
        || matches!((above(before, &word).as_str(), word.as_str()), ("mỗi", _) | ("các", "loại") | ("bộ", "đội"));
    if NUMBERED.contains(&word.as_str()) && !counted
        || count <= 2 && PLACES.contains(&word.as_str()) && !counted && !before.trim_end().ends_with("nông thôn")
        || word == "số" && !follows_total(before)
        || before.trim_end().ends_with('/') && !before.ends_with("đồng/")
        || word == "năm" && is_year(&rest[..count])
    {
        return (run(rest), Shape::Other);
    }
    if let Some(length) = with_point(rest) {
        return (length, Decimal::from_str_exact(&rest[..length]).map_or(Shape::Other, Shape::Number));
    }
    let short_date = matches!(word.as_str(), "từ" | "đến" | "trước" | "sau" | "hết" | "tới");
    let length = number::length(rest);
    if let Some(over) = stroke(&rest[length..]).filter(|_| length > 0) {
        let below = &rest[length + over..];
        let whole = length + over + number::length(below);
        let glued = run(rest).max(whole) > whole && !ends_in_mark(&rest[whole..]);
        return match (value(&rest[..length]), value(&rest[length + over..whole])) {
            (Some(part), Some(of)) if !(glued || short_date && whole <= 5) => (whole, Shape::Fraction(part, of)),
            _ => (run(rest).max(whole), Shape::Other),
        };
    }
    if length == 0 {
        return (count, Shape::Other);
    }
    if glued(&rest[length..]) {
        return (run(rest), Shape::Other);
    }
    (length, value(&rest[..length]).map_or(Shape::Other, Shape::Number))
}

/// Whether a number may have one of the shapes that count nothing: a mark, more digits or many digits follow.
fn may_be_nothing(rest: &str) -> bool {
    let count = digits(rest);
    let after = rest[count..].strip_prefix(|c: char| c.is_ascii_lowercase()).unwrap_or(&rest[count..]);
    let behind = after.strip_prefix(char::is_whitespace).unwrap_or(after);
    let further = behind.len() < after.len() && digits(behind) > 0;
    // `15.6.2023`, `0210.3.846` are no numbers, `7.725` is one.
    let dotted = behind.strip_prefix('.').is_some_and(|next| {
        let next = next.strip_prefix(char::is_whitespace).unwrap_or(next);
        rest.starts_with('0') || count <= 2 && (1..=2).contains(&digits(next))
    });
    count >= 9 || further || dotted || behind.starts_with(['/', '-', '–'])
}

/// The length of a number with a decimal point before a percent sign: `99.6%`.
fn with_point(rest: &str) -> Option<usize> {
    let whole = digits(rest);
    let decimals = digits(rest[whole..].strip_prefix('.')?);
    let length = whole + 1 + decimals;
    let after = &rest[length..];
    let sign = after.trim_start();
    let near = sign.starts_with('%') && after[..after.len() - sign.len()].chars().count() <= 2;
    (near && (1..=3).contains(&whole) && (1..=2).contains(&decimals)).then_some(length)
}

/// The length of a stroke between two numbers, with the space around it.
fn stroke(after: &str) -> Option<usize> {
    let space = |text: &str| text.chars().next().filter(|c| c.is_whitespace()).map_or(0, char::len_utf8);
    let before = space(after);
    let behind = after[before..].strip_prefix('/')?;
    let length = before + 1 + space(behind);
    after[length..].starts_with(|c: char| c.is_ascii_digit()).then_some(length)
}

fn found(pattern: &LazyLock<Option<Regex>>, rest: &str) -> Option<usize> {
    pattern.as_ref()?.find(rest).map(|found| found.end())
}

/// The value of a number. One of more than sixteen signs counts nothing that a report reports.
fn value(written: &str) -> Option<Decimal> {
    number::value(written).filter(|_| written.bytes().filter(|byte| *byte != b'.').count() <= 16)
}

/// Whether letters, or a mark with digits behind it, are glued to a number.
fn glued(after: &str) -> bool {
    let mut next = after.chars();
    match next.next() {
        Some(first) if first.is_alphabetic() || first == '_' => true,
        Some('.' | ':' | '/' | '-' | '–') => next.next().is_some_and(|second| second.is_ascii_digit()),
        _ => false,
    }
}

fn ends_in_mark(after: &str) -> bool {
    !glued(after)
}

/// The length of digits with all letters and marks that are glued to them.
fn run(rest: &str) -> usize {
    let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | ',' | '/' | ':' | '-' | '–' | '_')));
    rest[..end.unwrap_or(rest.len())].trim_end_matches(|c: char| !c.is_alphanumeric()).len()
}

/// Whether the word before a number makes it a name: `mục 2.1`.
pub fn is_named(before: &str) -> bool {
    let word = last_word(before);
    word == "số" || NUMBERED.contains(&word.as_str())
}

/// The word before the last one.
fn above(before: &str, word: &str) -> String {
    let before = before.trim_end_matches([' ', '\t', '“', '"']);
    last_word(before.get(..before.len().saturating_sub(word.len())).unwrap_or_default())
}

/// The last word before a number, in small letters.
fn last_word(before: &str) -> String {
    let before = before.trim_end_matches([' ', '\t', '“', '"']);
    let start = before.char_indices().rev().find(|(_, c)| !is_letter(*c));
    small(&before[start.map_or(0, |(at, c)| at + c.len_utf8())..])
}

/// Whether the word `số` before a number is that of `tổng số`, `trong số`, `trên số`.
fn follows_total(before: &str) -> bool {
    let before = before.trim_end();
    let above = before.strip_suffix("số").or_else(|| before.strip_suffix("Số")).unwrap_or(before);
    matches!(last_word(above).as_str(), "tổng" | "trong" | "trên")
}

/// Whether digits stand in a web address.
fn in_address(before: &str) -> bool {
    let word = &before[last_run(before)..];
    word.contains("://") || word.starts_with("www.")
}
