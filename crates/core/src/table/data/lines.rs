//! The lines of a file as lines of the table.

use crate::diagnostic::{Finding, Place};
use crate::report::{ColumnKind, FigureValue, FreeTable, OLDEST, RowLook, TableCell, check_text, strange_year};
use crate::rows::{Hints, Role, Table};
use crate::table::Setting;
use crate::table::columns::Leaf;
use crate::table::cover::refused;
use crate::table::given::Origin;
use crate::table::grid::{Cell, Line, LineKind};
use crate::table::value::cell_of;
use crate::{kinds, msg};

/// Makes lines of those of a file. Headings of groups and subtotals stay, unless the report makes groups of its own; the
/// total stays where the table has none.
pub(super) fn read(
    table: &mut Table<'_>,
    found: &[Vec<usize>],
    columns: &[Leaf],
    definition: &FreeTable,
    setting: &Setting<'_>,
    hints: &Hints,
    findings: &mut Vec<Finding>,
) -> Vec<Line> {
    let sheet = table.sheet;
    let groups_itself = definition.data.as_ref().is_some_and(|data| data.group_by.is_some());
    let totals = definition.total.as_ref().map(|_| totals(table)).unwrap_or_default();
    let given: Vec<Vec<Value>> = values(table, found, columns, hints, findings);
    let mut lines = Vec::with_capacity(table.lines.len());
    for (at, line) in table.lines.iter().enumerate() {
        let mut cells = Vec::with_capacity(columns.len());
        for (leaf, values) in columns.iter().zip(&given) {
            let value = values.get(at);
            cells.push(value.map_or_else(Cell::default, |(column, value)| {
                cell(value, leaf, sheet.is_json(), setting, || sheet.place(line.row(), *column), findings)
            }));
        }
        let has_numbers =
            columns.iter().zip(&cells).any(|(leaf, cell)| leaf.kind.is_number() && cell.number().is_some());
        let heading = table.heading(line);
        let row = || sheet.row_place(line.row());
        heading.into_iter().for_each(|name| check_text(name, setting.input.limits(), |_| row(), findings));
        let (kind, label, look) = match line.role {
            Role::Data => (LineKind::Ordinary, None, RowLook::Normal),
            Role::Group | Role::Total if groups_itself => {
                findings.extend(heading.map(|name| left_out(name, sheet.row_place(line.row()))));
                continue;
            }
            Role::Group => {
                let kind = if has_numbers { LineKind::Subtotal } else { LineKind::Group };
                // The name stands over the columns, and the sums are computed.
                cells.iter_mut().for_each(|cell| *cell = Cell::default());
                (kind, heading.map(str::to_owned), RowLook::Bold)
            }
            Role::Total if totals.contains(&at) => continue,
            Role::Total => (LineKind::Computed, None, RowLook::Bold),
        };
        let code = label.as_ref().map(|name| {
            let first = (0..sheet.width()).find_map(|column| sheet.words(line.row(), column));
            first.filter(|first| first != name).unwrap_or_default().into_owned()
        });
        let origin = Origin::File(sheet.row_place(line.row()));
        lines.push(Line { kind, label, code, look, cells, id: None, formula: None, origin });
    }
    lines
}

/// The lines that are totals of the whole file: the first one and the last one, where no group can be meant.
fn totals(table: &Table<'_>) -> Vec<usize> {
    let is_total = |at: usize| table.lines.get(at).is_some_and(|line| line.role == Role::Total);
    let end = table.lines.len();
    let inside = (1..end.saturating_sub(1)).any(is_total);
    let mut totals: Vec<usize> = Vec::new();
    totals.extend(Some(0).filter(|at| is_total(*at)));
    // After subtotals the last one is that of a group, unless that of the group stands before it.
    totals.extend(end.checked_sub(1).filter(|at| is_total(*at) && (!inside || is_total(at.wrapping_sub(1)))));
    totals
}

/// A heading of the file where the report makes groups of its own. Totals are told of already.
fn left_out(name: &str, place: Place) -> Finding {
    let finding = kinds::data_files::OUTSIDE.finding(msg!(
        "tên nhóm của tệp không được in: bảng tự chia nhóm (\"group_by\")",
        "a heading of the file is not printed: the table makes groups of its own (\"group_by\")"
    ));
    finding.at(place).found(name)
}

/// A value, and the column of the file that it stands in.
type Value = (usize, TableCell);

/// The values of each column, one a line; none where the file does not have it.
fn values(
    table: &mut Table<'_>,
    found: &[Vec<usize>],
    columns: &[Leaf],
    hints: &Hints,
    findings: &mut Vec<Finding>,
) -> Vec<Vec<Value>> {
    let with = found.iter().zip(columns).flat_map(|(indexes, leaf)| indexes.iter().map(move |index| (*index, leaf)));
    let (own, common): (Vec<_>, Vec<_>) = with.partition(|(_, leaf)| leaf.decimal.is_some());
    for (index, leaf) in own {
        leaf.decimal.into_iter().for_each(|sign| table.judge_as(index, sign));
    }
    let common: Vec<(usize, ColumnKind)> = common.into_iter().map(|(index, leaf)| (index, leaf.kind)).collect();
    table.judge(&common, hints, findings);
    let mut all = Vec::with_capacity(columns.len());
    for (indexes, leaf) in found.iter().zip(columns) {
        let mut values: Vec<Value> = Vec::new();
        for index in indexes {
            let cells = table.cells(*index, leaf.kind, hints, findings).into_iter().map(|cell| (*index, cell));
            if values.is_empty() {
                values = cells.collect();
                continue;
            }
            // Of several columns the one that the line fills.
            for ((value, cell), line) in values.iter_mut().zip(cells).zip(&table.lines) {
                if !table.given(line, *index).is_blank() {
                    *value = cell;
                }
            }
        }
        all.push(values);
    }
    all
}

fn cell(
    given: &TableCell,
    leaf: &Leaf,
    counted: bool,
    setting: &Setting<'_>,
    place: impl Fn() -> Place,
    findings: &mut Vec<Finding>,
) -> Cell {
    // Every value of a CSV is a text; blank ones are left to formulas. An object without the number of its row is counted.
    let is_left = leaf.formula.is_some() || (leaf.kind == ColumnKind::Ordinal && counted);
    if given.value == FigureValue::Absent && given.figure.is_none() && is_left {
        return Cell::default();
    }
    if let FigureValue::Word(text) = &given.value {
        check_text(text, setting.input.limits(), |_| place(), findings);
        findings.extend(strange_year(text, OLDEST).map(|finding| finding.at(place())));
    }
    let before = findings.len();
    let cell = cell_of(given, leaf, setting, &place, findings);
    for finding in findings[before..].iter_mut().filter(|finding| finding.id == kinds::figures::AMBIGUOUS.id) {
        finding.hint.get_or_insert_with(|| {
            msg!(
                "nếu cột viết phần thập phân sau dấu chấm, khai \"decimal\": \".\"",
                "if the column writes decimals behind a dot, say \"decimal\": \".\""
            )
        });
    }
    // A file of rows has no objects: what a report would write into its JSON does not help here.
    for finding in findings[before..].iter_mut().filter(|finding| finding.id == kinds::figures::NO_NUMBER.id) {
        finding.hint = Some(msg!(
            "sửa ô thành số, để trống ô, hoặc dùng \"kind\": \"text\" cho cột nếu cột ghi chữ",
            "make it a number, leave the cell blank, or say \"kind\": \"text\" where the column has words"
        ));
    }
    findings.extend(refused(&cell).map(|finding| finding.at(place())));
    cell
}
