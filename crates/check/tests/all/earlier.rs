//! A report compared with the report of an earlier period: columns of the forms, sentences of the narrative.

use baocao_check::Desk;
use baocao_core::diagnostic::Finding;
use baocao_core::document::{AnyLetter, Block, Cell, Document, plain_text};
use baocao_core::limits::Limits;
use baocao_core::report::ReportFile;
use baocao_core::shelf::{ShelfPath, Uploads};
use baocao_testing::{BASE, text};
use serde_json::{Value, json};

use crate::sample::small_templates;

/// The small report of the refused inputs, and its templates with one more sentence.
fn composed(earlier: &Value, sentence: &str) -> (Option<Document>, Vec<Finding>) {
    let templates = small_templates(sentence);
    let mut now: Value = serde_json::from_str(&text(BASE)).expect("JSON");
    let mut before = now.clone();
    before["period"] =
        json!({ "kind": "quarter", "year": 2023, "quarter": 2, "from": "2023-03-15", "to": "2023-06-14" });
    before["figures"] = earlier.clone();
    now["previous"] = json!({ "file": "truoc.json" });
    let mut files = Uploads::default();
    files.insert("truoc.json", before.to_string().into_bytes()).expect("a good name");
    let desk = Desk::new(templates, Limits::default(), Box::new(AnyLetter));
    let report = ReportFile::new("report.json", now.to_string()).beside(&files, ShelfPath::root());
    let outcome = desk.compose(report);
    (outcome.value.map(|composed| composed.document), outcome.review.findings)
}

fn body(document: &Document) -> String {
    let text = |block: &Block| match block {
        Block::Paragraph { text } | Block::Item { text, .. } => plain_text(text),
        _ => String::new(),
    };
    document.body.iter().map(text).collect::<Vec<_>>().join("\n")
}

fn rows(document: &Document) -> Vec<Vec<String>> {
    let Block::Table { table, .. } = &document.appendices[0].sheets[0].blocks[0] else { panic!("a table") };
    let texts = |cells: &[Cell]| cells.iter().map(|cell| plain_text(&cell.text)).collect();
    table.header.iter().chain(&table.body).map(|row| texts(&row.cells)).collect()
}

const CHANGE: &str = "Tiếp nhận {{count \"ho-so.tiep-nhan\"}} hồ sơ{{#if (compared \"ho-so.tiep-nhan\")}}, {{change \
    \"ho-so.tiep-nhan\" \"hồ sơ\"}} so với {{previous_period}} ({{previous \"ho-so.tiep-nhan\"}} hồ sơ); tỷ lệ đúng \
    hạn {{change \"ho-so.ty-le-dung-han\"}}{{/if}}.";

#[test]
fn forms_and_sentences_say_what_changed() {
    let (document, findings) =
        composed(&json!({ "ho-so.tiep-nhan": 32, "ho-so.dung-han": 32, "khao-sat.hinh-thuc": 0 }), CHANGE);
    let document = document.unwrap_or_else(|| panic!("{findings:?}"));
    assert!(findings.is_empty(), "{findings:?}");
    assert!(
        body(&document).contains(
            "Tiếp nhận 40 hồ sơ, tăng 08 hồ sơ, tương đương 25% so với quý II năm 2023 (32 hồ sơ); tỷ lệ đúng hạn giảm 5 điểm \
             phần trăm."
        ),
        "{}",
        body(&document)
    );
    let rows = rows(&document);
    assert_eq!(rows[1], ["Đơn vị tính", "Số liệu", "Quý II năm 2023", "Số lượng", "%"]);
    assert_eq!(rows[2][3..], ["40", "32", "+8", "+25", ""]);
    assert_eq!(rows[3][3..], ["38", "32", "+6", "+18,75", ""]);
    // A percentage changes by points, a code not at all.
    assert_eq!(rows[4][3..], ["95", "100", "-5", "", ""]);
    assert_eq!(rows[5][3..], ["1", "0", "", "", ""]);
}

#[test]
fn what_did_not_change_or_was_nothing_is_said_so() {
    let (document, _) =
        composed(&json!({ "ho-so.tiep-nhan": 40, "ho-so.dung-han": 38, "khao-sat.hinh-thuc": 1 }), CHANGE);
    assert!(body(&document.expect("a document")).contains("40 hồ sơ, không thay đổi so với"));
    let (document, _) = composed(
        &json!({ "ho-so.tiep-nhan": 0, "ho-so.dung-han": 0, "khao-sat.hinh-thuc": 1 }),
        "{{change \"ho-so.tiep-nhan\" \"hồ sơ\"}}.",
    );
    assert!(body(&document.expect("a document")).contains("tăng 40 hồ sơ."));
}

#[test]
fn a_comparison_without_an_earlier_figure_is_told() {
    let (document, findings) = composed(
        &json!({ "ho-so.dung-han": 38, "khao-sat.hinh-thuc": 1 }),
        "{{change \"ho-so.tiep-nhan\" \"hồ sơ\"}}.",
    );
    assert!(document.is_none());
    let told: Vec<&str> = findings.iter().map(|finding| finding.id.as_str()).collect();
    assert_eq!(told, ["mau/khong-co-ky-truoc"]);
}
