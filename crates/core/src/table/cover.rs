//! Cells that cover others.

use super::columns::Leaf;
use super::given::{Place, given_index};
use super::grid::{Cell, Line};
use crate::diagnostic::Finding;
use crate::form::Value;
use crate::{kinds, msg};

/// Marks the cells that others cover. Spans must stay inside the table, and nothing may stand under them.
pub(super) fn cover(lines: &mut [Line], columns: &[Leaf], place: &Place<'_>, findings: &mut Vec<Finding>) {
    for row in 0..lines.len() {
        for column in 0..columns.len() {
            let cell = &lines[row].cells[column];
            if cell.rows <= 1 && cell.columns <= 1 {
                continue;
            }
            match under(lines, columns, row, column) {
                Ok(under) => {
                    for (below, beside) in under {
                        lines[below].cells[beside].covered = true;
                    }
                }
                Err(finding) => {
                    let here = lines[row].origin.cell(place, given_index(columns, column), &columns[column].id);
                    findings.push(finding.at(here).found(size(cell)));
                }
            }
        }
    }
}

/// What a cell covers, in the words of the report.
fn size(cell: &Cell) -> String {
    format!("rows: {}, columns: {}", cell.rows, cell.columns)
}

/// The places under a cell, or why it may not cover them.
fn under(lines: &[Line], columns: &[Leaf], row: usize, column: usize) -> Result<Vec<(usize, usize)>, Finding> {
    let cell = &lines[row].cells[column];
    let (rows_left, columns_left) = (lines.len() - row, columns.len() - column);
    if cell.covered {
        return Err(kinds::tables::SPAN_OVERLAPS
            .finding(msg!("ô gộp này bị ô gộp khác che", "another cell spans over this one"))
            .hint(msg!("ô bị che ghi null", "covered cells are null")));
    }
    if cell.rows > rows_left || cell.columns > columns_left {
        return Err(kinds::tables::SPAN_TOO_FAR
            .finding(msg!("ô gộp vượt ra ngoài bảng", "a cell spans past the table"))
            .expected(msg!(
                "không quá {rows_left} dòng, {columns_left} cột",
                "at most {rows_left} rows, {columns_left} columns"
            )));
    }
    let group = (row..row + cell.rows).find(|at| lines[*at].label.is_some()).filter(|_| cell.rows > 1);
    if let Some(group) = group {
        let line = group + 1;
        return Err(kinds::tables::SPAN_OVER_GROUP
            .finding(msg!("ô gộp đi qua dòng tên nhóm", "a cell spans over the heading of a group"))
            .hint(msg!(
                "dừng ô gộp trước dòng {line}, ghi lại nội dung sau dòng ấy",
                "end the cell before row {line}, and say it again after that row"
            )));
    }
    let under: Vec<(usize, usize)> = (row..row + cell.rows)
        .flat_map(|below| (column..column + cell.columns).map(move |beside| (below, beside)))
        .filter(|at| *at != (row, column))
        .collect();
    let taken = under.iter().find(|(below, beside)| {
        let cell = &lines[*below].cells[*beside];
        cell.covered || cell.value.as_ref().is_some_and(|value| *value != Value::Absent)
    });
    match taken {
        None => Ok(under),
        Some((below, beside)) => {
            let (line, title) = (below + 1, &columns[*beside].title);
            Err(kinds::tables::SPAN_OVERLAPS
                .finding(msg!("ô gộp che lên ô có nội dung", "a cell spans over another"))
                .expected(msg!(
                    "ô trống ở dòng {line}, cột \"{title}\"",
                    "a blank cell in row {line}, column \"{title}\""
                )))
        }
    }
}

/// Only rows of the report may have cells that cover others: rows of a file are sorted and grouped, totals stand alone.
pub(super) fn refused(cell: &Cell) -> Option<Finding> {
    (cell.rows > 1 || cell.columns > 1).then(|| {
        kinds::tables::SPAN_REFUSED
            .finding(msg!(
                "dòng tổng và dòng lấy từ tệp không có ô gộp",
                "totals and rows of a file have no cells that cover others"
            ))
            .found(size(cell))
    })
}
