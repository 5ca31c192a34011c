//! A template set as a workbook.

mod document;
mod figures;
mod forms;
mod formulas;
mod guide;
mod look;
mod narrative;
mod tables;
mod validation;

use baocao_core::diagnostic::Finding;
use baocao_core::form::Figures;
use baocao_core::report::{Figure, Report, pointer_part};
use baocao_core::template::TemplateSet;
use baocao_core::{kinds, msg};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use serde_json::Value;

use super::plan::pages;
use super::{HIDDEN_SHEET, SET_KEY, no_forms};
use validation::Lists;

/// The most letters that a cell holds.
const LONGEST: usize = 32_767;

/// What could not be written: a text that no cell holds.
struct Failed(XlsxError);

impl From<XlsxError> for Failed {
    fn from(error: XlsxError) -> Self {
        Self(error)
    }
}

/// A report that fills a workbook.
struct Filled<'a> {
    report: &'a Report,
    /// The same as JSON.
    json: Value,
    figures: &'a Figures,
}

impl Filled<'_> {
    /// A figure as the report gives it.
    fn given(&self, id: &str) -> Option<&Figure> {
        self.report.figures.get(id)
    }
}

/// The forms of a set, the fields of the document and the narrative as a workbook, filled with a report and its figures
/// where there is one. The same input gives the same bytes.
pub fn export(set: &TemplateSet, report: Option<(&Report, &Figures)>, findings: &mut Vec<Finding>) -> Option<Vec<u8>> {
    if let Some(finding) = no_forms(set) {
        findings.push(finding);
        return None;
    }
    let filled = match report {
        Some((report, figures)) => {
            let json = serde_json::to_value(report).unwrap_or_default();
            tell_what_has_no_place(report, &json, set, findings);
            let mut long = Vec::new();
            too_long(&json, String::new(), &mut long);
            if !long.is_empty() {
                findings.push(
                    not_written()
                        .found(long.join(", "))
                        .expected(msg!("không quá {LONGEST} ký tự trong một ô", "at most {LONGEST} letters in a cell")),
                );
                return None;
            }
            Some(Filled { report, json, figures })
        }
        None => None,
    };
    match workbook(set, filled.as_ref()) {
        Ok(bytes) => Some(bytes),
        Err(Failed(error)) => {
            findings.push(not_written().found(error.to_string()));
            None
        }
    }
}

fn not_written() -> Finding {
    kinds::workbooks::NOT_WRITTEN.finding(msg!("không viết được bảng tính", "the workbook cannot be written"))
}

/// The pointers of texts that no cell holds.
fn too_long(value: &Value, pointer: String, long: &mut Vec<String>) {
    match value {
        Value::String(text) if text.encode_utf16().count() > LONGEST => long.push(pointer),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, value)| too_long(value, format!("{pointer}/{index}"), long));
        }
        Value::Object(map) => {
            map.iter().for_each(|(name, value)| too_long(value, format!("{pointer}/{}", pointer_part(name)), long));
        }
        _ => {}
    }
}

fn workbook(set: &TemplateSet, filled: Option<&Filled<'_>>) -> Result<Vec<u8>, Failed> {
    let mut book = Workbook::new();
    look::on(&mut book)?;
    // The clock stays out of the file.
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(
        &DocProperties::new()
            .set_title(&set.outline.title.vi)
            .set_creation_datetime(&created)
            .set_custom_property(SET_KEY, set.name.as_str()),
    );
    let blank = Figures::default();
    let pages = pages(&set.form, filled.map_or(&blank, |filled| filled.figures));
    let mut lists = Lists::default();
    guide::write(book.add_worksheet(), set)?;
    document::write(book.add_worksheet(), filled, &mut lists)?;
    forms::write(&mut book, &pages, set, filled, &mut lists)?;
    tables::write(&mut book, set, filled)?;
    narrative::write(book.add_worksheet(), set, filled, &mut lists)?;
    let hidden = book.add_worksheet();
    hidden.set_name(HIDDEN_SHEET)?.set_hidden(true);
    hidden.write_string(0, 0, SET_KEY)?.write_string(0, 1, set.name.as_str())?;
    lists.write(hidden)?;
    Ok(book.save_to_buffer()?)
}

/// What a report says and no cell of the workbook holds.
fn tell_what_has_no_place(report: &Report, json: &Value, set: &TemplateSet, findings: &mut Vec<Finding>) {
    let parts = ["outline", "numbering", "appendices", "charts", "appendix_numbering", "previous", "style", "checks"];
    let mut lost: Vec<String> = parts
        .iter()
        .filter(|part| json.get(part).is_some_and(|value| !value.is_null()))
        .map(|part| format!("/{part}"))
        .collect();
    lost.extend(report.tables.keys().filter(|id| !set.form.tables.contains_key(*id)).map(|id| format!("/tables/{id}")));
    let sections = set.outline.ids();
    let unknown = report.sections.keys().filter(|id| !sections.contains(&id.as_str()));
    lost.extend(unknown.map(|id| format!("/sections/{id}")));
    lost.extend((2..report.document.signers.len()).map(|index| format!("/document/signers/{index}")));
    if lost.is_empty() {
        return;
    }
    let list = lost.join(", ");
    findings.push(
        kinds::workbooks::NO_PLACE
            .finding(msg!(
                "bảng tính không chứa được mọi phần của báo cáo",
                "the workbook has no place for some parts of the report"
            ))
            .found(list)
            .hint(msg!(
                "giữ tệp báo cáo: nhập bảng tính lại thì các phần này phải chép từ đó",
                "keep the report: after the workbook is read back, copy these parts from it"
            )),
    );
}
