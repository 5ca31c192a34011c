//! What is copied from a PDF is what was typed.

use std::collections::BTreeMap;

use baocao::{Folder, Office, ReportFile, Standards};
use baocao_core::document::{Appendix, plain_text};
use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Object, String as Text};

use crate::layout::running::names;

/// An example as PDF.
struct Made {
    name: String,
    /// The plain data that it prints.
    printed: String,
    /// What its appendices are called.
    appendices: Vec<String>,
    pdf: Vec<u8>,
}

fn made() -> Vec<Made> {
    let (office, folder) = (Office::default(), Folder::new(baocao_testing::project("examples")));
    let make = |name: String| {
        let report = ReportFile::open(&folder, &name, office.limits()).unwrap();
        let composed = office.compose(report).value.unwrap();
        let data = serde_json::to_value(&composed.document).unwrap();
        let mut printed = String::new();
        collect(&data, &mut printed);
        let standards = Standards::default();
        let pages = office.pages(&composed, Some(&standards));
        let called = |one: &Appendix| {
            format!("{} {}", one.heading.as_deref().unwrap_or_default(), plain_text(&one.title)).trim().to_owned()
        };
        let appendices = composed.document.appendices.iter().map(called).collect();
        Made { name, printed, appendices, pdf: pages.and_then(|pages| office.print(&pages, &standards)).value.unwrap() }
    };
    names().into_iter().map(make).collect()
}

/// All texts of the blocks of a document, a blank after each.
fn collect(data: &serde_json::Value, into: &mut String) {
    match data {
        serde_json::Value::String(text) => {
            into.push_str(&text.replace('\u{a0}', " "));
        }
        serde_json::Value::Array(all) => all.iter().for_each(|one| {
            collect(one, into);
            // Runs of one text stand side by side; cells are texts.
            if !one.get("k").is_some_and(|kind| matches!(kind.as_str(), Some("text" | "keep" | "sub"))) {
                into.push(' ');
            }
        }),
        serde_json::Value::Object(all) => {
            // The mark of a note does not belong to the word before it, and raised letters are read apart from it too.
            if matches!(all.get("k").and_then(serde_json::Value::as_str), Some("mark" | "footnote" | "cited" | "super"))
            {
                into.push(' ');
            }
            // The number of a document is printed with its notation.
            if let (Some(number), Some(notation)) = (all.get("number"), all.get("notation")) {
                let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
                into.push_str(&format!("{}/{} ", text(number), text(notation)));
            }
            // The signing line of an appendix is printed where that has a file of its own.
            let elsewhere = |name: &str| match name {
                "number" => all.contains_key("notation"),
                "signing_line" => all.contains_key("sheets"),
                _ => false,
            };
            for (name, one) in all.iter().filter(|(name, _)| !elsewhere(name)) {
                let said = matches!(
                    name.as_str(),
                    "summary" | "alt" | "metadata" | "name" | "image" | "k" | "kind" | "style" | "place"
                );
                if !said {
                    collect(one, into);
                    if name != "c" {
                        into.push(' ');
                    }
                }
            }
        }
        _ => {}
    }
}

/// Numbers, dates and symbols, and how often each is there.
fn signs(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ';' | ':' | '"' | '“' | '”')) {
        let word = word.trim_matches(|c: char| matches!(c, '.' | ',' | '/'));
        if word.contains(|c: char| c.is_ascii_digit()) {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
    }
    counts
}

#[test]
fn every_figure_date_and_symbol_can_be_copied() {
    let mut count = 0;
    for Made { name, printed, pdf, .. } in made() {
        let text = baocao_pdf::texts(&pdf).unwrap().join(" ");
        let unseen =
            |c: char| matches!(c, '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{2011}');
        assert!(!text.contains(unseen), "{name}: {:?}", text.find(unseen));
        let copied = signs(&text);
        let lost: Vec<(String, usize)> = signs(&printed)
            .into_iter()
            .filter(|(sign, wanted)| {
                count += wanted;
                copied.get(sign).is_none_or(|found| found < wanted)
            })
            .collect();
        assert!(lost.is_empty(), "{name}: {lost:?}");
    }
    assert!(count > 5000, "{count}");
}

/// The bookmarks of a document say what its headings say: no notes, and words apart.
#[test]
fn bookmarks_are_headings_without_notes() {
    let mut all = 0;
    for Made { name, appendices, pdf, .. } in made() {
        let pdf = Pdf::new(pdf).unwrap();
        let dictionaries = pdf.objects().into_iter().filter_map(Object::into_dict);
        let titles: Vec<String> = dictionaries
            .filter(|dictionary: &Dict<'_>| dictionary.contains_key("Parent") && dictionary.contains_key("Dest"))
            .filter_map(|dictionary| dictionary.get::<Text<'_>>("Title").map(|title| read(title.as_bytes())))
            .collect();
        all += titles.len();
        for title in &titles {
            assert!(title.chars().count() < 250 && !title.contains('\u{a0}'), "{name}: {title}");
            let glued =
                title.as_bytes().windows(2).any(|pair| pair[0].is_ascii_digit() && pair[1].is_ascii_alphabetic());
            assert!(!glued, "{name}: {title}");
        }
        for appendix in &appendices {
            assert!(titles.contains(appendix), "{name}: {appendix}: {titles:?}");
        }
    }
    assert!(all > 200, "{all}");
}

/// A text string: UTF-16 with its mark, or letters of ASCII.
fn read(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, units @ ..] => {
            let units: Vec<u16> = units.chunks_exact(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]])).collect();
            String::from_utf16(&units).unwrap()
        }
        ascii => String::from_utf8(ascii.to_vec()).unwrap(),
    }
}
