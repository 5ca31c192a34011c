//! The lists of words.

use std::collections::BTreeSet;

use baocao_testing::project;
use baocao_vietnamese::lexicon::documents::{named, of_symbol, types};
use baocao_vietnamese::lexicon::lists;
use baocao_vietnamese::lexicon::register::{self, Unit, former, now};
use baocao_vietnamese::lexicon::territories::Level;
use baocao_vietnamese::lexicon::units::{Of, units};

#[test]
fn types_of_documents_are_those_of_the_annex_and_of_the_law() {
    let codes: Vec<&str> = types().filter_map(|kind| kind.code).collect();
    let annex = "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB";
    annex.split(' ').for_each(|code| assert!(codes.contains(&code), "{code}"));
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len(), "no abbreviation stands for two types");
    assert_eq!(named("TỜ TRÌNH").and_then(|kind| kind.code), Some("TTr"));
    for (letters, name) in [("KH", Some("kế hoạch")), ("TTR", Some("tờ trình")), ("TC", None), ("UBND", None)] {
        assert_eq!(of_symbol(letters).map(|kind| kind.name), name, "{letters}");
    }
    // What stands for nothing else is no paper and no law.
    assert!(types().all(|kind| !(kind.is_numbered && (kind.is_paper || kind.is_law))));
}

#[test]
fn units_have_one_name_each() {
    let mut names: BTreeSet<(&str, &str)> = BTreeSet::new();
    for unit in units() {
        assert!(names.insert((unit.written, unit.name)), "{} stands twice", unit.written);
        assert!(units().any(|other| other.written == unit.name && other.of == unit.of), "{}", unit.name);
    }
    let of = |written: &str| units().find(|unit| unit.written == written).map(|unit| unit.of);
    assert_eq!(of("kế hoạch"), Some(Of::Documents));
    assert_eq!(of("cán bộ công chức"), Some(Of::People));
    assert_eq!(of("đặc khu"), Some(Of::State));
}

#[test]
fn every_list_has_words_each_once_and_every_heading_is_a_list() {
    let text = std::fs::read_to_string(project("crates/vietnamese/data/lists.txt")).unwrap();
    let written: BTreeSet<&str> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let read: BTreeSet<&str> = lists::all().map(|(heading, _)| heading).collect();
    assert_eq!(written, read);
    for (heading, list) in lists::all() {
        assert!(!list.is_empty(), "{heading}");
        let words: BTreeSet<&&str> = list.iter().collect();
        assert_eq!(words.len(), list.len(), "a word stands twice in {heading}");
        assert!(list.iter().all(|word| !word.contains(['"', '\n', ';'])), "{heading}");
    }
    // A space counts where it stands in quotes.
    assert!(lists::OWN_RULES.contains(&"Viện "));
}

#[test]
fn units_are_those_of_the_country_before_and_after_the_reform() {
    let level = |units: &[Unit], level: Level| units.iter().filter(|unit| unit.level() == level).count();
    assert_eq!([Level::Province, Level::Commune].map(|of| level(now(), of)), [34, 3321]);
    assert_eq!([Level::Province, Level::District, Level::Commune].map(|of| level(former(), of)), [63, 696, 10035]);
    // However the name is spelt.
    let (now, former) = register::named("xã Hoà Mĩ");
    assert!(now.iter().chain(&former).all(|unit| unit.name == "Xã Hòa Mỹ"));
    assert!(!former.is_empty());
    let (now, former) = register::named("tỉnh Hà Giang");
    assert!(now.is_empty());
    assert_eq!(former.iter().map(|unit| (unit.own_name(), unit.became.len())).collect::<Vec<_>>(), [("Hà Giang", 1)]);
}
