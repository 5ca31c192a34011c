//! A text as a file of a template set: the set is looked through, and a document is made with it.

#![no_main]

use baocao_check::Desk;
use baocao_core::diagnostic::{Lang, has_errors, render};
use baocao_core::document::AnyLetter;
use baocao_core::limits::Limits;
use baocao_core::narrative::Script;
use baocao_core::report::ReportFile;
use baocao_core::shelf::Uploads;
use baocao_core::template::Templates;
use libfuzzer_sys::fuzz_target;

const SET: &str = "thu/xa-2024";
const REPORT: &[u8] = include_bytes!("../../tests/refused/_base/report.json");
/// The files of the set and what they are when another one is fuzzed.
const FILES: [(&str, &str); 5] = [
    ("form.json", include_str!("../../tests/refused/_base/templates/thu/xa-2024/form.json")),
    ("outline.json", include_str!("../../tests/refused/_base/templates/thu/xa-2024/outline.json")),
    (
        "sections/ket-qua.md.hbs",
        include_str!("../../tests/refused/_base/templates/thu/xa-2024/sections/ket-qua.md.hbs"),
    ),
    (
        "sections/ket-thuc.md.hbs",
        include_str!("../../tests/refused/_base/templates/thu/xa-2024/sections/ket-thuc.md.hbs"),
    ),
    ("sections/mo-dau.md.hbs", include_str!("../../tests/refused/_base/templates/thu/xa-2024/sections/mo-dau.md.hbs")),
];

/// Which file a text is, by what stands in it.
fn file(text: &str) -> &'static str {
    match text.trim_start() {
        json if json.starts_with('{') && !json.starts_with("{{") && json.contains("\"forms\"") => "form.json",
        json if json.starts_with('{') && !json.starts_with("{{") => "outline.json",
        _ => "sections/ket-qua.md.hbs",
    }
}

fuzz_target!(|text: &str| {
    let fuzzed = file(text);
    let mut uploads = Uploads::default();
    for (file, usual) in FILES {
        let text = if file == fuzzed { text } else { usual };
        uploads.insert(&format!("{SET}/{file}"), text.as_bytes()).expect("a good name");
    }
    let Ok(templates) = Templates::of_shelf(&uploads, "", Limits::default()) else { return };
    let mut findings = Vec::new();
    if let Some(set) = templates.lint(SET, &[], &mut findings) {
        Script::new(set).check(&mut findings);
    }
    assert_eq!(render(&findings, Lang::Vi, false).is_empty(), findings.is_empty());
    let desk = Desk::new(templates, Limits::default(), Box::new(AnyLetter));
    let outcome = desk.compose(ReportFile::new("x.json", REPORT));
    let findings = outcome.review.findings;
    assert_eq!(outcome.value.is_none(), has_errors(&findings));
    assert_eq!(render(&findings, Lang::En, false).is_empty(), findings.is_empty());
});
