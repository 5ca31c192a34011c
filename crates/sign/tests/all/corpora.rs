//! PDF files that others made, hostile ones among them: none crashes, and what is said of each stands in
//! `tests/pyhanko.txt`. They are no part of the project and are looked for beside it, or where `BAOCAO_CORPORA` says; without
//! them these tests say that they did nothing.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use baocao_core::diagnostic::Lang;
use baocao_sign::verify::{Report, Settings, State, Subject, verify};
use baocao_testing::{Golden, project};

/// A folder of the corpora.
fn corpus(name: &str) -> Option<PathBuf> {
    let root = std::env::var_os("BAOCAO_CORPORA").map_or_else(|| project("../shared/corpora"), PathBuf::from);
    let folder = root.join(name);
    if !folder.is_dir() {
        println!("SKIPPED: there is no folder {}", folder.display());
    }
    folder.is_dir().then_some(folder)
}

/// All PDF files of a folder and those in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a readable folder");
    let paths = entries.map(|entry| entry.expect("a readable entry").path());
    let mut files: Vec<PathBuf> = paths
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "pdf"))
        .collect();
    files.sort();
    files
}

/// What is said of a file, in a few lines.
pub fn told(report: &Report) -> String {
    let mut text = format!("  file {}: {}\n", report.file.state.name(), report.file.text.text(Lang::En));
    for signature in &report.signatures {
        let algorithm = signature.algorithm.as_deref().unwrap_or_default();
        let _ =
            writeln!(text, "  {} [{}] {}: {algorithm}", signature.field, signature.subfilter, signature.state().name());
        for item in &signature.items {
            let _ = writeln!(text, "    {} {}: {}", item.subject.name(), item.state.name(), item.text.text(Lang::En));
        }
        for change in &signature.changes {
            let _ = writeln!(text, "    {}: {}", change.class.name(), change.text.text(Lang::En));
        }
        let facts: Vec<&str> = signature.facts.iter().map(|fact| fact.name()).collect();
        let _ = writeln!(text, "    facts: {}", facts.join(", "));
    }
    text
}

#[test]
fn files_of_pyhanko_are_judged_as_they_should_be() {
    let Some(folder) = corpus("pyhanko") else { return };
    let mut text = String::new();
    for file in files(&folder) {
        let name = file.strip_prefix(&folder).expect("a file of the folder").display().to_string();
        let bytes = std::fs::read(&file).expect("a readable file");
        let _ = match verify(&bytes, &Settings::default()) {
            Ok(report) => write!(text, "{name}\n{}", told(&report)),
            Err(broken) => writeln!(text, "{name}\n  cannot be read: {broken:?}"),
        };
    }
    let mut golden = Golden::default();
    golden.compare("crates/sign/tests/pyhanko.txt", &text);
    golden.finish(1);
}

/// Files that are attacks, or whose signature is not in order: something must fail that is no matter of time. (The certificates
/// of this collection have expired, which its own tests get round by another clock.)
fn is_hostile(name: &str) -> bool {
    let marks = ["sneaky", "coverage-anomalies/", "sig-with-econtent", "extensions-indirect-not-all-paths"];
    marks.iter().any(|mark| name.contains(mark))
}

#[test]
fn hostile_files_of_pyhanko_fail_and_genuine_ones_do_not() {
    let Some(folder) = corpus("pyhanko") else { return };
    let (mut hostile, mut genuine) = (0, 0);
    for file in files(&folder) {
        let name = file.strip_prefix(&folder).expect("a file of the folder").display().to_string();
        let Ok(report) = verify(&std::fs::read(&file).expect("a readable file"), &Settings::default()) else {
            continue;
        };
        let items = report.signatures.iter().flat_map(|signature| &signature.items);
        let failed = items.filter(|item| item.state == State::Failed && item.subject != Subject::Validity).count();
        if report.signatures.is_empty() {
            continue;
        }
        assert_eq!(failed > 0, is_hostile(&name), "{name}\n{}", told(&report));
        *if failed > 0 { &mut hostile } else { &mut genuine } += 1;
    }
    assert!(hostile >= 11 && genuine >= 20, "{hostile} hostile, {genuine} genuine");
}
