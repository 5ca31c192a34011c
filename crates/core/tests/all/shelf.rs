//! Shelves: paths that lead down, uploads, archives.

use std::io::{Cursor, ErrorKind};

use baocao_core::shelf::{Archive, Entry, Nothing, Shelf, ShelfError, ShelfPath, Uploads, resolve};
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::common::zipped;

fn path(text: &str) -> ShelfPath {
    ShelfPath::root().join(text).unwrap()
}

fn joined(folder: &str, written: &str) -> Option<String> {
    let folder = ShelfPath::root().join(folder).unwrap();
    folder.join(written).map(|path| path.to_string())
}

#[test]
fn paths_are_names_that_lead_down() {
    assert_eq!(joined("", "a.csv").as_deref(), Some("a.csv"));
    assert_eq!(joined("quy-3", "./du lieu//a.csv").as_deref(), Some("quy-3/du lieu/a.csv"));
    assert_eq!(joined("quy-3", "a/../b.csv").as_deref(), Some("quy-3/b.csv"));
    assert_eq!(joined("quy-3", "../quy-2/b.csv").as_deref(), Some("quy-2/b.csv"));
    assert_eq!(joined("quy-3", "..").as_deref(), Some(""));
    assert_eq!(joined("quy-3", "../../b.csv"), None);
    assert_eq!(joined("quy-3", "../../quy-3/b.csv"), None);
    assert_eq!(joined("quy-3", "/etc/passwd"), None);
    assert_eq!(joined("", "...").as_deref(), Some("..."));
    assert_eq!(ShelfPath::root().join("a/b/c.json").unwrap().parent().as_str(), "a/b");
    assert_eq!(ShelfPath::root().parent(), ShelfPath::root());
}

#[test]
fn the_rest_of_a_path_begins_at_a_name() {
    let path = |text: &str| ShelfPath::of_absolute(text).unwrap();
    let rest = |root: &str, of: &str| path(root).strip(&path(of)).map(|rest| rest.to_string());
    assert_eq!(rest("/home/van-phong", "/home/van-phong/a/../b.png").as_deref(), Some("b.png"));
    assert_eq!(rest("/", "/b.png").as_deref(), Some("b.png"));
    assert_eq!(rest("/home", "/home").as_deref(), Some(""));
    assert_eq!(rest("/home/van", "/home/van-phong/b.png"), None);
    assert_eq!(ShelfPath::of_absolute("a/b"), None);
    assert_eq!(ShelfPath::of_absolute("/../etc"), None);
}

/// Where a path leads, by the rules of the file system: how far above the root at the worst.
fn lowest(folder: &str, written: &str) -> i32 {
    let (mut depth, mut lowest) = (0, 0);
    for name in folder.split('/').chain(written.split('/')) {
        match name {
            "" | "." => {}
            ".." => depth -= 1,
            _ => depth += 1,
        }
        lowest = lowest.min(depth);
    }
    lowest
}

proptest! {
    #[test]
    fn no_path_leads_out(folder in "([a-c]{1,2}/){0,3}", written in "(\\.\\./|\\./|/|[a-c\\\\:]{1,2}/|\\.\\.){0,8}") {
        let folder_path = ShelfPath::root().join(&folder).unwrap();
        let resolved = resolve(&Nothing, &folder_path, &written);
        if let Ok(path) = &resolved {
            prop_assert!(path.names().all(|name| name != ".." && name != "." && !name.contains('/')));
            prop_assert!(!path.as_str().starts_with('/'));
        }
        if !cfg!(windows) {
            let stays = !written.starts_with('/') && lowest(&folder, &written) >= 0;
            prop_assert_eq!(resolved.is_ok(), stays);
        }
    }

    #[test]
    fn any_text_is_a_path_or_is_none(written in "\\PC{0,40}") {
        if let Some(path) = ShelfPath::root().join(&written) {
            prop_assert!(path.names().all(|name| name != ".."));
            prop_assert_eq!(ShelfPath::root().join(path.as_str()), Some(path.clone()));
        }
    }
}

fn uploads() -> Uploads {
    let mut uploads = Uploads::default();
    // The second letter is an o and a hook above it.
    uploads.insert("quy-3/so\u{0309}.csv", *b"abc").unwrap();
    uploads.insert("bao-cao.json", *b"{}").unwrap();
    uploads
}

#[test]
fn files_are_found_by_composed_and_decomposed_names() {
    let uploads = uploads();
    assert_eq!(&*uploads.read(&path("quy-3/s\u{1ecf}.csv"), 3).unwrap(), b"abc");
    assert_eq!(&*uploads.read(&path("quy-3/so\u{0309}.csv"), 3).unwrap(), b"abc");
    assert!(matches!(uploads.read(&path("quy-3/s\u{1ecf}.csv"), 2), Err(ShelfError::TooLarge(3))));
    let kind = |name: &str| match uploads.read(&path(name), 9) {
        Err(ShelfError::Refused(error)) => error.kind(),
        other => panic!("{other:?}"),
    };
    assert_eq!(kind("khac.csv"), ErrorKind::NotFound);
    assert_eq!(kind("quy-3"), ErrorKind::IsADirectory);
}

#[test]
fn folders_are_listed() {
    let entry = |name: &str, is_folder| Entry { name: name.to_owned(), is_folder };
    assert_eq!(uploads().list(&path("")).unwrap(), [entry("bao-cao.json", false), entry("quy-3", true)]);
    assert_eq!(uploads().list(&path("quy-3")).unwrap(), [entry("s\u{1ecf}.csv", false)]);
    assert_eq!(uploads().list(&path("khac")).unwrap(), []);
}

#[test]
fn names_that_lead_out_or_are_there_twice_are_refused() {
    let mut uploads = uploads();
    let id = |name: &str, uploads: &mut Uploads| uploads.insert(name, *b"").unwrap_err().id.to_string();
    assert_eq!(id("../a.csv", &mut uploads), "tep/ngoai-goc");
    assert_eq!(id("/etc/passwd", &mut uploads), "tep/ngoai-goc");
    assert_eq!(id("", &mut uploads), "tep/ngoai-goc");
    assert_eq!(id("quy-3/s\u{1ecf}.csv", &mut uploads), "tep/trung-ten");
    assert_eq!(id("a/../bao-cao.json", &mut uploads), "tep/trung-ten");
}

#[test]
fn files_are_unpacked_no_further_than_they_may_be_large() {
    let zeros = vec![0; 1_000_000];
    let bytes = zipped(&[("quy-3/so-lieu.csv", b"a;b\n"), ("lon.csv", &zeros)]);
    assert!(bytes.len() < 10_000);
    let archive = Archive::new("bao-cao.zip", bytes).unwrap();
    assert_eq!(&*archive.read(&path("quy-3/so-lieu.csv"), 4).unwrap(), b"a;b\n");
    assert_eq!(archive.read(&path("lon.csv"), 1_000_000).unwrap().len(), 1_000_000);
    assert!(matches!(archive.read(&path("lon.csv"), 999_999), Err(ShelfError::TooLarge(1_000_000))));
    assert!(matches!(archive.read(&path("khac.csv"), 9), Err(ShelfError::Refused(_))));
    let names: Vec<String> = archive.list(&path("")).unwrap().into_iter().map(|entry| entry.name).collect();
    assert_eq!(names, ["lon.csv", "quy-3"]);
}

/// The size that is written in the archive is made small: what is unpacked is counted all the same.
#[test]
fn a_size_that_is_a_lie_does_not_help() {
    let mut bytes = zipped(&[("lon.csv", &[b'a'; 5_000])]);
    let size = 5_000_u32.to_le_bytes();
    let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..at + 4] == size).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    let archive = Archive::new("bao-cao.zip", bytes).unwrap();
    assert!(archive.read(&path("lon.csv"), 100).is_err());
}

#[test]
fn what_could_lead_out_or_mean_two_things_is_refused() {
    let id = |bytes: Vec<u8>| Archive::new("bao-cao.zip", bytes).unwrap_err().id.to_string();
    assert_eq!(id(zipped(&[("../a.csv", b"")])), "tep/ngoai-goc");
    assert_eq!(id(zipped(&[("/etc/passwd", b"")])), "tep/ngoai-goc");
    assert_eq!(id(zipped(&[("..\\a.csv", b"")])), "tep/ngoai-goc");
    assert_eq!(id(zipped(&[("a.csv", b""), ("b/../a.csv", b"")])), "tep/trung-ten");
    assert_eq!(id(b"PK\x03\x04 and no more".to_vec()), "tep/goi-nen-hong");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.add_symlink("a.csv", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    assert_eq!(id(writer.finish().unwrap().into_inner()), "tep/goi-nen-hong");
}
