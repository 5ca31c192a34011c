//! Exports of other shapes than the examples: a sheet a unit, an object a unit, rows that become a table, totals.

use baocao_core::limits::Limits;
use baocao_core::report::ReportFile;
use baocao_import::map::Opened;
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};

use super::{BARE, import, values};

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
               [tables.thu-tuc]\nten = \"Thủ tục\"\ntn = \"Tiếp nhận\"\nxa = { text = \"{{running unit}}\" }\n";
    let rows =
        "Đơn vị;Nơi;Thủ tục;Tiếp nhận\nXã A;Làng A;Khai sinh;12\nXã A;Làng A;Kết hôn;3\nXã B;Làng B;Khai sinh;5\n";
    let (drafts, findings) = import(map, "a.csv", rows.as_bytes());
    assert_eq!(findings, ["nhap/don-vi-ngoai-danh-muc"]);
    assert_eq!(values(&drafts[0], "/document/promulgation/place"), json!("Làng A"));
    let cells = |name: &str, count: u32| json!({ "cells": { "ten": name, "tn": count, "xa": "xã A" } });
    let wanted = json!([cells("Khai sinh", 12), cells("Kết hôn", 3)]);
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
               unit = \"donViTinh\"\n[indicators.names]\n\"TK-01\" = \"BM1.1\"\n\"TK-99\" = \"ignore\"\n\"TK-01-CU\" = \"ignore\"\n";
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

/// A pointer below a column is a name like others: one that no row has is refused, what no pointer names is told.
#[test]
fn what_pointers_name_is_there_and_what_they_leave_is_told() {
    let lines = "{\"unit\": \"Xã A\", \"so\": {\"vanBan\": 3}}\n\
                 {\"unit\": \"Xã B\", \"so\": {\"vanBan\": 4, \"khac\": {\"ghiChu\": [1]}}}\n";
    let told = |pointer: &str, ignore: &str| {
        let map = format!(
            "set = \"cchc/xa-2025\"\nignore = [{ignore}]\n[unit]\ncolumn = \"unit\"\n[figures]\n\"BM1.1\" = \"{pointer}\"\n"
        );
        let (_, mut findings) = import(&map, "a.ndjson", lines.as_bytes());
        findings.retain(|id| id != "nhap/don-vi-ngoai-danh-muc" && id != BARE);
        findings
    };
    assert_eq!(told("/so/vanBAN", ""), ["nhap/cot-khong-co"]);
    assert_eq!(told("/so/vanBan", ""), ["nhap/cot-khong-dung"]);
    for ignore in ["\"/so/khac/ghiChu\"", "\"ghichu\""] {
        assert_eq!(told("/so/vanBan", ignore), [""; 0]);
    }
    // One that some rows have is there.
    assert_eq!(told("/so/khac/ghiChu/0", "\"/so/vanBan\""), [""; 0]);
}

/// What nobody has decided on stops an import, wherever it stands, and all of it is told at once.
#[test]
fn what_is_left_open_is_refused() {
    let told = |rest: &str| {
        let map = format!(
            "set = \"cchc/xa-2025\"\n{rest}\n[indicators]\ncolumn = \"Mã\"\nvalue = \"Số\"\n[indicators.names]\n"
        );
        let mut findings = Vec::new();
        for names in
            ["\"A01\" = \"?\"\n\"A02\" = \"BM1.1\"\n\"A03\" = \"\"\n", "\"A01\" = { figure = \"?\", factor = 1 }\n"]
        {
            let text = format!("{map}{names}");
            assert!(
                Opened::read(ReportFile::new("map.toml", text.as_str()), &Limits::default(), &mut findings).is_none()
            );
        }
        findings.iter().map(|finding| (finding.id.to_string(), finding.others.len())).collect::<Vec<_>>()
    };
    let id = "nhap/chua-quyet-dinh".to_owned();
    assert_eq!(told("[unit]\nname = \"Xã A\""), [(id.clone(), 1), (id.clone(), 0)]);
    assert_eq!(told("[unit]\nname = \"?\"\n[period]\nvalue = \"?\""), [(id.clone(), 3), (id, 2)]);
}

/// A report without any figure is told, whatever made it so.
#[test]
fn a_report_without_figures_is_told() {
    let rows = "Xã;Mã;Số\nXã A;A01;7\nXã B;A01;9\n";
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Xã\"\n[indicators]\ncolumn = \"Mã\"\nvalue = \"Số\"\n[indicators.names]\n";
    let (drafts, findings) = import(&format!("{map}\"A01\" = \"ignore\"\n"), "a.csv", rows.as_bytes());
    assert_eq!((drafts.len(), findings), (2, vec!["nhap/don-vi-ngoai-danh-muc".to_owned(), BARE.to_owned()]));
    let (_, findings) = import(&format!("{map}\"A01\" = \"BM1.1\"\n"), "a.csv", rows.as_bytes());
    assert_eq!(findings, ["nhap/don-vi-ngoai-danh-muc"]);
    let (_, findings) = import(&format!("{map}\"A01\" = \"BM1.1\"\n"), "a.csv", rows.replace(";9", ";").as_bytes());
    assert_eq!(findings, ["nhap/don-vi-ngoai-danh-muc", BARE]);
    // Words that no indicator has are told together, with their places.
    let rows = "Xã;Mã;Số\nXã A;X1;7\nXã A;X2;7\nXã B;X3;9\nXã B;chi-dao.so-van-ba;9\n";
    let (_, findings) = import(&format!("{map}\"A01\" = \"BM1.1\"\n"), "a.csv", rows.as_bytes());
    assert_eq!(findings, ["nhap/don-vi-ngoai-danh-muc", "nhap/chi-tieu-la", BARE]);
}

/// Totals of exports with a row an indicator: each is held against the rows of its own indicator and unit of measure.
#[test]
fn totals_are_sums_of_what_measures_the_same() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Xã\"\n[indicators]\ncolumn = \"Mã\"\nvalue = \"Số\"\nunit = \"ĐVT\"\n";
    let of = |total: &str| {
        let rows = format!(
            "Xã;Mã;ĐVT;Số\nXã A;BM3.1.2;TTHC;12\nXã A;BM6.1.1;triệu đồng;4120\nXã B;BM3.1.2;TTHC;30\n\
             Xã B;BM6.1.1;triệu đồng;980\nToàn tỉnh;BM3.1.2;TTHC;{total}\nToàn tỉnh;BM6.1.1;triệu đồng;5100\n"
        );
        let (drafts, mut findings) = import(map, "a.csv", rows.as_bytes());
        findings.retain(|id| id != "nhap/don-vi-ngoai-danh-muc");
        (drafts.len(), findings)
    };
    assert_eq!(of("42"), (2, vec!["du-lieu/dong-tong".to_owned()]));
    assert_eq!(of("43"), (2, vec!["du-lieu/dong-tong".to_owned(), "du-lieu/tong-sai".to_owned()]));
    // Indicator by indicator, the unit behind their names.
    let rows = "Mã;Tên chỉ tiêu;ĐVT;Xã;Số\nBM3.1.2;Số TTHC công bố mới;TTHC;Xã A;12\nBM3.1.2;Số TTHC công bố mới;TTHC;Xã B;30\n\
                BM3.1.2;Số TTHC công bố mới;TTHC;Toàn tỉnh;42\nBM6.1.1;Kế hoạch;triệu đồng;Xã A;4120\n\
                BM6.1.1;Kế hoạch;triệu đồng;Xã B;980\nBM6.1.1;Kế hoạch;triệu đồng;Toàn tỉnh;5100\n";
    let (drafts, mut findings) = import(map, "a.csv", rows.as_bytes());
    findings.retain(|id| id != "nhap/don-vi-ngoai-danh-muc");
    assert_eq!((drafts.len(), findings), (2, vec!["du-lieu/dong-tong".to_owned(), "nhap/cot-khong-dung".to_owned()]));
}

/// Marks of sorting are no part of a name, in the header and in the mapping.
#[test]
fn columns_are_known_without_marks_of_sorting() {
    let map = "set = \"cchc/xa-2025\"\nignore = [\"Ghi chú ⇅\"]\n[unit]\ncolumn = \"Đơn vị\"\n[figures]\n\"chi-dao.so-van-ban\" = \"Văn bản ▲\"\n";
    let (drafts, findings) = import(map, "a.csv", "Đơn vị ▲▼;Văn bản ⇅;Ghi chú ↕\nXã A;7;\n".as_bytes());
    assert_eq!(findings, ["nhap/don-vi-ngoai-danh-muc"]);
    assert_eq!(values(&drafts[0], "/figures/chi-dao.so-van-ban"), 7);
}
