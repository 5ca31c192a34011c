//! A text as a file of a template set: the set is looked through, and a document is made with it.

#![no_main]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{env, fs, process};

use baocao_check::Desk;
use baocao_core::diagnostic::{Lang, has_errors, render};
use baocao_core::document::AnyLetter;
use baocao_core::narrative::Script;
use baocao_core::report::Limits;
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

/// Where the set lies.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = env::temp_dir().join(format!("templates-{}", process::id()));
    fs::create_dir_all(folder.join(SET).join("sections")).expect("a new folder");
    folder
});

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
    for (file, usual) in FILES {
        fs::write(FOLDER.join(SET).join(file), if file == fuzzed { text } else { usual }).expect("a file");
    }
    let templates = Templates::of_folder(&FOLDER, "").expect("a folder of templates");
    let mut findings = Vec::new();
    if let Some(set) = templates.lint(SET, &[], &mut findings) {
        Script::new(set).check(&mut findings);
    }
    assert_eq!(render(&findings, Lang::Vi, false).is_empty(), findings.is_empty());
    let mut findings = Vec::new();
    let desk = Desk::new(templates, Limits::default(), Box::new(AnyLetter));
    let composed = desk.compose("x.json", REPORT.to_vec(), Path::new("/nowhere"), &mut findings);
    assert_eq!(composed.is_none(), has_errors(&findings));
    assert_eq!(render(&findings, Lang::En, false).is_empty(), findings.is_empty());
});
