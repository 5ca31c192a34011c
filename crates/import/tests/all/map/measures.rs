//! Units of measure that headers, rows, lines above a table and formats of numbers name.

use baocao_core::report::ReportFile;
use baocao_core::shelf::{ShelfPath, Uploads};
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};

use super::{BARE, import, import_of, values};

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
