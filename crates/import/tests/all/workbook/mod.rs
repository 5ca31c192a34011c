//! The form as a workbook: what is put in comes back, also when an office has bent the file.

mod back;
mod bend;
mod bent;
mod office;
mod refused;
mod tables;

use std::path::Path;

use baocao_core::diagnostic::{Finding, Lang, render};
use baocao_core::form::{Figures, figures};
use baocao_core::limits::Limits;
use baocao_core::report::{self, Input, Report};
use baocao_core::rows::Book;
use baocao_core::template::{TemplateSet, Templates};
use baocao_import::workbook;
use serde_json::{Map, Value, json};

/// What the tests take for the hash of a file.
const SHA: &str = "0000";

/// A report with its set and its figures.
struct Example {
    name: String,
    set: TemplateSet,
    report: Report,
    figures: Figures,
}

impl Example {
    fn read(path: &str) -> Self {
        Self::of(path, &baocao_testing::text(path))
    }

    fn of(name: &str, text: &str) -> Self {
        let mut findings = Vec::new();
        let input = Input::parse(name, text.as_bytes().to_vec(), &Limits::default(), &mut findings).unwrap();
        let report = report::read(&input, &mut findings).unwrap_or_else(|| panic!("{name}: {findings:#?}\n{text}"));
        let set = set(&report.template);
        let figures = figures(&set.form, &report, &input, &mut findings);
        Self { name: name.to_owned(), set, report, figures }
    }

    /// All complete reports of the project.
    fn all() -> Vec<Self> {
        let mut paths: Vec<_> = std::fs::read_dir(baocao_testing::project("examples"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| Path::new(name).extension().is_some_and(|end| end == "json"))
            .collect();
        paths.sort();
        // A workbook is of a set with forms.
        let has_forms = |example: &Self| example.set.form.indicators().next().is_some();
        let all = paths.iter().map(|name| Self::read(&format!("examples/{name}")));
        let all: Vec<Self> = all.filter(has_forms).collect();
        assert!(all.len() >= 8, "only {} examples", all.len());
        all
    }

    /// The same with the figures that have notes changed.
    fn change_figures(&mut self, change: impl Fn(&mut Map<String, Value>)) {
        let mut report: Value = serde_json::from_str(&baocao_testing::text(&self.name)).unwrap();
        report["figures"].as_object_mut().unwrap().values_mut().filter_map(Value::as_object_mut).for_each(change);
        *self = Self::of(&self.name, &report.to_string());
    }

    fn exported(&self) -> Vec<u8> {
        workbook::export(&self.set, Some((&self.report, &self.figures)), &mut Vec::new()).unwrap()
    }

    /// Holds what was read against what was put in: the figures as they are printed, notes, document, sections.
    fn assert_same(&self, read: &Value) {
        let mut read = read.clone();
        read.as_object_mut().unwrap().remove("sources");
        let other = Self::of(&self.name, &serde_json::to_string_pretty(&read).unwrap());
        for (id, _) in self.set.form.indicators() {
            let printed = |figures: &Figures| {
                let note = figures.note(id).map(|note| (note.text.clone(), note.rows));
                (figures.get(id).cloned(), note)
            };
            assert_eq!(printed(&self.figures), printed(&other.figures), "{}: {id}", self.name);
        }
        let part = |report: &Report| json!([report.period, report.document]);
        assert_eq!(part(&self.report), part(&other.report), "{}", self.name);
        let ids = self.set.outline.ids();
        let texts = |report: &Report| {
            let mut texts = report.sections.clone();
            texts.retain(|id, _| ids.contains(&id.as_str()));
            json!(texts)
        };
        assert_eq!(texts(&self.report), texts(&other.report), "{}", self.name);
    }
}

fn set(name: &str) -> TemplateSet {
    Templates::built_in().load(name, None, &mut Vec::new()).unwrap()
}

/// What is read from the bytes of a workbook.
fn read(bytes: &[u8], set: &TemplateSet) -> (Option<Value>, Vec<Finding>) {
    let mut findings = Vec::new();
    let book = Book::read("quy-3.xlsx", bytes, &Limits::default(), &mut findings);
    let report = book.and_then(|book| workbook::read(&book, SHA, set, &mut findings));
    (report, findings)
}

/// Findings as people read them.
fn shown(findings: &[Finding]) -> String {
    render(findings, Lang::Vi, false)
}
