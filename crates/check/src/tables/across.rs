//! Columns of small tables that are the sum of those beside them: Quý I, Quý II, 6 tháng; Tổng số, Nam, Nữ.

use std::ops::Range;

use baocao_core::claim::Claim;
use baocao_vietnamese::lexicon::lists::SUM_TITLES;

use super::cells::{Cell, count, sum_of};

/// The row and the column whose cell is not the sum of those beside it, where it is in all other rows, at least two, and what
/// it is said to be.
pub(super) fn odd_row(rows: &[Vec<Cell<'_>>]) -> Option<(usize, usize, Claim)> {
    let (header, body) = rows.split_first()?;
    let titles: Vec<String> = header.iter().map(|title| title.text.to_lowercase()).collect();
    let bare = |title: &String| title.split('(').next().unwrap_or_default().trim().to_owned();
    let column = titles.iter().position(|title| SUM_TITLES.contains(&bare(title).as_str()))?;
    if body.iter().any(|row| row.len() != header.len()) {
        return None;
    }
    let counted = |at: &usize| {
        let rate = titles[*at].contains('%') || titles[*at].contains("tỷ lệ");
        !rate && body.iter().all(|row| count(&row[*at].text).is_some() || row[*at].text.is_empty())
    };
    let ordinal = |at: usize| matches!(titles[at].as_str(), "tt" | "stt");
    let run = |mut places: Box<dyn Iterator<Item = usize>>| -> Vec<usize> {
        let mut run = Vec::new();
        while let Some(at) = places.next().filter(|at| counted(at) && !ordinal(*at) && *at > 0) {
            run.push(at);
        }
        run
    };
    let before: Range<usize> = 0..column;
    let (mut before, after) = (run(Box::new(before.rev())), run(Box::new(column + 1..titles.len())));
    let periods = before.iter().filter(|at| begins_period(&titles[**at])).count();
    if periods > 1 {
        before.retain(|at| begins_period(&titles[*at]));
    }
    before.reverse();
    [before, after].into_iter().filter(|parts| parts.len() > 1).find_map(|parts| of_parts(body, column, &parts))
}

/// The only row whose cell is not the sum of some others.
fn of_parts(body: &[Vec<Cell<'_>>], column: usize, parts: &[usize]) -> Option<(usize, usize, Claim)> {
    let (mut odd, mut agreeing) = (None, 0);
    for (at, row) in body.iter().enumerate() {
        let values = parts.iter().map(|part| count(&row[*part].text)).collect::<Option<Vec<_>>>();
        let (Some(values), Some(given)) = (values, count(&row[column].text)) else { continue };
        let claim = sum_of(given, values.iter().copied());
        if claim.holds() {
            agreeing += usize::from(values.iter().filter(|value| !value.is_zero()).count() > 1);
        } else if odd.replace((at + 1, column, claim)).is_some() {
            return None;
        }
    }
    odd.filter(|_| agreeing > 1)
}

/// `Quý I`, `Tháng 4`
fn begins_period(title: &str) -> bool {
    title.starts_with("quý ") || title.starts_with("tháng ")
}
