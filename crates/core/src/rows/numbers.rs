//! Which sign stands before decimals, judged over a whole column, and numbers read with it.

use baocao_vietnamese::number::has_room;
use rust_decimal::Decimal;

use super::DecimalSign;
use crate::report::{ColumnKind, FigureValue};

/// What stands between thousands where that is a space: a plain one, or one of those that do not break the line.
const SPACES: [char; 5] = [' ', '\u{a0}', '\u{2007}', '\u{2009}', '\u{202f}'];

/// A number as it is written: digits in groups, and the separators between them.
struct Written<'t> {
    /// Of a number with spaces between its thousands the first one holds them all.
    groups: Vec<&'t str>,
    separators: Vec<char>,
    negative: bool,
    /// Whether spaces stand between its thousands.
    spaced: bool,
}

/// Takes a number apart; nothing for what is none.
fn written(text: &str) -> Option<Written<'_>> {
    let text = without_percent(text);
    let (negative, text) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let groups: Vec<&str> = text.split(['.', ',']).collect();
    let spaced = groups.len() <= 2 && groups.first().is_some_and(|whole| is_spaced(whole));
    let is_number = groups.iter().skip(usize::from(spaced)).all(|group| is_digits(group));
    let separators = || text.matches(['.', ',']).flat_map(str::chars).collect();
    is_number.then(|| Written { groups, separators: separators(), negative, spaced })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether these are digits in groups of three with one kind of space between them: `1 234 567`.
fn is_spaced(text: &str) -> bool {
    let Some(space) = text.chars().find(|c| SPACES.contains(c)) else { return false };
    let mut groups = text.split(space);
    let first = groups.next().unwrap_or_default();
    let begins = is_digits(first) && first.len() <= 3 && !first.starts_with('0');
    begins && groups.all(|group| is_digits(group) && group.len() == 3)
}

/// A text without the sign of per cent at its end.
pub(super) fn without_percent(text: &str) -> &str {
    let text = text.trim();
    text.strip_suffix('%').map_or(text, str::trim_end)
}

/// Whether a text looks like a number, whatever its separators mean.
pub fn is_number(text: &str) -> bool {
    text.len() < 40 && written(text).is_some()
}

/// What the digits of a number may be, whatever its separators mean; one in front of decimals is the last.
pub(super) fn candidates(text: &str) -> Vec<Decimal> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let whole = digits(text).parse().ok();
    let decimals = text.rsplit_once(['.', ',']).and_then(|(whole, behind)| {
        let behind = digits(behind);
        format!("{}.{behind}", digits(whole)).parse().ok()
    });
    whole.into_iter().chain(decimals).collect()
}

/// The two parts of a number as spreadsheets shorten it, `3,8E+10`: before the power there are no thousands, and its
/// separator stands before decimals.
fn parts_of_short(text: &str) -> Option<(Written<'_>, &str)> {
    let (number, power) = text.trim().split_once(['E', 'e'])?;
    let number = written(number).filter(|number| number.separators.len() <= 1 && !number.spaced)?;
    let is_power = power.len() <= 4 && is_digits(power.strip_prefix(['+', '-']).unwrap_or(power));
    is_power.then_some((number, power))
}

/// Whether a spreadsheet has shortened a number: `3,8205E+10`, which may have lost digits. `12E5` may be a code.
pub(super) fn is_short(text: &str) -> bool {
    text.len() < 40 && parts_of_short(text).is_some_and(|(_, power)| power.starts_with(['+', '-']))
}

/// The same in a column of numbers, where `1e3` is no code.
pub(super) fn is_power(text: &str) -> bool {
    text.len() < 40 && parts_of_short(text).is_some()
}

/// A shortened number, where its separator is the one before decimals; else it can be read in two ways.
fn short(text: &str, (number, power): (Written<'_>, &str), sign: DecimalSign) -> FigureValue {
    let minus = if number.negative { "-" } else { "" };
    let digits = format!("{minus}{}e{power}", number.groups.join("."));
    match Decimal::from_scientific(&digits) {
        Ok(value) if number.separators.iter().all(|separator| *separator == sign_of(sign)) && has_room(value) => {
            FigureValue::Number(value.normalize())
        }
        _ => FigureValue::Ambiguous(text.trim().to_owned()),
    }
}

fn sign_of(sign: DecimalSign) -> char {
    match sign {
        DecimalSign::Dot => '.',
        DecimalSign::Comma => ',',
    }
}

/// What the numbers of a column say of their separators.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Numbers in which a dot can only stand before decimals: `97.0`, `1234.5`.
    pub(super) dots: usize,
    /// Numbers in which a comma can only stand before decimals, or a dot only between thousands.
    pub(super) commas: usize,
    /// Numbers with one dot, before three digits: `12.345`.
    pub(super) open_dots: usize,
    /// Numbers with one comma, before three digits: `26,835`.
    pub(super) open_commas: usize,
    /// Numbers below a thousand without a separator.
    pub(super) small: usize,
    /// Numbers with spaces between their thousands: no other sign stands there.
    pub(super) spaced: usize,
}

impl Tally {
    /// Counts a number of a column of a kind.
    pub(super) fn add(&mut self, text: &str, kind: ColumnKind) {
        if let Some((number, _)) = parts_of_short(text) {
            self.dots += number.separators.iter().filter(|separator| **separator == '.').count();
            self.commas += number.separators.iter().filter(|separator| **separator == ',').count();
            return;
        }
        let Some(number) = written(text) else { return };
        let (groups, last) = (&number.groups, number.groups.last().map_or(0, |group| group.len()));
        self.spaced += usize::from(number.spaced);
        match number.separators.as_slice() {
            ['.'] if number.spaced => self.dots += 1,
            [','] if number.spaced => self.commas += 1,
            [] => self.small += usize::from(groups[0].len() <= 3),
            // `0.755` is no thousand, but nothing else either says that dots stand before decimals here.
            ['.'] if last == 3 && groups[0] == "0" => {}
            ['.'] if last != 3 || groups[0].len() > 3 => self.dots += 1,
            // 3.125 as thousands would be more than a hundred per cent.
            ['.'] if kind == ColumnKind::Percent => self.dots += 1,
            ['.'] => self.open_dots += 1,
            [','] if last != 3 || groups[0].len() > 3 || groups[0] == "0" => self.commas += 1,
            [','] => self.open_commas += 1,
            separators => match (separators.first(), separators.last()) {
                (Some('.'), _) => self.commas += 1,
                (Some(','), Some('.')) => self.dots += 1,
                // Several commas: thousands, but whose writer might mean anything by a dot.
                _ => {}
            },
        }
    }

    /// The sign that the column proves by itself.
    pub(super) fn proves(&self) -> Option<DecimalSign> {
        match (self.dots, self.commas) {
            (0, 0) => None,
            (_, 0) => Some(DecimalSign::Dot),
            (0, _) => Some(DecimalSign::Comma),
            // Both: each number is told that can be read in two ways.
            _ => Some(DecimalSign::Comma),
        }
    }

    /// Whether nothing says if its separators stand between thousands or before decimals. Dots beside small numbers
    /// without any are those of thousands, and counts have no decimals.
    pub(super) fn is_open(&self, kind: ColumnKind) -> bool {
        let unproven = self.dots == 0 && self.commas == 0;
        // Where spaces stand between thousands, commas stand before decimals, and so may dots.
        let dots = self.open_dots > 0 && (self.small == 0 || self.spaced > 0) && kind != ColumnKind::Count;
        unproven && (dots || self.open_commas > 0 && self.spaced == 0)
    }
}

/// Whether a number has one separator, before three digits, which may stand between thousands or before decimals.
pub(super) fn is_open(text: &str, kind: ColumnKind) -> bool {
    let mut tally = Tally::default();
    tally.add(text, kind);
    tally.open_dots + tally.open_commas > 0
}

/// Reads a text as a number whose decimals stand behind this sign.
pub(super) fn value(text: &str, sign: DecimalSign) -> FigureValue {
    if let Some(parts) = parts_of_short(text) {
        return short(text, parts, sign);
    }
    let Some(number) = written(text).filter(|number| number.spaced || sign == DecimalSign::Dot) else {
        return FigureValue::of_text(text);
    };
    if number.spaced {
        return spaced(text, &number, sign);
    }
    let (whole, decimals) = match number.separators.last() {
        Some('.') => number.groups.split_at(number.groups.len() - 1),
        Some(_) => (number.groups.as_slice(), [].as_slice()),
        None => return FigureValue::of_text(text),
    };
    let dots = number.separators.iter().filter(|separator| **separator == '.').count();
    let thousands = whole.len() == 1 || (whole[0].len() <= 3 && whole[1..].iter().all(|group| group.len() == 3));
    let sign = if number.negative { "-" } else { "" };
    let digits = match decimals {
        [decimals] => format!("{sign}{}.{decimals}", whole.concat()),
        _ => format!("{sign}{}", whole.concat()),
    };
    match Decimal::from_str_exact(&digits) {
        Ok(value) if dots <= 1 && thousands && has_room(value) => FigureValue::Number(value),
        _ => FigureValue::Ambiguous(text.trim().to_owned()),
    }
}

/// Reads a number with spaces between its thousands; the sign behind them stands before decimals.
fn spaced(text: &str, number: &Written<'_>, sign: DecimalSign) -> FigureValue {
    let wanted = sign_of(sign);
    let whole = number.groups.first().map_or_else(String::new, |whole| whole.replace(SPACES, ""));
    let decimals = number.groups.get(1).map_or_else(String::new, |decimals| format!(".{decimals}"));
    let minus = if number.negative { "-" } else { "" };
    match Decimal::from_str_exact(&format!("{minus}{whole}{decimals}")) {
        Ok(value) if number.separators.iter().all(|separator| *separator == wanted) && has_room(value) => {
            FigureValue::Number(value)
        }
        _ => FigureValue::Ambiguous(text.trim().to_owned()),
    }
}
