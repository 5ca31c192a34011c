//! What inputs cost that grow: texts for rules and Markdown, fields for validation, tags for templates.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::{cost, millis};

const SIZES: [usize; 4] = [1, 2, 4, 8];

/// Bytes of a text of size 1.
const TEXT: usize = 100_000;

/// Texts of rules: spaces, signs, parentheses, quotations, percentages, changes, sums, documents, dates, abbreviations.
const RULES: [&str; 10] = [
    "xã  ",
    "a;",
    "( ",
    "“ xã ” ",
    "18/24 hồ sơ, đạt 75,1%; ",
    "tăng 12 hồ sơ (từ 10 lên 23), ",
    "100 hồ sơ, trong đó 40 hồ sơ đúng hạn, 70 hồ sơ quá hạn; ",
    "Kế hoạch số 18/KH-UBND ngày 12/02/2026, ",
    "ngày 12/02/2026 ",
    "Ủy ban nhân dân (UBND) xã, ",
];

const MARKDOWN: [&str; 7] = ["*a **b ", "`a ``b ", "[a](", "![", "[^a] ", "| a | b |\n", "- a\n"];

/// Prints a line for each kind of input: milliseconds of CPU time for each size, and how many times as long the longest takes
/// as one of half its length. `examples` holds the report that is made longer.
pub fn print(examples: &Path) {
    let letter = std::fs::read_to_string(examples.join("cong-van.json")).expect("the letter");
    let letter: Value = serde_json::from_str(&letter).expect("JSON");
    println!("{:<64} {:>8} {:>8} {:>8} {:>8} {:>8}", "ms", "1", "2", "4", "8", "8 : 4");
    for (kind, texts) in [("rules", &RULES[..]), ("Markdown", &MARKDOWN)] {
        for text in texts {
            line(&format!("{kind} {text:?}"), |size| {
                let mut report = letter.clone();
                report["outline"] = json!([{ "text": text.repeat(size * TEXT / text.len()) }]);
                vec![("report.json", report.to_string())]
            });
        }
    }
    line("validation, unknown fields", |size| {
        let mut report = letter.clone();
        report["outline"] = (0..size * 1_000).map(|at| json!({ "text": "Đề nghị xã.", format!("x{at}"): 1 })).collect();
        vec![("report.json", report.to_string())]
    });
    line("templates, tags", |size| {
        let outline = json!({
            "title": { "vi": "Thử", "en": "Test" }, "source": "Thử.", "numbering": ["roman"], "opening": "dau", "closing": "cuoi",
            "sections": [{ "id": "kq", "title": "Kết quả" }],
        });
        let row = json!({ "code": "1.", "id": "a.b", "label": "Số hồ sơ", "unit": "Hồ sơ", "kind": "count" });
        let forms = [json!({ "id": "f", "title": "Hồ sơ", "rows": [row] })];
        let form = json!({ "source": "Thử.", "appendices": [{ "title": "Số liệu", "forms": ["f"] }], "forms": forms });
        let tags = "Đã nhận {{count \"a.b\"}} hồ sơ. ".repeat(50) + "\n\n";
        vec![
            ("m/thu/xa-2024/outline.json", outline.to_string()),
            ("m/thu/xa-2024/form.json", form.to_string()),
            ("m/thu/xa-2024/sections/kq.md.hbs", tags.repeat(size * 40)),
        ]
    });
}

/// Prints what an input costs as it grows: `made` gives its files, a report or a folder of templates.
fn line(name: &str, made: impl Fn(usize) -> Vec<(&'static str, String)>) {
    let times = SIZES.map(|size| {
        let work = tempfile::tempdir().expect("a temporary folder");
        let files = made(size);
        for (path, text) in &files {
            let path = work.path().join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, text).expect("a file");
        }
        let call: &[&str] = if files.len() > 1 { &["form", "lint", "m"] } else { &["check", "report.json"] };
        let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
        millis(cost(command.args(call).current_dir(work.path())).0)
    });
    let [one, two, four, eight] = times;
    println!("{name:<64} {one:>8.0} {two:>8.0} {four:>8.0} {eight:>8.0} {:>8.1}", eight / four);
}
