//! Every rule of the checker speaks where its failing example says so, and stays silent on its passing one and on the
//! sample of every template set.
//!
//! An example is a patch to the sample that `baocao new` writes: objects are merged, all else is put in place. Two keys
//! are not of the report: `remove` lists JSON pointers that are taken out, `form` sets values of `form.json` by their
//! pointers.

use std::sync::Arc;

use baocao_check::{Desk, Review, Rule, Settings, is_mended, rule, rules};
use baocao_core::diagnostic::Finding;
use baocao_core::report::ReportFile;
use baocao_core::shelf::Uploads;
use baocao_core::template::Templates;
use baocao_testing::text;
use serde_json::Value as Json;

use crate::sample::{self, DESK, desk, merge, sample_of};

#[test]
fn every_rule_speaks_on_its_failing_example_alone() {
    let mut wrong = String::new();
    for rule in rules() {
        let (passed, failed) = (review(rule, rule.passes), review(rule, rule.fails));
        if let Some(finding) = passed.findings.iter().find(|finding| finding.id == rule.id) {
            wrong += &format!("{}: speaks on its passing example: {finding:?}\n", rule.id);
        }
        if !failed.findings.iter().any(|finding| finding.id == rule.id) {
            let ids: Vec<&str> = failed.findings.iter().map(|finding| finding.id.as_str()).collect();
            wrong += &format!("{}: silent on its failing example; told: {ids:?}\n", rule.id);
        }
        // What has edits says so of itself.
        for one in failed.findings.into_iter().flat_map(Finding::apart).filter(|one| !one.edits.is_empty()) {
            if !baocao_check::rule(one.id.as_str()).is_some_and(is_mended) {
                wrong += &format!("{}: {} has edits\n", rule.id, one.id);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_samples_of_all_template_sets_have_no_finding() {
    let templates = Templates::built_in();
    for name in templates.names() {
        let review = sample::review(&DESK, &sample_of(name));
        assert!(review.findings.is_empty(), "{name}: {:#?}", review.findings);
    }
}

#[test]
fn ids_are_unique() {
    let mut ids: Vec<&str> = rules().map(|rule| rule.id.as_str()).collect();
    ids.sort_unstable();
    let twice: Vec<_> = ids.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn what_is_mended_has_no_finding_any_more() {
    for rule in rules().filter(|rule| is_mended(rule)) {
        let (desk, report) = patched(rule, rule.fails);
        let mended = desk.mend(ReportFile::new("report.json", report.to_string()), &Settings::default()).expect("JSON");
        assert!(mended.mendings.iter().any(|one| one.rule == rule.id), "{}: nothing is mended", rule.id);
        let review = sample::review(&desk, &serde_json::from_str(&mended.text).expect("JSON"));
        let left: Vec<_> = review.findings.iter().filter(|finding| finding.id == rule.id).collect();
        assert!(left.is_empty(), "{}: {left:?}", rule.id);
    }
}

#[test]
fn no_fault_is_told_twice() {
    let mut twice = String::new();
    for rule in rules() {
        let mut findings = review(rule, rule.fails).findings;
        // Examples are samples with a patch: of those with another organ it is true.
        findings.retain(|finding| finding.id != "bao-cao-mau/con-nguyen");
        for (at, one) in findings.iter().enumerate() {
            for other in &findings[at + 1..] {
                let over = one.places().any(|here| other.places().any(|there| here.overlaps(there)));
                // A signature without a name lacks it whatever else is wrong with it.
                if over && one.id != "the-thuc/thieu-nguoi-ky" {
                    twice += &format!("{}: {} and {} at {:?}\n", rule.id, one.id, other.id, one.found);
                }
            }
        }
    }
    assert!(twice.is_empty(), "{twice}");
}

#[test]
fn the_same_slip_of_many_headings_is_one_finding() {
    let rule = rule("the-thuc/dau-muc-dau-cuoi").expect("a rule");
    let patch = r#"{"outline": [
        {"title": "Kết quả:", "text": "Không có."},
        {"title": "Tồn tại, hạn chế", "sections": [{"title": "Nguyên nhân:", "text": "Không có."}]},
        {"title": "Kiến nghị:", "text": "Không có."}
    ]}"#;
    let findings = review(rule, patch).findings;
    let [finding] = &findings.iter().filter(|finding| finding.id == rule.id).collect::<Vec<_>>()[..] else {
        panic!("{findings:?}");
    };
    let pointers: Vec<_> = finding.places().filter_map(|place| place.pointer()).collect();
    assert_eq!(pointers, ["/outline/0/title", "/outline/1/sections/0/title", "/outline/2/title"]);
    let wanted = finding.others.iter().map(|other| other.expected.as_ref().map(|expected| expected.vi.as_str()));
    assert_eq!(wanted.collect::<Vec<_>>(), [Some("Nguyên nhân"), Some("Kiến nghị")]);
}

fn review(rule: &Rule, patch: &str) -> Review {
    let (desk, report) = patched(rule, patch);
    sample::review(&desk, &report)
}

/// The sample of a rule's set with a patch, and the desk whose forms that patch asks for.
fn patched(rule: &Rule, patch: &str) -> (Arc<Desk>, Json) {
    let mut report = sample_of(rule.set);
    let mut patch: Json = serde_json::from_str(patch).unwrap_or_else(|error| panic!("{}: {error}", rule.id));
    let (remove, form) = {
        let patch = patch.as_object_mut().expect("an object");
        (patch.remove("remove"), patch.remove("form"))
    };
    merge(&mut report, patch);
    for pointer in remove.iter().flat_map(|list| list.as_array().expect("a list")) {
        take_out(&mut report, pointer.as_str().expect("a pointer"));
    }
    match form {
        None => (Arc::clone(&DESK), report),
        Some(changes) => (Arc::new(desk_with(rule.set, &changes)), report),
    }
}

/// A desk whose `form.json` of a set differs in some values.
fn desk_with(set: &str, changes: &Json) -> Desk {
    let path = format!("{set}/form.json");
    let mut form: Json = serde_json::from_str(&text(&format!("templates/{path}"))).expect("JSON");
    for (pointer, value) in changes.as_object().expect("an object") {
        let (above, key) = pointer.rsplit_once('/').expect("a pointer");
        let above = form.pointer_mut(above).unwrap_or_else(|| panic!("{pointer}: nothing there"));
        above.as_object_mut().expect("an object").insert(key.to_owned(), value.clone());
    }
    let mut uploads = Uploads::default();
    uploads.insert(&path, form.to_string().into_bytes()).expect("a good name");
    let templates = Templates::built_in().overlay(&uploads).expect("an overlay");
    desk(templates)
}

fn take_out(report: &mut Json, pointer: &str) {
    let (above, key) = pointer.rsplit_once('/').expect("a pointer");
    let above = report.pointer_mut(above).unwrap_or_else(|| panic!("{pointer}: nothing there"));
    above.as_object_mut().expect("an object").remove(key).unwrap_or_else(|| panic!("{pointer}: nothing there"));
}
