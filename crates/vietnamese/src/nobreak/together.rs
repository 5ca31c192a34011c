//! Words that stay with the one after them, and numbers that stay with their unit.

use std::ops::RangeInclusive;

use crate::lexicon::lists::{BEFORE_NAMES, COUNTED, LENGTHS, STANDARDS};
use crate::number::digits;

/// The length of the words at the beginning of a text that stay on one line: a date, a number with its unit, a word with its
/// number.
pub(super) fn at_start(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let named = |text| standard(text).or_else(|| before_name(text));
    let rest = match first {
        '0' => telephone(text).or_else(|| counted(text)),
        '1'..='9' => counted(text),
        'N' | 'n' => day(text).or_else(|| of_year(text)),
        'T' | 't' => month(text).or_else(|| by_order(text)).or_else(|| named(text)),
        'S' | 's' => by_number(text),
        'Q' | 'q' => quarter(text).or_else(|| by_order(text)).or_else(|| named(text)),
        'K' | 'k' => article(text).or_else(|| by_order(text)).or_else(|| named(text)),
        'Đ' | 'đ' => article(text).or_else(|| point(text)),
        'M' | 'm' | 'B' | 'b' | 'P' | 'p' => article(text).or_else(|| named(text)),
        'I' | 'C' | 'G' | 'H' => named(text),
        _ => None,
    }?;
    Some(text.len() - rest.len())
}

/// The digits of a telephone number.
const TELEPHONE: RangeInclusive<usize> = 9..=11;

/// `0200 123 456`: the groups of a telephone number.
fn telephone(text: &str) -> Option<&str> {
    let mut count = digits(text);
    let mut rest = &text[count..];
    while let Some(group) = rest.strip_prefix(' ')
        && (2..=4).contains(&digits(group))
    {
        count += digits(group);
        rest = &group[digits(group)..];
    }
    TELEPHONE.contains(&count).then_some(rest)
}

/// `7.725 hồ sơ`, `75,9 %`
fn counted(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '/'));
    let number = &text[..text.len() - rest.len()];
    let unit = rest.strip_prefix(' ').filter(|_| number.ends_with(|c: char| c.is_ascii_digit()))?;
    one_of(unit, &COUNTED).or_else(|| one_of(unit, &LENGTHS))
}

/// `ngày 08 tháng 9`, whose year may stand on the next line. A date in digits may too: a word and a date of ten digits and
/// strokes that stay together tear the line open.
fn day(text: &str) -> Option<&str> {
    let day = number(one_of(text, &["ngày", "Ngày"])?, 2)?;
    if day.starts_with('/') {
        return None;
    }
    Some(day.strip_prefix(" tháng").and_then(|rest| number(rest, 2)).unwrap_or(day))
}

/// `tháng 9`, `tháng 9/2023`
fn month(text: &str) -> Option<&str> {
    let month = number(one_of(text, &["tháng", "Tháng", "THÁNG"])?, 2)?;
    let short = month.strip_prefix('/').filter(|rest| digits(rest) >= 4).map(|rest| &rest[4..]);
    Some(short.unwrap_or(month))
}

/// `năm 2023`: the word, its number is looked at on its own.
fn of_year(text: &str) -> Option<&str> {
    let number = one_of(text, &["năm", "Năm", "NĂM"])?.strip_prefix(' ')?;
    (digits(number) > 0).then_some(number)
}

/// `số 5`, but not `tổng số 275.688 hồ sơ`, where the number stays with its unit.
fn by_number(text: &str) -> Option<&str> {
    let number = one_of(text, &["số", "Số", "SỐ"])?.strip_prefix(' ')?;
    (digits(number) > 0 && counted(number).is_none()).then_some(number)
}

/// `quý III`
fn quarter(text: &str) -> Option<&str> {
    let number = one_of(text, &["quý", "Quý", "QUÝ"])?.strip_prefix(' ')?;
    let rest = number.trim_start_matches(['I', 'V']);
    (rest.len() < number.len()).then_some(rest)
}

/// `Điều 3`, `Phụ lục I`: the words, their number is looked at on its own.
fn article(text: &str) -> Option<&str> {
    let words =
        ["Điều", "điều", "Khoản", "khoản", "Mục", "mục", "Biểu mẫu", "biểu mẫu", "Phụ lục", "phụ lục", "Phần", "phần"];
    let number = one_of(text, &words)?.strip_prefix(' ')?;
    number.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X')).then_some(number)
}

/// `điểm a)`, `điểm b khoản`
fn point(text: &str) -> Option<&str> {
    let letter = one_of(text, &["Điểm", "điểm"])?.strip_prefix(' ')?;
    let rest = letter.strip_prefix(|c: char| c.is_ascii_lowercase() || c == 'đ')?;
    rest.strip_prefix(')').or_else(|| one_of(rest.strip_prefix(' ')?, &["Khoản", "khoản"]))
}

/// `TM. ỦY BAN`: the right to sign with the first letter after it.
fn by_order(text: &str) -> Option<&str> {
    let post = one_of(text, &["TM", "KT", "TL", "TUQ", "Q"])?.strip_prefix(". ")?;
    post.strip_prefix(|c: char| c.is_ascii_uppercase() || c == 'Đ')
}

/// `ISO 9001:2015`: the word before the number of a standard, which is looked at on its own.
fn standard(text: &str) -> Option<&str> {
    let number = one_of(text, &STANDARDS)?.strip_prefix(' ')?;
    (digits(number) > 0).then_some(number)
}

/// `TP. Hồ`: what stands before a name, with the first letter after it.
fn before_name(text: &str) -> Option<&str> {
    let name = one_of(text, &BEFORE_NAMES)?.strip_prefix(". ")?;
    name.strip_prefix(char::is_uppercase)
}

/// What follows one of some words.
fn one_of<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_prefix(word))
}

/// What follows a space and a number, of which so many digits count.
fn number(text: &str, most: usize) -> Option<&str> {
    let number = text.strip_prefix(' ')?;
    let count = digits(number).min(most);
    (count > 0).then(|| &number[count..])
}
