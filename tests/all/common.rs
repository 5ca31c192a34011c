//! What several tests need.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub use baocao_testing::project;

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
