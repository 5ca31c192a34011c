//! What is told of a workbook that was bent beyond doubt, word for word.

use baocao_core::rows::Given;
use baocao_testing::Golden;

use super::bend::{Bend, number, text};
use super::{Example, read, shown};

const LABEL: usize = 1;
const UNIT: usize = 2;
const VALUE: usize = 3;
const ID: usize = 5;

/// The name of a case, and how the workbook is bent.
type Case = (&'static str, fn(&mut Bend));

#[test]
fn what_is_told() {
    let example = Example::read("examples/xa-q3-2026.json");
    let exported = example.exported();
    let cases: [Case; 16] = [
        ("two-rows", two_rows),
        ("copied-sheet", copied_sheet),
        ("own-parts", own_parts),
        ("ids-moved", ids_moved),
        ("label-changed", label_changed),
        ("merged-values", merged_values),
        ("two-value-columns", two_value_columns),
        ("errors", errors),
        ("sheet-deleted", sheet_deleted),
        ("field-twice", field_twice),
        ("fractions", fractions),
        ("unit-changed", unit_changed),
        ("negative", negative),
        ("words", words),
        ("formula", formula),
        ("nothing", nothing),
    ];
    let mut golden = Golden::default();
    for (name, bend) in cases {
        let mut bent = Bend::of(&exported);
        bend(&mut bent);
        let (report, findings) = read(&bent.bytes(), &example.set);
        assert!(!findings.is_empty(), "{name}");
        assert_eq!(report.is_none(), name == "nothing", "{name}");
        golden.compare(&format!("crates/import/tests/findings/{name}.txt"), &shown(&findings));
    }
    golden.finish(16);
}

/// Words, a date, a mark of a note, the letter of no code, a percentage and a comma before three digits stand where a number
/// or a code belongs; in a cell that is computed, in a note and as a number that is printed with its zero they may.
fn words(bend: &mut Bend) {
    let date = chrono::NaiveDate::from_ymd_opt(2026, 5, 1).and_then(|day| day.and_hms_opt(0, 0, 0)).expect("a day");
    let all = [
        ("chi-dao.so-van-ban", Given::Date(date)),
        ("kiem-tra.so-to-chuc", text("5¹")),
        ("kiem-tra.so-ca-nhan", text("04")),
        ("khao-sat.co-thuc-hien", text("X")),
        ("khao-sat.so-phieu", text("7.725 (trong đó trực tuyến: 7.000)")),
        ("nhiem-vu-tinh.duoc-giao", text("12 %")),
        ("giai-ngan.ke-hoach", text("46,850")),
        ("giai-ngan.da-thuc-hien", text("1,234.5")),
    ];
    for (id, given) in all {
        let at = |sheet: &super::bend::Page| {
            sheet.rows.iter().position(|row| row.get(ID).and_then(Given::words) == Some(id))
        };
        let (at, sheet) = bend.forms().find_map(|sheet| Some((at(sheet)?, sheet))).expect(id);
        sheet.set(at, VALUE, given);
    }
}

/// A formula without a value of an office's own, in a cell that is filled in and in one that the program computes.
fn formula(bend: &mut Bend) {
    let sheet = bend.sheet("Biểu 1");
    for id in ["chi-dao.so-van-ban", "ke-hoach.ty-le-hoan-thanh"] {
        let row = sheet.row_of(ID, id);
        sheet.set(row, VALUE, Given::Json("=2+3".to_owned()));
    }
}

/// Percentages were written as fractions: one among others, and all of a form.
fn fractions(bend: &mut Bend) {
    let share = |sheet: &mut super::bend::Page, most: usize| {
        let is_share = |row: &Vec<Given>| {
            row.get(UNIT).and_then(Given::words) == Some("%") && matches!(row.get(VALUE), Some(Given::Number(_)))
        };
        let rows: Vec<usize> = (0..sheet.rows.len()).filter(|row| is_share(&sheet.rows[*row])).collect();
        assert!(rows.len() > 1, "{}", sheet.name);
        rows.into_iter().take(most).for_each(|row| sheet.set(row, VALUE, Given::Number("0.992".parse().unwrap())));
    };
    share(bend.sheet("Biểu 1"), 1);
    share(bend.sheet("Biểu 7"), usize::MAX);
}

/// The unit of an amount was changed, and the word for what is counted.
fn unit_changed(bend: &mut Bend) {
    let sheet = bend.sheet("Biểu 6");
    let row = sheet.row_of(ID, "giai-ngan.ke-hoach");
    sheet.set(row, UNIT, text("Đồng"));
    let sheet = bend.sheet("Biểu 1");
    let row = sheet.row_of(ID, "ke-hoach.nhiem-vu-de-ra");
    sheet.set(row, UNIT, text("Văn bản"));
}

/// A count and an amount below zero.
fn negative(bend: &mut Bend) {
    let sheet = bend.sheet("Biểu 6");
    let row = sheet.row_of(ID, "giai-ngan.ke-hoach");
    sheet.set(row, VALUE, number(-7));
    let sheet = bend.sheet("Biểu 1");
    let row = sheet.row_of(ID, "ke-hoach.nhiem-vu-de-ra");
    sheet.set(row, VALUE, text("-3"));
}

/// A row was copied and filled in anew.
fn two_rows(bend: &mut Bend) {
    let sheet = bend.sheet("Biểu 1");
    let row = sheet.row_of(ID, "ke-hoach.nhiem-vu-de-ra");
    let mut copy = sheet.rows[row].clone();
    copy[VALUE] = number(33);
    sheet.insert_row(row + 1, copy);
}

/// A sheet was copied, one value changed, another cleared.
fn copied_sheet(bend: &mut Bend) {
    let sheet = bend.sheet("Biểu 6");
    let (name, rows) = ("Biểu 6 (2)".to_owned(), sheet.rows.clone());
    bend.sheets.push(super::bend::Page { name, rows, merged: Vec::new() });
    let copy = bend.sheet("Biểu 6 (2)");
    copy.change(VALUE, |_| Given::Blank);
    let row = copy.row_of(ID, "giai-ngan.ke-hoach");
    copy.set(row, VALUE, number(46_000));
}

/// Rows, columns and sheets of an office's own.
fn own_parts(bend: &mut Bend) {
    let sheet = bend.sheet("Biểu 1");
    sheet.insert_row(8, vec![text("2.3."), text("Số nhiệm vụ xin lùi thời hạn"), text("Nhiệm vụ"), number(2)]);
    sheet.insert_column(VALUE);
    sheet.set(4, VALUE, text("Kỳ trước"));
    sheet.set(7, VALUE, number(30));
    bend.sheet("Văn bản").insert_row(6, vec![text("Điện thoại"), text("0200 000 0000")]);
    let rows = vec![vec![], vec![text("Việc cần làm")]];
    bend.sheets.push(super::bend::Page { name: "Sheet1".to_owned(), rows, merged: Vec::new() });
}

/// The visible cells were moved down by a row, the hidden ones were not.
fn ids_moved(bend: &mut Bend) {
    let sheet = bend.sheet("Biểu 6");
    for row in (6..sheet.rows.len()).rev() {
        let id = sheet.rows[row - 1].get(ID).cloned().unwrap_or(Given::Blank);
        sheet.set(row, ID, id);
    }
}

/// The label says something else than the code and the id.
fn label_changed(bend: &mut Bend) {
    let sheet = bend.sheet("Biểu 1");
    let row = sheet.row_of(ID, "kiem-tra.so-ca-nhan");
    sheet.set(row, LABEL, text("Số vấn đề phát hiện qua kiểm tra"));
    let row = sheet.row_of(ID, "kiem-tra.so-to-chuc");
    sheet.set(row, ID, Given::Blank);
    sheet.set(row, LABEL, text("Kinh phí hỗ trợ đoàn kiểm tra"));
}

fn merged_values(bend: &mut Bend) {
    let sheet = bend.sheet("Biểu 1");
    let row = sheet.row_of(ID, "nhiem-vu-tinh.dung-han");
    sheet.set(row + 1, VALUE, Given::Blank);
    sheet.merge((row, row + 1), (VALUE, VALUE));
}

fn two_value_columns(bend: &mut Bend) {
    let sheet = bend.sheet("Biểu 1");
    sheet.insert_column(VALUE + 1);
    sheet.set(4, VALUE + 1, text("Số lượng/ Tỷ lệ"));
    sheet.set(7, VALUE + 1, number(1));
}

fn errors(bend: &mut Bend) {
    let sheet = bend.sheet("Biểu 1");
    let rows = ["ke-hoach.nhiem-vu-hoan-thanh", "ke-hoach.ty-le-hoan-thanh", "kiem-tra.so-to-chuc"];
    for row in rows.map(|id| sheet.row_of(ID, id)) {
        sheet.set(row, VALUE, Given::Mistake("#REF!".to_owned()));
    }
}

fn sheet_deleted(bend: &mut Bend) {
    bend.sheets.retain(|sheet| sheet.name != "Biểu 4");
}

fn field_twice(bend: &mut Bend) {
    let sheet = bend.sheet("Văn bản");
    let row = sheet.row_of(0, "Số văn bản");
    sheet.insert_row(row + 1, vec![text("Số văn bản"), number(215)]);
}

fn nothing(bend: &mut Bend) {
    bend.sheets.retain(|sheet| !sheet.name.starts_with("Biểu"));
}
