//! Composing: a report and its templates become the document.

mod appendices;
mod closing;
mod header;

use std::sync::Arc;

use crate::diagnostic::{Finding, has_errors};
use crate::document::{Block, Document, Inline, Metadata, Style};
use crate::form;
use crate::narrative::{Speaker, narrate};
use crate::report::{Input, Report};
use crate::template::Templates;

/// Composes the document. All that is wrong is added to the findings; where one of these is an error there is no
/// document.
pub fn compose(report: &Report, input: &Input, templates: &Templates, findings: &mut Vec<Finding>) -> Option<Document> {
    let mut found = Vec::new();
    let document = composed(report, input, templates, &mut found);
    let failed = has_errors(&found);
    findings.append(&mut found);
    document.filter(|_| !failed)
}

fn composed(report: &Report, input: &Input, templates: &Templates, findings: &mut Vec<Finding>) -> Option<Document> {
    let set = Arc::new(templates.load(&report.template, Some(input.place("/template")), findings)?);
    let figures = form::figures(&set.form, report, input, findings);
    let speaker = Speaker::new(set, report, figures);
    let mut body = grounds(report);
    body.extend(narrate(&speaker, report, input, findings).blocks);
    closing::end(&mut body);
    let document = &report.document;
    Some(Document {
        metadata: metadata(report),
        style: Style::of(report.style.as_ref()),
        header: header::header(report),
        to: document.to.iter().map(|name| header::without_end(name)).collect(),
        body,
        signatures: header::signatures(document),
        recipients: header::recipients(document),
        address_line: document.address_line.as_ref().map(ToString::to_string),
        appendices: appendices::appendices(&speaker, report, input, findings),
    })
}

/// The legal grounds: `;` after each, `.` after the last (NĐ 30/2020/NĐ-CP, Annex I, II.6.a).
fn grounds(report: &Report) -> Vec<Block> {
    let grounds = &report.document.grounds;
    let last = grounds.len().saturating_sub(1);
    let end = |index| if index == last { "." } else { ";" };
    grounds
        .iter()
        .enumerate()
        .map(|(index, ground)| Block::Ground {
            text: Inline::text(&format!("{}{}", header::without_end(ground), end(index))),
        })
        .collect()
}

fn metadata(report: &Report) -> Metadata {
    use chrono::Datelike;

    use crate::report::PromulgationDate;

    let document = &report.document;
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let subject = one_line(&document.subject);
    let date = match document.promulgation.parsed() {
        Some(PromulgationDate::Day(date)) => date,
        _ => report.period.to,
    };
    let type_name = header::sentence_case(&document.type_name);
    let number = document.code_number.map(|number| format!("{number:02}/{}", document.code_notation));
    Metadata {
        title: format!("{type_name}: {subject}"),
        author: one_line(&document.organ.organ_name),
        subject,
        keywords: number.into_iter().chain([type_name, report.period.name()]).collect(),
        date: (date.year(), date.month(), date.day()),
    }
}
