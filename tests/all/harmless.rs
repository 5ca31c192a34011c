//! Input that looks dangerous, or is written in an unusual way, and is only text: it is printed as it stands.

use std::fs;

use baocao::{Finding, Folder, Fonts, Lang, Limits, Office, ReportFile, Standards, Templates, render};
use baocao_core::diagnostic::has_errors;
use baocao_core::document::Document;
use serde_json::{Value, json};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::common::project;

/// What other programs would run, expand or format. None of it is Markdown of the subset.
pub const SYNTAX: [&str; 14] = [
    "#read(\"/etc/passwd\")",
    "#import \"@preview/cetz:0.3.0\": *",
    "#{ while true { } }",
    "{{x}}",
    "{{> self}}",
    "{{{count \"ho-so.tiep-nhan\"}}}",
    "$ x^2 $",
    "@nhan",
    "`mã`",
    "<b>đậm</b>",
    "<script>alert(1)</script>",
    "<!-- ẩn -->",
    "/* ẩn */ // ẩn",
    "https://example.vn/?a=1&b=2 \"x\" -- ~ ... % \\u{41}",
];

fn templates() -> Templates {
    Templates::built_in()
        .overlay(&Folder::new(project("tests/refused/_base/templates")))
        .expect("the templates of the base")
}

pub fn office() -> Office {
    Office::new(templates(), Fonts::default(), Limits::default())
}

pub fn base() -> Value {
    let text = fs::read_to_string(project("tests/refused/_base/report.json")).expect("the base");
    serde_json::from_str(&text).expect("the base is JSON")
}

/// The document of a report, which must be without findings and must make a PDF.
fn composed(bytes: Vec<u8>) -> Document {
    let office = office();
    let mut document = None;
    let pdf = office
        .compose(ReportFile::new("report.json", bytes))
        .and_then(|composed| {
            let pages = office.pages(&composed, Some(&Standards::default()));
            document = Some(composed.document);
            pages
        })
        .and_then(|pages| office.print(&pages, &Standards::default()));
    let findings = told(&pdf.review.findings);
    assert!(pdf.value.is_some_and(|pdf| pdf.starts_with(b"%PDF")), "{findings}");
    assert_eq!(findings, "");
    document.expect("a document")
}

pub fn told(findings: &[Finding]) -> String {
    render(findings, Lang::Vi, false)
}

/// Every text of a document with ordinary spaces, runs put together again, without the places where a word may break.
pub fn texts(document: &Document) -> String {
    fn walk(value: &Value, out: &mut String) {
        match value {
            Value::String(text) => out.push_str(&text.replace('\u{a0}', " ").replace('\u{200b}', "")),
            Value::Array(values) => values.iter().for_each(|value| walk(value, out)),
            Value::Object(fields) => {
                // The name of the kind of a run would stand between two runs.
                let values = fields.iter().filter(|(name, _)| *name != "k");
                values.for_each(|(_, value)| walk(value, out));
                if !fields.contains_key("k") {
                    out.push('\n');
                }
            }
            _ => {}
        }
    }
    let mut out = String::new();
    walk(&serde_json::to_value(document).expect("a document is JSON"), &mut out);
    out
}

#[test]
fn syntax_of_typst_handlebars_and_html_in_a_section_is_text() {
    for syntax in SYNTAX {
        let mut report = base();
        report["sections"]["kien-nghi"] = format!("Trước {syntax} sau\n\n{syntax}\n\n- {syntax}").into();
        let shown = texts(&composed(report.to_string().into_bytes()));
        assert_eq!(shown.matches(syntax).count(), 3, "{syntax}: {shown}");
    }
}

#[test]
fn syntax_in_every_other_field_is_text() {
    for syntax in SYNTAX {
        let mut report = base();
        report["document"]["organ"]["organ_name"] = syntax.into();
        report["document"]["organ"]["parent_name"] = syntax.into();
        report["document"]["subject"] = syntax.into();
        report["document"]["to"] = json!([syntax]);
        report["document"]["grounds"] = json!([syntax]);
        report["document"]["recipients"] = json!([syntax, "Lưu: VT"]);
        report["document"]["signers"] = json!([{ "position": syntax, "full_name": syntax }]);
        report["document"]["address_line"] = syntax.into();
        report["figures"]["ho-so.tiep-nhan"] = json!({ "value": 40, "note": syntax });
        report["outline"] = json!([{ "title": syntax, "id": "ket-qua" }, { "title": "Kiến nghị", "id": "kien-nghi", "text": "Không." }]);
        report["sections"] = json!({ "mo-dau": "Mở đầu.", "ket-thuc": "Kết thúc." });
        report["appendices"] = json!([{ "title": syntax, "forms": ["ho-so"] }]);
        // Fields that are printed in capitals.
        let shown = texts(&composed(report.to_string().into_bytes())).to_lowercase();
        let count = shown.matches(&syntax.to_lowercase()).count();
        assert!(count >= 12, "{syntax}: {count} times in {shown}");
    }
}

/// What a template prints is not Markdown either, whoever named the office so.
#[test]
fn values_that_a_template_prints_are_text() {
    for name in [
        "UBND *xã* **Bình** Minh",
        "UBND_xã_",
        "UBND [^1] [x](y)",
        "UBND | xã ~~x~~",
        "<i>UBND</i> & \\* `x`",
        "{{organ}} {{> self}}",
    ] {
        let mut report = base();
        report["document"]["organ"]["short_name"] = name.into();
        let shown = texts(&composed(report.to_string().into_bytes()));
        assert!(shown.contains(&format!("{name} báo cáo kết quả")), "{name}: {shown}");
    }
}

#[test]
fn decomposed_letters_are_composed() {
    let text = fs::read_to_string(project("examples/xa-q3-2023.json")).expect("an example");
    let decomposed: String = text.nfd().collect();
    assert_ne!(text, decomposed);
    let same = |text: String| serde_json::to_string(&composed(text.into_bytes())).expect("a document is JSON");
    let document = same(decomposed);
    assert!(is_nfc(&document));
    assert_eq!(document, same(text));
}

/// Templates of an office are normalised too.
#[test]
fn decomposed_templates_are_composed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let sections = folder.path().join("thu/xa-2024/sections");
    fs::create_dir_all(&sections).expect("a new folder");
    let text: String = "Kết quả rất tốt.".nfd().collect();
    fs::write(sections.join("ket-qua.md.hbs"), format!("\u{feff}{text}")).expect("a new file");
    let templates = templates().overlay(&Folder::new(folder.path())).expect("a readable folder");
    let office = Office::new(templates, Fonts::default(), Limits::default());
    let composed = office.compose(ReportFile::new("report.json", base().to_string())).into_result();
    let composed = composed.unwrap_or_else(|review| panic!("{}", told(&review.findings)));
    assert!(texts(&composed.document).contains("Kết quả rất tốt."));
}

/// Editors on Windows put a byte order mark before the text and a carriage return before each line feed.
#[test]
fn files_of_windows_are_read() {
    let text = fs::read_to_string(project("tests/refused/_base/report.json")).expect("the base");
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(texts(&composed(windows.into_bytes())), texts(&composed(text.into_bytes())));
}

/// A report in which nearly all is wrong shows the first findings and counts the rest.
#[test]
fn thousands_of_findings_are_not_all_shown() {
    let mut report = base();
    for number in 0..2_000 {
        report["figures"][format!("x{number}")] = 1.into();
    }
    let outcome = office().compose(ReportFile::new("report.json", report.to_string()));
    assert!(outcome.value.is_none());
    let findings = outcome.review.findings;
    assert!(has_errors(&findings));
    assert_eq!(findings.len(), 2_000);
    let shown = told(&findings);
    assert_eq!(shown.matches("so-lieu/ma-khong-biet").count(), 50);
    assert!(shown.contains("... và 1950 mục nữa"), "{shown}");
}
