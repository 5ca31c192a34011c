//! The cells of the tables inside a Markdown text, and their numbers.

use std::ops::Range;

use baocao_core::claim::{Claim, Law, Said};
use rust_decimal::Decimal;

/// A cell and where it stands in the text.
pub(super) type Cell<'a> = (Range<usize>, &'a str);

/// That a cell is the sum of others.
pub(super) fn sum_of(given: Decimal, parts: impl Iterator<Item = Decimal>) -> Claim {
    let said = |value| Said::measured(value, Decimal::ONE);
    Claim::new(said(given), Law::Sum(parts.map(said).collect()))
}

/// The tables of a Markdown text, each as its rows; the line under the header is left out.
pub(super) fn tables(text: &str) -> Vec<Vec<Vec<Cell<'_>>>> {
    let (mut tables, mut rows, mut start) = (Vec::new(), Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with('|') {
            let rule = line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\n' | '\r'));
            if !rule {
                rows.push(cells(line, start));
            }
        } else if !rows.is_empty() {
            tables.push(std::mem::take(&mut rows));
        }
        start += line.len();
    }
    if !rows.is_empty() {
        tables.push(rows);
    }
    tables
}

fn cells(line: &str, start: usize) -> Vec<Cell<'_>> {
    let mut cells = Vec::new();
    let mut at = start;
    for part in line.split('|') {
        let text = part.trim();
        let from = at + (part.len() - part.trim_start().len());
        cells.push((from..from + text.len(), text));
        at += part.len() + 1;
    }
    // Nothing stands before the first stroke and after the last one.
    if cells.len() > 2 { cells[1..cells.len() - 1].to_vec() } else { Vec::new() }
}

/// A number without a percent sign.
pub(super) fn count(text: &str) -> Option<Decimal> {
    let numbers = baocao_reading::numbers::numbers(text);
    let [only] = &numbers[..] else { return None };
    (only.range == (0..text.len()) && !only.percent).then_some(only.value)
}
