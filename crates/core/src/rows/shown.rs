//! What the format of a number shows beside it: words, such as a unit of measure, and how often it is divided by a thousand
//! before it is shown. The value of the cell is the same.

use std::collections::HashMap;

use baocao_vietnamese::one_line;
use rust_decimal::Decimal;

use super::numbers::candidates;

/// What is shown of a number beside its digits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Shown {
    /// Words before and behind it.
    pub(super) words: String,
    /// How often it is divided by a thousand.
    pub(super) thousands: u32,
    /// Whether signs stand among its digits, which make another number of it.
    pub(super) is_parted: bool,
}

impl Shown {
    /// What is shown beside a number whose look is known; nothing where that is all.
    pub(super) fn new(words: &str, thousands: u32) -> Option<Self> {
        let words = one_line(words);
        let says = words.contains(|c: char| c.is_alphabetic() || SIGNS.contains(&c));
        let words = if says { words } else { String::new() };
        (says || thousands > 0).then_some(Self { words, thousands, is_parted: false })
    }

    /// What a text shows of a number beside its digits.
    pub(super) fn of_text(text: &str, value: Decimal) -> Option<Self> {
        let is_digit = |c: char| c.is_ascii_digit();
        let (Some(first), Some(last)) = (text.find(is_digit), text.rfind(is_digit)) else { return None };
        let words = format!("{} {}", &text[..first], &text[last + 1..]);
        Self::new(words.trim_matches(['-', '+', '(', ')', ' ']), thousands(&text[first..=last], value))
    }
}

/// Signs of money.
const SIGNS: [char; 5] = ['₫', '$', '€', '¥', '£'];

/// How often a number was divided by a thousand to be shown so: digits that it can be rounded to, and not without that.
fn thousands(digits: &str, value: Decimal) -> u32 {
    const MOST: u32 = 3;
    const DEEPEST: u32 = 28;
    let is_number = digits.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ','));
    let read: Vec<Decimal> = if is_number { candidates(digits) } else { Vec::new() };
    let is_shown = |thousands: u32| {
        let size = Decimal::from(1_000_i64.pow(thousands));
        let value = value.abs() / size;
        read.iter().any(|shown| (value - *shown).abs() <= Decimal::new(5, (shown.scale() + 1).min(DEEPEST)))
    };
    if is_shown(0) { 0 } else { (1..=MOST).find(|thousands| is_shown(*thousands)).unwrap_or(0) }
}

/// The cells of a sheet whose numbers are shown with something beside them.
#[derive(Debug, Clone, Default)]
pub(super) struct ShownCells {
    kinds: Vec<Shown>,
    cells: HashMap<(u32, u32), u32>,
}

impl ShownCells {
    /// Notes a cell, by its row and column from 0.
    pub(super) fn note(&mut self, (row, column): (usize, usize), shown: Shown) {
        let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) else { return };
        let at = self.kinds.iter().position(|known| *known == shown).unwrap_or_else(|| {
            self.kinds.push(shown);
            self.kinds.len() - 1
        });
        // A workbook has not so many formats.
        self.cells.extend(u32::try_from(at).ok().map(|at| ((row, column), at)));
    }

    /// What is shown beside the number of a cell.
    pub(super) fn at(&self, row: usize, column: usize) -> Option<&Shown> {
        if self.cells.is_empty() {
            return None;
        }
        let at = self.cells.get(&(u32::try_from(row).ok()?, u32::try_from(column).ok()?))?;
        self.kinds.get(*at as usize)
    }
}
