//! The catalogue of findings.

use std::collections::BTreeSet;

use baocao_core::kinds::{all, kind};

#[test]
fn ids_are_unique_and_lead_to_their_kind() {
    let mut seen = BTreeSet::new();
    for one in all() {
        assert!(seen.insert(one.id.as_str()), "{} is there twice", one.id.as_str());
        assert_eq!(kind(one.id.as_str()).map(|found| found.title.en), Some(one.title.en));
    }
    assert!(kind("tep/khong-co-that").is_none());
}

#[test]
fn ids_are_a_group_and_a_name() {
    let fine = |part: &str| {
        let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        !part.is_empty() && part.chars().all(letters)
    };
    for one in all() {
        let id = one.id.as_str();
        assert!(id.split_once('/').is_some_and(|(group, name)| fine(group) && fine(name)), "{id}");
    }
}

#[test]
fn every_kind_speaks_for_itself_in_both_languages() {
    for one in all() {
        let id = one.id.as_str();
        for said in [one.title, one.why] {
            assert!(!said.vi.trim().is_empty() && !said.en.trim().is_empty(), "{id}");
            assert_ne!(said.vi, said.en, "{id}");
            assert!(!said.vi.contains("  ") && !said.en.contains("  "), "{id}");
        }
        assert!(!one.title.vi.ends_with('.') && !one.title.en.ends_with('.'), "{id}");
        assert!(one.why.vi.ends_with('.') && one.why.en.ends_with('.'), "{id}");
        assert!(one.law.is_none_or(|law| !law.is_empty()), "{id}");
    }
}
