//! What changed between two reports: figures first, then fields, texts, tables.

mod fields;
mod figures;
mod tables;
mod texts;

use baocao_core::diagnostic::{Finding, has_errors};
use baocao_core::form::Figures;
use baocao_core::limits::Limits;
use baocao_core::narrative::{Script, text_files, texts as texts_of};
use baocao_core::report::{Beside, Input, Period, Report, ReportFile, SideFiles};
use baocao_core::table;
use baocao_core::template::Templates;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;

use crate::child::{self, Sets};

pub use fields::FieldChange;
pub use figures::{FigureChange, Given, State};
pub use tables::{CellChange, RowChange, TableChange};
pub use texts::{Piece, TextChange, What};

/// What changed between two reports. Fields may be added; one that changes its meaning raises `format`.
///
/// Khác biệt giữa hai báo cáo, in bởi `baocao diff --format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Khác biệt giữa hai báo cáo / What changed between two reports")]
pub struct Comparison {
    /// The version of this form of data.
    pub format: u32,
    /// Whether anything changed.
    pub differs: bool,
    /// The report before.
    pub before: Side,
    /// The report after.
    pub after: Side,
    /// The figures that changed, in the order of the forms after; those that only the report before has come last.
    pub figures: Vec<FigureChange>,
    /// How many figures are the same.
    pub same_figures: usize,
    /// The fields that changed: header, period, appendices, charts, settings.
    pub fields: Vec<FieldChange>,
    /// The texts that changed.
    pub texts: Vec<TextChange>,
    /// The tables that changed.
    pub tables: Vec<TableChange>,
}

/// One of two reports.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Side {
    /// Its file.
    pub file: String,
    /// Its organ, as running text calls it.
    pub organ: String,
    /// Its period.
    pub period: String,
    /// Its template set.
    pub template: String,
}

/// A report that was read.
struct Read {
    input: Input,
    report: Report,
    script: Arc<Script>,
    figures: Figures,
    files: SideFiles,
}

/// Compares two reports. Their errors are told, and nothing is compared then; their warnings are their own affair.
pub fn compare(
    before: ReportFile<'_>,
    after: ReportFile<'_>,
    templates: &Templates,
    limits: &Limits,
    findings: &mut Vec<Finding>,
) -> Option<Comparison> {
    let mut sets = Sets::new(templates);
    let (before, after) = (read(before, &mut sets, limits, findings), read(after, &mut sets, limits, findings));
    let (before, after) = (before?, after?);
    let (figures, same_figures) = figures::compare(&before, &after);
    let fields = fields::compare(&before, &after);
    let texts = texts::compare(&before, &after);
    let tables = tables::compare(&before, &after);
    let differs = !(figures.is_empty() && fields.is_empty() && texts.is_empty() && tables.is_empty());
    let (before, after) = (side(&before), side(&after));
    Some(Comparison { format: 1, differs, before, after, figures, same_figures, fields, texts, tables })
}

fn side(read: &Read) -> Side {
    let report = &read.report;
    Side {
        file: read.input.source.name.clone(),
        organ: report.document.organ.short_name.to_string(),
        period: report.period.as_ref().map(Period::name).unwrap_or_default(),
        template: report.template.clone(),
    }
}

fn read(file: ReportFile<'_>, sets: &mut Sets<'_>, limits: &Limits, findings: &mut Vec<Finding>) -> Option<Read> {
    let mut found = Vec::new();
    let read = read_all(file, sets, limits, &mut found);
    let failed = has_errors(&found);
    findings.extend(child::errors(found));
    read.filter(|_| !failed)
}

fn read_all(file: ReportFile<'_>, sets: &mut Sets<'_>, limits: &Limits, findings: &mut Vec<Finding>) -> Option<Read> {
    let name = file.name().to_owned();
    let (bytes, beside) = Beside::new(file);
    let (input, mut report, script, figures) = child::read(&name, bytes, sets, limits, findings)?;
    let set = script.set();
    let definitions = table::merged(&set.form.tables, &report.tables);
    let rows = definitions.iter().filter_map(|(id, table)| {
        let place = input.place(&format!("/tables/{}/data/file", baocao_core::report::pointer_part(id)));
        Some((table.data.as_ref()?.file.clone(), place))
    });
    let before = findings.len();
    let of_texts = text_files(&report, &input, set, &beside, findings);
    let names: Vec<String> = of_texts.iter().map(|(name, _)| name.clone()).collect();
    let files = SideFiles::read(rows.chain(of_texts), &beside, limits, findings);
    let mut text = |name: &String| files.get(name)?.text().map_err(|finding| findings.push(finding)).ok();
    let sources = names.iter().map(&mut text).collect();
    let texts = texts_of(&report, &input, set, sources, findings);
    texts.iter().for_each(|text| text.put(&text.text, &mut report));
    (!has_errors(&findings[before..])).then_some(Read { input, report, script, figures, files })
}
