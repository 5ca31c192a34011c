//! Input that must be refused, and how: the exact text on the terminal and the exit code.
//!
//! Every folder of `tests/refused/` is a case. What it holds is laid over `tests/refused/_base/`, a small good report
//! and its template set; `expected.txt` has the command, what it prints, and the exit code. Three parts of a case
//! are always the same and therefore not written there: standard output is empty, no file is new, changed or gone,
//! and nothing panics.
//!
//! `UPDATE_EXPECT=1 cargo test --test refused` writes what the program says now; read the difference before keeping
//! it. A new case needs `expected.txt` with its first line, the command.

mod common;

#[path = "refused/harmless.rs"]
mod harmless;
#[path = "refused/harmless_tables.rs"]
mod harmless_tables;
#[path = "refused/made.rs"]
mod made;
#[path = "refused/outside.rs"]
mod outside;
#[path = "refused/unwritable.rs"]
mod unwritable;
#[path = "refused/warned.rs"]
mod warned;

use std::fs;
use std::path::Path;

use common::{project, run, snapshot, text};

/// Fewer cases than this were never meant: the folder was moved or lost.
const FEWEST_CASES: usize = 231;

#[test]
fn bad_input_is_refused_with_these_words() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1");
    let (mut count, mut wrong) = (0, String::new());
    for name in names("tests/refused") {
        count += 1;
        let file = project("tests/refused").join(&name).join("expected.txt");
        let expected = fs::read_to_string(&file).unwrap_or_default();
        let Some(command) = expected.lines().next().and_then(|line| line.strip_prefix("$ baocao ")) else {
            panic!("{}: the first line must be: $ baocao ...", file.display());
        };
        match refused(&name, command) {
            Ok(actual) if actual == expected => {}
            Ok(actual) if update => fs::write(&file, actual).expect("a writable case"),
            Ok(actual) => wrong += &format!("\n{name}: expected\n{expected}\n{name}: got\n{actual}"),
            Err(reason) => wrong += &format!("\n{name}: {reason}\n"),
        }
    }
    assert!(count >= FEWEST_CASES, "only {count} cases");
    assert!(wrong.is_empty(), "{wrong}\nIf the new text is right: UPDATE_EXPECT=1 cargo test --test refused");
}

/// The report that all cases depart from is good, so each case is refused for what it changes and nothing else.
#[test]
fn the_base_of_all_cases_is_good() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    common::copy(&project("tests/refused/_base"), folder.path());
    let output = run(folder.path(), &["render", "report.json", "--templates", "templates"]);
    assert_eq!(text(&output.stderr), "đã viết report.pdf (2 trang)\n");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn what_the_test_makes_has_a_case() {
    let names = names("tests/refused");
    for (name, _) in made::FILES {
        assert!(names.iter().any(|known| known == name), "tests/refused/{name} is gone");
    }
}

/// The cases of a folder.
fn names(cases: &str) -> Vec<String> {
    let entries = fs::read_dir(project(cases)).expect("the folder of cases");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("a readable entry"))
        .filter(|entry| entry.path().is_dir() && entry.file_name() != "_base")
        .map(|entry| entry.file_name().into_string().expect("a name in UTF-8"))
        .collect();
    names.sort();
    names
}

/// Runs a case: what stands in its `expected.txt`, or in which way the program was not even clean.
fn refused(name: &str, command: &str) -> Result<String, String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    lay_out("tests/refused", name, folder.path());
    let before = snapshot(folder.path());
    let args: Vec<&str> = command.split_whitespace().collect();
    let output = run(folder.path(), &args);
    let said = text(&output.stderr);
    if ["panicked", "backtrace", "RUST_"].iter().any(|word| said.contains(word)) {
        return Err(format!("the program broke down:\n{said}"));
    }
    if !output.stdout.is_empty() {
        return Err(format!("standard output is not empty: {}", text(&output.stdout)));
    }
    let after = snapshot(folder.path());
    if let Some((path, _)) = after.iter().find(|entry| !before.contains(entry)) {
        return Err(format!("{} was written", path.display()));
    }
    if before.len() != after.len() {
        return Err("a file is gone".to_owned());
    }
    match output.status.code() {
        Some(code @ 1..=2) => Ok(format!("$ baocao {command}\n{said}[exit {code}]\n")),
        code => Err(format!("exit code {code:?}:\n{said}")),
    }
}

/// The files of a case: the base, its own, and what is made for it.
fn lay_out(cases: &str, name: &str, folder: &Path) {
    common::copy(&project("tests/refused/_base"), folder);
    common::copy(&project(cases).join(name), folder);
    fs::remove_file(folder.join("expected.txt")).expect("a case has its expected.txt");
    if let Some((_, make)) = made::FILES.iter().find(|(made, _)| *made == name) {
        let (path, bytes) = make();
        let file = folder.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a writable folder");
        fs::write(file, bytes).expect("a new file");
    }
}
