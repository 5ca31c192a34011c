//! The conformance suite of the Library of Congress, where it is there: see `tests/all/corpora.rs` of the program.

use std::fs;
use std::path::{Path, PathBuf};

use baocao_archive::bag;
use baocao_core::diagnostic::{Lang, has_errors, render};
use baocao_testing::project;

use crate::memory::Disk;

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// Valid ones are valid, invalid ones are refused, and none of the odd ones does any harm.
#[test]
fn bags_of_others_are_judged_as_they_should_be() {
    let root = std::env::var_os("BAOCAO_CORPORA").map_or_else(|| project("../shared/corpora"), PathBuf::from);
    let corpus = root.join("bagit");
    if !corpus.is_dir() {
        println!("SKIPPED: there is no folder {}", corpus.display());
        return;
    }
    let mut seen = [0; 2];
    for kind in folders(&corpus).iter().flat_map(|version| folders(version)) {
        for folder in folders(&kind) {
            let findings = bag::check(&Disk(folder.clone()), "tui");
            let said = render(&findings, Lang::En, false);
            match kind.file_name().and_then(|name| name.to_str()) {
                Some("valid") => assert!(!has_errors(&findings), "{}\n{said}", folder.display()),
                Some("invalid" | "linux-only" | "windows-only") => {
                    assert!(has_errors(&findings), "{}", folder.display())
                }
                _ => continue,
            }
            seen[usize::from(has_errors(&findings))] += 1;
        }
    }
    assert!(seen[0] >= 13 && seen[1] >= 20, "{seen:?}");
}
