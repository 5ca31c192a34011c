//! Where a document prints its figures: sentences, cells, and the marks that are put there.

use baocao_check::Settings;
use baocao_check::explain::{Explained, Where};
use baocao_core::document::{Block, Inline};
use baocao_core::report::ReportFile;
use baocao_testing::{BASE, text};
use serde_json::{Value as Json, json};

use crate::sample::{desk, merge, small_templates};

/// The account of the small report with a patch, its results told by a section template.
fn explained(results: &str, patch: Json) -> Explained {
    let mut report: Json = serde_json::from_str(&text(BASE)).expect("JSON");
    merge(&mut report, patch);
    let outcome = desk(small_templates(results))
        .explain(ReportFile::new("report.json", report.to_string()), &Settings::default());
    let told: Vec<_> = outcome.review.findings.iter().map(|finding| (finding.id, &finding.message.en)).collect();
    assert_eq!(told, []);
    outcome.value.expect("an account")
}

#[test]
fn sentences_end_before_capitals() {
    let results = "Xã có {{count \"ho-so.tiep-nhan\"}} hồ sơ. Đã xong {{count \"ho-so.dung-han\"}}/{{count \
        \"ho-so.tiep-nhan\"}}, đạt {{percent \"ho-so.ty-le-dung-han\"}}. TS. Lê Thu nhận {{count \"ho-so.dung-han\"}} hồ \
        sơ.\n\n{{percent \"ho-so.ty-le-dung-han\"}}";
    let printed = explained(results, json!({ "figures": { "ho-so.dung-han": 37 } })).printed.expect("a document");
    let sentences = printed.into_iter().filter_map(|one| match one.at {
        Where::Sentence { text: sentence } => Some((one.text, sentence)),
        _ => None,
    });
    let expected = [
        ("40", "Xã có 40 hồ sơ."),
        ("37", "Đã xong 37/40, đạt 92,5%."),
        ("40", "Đã xong 37/40, đạt 92,5%."),
        ("92,5%", "Đã xong 37/40, đạt 92,5%."),
        ("37", "TS. Lê Thu nhận 37 hồ sơ."),
        ("92,5%", "92,5%"),
    ];
    assert_eq!(sentences.collect::<Vec<_>>(), expected.map(|(text, of)| (text.to_owned(), of.to_owned())));
}

#[test]
fn cells_know_what_stands_beside_and_above_them() {
    let columns = json!([
        { "title": "STT", "id": "stt" },
        { "title": "Tên", "id": "ten" },
        { "title": "Kết quả", "columns": [{ "title": "Đơn vị", "id": "dv" }, { "title": "Số liệu", "id": "so", "kind": "count" }] },
    ]);
    let rows = json!([
        [{ "text": "1", "rows": 2 }, "Một", "người", 5],
        [null, "Hai", "xã", { "figure": "ho-so.dung-han" }],
    ]);
    let report = json!({
        "tables": { "rieng": { "title": "Bảng riêng", "columns": columns, "rows": rows } },
        "appendices": [{ "title": "Bảng riêng", "parts": [{ "table": "rieng" }] }],
    });
    let printed = explained("Xã đã có kết quả.", report).printed.expect("a document");
    let cells: Vec<&Where> = printed.iter().map(|one| &one.at).collect();
    let [Where::Cell { row, column, .. }] = cells[..] else { panic!("{cells:?}") };
    assert_eq!(row, &["1", "Hai"]);
    assert_eq!(column, &["Kết quả", "Số liệu"]);
}

#[test]
fn marks_stand_before_what_they_mark() {
    // What stays on one line, as the symbol of a document does, is not cut.
    let results = "Có 29 {{count \"ho-so.tiep-nhan\"}} đơn, **đơn {{count \"ho-so.dung-han\"}} ấy**[^1] ngày 2{{count \
        \"ho-so.tiep-nhan\"}}/KH-UBND.\n\n[^1]: Gồm {{count \"ho-so.tiep-nhan\"}}.";
    let document = explained(results, json!({})).marked.expect("a document");
    let text = |text: &str| Inline::Text(text.to_owned());
    let expected = vec![
        text("Có 29 "),
        Inline::Place(0),
        text("40 đơn, "),
        Inline::Bold(vec![text("đơn "), Inline::Place(1), text("38 ấy")]),
        Inline::Footnote(vec![text("Gồm "), Inline::Place(3), text("40.")].into()),
        text(" ngày\u{a0}"),
        Inline::Place(2),
        Inline::Keep("240/KH-UBND".into()),
        text("."),
    ];
    let paragraph = document.body.iter().find(|block| matches!(block, Block::Paragraph { text } if text.len() > 1));
    assert_eq!(paragraph, Some(&Block::Paragraph { text: expected.into() }));
    // A figure that is left blank has its mark too, in the last row of the form here.
    let Block::Table { table, .. } = &document.appendices[0].sheets[0].blocks[0] else { panic!("a table") };
    let blank = table.body.last().and_then(|row| row.cells.get(3)).map(|cell| &cell.text[..]);
    assert!(matches!(blank, Some([Inline::Place(_)])), "{blank:?}");
}
