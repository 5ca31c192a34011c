//! Reports that are in order but for what a test puts into them, and what is told of them.

use std::collections::BTreeMap;
use std::fs;
use std::sync::{Arc, LazyLock};

use baocao_check::{Desk, Review, Settings, rule};
use baocao_core::diagnostic::{Finding, Severity};
use baocao_core::document::Letters;
use baocao_core::limits::Limits;
use baocao_core::report::ReportFile;
use baocao_core::shelf::{ShelfPath, Uploads};
use baocao_core::template::{Templates, sample};
use baocao_testing::{bytes, project};
use serde_json::{Value as Json, json};

/// Template sets are read once for all tests.
pub static DESK: LazyLock<Arc<Desk>> = LazyLock::new(|| Arc::new(desk(Templates::built_in())));

/// What `baocao new` writes for each set that is built in.
static SAMPLES: LazyLock<BTreeMap<String, Json>> = LazyLock::new(|| {
    let templates = Templates::built_in();
    let written = |set: &str| {
        let mut findings = Vec::new();
        let text = sample(&templates, set, &mut findings).unwrap_or_else(|| panic!("{set}: {findings:?}"));
        serde_json::from_str(&text).expect("JSON")
    };
    templates.names().into_iter().map(|set| (set.to_owned(), written(set))).collect()
});

/// Some reports name files of the project.
static EXAMPLES: LazyLock<Uploads> = LazyLock::new(|| {
    let mut uploads = Uploads::default();
    for name in ["examples/thu-tuc-bang-tu-do.csv", "examples/xa-q3-2023.json", "examples/xa-q3-2026.json"] {
        uploads.insert(name, bytes(name)).expect("a good name");
    }
    uploads
});

/// Fonts that have letters and signs of Europe, none of Asia.
#[derive(Debug)]
struct European;

impl Letters for European {
    fn has(&self, letter: char) -> bool {
        letter < '\u{2e80}'
    }
}

/// A desk with these templates.
pub fn desk(templates: Templates) -> Desk {
    Desk::new(templates, Limits::default(), Box::new(European))
}

/// The sample of a template set.
pub fn sample_of(set: &str) -> Json {
    SAMPLES.get(set).unwrap_or_else(|| panic!("{set}: no such set")).clone()
}

/// The sample of a template set with a patch: objects are merged, all else is put in place.
pub fn patched(set: &str, patch: Json) -> Json {
    let mut report = sample_of(set);
    merge(&mut report, patch);
    report
}

/// Merges objects, and puts all else in place.
pub fn merge(target: &mut Json, patch: Json) {
    match (target, patch) {
        (Json::Object(target), Json::Object(patch)) => {
            for (key, value) in patch {
                merge(target.entry(key).or_insert(Json::Null), value);
            }
        }
        (target, patch) => *target = patch,
    }
}

/// The templates of the small report that the refused inputs depart from, its results told by this section template.
pub fn small_templates(results: &str) -> Templates {
    let mut own = Uploads::default();
    own.insert("thu/xa-2024/sections/ket-qua.md.hbs", results.as_bytes()).expect("a good name");
    let base = Templates::built_in().overlay(&uploads("tests/refused/_base/templates")).expect("templates");
    base.overlay(&own).expect("templates")
}

/// The files below a folder of the project.
fn uploads(folder: &str) -> Uploads {
    let (root, mut files, mut folders) = (project(folder), Uploads::default(), vec![project(folder)]);
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&root).expect("a path below the folder").to_str().expect("UTF-8");
                files.insert(name, fs::read(&path).expect("a readable file")).expect("a good name");
            }
        }
    }
    files
}

/// What is told of a report.
pub fn review(desk: &Desk, report: &Json) -> Review {
    let report = ReportFile::new("report.json", report.to_string()).beside(&*EXAMPLES, ShelfPath::root());
    desk.review(report, &Settings::default()).review
}

/// What a rule says of a report, place by place: what stands there, and what should; empty where it does not say.
pub fn said(id: &str, report: &Json) -> Vec<(String, String)> {
    assert!(rule(id).is_some(), "{id}: no such rule");
    let places = findings(report).into_iter().filter(|finding| finding.id == id).flat_map(Finding::apart);
    let wanted = |finding: &Finding| finding.expected.as_ref().map(|expected| expected.vi.clone());
    places.map(|one| (one.found.clone().unwrap_or_default(), wanted(&one).unwrap_or_default())).collect()
}

/// What is told of a report. One that cannot be composed tells nothing of the rules that look at its document: a test must
/// not take that for silence.
pub fn findings(report: &Json) -> Vec<Finding> {
    let findings = review(&DESK, report).findings;
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    assert_eq!(errors.map(|error| (error.id.as_str(), &error.message.en)).collect::<Vec<_>>(), []);
    findings
}

/// The sample of a rule's template set with a text in its narrative.
pub fn with_text(id: &str, text: &str) -> Json {
    let rule = rule(id).unwrap_or_else(|| panic!("{id}: no such rule"));
    patched(rule.set, json!({ "sections": { "danh-gia.uu-diem": text } }))
}

/// What a rule finds in a text of the narrative.
pub fn found(id: &str, text: &str) -> Vec<String> {
    said(id, &with_text(id, text)).into_iter().map(|(found, _)| found).collect()
}

/// What a rule says should stand in a text of the narrative instead of what it finds there.
pub fn expected(id: &str, text: &str) -> Vec<String> {
    said(id, &with_text(id, text)).into_iter().map(|(_, expected)| expected).collect()
}
