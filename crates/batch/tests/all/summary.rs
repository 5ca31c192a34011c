//! The page that sums up a run.

use std::collections::BTreeMap;

use baocao_batch::{Done, Made, Status, Summary};
use baocao_core::diagnostic::Lang;
use serde_json::json;
use serde_json::value::to_raw_value;

fn done(id: &str, status: Status, findings: &[(&str, &str, &str)]) -> Done {
    let count = |wanted: &str| findings.iter().filter(|(_, severity, _)| *severity == wanted).count();
    let told = |(id, severity, text): &(&str, &str, &str)| json!({ "id": id, "severity": severity, "message": { "vi": text, "en": text } });
    let review = json!({
        "organ": "UBND xã <An Phú>",
        "counts": { "errors": count("error"), "warnings": count("warning"), "notes": count("note") },
        "findings": findings.iter().map(told).collect::<Vec<_>>(),
    });
    let made = Made { file: Some(id.to_owned()), pdf: None, sha256: String::new(), bytes: 1, pages: 12 };
    Done {
        id: id.to_owned(),
        status,
        document: (status == Status::Made).then_some(made),
        inputs: BTreeMap::new(),
        review: to_raw_value(&review).expect("JSON"),
        milliseconds: None,
    }
}

#[test]
fn all_is_counted_and_shown() {
    let mut summary = Summary::default();
    summary.add(&done(
        "a.pdf",
        Status::Made,
        &[("so-lieu/thieu", "warning", "thiếu"), ("so-lieu/thieu", "warning", "thiếu")],
    ));
    summary.add(&done(
        "b.pdf",
        Status::Refused,
        &[("so-lieu/thieu", "warning", "thiếu"), ("x/y", "error", "sai & thiếu")],
    ));
    summary.add(&done("c.pdf", Status::Failed, &[]));
    assert_eq!((summary.made, summary.refused, summary.failed, summary.pages), (1, 1, 1, 12));
    assert_eq!((summary.counts.errors, summary.counts.warnings, summary.counts.notes), (1, 3, 0));
    let page = summary.html(Lang::Vi);
    for text in [
        "<html lang=\"vi\">",
        "Đã dựng</dt><dd>1/3 (12 trang)",
        "UBND xã &lt;An Phú&gt;",
        "Bị từ chối: sai &amp; thiếu",
        "<td><a href=\"a.pdf\">a.pdf</a></td>",
        "<code>so-lieu/thieu</code></td><td class=\"n\">2</td><td class=\"n\">3</td>",
        "Văn bản chưa dựng được",
    ] {
        assert!(page.contains(text), "{text}\n{page}");
    }
    let page = summary.html(Lang::En);
    assert!(page.contains("Documents that were not made") && page.contains("<html lang=\"en\">"), "{page}");
    assert!(!page.contains("{{") && page.ends_with("</html>\n"), "{page}");
}

#[test]
fn a_run_without_trouble_has_no_table_of_it() {
    let mut summary = Summary::default();
    summary.add(&done("a.pdf", Status::Made, &[]));
    let page = summary.html(Lang::Vi);
    assert!(!page.contains("Văn bản chưa dựng được") && !page.contains("Những điều hay gặp"), "{page}");
}
