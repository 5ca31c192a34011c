//! A report's table laid over the template set's.

use std::collections::BTreeMap;

use crate::report::FreeTable;

/// The tables of a template set with what the report says of them, and the report's own. A table of the set that the
/// report brings no rows for is not among them: there is nothing to print.
pub fn merged(set: &BTreeMap<String, FreeTable>, report: &BTreeMap<String, FreeTable>) -> BTreeMap<String, FreeTable> {
    let mut tables = report.clone();
    for (id, base) in set {
        match tables.get_mut(id) {
            Some(table) => lay_over(table, base),
            None if !base.rows.is_empty() || base.data.is_some() => {
                tables.insert(id.clone(), base.clone());
            }
            None => {}
        }
    }
    tables
}

/// Takes from `base` what `table` does not say.
fn lay_over(table: &mut FreeTable, base: &FreeTable) {
    let base = base.clone();
    table.title = table.title.take().or(base.title);
    table.unit = table.unit.take().or(base.unit);
    if table.columns.is_empty() {
        table.columns = base.columns;
        table.column_index |= base.column_index;
    }
    if table.rows.is_empty() && table.data.is_none() {
        table.rows = base.rows;
        table.data = base.data;
    }
    table.when_empty = table.when_empty.or(base.when_empty);
    table.total = table.total.take().or(base.total);
    if table.notes.is_empty() {
        table.notes = base.notes;
    }
    table.orientation = table.orientation.or(base.orientation);
}
