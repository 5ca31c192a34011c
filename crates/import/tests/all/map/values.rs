//! What cells of figures hold: numbers, dashes, codes, percentages.

use baocao_core::report::ReportFile;
use baocao_core::shelf::{ShelfPath, Uploads};
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};

use super::proposals::proposed;
use super::{BARE, import, import_of, values};

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
    assert_eq!(share("", ["97,3", "250", "91,5", "88"]), "nhap/ty-le-qua-lon");
    assert_eq!(share("", ["97,3", "-2,5", "91,5", "88"]), "nhap/ty-le-qua-lon");
    assert_eq!(share("", ["97,3", "100", "0", "88"]), "");
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

/// A number inside of JSON, and one of the base, has all digits that were written; one that is too large is told.
#[test]
fn numbers_of_json_keep_their_digits() {
    let map = "set = \"cchc/xa-2025\"\nbase = \"chung.json\"\n[unit]\ncolumn = \"unit\"\n[figures]\n\"giai-ngan.ke-hoach\" = \"/in/v\"\n";
    let base = "{\"figures\": {\"giai-ngan.da-giai-ngan\": 9876543210987654.32, \"chi-dao.so-van-ban\": 12}}";
    let of = |number: &str| {
        let mut beside = Uploads::default();
        beside.insert("chung.json", base.as_bytes()).expect("a base");
        let file = ReportFile::new("map.toml", map).beside(&beside, ShelfPath::root());
        let rows = format!(
            "{{\"unit\": \"Xã A\", \"in\": {{\"v\": {number}}}}}\n{{\"unit\": \"Xã B\", \"in\": {{\"v\": 1}}}}\n"
        );
        let (drafts, mut findings) = import_of(file, "a.ndjson", rows.as_bytes());
        findings.retain(|id| id != "nhap/don-vi-ngoai-danh-muc");
        assert_eq!(values(&drafts[0], "/figures/giai-ngan.da-giai-ngan"), json!("9.876.543.210.987.654,32"));
        assert_eq!(values(&drafts[0], "/figures/chi-dao.so-van-ban"), json!(12));
        (values(&drafts[0], "/figures/giai-ngan.ke-hoach"), findings.join(" "))
    };
    assert_eq!(of("1234567890123456.78"), (json!("1.234.567.890.123.456,78"), String::new()));
    assert_eq!(of("9007199254740993"), (json!(9_007_199_254_740_993_i64), String::new()));
    assert_eq!(of("0.1"), (json!(0.1), String::new()));
    assert_eq!(of("1.5e3"), (json!(1500), String::new()));
    assert_eq!(of("1e400").1, "nhap/khong-phai-so");
}

/// An amount below zero is refused at its cell, as a count is.
#[test]
fn amounts_below_zero_are_refused() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Đơn vị\"\n[figures]\n\"giai-ngan.ke-hoach\" = \"Vốn\"\n";
    let (_, findings) = import(map, "a.csv", "Đơn vị;Vốn\nXã A;-7,5\nXã B;7\n".as_bytes());
    assert_eq!(findings, ["nhap/don-vi-ngoai-danh-muc", "so-lieu/so-am", "nhap/khong-so-lieu"]);
}
