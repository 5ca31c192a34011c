//! Bytes as a file of rows, whatever they are: a table of the document is made of them.

#![no_main]

use std::sync::LazyLock;

use baocao_check::Desk;
use baocao_core::diagnostic::{Lang, has_errors, render};
use baocao_core::report::ReportFile;
use baocao_core::shelf::{ShelfPath, Uploads};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

static DESK: LazyLock<Desk> = LazyLock::new(Desk::default);

/// A report whose table takes its rows from a file.
fn report(file: &str) -> Vec<u8> {
    let mut report: Value = serde_json::from_str(include_str!("../../examples/xa-mot-bang.json")).expect("JSON");
    report["tables"] = json!({ "t": {
        "columns": [
            { "title": "STT", "kind": "ordinal" },
            { "id": "don-vi", "title": "Đơn vị" },
            { "id": "tiep-nhan", "title": "Tiếp nhận", "kind": "count" },
            { "id": "dung-han", "title": "Đúng hạn", "kind": "count" },
            { "id": "ty-le", "title": "Tỷ lệ", "kind": "percent", "ratio": ["dung-han", "tiep-nhan"] }
        ],
        "data": { "file": file, "sort": ["-tiep-nhan"], "limit": 100 },
        "total": { "label": "Tổng số" }
    } });
    report["appendices"] = json!([{ "title": "Kết quả", "parts": [{ "table": "t" }] }]);
    report.to_string().into_bytes()
}

fuzz_target!(|bytes: &[u8]| {
    let name = "rows";
    let mut uploads = Uploads::default();
    uploads.insert(name, bytes).expect("a good name");
    let outcome = DESK.compose(ReportFile::new("x.json", report(name)).beside(&uploads, ShelfPath::root()));
    let findings = outcome.review.findings;
    assert_eq!(outcome.value.is_none(), has_errors(&findings));
    assert_eq!(render(&findings, Lang::Vi, false).is_empty(), findings.is_empty());
});
