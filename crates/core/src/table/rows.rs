//! The rows that a report gives, cell by cell.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Setting;
use super::columns::Leaf;
use super::cover::cover;
use super::formula::{Columns, Named, in_order};
use super::given::{Origin, Place, given_index};
use super::grid::{Cell, Grid, Line, LineKind};
use super::value::cell_of;
use crate::diagnostic::Finding;
use crate::form::Value;
use crate::report::{ColumnKind, FreeTable, RowLook, TableCell, TableRow};
use crate::{kinds, msg};

/// Reads the rows of a table.
pub(super) fn read(
    table: &FreeTable,
    columns: &[Leaf],
    place: &Place<'_>,
    setting: &Setting<'_>,
    findings: &mut Vec<Finding>,
) -> Grid {
    let grouping = table.data.as_ref().and_then(|data| data.group_by.as_deref());
    let grouping = columns.iter().position(|column| Some(column.id.as_str()) == grouping);
    let mut reader = Reader { columns, grouping, place, setting, findings };
    let mut lines: Vec<Line> = table.rows.iter().enumerate().map(|(index, row)| reader.line(index, row)).collect();
    resolve(&table.rows, &mut lines, place, findings);
    cover(&mut lines, columns, place, findings);
    Grid { lines }
}

struct Reader<'a, 'f> {
    columns: &'a [Leaf],
    /// The column that is printed as the headings of groups only.
    grouping: Option<usize>,
    place: &'a Place<'a>,
    setting: &'a Setting<'a>,
    findings: &'f mut Vec<Finding>,
}

impl Reader<'_, '_> {
    fn line(&mut self, index: usize, row: &TableRow) -> Line {
        let below = if row.list.is_some() && row.is_list() { "" } else { "/cells" };
        let origin = Origin::Report { index, cells: below, list: row.list.is_some() };
        let mut cells = vec![Cell::default(); self.columns.len()];
        if let Some(list) = &row.list {
            self.list(list, row, &origin, &mut cells);
        }
        for (name, cell) in &row.cells {
            let Some(at) = self.columns.iter().position(|column| column.id == *name) else {
                let here = origin.key(self.place, name);
                self.findings.push(self.place.unknown_column(name, self.columns, here));
                continue;
            };
            let column = wanted(&self.columns[at], row);
            let at_place = || origin.cell(self.place, 0, name);
            cells[at] = cell_of(cell, &column, self.setting, at_place, self.findings);
        }
        self.check_unprinted(row, &origin, &cells);
        let computed = row.sum.is_some() || row.difference.is_some() || row.ratio.is_some();
        let kind = match row {
            _ if row.group.is_some() => LineKind::Group,
            _ if computed => LineKind::Computed,
            _ if row.with_above => LineKind::Part,
            _ => LineKind::Ordinary,
        };
        Line {
            kind,
            label: row.group.as_ref().map(ToString::to_string),
            code: row.code.as_ref().map(ToString::to_string),
            look: if kind == LineKind::Group && row.look == RowLook::Normal { RowLook::Bold } else { row.look },
            cells,
            id: row.id.clone(),
            formula: None,
            origin,
        }
    }

    /// A list holds a cell for every column that rows give, neither more nor fewer.
    fn list(&mut self, list: &[TableCell], row: &TableRow, origin: &Origin, cells: &mut [Cell]) {
        let given: Vec<usize> = (0..self.columns.len()).filter(|at| self.columns[*at].is_given()).collect();
        if list.len() != given.len() {
            let (count, wanted) = (list.len(), given.len());
            let names: Vec<&str> = given.iter().map(|at| self.columns[*at].id.as_str()).collect();
            let names = names.join(", ");
            self.findings.push(
                kinds::tables::RAGGED_ROW
                    .finding(msg!(
                        "dòng có {count} ô, bảng cần {wanted}",
                        "the row has {count} cells, the table needs {wanted}"
                    ))
                    .at(origin.line(self.place))
                    .expected(msg!("mỗi cột một ô: {names}", "a cell for each column: {names}"))
                    .hint(msg!(
                        "ô trống, ô bị ô khác che ghi null; không ghi ô của cột STT và cột do chương trình tính",
                        "blank and covered cells are null; leave out row numbers and columns that are computed"
                    )),
            );
            return;
        }
        for (index, (cell, at)) in list.iter().zip(given).enumerate() {
            let column = wanted(&self.columns[at], row);
            let at_place = || origin.cell(self.place, index, &column.id);
            cells[at] = cell_of(cell, &column, self.setting, at_place, self.findings);
        }
    }

    /// What stands under the name of a group, or in the column that groups are made by, would be lost.
    fn check_unprinted(&mut self, row: &TableRow, origin: &Origin, cells: &[Cell]) {
        let printed = |at: &usize| Some(*at) != self.grouping;
        let named = (0..self.columns.len()).filter(printed).find(|at| self.columns[*at].kind != ColumnKind::Ordinal);
        let under_name = named.filter(|_| row.group.is_some());
        for (at, message) in [
            (under_name, msg!("ô này bị tên nhóm che", "the name of the group stands over this cell")),
            (
                self.grouping,
                msg!("cột dùng để nhóm không in ô này", "a column that groups are made by prints no cells"),
            ),
        ] {
            let Some(at) = at else { continue };
            let cell = &cells[at];
            if cell.value.as_ref().is_some_and(|value| *value != Value::Absent) || cell.rows > 1 || cell.columns > 1 {
                let here = origin.cell(self.place, given_index(self.columns, at), &self.columns[at].id);
                self.findings.push(
                    kinds::tables::CELL_NOT_PRINTED
                        .finding(message)
                        .at(here)
                        .hint(msg!("để trống ô này (null)", "leave the cell blank (null)")),
                );
            }
        }
    }
}

/// What a cell of a row must be: a ratio of counts is no count.
fn wanted<'c>(column: &'c Leaf, row: &TableRow) -> Cow<'c, Leaf> {
    match column.kind {
        ColumnKind::Count if row.ratio.is_some() => Cow::Owned(Leaf { kind: ColumnKind::Number, ..column.clone() }),
        _ => Cow::Borrowed(column),
    }
}

/// The formulas of rows over rows.
fn resolve(rows: &[TableRow], lines: &mut [Line], place: &Place<'_>, findings: &mut Vec<Finding>) {
    let mut names = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        if let Some(name) = row.id.as_deref()
            && names.insert(name, index).is_some()
        {
            findings.push(
                kinds::tables::ROW_TWICE
                    .finding(msg!("dòng \"{name}\" có hai lần", "the row \"{name}\" is there twice"))
                    .at(place.at(&format!("/rows/{index}/id")))
                    .hint(msg!("đặt cho một trong hai dòng mã khác", "give one of the two rows another id")),
            );
        }
    }
    let known: Vec<&str> = names.keys().copied().collect();
    for (index, row) in rows.iter().enumerate() {
        let named = Named { sum: &row.sum, difference: &row.difference, ratio: &row.ratio };
        named.tell_two(place.at(&format!("/rows/{index}")), findings);
        for (below, name) in named.names().into_iter().filter(|(_, name)| !names.contains_key(name)) {
            findings.push(
                kinds::tables::WRONG_FORMULA
                    .finding(msg!(
                        "công thức dùng dòng không có: \"{name}\"",
                        "the formula names an unknown row: \"{name}\""
                    ))
                    .at(place.at(&format!("/rows/{index}/{below}")))
                    .one_of(name, &known),
            );
        }
        lines[index].formula = named.resolve(|name| names.get(name).copied());
    }
    let circle = in_order(lines.len(), |at| lines[at].formula.as_ref().map(Columns::parts).unwrap_or_default()).err();
    if let Some(circle) = circle {
        let names: Vec<&str> = circle.iter().filter_map(|at| lines[*at].id.as_deref()).collect();
        findings.push(
            kinds::tables::CIRCLE
                .finding(msg!("công thức của các dòng quay vòng", "the formulas of rows lead round in a circle"))
                .at(circle.first().map(|first| place.at(&format!("/rows/{first}"))))
                .found(names.join(" → "))
                .hint(msg!("bỏ công thức của một trong các dòng này", "take the formula from one of these rows")),
        );
        for line in lines.iter_mut() {
            line.formula = None;
        }
    }
}
