//! Tables of two reports, row by row.

use std::collections::{BTreeMap, BTreeSet};

use baocao_core::document::Style;
use baocao_core::form::Value;
use baocao_core::markdown::plain_label;
use baocao_core::report::{FreeTable, Orientation, TableColumn};
use baocao_core::table::{self, Filled, Line, Setting};
use schemars::JsonSchema;
use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Read;

/// A table that changed.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TableChange {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// The titles of its columns, of the report after where both have the table.
    pub columns: Vec<String>,
    /// Whether it has other columns than before: then its rows are not compared.
    pub other_columns: bool,
    /// The rows that changed.
    pub rows: Vec<RowChange>,
    /// How many rows are the same.
    pub same_rows: usize,
}

/// A row that changed.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum RowChange {
    /// Only the table before has it.
    Removed {
        /// Its cells.
        cells: Vec<String>,
    },
    /// Only the table after has it.
    Added {
        /// Its cells.
        cells: Vec<String>,
    },
    /// Some of its cells changed.
    Changed {
        /// Its name: the first of its cells that is one.
        row: String,
        /// The cells that changed.
        cells: Vec<CellChange>,
    },
}

/// A cell that changed.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CellChange {
    /// The title of its column.
    pub column: String,
    /// What it was.
    pub before: String,
    /// What it is.
    pub after: String,
}

/// The tables that changed, by their ids.
pub(super) fn compare(before: &Read, after: &Read) -> Vec<TableChange> {
    let (before, after) = (tables(before), tables(after));
    let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    ids.into_iter().filter_map(|id| change(id, before.get(id), after.get(id))).collect()
}

/// A table as it is printed.
struct Table {
    title: Option<String>,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// The tables of a report. What is wrong with one is told by a check of the report; it is not compared.
fn tables(read: &Read) -> BTreeMap<String, Table> {
    let form = &read.script.set().form;
    let definitions = table::merged(&form.tables, &read.report.tables);
    let style = Style::of(read.report.style.as_ref());
    let setting = Setting {
        input: &read.input,
        files: &read.files,
        figures: &read.figures,
        previous: None,
        decimals: form.decimals,
        zero: form.zero_denominator,
        rooms: [Orientation::Portrait, Orientation::Landscape].map(|way| style.room(way)),
    };
    let filled = table::tables(&definitions, &setting, &mut Vec::new());
    let shown = |(id, filled): (String, Filled)| {
        let definition = definitions.get(&id)?;
        Some((id, shown(definition, filled)))
    };
    filled.into_iter().filter_map(shown).collect()
}

fn shown(definition: &FreeTable, filled: Filled) -> Table {
    let mut columns = Vec::new();
    titles(&definition.columns, "", &mut columns);
    let rows = filled.grid.lines.iter().map(row).collect();
    Table { title: filled.title, columns, rows }
}

/// The titles of columns, each after those of the headings over it.
fn titles(columns: &[TableColumn], above: &str, out: &mut Vec<String>) {
    for column in columns {
        let title = plain_label(&column.title).replace('\n', " ");
        let title = if above.is_empty() { title } else { format!("{above} / {title}") };
        if column.columns.is_empty() {
            out.push(title);
        } else {
            titles(&column.columns, &title, out);
        }
    }
}

/// The cells of a line; the heading of a group, or the label of totals, in the last cell before its values.
fn row(line: &Line) -> Vec<String> {
    let cells = line.cells.iter().map(|cell| cell.value.as_ref().map_or("", Value::text).replace('\n', " "));
    let mut cells: Vec<String> = cells.collect();
    if let Some(label) = &line.label {
        let values = cells.iter().position(|cell| !cell.is_empty()).unwrap_or(cells.len());
        if let Some(cell) = cells.get_mut(values.saturating_sub(1)) {
            cell.clone_from(label);
        }
    }
    cells
}

fn change(id: &str, before: Option<&Table>, after: Option<&Table>) -> Option<TableChange> {
    let known = after.or(before)?;
    let both = before.zip(after);
    let other_columns = both.is_some_and(|(before, after)| before.columns != after.columns);
    let none = Vec::new();
    let (old, new) = (before.map_or(&none, |table| &table.rows), after.map_or(&none, |table| &table.rows));
    let (rows, same_rows) = if other_columns { (Vec::new(), 0) } else { rows(old, new, &known.columns) };
    let title = |table: Option<&Table>| table.and_then(|table| table.title.clone());
    let retitled = both.is_some() && title(before) != title(after);
    (other_columns || retitled || both.is_none() || !rows.is_empty()).then(|| TableChange {
        id: id.to_owned(),
        title: known.title.clone(),
        columns: known.columns.clone(),
        other_columns,
        rows,
        same_rows,
    })
}

fn rows(before: &[Vec<String>], after: &[Vec<String>], columns: &[String]) -> (Vec<RowChange>, usize) {
    let (mut rows, mut same) = (Vec::new(), 0);
    for op in capture_diff_slices(Algorithm::Myers, before, after) {
        let (old, new) = (&before[op.old_range()], &after[op.new_range()]);
        if let DiffOp::Equal { len, .. } = op {
            same += len;
            continue;
        }
        // Rows of one name are one row whose cells changed.
        let mut left: Vec<&Vec<String>> = old.iter().collect();
        let mut later = Vec::new();
        for row in new {
            let twin = name(row).and_then(|name| left.iter().position(|other| self::name(other) == Some(name)));
            later.push(match twin.map(|at| left.remove(at)) {
                Some(twin) => cells(twin, row, columns),
                None => RowChange::Added { cells: row.clone() },
            });
        }
        rows.extend(left.into_iter().map(|row| RowChange::Removed { cells: row.clone() }));
        rows.extend(later);
    }
    (rows, same)
}

/// The first cell that is a name.
fn name(row: &[String]) -> Option<&str> {
    row.iter().map(String::as_str).find(|cell| cell.chars().any(char::is_alphabetic))
}

fn cells(before: &[String], after: &[String], columns: &[String]) -> RowChange {
    let pairs = before.iter().zip(after).zip(columns);
    let changed = pairs.filter(|((before, after), _)| before != after).map(|((before, after), column)| CellChange {
        column: column.clone(),
        before: before.clone(),
        after: after.clone(),
    });
    RowChange::Changed { row: name(after).unwrap_or_default().to_owned(), cells: changed.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: &[[&str; 2]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect()
    }

    #[test]
    fn rows_of_one_name_are_one() {
        let (before, after) = (of(&[["A", "1"], ["B", "2"], ["C", "3"]]), of(&[["A", "1"], ["C", "4"], ["D", "5"]]));
        let columns = ["Tên".to_owned(), "Số".to_owned()];
        let (rows, same) = rows(&before, &after, &columns);
        let cell = CellChange { column: "Số".into(), before: "3".into(), after: "4".into() };
        let wanted = [
            RowChange::Removed { cells: vec!["B".into(), "2".into()] },
            RowChange::Changed { row: "C".into(), cells: vec![cell] },
            RowChange::Added { cells: vec!["D".into(), "5".into()] },
        ];
        assert_eq!((rows.as_slice(), same), (&wanted[..], 1));
    }
}
