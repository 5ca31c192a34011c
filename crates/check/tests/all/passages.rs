//! The texts that people wrote into a report, as rules see them.

use baocao_check::{Passage, Subject, TextKind};
use baocao_core::form;
use baocao_core::limits::Limits;
use baocao_core::report::{self, Input, Slot};
use baocao_core::template::Templates;
use serde_json::json;

use crate::sample::patched;

/// A text of the narrative with its marks as spaces.
fn masked(raw: &str) -> String {
    let findings = &mut Vec::new();
    let report = patched("cchc/xa-2022", json!({ "sections": { "danh-gia.uu-diem": raw } }));
    let input = Input::parse("report.json", report.to_string().into(), &Limits::default(), findings).unwrap();
    let report = report::read(&input, findings).unwrap();
    let set = Templates::built_in().load(&report.template, None, findings).unwrap();
    let figures = form::figures(&set.form, &report, &input, findings);
    let subject = Subject::new(&report, &input, &set, &figures, None);
    let here = |passage: &&Passage<'_>| passage.slot == Slot::section("danh-gia.uu-diem");
    let passage = subject.passages().iter().find(here).unwrap();
    assert_eq!((passage.raw, passage.kind), (raw, TextKind::Prose));
    passage.text.clone()
}

#[test]
fn marks_become_spaces_of_the_same_length() {
    let raw = "(*trong đó: 10\u{a0}cán bộ*)[^1] số\\_1";
    let text = masked(raw);
    assert_eq!(text, "( trong đó: 10  cán bộ )     số _1");
    assert_eq!(text.len(), raw.len());
    let raw = "Như sau:\n\n![Tỷ lệ](bieu-do:a)\n\nHết!";
    let text = masked(raw);
    assert_eq!((text.replace(' ', "").as_str(), text.len()), ("Nhưsau:\n\n\n\nHết!", raw.len()));
}

#[test]
fn kinds_follow_the_slot() {
    let kind = |pointer| Slot::parse(pointer).and_then(|slot| TextKind::of(&slot));
    for pointer in ["/document/promulgation/place", "/document/signers/0/competence/1", "/document/recipients/0"] {
        assert_eq!(kind(pointer), Some(TextKind::Field), "{pointer}");
    }
    for pointer in [
        "/outline/0/sections/1/title",
        "/appendices/0/parts/1/heading",
        "/tables/a/title",
        "/tables/a/columns/0/title",
        "/charts/a/title",
    ] {
        assert_eq!(kind(pointer), Some(TextKind::Heading), "{pointer}");
    }
    for pointer in ["/sections/chi-dao.ke-hoach/add", "/outline/0/text", "/appendices/0/text"] {
        assert_eq!(kind(pointer), Some(TextKind::Prose), "{pointer}");
    }
    for pointer in ["/figures/a.b/note", "/tables/a/rows/0/cells/x", "/tables/a/total/label", "/charts/a/bars/0/label"]
    {
        assert_eq!(kind(pointer), Some(TextKind::Cell), "{pointer}");
    }
    for pointer in [
        "/document/promulgation/date",
        "/template",
        "/figures/a.b",
        "/figures/a.b/value",
        "/tables/a/unit",
        "/tables/a/data/file",
        "/tables/a/columns/0/id",
        "/checks/exemptions/0/at",
    ] {
        assert_eq!(kind(pointer), None, "{pointer}");
    }
}
