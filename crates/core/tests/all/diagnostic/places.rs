//! Places in files, and the cells of exports that values came from.

use baocao_core::diagnostic::{Address, Lang, Place, Source, column_letters};

/// One place of every kind.
fn places() -> [Place; 6] {
    let json = Source::new("a.json", "{\n  \"x\": 5\n}");
    let rows = Source::new("b.csv", "ten;so\nmột;5\n");
    let book = Source::new("quy-3.xlsx", "");
    [
        Place::json(&json, 9..10, "/x"),
        Place::field(&rows, 2, Some(2), 13..14),
        Place::field(&rows, 2, None, 7..14),
        Place::cell(&book, "Biểu 3", 17, 4),
        Place::page(&Source::new("c.pdf", ""), 5),
        Place::file(&book),
    ]
}

#[test]
fn every_place_is_shown_as_people_look_it_up() {
    let shown = |lang| places().map(|place| place.shown(lang));
    let wanted = ["a.json:2:8", "b.csv:2:5", "b.csv:2:1", "quy-3.xlsx, Biểu 3, D17", "c.pdf, trang 5", "quy-3.xlsx"];
    assert_eq!(shown(Lang::Vi), wanted);
    assert_eq!(shown(Lang::En)[4], "c.pdf, page 5");
    let inside = |lang| places().map(|place| place.inside(lang).unwrap_or_default());
    assert_eq!(inside(Lang::Vi), ["/x", "hàng 2, cột 2", "hàng 2", "Biểu 3, D17", "trang 5", ""]);
    assert_eq!(inside(Lang::En), ["/x", "row 2, column 2", "row 2", "Biểu 3, D17", "page 5", ""]);
}

#[test]
fn only_places_of_texts_have_bytes_and_only_those_of_json_a_pointer() {
    let spans = [Some(9..10), Some(13..14), Some(7..14), None, None, None];
    assert_eq!(places().map(|place| place.span()), spans);
    let pointers = [Some("/x".to_owned()), None, None, None, None, None];
    assert_eq!(places().map(|place| place.pointer().map(str::to_owned)), pointers);
    let moved = places().map(|place| place.with_span(1..2).with_pointer(None));
    assert_eq!(moved[0], Place::new(&moved[0].source, 1..2));
    assert_eq!(moved[1], Place::field(&moved[1].source, 2, Some(2), 1..2));
    assert_eq!(moved[3..], places()[3..]);
}

#[test]
fn places_are_in_the_order_of_their_file() {
    let book = Source::new("b.xlsx", "");
    let text = Source::new("a.json", "0123456789");
    let wanted = [
        Place::new(&text, 2..3),
        Place::new(&text, 2..4),
        Place::json(&text, 5..6, "/a"),
        Place::file(&book),
        Place::cell(&book, "Biểu 1", 2, 9),
        Place::cell(&book, "Biểu 1", 10, 1),
        Place::cell(&book, "Biểu 2", 1, 1),
    ];
    let mut sorted = wanted.to_vec();
    sorted.reverse();
    sorted.sort_by(Place::order);
    assert_eq!(sorted, wanted);
    assert!(wanted[0].overlaps(&wanted[1]) && !wanted[1].overlaps(&wanted[2]));
    assert!(!wanted[3].overlaps(&wanted[3]));
}

#[test]
fn columns_have_letters() {
    for (column, letters) in [(1, "A"), (4, "D"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")] {
        assert_eq!(column_letters(column), letters);
        assert_eq!(Address::parse(&format!("{letters}1")), Some(cell("", 1, column)));
    }
    assert_eq!(["", "1", "Đ1", "AAAAA1"].map(Address::parse), [const { None }; 4]);
}

#[test]
fn lines_and_columns_count_characters() {
    let source = Source::new("x", "một\nhai ba\n");
    let place = source.text.find("ba").unwrap();
    assert_eq!(source.line_column(place), (2, 5));
    assert_eq!(source.offset(2, 5), place);
    assert_eq!(source.line_column(10_000), (3, 1));
    assert_eq!(source.offset(9, 9), source.text.len());
}

fn cell(sheet: &str, row: usize, column: usize) -> Address {
    Address::Cell { sheet: sheet.to_owned(), row, column }
}

#[test]
fn addresses_are_read_as_they_are_written() {
    let value = |line, pointer: &str| Address::Value { line, pointer: pointer.to_owned() };
    for (address, written, words) in [
        (cell("Biểu 3", 17, 4), "Biểu 3!D17", "Biểu 3, D17"),
        (cell("", 2, 28), "AB2", "AB2"),
        (cell("Quý 'III'!", 1, 1), "'Quý ''III''!'!A1", "Quý 'III'!, A1"),
        (cell("12:3", 1, 1), "12:3!A1", "12:3, A1"),
        (Address::Field { row: 12, column: 3 }, "12:3", "hàng 12, cột 3"),
        (value(17, "/value"), "17#/value", "dòng 17, /value"),
        (value(1, ""), "1#", "dòng 1"),
    ] {
        assert_eq!(address.to_string(), written);
        assert_eq!(Address::parse(written), Some(address.clone()), "{written}");
        assert_eq!(address.shown(Lang::Vi), words);
    }
    // Excel quotes names with spaces, whether it needs to or not.
    assert_eq!(Address::parse("'Biểu 3'!d17"), Some(cell("Biểu 3", 17, 4)));
    for wrong in ["", "Biểu 3", "Biểu 3!17", "Biểu 3!D", "D0", "0:1", "1:+2", "3#value", "D-1", "ABCDEFGHIJ1"] {
        assert_eq!(Address::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn places_of_exports_have_addresses() {
    let (book, text) = (Source::new("a.xlsx", ""), Source::new("a.ndjson", "{}\n{\"x\": 1}\n"));
    let address = |place: &Place| Address::of(place).map(|address| address.to_string());
    assert_eq!(address(&Place::cell(&book, "Biểu 1", 5, 2)).as_deref(), Some("Biểu 1!B5"));
    assert_eq!(address(&Place::field(&text, 2, Some(3), 0..1)).as_deref(), Some("2:3"));
    assert_eq!(address(&Place::json(&text, 9..10, "/x")).as_deref(), Some("2#/x"));
    assert_eq!(address(&Place::field(&text, 2, None, 0..1)), None);
    assert_eq!(address(&Place::file(&book)), None);
}
