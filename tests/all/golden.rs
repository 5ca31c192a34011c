//! What the program prints, word for word.
//!
//! A text of `tests/check/`, `tests/diff/`, `tests/explain/`, `tests/form/`, `tests/map/` or `tests/verify/` is a call in its folder: the first line is the command,
//! then what it prints on standard output, on standard error, and the exit code. A folder of `tests/refused/` or
//! `tests/warned/` is a call on what it holds, laid over `tests/refused/_base/`, a small good report and its template
//! set; `expected.txt` has the text. Part of every such case, and therefore not written there: standard output is empty,
//! and no file is new, changed or gone, except the document of what is only warned of. The same goes for `tests/import/`,
//! whose base is a small export with its mapping (what is only told of is run with `--explain`), and for `tests/aggregate/`, whose base is a district of three communes and
//! where what is made goes to standard output.
//!
//! `UPDATE_EXPECT=1 cargo test` writes what the program says now; read the difference before keeping it. A new case needs
//! the first line, the command.

use std::fs;
use std::path::Path;
use std::process::Output;

use baocao_testing::{Golden, project};

use crate::common::{self, run, snapshot, text};
use crate::made;

#[test]
fn calls_print_these_words() {
    let mut golden = Golden::default();
    for folder in ["tests/check", "tests/diff", "tests/explain", "tests/form", "tests/map", "tests/verify"] {
        for name in names(folder).iter().filter(|name| name.ends_with(".txt")) {
            compare(&mut golden, &format!("{folder}/{name}"), &project(folder), "[stderr]\n");
        }
    }
    golden.finish(70);
}

#[test]
fn bad_input_is_refused_with_these_words() {
    cases("tests/refused", "tests/refused/_base", &[1, 2], &[]).finish(256);
}

#[test]
fn what_is_only_told_of_is_rendered_with_these_words() {
    cases("tests/warned", "tests/refused/_base", &[0], &["report.pdf"]).finish(14);
}

#[test]
fn exports_are_refused_or_told_of_with_these_words() {
    cases("tests/import", "tests/import/_base", &[0, 1, 2], &[]).finish(55);
}

#[test]
fn reports_are_rolled_up_or_refused_with_these_words() {
    cases("tests/aggregate", "tests/aggregate/_base", &[0, 1, 2], &[]).finish(39);
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

/// What is in a folder of the project.
fn names(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(project(folder)).expect("a readable folder");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("a readable entry").file_name().into_string().expect("a name in UTF-8"))
        .collect();
    names.sort();
    names
}

/// Runs the cases of a folder, which end with one of these codes and leave these new files.
fn cases(cases: &str, base: &str, codes: &[i32], new: &[&str]) -> Golden {
    let mut golden = Golden::default();
    for name in names(cases).iter().filter(|name| *name != "_base") {
        let folder = tempfile::tempdir().expect("a temporary folder");
        lay_out(cases, base, name, folder.path());
        let before = snapshot(folder.path());
        let output = compare(&mut golden, &format!("{cases}/{name}/expected.txt"), folder.path(), "");
        let made = output.status.success() && new.is_empty();
        assert!(made || output.stdout.is_empty(), "{name}: {}", text(&output.stdout));
        assert!(output.status.code().is_some_and(|code| codes.contains(&code)), "{name}: {output:?}");
        let mut after = snapshot(folder.path());
        after.retain(|(path, _)| !new.iter().any(|new| *path == folder.path().join(new)));
        assert!(after == before, "{name}: files were written or are gone");
        assert!(new.iter().all(|new| folder.path().join(new).exists()), "{name}: no document");
    }
    golden
}

/// Runs the command of an expected text in a folder and compares what it prints. `mark` stands before what is said on
/// standard error.
fn compare(golden: &mut Golden, path: &str, folder: &Path, mark: &str) -> Output {
    let expected = fs::read_to_string(project(path)).unwrap_or_default();
    let command = expected.lines().next().and_then(|line| line.strip_prefix("$ baocao "));
    let command = command.unwrap_or_else(|| panic!("{path}: the first line must be: $ baocao ..."));
    let output = run(folder, &arguments(command));
    let (told, said) = (text(&output.stdout), text(&output.stderr));
    let broken = ["panicked", "backtrace", "RUST_"].iter().any(|word| said.contains(word));
    assert!(!broken, "{path}: the program broke down:\n{said}");
    let mark = if said.is_empty() { "" } else { mark };
    let code = output.status.code().expect("an exit code");
    let told = without_time(told);
    golden.compare(path, &format!("$ baocao {command}\n{told}{mark}{said}[exit {code}]\n"));
    output
}

/// A result without the time when the program was run, which stands on a line of its own.
fn without_time(told: &str) -> String {
    let line = |line: &str| {
        if line.starts_with("  \"time\": \"") { "  \"time\": \"...\",\n".to_owned() } else { line.to_owned() }
    };
    told.split_inclusive('\n').map(line).collect()
}

/// The arguments of a command line; those with spaces stand in quotes.
fn arguments(command: &str) -> Vec<&str> {
    let parts = command.split('\'').enumerate();
    let arguments = parts.map(|(index, part)| match index % 2 {
        0 => part.split_whitespace().collect(),
        _ => vec![part],
    });
    arguments.flatten().collect()
}

/// The files of a case: the base, its own, and what is made for it.
fn lay_out(cases: &str, base: &str, name: &str, folder: &Path) {
    common::copy(&project(base), folder);
    common::copy(&project(cases).join(name), folder);
    fs::remove_file(folder.join("expected.txt")).expect("a case has its expected.txt");
    if let Some((_, make)) = made::FILES.iter().find(|(made, _)| *made == name) {
        let (path, bytes) = make();
        let file = folder.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a writable folder");
        fs::write(file, bytes).expect("a new file");
    }
}
