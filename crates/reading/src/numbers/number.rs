//! Numbers as running text writes them: `7.725`, `75,8 %`, `05`.

use std::ops::Range;

use baocao_vietnamese::number::{digits, has_room};
use rust_decimal::Decimal;

/// A number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// Its value; its scale is the number of decimals written.
    pub value: Decimal,
    /// Whether a percent sign follows.
    pub percent: bool,
}

/// The length of the number at the beginning of a text, in bytes: digits, perhaps in groups of three behind dots, perhaps
/// with decimals behind a comma.
pub fn length(text: &str) -> usize {
    let behind = |end: usize, mark: char| text[end..].strip_prefix(mark).map_or(0, digits);
    let mut end = digits(text);
    if (1..=3).contains(&end) {
        while behind(end, '.') >= 3 {
            end += 4;
        }
    }
    if end > 0 && behind(end, ',') > 0 {
        end += 1 + behind(end, ',');
    }
    end
}

/// The value of a number as it is written.
pub fn value(written: &str) -> Option<Decimal> {
    Decimal::from_str_exact(&written.replace('.', "").replace(',', ".")).ok()
}

/// All numbers of a text, in order. Numbers glued to letters, slashes or further dots (`22/29`, `06/KH-UBND`, `1.2.1`) are
/// among them: what they mean is for others to say.
pub fn numbers(text: &str) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|found| at + found) {
        let end = start + length(&text[start..]);
        at = end;
        if let Some(value) = value(&text[start..end]).filter(|value| has_room(*value)) {
            let after = &text[end..];
            let percent = after.strip_prefix(char::is_whitespace).unwrap_or(after).starts_with('%');
            numbers.push(Number { range: start..end, value, percent });
        }
    }
    numbers
}
