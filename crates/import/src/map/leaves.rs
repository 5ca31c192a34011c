//! What the JSON in the cells of a column holds: whether any row has what a pointer names, and what nothing uses.

use std::collections::BTreeMap;

use baocao_core::diagnostic::{Finding, nearest};
use baocao_core::report::pointer_part;
use baocao_core::rows::{Json, Role, Table};
use baocao_core::{kinds, msg};

use super::column::{self, Found, plain};

/// So many leaves of a column are known by name.
const MOST: usize = 10_000;

/// Whether a row has what a pointer names, be it null; so too where no row has JSON.
pub(super) fn has(table: &Table<'_>, found: &Found) -> bool {
    let mut values = values(table, found.column).map(|(_, value)| value).peekable();
    found.below.is_empty() || values.peek().is_none() || values.any(|value| value.pointer(&found.below).is_some())
}

/// The pointers to all leaves below a column, and the first row that has each. Lists are leaves: their entries have no names.
pub(super) fn of_column(table: &Table<'_>, column: usize) -> BTreeMap<String, usize> {
    let mut leaves = BTreeMap::new();
    for (row, value) in values(table, column) {
        add(&value, String::new(), row, &mut leaves);
    }
    leaves
}

/// A pointer that no row has.
pub(super) fn unknown(written: &str, table: &Table<'_>, column: usize) -> Finding {
    let top = format!("/{}", pointer_part(&column::shown(table, column)));
    let names: Vec<String> = of_column(table, column).keys().map(|leaf| format!("{top}{leaf}")).collect();
    let finding = kinds::imports::UNKNOWN_COLUMN
        .finding(msg!("không dòng nào có \"{written}\"", "no row has \"{written}\""))
        .found(names.join("; "));
    let same = names.iter().map(String::as_str).find(|name| plain(name) == plain(written));
    match same.or_else(|| nearest(written, names.iter().map(String::as_str))) {
        Some(near) => finding.meant(written, near),
        None => finding,
    }
}

fn values(table: &Table<'_>, column: usize) -> impl Iterator<Item = (usize, Json)> {
    let index = table.columns[column].index;
    let rows = table.lines.iter().filter(|line| line.role == Role::Data).map(|line| line.row());
    rows.filter_map(move |row| Some((row, column::json(&table.sheet.cell(row, index))?)))
}

/// JSON is nested as deep as its reader allows.
fn add(value: &Json, pointer: String, row: usize, leaves: &mut BTreeMap<String, usize>) {
    if value.is_object {
        for (name, value) in &value.parts {
            add(value, format!("{pointer}/{}", pointer_part(name)), row, leaves);
        }
    } else if leaves.len() < MOST && !leaves.contains_key(&pointer) {
        leaves.insert(pointer, row);
    }
}
