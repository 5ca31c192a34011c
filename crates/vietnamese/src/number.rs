//! Numbers as Vietnamese documents write them: a dot between thousands, a comma before decimals.

use rust_decimal::{Decimal, RoundingStrategy};

/// A number that was read from Vietnamese text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parsed {
    /// The value.
    pub value: Decimal,
    /// Whether a percent sign followed it.
    pub percent: bool,
}

/// Why a text is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotANumber {
    /// Digits and separators that can be read in more than one way, such as `1.5` or `1,234.5`.
    Ambiguous,
    /// No number at all.
    Word,
}

/// The most digits of a number of a report, decimals included: what is made of such numbers (sums, percentages, thousands
/// of billions) stays within what [`Decimal`] can hold.
pub const MOST_DIGITS: u32 = 18;

/// Whether a number has no more than [`MOST_DIGITS`].
///
/// ```
/// use baocao_vietnamese::number::has_room;
/// assert!(has_room("999999999999999.999".parse().unwrap()));
/// assert!(!has_room("1234567890123456789".parse().unwrap()));
/// ```
pub fn has_room(value: Decimal) -> bool {
    let value = value.normalize();
    value.scale() <= MOST_DIGITS && value.mantissa().unsigned_abs() < 10_u128.pow(MOST_DIGITS)
}

/// Reads `7.725`, `75,8`, `04`, `-1.250,50`, each perhaps with a percent sign.
///
/// A dot is only read as a separator of thousands (`1.000` is one thousand); where it does not stand before
/// exactly three digits the text is ambiguous.
///
/// ```
/// use baocao_vietnamese::number::{parse, NotANumber};
/// assert_eq!(parse("7.725").unwrap().value, 7725.into());
/// assert_eq!(parse("75,8%").unwrap().value.to_string(), "75.8");
/// assert_eq!(parse("1.5"), Err(NotANumber::Ambiguous));
/// assert_eq!(parse("9 cuộc"), Err(NotANumber::Word));
/// ```
pub fn parse(text: &str) -> Result<Parsed, NotANumber> {
    let text = text.trim();
    let (body, percent) = match text.strip_suffix('%') {
        Some(body) => (body.trim_end(), true),
        None => (text, false),
    };
    let (negative, body) = match body.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, body),
    };
    if body.is_empty() || !body.chars().any(|c| c.is_ascii_digit()) {
        return Err(NotANumber::Word);
    }
    if !body.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}')) {
        return Err(NotANumber::Word);
    }
    let (whole, decimals) = body.split_once(',').unwrap_or((body, "0"));
    let digits = whole_digits(whole).ok_or(NotANumber::Ambiguous)?;
    if decimals.is_empty() || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NotANumber::Ambiguous);
    }
    let sign = if negative { "-" } else { "" };
    let text = if body.contains(',') { format!("{sign}{digits}.{decimals}") } else { format!("{sign}{digits}") };
    let value = Decimal::from_str_exact(&text).ok().filter(|value| has_room(*value)).ok_or(NotANumber::Ambiguous)?;
    Ok(Parsed { value, percent })
}

/// The digits of a whole number, with or without dots between its thousands.
fn whole_digits(text: &str) -> Option<String> {
    let mut groups = text.split('.');
    let first = groups.next()?;
    if first.is_empty() || !first.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut digits = first.to_owned();
    let mut grouped = false;
    for group in groups {
        if group.len() != 3 || !group.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        digits.push_str(group);
        grouped = true;
    }
    if grouped && (first.len() > 3 || first.starts_with('0')) {
        return None;
    }
    Some(digits)
}

/// Writes a number: `7725` as `7.725`, `75.86` as `75,86`. Zeros at the end of the decimals are dropped.
pub fn format(value: Decimal) -> String {
    let text = value.normalize().to_string();
    let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let mut out = String::from(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push('.');
        }
        out.push(digit);
    }
    if !decimals.is_empty() {
        out.push(',');
        out.push_str(decimals);
    }
    out
}

/// Writes a number with so many decimals at least: `75` as `75,0`.
///
/// ```
/// use baocao_vietnamese::number::format_fixed;
/// assert_eq!(format_fixed(7725.into(), 1), "7.725,0");
/// assert_eq!(format_fixed("75.86".parse().unwrap(), 1), "75,86");
/// ```
pub fn format_fixed(value: Decimal, decimals: u32) -> String {
    let mut text = format(value);
    let given = value.normalize().scale();
    if given == 0 && decimals > 0 {
        text.push(',');
    }
    text.extend((given..decimals).map(|_| '0'));
    text
}

/// Writes a count in running text: whole numbers from 0 to 9 carry a leading zero (`03`), as is the custom.
pub fn format_count(value: Decimal) -> String {
    let text = format(value);
    if text.len() == 1 && text != "0" { format!("0{text}") } else { text }
}

/// Rounds half up (away from zero) to so many decimals.
pub fn round(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// How many digits a text begins with.
pub fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}
