//! `baocao schema`

use baocao_core::diagnostic::Finding;
use baocao_core::form::{FormFile, Relations, RollUp};
use baocao_core::report::{CopyBy, fields, schema_text};
use baocao_core::template::{self, Documents, Outline, Wording, report_schema};

use super::args::{SchemaArgs, SchemaKind};
use super::{Console, Outcome, new, outcome, output, render};

pub(crate) fn run(args: &SchemaArgs, console: &Console) -> Outcome {
    match write(args, console) {
        Ok(outcome) => outcome,
        Err(finding) => console.fail(finding),
    }
}

fn write(args: &SchemaArgs, console: &Console) -> Result<Outcome, Finding> {
    output::ending(&args.output, if args.fields_markdown { &["md"] } else { &["json"] })?;
    let text = match (&args.set, args.kind) {
        (None, SchemaKind::Report) if args.fields_markdown => fields(console.lang),
        (Some(level), _) => {
            let templates = render::templates(args.templates.as_deref())?;
            let mut findings = Vec::new();
            let Some(set) = templates.load(new::set_name(&templates, level)?, None, &mut findings) else {
                console.show(&findings);
                return Ok(outcome(&findings));
            };
            report_schema(&set)
        }
        (None, SchemaKind::Report) => schema_text(),
        (None, SchemaKind::Copy) => template::schema_text::<CopyBy>(),
        (None, SchemaKind::Archive) => template::schema_text::<baocao_archive::Metadata>(),
        (None, SchemaKind::Form) => template::schema_text::<FormFile>(),
        (None, SchemaKind::Outline) => template::schema_text::<Outline>(),
        (None, SchemaKind::Relations) => template::schema_text::<Relations>(),
        (None, SchemaKind::Rollup) => template::schema_text::<RollUp>(),
        (None, SchemaKind::Documents) => template::schema_text::<Documents>(),
        (None, SchemaKind::Wording) => template::schema_text::<Wording>(),
        (None, SchemaKind::Rules) => template::schema_text::<baocao_check::RulesFile>(),
        (None, SchemaKind::Config) => template::schema_text::<baocao_check::ConfigFile>(),
        (None, SchemaKind::Map) => template::schema_text::<baocao_import::map::MapFile>(),
        (None, SchemaKind::Findings) => template::schema_text::<baocao_check::record::Outcome>(),
        (None, SchemaKind::Diff) => template::schema_text::<baocao_rollup::diff::Comparison>(),
    };
    output::write(&args.output, text.as_bytes(), args.force)?;
    Ok(Outcome::Done)
}
