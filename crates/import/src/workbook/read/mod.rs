//! A workbook that was filled in, as a report.

mod columns;
mod document;
mod figures;
mod forms;
mod lines;
mod narrative;
mod outcome;
mod parts;
mod rows;
mod tables;
mod words;

use baocao_core::diagnostic::{Finding, Place};
use baocao_core::form::Figures;
use baocao_core::rows::Book;
use baocao_core::template::TemplateSet;
use baocao_core::{kinds, msg};
use serde_json::{Value, json};

use super::plan::pages;
use super::{SET_KEY, no_forms};
use lines::Lines;
use outcome::Outcome;
use parts::{Part, Parts};

/// The set that a workbook says it is for.
pub fn set_name(book: &Book) -> Option<String> {
    book.sheets.iter().find_map(|sheet| {
        let mut words = sheet.all_words().take_while(|(row, ..)| *row < 10);
        let (row, column, _) = words.find(|(_, _, words)| words == SET_KEY)?;
        Some(sheet.words(row, column + 1)?.into_owned())
    })
}

/// The report that a workbook holds, with where its values came from. Nothing where it has no form of the set. `sha256` is
/// that of the file, in hexadecimal digits. What an office has bent is put right where that is beyond doubt, and told of
/// where it is not; with an error among the findings the report lacks what it tells of.
pub fn read(book: &Book, sha256: &str, set: &TemplateSet, findings: &mut Vec<Finding>) -> Option<Value> {
    if let Some(finding) = no_forms(set) {
        findings.push(finding.at(Place::file(&book.source)));
        return None;
    }
    let pages = pages(&set.form, &Figures::default());
    let lines = Lines::new(&pages);
    let parts = Parts::new(set, &lines);
    let mut outcome = Outcome::default();
    let mut forms = Vec::new();
    let (mut documents, mut narratives) = (Vec::new(), Vec::new());
    for sheet in &book.sheets {
        match parts.of(sheet) {
            Some(Part::Own) => {}
            Some(Part::Form(page)) => forms.push((sheet, page)),
            Some(Part::Document) => documents.push(sheet),
            Some(Part::Narrative) => narratives.push(sheet),
            Some(Part::Table(id)) => {
                if let Some(table) = set.form.tables.get(id) {
                    tables::read(sheet, id, table, &mut outcome, findings);
                }
            }
            None => {
                let first = (0..sheet.height()).find_map(|row| Some((row, sheet.first_filled(row)?)));
                if let Some((row, column)) = first {
                    outcome.unused(sheet, row, column);
                }
            }
        }
    }
    if forms.is_empty() {
        let name = &set.name;
        findings.push(
            kinds::workbooks::NOTHING_FOUND
                .finding(msg!(
                    "không trang nào có chỉ tiêu của bộ mẫu {name}",
                    "no sheet has indicators of the set {name}"
                ))
                .at(Place::file(&book.source)),
        );
        return None;
    }
    document::read(&documents, &mut outcome, findings);
    forms::read(&forms, &lines, set, &mut outcome, findings);
    narrative::read(&narratives, set, &mut outcome, findings);
    tell_missing(&lines, &forms, book, findings);
    outcome.tell(findings);
    let cells = outcome.cells();
    let mut report = json!({
        "template": set.name,
        "period": outcome.period,
        "document": outcome.document,
        "figures": outcome.figures,
        "sections": outcome.sections,
        "tables": outcome.tables,
        "sources": [{ "file": book.source.name, "sha256": sha256, "cells": cells }]
    });
    if let Some(report) = report.as_object_mut() {
        report.retain(|name, value| {
            !matches!(name.as_str(), "sections" | "tables") || value.as_object().is_some_and(|map| !map.is_empty())
        });
    }
    Some(report)
}

/// The forms that no sheet has a row of.
fn tell_missing(
    lines: &Lines<'_>,
    forms: &[(&baocao_core::rows::Sheet, usize)],
    book: &Book,
    findings: &mut Vec<Finding>,
) {
    for (index, page) in lines.pages.iter().enumerate() {
        if forms.iter().any(|(_, found)| *found == index) {
            continue;
        }
        let title = &page.title;
        findings.push(
            kinds::workbooks::FORM_MISSING
                .finding(msg!("không có trang nào của biểu \"{title}\"", "no sheet has the form \"{title}\""))
                .at(Place::file(&book.source)),
        );
    }
}
