//! Free tables of an office's own set: a sheet each, with their header tree.

use baocao_core::report::Report;
use baocao_core::rows::Given;
use baocao_core::shelf::Uploads;
use baocao_core::template::{TemplateSet, Templates};
use baocao_import::workbook;
use serde_json::{Value, json};

use super::bend::{Bend, number, text};
use super::{read, shown};

/// The skeleton of a set with a table whose columns stand under headings, two of them under the same title.
fn set() -> TemplateSet {
    let files = baocao_core::template::skeleton("thu/xa-2026").into_iter().map(|(path, text)| {
        if !path.ends_with("form.json") {
            return (path, text);
        }
        let mut form: Value = serde_json::from_str(&text).unwrap();
        form["tables"] = json!({ "don-vi": {
            "title": "Hồ sơ theo đơn vị",
            "unit": "Đơn vị tính: hồ sơ",
            "columns": [
                { "title": "TT", "kind": "ordinal" },
                { "id": "ten", "title": "Đơn vị" },
                { "title": "Tiếp nhận", "columns": [
                    { "id": "nhan", "title": "Trực tuyến", "kind": "count" },
                    { "id": "nhan-tiep", "title": "Trực tiếp", "kind": "count" },
                    { "id": "tong", "title": "Cộng", "kind": "count", "sum": ["nhan", "nhan-tiep"] }
                ] },
                { "title": "Trả kết quả", "columns": [
                    { "id": "tra", "title": "Trực tuyến", "kind": "count" },
                    { "id": "ty-le", "title": "Tỷ lệ (%)", "kind": "percent", "ratio": ["tra", "tong"] }
                ] },
                { "id": "ngay", "title": "Ngày chốt", "kind": "date" }
            ],
            "total": { "label": "Tổng số" }
        } });
        (path, form.to_string())
    });
    let mut uploads = Uploads::default();
    for (path, text) in files {
        uploads.insert(&path, text.into_bytes()).unwrap();
    }
    let templates = Templates::built_in().overlay(&uploads).unwrap();
    let mut findings = Vec::new();
    templates.load("thu/xa-2026", None, &mut findings).unwrap_or_else(|| panic!("{}", shown(&findings)))
}

#[test]
fn rows_of_tables_come_back() {
    let set = set();
    let blank = workbook::export(&set, None, &mut Vec::new()).unwrap();
    let (report, findings) = read(&blank, &set);
    assert!(report.unwrap().get("tables").is_none(), "{}", shown(&findings));
    let mut bend = Bend::of(&blank);
    let sheet = bend.sheet("Bảng 1");
    for (row, cells) in (6..).zip([
        vec![Given::Blank, text("Khối xã")],
        vec![
            number(1),
            text("Xã Bình Minh"),
            text("1.655"),
            number(20),
            number(1675),
            number(900),
            text("53,7"),
            text("30/9/2026"),
        ],
        vec![number(2), text("Phường Tân Lập"), number(7), Given::Blank, Given::Blank, number(5)],
        vec![Given::Blank, text("Tổng số"), number(1662), number(20), number(1682), number(905)],
    ]) {
        sheet.rows.resize(sheet.rows.len().max(row + 1), Vec::new());
        sheet.rows[row] = cells;
    }
    let rows = json!([
        { "group": "Khối xã" },
        { "cells": { "ten": "Xã Bình Minh", "nhan": 1655, "nhan-tiep": 20, "tra": 900, "ngay": "30/09/2026" } },
        { "cells": { "ten": "Phường Tân Lập", "nhan": 7, "tra": 5 } }
    ]);
    let (report, findings) = read(&bend.bytes(), &set);
    assert_eq!(findings.len(), 1, "only blank figures: {}", shown(&findings));
    let report = report.unwrap();
    assert_eq!(report["tables"]["don-vi"]["rows"], rows);
    assert_eq!(report["sources"][0]["cells"]["/tables/don-vi/rows/1/cells/nhan"]["at"], "Bảng 1!C8");

    // The hidden names are gone, a column was inserted, the sheet renamed.
    let sheet = bend.sheet("Bảng 1");
    sheet.rows[3].clear();
    sheet.insert_column(2);
    sheet.name = "Hồ sơ".to_owned();
    let (bent, findings) = read(&bend.bytes(), &set);
    assert_eq!(findings.len(), 1, "only blank figures: {}", shown(&findings));
    assert_eq!(bent.unwrap()["tables"], report["tables"]);

    // What came back goes out again.
    let mut own: Value = serde_json::from_str(&baocao_testing::text(baocao_testing::BASE)).unwrap();
    own["template"] = json!("thu/xa-2026");
    own["tables"] = report["tables"].clone();
    let own: Report = serde_json::from_value(own).unwrap();
    let filled = workbook::export(&set, Some((&own, &baocao_core::form::Figures::default())), &mut Vec::new()).unwrap();
    let (again, findings) = read(&filled, &set);
    assert_eq!(findings.len(), 1, "only blank figures: {}", shown(&findings));
    assert_eq!(again.unwrap()["tables"], report["tables"]);
}
