//! Workbooks as the reader of rows sees them.

use baocao_core::diagnostic::{Finding, Lang};
use baocao_core::limits::Limits;
use baocao_core::report::{ColumnKind, FigureValue};
use baocao_core::rows::{Book, Given, Hints, Role, Table};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

fn read(book: &mut Workbook) -> (Book, Vec<Finding>) {
    let bytes = book.save_to_buffer().expect("a workbook");
    let mut findings = Vec::new();
    let book = Book::read("quy-2.xlsx", &bytes, &Limits::default(), &mut findings).expect("a book");
    (book, findings)
}

fn shown(values: Vec<FigureValue>) -> Vec<String> {
    let text = |value| match value {
        FigureValue::Absent => String::new(),
        FigureValue::Number(number) => number.to_string(),
        FigureValue::Written { text, .. } | FigureValue::Word(text) | FigureValue::Ambiguous(text) => text,
    };
    values.into_iter().map(text).collect()
}

/// A form as offices fill it: merged cells in the header and the first column, a heading over all columns, a total.
fn form() -> Workbook {
    let mut book = Workbook::new();
    let plain = Format::new();
    let (percent, day) = (Format::new().set_num_format("0.0%"), Format::new().set_num_format("dd/mm/yyyy"));
    let sheet = book.add_worksheet().set_name("Biểu 2").expect("a name");
    sheet.merge_range(0, 0, 0, 5, "KẾT QUẢ GIẢI QUYẾT HỒ SƠ", &plain).expect("cells");
    for (column, name) in [(0, "STT"), (1, "Lĩnh vực"), (5, "Ngày chốt")] {
        sheet.merge_range(2, column, 3, column, name, &plain).expect("cells");
    }
    sheet.merge_range(2, 2, 2, 4, "Đã giải quyết", &plain).expect("cells");
    for (column, name) in [(2, "Tổng"), (3, "Quá hạn"), (4, "Tỷ lệ")] {
        sheet.write(3, column, name).expect("a cell");
    }
    sheet.merge_range(4, 0, 4, 5, "Khối xã", &plain).expect("cells");
    sheet.merge_range(5, 1, 6, 1, "Hộ tịch", &plain).expect("cells");
    for (row, total, late, rate) in [(5, 412, 7, 0.983), (6, 88, 0, 1.0), (7, 2100, 3, 0.9986)] {
        sheet.write(row, 0, row - 4).expect("a cell");
        sheet.write(row, 2, total).expect("a cell");
        sheet.write(row, 3, late).expect("a cell");
        sheet.write_with_format(row, 4, rate, &percent).expect("a cell");
        let date = ExcelDateTime::from_ymd(2026, 6, 30).expect("a day");
        sheet.write_with_format(row, 5, &date, &day).expect("a cell");
    }
    sheet.write(7, 1, "Đất đai").expect("a cell");
    sheet.write(8, 1, "Tổng cộng").expect("a cell");
    sheet.write(8, 2, Formula::new("=SUM(C6:C8)").set_result("2600")).expect("a cell");
    sheet.write(8, 3, Formula::new("=SUM(D6:D8)").set_result("10")).expect("a cell");
    book
}

#[test]
fn a_form_is_understood_as_it_is_seen() {
    let (book, mut findings) = read(&mut form());
    let mut table = Table::read(&book.sheets[0], &Hints::default(), &mut findings).expect("a table");
    let paths: Vec<String> = table.columns.iter().map(|column| column.path.join("/")).collect();
    assert_eq!(
        paths,
        ["STT", "Lĩnh vực", "Đã giải quyết/Tổng", "Đã giải quyết/Quá hạn", "Đã giải quyết/Tỷ lệ", "Ngày chốt"]
    );
    let roles: Vec<Role> = table.lines.iter().map(|line| line.role).collect();
    assert_eq!(roles, [Role::Group, Role::Data, Role::Data, Role::Data, Role::Total]);
    assert_eq!(table.heading(&table.lines[0]), Some("Khối xã"));
    let hints = Hints::default();
    let mut values = |column, kind| shown(table.values(column, kind, &hints, &mut findings)[1..4].to_vec());
    assert_eq!(values(1, ColumnKind::Text), ["Hộ tịch", "Hộ tịch", "Đất đai"]);
    assert_eq!(values(2, ColumnKind::Count), ["412", "88", "2100"]);
    assert_eq!(values(4, ColumnKind::Percent), ["98,3", "100", "99,86"]);
    assert_eq!(values(5, ColumnKind::Date), ["2026-06-30", "2026-06-30", "2026-06-30"]);
    let told: Vec<&str> = findings.iter().map(|finding| finding.id.as_str()).collect();
    assert_eq!(told, ["du-lieu/dong-tong", "du-lieu/ngoai-bang"]);
    let place = findings[0].place.as_ref().expect("a place");
    assert_eq!(place.shown(Lang::Vi), "quy-2.xlsx, Biểu 2, B9");
}

#[test]
fn what_is_wrong_in_a_workbook_is_told_by_its_cell() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("T6").expect("a name");
    for (column, name) in ["Đơn vị", "Số", "Ghi chú"].into_iter().enumerate() {
        sheet.write(0, u16::try_from(column).expect("a column"), name).expect("a cell");
    }
    sheet.write(1, 0, "Xã Cẩm Sơn").expect("a cell");
    sheet.write(1, 1, Formula::new("=A9").set_result("")).expect("a cell");
    sheet.write(2, 0, "Xã Bình Thạnh").expect("a cell");
    sheet.write(2, 1, Formula::new("=1/0").set_result("#DIV/0!")).expect("a cell");
    sheet.write(2, 2, 2026).expect("a cell");
    sheet.write(3, 0, "Xã Tân Lập").expect("a cell");
    sheet.write(3, 1, 46_211).expect("a cell");
    let (book, mut findings) = read(&mut book);
    assert_eq!(*book.sheets[0].cell(3, 1), Given::Number(46_211.into()));
    let hints = Hints::default();
    let mut table = Table::read(&book.sheets[0], &hints, &mut findings).expect("a table");
    assert_eq!(shown(table.values(2, ColumnKind::Text, &hints, &mut findings)), ["", "2026", ""]);
    assert_eq!(shown(table.values(1, ColumnKind::Date, &hints, &mut Vec::new()))[2], "2026-07-08");
    let read = shown(table.values(1, ColumnKind::Count, &hints, &mut findings));
    assert_eq!(read[1..], ["#DIV/0!", "46211"]);
    let told: Vec<String> = findings
        .iter()
        .map(|finding| {
            format!("{} {}", finding.id, finding.place.as_ref().map(|place| place.shown(Lang::Vi)).unwrap_or_default())
        })
        .collect();
    assert!(told.contains(&"du-lieu/o-loi quy-2.xlsx, T6, B3".to_owned()), "{told:?}");
}

#[test]
fn sparse_and_large_sheets_are_bounded() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..200 {
        sheet.write(row, 16_383, 1).expect("a cell");
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    let mut findings = Vec::new();
    assert!(Book::read("xa.xlsx", &bytes, &Limits::default(), &mut findings).is_none());
    assert_eq!(findings[0].id.as_str(), "du-lieu/qua-nhieu-o");
    assert_eq!(
        findings[0].place.as_ref().map(|place| place.shown(Lang::En)).as_deref(),
        Some("xa.xlsx, Sheet1, XFD123")
    );
}

/// What a workbook hides is read and told: rows, columns, rows that a filter leaves out, a sheet that is asked for by name.
#[test]
fn what_a_workbook_hides_is_told() {
    let mut workbook = Workbook::new();
    for name in ["Quý III", "Nháp"] {
        let sheet = workbook.add_worksheet().set_name(name).expect("a name");
        for (column, title) in [(0, "Xã"), (1, "Hồ sơ"), (2, "Văn bản")] {
            sheet.write(0, column, title).expect("a title");
        }
        for row in 1..9 {
            sheet.write(row, 0, format!("Xã {row}")).expect("a name");
            sheet.write(row, 1, row * 7).and_then(|sheet| sheet.write(row, 2, row * row)).expect("values");
        }
        if name == "Nháp" {
            sheet.set_hidden(true);
            continue;
        }
        for row in [2, 3, 4, 7] {
            sheet.set_row_hidden(row).expect("a row");
        }
        sheet.set_column_hidden(2).expect("a column");
    }
    let (book, findings) = read(&mut workbook);
    assert_eq!(findings, []);
    let told = |sheet: usize| {
        let mut findings = Vec::new();
        let table = Table::read(&book.sheets[sheet], &Hints::default(), &mut findings).expect("a table");
        assert_eq!(table.lines.iter().filter(|line| line.role == Role::Data).count(), 8);
        let [finding] = findings.as_slice() else { panic!("{findings:?}") };
        assert_eq!(finding.id, "du-lieu/bi-an");
        (finding.message.text(Lang::Vi).to_owned(), finding.place.as_ref().expect("a place").shown(Lang::Vi))
    };
    let (message, place) = told(0);
    assert!(message.starts_with("hàng 3–5, 8 và cột C bị ẩn"), "{message}");
    assert_eq!(place, "quy-2.xlsx, Quý III, C3");
    assert!(told(1).0.starts_with("trang tính \"Nháp\" bị ẩn"));
}
