//! Bytes as a file of rows: a table of the document is made of them.

#![no_main]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{env, fs, process};

use baocao_check::Desk;
use baocao_core::diagnostic::{Lang, has_errors, render};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

static DESK: LazyLock<Desk> = LazyLock::new(Desk::default);

/// Where the file lies.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = env::temp_dir().join(format!("rows-{}", process::id()));
    fs::create_dir_all(&folder).expect("a new folder");
    folder
});

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

/// The kind of a file, by how it begins.
fn name(bytes: &[u8]) -> &'static str {
    match bytes {
        [b'[', ..] => "rows.json",
        [b'{', ..] => "rows.ndjson",
        _ if bytes.split(|byte| *byte == b'\n').next().is_some_and(|line| line.contains(&b'\t')) => "rows.tsv",
        _ => "rows.csv",
    }
}

fuzz_target!(|bytes: &[u8]| {
    let name = name(bytes);
    fs::write(FOLDER.join(name), bytes).expect("a new file");
    let mut findings = Vec::new();
    let composed = DESK.compose("x.json", report(name), Path::new(&*FOLDER), &mut findings);
    assert_eq!(composed.is_none(), has_errors(&findings));
    assert_eq!(render(&findings, Lang::Vi, false).is_empty(), findings.is_empty());
});
