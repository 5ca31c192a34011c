//! Mappings of exports of other shapes than the examples: a sheet a unit, an object a unit, rows that become a table.

use baocao_core::limits::Limits;
use baocao_core::report::ReportFile;
use baocao_core::rows::Book;
use baocao_core::template::Templates;
use baocao_import::Draft;
use baocao_import::map::{Mapping, Opened};
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};

/// The reports that come of an export, and the ids of all findings.
fn import(map: &str, name: &str, bytes: &[u8]) -> (Vec<Draft>, Vec<String>) {
    let (limits, mut findings, mut drafts) = (Limits::default(), Vec::new(), Vec::new());
    let opened = Opened::read(ReportFile::new("map.toml", map), &limits, &mut findings);
    let opened = opened.unwrap_or_else(|| panic!("{findings:?}"));
    let set = Templates::built_in().load(&opened.file.set, None, &mut findings).expect("a set");
    let mapping = Mapping::new(&opened, &set, &mut findings).expect("a mapping");
    let book = Book::read(name, bytes, &limits, &mut findings).expect("a book");
    let books = [book];
    let mut reports = mapping.reports(&books, &mut findings);
    while let Some(draft) = reports.next(&mut findings) {
        drafts.push(draft);
    }
    (drafts, findings.iter().map(|finding| finding.id.to_string()).collect())
}

fn values(draft: &Draft, pointer: &str) -> Value {
    Value::from(draft.values.clone()).pointer(pointer).cloned().unwrap_or_default()
}

#[test]
fn every_sheet_may_be_a_unit() {
    let mut workbook = Workbook::new();
    for (unit, value) in [("Sở Nội vụ", 12.0), ("Sở Tài chính", 7.0)] {
        let sheet = workbook.add_worksheet().set_name(unit).expect("a sheet");
        sheet.write(0, 0, "Chỉ tiêu").and_then(|sheet| sheet.write(0, 1, "Kết quả")).expect("a header");
        let rows = [("chi-dao.so-van-ban", value), ("BM1.2.1", value + 20.0), ("Số nhiệm vụ đã hoàn thành", value)];
        for (row, (name, value)) in (1..).zip(rows) {
            sheet.write(row, 0, name).and_then(|sheet| sheet.write(row, 1, value)).expect("a row");
        }
    }
    let map =
        "set = \"cchc/xa-2025\"\n[unit]\nsheet = true\n[indicators]\ncolumn = \"Chỉ tiêu\"\nvalue = \"Kết quả\"\n";
    let (drafts, findings) = import(map, "so.xlsx", &workbook.save_to_buffer().expect("a workbook"));
    // Departments are in no register: one warning for both.
    assert_eq!(findings, ["nhap/don-vi-ngoai-danh-muc"]);
    let names: Vec<&str> = drafts.iter().map(|draft| draft.name.as_str()).collect();
    assert_eq!(names, ["so-noi-vu", "so-tai-chinh"]);
    let wanted = json!({ "chi-dao.so-van-ban": 7, "ke-hoach.nhiem-vu-de-ra": 27, "ke-hoach.nhiem-vu-hoan-thanh": 7 });
    assert_eq!(values(&drafts[1], "/figures"), wanted);
}

#[test]
fn every_object_may_be_a_unit() {
    let lines = "{\"unit\": \"Xã A\", \"content\": {\"issued\": {\"value\": 3, \"old\": 1, \"new\": 1}}}\n\
                 {\"unit\": \"Xã B\", \"content\": {\"issued\": {\"value\": \"1.204\"}}}\n";
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"unit\"\n\
               [figures]\n\"BM1.1\" = \"/content/issued/value\"\n\
               [[identities]]\ntotal = \"/content/issued/value\"\n\
               parts = [\"/content/issued/old\", \"/content/issued/new\"]\n";
    let (drafts, findings) = import(map, "a.ndjson", lines.as_bytes());
    assert_eq!(findings, ["nhap/dang-thuc-sai", "nhap/don-vi-ngoai-danh-muc"]);
    assert_eq!(drafts[1].origins[0].place.pointer(), Some("/content/issued/value"));
    let figures: Vec<Value> = drafts.iter().map(|draft| values(draft, "/figures/chi-dao.so-van-ban")).collect();
    assert_eq!(figures, [json!(3), json!(1204)]);
}

/// What all rows of a unit say again is no second row for it; what they say differently is.
#[test]
fn rows_of_a_unit_become_a_table_and_repeat_its_fields() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Đơn vị\"\n\
               [fields]\n\"document.promulgation.place\" = \"Nơi\"\n\
               [tables.thu-tuc]\nten = \"Thủ tục\"\ntn = \"Tiếp nhận\"\n";
    let rows =
        "Đơn vị;Nơi;Thủ tục;Tiếp nhận\nXã A;Làng A;Khai sinh;12\nXã A;Làng A;Kết hôn;3\nXã B;Làng B;Khai sinh;5\n";
    let (drafts, findings) = import(map, "a.csv", rows.as_bytes());
    assert_eq!(findings, ["nhap/don-vi-ngoai-danh-muc"]);
    assert_eq!(values(&drafts[0], "/document/promulgation/place"), json!("Làng A"));
    let wanted = json!([{ "cells": { "ten": "Khai sinh", "tn": 12 } }, { "cells": { "ten": "Kết hôn", "tn": 3 } }]);
    assert_eq!(values(&drafts[0], "/tables/thu-tuc/rows"), wanted);
    let (_, findings) = import(map, "a.csv", rows.replacen("Làng A;Kết", "Làng C;Kết", 1).as_bytes());
    assert_eq!(findings, ["nhap/don-vi-ngoai-danh-muc", "nhap/don-vi-hai-dong"]);
}

/// What a portal answers: a page of a list below keys, its fields named as programs name them, units by code and name.
#[test]
fn a_list_below_keys_of_json_is_read() {
    let item = |unit: &str, code: &str, value: Value| {
        json!({
            "maDonVi": unit, "tenDonVi": "", "maThongKe": code, "kyBaoCao": "20263", "giaTri": value, "donViTinh": "Văn bản"
        })
    };
    let items = [
        item("00004 - Phường Ba Đình", "TK-01", json!(12)),
        item("00004 - Phường Ba Đình", "TK-99", json!("x")),
        item("Phường Ngọc Hà (00008)", "TK-01", json!("26")),
        item("Phường Ngọc Hà (00008)", "TK-01-CU", json!(3)),
    ];
    let map = "set = \"cchc/xa-2025\"\nignore = [\"tenDonVi\"]\n[unit]\ncolumn = \"maDonVi\"\n\
               [period]\ncolumn = \"kyBaoCao\"\n[indicators]\ncolumn = \"maThongKe\"\nvalue = \"giaTri\"\n\
               unit = \"donViTinh\"\n[indicators.names]\n\"TK-01\" = \"BM1.1\"\n\"TK-99\" = \"\"\n\"TK-01-CU\" = \"\"\n";
    let answer = json!({ "success": true, "data": { "items": items, "totalCount": 4, "pageIndex": 1 } });
    for text in [answer.to_string(), serde_json::to_string_pretty(&answer).unwrap()] {
        let (drafts, findings) = import(map, "tra-loi.json", text.as_bytes());
        // What stands beside the list is told.
        assert_eq!(findings, ["du-lieu/ngoai-bang"]);
        let figures: Vec<Value> = drafts.iter().map(|draft| values(draft, "/figures")).collect();
        assert_eq!(figures, [json!({ "chi-dao.so-van-ban": 12 }), json!({ "chi-dao.so-van-ban": 26 })]);
        assert_eq!(drafts[1].name, "phuong-ngoc-ha");
        let pointers: Vec<_> = drafts.iter().map(|draft| draft.origins[0].place.pointer()).collect();
        assert_eq!(pointers, [Some("/data/items/0/giaTri"), Some("/data/items/2/giaTri")]);
    }
    let part = answer.to_string().replace("\"totalCount\":4", "\"totalCount\":250");
    let (_, findings) = import(map, "tra-loi.json", part.as_bytes());
    assert_eq!(findings, ["du-lieu/danh-sach-thieu", "du-lieu/ngoai-bang"]);
}

/// A dash says that there is no value, and that is known; a blank cell says nothing.
#[test]
fn a_dash_alone_is_a_value_that_is_known_to_be_absent() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Đơn vị\"\n\
               [figures]\n\"BM1.1\" = \"Văn bản\"\n\"giai-ngan.ke-hoach\" = \"Vốn\"\n";
    let rows = "Đơn vị;Văn bản;Vốn\nXã A; - ;1 204 367,5\nXã B;–;\nXã C;—;7 368\nXã D;4;...\n";
    let (drafts, findings) = import(map, "a.csv", rows.as_bytes());
    assert_eq!(findings, ["nhap/don-vi-ngoai-danh-muc", "so-lieu/khong-phai-so"]);
    let figures: Vec<Value> = drafts.iter().map(|draft| values(draft, "/figures")).collect();
    let (issued, money) = ("chi-dao.so-van-ban", "giai-ngan.ke-hoach");
    let wanted = [
        json!({ issued: null, money: 1204367.5 }),
        json!({ issued: null }),
        json!({ issued: null, money: 7368 }),
        json!({ issued: 4, money: "..." }),
    ];
    assert_eq!(figures, wanted);
}

/// What stands inside of JSON is read like a cell.
#[test]
fn numbers_inside_of_json_are_read_as_those_of_cells() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"unit\"\n[fields]\n\"document.promulgation.place\" = \"/of/place\"\n\
               [figures]\n\"BM1.1\" = \"/of/issued\"\n\"giai-ngan.ke-hoach\" = \"/of/money\"\n";
    let lines = "{\"unit\": \"Xã A\", \"of\": {\"issued\": \"7 368\", \"money\": \"1 204,5\", \"place\": \"7 368\"}}\n\
                 {\"unit\": \"Xã B\", \"of\": {\"issued\": \"-\", \"money\": \"97,5\", \"place\": \"Tân An\"}}\n";
    let wanted = [
        json!({ "chi-dao.so-van-ban": 7368, "giai-ngan.ke-hoach": 1204.5 }),
        json!({ "chi-dao.so-van-ban": null, "giai-ngan.ke-hoach": 97.5 }),
    ];
    let dots = (format!("{map}[rows]\ndecimal = \".\"\n"), lines.replace(",5", ".5"));
    for (map, lines) in [(map.to_owned(), lines.to_owned()), dots] {
        let (drafts, findings) = import(&map, "a.ndjson", lines.as_bytes());
        assert_eq!(findings, ["nhap/don-vi-ngoai-danh-muc"]);
        let figures: Vec<Value> = drafts.iter().map(|draft| values(draft, "/figures")).collect();
        assert_eq!(figures, wanted);
        assert_eq!(values(&drafts[0], "/document/promulgation/place"), json!("7 368"));
    }
}
