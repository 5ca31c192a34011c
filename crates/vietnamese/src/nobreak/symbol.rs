//! Symbols of documents, ranges of years and words with a hyphen, which no line may break.

use crate::is_letter;
use crate::number::digits;

/// Words with a hyphen or a stroke of no more letters than these stay whole: `COVID-19`, `2021-2025`, `và/hoặc`.
pub(super) const LONGEST_WORD: usize = 16;

/// Codes with hyphens and digits of no more letters than these stay whole: `H35.12-260409-0007`. A line that broke behind one of
/// their hyphens would be copied without it.
pub(super) const LONGEST_CODE: usize = 32;

/// The length of what must stay on one line at the beginning of a text: `134/KH-UBND`, `30/2020/NĐ-CP`, `22/2023/QH15`,
/// `57-NQ/TW`, `BC-UBND`, `COVID-19`, `15%/năm`, `người/cuộc`; and `2021 - 2030`, because a line may break after a hyphen whatever space follows it (UAX 14,
/// rule LB12a).
pub(super) fn at_start(text: &str) -> Option<usize> {
    let rest = match digits(text) {
        0 => letters(text),
        count => {
            let rest = &text[count..];
            numbered(rest).or_else(|| of_party(rest)).or_else(|| years(text, count)).or_else(|| rate(rest))
        }
    };
    let hyphenated = || joined(text, '-', |c| is_letter(c) || c.is_numeric());
    Some(text.len() - rest.or_else(|| code(text)).or_else(hyphenated).or_else(|| joined(text, '/', is_letter))?.len())
}

/// What follows a code of letters and digits in groups: dots and at least one hyphen stand between them, strokes before letters
/// at its end (`BL-04-2026/TH`).
fn code(text: &str) -> Option<&str> {
    let word = |text: &str| text.find(|c: char| !is_letter(c) && !c.is_numeric()).unwrap_or(text.len());
    let mut end = word(text);
    let mut has_hyphen = false;
    while let Some(sign) = text[end..].chars().next() {
        let next = &text[end + sign.len_utf8()..];
        let goes_on = match sign {
            '-' | '.' => next.starts_with(|c: char| is_letter(c) || c.is_numeric()),
            '/' => has_hyphen && next.starts_with(is_letter),
            _ => false,
        };
        if !goes_on || end > 4 * LONGEST_CODE {
            break;
        }
        has_hyphen |= sign == '-';
        end += 1 + word(next);
    }
    let code = &text[..end];
    let is_code = has_hyphen && code.contains(|c: char| c.is_numeric()) && code.chars().count() <= LONGEST_CODE;
    is_code.then(|| &text[end..])
}

/// What follows words with such a sign between them, of which the later ones begin so.
fn joined(text: &str, sign: char, begins: fn(char) -> bool) -> Option<&str> {
    let word = |text: &str| text.find(|c: char| !is_letter(c) && !c.is_numeric()).unwrap_or(text.len());
    let first = word(text);
    let mut end = first;
    while let Some(next) = text[end..].strip_prefix(sign).filter(|next| next.starts_with(begins)) {
        end += 1 + word(next);
    }
    (end > first && text[..end].chars().count() <= LONGEST_WORD).then(|| &text[end..])
}

/// What follows what a number is per, behind its digits: `%/năm`.
fn rate(text: &str) -> Option<&str> {
    let per = text.strip_prefix(['%', '‰'])?.strip_prefix('/')?;
    let rest = per.trim_start_matches(is_letter);
    (rest.len() < per.len()).then_some(rest)
}

/// What follows a symbol of the Party, behind the digits of its number: `-NQ/TW`.
fn of_party(text: &str) -> Option<&str> {
    let organ = group(text.strip_prefix(['-', '–'])?)?.strip_prefix('/')?;
    Some(groups(group(organ)?, &['-', '–']))
}

/// What follows the letters of a symbol without a number: `BC-UBND`.
fn letters(text: &str) -> Option<&str> {
    let capitals = text.trim_start_matches(is_capital);
    let several = text.chars().take_while(|c| is_capital(*c)).take(2).count() == 2;
    let rest = groups(capitals, &['-']);
    (several && rest.len() < capitals.len()).then_some(rest)
}

/// What follows a symbol, behind the digits of its number.
fn numbered(text: &str) -> Option<&str> {
    let after_letter = text.strip_prefix(|c: char| c.is_ascii_lowercase() || c == 'đ').unwrap_or(text);
    let stroke = after_letter.strip_prefix('/')?;
    let year = stroke.get(4..).filter(|_| digits(stroke) == 4).and_then(|rest| rest.strip_prefix('/'));
    Some(groups(group(year.unwrap_or(stroke))?, &['-', '–']))
}

/// What follows a range of years, of which the first has so many digits.
fn years(text: &str, count: usize) -> Option<&str> {
    let dash = text[count..].strip_prefix(' ')?.strip_prefix(['-', '–'])?;
    let last = dash.strip_prefix(' ')?;
    (count == 4 && digits(last) >= 4).then(|| &last[4..])
}

/// What follows groups of letters with marks before them.
fn groups<'t>(mut text: &'t str, marks: &[char]) -> &'t str {
    while let Some(rest) = text.strip_prefix(marks).and_then(group) {
        text = rest;
    }
    text
}

/// What follows a group of letters.
fn group(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(is_capital)?;
    Some(rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, 'Đ' | 'đ' | 'Ư' | '&')))
}

fn is_capital(c: char) -> bool {
    c.is_ascii_uppercase() || matches!(c, 'Đ' | 'Ư')
}
