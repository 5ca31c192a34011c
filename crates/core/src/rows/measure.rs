//! Units of measure: what a value in one is in another.

use baocao_vietnamese::{encoding, one_line, small};
use rust_decimal::Decimal;

use super::said::is_compound;

/// Words before a unit that multiply it; so do powers of ten in digits.
const MULTIPLES: [(&str, i64); 7] = [
    ("trăm", 100),
    ("nghìn", 1_000),
    ("ngàn", 1_000),
    ("triệu", 1_000_000),
    ("tỷ", 1_000_000_000),
    ("tỉ", 1_000_000_000),
    ("trđ", 1_000_000),
];

/// The same without marks, before money only: `ngan hang` is a bank.
const PLAIN_MULTIPLES: [(&str, i64); 5] =
    [("nghin", 1_000), ("ngan", 1_000), ("trieu", 1_000_000), ("ty", 1_000_000_000), ("ti", 1_000_000_000)];

/// What `tỷ` is with these: `tỷ lệ`, `tỷ trọng` are no thousand millions.
const RATIOS: [&str; 5] = ["lệ", "trọng", "suất", "số", "giá"];

/// Units that are measured, not counted: names of one unit, the quantity, and how much of its smallest unit it is.
const MEASURES: [(&[&str], Quantity, i64); 25] = [
    (&["đồng", "đ", "vnđ", "vnd", "việt nam đồng", "đồng việt nam", "đồng vn", "dong", "₫"], Quantity::Money, 1),
    (&["trđ", "tr.đ", "trđồng", "tr.đồng", "tr. đồng", "tr đồng"], Quantity::Money, 1_000_000),
    (&["nđ", "ng.đ", "ngđ", "nghđ", "k đồng", "nghìn đ", "ngàn đ"], Quantity::Money, 1_000),
    (&["tỷđ", "tỉđ", "tỷ.đ"], Quantity::Money, 1_000_000_000),
    (&["usd", "us$", "$", "đô la", "đô la mỹ", "đô-la", "đô la mĩ", "dollar"], Quantity::Dollars, 1),
    (&["eur", "euro", "€"], Quantity::Euros, 1),
    (&["jpy", "yên", "yên nhật", "¥"], Quantity::Yen, 1),
    (&["%", "phần trăm", "tỷ lệ %", "tỷ lệ (%)", "percent"], Quantity::Share, 10),
    (&["‰", "phần nghìn", "phần ngàn"], Quantity::Share, 1),
    (&["m2", "m²", "mét vuông"], Quantity::Area, 1),
    (&["ha", "héc ta", "hecta", "héc-ta"], Quantity::Area, 10_000),
    (&["km2", "km²", "ki lô mét vuông"], Quantity::Area, 1_000_000),
    (&["m", "mét"], Quantity::Length, 1),
    (&["km", "ki lô mét", "ki-lô-mét"], Quantity::Length, 1_000),
    (&["g", "gam"], Quantity::Weight, 1),
    (&["kg", "ki lô gam", "ki-lô-gam"], Quantity::Weight, 1_000),
    (&["tạ"], Quantity::Weight, 100_000),
    (&["tấn"], Quantity::Weight, 1_000_000),
    (&["l", "lít"], Quantity::Volume, 1),
    (&["m3", "m³", "mét khối"], Quantity::Volume, 1_000),
    (&["kwh", "ki lô oát giờ"], Quantity::Energy, 1),
    (&["mwh", "mê ga oát giờ"], Quantity::Energy, 1_000),
    (&["phút"], Quantity::Time, 1),
    (&["giờ"], Quantity::Time, 60),
    (&["ngày"], Quantity::Time, 1_440),
];

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quantity {
    Money,
    Dollars,
    Euros,
    Yen,
    Share,
    Area,
    Length,
    Weight,
    Volume,
    Energy,
    Time,
}

/// A unit of measure.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Measure {
    /// So much of the smallest unit of a quantity.
    Of(Quantity, Decimal),
    /// Things that are counted, so many at a time.
    Count(String, Decimal),
}

/// How a value in one unit becomes one in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// Multiplied by this; 1 where the units are the same.
    Times(Decimal),
    /// Both count things, and the words differ: perhaps the same thing by another name.
    OtherWords,
    /// One cannot be the other.
    Never,
}

/// How a value in `from` becomes one in `to`. Units are written as in forms, in any case: `Nghìn đồng`, `triệu đồng`,
/// `Hồ sơ`, `%`.
pub fn fit(from: &str, to: &str) -> Fit {
    match (measure(from), measure(to)) {
        (Measure::Of(one, from), Measure::Of(other, to)) if one == other => ratio(from, to),
        (Measure::Count(one, from), Measure::Count(other, to)) if one == other => ratio(from, to),
        (Measure::Count(..), Measure::Count(..)) => Fit::OtherWords,
        _ => Fit::Never,
    }
}

/// Whether this is a unit of measure; words for things that are counted are none.
pub fn is_measured(written: &str) -> bool {
    matches!(measure(written), Measure::Of(..))
}

/// Whether this is so many things at a time: `nghìn người`.
pub(super) fn is_multiple(written: &str) -> bool {
    matches!(measure(written), Measure::Count(_, size) if size != Decimal::ONE)
}

/// Whether this is a unit of money, of any country.
pub(super) fn is_money(written: &str) -> bool {
    use Quantity::{Dollars, Euros, Money, Yen};
    matches!(measure(written), Measure::Of(Money | Dollars | Euros | Yen, _))
}

/// Whether this says how many at a time, and not of what: `nghìn`, `10^6`.
pub fn is_bare_multiple(written: &str) -> bool {
    let text = small(&one_line(&encoding::nfc(written)));
    let is_word = MULTIPLES.iter().any(|(word, _)| *word == text && *word != "trđ");
    is_word || power_of_ten(&text).is_some_and(|(_, rest)| rest.is_empty())
}

/// The unit of values that are shown in another, divided by a thousand so many times: those of `triệu đồng`, divided twice, are
/// in `đồng`. Nothing where that is none that anybody uses.
pub(super) fn before_division(shown: &str, thousands: u32) -> Option<String> {
    const OF_MONEY: [&str; 3] = ["đồng", "nghìn đồng", "triệu đồng"];
    let wanted = Fit::Times(Decimal::from(1_000_i64.checked_pow(thousands)?));
    let shown = small(&one_line(&encoding::nfc(shown)));
    // `nghìn người` are `người`.
    let counted = || MULTIPLES.iter().find_map(|(word, _)| shown.strip_prefix(word)).map(str::trim);
    let mut units = OF_MONEY.into_iter().chain(counted());
    units.find(|unit| fit(&shown, unit) == wanted).map(str::to_owned)
}

/// Words that a unit of money is made of, however it is spelt.
const OF_MONEY: [&str; 19] = [
    "đồng", "đ", "dong", "tỷ", "tỉ", "triệu", "trieu", "tr", "nghìn", "ngàn", "nghin", "ngan", "vnd", "vnđ", "usd",
    "eur", "cny", "$", "€",
];

/// Whether a word is one of those that units of money are made of, so that what it stands in may be one that is not
/// understood.
pub(super) fn may_be_money(written: &str) -> bool {
    let text = small(&one_line(&encoding::nfc(written)));
    let mut before = "";
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '$' | '€'))).any(|word| {
        let before = std::mem::replace(&mut before, word);
        OF_MONEY.contains(&word) && !(word == "đồng" && is_compound(before))
    })
}

/// The power of ten that a text begins with, `1000`, `1.000.000`, `10^6`, `10⁶`, and what follows it; a hundred at least.
fn power_of_ten(text: &str) -> Option<(Decimal, &str)> {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    const MOST: u32 = 15;
    let ten = |power: u32| 10_i64.checked_pow(power).filter(|_| (2..=MOST).contains(&power)).map(Decimal::from);
    if let Some(rest) = text.strip_prefix("10") {
        let signs = ["^", "**", " mũ ", "e"];
        if let Some(rest) = signs.iter().find_map(|sign| rest.strip_prefix(sign)) {
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            return Some((ten(rest[..end].parse().ok()?)?, rest[end..].trim_start()));
        }
        if let Some(c) = rest.chars().next()
            && let Some(power) = RAISED.iter().position(|raised| *raised == c)
        {
            return Some((ten(u32::try_from(power).ok()?)?, rest[c.len_utf8()..].trim_start()));
        }
    }
    let end =
        text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}'))).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let groups: Vec<&str> = number.trim_end().split(['.', ',', ' ', '\u{a0}']).collect();
    let (first, others) = groups.split_first()?;
    let are_thousands = others.iter().all(|group| *group == "000");
    let zeros = first.strip_prefix('1').filter(|zeros| zeros.bytes().all(|byte| byte == b'0'))?;
    let power = u32::try_from(zeros.len() + 3 * others.len()).ok()?;
    // `1000` and `10.000`, but not `1000.000`.
    (are_thousands && (others.is_empty() || zeros.len() < 3)).then_some((ten(power)?, rest))
}

fn ratio(from: Decimal, to: Decimal) -> Fit {
    from.checked_div(to).map_or(Fit::Never, |factor| Fit::Times(factor.normalize()))
}

fn measure(written: &str) -> Measure {
    let text = small(&one_line(&encoding::nfc(written)));
    let titles = ["đơn vị tính:", "đơn vị:", "đvt:"];
    let text = titles.iter().find_map(|title| text.strip_prefix(title)).unwrap_or(&text).trim();
    // `x1000đ`
    let times = text.strip_prefix(['x', '×']).map(str::trim_start);
    let text = times.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(text);
    if let Some(known) = known(text) {
        return known;
    }
    for (word, times) in MULTIPLES {
        // `nghìn đồng`, `1000đ`
        let Some(rest) = text.strip_prefix(word) else { continue };
        let is_apart = rest.starts_with([' ', '\u{a0}']);
        let is_ratio = RATIOS.iter().any(|ratio| rest.trim_start().starts_with(ratio));
        if !is_apart || rest.trim().is_empty() || is_ratio {
            continue;
        }
        return match measure(rest) {
            Measure::Of(quantity, size) => Measure::Of(quantity, size * Decimal::from(times)),
            Measure::Count(word, size) => Measure::Count(word, size * Decimal::from(times)),
        };
    }
    if let Some((times, rest)) = power_of_ten(text).filter(|(_, rest)| !rest.is_empty())
        && let Measure::Of(quantity, size) = measure(rest)
        && let Some(size) = size.checked_mul(times)
    {
        return Measure::Of(quantity, size);
    }
    for (word, times) in PLAIN_MULTIPLES {
        let rest = text.strip_prefix(word).filter(|rest| rest.starts_with(' ')).map(str::trim);
        if let Some(Measure::Of(Quantity::Money, size)) = rest.and_then(known) {
            return Measure::Of(Quantity::Money, size * Decimal::from(times));
        }
    }
    Measure::Count(text.to_owned(), Decimal::ONE)
}

fn known(text: &str) -> Option<Measure> {
    let (_, quantity, size) = MEASURES.iter().find(|(names, ..)| names.contains(&text))?;
    Some(Measure::Of(*quantity, Decimal::from(*size)))
}
