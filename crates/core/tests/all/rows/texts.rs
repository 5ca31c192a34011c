//! CSV and JSON: rows, cells, and where they stand.

use baocao_core::diagnostic::{Finding, Lang};
use baocao_core::rows::{Form, Given};

use super::{book, read};
use crate::common::ids;

#[test]
fn rows_of_csv_are_those_that_a_spreadsheet_shows() {
    let sheet = &book("\nten;so\n\"một\nhai\";x\n\nba;y;z\n").sheets[0];
    let filled: Vec<usize> = (0..sheet.height()).filter(|row| sheet.width_of(*row) > 0).collect();
    assert_eq!(filled, [1, 2, 4]);
    let place = sheet.row_place(2);
    assert_eq!(
        (place.inside(Lang::En).as_deref(), place.bytes(), place.line_column()),
        (Some("row 3"), Some(8..21), Some((3, 1)))
    );
    // The quotes before it held a line feed.
    assert_eq!(sheet.row_place(4).line_column(), Some((6, 1)));
    assert_eq!(sheet.place(1, 1).inside(Lang::Vi).as_deref(), Some("hàng 2, cột 2"));
    let (book, findings) = read("a;b\nbốn;\"u\nv");
    assert!(book.is_none());
    assert_eq!(ids(&findings), ["du-lieu/ngoac-kep"]);
}

#[test]
fn the_separator_divides_lines_evenly() {
    for (text, separator) in [
        ("a,b,c\n1;2;3;4", b','),
        ("a;b,c;d", b';'),
        ("a\tb\tc", b'\t'),
        ("\"a,b,c\";d", b';'),
        ("a", b';'),
        ("", b';'),
        ("a;b,c", b';'),
        ("Báo cáo, quý III, năm 2026\nten;so\nmột;1,5\nhai;2,5\n", b';'),
        ("ten,ghi chú\nmột,\"x;y;z\"\nhai,t\n", b','),
    ] {
        assert_eq!(book(text).sheets[0].form, Form::Csv { separator }, "{text:?}");
    }
}

#[test]
fn values_of_csv_are_found_where_they_stand() {
    let text = "1;\"a;1\"; 1 ;\"x\"\"y\";;2";
    let sheet = &book(text).sheets[0];
    let at = |column: usize| &text[sheet.place(0, column).bytes().unwrap()];
    assert_eq!([0, 1, 2].map(at), ["1", "a;1", "1"]);
    // What is written with quotes in it does not stand there as it is read.
    assert_eq!(at(3), " ;\"x\"\"y\";;2");
}

#[test]
fn json_is_seen_at_its_beginning() {
    let form = |text: &str| read(text).0.map(|book| book.sheets[0].form);
    assert_eq!(form(" [\n {\"a\": 1}]"), Some(Form::List));
    assert_eq!(form("{\"a\": 1}\n{\"a\": 2}"), Some(Form::Lines));
    assert_eq!(form("{\"a\": 1}"), Some(Form::Lines));
    assert_eq!(form("{\"a\": 1\n{\"a\": 2}"), Some(Form::Lines));
    assert_eq!(form("[Đơn vị];[Số]\na;1"), Some(Form::Csv { separator: b';' }));
    assert_eq!(form("ten;so"), Some(Form::Csv { separator: b';' }));
    // One object over several lines is meant to hold a list.
    assert_eq!(form("{\n\"rows\": []\n}"), Some(Form::List));
    let (none, findings) = read("{\n\"rows\": 1\n}");
    assert!(none.is_none());
    assert_eq!(ids(&findings), ["du-lieu/khong-phai-danh-sach"]);
}

#[test]
fn keys_are_columns_and_values_know_where_they_stand() {
    let (book_of_lines, findings) =
        read("{\"a\": 1.50, \"b\": \"x\"}\n\n{\"c\": {\"value\": 2}, \"a\": null, \"a\": true}\n");
    let sheet = &book_of_lines.unwrap().sheets[0];
    assert_eq!(ids(&findings), ["dau-vao/khoa-lap"]);
    let names: Vec<_> = (0..4).filter_map(|column| sheet.words(0, column)).collect();
    assert_eq!(names, ["a", "b", "c", "a"]);
    assert_eq!(*sheet.cell(1, 0), Given::Number("1.50".parse().unwrap()));
    assert_eq!(*sheet.cell(2, 2), Given::Json("{\"value\": 2}".into()));
    assert_eq!(*sheet.cell(2, 3), Given::Bool(true));
    let place = sheet.place(2, 3);
    assert_eq!((place.pointer(), place.line_column()), (Some("/a"), Some((3, 37))));
    assert_eq!(sheet.place(0, 1).line_column(), Some((1, 13)));
    let list = book("[{\"a/b\": 1}, {\"a/b\": 2}]");
    assert_eq!(list.sheets[0].place(2, 0).pointer(), Some("/1/a~1b"));
}

#[test]
fn broken_lines_in_the_middle_are_passed_over_and_told_once() {
    let (book, findings) = read("{\"a\": 1}\n{\"a\": \n{\"a\": 2}\n{\"a\" 3}\n{\"a\": 4}\n");
    assert_eq!(book.unwrap().sheets[0].height(), 4);
    assert_eq!((findings.len(), findings[0].places().count()), (1, 2));
    let (book, findings) = read("{\"a\": 1}\n{\"a\": 2");
    assert!(book.is_none());
    assert_eq!(ids(&findings), ["dau-vao/khong-phai-json"]);
}

#[test]
fn keys_that_stand_twice_are_told_where_they_stand() {
    let told = |text: &str| {
        let (_, findings) = read(text);
        let places = |finding: &Finding| {
            finding.places().map(|place| place.bytes().map(|at| (at.start, text[at].to_owned())).unwrap()).collect()
        };
        findings.iter().map(|finding| (finding.id.to_string(), places(finding))).collect::<Vec<(_, Vec<_>)>>()
    };
    let key = |places: &[(usize, &str)]| {
        vec![(
            "dau-vao/khoa-lap".to_owned(),
            places.iter().map(|(at, key)| (*at, (*key).to_owned())).collect::<Vec<_>>(),
        )]
    };
    assert_eq!(told("{\"a\": 1, \"a\": 2}\n{\"b\": 3}\n"), key(&[(9, "\"a\"")]));
    assert_eq!(told("{\"a\": 1}\n{\"b\": {\"c\": 1, \"c\": 1}}\n"), key(&[(24, "\"c\"")]));
    let list = "[{\"a\": [{\"c\": 1, \"c\": 2}]}, {\"x\": 1, \"x\": 1}]";
    assert_eq!(told(list), key(&[(17, "\"c\""), (37, "\"x\"")]));
    assert_eq!(told("[{\"a\": {\"c\": 1}, \"b\": {\"c\": 1}}, {\"a\": 1}]"), []);
    let deep = format!("[{{\"a\": {}{}}}]", "[".repeat(100_000), "]".repeat(100_000));
    assert!(read(&deep).1.iter().all(|finding| finding.id != "dau-vao/khoa-lap"));
}
