//! The tables of exports, all columns that a mapping asks for read.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use baocao_core::diagnostic::{Finding, Lang, Place, has_errors};
use baocao_core::form::Kind;
use baocao_core::report::{ColumnKind, FigureValue, pointer_part};
use baocao_core::rows::{Book, DecimalSign, Given, Json, Table, is_nothing, unsorted};
use baocao_core::{kinds, msg};

use super::Mapping;
use super::column::{self, plain};
use super::leaves;
use super::plan::{Filled, Plan, column_kind};
use crate::draft::words;

/// A table of an export, all its columns judged: its values are read when they are asked for.
#[derive(Debug)]
pub(super) struct Loaded<'b, 's> {
    pub(super) table: Table<'b>,
    pub(super) plan: Plan<'s>,
    /// As what the columns are read of which numbers are wanted.
    kinds: BTreeMap<usize, ColumnKind>,
    /// Where numbers are wanted that stand inside of JSON.
    numbers: Vec<column::Found>,
    /// Whether all columns that are asked for are there.
    pub(super) is_whole: bool,
    /// What stands in the JSON of the cell that was asked for last: mostly much is asked of one.
    json: Mutex<Option<(usize, usize, Option<Json>)>>,
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
                if self.file.unit.sheet || self.file.rows.sheet.as_deref() == Some("*") {
                    findings[before..].iter_mut().for_each(|finding| of_sheet(finding, &sheet.name));
                }
                let kinds = plan.kinds();
                let index = |column: usize| table.columns[column].index;
                let decimals: BTreeMap<usize, DecimalSign> =
                    plan.decimals.iter().map(|(column, sign)| (index(*column), *sign)).collect();
                let numbers: Vec<_> = kinds.iter().map(|(column, kind)| (index(*column), *kind)).collect();
                let columns: Vec<_> = plan.read().into_iter().map(|column| (column, index(column))).collect();
                let (own, common): (Vec<_>, Vec<_>) =
                    numbers.into_iter().partition(|(index, _)| decimals.contains_key(index));
                for (index, _) in own {
                    decimals.get(&index).into_iter().for_each(|sign| table.judge_as(index, *sign));
                }
                table.judge(&common, &hints, findings);
                for (column, index) in columns {
                    table.tell(index, kind_of(&kinds, column), &hints, findings);
                }
                for (target, filled) in &plan.figures {
                    if let (Kind::Code, Filled::Column(found, _)) = (target.row.kind, filled) {
                        findings.extend(table.shared(table.columns[found.column].index, true));
                    }
                }
                // A column that was not found is one of those that are not used.
                if is_whole {
                    self.tell_spare(&table, &plan, findings);
                }
                let numbers = numbers_below(&plan);
                let of = Loaded { table, plan, kinds, numbers, is_whole, json: Mutex::default() };
                super::identities::check(&of, findings);
                loaded.push(of);
            }
        }
        loaded
    }

    /// Columns that nothing asks for, and what stands unused in the JSON of those of which a part is: once a table.
    fn tell_spare(&self, table: &Table<'_>, plan: &Plan<'_>, findings: &mut Vec<Finding>) {
        let used = plan.used();
        let ignored: Vec<String> = self.file.ignore.iter().map(|name| plain(unsorted(name))).collect();
        let spare = (0..table.columns.len()).filter(|at| !used.contains(at)).filter(|at| {
            let column = &table.columns[*at];
            let name = column.path.last().map_or("", |name| name);
            !name.is_empty() && !ignored.contains(&plain(name)) && !ignored.contains(&plain(&column::shown(table, *at)))
        });
        let spare = spare.map(|at| (column::shown(table, at), table.columns[at].place.clone()));
        let parts = used.iter().filter_map(|at| Some((*at, plan.below(*at)?))).flat_map(|(at, below)| {
            let is_used = move |leaf: &str| {
                let holds = |outer: &str, inner: &str| {
                    inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                };
                below.iter().any(|below| holds(below, leaf) || holds(leaf, below))
            };
            let leaves = leaves::of_column(table, at).into_iter().filter(move |(leaf, _)| !is_used(leaf));
            leaves.map(move |(leaf, row)| {
                let place = table.sheet.place(row, table.columns[at].index);
                let pointer = place.pointer().map(|pointer| format!("{pointer}{leaf}"));
                let name = format!("/{}{leaf}", pointer_part(&column::shown(table, at)));
                (name, if pointer.is_some() { place.with_pointer(pointer) } else { place })
            })
        });
        let is_ignored = |name: &str| {
            let last = name.rsplit('/').next().unwrap_or(name);
            ignored.contains(&plain(name)) || ignored.contains(&plain(last))
        };
        let mut spare = spare.chain(parts.filter(|(name, _)| !is_ignored(name)));
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

/// Says of a column that is not there in which of several sheets it is looked for.
fn of_sheet(finding: &mut Finding, sheet: &str) {
    if finding.id == kinds::imports::UNKNOWN_COLUMN.id {
        let (vi, en) = (finding.message.text(Lang::Vi), finding.message.text(Lang::En));
        finding.message = msg!("trang \"{sheet}\": {vi}", "sheet \"{sheet}\": {en}");
        finding.hint = Some(msg!(
            "trang không phải số liệu của đơn vị thì ghi vào cách chuyển: [rows] ignore_sheets = [\"{sheet}\"]",
            "a sheet that holds no rows of units is named in the mapping: [rows] ignore_sheets = [\"{sheet}\"]"
        ));
    }
}

/// What a plan takes for numbers of what stands inside of JSON.
fn numbers_below(plan: &Plan<'_>) -> Vec<column::Found> {
    let figures = plan.figures.iter().filter_map(|(target, filled)| match filled {
        Filled::Column(found, _) if column_kind(target.row.kind).is_number() => Some(found),
        _ => None,
    });
    let cells = plan.tables.iter().flat_map(|(_, cells)| cells).filter_map(|cell| match &cell.filled {
        Filled::Column(found, _) if cell.kind.is_number() => Some(found),
        _ => None,
    });
    let values = plan.indicators.iter().map(|of| &of.value).chain(cells);
    let sums = plan.identities.iter().flat_map(|(total, parts)| std::iter::once(total).chain(parts));
    figures.chain(values).chain(sums).filter(|found| !found.below.is_empty()).cloned().collect()
}

fn kind_of(kinds: &BTreeMap<usize, ColumnKind>, column: usize) -> ColumnKind {
    kinds.get(&column).copied().unwrap_or(ColumnKind::Text)
}

impl Loaded<'_, '_> {
    /// The place of a cell.
    pub(super) fn place(&self, found: &column::Found, line: usize) -> Place {
        let place = self.table.sheet.place(self.table.lines[line].row(), self.table.columns[found.column].index);
        match place.pointer().filter(|_| !found.below.is_empty()).map(|pointer| format!("{pointer}{}", found.below)) {
            Some(pointer) => place.with_pointer(Some(pointer)),
            None => place,
        }
    }

    /// The value of a cell.
    pub(super) fn value(&self, found: &column::Found, line: usize) -> FigureValue {
        let (line, index) = (&self.table.lines[line], self.table.columns[found.column].index);
        if found.below.is_empty() {
            return self.table.value(line, index, kind_of(&self.kinds, found.column));
        }
        let mut last = self.json.lock().unwrap_or_else(PoisonError::into_inner);
        let json = match last.take() {
            Some(json) if (json.0, json.1) == (line.row(), index) => json,
            _ => (line.row(), index, column::json(&self.table.sheet.cell(line.row(), index))),
        };
        match column::below(last.insert(json).2.as_ref(), &found.below) {
            Given::Blank => FigureValue::Absent,
            Given::Number(value) => FigureValue::Number(value),
            Given::Text(text) if self.numbers.contains(found) => {
                self.table.number(&text, self.plan.decimals.get(&found.column).copied())
            }
            Given::Text(text) if is_nothing(&text) => FigureValue::Absent,
            Given::Text(text) | Given::Mistake(text) | Given::Json(text) => FigureValue::of_text(&text),
            Given::Date(date) => FigureValue::Word(date.date().to_string()),
            Given::Bool(value) => FigureValue::Word(value.to_string()),
        }
    }

    /// The text of a cell that says itself that it is a percentage: `97%`.
    pub(super) fn signed(&self, found: &column::Found, line: usize) -> Option<String> {
        let given = self.table.sheet.cell(self.table.lines[line].row(), self.table.columns[found.column].index);
        let text = |given: &Given| match given {
            Given::Text(text) if text.trim_end().ends_with('%') => Some(text.trim().to_owned()),
            _ => None,
        };
        if found.below.is_empty() {
            text(&given)
        } else {
            text(&column::below(column::json(&given).as_ref(), &found.below))
        }
    }

    /// The value of a cell in words.
    pub(super) fn text(&self, found: &column::Found, line: usize) -> String {
        words(&self.value(found, line))
    }
}
