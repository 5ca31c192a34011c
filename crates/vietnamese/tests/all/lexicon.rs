//! The lists of words.

use std::collections::BTreeSet;

use baocao_vietnamese::lexicon::documents::{named, of_symbol, types};
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
