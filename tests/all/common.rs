//! What several tests need. Each test file uses some of it.
#![allow(dead_code, reason = "every test file is a crate of its own and uses a part of this")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A path below the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The program, to be run in a folder. Temporary files would land in that folder too, where the tests see them; a
/// panic would show its backtrace.
pub fn baocao(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
    command.current_dir(folder).env("TMPDIR", folder).env("RUST_BACKTRACE", "1");
    command
}

/// Runs the program in a folder.
pub fn run(folder: &Path, args: &[&str]) -> Output {
    baocao(folder).args(args).output().expect("the program runs")
}

/// Bytes that must be UTF-8.
pub fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("output is UTF-8")
}

/// Every file and folder below a folder, by its path, with the bytes of files.
pub fn snapshot(folder: &Path) -> Vec<(PathBuf, Option<Vec<u8>>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                folders.push(path.clone());
                found.push((path, None));
            } else {
                let bytes = std::fs::read(&path).expect("a readable file");
                found.push((path, Some(bytes)));
            }
        }
    }
    found.sort();
    found
}

/// Copies what is in a folder over another one.
pub fn copy(from: &Path, to: &Path) {
    for (path, bytes) in snapshot(from) {
        let target = to.join(path.strip_prefix(from).expect("a path below the folder"));
        match bytes {
            None => std::fs::create_dir_all(target).expect("a new folder"),
            Some(bytes) => {
                std::fs::create_dir_all(target.parent().expect("a folder")).expect("a new folder");
                std::fs::write(target, bytes).expect("a new file");
            }
        }
    }
}

/// Every `*.txt` of a folder is a call in that folder: its first line is the command, then what it prints, and the exit
/// code. `UPDATE_EXPECT=1 cargo test --test NAME` writes what the program says now.
pub fn calls(folder: &str, least: usize, name: &str) {
    let update = std::env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1");
    let folder = project(folder);
    let (mut count, mut wrong) = (0, String::new());
    for (path, _) in snapshot(&folder).into_iter().filter(|(path, _)| path.extension().is_some_and(|end| end == "txt"))
    {
        count += 1;
        let expected = std::fs::read_to_string(&path).expect("a readable file");
        let command = expected.lines().next().and_then(|line| line.strip_prefix("$ baocao ")).expect("a command");
        let output = run(&folder, &command.split_whitespace().collect::<Vec<_>>());
        let code = output.status.code().expect("an exit code");
        let actual = format!("$ baocao {command}\n{}{}[exit {code}]\n", text(&output.stdout), text(&output.stderr));
        if actual != expected && update {
            std::fs::write(&path, actual).expect("a writable file");
        } else if actual != expected {
            wrong += &format!("\n{}: expected\n{expected}\ngot\n{actual}", path.display());
        }
    }
    assert!(count >= least, "only {count} calls");
    assert!(wrong.is_empty(), "{wrong}\nIf the new text is right: UPDATE_EXPECT=1 cargo test --test {name}");
}
