//! Numbers in the tables of a text of which its sentences speak without saying them: a row of last year and this one behind `tăng 5.853
//! hồ sơ, tương đương tăng 31,3%`.

use std::collections::HashMap;

use baocao_core::claim::Said;
use baocao_core::report::Slot;
use baocao_vietnamese::small;
use rust_decimal::Decimal;

use super::grids::MOST_ROWS;
use crate::Subject;
use crate::tables::{count, is_percent, is_total};

/// What is read of tables, by the text that they stand in.
pub(super) struct Tables<'s>(HashMap<&'s Slot<'s>, Held>);

/// What is read of the tables of a text.
#[derive(Default)]
pub(super) struct Held {
    /// Each two numbers beside each other in a row.
    pairs: Vec<[Decimal; 2]>,
    /// The percentages of the rows of totals.
    pub(super) rates: Vec<Said>,
    /// Their other numbers.
    pub(super) totals: Vec<Decimal>,
}

impl<'s> Tables<'s> {
    pub(super) fn of(subject: &'s Subject<'_>) -> Self {
        let mut tables: HashMap<&Slot<'_>, Held> = HashMap::new();
        let mut rows_left = MOST_ROWS;
        for rows in subject.tables() {
            let Some(((header, body), first)) = rows.split_first().zip(rows.first().and_then(|row| row.first())) else {
                continue;
            };
            let held = tables.entry(&first.slot).or_default();
            for row in body.iter().take(rows_left) {
                let numbers: Vec<Option<Decimal>> = row.iter().map(|cell| count(&cell.text)).collect();
                held.pairs.extend(numbers.windows(2).filter_map(|pair| Some([pair[0]?, pair[1]?])));
                if is_total(row) {
                    held.totals.extend(numbers.iter().flatten());
                }
                let rates = header
                    .iter()
                    .zip(&numbers)
                    .filter(|(title, _)| is_percent(&small(&title.text)))
                    .map(|(_, rate)| rate);
                held.rates.extend(rates.filter(|_| is_total(row)).flatten().map(|rate| Said::percent(*rate)));
            }
            rows_left = rows_left.saturating_sub(body.len());
        }
        Self(tables)
    }

    /// What is held by the tables of a text.
    pub(super) fn in_text(&self, slot: &'s Slot<'s>) -> Option<&Held> {
        self.0.get(slot)
    }
}

impl Held {
    /// Two numbers of a row, now and before, that are so far apart.
    pub(super) fn apart(&self, by: Decimal) -> impl Iterator<Item = [Said; 2]> {
        let both = self.pairs.iter().flat_map(|[one, other]| [[*one, *other], [*other, *one]]);
        both.filter(move |[now, before]| now - before == by).map(|pair| pair.map(Said::counted))
    }
}
