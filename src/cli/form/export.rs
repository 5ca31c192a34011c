//! `baocao form export`

use std::path::Path;

use baocao::Limits;
use baocao_core::diagnostic::{Finding, has_errors};
use baocao_core::form::{self, Figures};
use baocao_core::report::{self, Input, Report};
use baocao_core::template::TemplateSet;
use baocao_import::workbook;

use crate::cli::args::FormExportArgs;
use crate::cli::{Console, Outcome, new, outcome, output, render};

pub(super) fn run(args: &FormExportArgs, console: &Console) -> Result<Outcome, Finding> {
    output::ending(&args.output, &["xlsx"])?;
    let templates = render::templates(args.templates.as_deref())?;
    let name = new::set_name(&templates, &args.level)?;
    let mut findings = Vec::new();
    let Some(bytes) = make(args, &templates, name, &mut findings)? else {
        console.show(&findings);
        return Ok(outcome(&findings));
    };
    output::write(&args.output, &bytes, args.force)?;
    console.show(&findings);
    if !output::is_standard(&args.output) {
        let path = args.output.display();
        console.say(
            &format!("đã viết {path} (mẫu {name}); điền xong: baocao import {path} -o bao-cao.json"),
            &format!("wrote {path} (template {name}); when it is filled in: baocao import {path} -o report.json"),
        );
    }
    Ok(Outcome::Done)
}

/// The workbook; nothing where the set or the report has an error.
fn make(
    args: &FormExportArgs,
    templates: &baocao_core::template::Templates,
    name: &str,
    findings: &mut Vec<Finding>,
) -> Result<Option<Vec<u8>>, Finding> {
    let Some(set) = templates.load(name, None, findings) else { return Ok(None) };
    let filled = match &args.filled {
        Some(path) => Some(read(path, &set, findings)?),
        None => None,
    };
    if has_errors(findings) {
        return Ok(None);
    }
    let filled = filled.flatten();
    Ok(workbook::export(&set, filled.as_ref().map(|(report, figures)| (report, figures)), findings))
}

/// A report and its figures. Findings about its content are for `baocao check`; errors forbid the workbook.
fn read(path: &Path, set: &TemplateSet, findings: &mut Vec<Finding>) -> Result<Option<(Report, Figures)>, Finding> {
    let limits = Limits::default();
    let bytes = output::read(path, limits.report_bytes)?;
    let mut found = Vec::new();
    let filled = Input::parse(&path.to_string_lossy(), bytes, &limits, &mut found).and_then(|input| {
        let report = report::read(&input, &mut found)?;
        let figures = form::figures(&set.form, &report, &input, &mut found);
        Some((report, figures))
    });
    found.retain(|finding| finding.severity == baocao_core::diagnostic::Severity::Error);
    findings.append(&mut found);
    Ok(filled)
}
