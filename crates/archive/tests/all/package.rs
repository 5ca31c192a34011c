//! Packages: what is put in is there, and every change is named.

use baocao_archive::{Check, Line, MANIFEST, Metadata, Package, Role};
use baocao_core::digest::sha256;
use proptest::prelude::*;

use crate::memory::Memory;

fn package(files: &[(&str, &[u8])]) -> Memory {
    let mut package = Package::new("goi", &Metadata::default());
    for (name, bytes) in files {
        package.add(Role::Source, name, bytes.to_vec()).expect("a name");
    }
    Memory::of(package.finish().0)
}

fn manifest_hash(memory: &Memory) -> String {
    sha256(memory.0[MANIFEST].as_deref().expect("a manifest"))
}

/// What is told of a package after a change.
fn told(change: impl FnOnce(&mut Memory)) -> Vec<String> {
    let mut memory = package(&[("a.json", b"mot"), ("b/c.csv", b"hai")]);
    let hash = manifest_hash(&memory);
    change(&mut memory);
    let check = Check::of(&memory, "kho/goi", "goi", &hash);
    check.findings.into_iter().map(|finding| format!("{} {}", finding.id, finding.message.en)).collect()
}

#[test]
fn every_change_is_named() {
    assert_eq!(told(|_| {}), [""; 0]);
    let path = "source/b/c.csv".to_owned();
    assert_eq!(
        told(|memory| drop(memory.0.remove(&path))),
        ["luu-tru/mat-tep the file kho/goi/source/b/c.csv is missing"]
    );
    for bytes in [&b"hay"[..], b"haii", b""] {
        assert_eq!(
            told(|memory| drop(memory.0.insert(path.clone(), Some(bytes.to_vec())))),
            ["luu-tru/tep-bi-doi the file kho/goi/source/b/c.csv was changed"]
        );
    }
    assert_eq!(
        told(|memory| drop(memory.0.insert(path.clone(), None))),
        ["luu-tru/khong-phai-tep kho/goi/source/b/c.csv is a link, a device or a pipe"]
    );
    assert_eq!(
        told(|memory| drop(memory.0.insert("la.txt".to_owned(), Some(Vec::new())))),
        ["luu-tru/tep-la the file kho/goi/la.txt is not in the manifest"]
    );
    assert_eq!(
        told(|memory| drop(memory.0.insert("source/trong/".to_owned(), None))),
        ["luu-tru/tep-la the empty folder kho/goi/source/trong is not in the manifest"]
    );
    assert_eq!(
        told(|memory| drop(memory.0.remove(MANIFEST))),
        ["luu-tru/mat-tep the file kho/goi/manifest.json is missing"]
    );
    // A file and the manifest, changed together, still differ from the register.
    assert_eq!(
        told(|memory| *memory = package(&[("a.json", b"mot"), ("b/c.csv", b"hay")])),
        ["luu-tru/tep-bi-doi the file kho/goi/manifest.json was changed"]
    );
    assert_eq!(
        told(|memory| drop(memory.0.insert(MANIFEST.to_owned(), Some(b"{}".to_vec())))),
        [
            "luu-tru/tep-bi-doi the file kho/goi/manifest.json was changed",
            "luu-tru/danh-muc-hong kho/goi/manifest.json is no manifest of the package goi"
        ]
    );
    let out =
        br#"{"format": 1, "package": "goi", "files": [{"path": "../x", "role": "source", "bytes": 0, "sha256": ""}]}"#;
    assert_eq!(told(|memory| drop(memory.0.insert(MANIFEST.to_owned(), Some(out.to_vec())))).len(), 2);
}

#[test]
fn a_name_is_there_once_and_leads_nowhere() {
    let mut package = Package::new("goi", &Metadata::default());
    package.add(Role::Source, "a.csv", Vec::new()).expect("a name");
    assert_eq!(package.add(Role::Source, "A.csv", Vec::new()).expect_err("twice").id, "tep/trung-ten");
    package.add(Role::Companion, "a.csv", Vec::new()).expect("another folder");
    assert_eq!(package.add(Role::Source, "../a", Vec::new()).expect_err("out").id, "luu-tru/ten-khong-dung-duoc");
}

proptest! {
    #[test]
    fn any_byte_that_changes_is_noticed(
        bytes in prop::collection::vec(any::<u8>(), 1..200),
        at: prop::sample::Index,
        bit in 0..8_u8,
    ) {
        let mut memory = package(&[("a", &bytes)]);
        let hash = manifest_hash(&memory);
        prop_assert!(Check::of(&memory, "kho", "goi", &hash).findings.is_empty());
        let paths: Vec<String> = memory.0.keys().cloned().collect();
        let held = memory.0.get_mut(at.get(&paths)).and_then(Option::as_mut).expect("bytes");
        let place = at.index(held.len());
        held[place] ^= 1 << bit;
        prop_assert!(!Check::of(&memory, "kho", "goi", &hash).findings.is_empty());
    }
}

/// A line that was written anew with the whole register still lies beside its package.
#[test]
fn a_line_says_what_its_package_says() {
    let json = serde_json::json!({
        "code_number": "11", "code_notation": "BC-UBND", "issued_date": "2026-09-16", "organ_name": "UBND XÃ TÂN LỘC",
        "subject": "Một",
    });
    let metadata = Metadata::read("tt.json", json.to_string().into_bytes()).expect("metadata");
    let line = Line::new(&metadata, Some("BÁO CÁO"), "2026-09-17T08:00:00+07:00").expect("a line");
    let mut package = Package::new(&line.package, &metadata);
    package.add(Role::Document, "a.pdf", b"a".to_vec()).expect("a name");
    let (files, manifest) = package.finish();
    let memory = Memory::of(files);
    let line = Line { sequence: 4, manifest, document: sha256(b"a"), ..line };
    let told = |line: &Line| -> Vec<String> {
        let findings = Check::of_line(&memory, "kho/goi", line).findings;
        findings
            .iter()
            .map(|finding| {
                format!("{} {} {}", finding.id, finding.message.en, finding.found.as_deref().unwrap_or_default())
            })
            .collect()
    };
    assert_eq!(told(&line), [""; 0]);
    let day = "2026-01-01".parse().expect("a day");
    let other = |change: fn(&mut Line)| {
        let mut line = line.clone();
        change(&mut line);
        line
    };
    for (line, found) in [
        (other(|line| line.symbol = "999/QĐ-UBND".to_owned()), "999/QĐ-UBND"),
        (other(|line| line.number = "999".to_owned()), "999"),
        (Line { date: day, ..line.clone() }, "2026-01-01"),
        (other(|line| line.year = 2025), "2025"),
        (other(|line| line.organ = "UBND XÃ VĨNH LỘC".to_owned()), "UBND XÃ VĨNH LỘC"),
        (other(|line| line.subject = "Hai".to_owned()), "Hai"),
        (other(|line| line.series = "KẾ HOẠCH".to_owned()), line.package.as_str()),
        (other(|line| line.document = "00".to_owned()), "00"),
    ] {
        let expected = "luu-tru/dong-so-hong line 4 of the register does not say what kho/goi/metadata.json says";
        assert_eq!(told(&line), [format!("{expected} {found}")]);
    }
}
