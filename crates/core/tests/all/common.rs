//! What the tests of several stages need.

use std::io::{Cursor, Write};
use std::sync::Arc;

use baocao_core::compose::{Material, compose};
use baocao_core::diagnostic::Finding;
use baocao_core::document::Document;
use baocao_core::form;
use baocao_core::limits::Limits;
use baocao_core::narrative::Script;
use baocao_core::report::{self, Input, Pictures, SideFiles};
use baocao_core::shelf::Uploads;
use baocao_core::template::{TemplateSet, Templates, sample, skeleton};
use serde_json::Value as Json;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What findings are called, in their order.
pub fn ids(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.id.as_str()).collect()
}

/// A zip of files.
pub fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Templates of these files and no others.
pub fn templates(files: impl IntoIterator<Item = (String, String)>) -> Templates {
    let mut uploads = Uploads::default();
    for (path, text) in files {
        uploads.insert(&path, text.into_bytes()).unwrap();
    }
    Templates::of_shelf(&uploads, "", Limits::default()).unwrap()
}

/// The name of the small template set that tests use.
const SET: &str = "thu/xa-2026";

/// The small template set that offices begin with, some of its section templates written anew.
pub fn set(sections: &[(&str, &str)]) -> TemplateSet {
    let path = |id: &str| format!("{SET}/sections/{id}.md.hbs");
    let mut files = skeleton(SET);
    files.retain(|(file, _)| sections.iter().all(|(id, _)| *file != path(id)));
    files.extend(sections.iter().map(|(id, text)| (path(id), (*text).to_owned())));
    let mut findings = Vec::new();
    templates(files).load(SET, None, &mut findings).unwrap_or_else(|| panic!("{findings:?}"))
}

/// The document of the sample of that set, some of whose fields are others; and what is told of it.
pub fn composed(set: TemplateSet, others: &Json) -> (Option<Document>, Vec<Finding>) {
    let mut findings = Vec::new();
    let text = sample(&templates(skeleton(SET)), SET, &mut findings).unwrap();
    let mut json: Json = serde_json::from_str(&text).unwrap();
    for (name, value) in others.as_object().unwrap() {
        json[name] = value.clone();
    }
    let input = Input::parse("a.json", json.to_string().into_bytes(), &Limits::default(), &mut findings).unwrap();
    let report = report::read(&input, &mut findings).unwrap_or_else(|| panic!("{findings:?}"));
    let figures = form::figures(&set.form, &report, &input, &mut findings);
    let (script, files, pictures) = (Arc::new(Script::new(set)), &SideFiles::default(), &Pictures::new());
    let material = Material {
        report: &report,
        input: &input,
        script,
        figures: &figures,
        files,
        pictures,
        earlier: None,
        copying: None,
    };
    (compose(material, &mut findings), findings)
}
