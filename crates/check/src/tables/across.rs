//! Columns of small tables that are the sum of those before them: Quý I, Quý II, 6 tháng.

use baocao_core::claim::Claim;
use baocao_vietnamese::lexicon::lists::SUM_TITLES;

use super::cells::{Cell, count, sum_of};

/// The row whose last cell is not the sum of those before it, where it is in all others, at least two, and what it is said to be.
pub(super) fn odd_row(rows: &[Vec<Cell<'_>>]) -> Option<(usize, Claim)> {
    let (header, body) = rows.split_first()?;
    let (last, titles) = header.split_last()?;
    let parts = titles.iter().filter(|title| begins_period(&title.text)).count();
    if !SUM_TITLES.contains(&last.text.to_lowercase().as_str()) || parts < 2 {
        return None;
    }
    let (mut odd, mut agreeing) = (None, 0);
    for (at, row) in body.iter().enumerate() {
        let (given, cells) = row.split_last()?;
        let values = cells.get(cells.len().checked_sub(parts)?..)?;
        let Some(values) = values.iter().map(|cell| count(&cell.text)).collect::<Option<Vec<_>>>() else { continue };
        let Some(given) = count(&given.text) else { continue };
        let claim = sum_of(given, values.iter().copied());
        if row.len() != header.len() {
            return None;
        } else if claim.holds() {
            agreeing += usize::from(values.iter().filter(|value| !value.is_zero()).count() > 1);
        } else if odd.replace((at + 1, claim)).is_some() {
            return None;
        }
    }
    odd.filter(|_| agreeing > 1)
}

/// `Quý I`, `Tháng 4`
fn begins_period(title: &str) -> bool {
    let title = title.to_lowercase();
    title.starts_with("quý ") || title.starts_with("tháng ")
}
