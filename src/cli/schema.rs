//! `baocao schema`

use baocao::form::FormFile;
use baocao::report::schema_text;
use baocao::template::{self, Outline};

use super::args::{SchemaArgs, SchemaKind};
use super::{Console, Outcome, output};

pub(crate) fn run(args: &SchemaArgs, console: &Console) -> Outcome {
    let text = match args.kind {
        SchemaKind::Report => schema_text(),
        SchemaKind::Form => template::schema_text::<FormFile>(),
        SchemaKind::Outline => template::schema_text::<Outline>(),
    };
    match output::write(&args.output, text.as_bytes(), args.force) {
        Ok(()) => Outcome::Done,
        Err(finding) => console.fail(finding),
    }
}
