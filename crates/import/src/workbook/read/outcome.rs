//! What reading a workbook comes to: the parts of a report, where each came from, what was not used.

use baocao_core::diagnostic::{Address, Finding, Place};
use baocao_core::rows::Sheet;
use baocao_core::{kinds, msg};
use serde_json::{Map, Value, json};

use super::words::said;

/// A report that grows.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) period: Map<String, Value>,
    pub(super) document: Map<String, Value>,
    pub(super) figures: Map<String, Value>,
    pub(super) sections: Map<String, Value>,
    pub(super) tables: Map<String, Value>,
    /// Where values came from, by the JSON pointer of the value.
    cells: Vec<(String, Value)>,
    unused: Vec<(Place, String)>,
    strange_ids: Vec<(Place, String)>,
}

impl Outcome {
    /// Keeps where a value came from, and what it is called there.
    pub(super) fn came_from(&mut self, pointer: String, place: &Place, label: &str) {
        let at = Address::of(place).map(|address| address.to_string());
        self.cells.push((pointer, json!({ "at": at, "label": label })));
    }

    /// A cell that nothing was made of.
    pub(super) fn unused(&mut self, sheet: &Sheet, row: usize, column: usize) {
        self.unused.push((sheet.place(row, column), said(&sheet.shown(row, column))));
    }

    /// A hidden id that does not fit its row.
    pub(super) fn strange_id(&mut self, sheet: &Sheet, row: usize, column: usize) {
        self.strange_ids.push((sheet.place(row, column), said(&sheet.cell(row, column))));
    }

    /// Where values came from.
    pub(super) fn cells(&mut self) -> Map<String, Value> {
        std::mem::take(&mut self.cells).into_iter().collect()
    }

    /// Tells what was not used, and which ids did not fit.
    pub(super) fn tell(&mut self, findings: &mut Vec<Finding>) {
        let ids = kinds::workbooks::IDS_CHANGED.finding(msg!(
            "mã ẩn của dòng không khớp với nội dung dòng: đã nhận dòng theo số thứ tự và nhãn",
            "hidden ids do not fit their rows: these are known by code and label"
        ));
        let unused = kinds::workbooks::UNUSED.finding(msg!(
            "có phần đã ghi mà không dùng đến: không thuộc chỉ tiêu, trường hay mục nào",
            "parts that were written are not used: they belong to no indicator, field or section"
        ));
        findings.extend(at_all(ids, std::mem::take(&mut self.strange_ids)));
        findings.extend(at_all(unused, std::mem::take(&mut self.unused)));
    }
}

/// A finding with all of its places; nothing where there are none.
pub(super) fn at_all(finding: Finding, mut places: Vec<(Place, String)>) -> Option<Finding> {
    places.sort_by(|(one, _), (other, _)| one.order(other));
    let mut places = places.into_iter();
    let (place, found) = places.next()?;
    let finding = finding.at(place).found(found);
    Some(places.fold(finding, |finding, (place, found)| finding.also(place, found)))
}

/// A value of an indicator or a field that stands at more than one place.
pub(super) fn twice(what: &str, places: Vec<(Place, String)>) -> Finding {
    let finding = kinds::workbooks::ROW_TWICE
        .finding(msg!("\"{what}\" có giá trị ở nhiều chỗ", "\"{what}\" has a value at more than one place"))
        .hint(msg!("xóa giá trị ở các chỗ thừa", "clear the others"));
    at_all(finding.clone(), places).unwrap_or(finding)
}
