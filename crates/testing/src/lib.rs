//! What the tests of all crates share: the files of the project, and the one way to compare a text with the file that
//! holds it.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use similar::TextDiff;

/// A path below the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(path)
}

/// The bytes of a file of the project. Panics where it cannot be read.
pub fn bytes(path: &str) -> Vec<u8> {
    fs::read(project(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The text of a file of the project. Panics where it cannot be read.
pub fn text(path: &str) -> String {
    String::from_utf8(bytes(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The report that the refused cases depart from.
pub const BASE: &str = "tests/refused/_base/report.json";

/// How every expected text and every generated file is written anew.
pub const UPDATE: &str = "UPDATE_EXPECT=1 cargo test";

/// Whether expected texts and generated files are written anew.
pub fn updates() -> bool {
    std::env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1")
}

/// Texts that were made, against the files that hold what is expected.
#[derive(Debug, Default)]
pub struct Golden {
    count: usize,
    wrong: String,
}

impl Golden {
    /// Compares a text with a file of the project. With `UPDATE_EXPECT=1` the file is written where they differ.
    pub fn compare(&mut self, path: &str, actual: &str) {
        self.count += 1;
        let file = project(path);
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if actual == expected {
            return;
        }
        if updates() {
            fs::write(file, actual).unwrap_or_else(|error| panic!("{path}: {error}"));
        } else {
            let differ = TextDiff::from_lines(&expected, actual);
            let _ = write!(self.wrong, "\n{path}\n{}", differ.unified_diff());
        }
    }

    /// Panics where a text differed, or where there were fewer texts than ever were meant: a folder was moved or lost.
    pub fn finish(self, least: usize) {
        assert!(self.count >= least, "only {} texts", self.count);
        assert!(self.wrong.is_empty(), "{}\nIf the new text is right: {UPDATE}", self.wrong);
    }
}
