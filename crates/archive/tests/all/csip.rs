//! The documents of CSIP packages: any text comes back as it was.

use baocao_archive::csip::{Parcel, documents};
use baocao_archive::{Line, Metadata, SignerInfo};
use baocao_core::digest::sha256;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

/// The documents of a package that says this about itself, and has a file of this name.
fn written(words: &str, path: &str) -> Vec<(String, String)> {
    let metadata = Metadata {
        code_number: Some("5".to_owned()),
        code_notation: Some("BC-UBND".to_owned()),
        issued_date: "2026-09-16".parse().ok(),
        organ_name: Some(words.to_owned()),
        subject: Some("Một".to_owned()),
        maintenance: Some(words.to_owned()),
        signer_info: vec![SignerInfo { position: Some(words.to_owned()), full_name: None }],
        ..Metadata::default()
    };
    let line = Line::new(&metadata, None, "2026-09-17T08:00:00+07:00").expect("a line");
    let files = [(path.to_owned(), 3, sha256(b"mot"))];
    let parcel = Parcel { line: &line, metadata: &metadata, files: &files, program: ("baocao", "1.0") };
    let text = |(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"));
    documents(&parcel).into_iter().map(text).collect()
}

/// All texts and values of a document. Panics where it is not well-formed.
fn read(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut texts, mut text) = (Vec::new(), String::new());
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => return texts,
            Event::Text(part) => text += &part,
            Event::GeneralRef(part) => {
                let name = &*part;
                let known = [("lt", '<'), ("gt", '>'), ("amp", '&'), ("quot", '"'), ("apos", '\'')];
                let letter = known.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter);
                text.push(letter.or_else(|| part.resolve_char_ref().ok()?).expect("a letter"));
            }
            Event::Start(element) | Event::Empty(element) => {
                text.clear();
                for attribute in element.attributes() {
                    attribute.expect("an attribute");
                }
            }
            _ => texts.push(std::mem::take(&mut text)),
        }
    }
}

#[test]
fn every_file_is_named_with_its_hash() {
    let all = written("UBND xã Tân Lộc", "document/Phụ lục & 1.pdf");
    let names: Vec<&str> = all.iter().map(|(path, _)| path.as_str()).collect();
    let expected = [
        "METS.xml",
        "metadata/descriptive/ead.xml",
        "metadata/preservation/premis.xml",
        "representations/rep1/METS.xml",
    ];
    assert_eq!(names, expected);
    for (path, text) in &all[1..] {
        let pointed = format!("xlink:href=\"{path}\"");
        assert!(all[0].1.contains(&pointed) && all[0].1.contains(&sha256(text.as_bytes())), "{path}");
    }
    let href = "xlink:href=\"data/document/Ph%E1%BB%A5%20l%E1%BB%A5c%20%26%201.pdf\"";
    assert!(all[3].1.contains(href) && all[3].1.contains(&sha256(b"mot")), "{}", all[3].1);
    assert!(all[2].1.contains(&sha256(b"mot")));
}

proptest! {
    #[test]
    fn any_text_comes_back(words in "[^\\s\u{0}-\u{1f}\u{fffe}\u{ffff}]{1,40}") {
        let all = written(&words, "document/a.pdf");
        for (_, xml) in &all {
            read(xml);
        }
        prop_assert!(read(&all[1].1).contains(&words), "{}", all[1].1);
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out(words in any::<String>(), path in any::<String>()) {
        for (_, xml) in written(&words, &path) {
            read(&xml);
        }
    }
}
