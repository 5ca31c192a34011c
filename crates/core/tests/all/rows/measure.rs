//! Units of measure: what a value in one is in another.

use baocao_core::rows::measure::{Fit, fit};
use baocao_core::rows::{Hints, SaidBy, Table, unit_of_names};

use super::read;

#[test]
fn units_of_one_quantity_are_converted() {
    let times = |text: &str| Fit::Times(text.parse().unwrap());
    assert_eq!(fit("nghìn đồng", "Triệu đồng"), times("0.001"));
    assert_eq!(fit("Tỷ đồng", "triệu đồng"), times("1000"));
    assert_eq!(fit("1000đ", "đồng"), times("1000"));
    assert_eq!(fit("VNĐ", "triệu đồng"), times("0.000001"));
    assert_eq!(fit("Hồ sơ", "hồ  sơ"), times("1"));
    assert_eq!(fit("nghìn người", "Người"), times("1000"));
    assert_eq!(fit("ha", "km²"), times("0.01"));
    assert_eq!(fit("tạ", "tấn"), times("0.1"));
    for million in ["10^6 đồng", "10⁶ đồng", "1.000.000đ", "1 000 000 đồng", "10 mũ 6 đồng", "1,000,000 VND"]
    {
        assert_eq!(fit(million, "đồng"), times("1000000"), "{million}");
    }
    assert_eq!(fit("10.000 đồng", "đồng"), times("10000"));
}

#[test]
fn what_cannot_be_the_other_is_not_converted() {
    for (from, to) in [
        ("%", "Hồ sơ"),
        ("USD", "Triệu đồng"),
        ("triệu đồng", "%"),
        ("hồ sơ", "triệu đồng"),
        ("ha", "m"),
        ("kg", "người"),
    ] {
        assert_eq!(fit(from, to), Fit::Never, "{from} {to}");
    }
    assert_eq!(fit("TTHC", "Thủ tục"), Fit::OtherWords);
}

#[test]
fn units_of_measure_stand_in_any_part_of_a_header() {
    for (path, unit, is_own) in [
        (&["Kế hoạch được giao (đồng)"][..], "đồng", true),
        (&["Vốn (nghìn đồng)", "Kế hoạch"], "nghìn đồng", false),
        (&["Vốn (nghìn đồng)", "Tỷ lệ (%)"], "%", true),
        (&["Vốn", "ĐVT: triệu đồng"], "triệu đồng", true),
        (&["Kế hoạch vốn\n(Đơn vị: Tỷ đồng)"], "Đơn vị: Tỷ đồng", true),
        (&["Diện tích [ha]"], "ha", true),
        (&["Dân số, nghìn người"], "nghìn người", true),
        (&["Kế hoạch", "Triệu đồng"], "Triệu đồng", true),
        (&["Tỷ lệ giải ngân %"], "%", true),
        (&["Kế hoạch (lũy kế, triệu đồng)"], "triệu đồng", true),
        (&["Đơn vị tính 1.000 đồng", "Kế hoạch"], "1.000 đồng", false),
        (&["Kế hoạch\ntỷ đồng"], "tỷ đồng", true),
        (&["Kế hoạch VND"], "VND", true),
        (&["Kế hoạch (10^6 đồng)"], "10^6 đồng", true),
        (&["Kế hoạch /tỷ đồng/"], "tỷ đồng", true),
        (&["Kế hoạch/nghìn đồng"], "nghìn đồng", true),
        (&["Kế hoạch (USD)"], "USD", true),
        (&["Kế hoạch vốn đồng"], "đồng", true),
    ] {
        let found = unit_of_names(path).map(|(unit, by)| (unit, by == SaidBy::Column));
        assert_eq!(found, Some((unit.to_owned(), is_own)), "{path:?}");
    }
}

#[test]
fn other_words_are_no_units_of_measure() {
    for part in [
        "Kế hoạch (1)",
        "(a)",
        "(m)",
        "Số (kỳ trước)",
        "Đã giao (lũy kế)",
        "Hồ sơ (hồ sơ)",
        "Tỷ lệ giải ngân",
        "Số (tỷ trọng)",
        "Số đạt trên 90%",
        "Số hợp đồng",
        "Tư vấn cộng đồng",
        "Mật độ người/km2",
        "Thời hạn 15 ngày",
        "Kế hoạch (10)",
        "",
    ] {
        assert_eq!(unit_of_names(&[part]), None, "{part}");
    }
}

/// Lines above a table that say its unit of measure: however they are written, and wherever in the line it stands.
#[test]
fn units_of_measure_stand_in_lines_above_a_table() {
    let said = |line: &str, header: &str, wanted: &str| {
        let (book, mut findings) = read(format!("BẢNG TỔNG HỢP;;\n{line}\nXã;{header}\nXã A;5;1\nXã B;7;2\n"));
        let book = book.expect("a book");
        let table = Table::read(&book.sheets[0], &Hints::default(), &mut findings).expect("a table");
        assert_eq!(table.columns.len(), 3, "{line}");
        table.unit_of(1, "", wanted).map(|said| (said.unit, said.by == SaidBy::Title))
    };
    let title = |unit: &str| Some((unit.to_owned(), true));
    for line in [
        ";;ĐVT: triệu đồng",
        "Đơn vị tính: Triệu đồng;;",
        ";(Đơn vị: triệu đồng);",
        "Biểu 2;;ĐVT : triệu đồng",
        ";;ĐVT triệu đồng.",
        ";Đơn vị tính (triệu đồng);",
        ";Đơn vị tính:;Triệu đồng",
        ";;(Triệu đồng)",
        "Số tiền tính bằng triệu đồng;;",
        "Unit: triệu đồng;;",
        "VỐN ĐẦU TƯ CÔNG (triệu đồng);;",
        "\"VỐN ĐẦU TƯ CÔNG, triệu đồng\";;",
        "VỐN ĐẦU TƯ CÔNG - Triệu đồng;;",
    ] {
        assert_eq!(said(line, "Vốn;Số dự án", "đồng"), title("triệu đồng"), "{line}");
        // It speaks of the columns that can have it, and of none that says its own.
        assert_eq!(said(line, "Vốn;Số dự án", "Hồ sơ"), None, "{line}");
        assert_eq!(said(line, "Vốn (tỷ đồng);Số dự án", "đồng"), Some(("tỷ đồng".to_owned(), false)), "{line}");
    }
    assert_eq!(said("\"Đơn vị tính: nghìn đồng, %\";;", "Vốn;Tỷ lệ", "%"), title("%"));
    assert_eq!(said("\"ĐVT: 1.000 đồng; ha\";;", "Vốn;Diện tích", "đồng"), title("1.000 đồng"));
    for line in [
        "Đơn vị: UBND xã Cẩm Sơn;;",
        "Đơn vị tính: hồ sơ;;",
        "Các đơn vị tính đến 30/6: đồng;;",
        "Kinh phí triệu đồng;;",
    ] {
        assert_eq!(said(line, "Vốn;Số dự án", "đồng"), None, "{line}");
    }
}

/// The same without marks, below the table, and around the table of a page.
#[test]
fn units_of_measure_stand_around_a_table() {
    let said = |text: String| {
        let (book, mut findings) = read(text);
        let book = book.expect("a book");
        let of = |sheet| {
            let table = Table::read(sheet, &Hints::default(), &mut findings).expect("a table");
            assert!(table.strange_title().is_none());
            table.unit_of(1, "", "đồng").map(|said| said.unit)
        };
        book.sheets.iter().map(of).collect::<Vec<_>>()
    };
    let csv = |above: &str, below: &str| said(format!("{above}\nXã;Vốn;Số dự án\nXã A;5;1\nXã B;7;2\n{below}\n"));
    let unit = |unit: &str| vec![Some(unit.to_owned())];
    assert_eq!(csv(";;DVT: nghin dong", ""), unit("nghin dong"));
    assert_eq!(csv(";;Don vi tinh: ty dong", ""), unit("ty dong"));
    assert_eq!(csv("", "Ghi chú: đơn vị tính: nghìn đồng;;"), unit("nghìn đồng"));
    assert_eq!(csv("", "ĐVT: nghìn đồng;;"), unit("nghìn đồng"));
    assert_eq!(csv("Ngan hang dong;;", "Nguồn: ty le dong;;"), [None]);
    let table = "<tr><td>Xã<td>Vốn<td>Số<tr><td>Xã A<td>5<td>1<tr><td>Xã B<td>7<td>2";
    let page = |before: &str, caption: &str, behind: &str| {
        said(format!("<html><h3>Kết quả</h3>{before}<table>{caption}{table}</table>{behind}</html>"))
    };
    let thousand = vec![Some("nghìn đồng".to_owned())];
    assert_eq!(page("<p align=right><i>Đơn vị tính: nghìn đồng</i></p>", "", ""), thousand);
    assert_eq!(page("<div>Biểu 2</div>ĐVT: nghìn đồng", "", ""), thousand);
    assert_eq!(page("", "<caption>ĐVT: nghìn đồng</caption>", ""), thousand);
    assert_eq!(page("", "", "<p>Ghi chú: ĐVT: nghìn đồng</p>"), thousand);
    assert_eq!(page("", "", ""), [None]);
    // A small table beside it, and the line of another table.
    let (book, _) = read(format!("<table><tr><td>ĐVT: nghìn đồng</table><table>{table}</table>"));
    let mut findings = Vec::new();
    let table_of = |book: &baocao_core::rows::Book, at: usize, findings: &mut Vec<_>| {
        let table = Table::read(&book.sheets[at], &Hints::default(), findings).expect("a table");
        table.unit_of(1, "", "đồng").map(|said| said.unit)
    };
    assert_eq!(table_of(&book.expect("a book"), 1, &mut findings).as_deref(), Some("nghìn đồng"));
    let (book, _) = read(format!("<table>{table}</table><p>ĐVT: nghìn đồng</p><table>{table}</table>"));
    let book = book.expect("a book");
    let both = [0, 1].map(|at| table_of(&book, at, &mut findings));
    assert_eq!(both, [None, Some("nghìn đồng".to_owned())]);
}

/// What a header says that looks like a unit of money and is none that is known.
#[test]
fn strange_units_of_money_in_a_header_are_found() {
    let strange = |name: &str| {
        let (book, mut findings) = read(format!("Xã;{name}\nXã A;5\nXã B;7\n"));
        let book = book.expect("a book");
        let table = Table::read(&book.sheets[0], &Hints::default(), &mut findings).expect("a table");
        table.strange_heading(1).map(|said| said.unit)
    };
    for (name, unit) in [("Vốn (tr)", "tr"), ("Vốn (triệu/đồng)", "triệu/đồng"), ("Vốn, ĐVT: cây vàng", "cây vàng")]
    {
        assert_eq!(strange(name).as_deref(), Some(unit), "{name}");
    }
    for name in ["Vốn", "Vốn (tỷ đồng)", "Vốn (năm 2026)", "Vốn (hợp đồng)", "Vốn (triển khai)"]
    {
        assert_eq!(strange(name), None, "{name}");
    }
}
