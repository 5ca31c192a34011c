//! Input that is told of and rendered all the same: the exact text of the warnings.
//!
//! Every folder of `tests/warned/` is a case like those of `tests/refused/`, except that the document is made.

use std::fs;

use crate::common::{project, run, snapshot, text};
use crate::{lay_out, names};

#[test]
fn what_is_only_told_of_is_rendered_with_these_words() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1");
    let mut wrong = String::new();
    for name in names("tests/warned") {
        let file = project("tests/warned").join(&name).join("expected.txt");
        let expected = fs::read_to_string(&file).unwrap_or_default();
        let command = expected.lines().next().and_then(|line| line.strip_prefix("$ baocao "));
        let command = command.unwrap_or_else(|| panic!("{}: the first line must be: $ baocao ...", file.display()));
        let actual = format!("$ baocao {command}\n{}", warned(&name, command));
        if actual == expected {
            continue;
        }
        if update {
            fs::write(&file, &actual).expect("a writable case");
        } else {
            wrong += &format!("\n{name}: expected\n{expected}\n{name}: got\n{actual}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}\nIf the new text is right: UPDATE_EXPECT=1 cargo test --test refused");
}

/// What is said of a case. One file is new: the document.
fn warned(name: &str, command: &str) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    lay_out("tests/warned", name, folder.path());
    let before = snapshot(folder.path());
    let args: Vec<&str> = command.split_whitespace().collect();
    let output = run(folder.path(), &args);
    let said = text(&output.stderr);
    assert!(output.stdout.is_empty(), "{name}: standard output is not empty");
    assert_eq!(output.status.code(), Some(0), "{name}: {said}");
    let after = snapshot(folder.path());
    let new: Vec<_> = after.iter().filter(|entry| !before.contains(entry)).map(|(path, _)| path).collect();
    assert_eq!(new, [&folder.path().join("report.pdf")], "{name}");
    said.to_owned()
}
