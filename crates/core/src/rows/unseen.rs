//! Rows, columns and sheets that a workbook does not show: hidden by somebody, or filtered out. They are read like all
//! others, and told once a sheet.

use super::{Sheet, Table};
use crate::diagnostic::{Finding, Lang, Message, Place, column_letters};
use crate::{kinds, msg};

/// So many runs of rows or columns are named.
const SHOWN: usize = 8;

/// The rows and the columns of a sheet that are not shown, from 0: runs of them, from the first to the last of each.
#[derive(Debug, Clone, Default)]
pub(super) struct Unseen {
    rows: Vec<(usize, usize)>,
    columns: Vec<(usize, usize)>,
}

impl Unseen {
    pub(super) fn rows(&mut self, first: usize, count: usize) {
        add(&mut self.rows, first, count);
    }

    pub(super) fn columns(&mut self, first: usize, count: usize) {
        add(&mut self.columns, first, count);
    }
}

fn add(runs: &mut Vec<(usize, usize)>, first: usize, count: usize) {
    let last = first.saturating_add(count.saturating_sub(1));
    match runs.last_mut().filter(|run| run.1.checked_add(1) == Some(first)) {
        Some(run) => run.1 = last,
        None => runs.push((first, last)),
    }
}

/// Those of some rows or columns that are in such runs, as runs again; both in order.
fn within(runs: &[(usize, usize)], all: impl Iterator<Item = usize>) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for at in all {
        let behind = runs.partition_point(|run| run.0 <= at);
        if behind.checked_sub(1).and_then(|run| runs.get(run)).is_some_and(|run| at <= run.1) {
            add(&mut found, at, 1);
        }
    }
    found
}

impl Table<'_> {
    /// What of the table its workbook does not show.
    pub(super) fn unseen(&self) -> Option<Finding> {
        let Sheet { unseen, hidden, name, .. } = self.sheet;
        let rows = within(&unseen.rows, self.lines.iter().map(super::Line::row));
        let columns = within(&unseen.columns, self.columns.iter().map(|column| column.index));
        let at = |row: Option<&(usize, usize)>, column: Option<&(usize, usize)>| {
            let column = column.map(|run| run.0).or_else(|| self.columns.first().map(|column| column.index));
            self.sheet.place(row.map_or(self.header_top(), |run| run.0), column.unwrap_or(0))
        };
        let rows_said = said(&rows, |row| (row + 1).to_string());
        let columns_said = said(&columns, |column| column_letters(column + 1));
        let what = match (rows.is_empty(), columns.is_empty()) {
            (true, true) if *hidden => msg!("trang tính \"{name}\"", "the sheet \"{name}\""),
            (true, true) => return None,
            (false, true) => msg!("hàng {rows_said}", "rows {rows_said}"),
            (true, false) => msg!("cột {columns_said}", "columns {columns_said}"),
            (false, false) => {
                msg!("hàng {rows_said} và cột {columns_said}", "rows {rows_said} and columns {columns_said}")
            }
        };
        Some(finding(&what, true).at(at(rows.first(), columns.first())).hint(msg!(
            "bỏ ẩn và bỏ lọc để xem lại; hàng, cột không thuộc báo cáo thì xóa khỏi tệp",
            "show them again and look; delete from the file what is no part of the report"
        )))
    }
}

/// Sheets that are hidden and that nothing reads.
pub fn hidden_sheets<'b>(sheets: impl Iterator<Item = &'b Sheet>) -> Option<Finding> {
    let hidden: Vec<&Sheet> = sheets.filter(|sheet| sheet.hidden && sheet.height() > 0).collect();
    let first = hidden.first()?;
    let names = hidden.iter().map(|sheet| format!("\"{}\"", sheet.name)).collect::<Vec<_>>().join(", ");
    let what = msg!("trang tính {names}", "the sheet {names}");
    Some(finding(&what, false).at(Place::file(&first.source)).hint(msg!(
        "nếu cần, nêu tên trang ở \"sheet\"; nếu không, bỏ qua cảnh báo này",
        "where one is needed, name it in \"sheet\"; otherwise pass over this"
    )))
}

fn finding(what: &Message, is_read: bool) -> Finding {
    let (vi, en) = (what.text(Lang::Vi), what.text(Lang::En));
    kinds::data_files::UNSEEN.finding(match is_read {
        true => msg!(
            "{vi} bị ẩn hoặc bị lọc trong tệp, vẫn được đọc",
            "{en}: hidden or filtered out, and read all the same"
        ),
        false => msg!("{vi} bị ẩn trong tệp, không được đọc", "{en}: hidden, and not read"),
    })
}

/// `5–8, 12`.
fn said(runs: &[(usize, usize)], name: impl Fn(usize) -> String) -> String {
    let shown = runs.iter().take(SHOWN).map(|(first, last)| match first == last {
        true => name(*first),
        false => format!("{}–{}", name(*first), name(*last)),
    });
    let more = (runs.len() > SHOWN).then(|| "…".to_owned());
    shown.chain(more).collect::<Vec<_>>().join(", ")
}
