//! Numbers as running text writes them: `7.725`, `75,8 %`, `05`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use rust_decimal::Decimal;

use crate::vietnamese::number::has_room;

/// A number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Number {
    /// Where it stands, in bytes.
    pub(in crate::check) range: Range<usize>,
    /// Its value; its scale is the number of decimals written.
    pub(in crate::check) value: Decimal,
    /// Whether a percent sign follows.
    pub(in crate::check) percent: bool,
}

static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?(?P<percent>\s?%)?").ok());

/// All numbers of a text, in order. Numbers glued to letters, slashes or further dots (`22/29`, `06/KH-UBND`, `1.2.1`) are
/// among them: what they mean is for others to say.
pub(in crate::check) fn numbers(text: &str) -> Vec<Number> {
    let Some(pattern) = NUMBER.as_ref() else { return Vec::new() };
    pattern
        .captures_iter(text)
        .filter_map(|found| {
            let whole = found.get(0)?;
            let percent = found.name("percent");
            let end = percent.map_or(whole.end(), |sign| sign.start());
            let written = &text[whole.start()..end];
            let value = Decimal::from_str_exact(&written.replace('.', "").replace(',', "."))
                .ok()
                .filter(|value| has_room(*value))?;
            Some(Number { range: whole.start()..end, value, percent: percent.is_some() })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_vietnamese_writes_them() {
        let text = "nhận 7.725 hồ sơ, đạt 75,8 % (05 xã, 4.852.000.000 đồng)";
        let read: Vec<(String, bool)> =
            numbers(text).into_iter().map(|number| (number.value.to_string(), number.percent)).collect();
        let expected = [("7725", false), ("75.8", true), ("5", false), ("4852000000", false)];
        assert_eq!(read, expected.map(|(value, percent)| (value.to_owned(), percent)));
    }
}
