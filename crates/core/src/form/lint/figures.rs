//! Indicators that tables and charts of the set print.

use super::place::Places;
use crate::diagnostic::Finding;
use crate::form::FormFile;
use crate::report::{TableCell, pointer_part};
use crate::{kinds, msg};

pub(super) fn check(file: &FormFile, places: &Places<'_>, findings: &mut Vec<Finding>) {
    let known: Vec<&str> = file.indicators().map(|(id, _)| id).collect();
    let mut tell = |pointer: String, cell: &TableCell| {
        let Some(id) = cell.figure.as_deref().filter(|id| !known.contains(id)) else { return };
        findings.push(
            kinds::templates::UNKNOWN_INDICATOR
                .finding(msg!("không có chỉ tiêu \"{id}\"", "there is no indicator \"{id}\""))
                .at(places.at(&pointer))
                .one_of(id, &known),
        );
    };
    for (id, table) in &file.tables {
        let base = format!("/tables/{}", pointer_part(id));
        for (index, row) in table.rows.iter().enumerate() {
            let list = row.list.iter().flatten().enumerate();
            let below = if row.is_list() { "" } else { "/cells" };
            list.for_each(|(at, cell)| tell(format!("{base}/rows/{index}{below}/{at}/figure"), cell));
            for (column, cell) in &row.cells {
                tell(format!("{base}/rows/{index}/cells/{}/figure", pointer_part(column)), cell);
            }
        }
        for (column, cell) in table.total.iter().flat_map(|total| &total.cells) {
            tell(format!("{base}/total/cells/{}/figure", pointer_part(column)), cell);
        }
    }
    for (id, chart) in &file.charts {
        for (index, bar) in chart.bars.iter().enumerate() {
            for (field, cell) in bar.cells() {
                tell(format!("/charts/{}/bars/{index}/{field}/figure", pointer_part(id)), cell);
            }
        }
    }
}
