//! The lines of a file as lines of the table.

use crate::diagnostic::{Finding, Id, Place};
use crate::report::{ColumnKind, FigureValue, RowFile, RowLook, TableCell, check_text};
use crate::rows::{Given, Hints, Role, Table};
use crate::table::Setting;
use crate::table::columns::Leaf;
use crate::table::cover::refused;
use crate::table::given::Origin;
use crate::table::grid::{Cell, Line, LineKind};
use crate::table::value::cell_of;
use crate::{kinds, msg};

/// Makes lines of those of a file. Headings of groups stay, unless the report makes groups of its own; totals stay where
/// the table has none.
pub(super) fn read(
    table: &mut Table<'_>,
    found: &[Option<usize>],
    columns: &[Leaf],
    file: &RowFile,
    setting: &Setting<'_>,
    hints: &Hints,
    findings: &mut Vec<Finding>,
) -> Vec<Line> {
    let sheet = table.sheet;
    let given: Vec<Option<Vec<TableCell>>> = values(table, found, columns, hints, findings);
    let mut lines = Vec::with_capacity(table.lines.len());
    for (at, line) in table.lines.iter().enumerate() {
        let mut cells = Vec::with_capacity(columns.len());
        for (column, (leaf, values)) in columns.iter().zip(&given).enumerate() {
            let value = values.as_ref().map(|values| &values[at]).zip(found[column]);
            let place = |index: usize| sheet.place(line.row, index);
            cells
                .push(value.map_or_else(Cell::default, |(value, index)| {
                    cell(value, leaf, setting, || place(index), findings)
                }));
        }
        let has_numbers =
            columns.iter().zip(&cells).any(|(leaf, cell)| leaf.kind.is_number() && cell.number().is_some());
        let (kind, label, look) = match &line.role {
            Role::Data => (LineKind::Ordinary, None, RowLook::Normal),
            Role::Group(_) | Role::Total if file.group_by.is_some() => {
                findings.extend(left_out(&line.role, sheet.row_place(line.row)));
                continue;
            }
            Role::Group(name) => {
                let kind = if has_numbers { LineKind::Subtotal } else { LineKind::Group };
                // The name stands over the columns, and the sums are computed.
                cells.iter_mut().for_each(|cell| *cell = Cell::default());
                (kind, Some(name.clone()), RowLook::Bold)
            }
            Role::Total => (LineKind::Computed, None, RowLook::Bold),
        };
        let first = sheet.rows[line.row].cells.iter().find_map(Given::words);
        let code =
            label.as_ref().map(|name| first.filter(|first| *first != name.as_str()).unwrap_or_default().to_owned());
        let origin = Origin::File(sheet.row_place(line.row));
        lines.push(Line { kind, label, code, look, cells, id: None, formula: None, origin });
    }
    lines
}

/// A heading of the file where the report makes groups of its own. Totals are told of already.
fn left_out(role: &Role, place: Place) -> Option<Finding> {
    let Role::Group(name) = role else { return None };
    let finding = kinds::data_files::OUTSIDE.finding(msg!(
        "tên nhóm của tệp không được in: bảng tự chia nhóm (\"group_by\")",
        "a heading of the file is not printed: the table makes groups of its own (\"group_by\")"
    ));
    Some(finding.at(place).found(name.as_str()))
}

/// The values of each column that the file has.
fn values(
    table: &mut Table<'_>,
    found: &[Option<usize>],
    columns: &[Leaf],
    hints: &Hints,
    findings: &mut Vec<Finding>,
) -> Vec<Option<Vec<TableCell>>> {
    let with = found.iter().zip(columns).filter_map(|(index, leaf)| Some(((*index)?, leaf)));
    let (own, common): (Vec<_>, Vec<_>) = with.partition(|(_, leaf)| leaf.decimal.is_some());
    for (index, leaf) in own {
        table.judge(&[(index, leaf.kind)], &Hints { decimal: leaf.decimal, ..hints.clone() }, findings);
    }
    let common: Vec<(usize, ColumnKind)> = common.into_iter().map(|(index, leaf)| (index, leaf.kind)).collect();
    table.judge(&common, hints, findings);
    let mut values = |(index, leaf): (&Option<usize>, &Leaf)| Some(table.cells((*index)?, leaf.kind, hints, findings));
    found.iter().zip(columns).map(&mut values).collect()
}

fn cell(
    given: &TableCell,
    leaf: &Leaf,
    setting: &Setting<'_>,
    place: impl Fn() -> Place,
    findings: &mut Vec<Finding>,
) -> Cell {
    // Every value of a CSV is a text; blank ones are left to formulas.
    if given.value == FigureValue::Absent && given.figure.is_none() && leaf.formula.is_some() {
        return Cell::default();
    }
    if let FigureValue::Word(text) = &given.value {
        check_text(text, setting.input.limits(), &place, findings);
    }
    let cell = cell_of(given, leaf, setting, &place, findings);
    findings.extend(refused(&cell).map(|finding| finding.at(place())));
    cell
}

/// What is told of single values: the same of several is one finding.
pub(super) fn gather(findings: &mut Vec<Finding>, from: usize) {
    let of_values: [Id; 4] = [
        kinds::figures::AMBIGUOUS.id,
        kinds::figures::FRACTION.id,
        kinds::figures::NO_NUMBER.id,
        kinds::tables::NOT_A_DATE.id,
    ];
    let mut gathered: Vec<Finding> = Vec::new();
    for finding in findings.drain(from..) {
        let same = |other: &&mut Finding| {
            of_values.contains(&finding.id)
                && other.id == finding.id
                && other.expected == finding.expected
                && other.hint == finding.hint
        };
        match gathered.iter_mut().find(same) {
            Some(first) => first.join(finding),
            None => gathered.push(finding),
        }
    }
    findings.append(&mut gathered);
}
