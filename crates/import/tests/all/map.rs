//! Mappings of exports of other shapes than the examples: a sheet a unit, an object a unit, rows that become a table.

use baocao_core::limits::Limits;
use baocao_core::report::ReportFile;
use baocao_core::rows::Book;
use baocao_core::shelf::{ShelfPath, Uploads};
use baocao_core::template::Templates;
use baocao_import::Draft;
use baocao_import::map::{Mapping, Opened, propose};
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};

/// The reports that come of an export, and the ids of all findings.
pub(crate) fn import(map: &str, name: &str, bytes: &[u8]) -> (Vec<Draft>, Vec<String>) {
    import_of(ReportFile::new("map.toml", map), name, bytes)
}

/// The same where files stand beside the mapping.
pub(crate) fn import_of(map: ReportFile<'_>, name: &str, bytes: &[u8]) -> (Vec<Draft>, Vec<String>) {
    let (limits, mut findings, mut drafts) = (Limits::default(), Vec::new(), Vec::new());
    let opened = Opened::read(map, &limits, &mut findings);
    let opened = opened.unwrap_or_else(|| panic!("{findings:?}"));
    let set = Templates::built_in().load(&opened.file.set, None, &mut findings).expect("a set");
    let Some(mapping) = Mapping::new(&opened, &set, &mut findings) else {
        return (drafts, findings.iter().map(|finding| finding.id.to_string()).collect());
    };
    let book = Book::read(name, bytes, &limits, &mut findings).expect("a book");
    let books = [book];
    let mut reports = mapping.reports(&books, &mut findings);
    while let Some(draft) = reports.next(&mut findings) {
        drafts.push(draft);
    }
    (drafts, findings.iter().map(|finding| finding.id.to_string()).collect())
}

/// A unit without any figure.
const BARE: &str = "nhap/khong-so-lieu";

pub(crate) fn values(draft: &Draft, pointer: &str) -> Value {
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

/// A dash says that there is no value, and that is known; a blank cell says nothing.
#[test]
fn a_dash_alone_is_a_value_that_is_known_to_be_absent() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Đơn vị\"\n\
               [figures]\n\"BM1.1\" = \"Văn bản\"\n\"giai-ngan.ke-hoach\" = \"Vốn\"\n";
    let rows = "Đơn vị;Văn bản;Vốn\nXã A; - ;1 204 367,5\nXã B;–;\nXã C;—;7 368\nXã D;4;...\n";
    let (drafts, findings) = import(map, "a.csv", rows.as_bytes());
    assert_eq!(findings, ["nhap/don-vi-ngoai-danh-muc", "nhap/khong-phai-so"]);
    let figures: Vec<Value> = drafts.iter().map(|draft| values(draft, "/figures")).collect();
    let (issued, money) = ("chi-dao.so-van-ban", "giai-ngan.ke-hoach");
    let wanted = [
        json!({ issued: null, money: 1204367.5 }),
        json!({ issued: null }),
        json!({ issued: null, money: 7368 }),
        json!({ issued: 4 }),
    ];
    assert_eq!(figures, wanted);
}

/// Null words are blank, and told once for all columns; what else is no number in a figure is an error at its cell.
#[test]
fn a_figure_is_a_number_or_blank() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Đơn vị\"\n\
               [figures]\n\"BM1.1\" = \"Văn bản\"\n\"giai-ngan.ke-hoach\" = \"Vốn\"\n";
    let of = |issued: &str, money: &str| {
        let rows = format!("Đơn vị;Văn bản;Vốn\nXã A;3;1.204.367,5\nXã B;{issued};{money}\n");
        let (drafts, mut findings) = import(map, "a.csv", rows.as_bytes());
        findings.retain(|id| id != "nhap/don-vi-ngoai-danh-muc" && id != BARE);
        (values(&drafts[1], "/figures"), findings)
    };
    let (figures, findings) = of("NULL", "N/A");
    assert_eq!((figures, findings), (Value::Null, vec!["du-lieu/tu-rong".to_owned()]));
    for word in ["x", "12*", "TRUE", "12/3/2026", "chưa có", "5a", "1..2", "3,8E+99"] {
        let (figures, findings) = of(word, "12");
        assert_eq!(figures, json!({ "giai-ngan.ke-hoach": 12 }), "{word}");
        let is_told = ["nhap/khong-phai-so", "so-lieu/khong-ro"].contains(&findings[findings.len() - 1].as_str());
        assert!(is_told, "{word}: {findings:?}");
    }
    for word in ["#REF!", "#DIV/0!", "Err:502"] {
        assert_eq!(of("4", word).1, ["du-lieu/o-loi", "nhap/khong-phai-so"], "{word}");
    }
    let short = of("4", "3,8E+10");
    let wanted = json!({ "chi-dao.so-van-ban": 4, "giai-ngan.ke-hoach": 38_000_000_000_i64 });
    assert_eq!(short, (wanted, vec!["du-lieu/o-loi".to_owned()]));
    for (issued, money) in [("97%", "12"), ("4", "97,5 %")] {
        assert_eq!(of(issued, money).1, ["nhap/o-phan-tram"]);
    }
}

/// A count that a spreadsheet shows as a percentage is no count, and does not keep totals from being looked at.
#[test]
fn a_cell_with_the_format_of_percentages_is_no_amount() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "Đơn vị").and_then(|sheet| sheet.write(0, 1, "Văn bản")).expect("a header");
    for (row, (unit, value)) in (1..).zip([("Xã A", 412), ("Xã B", 516), ("Xã C", 88), ("Tổng cộng", 1017)]) {
        sheet.write(row, 0, unit).and_then(|sheet| sheet.write(row, 1, value)).expect("a row");
    }
    let percent = rust_xlsxwriter::Format::new().set_num_format("0%");
    sheet.write_with_format(2, 1, 516, &percent).expect("a cell");
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Đơn vị\"\n[figures]\n\"BM1.1\" = \"Văn bản\"\n";
    let (drafts, findings) = import(map, "a.xlsx", &workbook.save_to_buffer().expect("a workbook"));
    assert_eq!(drafts.len(), 3);
    assert!(findings.contains(&"du-lieu/tong-sai".to_owned()), "{findings:?}");
    assert!(findings.contains(&"nhap/o-phan-tram".to_owned()), "{findings:?}");
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

/// A header that names a unit of measure is minded: the mapping says it too, or nothing is made of the export.
#[test]
fn the_unit_of_measure_in_a_header_counts() {
    let map = |from: &str| {
        format!("set = \"cchc/xa-2025\"\n[unit]\nname = \"Xã A\"\n[figures]\n\"giai-ngan.ke-hoach\" = {from}\n")
    };
    let rows = |header: &str| format!("STT;{header}\n1;73106871000\n");
    let figure = |map: &str, rows: &str| {
        let (drafts, mut findings) = import(map, "a.csv", rows.as_bytes());
        findings.retain(|id| id.starts_with("nhap/don-vi-tinh"));
        (drafts.first().map(|draft| values(draft, "/figures/giai-ngan.ke-hoach")).unwrap_or_default(), findings)
    };
    let found = ["nhap/don-vi-tinh-dau-bang".to_owned()];
    for header in ["Kế hoạch (đồng)", "Kế hoạch, nghìn đồng", "Kế hoạch (%)", "Diện tích [ha]"] {
        let (value, findings) = figure(&map("\"B\""), &rows(header));
        assert_eq!((value, findings.as_slice()), (Value::Null, &found[..]), "{header}");
    }
    for header in ["Kế hoạch (kỳ trước)", "Kế hoạch (1)", "Kế hoạch (Triệu đồng)", "Kế hoạch"]
    {
        assert_eq!(figure(&map("\"B\""), &rows(header)), (json!(73_106_871_000_i64), vec![]), "{header}");
    }
    let said = map("{ column = \"B\", unit = \"VNĐ\" }");
    assert_eq!(figure(&said, &rows("Kế hoạch (đồng)")), (json!(73_106.871), vec![]));
    assert_eq!(figure(&said, &rows("Kế hoạch (nghìn đồng)")), (json!(73_106.871), found.to_vec()));
    let thought = map("{ column = \"B\", factor = 0.000001 }");
    assert_eq!(figure(&thought, &rows("Kế hoạch (đồng)")), (json!(73_106.871), vec![]));
}

/// A row with one figure has the unit of its own cell, else that of the header; a measured figure without one is refused.
#[test]
fn a_row_without_a_unit_of_measure_is_not_guessed_at() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Xã\"\n\
               [indicators]\ncolumn = \"Mã\"\nvalue = \"C\"\nunit = \"ĐVT\"\n";
    let rows = |header: &str, unit: &str| {
        format!(
            "Xã;Mã;{header};ĐVT\nXã A;giai-ngan.ke-hoach;5000;{unit}\nXã A;chi-dao.so-van-ban;3;\n\
             Xã B;giai-ngan.ke-hoach;7000;{unit}\nXã C;giai-ngan.ke-hoach;0;\n"
        )
    };
    let told = |rows: &str| {
        let (drafts, mut findings) = import(map, "a.csv", rows.as_bytes());
        findings.retain(|id| id != "nhap/don-vi-ngoai-danh-muc" && id != BARE);
        (values(&drafts[0], "/figures/giai-ngan.ke-hoach"), findings)
    };
    // One finding for both rows; what is counted needs no unit, and zero is zero in any.
    assert_eq!(told(&rows("Giá trị", "")), (Value::Null, vec!["nhap/don-vi-tinh-trong".to_owned()]));
    assert_eq!(told(&rows("Giá trị", "nghìn đồng")), (json!(5), vec![]));
    assert_eq!(told(&rows("Giá trị (nghìn đồng)", "")), (json!(5), vec![]));
    assert_eq!(told(&rows("Giá trị (nghìn đồng)", "triệu đồng")), (json!(5000), vec![]));
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

/// A column of percentages that are all fractions of 1 is told once.
#[test]
fn fractions_in_place_of_percentages_are_told() {
    let told = |from: &str, values: [&str; 3]| {
        let map = format!(
            "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Xã\"\n[figures]\n\"van-ban-dien-tu.ty-le-xa\" = {from}\n"
        );
        let [a, b, c] = values;
        let rows = format!("Xã;Tỷ lệ\nXã A;{a}\nXã B;{b}\nXã C;{c}\n");
        let (_, mut findings) = import(&map, "a.csv", rows.as_bytes());
        findings.retain(|id| id != "nhap/don-vi-ngoai-danh-muc" && id != BARE);
        findings
    };
    for values in
        [["0,97", "1", "0,5"], ["0,97", "98", "0,5"], ["0,97", "", "0,5"], ["0,97", "1,2", "0,5"], ["0,97", "", ""]]
    {
        assert_eq!(told("\"Tỷ lệ\"", values), ["nhap/ty-le-phan-so"], "{values:?}");
    }
    // Either is said by the mapping: what 0,97 means no value can tell.
    for factor in [1, 100] {
        assert_eq!(told(&format!("{{ column = \"Tỷ lệ\", factor = {factor} }}"), ["0,97", "1", "0,5"]), [""; 0]);
    }
    for values in [["0", "1", "1"], ["0", "100", "1"], ["0,97%", "1%", "0,5%"]] {
        assert_eq!(told("\"Tỷ lệ\"", values), [""; 0], "{values:?}");
    }
}

/// A line above the table that says the unit of measure counts like a header, also where cells of the sheet are merged.
#[test]
fn the_unit_of_measure_above_a_table_counts() {
    let map = |from: &str| {
        format!(
            "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Xã\"\n[figures]\n\"giai-ngan.ke-hoach\" = {from}\n\"BM1.1\" = \"Văn bản\"\n"
        )
    };
    let book = |line: &str| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        let plain = rust_xlsxwriter::Format::new();
        sheet.merge_range(0, 0, 0, 4, "TÌNH HÌNH GIẢI NGÂN", &plain).expect("a title");
        sheet.merge_range(1, 2, 1, 4, line, &plain).expect("a line");
        sheet.merge_range(2, 0, 3, 0, "STT", &plain).expect("a header");
        sheet.merge_range(2, 1, 3, 1, "Xã", &plain).expect("a header");
        sheet.merge_range(2, 2, 2, 3, "Vốn", &plain).expect("a header");
        sheet.merge_range(2, 4, 3, 4, "Văn bản", &plain).expect("a header");
        sheet.write(3, 2, "Kế hoạch").and_then(|sheet| sheet.write(3, 3, "Đã giao")).expect("a header");
        for (row, name, value) in [(4, "Xã A", 4120.0), (5, "Xã B", 980.0)] {
            sheet.write(row, 0, row - 3).and_then(|sheet| sheet.write(row, 1, name)).expect("a row");
            sheet.write(row, 2, value).and_then(|sheet| sheet.write(row, 4, 3)).expect("a row");
        }
        workbook.save_to_buffer().expect("a workbook")
    };
    let told = |map: &str, line: &str| {
        let (drafts, mut findings) = import(map, "a.xlsx", &book(line));
        findings.retain(|id| id.starts_with("nhap/don-vi-tinh"));
        (drafts.first().map(|draft| values(draft, "/figures")).unwrap_or_default(), findings)
    };
    let figures = |money: Value| json!({ "giai-ngan.ke-hoach": money, "chi-dao.so-van-ban": 3 });
    let found = vec!["nhap/don-vi-tinh-dau-bang".to_owned()];
    for line in ["ĐVT: nghìn đồng", "Đơn vị tính: Nghìn đồng", "(Đơn vị: 1.000 đồng)"] {
        assert_eq!(told(&map("\"Kế hoạch\""), line), (Value::Null, found.clone()), "{line}");
        assert_eq!(
            told(&map("{ column = \"Kế hoạch\", unit = \"nghìn đồng\" }"), line),
            (figures(json!(4.12)), vec![])
        );
    }
    assert_eq!(told(&map("\"Kế hoạch\""), "ĐVT: triệu đồng"), (figures(json!(4120)), vec![]));
}

/// A blank unit of measure is that which the mapping says, for the figures that can have it.
#[test]
fn blank_units_of_measure_are_what_the_mapping_says() {
    let told = |unit: &str| {
        let map = format!(
            "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Xã\"\n[indicators]\ncolumn = \"Mã\"\nvalue = \"Số\"\nunit = {unit}\n"
        );
        let rows = "Xã;Mã;Số;ĐVT\nXã A;van-ban-dien-tu.ty-le-xa;97;\nXã A;giai-ngan.ke-hoach;5000000;\nXã A;BM1.1;3;\n\
                    Xã A;giai-ngan.da-thuc-hien;7;triệu đồng\n";
        let (drafts, mut findings) = import(&map, "a.csv", rows.as_bytes());
        findings.retain(|id| id.starts_with("nhap/don-vi-tinh"));
        let figure = |id: &str| values(&drafts[0], &format!("/figures/{id}"));
        ([figure("van-ban-dien-tu.ty-le-xa"), figure("giai-ngan.ke-hoach"), figure("giai-ngan.da-thuc-hien")], findings)
    };
    let blank = vec!["nhap/don-vi-tinh-trong".to_owned()];
    assert_eq!(told("\"ĐVT\""), ([Value::Null, Value::Null, json!(7)], blank.clone()));
    assert_eq!(told("{ column = \"ĐVT\" }"), ([Value::Null, Value::Null, json!(7)], blank.clone()));
    assert_eq!(told("{ column = \"ĐVT\", blank = \"%\" }"), ([json!(97), Value::Null, json!(7)], blank));
    assert_eq!(told("{ column = \"ĐVT\", blank = [\"%\", \"đồng\"] }"), ([json!(97), json!(5), json!(7)], vec![]));
}

/// Columns of tables have units of measure too: those that the base prints above them.
#[test]
fn tables_are_converted_to_the_unit_that_they_print() {
    let told = |from: &str, header: &str, line: &str| {
        let map = format!(
            "set = \"cchc/xa-2025\"\nbase = \"chung.json\"\n[unit]\ncolumn = \"Xã\"\n\
             [tables.von]\nten = \"Dự án\"\nke-hoach = {from}\n"
        );
        let columns = json!([
            { "id": "ten", "title": "Dự án" }, { "id": "ke-hoach", "title": "Kế hoạch", "kind": "money" }
        ]);
        let mut base = json!({ "tables": { "von": { "columns": columns } } });
        if !line.is_empty() {
            base["tables"]["von"]["unit"] = line.into();
        }
        let mut beside = Uploads::default();
        beside.insert("chung.json", base.to_string().into_bytes()).expect("a base");
        let file = ReportFile::new("map.toml", map.as_str()).beside(&beside, ShelfPath::root());
        let rows = format!("Xã;Dự án;{header}\nXã A;Cầu;4.120.000\nXã B;Đường;980.000,5\n");
        let (drafts, mut findings) = import_of(file, "a.csv", rows.as_bytes());
        findings.retain(|id| id.starts_with("nhap/don-vi-tinh"));
        (drafts.first().map(|draft| values(draft, "/tables/von/rows/0/cells/ke-hoach")).unwrap_or_default(), findings)
    };
    let (million, found) = ("Đơn vị tính: triệu đồng", vec!["nhap/don-vi-tinh-dau-bang".to_owned()]);
    let said = |unit: &str| format!("{{ column = \"C\", unit = \"{unit}\" }}");
    assert_eq!(told("\"C\"", "Kế hoạch", million), (json!(4_120_000), vec![]));
    assert_eq!(told("\"C\"", "Kế hoạch (triệu đồng)", million), (json!(4_120_000), vec![]));
    assert_eq!(told("\"C\"", "Kế hoạch (đồng)", million), (Value::Null, found.clone()));
    assert_eq!(told(&said("đồng"), "Kế hoạch (đồng)", million), (json!(4.12), vec![]));
    assert_eq!(told(&said("%"), "Kế hoạch", million), (Value::Null, vec!["nhap/don-vi-tinh".to_owned()]));
    // What the report does not print is told, and nothing more.
    assert_eq!(told("\"C\"", "Kế hoạch (đồng)", ""), (json!(4_120_000), found));
    assert_eq!(told("{ column = \"C\", factor = 1 }", "Kế hoạch (đồng)", ""), (json!(4_120_000), vec![]));
}

/// A unit of the country that the office's own list lacks is told, with the nearest of the list.
#[test]
fn units_that_are_not_on_the_list_are_told() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Xã\"\nregister = \"don-vi.csv\"\nmissing = \"ignore\"\n\
               [figures]\n\"BM1.1\" = \"Văn bản\"\n";
    let told = |unit: &str| {
        let mut beside = Uploads::default();
        beside.insert("don-vi.csv", "Mã;Tên\nH1;Phường Ba Định\nH2;Xã Cẩm Sơn\n".as_bytes()).expect("a list");
        let file = ReportFile::new("map.toml", map).beside(&beside, ShelfPath::root());
        import_of(file, "a.csv", format!("Xã;Văn bản\n{unit};3\n").as_bytes()).1
    };
    for unit in ["Phường Ba Đình", "00004", "Phường Ngọc Hà, Hà Nội"] {
        assert_eq!(told(unit), ["don-vi/ngoai-danh-sach"], "{unit}");
    }
    for unit in ["Phường Ba Định", "H2", "UBND xã Cẩm Sơn"] {
        assert_eq!(told(unit), [""; 0], "{unit}");
    }
}

/// The name of a unit inside of a sentence, and in capitals.
#[test]
fn names_of_units_are_written_as_they_are_inside_of_sentences() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Đơn vị\"\n[fields]\n\
               \"document.organ.short_name\" = { text = \"UBND {{running unit}}\" }\n\
               \"document.organ.organ_name\" = { text = \"ỦY BAN NHÂN DÂN\\n{{upper unit}}\" }\n\
               [figures]\n\"BM1.1\" = \"Văn bản\"\n";
    for (unit, short, whole) in [
        ("Phường Ngọc Hà", "UBND phường Ngọc Hà", "PHƯỜNG NGỌC HÀ"),
        ("Xã Cẩm Sơn Hạ", "UBND xã Cẩm Sơn Hạ", "XÃ CẨM SƠN HẠ"),
        ("Đặc khu Phú Quý", "UBND đặc khu Phú Quý", "ĐẶC KHU PHÚ QUÝ"),
        ("Phường 1 Bảo Lộc", "UBND Phường 1 Bảo Lộc", "PHƯỜNG 1 BẢO LỘC"),
        ("Phường Điện Biên Phủ", "UBND Phường Điện Biên Phủ", "PHƯỜNG ĐIỆN BIÊN PHỦ"),
        ("Thành phố Hồ Chí Minh", "UBND Thành phố Hồ Chí Minh", "THÀNH PHỐ HỒ CHÍ MINH"),
    ] {
        let (drafts, _) = import(map, "a.csv", format!("Đơn vị;Văn bản\n{unit};3\n").as_bytes());
        let organ = values(&drafts[0], "/document/organ");
        assert_eq!(organ, json!({ "short_name": short, "organ_name": format!("ỦY BAN NHÂN DÂN\n{whole}") }));
    }
}

/// `97%` beside 0,95, and fractions of rows with one figure each.
#[test]
fn fractions_beside_percentages_are_told() {
    let told = |from: &str, rows: &str| {
        let map = format!(
            "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Xã\"\n[figures]\n\"van-ban-dien-tu.ty-le-xa\" = {from}\n"
        );
        let (_, mut findings) = import(&map, "a.csv", format!("Xã;Tỷ lệ\n{rows}").as_bytes());
        findings.retain(|id| id != "nhap/don-vi-ngoai-danh-muc");
        findings
    };
    let found = ["nhap/ty-le-phan-so"];
    assert_eq!(told("\"Tỷ lệ\"", "Xã A;97%\nXã B;0,95\n"), found);
    assert_eq!(told("\"Tỷ lệ\"", "Xã A;97%\nXã B;1\nXã C;98%\n"), found);
    assert_eq!(told("{ column = \"Tỷ lệ\", factor = 100 }", "Xã A;97%\nXã B;0,95\n"), found);
    assert_eq!(told("\"Tỷ lệ\"", "Xã A;97%\nXã B;95\nXã C;0\n"), [""; 0]);
    assert_eq!(told("\"Tỷ lệ\"", "Xã A;97%\nXã B;0,95%\n"), [""; 0]);
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Xã\"\n[indicators]\ncolumn = \"Mã\"\nvalue = \"Số\"\n";
    let rows = ["0,97", "0,5", "1"].map(|value| format!("Xã {value};van-ban-dien-tu.ty-le-xa;{value}\n")).concat();
    let (_, findings) = import(map, "a.csv", format!("Xã;Mã;Số\n{rows}").as_bytes());
    assert!(findings.contains(&found[0].to_owned()), "{findings:?}");
    let said = |factor: &str| {
        let names =
            format!("[indicators.names]\n\"T\" = {{ figure = \"van-ban-dien-tu.ty-le-xa\", factor = {factor} }}\n");
        let rows = rows.replace("van-ban-dien-tu.ty-le-xa", "T");
        let (drafts, findings) = import(&format!("{map}{names}"), "a.csv", format!("Xã;Mã;Số\n{rows}").as_bytes());
        assert_eq!(findings, ["nhap/don-vi-ngoai-danh-muc"]);
        values(&drafts[0], "/figures/van-ban-dien-tu.ty-le-xa")
    };
    assert_eq!((said("100"), said("1")), (json!(97), json!(0.97)));
}

/// What a mapping or a cell makes of a percentage or an amount that cannot be meant.
#[test]
fn factors_and_percentages_that_cannot_be_meant_are_told() {
    let of = |figures: &str, header: &str, cells: [&str; 4]| {
        let map = format!("set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Đơn vị\"\n[figures]\n{figures}\n");
        let rows: String = (1..).zip(cells).map(|(number, cell)| format!("Xã {number};{cell}\n")).collect();
        let (_, mut findings) = import(&map, "a.csv", format!("Đơn vị;{header}\n{rows}").as_bytes());
        findings.retain(|id| id != "nhap/don-vi-ngoai-danh-muc");
        findings.join(" ")
    };
    let money = |factor: &str, header: &str| {
        let figure = format!("\"giai-ngan.ke-hoach\" = {{ column = \"{header}\"{factor} }}");
        of(&figure, header, ["12", "7368", "5", "40"])
    };
    for factor in ["0", "-1", "-0.001"] {
        assert_eq!(money(&format!(", factor = {factor}"), "Vốn"), "nhap/he-so-sai");
    }
    assert_eq!(money(", factor = 1000", "Vốn"), "");
    assert_eq!(money(", factor = 1000", "Vốn (nghìn đồng)"), "nhap/don-vi-tinh-dau-bang");
    assert_eq!(money(", factor = 0.001", "Vốn (nghìn đồng)"), "");
    assert_eq!(money("", "Vốn (nghìn)"), "nhap/don-vi-tinh-dau-bang");
    assert_eq!(money(", factor = 0.001", "Vốn (nghìn)"), "");
    let share =
        |factor: &str, cells| of(&format!("\"bao-cao.ty-le-qua-he-thong\" = {{ column = \"A\"{factor} }}"), "A", cells);
    assert_eq!(share("", ["97,3", "0,977", "91,5", "88"]), "nhap/ty-le-phan-so");
    assert_eq!(share("", ["97,3", "0,977", "2,5", "88"]), "nhap/ty-le-phan-so");
    assert_eq!(share("", ["97,3", "4200000", "91,5", "88"]), "nhap/ty-le-qua-lon");
    assert_eq!(share(", factor = 100", ["97,3", "95", "91,5", "88"]), "nhap/ty-le-qua-lon");
    assert_eq!(share("", ["97,3", "250", "91,5", "88"]), "");
}

/// A line that names a unit of measure which is not known is told; one that is known by any of its spellings counts.
#[test]
fn a_strange_line_of_the_unit_of_measure_is_told() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Đơn vị\"\n[figures]\n\"giai-ngan.ke-hoach\" = \"Vốn\"\n";
    let of = |line: &str| {
        let (_, findings) = import(map, "a.csv", format!("{line};\nĐơn vị;Vốn\nXã A;5\nXã B;7\n").as_bytes());
        findings.iter().filter(|id| id.starts_with("nhap/don-vi-tinh")).cloned().collect::<Vec<_>>()
    };
    assert_eq!(of("Đơn vị tính: ngìn đồng"), ["nhap/don-vi-tinh-la"]);
    assert_eq!(of("DVT: nghin dong"), ["nhap/don-vi-tinh-dau-bang"]);
    assert_eq!(of("Đơn vị tính (nghìn đồng)"), ["nhap/don-vi-tinh-dau-bang"]);
    assert!(of("Đơn vị: UBND xã").is_empty());
}

/// The mapping that is proposed for an export.
fn proposed(file: &str) -> String {
    let mut findings = Vec::new();
    let set = Templates::built_in().load("cchc/xa-2025", None, &mut findings).expect("a set");
    let book = Book::read("xuat.csv", file.as_bytes(), &Limits::default(), &mut findings).expect("a book");
    propose(&book, None, &set, &mut findings).unwrap_or_else(|| panic!("{findings:?}"))
}

#[test]
fn numbers_with_spaces_that_do_not_break_are_figures() {
    for space in ['\u{a0}', '\u{202f}', ' '] {
        let map = proposed(&format!(
            "Đơn vị;Tổng số hồ sơ TTHC đã giải quyết xong\nXã Đông Hòa;1{space}234\nXã Tân Bình;12{space}345\n"
        ));
        assert!(map.contains("\n\"tthc.ho-so-xa-da-giai-quyet\" = \"Tổng số hồ sơ TTHC đã giải quyết xong\""), "{map}");
        assert!(!map.contains("ignore"), "{map}");
    }
}

/// However alike they are called, a rate is proposed for no column of amounts and the other way round, unless with a ?.
#[test]
fn rates_are_not_proposed_for_amounts() {
    let rate = "Tỷ lệ phần trăm biên chế đã tinh giản so với năm 2015";
    let lines =
        |title: &str, value: &str| proposed(&format!("Đơn vị;{title}\nXã Đông Hòa;{value}\nXã Tân Bình;{value}\n"));
    let is_sure = |map: &str, id: &str| map.lines().any(|line| line.starts_with(&format!("\"{id}\"")));
    let id = "bien-che.ty-le-tinh-gian";
    assert!(is_sure(&lines(rate, "12,5"), id));
    assert!(!is_sure(&lines(&format!("{rate} (triệu đồng)"), "12,5"), id));
    assert!(!is_sure(&lines("Phần trăm biên chế đã tinh giản so với năm 2015", "58733"), id));
    let id = "tthc.ho-so-xa-da-giai-quyet";
    assert!(is_sure(&lines("Tổng số hồ sơ TTHC đã giải quyết xong", "98"), id));
    assert!(!is_sure(&lines("Tổng số hồ sơ TTHC đã giải quyết xong", "98%"), id));
    assert!(!is_sure(&lines("Tổng số hồ sơ TTHC đã giải quyết xong (%)", "98"), id));
}

#[test]
fn a_column_may_have_a_decimal_sign_of_its_own() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Đơn vị\"\nmissing = \"ignore\"\n[period]\nvalue = \"20263\"\n\
               [figures]\n\"giai-ngan.ke-hoach\" = { column = \"Kế hoạch\", decimal = \".\" }\n\
               \"giai-ngan.da-thuc-hien\" = { column = \"Giải ngân\", decimal = \",\" }\n";
    let file = "Đơn vị;Kế hoạch;Giải ngân\nSở Nội vụ;58.733;58.733\n";
    let (drafts, findings) = import(map, "xuat.csv", file.as_bytes());
    assert_eq!(findings, ["nhap/don-vi-ngoai-danh-muc"]);
    let wanted = json!({ "giai-ngan.ke-hoach": 58.733, "giai-ngan.da-thuc-hien": 58733 });
    assert_eq!(values(&drafts[0], "/figures"), wanted);
}

/// Codes that only the other system knows: each is written down, to be given its indicator.
#[test]
fn rows_with_codes_of_another_system_are_rows_of_indicators() {
    let row = |unit: &str, code: &str, value: &str, measure: &str| {
        json!({ "unitCode": unit, "period": "20263", "indicator": code, "value": value, "uom": measure }).to_string()
    };
    let rows =
        [row("K77.01", "CT001", "12", "Văn bản"), row("K77.01", "CT016", "17,8", ""), row("K77.02", "CT001", "7", "")];
    let map = proposed(&rows.join("\n"));
    for line in [
        "[unit]\ncolumn = \"unitCode\"",
        "[indicators]\ncolumn = \"indicator\"\nvalue = \"value\"\nunit = \"uom\"\n",
        "# ? unit = { column = \"uom\", blank = \"%\" }",
        "\"CT001\" = \"?\"",
        "\"CT016\" = \"?\"",
    ] {
        assert!(map.contains(line), "{map}");
    }
    assert!(!map.contains("[figures]"), "{map}");
}

/// The lines of a proposal that are no comments.
fn active(map: &str) -> Vec<&str> {
    map.lines().filter(|line| !line.starts_with('#') && line.contains(" = ")).collect()
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

/// Titles that differ in a word that counts are no proposal, however alike they are; each figure is proposed once.
#[test]
fn a_proposal_that_is_taken_over_unseen_is_never_wrong() {
    let of = |titles: &[&str]| {
        let row = |name: &str, value: u32| {
            let cells: Vec<String> =
                (0..titles.len()).map(|at| (value + 7 * u32::try_from(at).unwrap()).to_string()).collect();
            format!("{name};{}\n", cells.join(";"))
        };
        proposed(&format!("Đơn vị;{}\n{}{}", titles.join(";"), row("Xã Đông Hòa", 41), row("Xã Tân Bình", 17)))
    };
    let sure = |titles: &[&str]| {
        let map = of(titles);
        let lines =
            active(&map).into_iter().filter(|line| line.contains("# BM")).map(str::to_owned).collect::<Vec<_>>();
        (lines, map)
    };
    for title in [
        "Số hồ sơ TTHC đã tiếp nhận trực tiếp",
        "Số hồ sơ TTHC giải quyết quá hạn",
        "Hồ sơ TTHC tiếp nhận trực tuyến một phần",
        "Số TTHC chưa cung cấp trực tuyến toàn trình",
        "Số nhiệm vụ chưa hoàn thành",
        "Số cá nhân đã kiểm tra kỳ trước",
        "Đã thực hiện",
        "Kế hoạch được giao",
    ] {
        let (lines, map) = sure(&[title]);
        assert!(lines.is_empty(), "{title}: {lines:?}");
        assert!(map.contains(&format!("# ? \"...\" = \"{title}\"")), "{map}");
    }
    for (title, id) in [
        ("Số hồ sơ TTHC đã tiếp nhận trực tuyến", "ho-so.tiep-nhan-truc-tuyen"),
        ("Hồ sơ TTHC tiếp nhận trực tuyến", "ho-so.tiep-nhan-truc-tuyen"),
        ("Tổng số hồ sơ TTHC tiếp nhận", "ho-so.tong-tiep-nhan"),
        ("Số TTHC công bố mới trong kỳ", "tthc.cong-bo-moi"),
        ("6.1.1 Kế hoạch được giao", "giai-ngan.ke-hoach"),
        ("7.6.4.2 Số hồ sơ TTHC đã tiếp nhận trực tu", "ho-so.tiep-nhan-truc-tuyen"),
    ] {
        let (lines, map) = sure(&[title]);
        assert!(lines.len() == 1 && lines[0].starts_with(&format!("\"{id}\" = ")), "{title}: {map}");
    }
    // Two columns of one figure: the one that fits better, or none.
    let whole = "Số hồ sơ TTHC đã tiếp nhận trực tuyến";
    let (lines, map) = sure(&[whole, "Hồ sơ TTHC tiếp nhận trực tuyến"]);
    assert!(lines.len() == 1 && lines[0].contains(whole), "{map}");
    let (lines, map) = sure(&["Hồ sơ TTHC tiếp nhận trực tuyến", "Số hồ sơ TTHC được tiếp nhận trực tuyến"]);
    assert!(lines.is_empty(), "{map}");
    // What is taken over with its comments off is refused.
    let map = of(&["Số nhiệm vụ chưa hoàn thành", "Đã thực hiện"]).replace("# ? ", "");
    let mut findings = Vec::new();
    let opened = Opened::read(ReportFile::new("map.toml", map.as_str()), &Limits::default(), &mut findings);
    assert!(opened.is_none(), "{map}");
}

/// Codes of another system are known by what their column does: each is said once of each unit. What they mean is taken from
/// the words beside them.
#[test]
fn codes_are_known_by_what_they_do_and_said_in_words() {
    let rows = |title: &str| {
        let row = |unit: &str, code: &str, label: &str, value: u32, measure: &str| {
            format!("{unit};{code};{label};{measure};{value}\n")
        };
        let of_unit = |unit: &str, value: u32| {
            row(unit, "A01", "Số TTHC công bố mới", value, "TTHC")
                + &row(unit, "A02", "Tổng số biên chế được giao trong năm", value + 40, "Người")
                + &row(unit, "B11", "Điểm tự chấm", value + 3, "Điểm")
        };
        format!("Đơn vị;{title};Nội dung;ĐVT;Số liệu\n{}{}", of_unit("Xã Đông Hòa", 12), of_unit("Xã Tân Bình", 9))
    };
    for title in ["Mã CT", "Mã số", "Mã chỉ tiêu", "Ký hiệu", "Mã", "Code", "X"] {
        let map = proposed(&rows(title));
        for line in [
            &format!("[indicators]\ncolumn = \"{title}\"\nvalue = \"Số liệu\"\nunit = \"ĐVT\"\n"),
            "\"A01\" = \"tthc.cong-bo-moi\" # Số TTHC công bố mới: BM3.1.2",
            "\"A02\" = \"bien-che.duoc-giao\" # Tổng số biên chế được giao trong năm: BM4.2.1",
            "\"B11\" = \"?\" # Điểm tự chấm\n",
            "ignore = [\"Nội dung\"]",
        ] {
            assert!(map.contains(line), "{title}: {line}: {map}");
        }
    }
    // Rows of a table are no indicators: each has several values.
    let map =
        proposed("Đơn vị;Lĩnh vực;Nhận;Trả\nXã A;Đất đai;12;9\nXã A;Hộ tịch;7;8\nXã B;Đất đai;4;6\nXã B;Hộ tịch;5;3\n");
    assert!(!map.contains("[indicators]"), "{map}");
}

/// The period stands in the lines above the table, with its days.
#[test]
fn the_period_of_the_title_is_proposed() {
    let of = |lines: &str| proposed(&format!("{lines}\nĐơn vị;Số TTHC công bố mới\nXã Đông Hòa;412\nXã Tân Bình;17\n"));
    for (lines, value) in [
        ("BÁO CÁO QUÝ III NĂM 2026;", "20263"),
        ("Biểu tổng hợp 6 tháng đầu năm 2026;", "2026-6t1"),
        ("Số liệu 9 tháng năm 2026;", "2026-9t"),
        ("Kỳ báo cáo: Tháng 8/2026;", "202608"),
        ("KẾT QUẢ KẾ HOẠCH NĂM 2026;\n(Quý II/2026);", "20262"),
    ] {
        let map = of(lines);
        assert!(map.contains(&format!("[period]\nvalue = \"{value}\" # ")), "{lines}: {map}");
    }
    for lines in
        ["Kế hoạch năm 2026;", "Quý I/2026 và quý II/2026;", "Thái Nguyên, ngày 15 tháng 9 năm 2026;", "Biểu 3;"]
    {
        let map = of(lines);
        assert!(map.contains("[period]\nvalue = \"?\" # "), "{lines}: {map}");
    }
    let map = of("Quý III năm 2026;\n(Từ ngày 15/6/2026 đến ngày 14/9/2026);");
    assert!(map.contains("\"from\": \"2026-06-15\", \"to\": \"2026-09-14\""), "{map}");
}

/// A code that its indicator does not have is told at its cell.
#[test]
fn a_code_is_one_of_its_indicator() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Xã\"\n[figures]\n\"khao-sat.co-thuc-hien\" = \"Khảo sát\"\n";
    let of = |cell: &str| {
        let (drafts, mut findings) = import(map, "a.csv", format!("Xã;Khảo sát\nXã A;{cell}\nXã B;1\n").as_bytes());
        findings.retain(|id| id != "nhap/don-vi-ngoai-danh-muc" && id != BARE);
        (values(&drafts[0], "/figures/khao-sat.co-thuc-hien"), findings)
    };
    for (cell, code) in [("1", 1), ("0", 0), ("Có", 1), ("có", 1)] {
        assert_eq!(of(cell), (json!(code), vec![]), "{cell}");
    }
    for cell in ["2", "Đã làm", "0,5", "TRUE", "x"] {
        assert_eq!(of(cell), (Value::Null, vec!["nhap/ma-sai".to_owned()]), "{cell}");
    }
}

/// Counts as texts with a comma before three digits: nothing says what it is.
#[test]
fn counts_with_a_comma_before_three_digits_are_not_guessed_at() {
    let map = |rows: &str| {
        format!("set = \"cchc/xa-2025\"\n{rows}[unit]\ncolumn = \"Xã\"\n[figures]\n\"tthc.cong-bo-moi\" = \"Mới\"\n")
    };
    let of = |map: &str, cell: &str| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write(0, 0, "Xã").and_then(|sheet| sheet.write(0, 1, "Mới")).expect("a header");
        for (row, name) in [(1, "Xã A"), (2, "Xã B"), (3, "Xã C")] {
            sheet.write(row, 0, name).and_then(|sheet| sheet.write(row, 1, row * 700)).expect("a row");
        }
        sheet.write(2, 1, cell).expect("a cell");
        let (drafts, mut findings) = import(map, "a.xlsx", &workbook.save_to_buffer().expect("a workbook"));
        findings.retain(|id| id != "nhap/don-vi-ngoai-danh-muc" && id != BARE);
        (values(&drafts[1], "/figures/tthc.cong-bo-moi"), findings)
    };
    assert_eq!(of(&map(""), "2,500"), (Value::Null, vec!["so-lieu/khong-ro".to_owned()]));
    assert_eq!(of(&map("[rows]\ndecimal = \".\"\n"), "2,500"), (json!(2500), vec![]));
    assert_eq!(of(&map("[rows]\ndecimal = \",\"\n"), "2,500"), (Value::Null, vec!["so-lieu/so-dem-le".to_owned()]));
    assert_eq!(of(&map(""), "2.500"), (json!(2500), vec![]));
    assert_eq!(of(&map(""), "2,5"), (Value::Null, vec!["so-lieu/so-dem-le".to_owned()]));
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

/// The office's own list needs no codes: communes have those of the country, other organs go by their names.
#[test]
fn a_list_of_units_may_have_no_codes() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Đơn vị\"\nregister = \"don-vi.csv\"\nwithin = \"Hà Nội\"\n\
               [fields]\n\"document.promulgation.place\" = { register = \"Nơi\" }\n[figures]\n\"BM1.1\" = \"Văn bản\"\n";
    let of = |list: &str, rows: &str| {
        let mut beside = Uploads::default();
        beside.insert("don-vi.csv", list.as_bytes()).expect("a list");
        let file = ReportFile::new("map.toml", map).beside(&beside, ShelfPath::root());
        let (drafts, findings) = import_of(file, "a.csv", rows.as_bytes());
        let place =
            |draft: &Draft| values(draft, "/document/promulgation/place").as_str().unwrap_or_default().to_owned();
        (drafts.iter().map(place).collect::<Vec<_>>(), findings)
    };
    let list = "Tên;Nơi\nPhường Ba Đình;Ba Đình\nSở Nội vụ;Hoàn Kiếm\n";
    let wanted = vec!["Ba Đình".to_owned(), "Hoàn Kiếm".to_owned()];
    for rows in ["Đơn vị;Văn bản\n00004;3\nSở Nội vụ;4\n", "Đơn vị;Văn bản\nUBND phường Ba Đình;3\nsở nội vụ;4\n"]
    {
        assert_eq!(of(list, rows), (wanted.clone(), vec![]), "{rows}");
        let some = list.replace("Tên;Nơi", "Mã;Tên;Nơi").replace("\nPhường", "\n00004;Phường").replace("\nSở", "\n;Sở");
        assert_eq!(of(&some, rows), (wanted.clone(), vec![]), "{rows}");
    }
    assert_eq!(of(list, "Đơn vị;Văn bản\n00004;3\n").1, ["don-vi/thieu"]);
    let twice = format!("{list}Sở Nội vụ;Ba Vì\n");
    let mut beside = Uploads::default();
    beside.insert("don-vi.csv", twice.as_bytes()).expect("a list");
    let opened = Opened::read(
        ReportFile::new("map.toml", map).beside(&beside, ShelfPath::root()),
        &Limits::default(),
        &mut Vec::new(),
    )
    .expect("a mapping");
    let mut findings = Vec::new();
    let set = Templates::built_in().load("cchc/xa-2025", None, &mut findings).expect("a set");
    assert!(Mapping::new(&opened, &set, &mut findings).is_none());
    assert_eq!(findings[0].id, "don-vi/trung-ma");
}

/// Codes of communes say which unit it is where names may be of several; else the province does.
#[test]
fn units_of_one_name_are_told_apart_by_what_the_export_has() {
    let rows =
        "Mã;Xã;Số TTHC công bố mới\n02680;Xã Hợp Thành;3\n02683;Xã Bát Xát;4\n02701;Xã Y Tý;5\n02686;Xã A Mú Sung;6\n";
    let map = proposed(rows);
    assert!(map.contains("[unit]\ncolumn = \"Mã\"\n") && map.contains("ignore = [\"Xã\"]"), "{map}");
    let without = rows.lines().map(|line| format!("{}\n", line.split_once(';').expect("a code").1)).collect::<String>();
    let map = proposed(&without);
    assert!(map.contains("[unit]\ncolumn = \"Xã\"\n") && map.contains("\nwithin = \"Tỉnh Lào Cai\" #"), "{map}");
}
