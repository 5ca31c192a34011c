//! The tables of exports, all columns that a mapping asks for read.

use std::collections::{BTreeMap, BTreeSet};

use baocao_core::diagnostic::{Finding, Place, has_errors};
use baocao_core::report::{ColumnKind, FigureValue};
use baocao_core::rows::{Book, Given, Table};
use baocao_core::{kinds, msg};

use super::Mapping;
use super::column::{self, plain};
use super::plan::Plan;
use crate::draft::words;

/// A table of an export, all its columns read.
#[derive(Debug)]
pub(super) struct Loaded<'b, 's> {
    pub(super) table: Table<'b>,
    pub(super) plan: Plan<'s>,
    /// The values of each column that is used, one a line.
    values: BTreeMap<usize, Vec<FigureValue>>,
    /// Whether all columns that are asked for are there.
    pub(super) is_whole: bool,
}

impl<'s> Mapping<'s> {
    /// The tables of the sheets that are meant.
    pub(super) fn load<'b>(&self, books: &'b [Book], findings: &mut Vec<Finding>) -> Vec<Loaded<'b, 's>> {
        let hints = self.hints();
        let mut loaded = Vec::new();
        for book in books {
            for sheet in self.sheets(book, findings) {
                let Some(mut table) = Table::read(sheet, &hints, findings) else { continue };
                let before = findings.len();
                let plan = Plan::new(self, &table, findings);
                let is_whole = !has_errors(&findings[before..]);
                let kinds = plan.kinds();
                let index = |column: usize| table.columns[column].index;
                let numbers: Vec<_> = kinds.iter().map(|(column, kind)| (index(*column), *kind)).collect();
                let columns: Vec<_> = plan.read().into_iter().map(|column| (column, index(column))).collect();
                table.judge(&numbers, &hints, findings);
                let values = columns.into_iter().map(|(column, index)| {
                    let kind = kinds.get(&column).copied().unwrap_or(ColumnKind::Text);
                    (column, table.values(index, kind, &hints, findings))
                });
                let values = values.collect();
                // A column that was not found is one of those that are not used.
                if is_whole {
                    self.tell_spare(&table, &plan.used(), findings);
                }
                let of = Loaded { table, plan, values, is_whole };
                super::identities::check(&of, findings);
                loaded.push(of);
            }
        }
        loaded
    }

    /// Columns that nothing asks for: once a table.
    fn tell_spare(&self, table: &Table<'_>, used: &BTreeSet<usize>, findings: &mut Vec<Finding>) {
        let ignored: Vec<String> = self.file.ignore.iter().map(|name| plain(name)).collect();
        let spare = (0..table.columns.len()).filter(|at| !used.contains(at)).filter(|at| {
            let column = &table.columns[*at];
            let name = column.path.last().map_or("", |name| name);
            !name.is_empty() && !ignored.contains(&plain(name)) && !ignored.contains(&plain(&column::shown(table, *at)))
        });
        let mut spare = spare.map(|at| (column::shown(table, at), table.columns[at].place.clone()));
        let Some((name, place)) = spare.next() else { return };
        let finding = kinds::imports::SPARE_COLUMN
            .finding(msg!("cách chuyển không dùng những cột này", "the mapping does not use these columns"))
            .at(place)
            .found(name)
            .hint(msg!(
                "nếu không cần, ghi tên cột vào \"ignore\" của cách chuyển",
                "if they are not needed, name them in \"ignore\" of the mapping"
            ));
        findings.push(spare.fold(finding, |finding, (name, place)| finding.also(place, name)));
    }
}

impl Loaded<'_, '_> {
    /// The place of a cell.
    pub(super) fn place(&self, found: &column::Found, line: usize) -> Place {
        let place = self.table.sheet.place(self.table.lines[line].row, self.table.columns[found.column].index);
        match place.pointer().filter(|_| !found.below.is_empty()).map(|pointer| format!("{pointer}{}", found.below)) {
            Some(pointer) => place.with_pointer(Some(pointer)),
            None => place,
        }
    }

    /// The value of a cell.
    pub(super) fn value(&self, found: &column::Found, line: usize) -> FigureValue {
        if found.below.is_empty() {
            let values = self.values.get(&found.column);
            return values.and_then(|values| values.get(line)).cloned().unwrap_or(FigureValue::Absent);
        }
        let given = self.table.sheet.cell(self.table.lines[line].row, self.table.columns[found.column].index);
        match column::below(given, &found.below) {
            Given::Blank => FigureValue::Absent,
            Given::Number(value) => FigureValue::Number(value),
            Given::Text(text) | Given::Mistake(text) | Given::Json(text) => FigureValue::of_text(&text),
            Given::Date(date) => FigureValue::Word(date.date().to_string()),
            Given::Bool(value) => FigureValue::Word(value.to_string()),
        }
    }

    /// The value of a cell in words.
    pub(super) fn text(&self, found: &column::Found, line: usize) -> String {
        words(&self.value(found, line))
    }
}
