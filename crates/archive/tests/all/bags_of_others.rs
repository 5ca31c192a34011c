//! The conformance suite of the Library of Congress, where it is there: `BAGIT_CORPUS` names its folder.

use std::fs;
use std::path::{Path, PathBuf};

use baocao_archive::bag;
use baocao_core::diagnostic::has_errors;

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
    let Some(corpus) = std::env::var_os("BAGIT_CORPUS").map(PathBuf::from).filter(|corpus| corpus.is_dir()) else {
        eprintln!("SKIPPED bags_of_others_are_judged_as_they_should_be: BAGIT_CORPUS names no folder");
        return;
    };
    let mut seen = [0; 2];
    for kind in folders(&corpus).iter().flat_map(|version| folders(version)) {
        for folder in folders(&kind) {
            let findings = bag::check(&Disk(folder.clone()), "tui");
            let said = baocao_core::diagnostic::render(&findings, baocao_core::diagnostic::Lang::En, false);
            match kind.file_name().and_then(|name| name.to_str()) {
                Some("valid") => assert!(!has_errors(&findings), "{}\n{said}", folder.display()),
                Some("invalid" | "linux-only" | "windows-only") => assert!(has_errors(&findings), "{}", folder.display()),
                _ => continue,
            }
            seen[usize::from(has_errors(&findings))] += 1;
        }
    }
    assert!(seen[0] >= 13 && seen[1] >= 20, "{seen:?}");
}
