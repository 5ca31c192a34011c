//! Reports of the exports of other systems, and the exports that they are made of. Shared by the program and the Python
//! package; no promise.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};

use baocao_core::diagnostic::{Finding, Place, has_errors, unreadable};
use baocao_core::digest::sha256_of;
use baocao_core::limits::Limits;
use baocao_core::report::{self, Input};
use baocao_core::rows::Book;
use baocao_core::template::Templates;
use baocao_core::{kinds, msg};
use baocao_import::Draft;
use baocao_import::map::{Mapping, Opened};
use serde_json::Value;

use crate::files::{self, is_standard};
use crate::roots::{Open, Roots};

/// The reports that a mapping makes of exports: each with its name, as a value and as text, and where each of its values came
/// from. What is found is given back; where it forbids the import, what was made is of no use.
pub fn by_map(
    inputs: &[PathBuf],
    map: &Path,
    templates: &Templates,
    open: Open,
    each: impl FnMut(&str, &Value, &str, &dyn Fn(&str) -> Option<Place>) -> Result<(), Finding>,
) -> Result<Vec<Finding>, Finding> {
    mapped(inputs, map, templates, open, each).map(Finding::grouped)
}

fn mapped(
    inputs: &[PathBuf],
    map: &Path,
    templates: &Templates,
    open: Open,
    mut each: impl FnMut(&str, &Value, &str, &dyn Fn(&str) -> Option<Place>) -> Result<(), Finding>,
) -> Result<Vec<Finding>, Finding> {
    let (limits, mut findings) = (Limits::default(), Vec::new());
    let stand = Roots::new(None)?.of(map)?;
    let bytes = open(map, limits.config_bytes)?;
    let opened = Opened::read(stand.report(&map.display().to_string(), bytes), &limits, &mut findings);
    let Some(opened) = opened else { return Ok(findings) };
    let set = templates.load(&opened.file.set, Some(opened.set_place()), &mut findings);
    let mapping = set.as_ref().and_then(|set| Mapping::new(&opened, set, &mut findings));
    let Some(mapping) = mapping else { return Ok(findings) };
    let exports = Exports::open(inputs, &limits, &mut findings)?;
    if has_errors(&findings) {
        return Ok(findings);
    }
    let hashes: BTreeMap<String, String> = exports.hashes.clone().into_iter().chain(opened.hashes()).collect();
    let mut reports = mapping.reports(&exports.books, &mut findings);
    while let Some(draft) = reports.next(&mut findings) {
        let report = draft.report(&hashes);
        let text = baocao_import::text(&report);
        check(&mapping, &draft, &text, &limits, &mut findings);
        each(&draft.name, &report, &text, &|pointer| mapping.came_from(&draft, pointer))?;
    }
    findings.extend(exports.changed(&limits)?);
    Ok(findings)
}

/// Exports that are open.
#[derive(Debug)]
pub struct Exports<'a> {
    /// What they hold.
    pub books: Vec<Book>,
    /// Their SHA-256 by their names.
    pub hashes: BTreeMap<String, String>,
    /// Those that may change while they are read.
    files: Vec<&'a Path>,
}

impl<'a> Exports<'a> {
    /// Opens exports. What is wrong with them is added to the findings; the error says which one cannot be read.
    pub fn open(inputs: &'a [PathBuf], limits: &Limits, findings: &mut Vec<Finding>) -> Result<Self, Finding> {
        let mut exports = Self { books: Vec::new(), hashes: BTreeMap::new(), files: Vec::new() };
        for path in inputs {
            let name = path.display().to_string();
            let failed = |error: io::Error| unreadable(path, &error);
            let (file, is_there) = open(path, limits.stream_bytes)?;
            exports.hashes.insert(name.clone(), sha256_of((&file).take(limits.stream_bytes)).map_err(failed)?);
            exports.files.extend(is_there.then_some(path.as_path()));
            exports.books.extend(Book::open(&name, Box::new(file), &limits.of_imports(), findings).map_err(failed)?);
        }
        Ok(exports)
    }

    /// Those that are no more what they were when they were read.
    pub fn changed(&self, limits: &Limits) -> Result<Vec<Finding>, Finding> {
        let mut findings = Vec::new();
        for path in &self.files {
            let (file, _) = open(path, limits.stream_bytes)?;
            let name = path.display();
            let now = sha256_of(file.take(limits.stream_bytes)).map_err(|error| unreadable(path, &error))?;
            if self.hashes.get(&name.to_string()) != Some(&now) {
                let message = msg!("tệp {name} đã thay đổi trong lúc đọc", "the file {name} changed while it was read");
                findings.push(kinds::imports::CHANGED.finding(message));
            }
        }
        Ok(findings)
    }
}

/// Opens a file that is read several times, and whether it lies in a folder, so that it can be opened again. Standard input
/// is copied first, of at most one byte more than `limit`.
pub fn open(path: &Path, limit: u64) -> Result<(fs::File, bool), Finding> {
    if !is_standard(path) {
        return Ok((files::open(path)?, true));
    }
    let copied = tempfile::tempfile().and_then(|mut file| {
        io::copy(&mut io::stdin().lock().take(limit.saturating_add(1)), &mut file)?;
        file.rewind()?;
        Ok((file, false))
    });
    copied.map_err(|error| unreadable(path, &error))
}

/// Holds a report that was made against its schema. What is wrong with all of them is told of the first, at what it was made
/// of: the report itself is not written then.
fn check(mapping: &Mapping<'_>, draft: &Draft, text: &str, limits: &Limits, findings: &mut Vec<Finding>) {
    let mut found = Vec::new();
    let name = format!("{}.json", draft.name);
    if let Some(input) = Input::parse(&name, text.as_bytes().to_vec(), limits, &mut found)
        && let Some(mut report) = report::read(&input, &mut found)
    {
        mapping.set().outline.document.complete(&mut report, &input, &mut found);
    }
    let known = |finding: &Finding, findings: &[Finding]| {
        findings.iter().any(|other| other.id == finding.id && other.message == finding.message)
    };
    for mut finding in found {
        if !known(&finding, findings) {
            finding.found.get_or_insert_with(|| name.clone());
            if finding.id == kinds::input::MISSING_FIELD.id {
                finding.hint = Some(msg!(
                    "điền ở [fields] của cách chuyển, hoặc ghi vào tệp nêu ở \"base\"",
                    "fill it in [fields] of the mapping, or write it into the file of \"base\""
                ));
            }
            let others = finding.others.iter_mut().map(|other| &mut other.place);
            for place in finding.place.iter_mut().chain(others) {
                let pointer = place.pointer().unwrap_or_default();
                // A field that no report has is a slip of the mapping, whatever it is filled with.
                let line = mapping.field_line(pointer).filter(|_| finding.id == kinds::input::UNKNOWN_FIELD.id);
                let came_from = line.or_else(|| mapping.came_from(draft, pointer));
                *place = came_from.unwrap_or_else(|| place.clone());
            }
            findings.push(finding);
        }
    }
}
