//! The shelf of a folder on disk: what it gives, and what it opens for nobody.

use std::fs;
use std::path::{Path, PathBuf};

use baocao::{Entry, Folder, Shelf, ShelfError, ShelfPath};

fn path(text: &str) -> ShelfPath {
    ShelfPath::root().join(text).unwrap()
}

/// A folder `goc` with a file in a folder, a file outside of it, and the shelf of `goc`.
fn temporary() -> (tempfile::TempDir, PathBuf, Folder) {
    let temporary = tempfile::tempdir().unwrap();
    let root = temporary.path().join("goc");
    fs::create_dir_all(root.join("quy-3")).unwrap();
    fs::write(root.join("quy-3/so-lieu.csv"), "abc").unwrap();
    fs::write(temporary.path().join("kin.csv"), "bí mật").unwrap();
    (temporary, root.clone(), Folder::new(root))
}

fn kind(folder: &Folder, name: &str) -> String {
    match folder.read(&path(name), 3) {
        Ok(bytes) => format!("{} bytes", bytes.len()),
        Err(ShelfError::Refused(error)) => format!("{:?}", error.kind()),
        Err(ShelfError::NotAFile(what)) => what.en,
        Err(error) => format!("{error:?}"),
    }
}

#[test]
fn files_are_read_as_far_as_they_may_be_large() {
    let (_temporary, _, folder) = temporary();
    assert_eq!(kind(&folder, "quy-3/so-lieu.csv"), "3 bytes");
    assert_eq!(kind(&folder, "quy-3"), "IsADirectory");
    assert_eq!(kind(&folder, "."), "IsADirectory");
    assert_eq!(kind(&folder, "khac.csv"), "NotFound");
    assert!(matches!(folder.read(&path("quy-3/so-lieu.csv"), 2), Err(ShelfError::TooLarge(3))));
    assert_eq!(kind(&Folder::new("khong-co-thu-muc-nay"), "a.csv"), "NotFound");
    assert_eq!(folder.list(&path("")).unwrap(), [Entry { name: "quy-3".to_owned(), is_folder: true }]);
}

#[test]
fn names_may_be_composed_or_not() {
    let (_temporary, root, folder) = temporary();
    fs::create_dir(root.join("qu\u{fd}")).unwrap();
    fs::write(root.join("qu\u{fd}/so\u{0309}.csv"), "x").unwrap();
    for name in ["qu\u{fd}/so\u{0309}.csv", "qu\u{fd}/s\u{1ecf}.csv", "quy\u{0301}/s\u{1ecf}.csv"] {
        assert_eq!(kind(&folder, name), "1 bytes", "{name}");
    }
    assert_eq!(kind(&folder, "qu\u{fd}/s\u{1ed5}.csv"), "NotFound");
}

#[test]
fn an_absolute_path_may_lie_below_the_root() {
    let (temporary, root, folder) = temporary();
    let absolute = |path: &Path| path.to_str().unwrap().to_owned();
    let inside = folder.below(&absolute(&root.join("quy-3/so-lieu.csv")));
    assert_eq!(inside, Some(path("quy-3/so-lieu.csv")));
    assert_eq!(folder.below(&absolute(&temporary.path().join("kin.csv"))), None);
    assert_eq!(folder.below(&absolute(&temporary.path().join("goc-khac/a.csv"))), None);
}

/// Only this file and the program touch the file system.
#[test]
fn the_parts_of_the_library_open_no_files() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates");
    let (mut folders, mut count) = (vec![sources], 0);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            // Tests and benchmarks may: they stand in folders and in a crate of their own.
            let of_tests = ["tests", "benches", "testing"].iter().any(|name| path.ends_with(name));
            if path.is_dir() && !of_tests {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("tests.rs") {
                let text = fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]").next().unwrap();
                let opens = ["std::fs", " fs::", "File::open", ".canonicalize(", ".exists(", ".is_file("];
                assert!(!opens.iter().any(|word| code.contains(word)), "{}", path.display());
                count += 1;
            }
        }
    }
    assert!(count > 200, "only {count} files");
}

#[cfg(unix)]
#[test]
fn links_may_lead_anywhere_but_out() {
    use std::os::unix::fs::symlink;

    let (temporary, root, folder) = temporary();
    let link = |target: &str, name: &str| symlink(target, root.join(name)).unwrap();
    link("quy-3/so-lieu.csv", "trong.csv");
    link("../kin.csv", "ngoai.csv");
    link("../khong-co.csv", "ngoai-khong-co.csv");
    link("..", "len");
    link(temporary.path().join("kin.csv").to_str().unwrap(), "tuyet-doi.csv");
    link("vong.csv", "vong.csv");
    assert_eq!(kind(&folder, "trong.csv"), "3 bytes");
    for name in ["ngoai.csv", "ngoai-khong-co.csv", "len/kin.csv", "len/khong-co.csv", "tuyet-doi.csv"] {
        assert_eq!(kind(&folder, name), "Outside", "{name}");
    }
    assert_eq!(kind(&folder, "vong.csv"), "FilesystemLoop");
    let links = folder.list(&path("")).unwrap();
    assert!(links.iter().all(|entry| entry.is_folder == (entry.name == "quy-3")), "{links:?}");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let (_temporary, root, folder) = temporary();
    let made = std::process::Command::new("mkfifo").arg(root.join("ong.csv")).status().unwrap();
    assert!(made.success());
    assert_eq!(kind(&folder, "ong.csv"), "it is a pipe, not a file");
}
