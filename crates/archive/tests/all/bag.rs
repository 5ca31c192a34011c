//! Bags of ours, and what may be wrong with bags.

use std::collections::BTreeSet;

use baocao_archive::bag;
use baocao_core::diagnostic::has_errors;
use baocao_core::digest::sha256;
use baocao_vietnamese::encoding::composed;
use proptest::prelude::*;

use crate::memory::Memory;

fn bag_of(files: &[(&str, &[u8])]) -> Memory {
    let payload: Vec<(String, u64, String)> =
        files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.len() as u64, sha256(bytes))).collect();
    let tags = bag::tag_files(&payload, &[("External-Description", "Một\nhai".to_owned())]);
    let data = files.iter().map(|(path, bytes)| (format!("data/{path}"), bytes.to_vec()));
    Memory::of(tags.into_iter().chain(data))
}

fn told(bag: &Memory) -> Vec<String> {
    bag::check(bag, "tui").into_iter().map(|finding| finding.message.en).collect()
}

fn text(bag: &mut Memory, path: &str, change: impl FnOnce(String) -> String) {
    let bytes = bag.0.get(path).cloned().flatten().expect("a file");
    bag.0.insert(path.to_owned(), Some(change(String::from_utf8(bytes).expect("UTF-8")).into_bytes()));
}

#[test]
fn odd_names_come_through() {
    let bag = bag_of(&[("100%.txt", b"1"), ("%0A.txt", b"2"), ("a\nb\r\nc", b"3"), ("Báo cáo/quý III.csv", b"4")]);
    assert_eq!(told(&bag), [""; 0]);
    let manifest = String::from_utf8(bag.0["manifest-sha256.txt"].clone().expect("a manifest")).expect("UTF-8");
    assert!(manifest.contains("data/a%0Ab%0D%0Ac\n") && manifest.contains("data/%250A.txt\n"), "{manifest}");
}

#[test]
fn every_tampering_is_named() {
    let whole = || bag_of(&[("a.txt", b"mot"), ("b/c.txt", b"hai")]);
    let told_after = |change: &dyn Fn(&mut Memory)| {
        let mut bag = whole();
        change(&mut bag);
        told(&bag)
    };
    let remove = |path: &'static str| move |bag: &mut Memory| drop(bag.0.remove(path));
    assert_eq!(told_after(&remove("data/a.txt"))[1..], ["the file tui/data/a.txt is missing"]);
    assert_eq!(told_after(&remove("bagit.txt")), ["tui has no bagit.txt"]);
    assert_eq!(told_after(&remove("bag-info.txt")), ["the file tui/bag-info.txt is missing"]);
    assert!(told_after(&remove("manifest-sha256.txt")).contains(&"tui has no manifest-*.txt".to_owned()));
    let put = |path: &'static str, bytes: &'static [u8]| {
        move |bag: &mut Memory| drop(bag.0.insert(path.into(), Some(bytes.to_vec())))
    };
    assert_eq!(told_after(&put("data/a.txt", b"moi")), ["the file tui/data/a.txt was changed"]);
    assert!(
        told_after(&put("data/la.txt", b"")).contains(&"the file tui/data/la.txt is not in the manifest".to_owned())
    );
    assert_eq!(told_after(&|bag| drop(bag.0.insert("data/b/c.txt".into(), None))).len(), 2);
    for declaration in [
        "",
        "BagIt-Version: 1.0",
        "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n",
        "\u{feff}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    ] {
        let mut bag = whole();
        bag.0.insert("bagit.txt".into(), Some(declaration.as_bytes().to_vec()));
        assert_eq!(told(&bag), ["tui/bagit.txt does not declare version and encoding as it should"], "{declaration}");
    }
}

#[test]
fn paths_that_lead_out_are_refused() {
    for path in [
        "../x",
        "data/../../x",
        "/etc/passwd",
        "~/x",
        "~root/x",
        "C:\\x",
        "\\\\may\\x",
        "data\\x",
        "%HomeDrive%\\x",
        "bagit.txt",
    ] {
        let mut bag = bag_of(&[("a.txt", b"mot")]);
        text(&mut bag, "manifest-sha256.txt", |text| format!("{text}{}  {path}\n", sha256(b"")));
        assert!(bag::check(&bag, "tui").iter().any(|finding| finding.id == "luu-tru/ten-khong-dung-duoc"), "{path}");
        let mut bag = bag_of(&[("a.txt", b"mot")]);
        bag.0.insert("fetch.txt".into(), Some(format!("https://vi-du.example/ - {path}\n").into_bytes()));
        assert!(has_errors(&bag::check(&bag, "tui")), "{path}");
    }
}

/// A name that manifests and folders can hold: no path, no blank in front.
const NAME: &str = "[^/\\\\~\u{0} \t*.:][^/\\\\\u{0} ]{0,10}";

const TAG_FILE: &str = "(bagit|bag-info|fetch|manifest-sha256|tagmanifest-md5)\\.txt";

fn bytes(most: usize) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..most)
}

proptest! {
    #[test]
    fn no_bag_makes_it_panic(tag in TAG_FILE, bytes in bytes(300)) {
        let mut bag = bag_of(&[("a", b"mot")]);
        bag.0.insert(tag, Some(bytes));
        bag::check(&bag, "tui");
    }

    #[test]
    fn what_is_written_is_valid(files in prop::collection::btree_map(NAME, bytes(50), 1..5)) {
        let names: BTreeSet<String> = files.keys().map(|path| composed(path).into_owned()).collect();
        prop_assume!(names.len() == files.len());
        let files: Vec<(&str, &[u8])> = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
        prop_assert_eq!(told(&bag_of(&files)), Vec::<String>::new());
    }
}
