//! What is told in one round, and what is left of a table that is left out.

use baocao_check::{Outcome, Settings};
use baocao_core::document::Document;
use baocao_core::report::ReportFile;
use baocao_core::shelf::{ShelfPath, Uploads};
use serde_json::{Value as Json, json};

use crate::sample::{DESK, patched};

const COMMUNE: &str = "cchc/xa-2025";

/// The document of a commune's report with these files beside it, and what is told of it: its id, and what was found.
fn told(report: &Json, files: &[(&str, &str)]) -> (Option<Document>, Vec<(String, String)>) {
    let mut beside = Uploads::default();
    for (name, text) in files {
        beside.insert(name, text.as_bytes()).expect("a good name");
    }
    let report = ReportFile::new("report.json", report.to_string()).beside(&beside, ShelfPath::root());
    let Outcome { value, review } = DESK.review(report, &Settings::default());
    let findings = review.findings.into_iter();
    let told = findings.map(|finding| (finding.id.as_str().to_owned(), finding.found.unwrap_or_default())).collect();
    (value.map(|composed| composed.document), told)
}

fn has(told: &[(String, String)], id: &str) -> bool {
    told.iter().any(|(known, _)| known == id)
}

#[test]
fn a_file_that_is_missing_hides_no_other_mistake() {
    for texts in [
        json!({ "sections": { "kien-nghi": { "file": "kien-ngi.md" } } }),
        json!({ "sections": { "kien-nghi": null }, "texts": { "file": "loi-van.md" } }),
    ] {
        let mut report = patched(COMMUNE, texts.clone());
        report["sections"].as_object_mut().expect("sections").retain(|_, text| !text.is_null());
        report["figures"]["chi-dao.so-van-ban"] = "3,548".into();
        report["sections"]["ket-thuc"] = "Đây là **đậm".into();
        let (document, told) = told(&report, &[]);
        assert!(document.is_none());
        for id in ["tep/khong-doc-duoc", "so-lieu/so-dem-le", "van-ban/dau-khong-dong"] {
            assert!(has(&told, id), "{texts}: {id}: {told:?}");
        }
        assert!(!has(&told, "noi-dung/thieu-muc") && !has(&told, "noi-dung/muc-trong"), "{told:?}");
    }
}

#[test]
fn names_and_numbers_are_told_together_with_a_wrong_field() {
    let parts = json!([{ "table": "x" }, { "chart": "y" }, { "form": "z" }]);
    let report = patched(
        COMMUNE,
        json!({
            "document": { "recipient": [] },
            "figures": { "chi-dao.so-van-ban": "1,234.5", "ke-hoach.nhiem-vu-de-ra": { "value": "chín" } },
            "appendices": [{ "title": "A", "forms": ["w"] }, { "title": "B", "parts": parts }]
        }),
    );
    let (_, told) = told(&report, &[]);
    for id in ["dau-vao/truong-khong-biet", "bang/khong-biet", "bieu-do/khong-biet", "so-lieu/khong-phai-so"] {
        assert!(has(&told, id), "{id}: {told:?}");
    }
    assert_eq!(told.iter().filter(|(id, _)| id == "mau/bieu-khong-biet").count(), 2, "{told:?}");
}

/// A report with a table from a file without rows.
fn empty(when: &str, text: Json, parts: Json) -> Json {
    let columns = json!([{ "id": "a", "title": "Thôn" }, { "id": "b", "title": "Số", "kind": "count" }]);
    let appendices = json!(["template", { "title": "Kết quả theo thôn", "parts": parts }]);
    patched(
        COMMUNE,
        json!({
            "tables": { "t": { "title": "Kết quả", "columns": columns, "data": { "file": "a.csv" }, "when_empty": when } },
            "charts": { "c": { "title": "Biểu đồ", "from": { "table": "t", "label": "a", "value": "b" } } },
            "sections": { "kien-nghi": text },
            "appendices": appendices
        }),
    )
}

const EMPTY: &[(&str, &str)] = &[("a.csv", "a;b\n")];

#[test]
fn a_table_that_is_left_out_leaves_nothing_behind_untold() {
    let count = |report: &Json| {
        let (document, told) = told(report, EMPTY);
        let mut told: Vec<String> =
            told.into_iter().filter(|(id, _)| id.starts_with("du-lieu/")).map(|(id, _)| id).collect();
        told.sort_by_key(|id| id == "du-lieu/bo-bang-trong");
        (document.map_or(0, |document| document.appendices.len()), told)
    };
    let (out, leads) = ("du-lieu/bo-bang-trong".to_owned(), "du-lieu/loi-dan-thua".to_owned());
    let [text, placed] = ["Không có.", "Kết quả theo thôn:\n\n![](bang:t)\n\nHết."].map(|text| json!(text));
    // An appendix that holds nothing else is left out too: the first stands alone.
    let only = empty("leave_out", text.clone(), json!([{ "table": "t" }, { "chart": "c" }]));
    assert_eq!(count(&only), (1, vec![out.clone(); 3]));
    let more = empty("leave_out", text.clone(), json!([{ "text": "Như sau:" }, { "table": "t" }, { "text": "Hết." }]));
    assert_eq!(count(&more), (2, vec![leads.clone(), out.clone()]));
    let in_text = empty("leave_out", placed.clone(), json!([{ "text": "Hết." }]));
    assert_eq!(count(&in_text), (2, vec![leads, out.clone()]));
    // A file that is missing is another matter.
    assert!(!has(&told(&only, &[]).1, &out));
    // A table that says so is printed, a chart of it is not.
    let said = empty("say", placed, json!([{ "chart": "c" }, { "text": "Hết." }]));
    assert_eq!(count(&said), (2, vec![out]));
}

#[test]
fn a_figure_beside_a_value_is_printed() {
    let rows = json!([["Thôn A", { "value": 12, "figure": "chi-dao.so-van-ban" }]]);
    let columns = json!([{ "id": "a", "title": "Thôn" }, { "id": "b", "title": "Số", "kind": "count" }]);
    let mut report = patched(
        COMMUNE,
        json!({ "tables": { "t": { "title": "Kết quả", "columns": columns, "rows": rows } }, "outline": [] }),
    );
    report["appendices"] = json!([{ "title": "A", "parts": [{ "table": "t" }] }]);
    report["outline"] = json!([{ "title": "Kết quả", "text": "Không có." }]);
    report["sections"] = json!({});
    report["figures"] = json!({ "chi-dao.so-van-ban": 12 });
    assert!(!has(&told(&report, &[]).1, "so-lieu/khong-in"));
}

#[test]
fn headings_that_texts_run_in_behind_end_with_punctuation() {
    let outline =
        |title: &str| json!([{ "title": "I", "sections": [{ "title": title, "run_in": true, "text": "Tốt." }] }]);
    for (title, is_told) in [("Về thể chế", true), ("Về thể chế:", false), ("Thể chế (mới)", true), ("Thể chế.", false)]
    {
        let mut report = patched(COMMUNE, json!({ "sections": { "ket-thuc": "Hết." } }));
        report["outline"] = outline(title);
        let (_, told) = told(&report, &[]);
        assert_eq!(has(&told, "noi-dung/dau-muc-in-lien"), is_told, "{title}: {told:?}");
    }
}

#[test]
fn a_title_is_known_by_how_it_begins() {
    let told_of = |heading: &str| {
        let mut report = patched(COMMUNE, json!({ "texts": { "file": "a.md" } }));
        report["sections"].as_object_mut().expect("sections").remove("kien-nghi");
        told(&report, &[("a.md", &format!("# {heading}\n\nKhông có.\n"))]).1
    };
    for heading in ["kien-nghi", "Kiến nghị, đề xuất", "Kiến nghị", "V. Kiến nghị"] {
        let told = told_of(heading);
        assert!(!has(&told, "noi-dung/muc-khong-biet") && !has(&told, "noi-dung/thieu-muc"), "{heading}: {told:?}");
    }
    assert!(has(&told_of("Kiến nghịch"), "noi-dung/muc-khong-biet"));
    assert!(has(&told_of("K"), "noi-dung/muc-khong-biet"));
}
