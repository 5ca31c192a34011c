//! Tables and files of rows that look unusual and are good: each gives the same table as rows written in the report.

use baocao::{Folder, ReportFile, ShelfPath, Uploads};
use baocao_core::document::Document;
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

use crate::harmless::{SYNTAX, base, office, texts, told};

/// A report of the base whose only appendix is a table.
fn with_table(table: Value) -> Value {
    let mut report = base();
    report["appendices"] = json!([{ "title": "Kết quả", "parts": [{ "table": "t" }] }]);
    report["tables"] = json!({ "t": table });
    report
}

/// The table of these tests, of which `more` says the rows.
fn table(more: (&str, Value)) -> Value {
    let mut table = json!({
        "columns": [
            { "title": "STT", "kind": "ordinal" },
            { "id": "don-vi", "title": "Đơn vị, **địa bàn**" },
            { "title": "Hồ sơ", "columns": [
                { "id": "tiep-nhan", "title": "Tiếp nhận", "kind": "count" },
                { "id": "kinh-phi", "title": "Kinh phí (đồng)", "kind": "money", "from": "Kinh phí (đồng)" }
            ] },
            { "id": "ty-le", "title": "Tỷ lệ", "kind": "percent" },
            { "id": "ngay", "title": "Ngày", "kind": "date" }
        ]
    });
    table[more.0] = more.1;
    table
}

fn given() -> Value {
    table((
        "rows",
        json!([
            ["Thôn \"Đông\"; khu A", "1.250", "12.500.000", "75,8", "08/9/2023"],
            ["Thôn Đoài, thôn Thượng", "07", null, "100", "2023-09-08"]
        ]),
    ))
}

/// Composes a report beside a file; there is nothing to tell.
fn composed(report: &Value, file: (&str, &[u8])) -> Document {
    let mut uploads = Uploads::default();
    uploads.insert(file.0, file.1).expect("a good name");
    let report = ReportFile::new("report.json", report.to_string()).beside(&uploads, ShelfPath::root());
    let outcome = office().compose(report);
    assert_eq!(told(&outcome.review.findings), "", "{}", file.0);
    outcome.value.expect("no finding, no failure").document
}

fn appendices(document: &Document) -> Value {
    serde_json::to_value(&document.appendices).expect("a document is JSON")
}

/// A file gives the table that the rows in the report give.
fn same_rows(name: &str, bytes: &[u8]) {
    let wanted = appendices(&composed(&with_table(given()), ("x", b"")));
    let report = with_table(table(("data", json!({ "file": name }))));
    assert_eq!(appendices(&composed(&report, (name, bytes))), wanted, "{name}");
}

const SPREADSHEET: &str = "\u{feff}STT;Đơn vị, địa bàn;Tiếp nhận;Kinh phí (đồng);Tỷ lệ;Ngày\r\n\
    1;\"Thôn \"\"Đông\"\"; khu A\";1.250;12.500.000;75,8;08/9/2023\r\n\
    2;Thôn Đoài, thôn Thượng;07;;100;2023-09-08\r\n\
    ;;;;;\r\n\
    ;;;;;\r\n";

#[test]
fn csv_of_a_vietnamese_spreadsheet() {
    same_rows("so-lieu.csv", SPREADSHEET.as_bytes());
    same_rows("SO LIEU.CSV", SPREADSHEET.as_bytes());
}

#[test]
fn csv_in_other_encodings() {
    let wide: Vec<u8> = SPREADSHEET.encode_utf16().flat_map(u16::to_le_bytes).collect();
    same_rows("so-lieu.csv", &wide);
    // Windows-1258 writes the marks of tones behind their letters.
    let bytes = b"STT;\xD0\xF5n v\x69\xF2;S\xF4\xEC\n1;Th\xF4n \xD0\xF4ng;5\n";
    let table = json!({ "columns": [
        { "title": "STT", "kind": "ordinal" },
        { "id": "don-vi", "title": "Đơn vị" },
        { "id": "so", "title": "Số", "kind": "count" }
    ], "data": { "file": "so-lieu.csv" } });
    let document = composed(&with_table(table), ("so-lieu.csv", bytes));
    assert!(appendices(&document).to_string().contains("Thôn Đông"));
}

#[test]
fn csv_with_decomposed_letters_other_capitals_and_wide_spaces() {
    let odd = SPREADSHEET.replace("Tiếp nhận", "  TIẾP \u{a0} nhận ").replace("Tỷ lệ", "ty-LE").replace("\r\n", "\n\n");
    same_rows("so-lieu.csv", odd.nfd().collect::<String>().as_bytes());
}

#[test]
fn values_between_tabs() {
    let text = "don-vi\ttiep-nhan\tKinh phí (đồng)\tty-le\tngay\n\"Thôn \"\"Đông\"\"; khu A\"\t1.250\t12.500.000\t75,8\t\
        08/9/2023\nThôn Đoài, thôn Thượng\t07\t\t100\t2023-09-08";
    same_rows("so-lieu.tsv", text.as_bytes());
}

const OBJECTS: [&str; 2] = [
    r#"{"don-vi": "Th\u00f4n \"Đông\"; khu A", "tiep-nhan": "1.250", "kinh-phi": 12500000, "ty-le": 75.8, "ngay": "08/9/2023"}"#,
    r#"{"STT": "2", "Đơn vị, địa bàn": "Thôn Đoài, thôn Thượng", "tiep-nhan": "07", "ty-le": 100, "ngay": "2023-09-08"}"#,
];

#[test]
fn an_object_on_each_line() {
    same_rows("so-lieu.ndjson", format!("\u{feff}{}\r\n\r\n  {}  \r\n", OBJECTS[0], OBJECTS[1]).as_bytes());
}

#[test]
fn a_list_of_objects() {
    same_rows("so-lieu.json", format!("\n [{},\n{}]\n", OBJECTS[0], OBJECTS[1]).as_bytes());
}

/// A value over several lines breaks the lines of its cell.
#[test]
fn values_over_several_lines() {
    let columns = json!([{ "id": "a", "title": "A" }, { "id": "b", "title": "B" }]);
    let report = with_table(json!({ "columns": columns, "data": { "file": "x.csv" } }));
    let text = texts(&composed(&report, ("x.csv", "a,b\n\"một\nhai\",ba\nbốn,\"năm\r\nsáu\"\n".as_bytes())));
    for word in ["một", "hai", "ba", "bốn", "năm", "sáu"] {
        assert!(text.contains(word), "{text}");
    }
}

#[test]
fn syntax_in_a_table_and_a_chart_is_text() {
    for syntax in SYNTAX {
        let mut report = with_table(json!({
            "title": syntax, "unit": syntax,
            "columns": [{ "id": "a", "title": syntax, "note": "1" }, { "id": "b", "title": "B", "kind": "count" }],
            "rows": [{ "group": syntax }, [{ "text": syntax, "note": "1" }, 5], [syntax, { "text": syntax }]],
            "total": { "label": syntax },
            "notes": [{ "mark": "1", "text": syntax }]
        }));
        let parts = report["appendices"][0]["parts"].as_array_mut().expect("a list");
        parts.push(json!({ "heading": syntax, "chart": "c" }));
        report["charts"] =
            json!({ "c": { "title": syntax, "unit": syntax, "bars": [{ "label": syntax, "value": 5 }] } });
        let shown = texts(&composed(&report, ("x", b"")));
        let count = shown.matches(syntax).count();
        // In the title of a column it is Markdown, which has HTML and code that it does not print.
        assert!(count >= 14, "{syntax}: {count} times in {shown}");
    }
}

/// What is spoken of beside the report is looked for beside it, wherever the program runs.
#[test]
fn files_are_looked_for_beside_the_report() {
    let report = with_table(table(("data", json!({ "file": "so-lieu.csv" }))));
    let folder = Folder::new("/khong/co");
    let report = ReportFile::new("/khong/co/report.json", report.to_string()).beside(&folder, ShelfPath::root());
    let outcome = office().compose(report);
    assert!(outcome.value.is_none());
    let findings = outcome.review.findings;
    assert_eq!(findings.len(), 1);
    assert!(told(&findings).contains("/khong/co/so-lieu.csv"), "{}", told(&findings));
}
