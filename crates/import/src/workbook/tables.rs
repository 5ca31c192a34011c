//! What the sheets of free tables are known by.

use baocao_core::report::TableColumn;

/// Before the id of the table, in the hidden row above its header.
pub(super) const KEY: &str = "baocao.table:";

/// The columns of a table that hold values, with the titles above each from top to bottom.
pub(crate) fn leaves(columns: &[TableColumn]) -> Vec<(Vec<&str>, &TableColumn)> {
    let mut leaves = Vec::new();
    for column in columns {
        if column.columns.is_empty() {
            leaves.push((vec![column.title.as_str()], column));
            continue;
        }
        for (mut path, leaf) in self::leaves(&column.columns) {
            path.insert(0, column.title.as_str());
            leaves.push((path, leaf));
        }
    }
    leaves
}

/// Whether the program computes or counts a column: a report gives nothing for it.
pub(super) fn is_computed(column: &TableColumn) -> bool {
    use baocao_core::report::ColumnKind::Ordinal;
    column.kind == Ordinal || column.sum.is_some() || column.difference.is_some() || column.ratio.is_some()
}
