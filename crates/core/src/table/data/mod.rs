//! Rows from a file beside the report, whatever it was exported as; sorted and grouped.

mod arrange;
mod lines;
mod measures;
mod names;
mod sheets;

pub(super) use sheets::Books;

use super::Setting;
use super::columns::Leaf;
use super::given::{Origin, Place};
use super::grid::{Cell, Grid, Line, LineKind};
use crate::diagnostic::{Finding, has_errors};
use crate::report::{ColumnKind, FreeTable, RowFile, RowLook};
use crate::rows::{self, Hints, Table};
use crate::{kinds, msg};

/// Appends the rows of a file to the grid.
pub(super) fn read(
    definition: &FreeTable,
    columns: &[Leaf],
    place: &Place<'_>,
    setting: &Setting<'_>,
    books: &mut Books,
    grid: &mut Grid,
    findings: &mut Vec<Finding>,
) {
    let Some(file) = &definition.data else { return };
    let before = findings.len();
    let limits = setting.input.limits();
    // A file that could not be read was told of when it was read.
    let Some(book) = books.get(&file.file, setting.files, limits, findings) else { return };
    let hints = hints(file, columns);
    let Some(sheet) = sheets::sheet(book, file, columns, &hints, place, findings) else { return };
    let after_reading = findings.len();
    let Some(mut table) = Table::read(sheet, &hints, findings) else { return };
    let found = match_names(&table, columns, findings);
    measures::check(&table, &found, columns, definition, findings);
    let most = file.limit.map_or(limits.rows, |limit| limit.min(limits.rows));
    if table.lines.len() > most {
        // What is wrong with single rows is told when there are not too many.
        findings.truncate(after_reading);
        findings.push(too_many(&file.file, table.lines.len(), most).at(place.at("/data")));
        return;
    }
    if has_errors(&findings[before..]) {
        return;
    }
    let mut lines = lines::read(&mut table, &found, columns, definition, setting, &hints, findings);
    if let Some(group) = file.group_by.as_deref().and_then(|name| columns.iter().position(|column| column.id == name)) {
        fill_down(group, &mut lines, findings);
    }
    arrange::arrange(file, columns, place, setting, &mut lines, findings);
    grid.lines.append(&mut lines);
}

/// What the report says of its file.
fn hints(file: &RowFile, columns: &[Leaf]) -> Hints {
    let names = columns.iter().filter(|column| column.kind != ColumnKind::Ordinal);
    let names = names.flat_map(|column| {
        let own = [Some(column.id.clone()), Some(column.title.clone()), column.from.as_deref().map(str::to_owned)];
        own.into_iter().flatten()
    });
    let (header_rows, decimal, group_rows) = (file.header_rows, file.decimal, file.group_rows);
    Hints { names: names.collect(), header_rows, decimal, group_rows, ..Hints::default() }
}

/// The columns of the file for each column of the table: one, but objects of JSON may each call it by another of its names.
/// What is missing, not used, or there twice is told.
fn match_names(table: &Table<'_>, columns: &[Leaf], findings: &mut Vec<Finding>) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = vec![Vec::new(); columns.len()];
    let is_twice = |one: &[usize], other: usize| {
        let both =
            |line: &rows::Line| one.iter().any(|one| is_given(table, line, *one)) && is_given(table, line, other);
        !one.is_empty() && (!table.sheet.is_json() || table.lines.iter().any(both))
    };
    let mut spare = Vec::new();
    for column in table.columns.iter().filter(|column| !column.path.is_empty()) {
        match names::column_of(&column.path, columns) {
            Some(at) if is_twice(&found[at], column.index) => {
                findings.push(names::twice(&names::shown(column), &columns[at], column.place.clone()));
            }
            Some(at) => found[at].push(column.index),
            // The table counts its rows itself.
            None if column.path.last().is_some_and(|name| rows::is_ordinal(name)) => {}
            None => spare.push(column),
        }
    }
    let names: Vec<String> = table.columns.iter().filter(|column| !column.path.is_empty()).map(names::shown).collect();
    let missing: Vec<&Leaf> = columns
        .iter()
        .zip(&found)
        .filter(|(column, found)| column.is_given() && found.is_empty())
        .map(|(one, _)| one)
        .collect();
    // A file whose first row is data has no name that anything is near to.
    let proposed: Vec<Option<&str>> = missing.iter().map(|column| names::near(column, &names)).collect();
    if found.iter().all(Vec::is_empty) && missing.len() > 1 && proposed.iter().all(Option::is_none) {
        findings.push(names::no_header(&missing, &names, table.header_place()));
        return found;
    }
    for (column, near) in missing.iter().zip(&proposed) {
        findings.push(names::missing(column, *near, &names, table.header_place()));
    }
    // What a finding proposes is not told of again.
    let spare = spare.into_iter().filter(|column| !proposed.contains(&Some(names::shown(column).as_str())));
    findings.extend(spare.map(|column| names::not_used(&names::shown(column), column.place.clone())));
    found
}

fn is_given(table: &Table<'_>, line: &rows::Line, column: usize) -> bool {
    !table.given(line, column).is_blank()
}

fn too_many(name: &str, count: usize, most: usize) -> Finding {
    kinds::data_files::TOO_MANY_ROWS
        .finding(msg!("tệp \"{name}\" có quá nhiều dòng", "the file \"{name}\" has too many rows"))
        .found(count.to_string())
        .expected(msg!("không quá {most} dòng", "at most {most} rows"))
        .hint(msg!("lọc hoặc tách tệp thành nhiều bảng", "filter the file, or split it into several tables"))
}

/// Blanks in the column that groups are made by belong to the group above, as where cells were merged.
fn fill_down(group: usize, lines: &mut [Line], findings: &mut Vec<Finding>) {
    let mut last = None;
    for line in lines.iter_mut().filter(|line| line.kind == LineKind::Ordinary) {
        let value = line.cells[group].value.clone().filter(|value| !value.text().trim().is_empty());
        match (value, &last) {
            (Some(value), _) => last = Some(value),
            (None, Some(last)) => line.cells[group].value = Some(last.clone()),
            (None, None) => {
                let Origin::File(place) = &line.origin else { continue };
                findings.push(
                    kinds::data_files::NO_GROUP
                        .finding(msg!("dòng không có tên nhóm", "the row has no group"))
                        .at(place.clone())
                        .hint(msg!("điền cột dùng để chia nhóm", "fill in the column that groups are made by")),
                );
                return;
            }
        }
    }
}

/// The line that is printed where a file has no rows, and the report says with what words.
pub(super) fn empty(words: &str, columns: &[Leaf]) -> Line {
    Line {
        kind: LineKind::Group,
        label: Some(words.to_owned()),
        code: None,
        look: RowLook::Italic,
        cells: vec![Cell::default(); columns.len()],
        id: None,
        formula: None,
        origin: Origin::Computed,
    }
}
