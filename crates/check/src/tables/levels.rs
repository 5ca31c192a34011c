//! Rows of small tables that hold the sums of other rows.

use rust_decimal::Decimal;

use super::cells::{Cell, count};

/// The rows that are not the sums of rows right above or below them; all rows where none is.
pub(super) fn lowest<'t, 'a>(rows: &'t [Vec<Cell<'a>>], columns: &[usize]) -> Vec<&'t Vec<Cell<'a>>> {
    let values: Vec<Vec<Decimal>> = rows.iter().map(|row| numbers(row, columns)).collect();
    let own = |at: &usize| !is_sum(&values, *at);
    (0..rows.len()).filter(own).map(|at| &rows[at]).collect()
}

/// The numbers of a row; what is none is nothing.
fn numbers(row: &[Cell<'_>], columns: &[usize]) -> Vec<Decimal> {
    let cell = |column: &usize| row.get(*column).and_then(|cell| count(&cell.text)).unwrap_or_default();
    columns.iter().map(cell).collect()
}

/// Whether a row is the sum of two or more rows right above or below it, in more than half of the columns: one of them
/// may be mistaken.
fn is_sum(rows: &[Vec<Decimal>], at: usize) -> bool {
    let row = &rows[at];
    let (above, below) = (rows[..at].iter().rev(), rows[at + 1..].iter());
    sums_up_to(row, above) || sums_up_to(row, below)
}

fn sums_up_to<'r>(row: &[Decimal], others: impl Iterator<Item = &'r Vec<Decimal>>) -> bool {
    let mut sums = vec![Decimal::ZERO; row.len()];
    others.enumerate().any(|(index, other)| {
        for (sum, value) in sums.iter_mut().zip(other) {
            *sum += value;
        }
        let equal = sums.iter().zip(row).filter(|(sum, value)| sum == value && !value.is_zero()).count();
        index > 0 && equal * 2 > row.len()
    })
}
