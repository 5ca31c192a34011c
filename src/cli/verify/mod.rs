//! `baocao verify`

mod check;
mod json;
mod text;

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use baocao_sign::cms::Cert;
use baocao_sign::file::MOST_BYTES;
use baocao_sign::verify::{Item, Report, Settings, State, said_of, verify};

use super::args::{TextFormat, VerifyArgs};
use super::{Console, Outcome, output};
use check::Check;

/// Certificates of one file of anchors.
const MOST_ANCHOR_BYTES: usize = 16 << 20;

pub(crate) fn run(args: &VerifyArgs, console: &Console) -> Outcome {
    verified(args, console).unwrap_or_else(|finding| console.fail(finding))
}

fn verified(args: &VerifyArgs, console: &Console) -> Result<Outcome, Finding> {
    let name = args.signed_pdf.display().to_string();
    let settings = Settings { anchors: anchors(args)?, ..Settings::default() };
    let bytes = output::read(&args.signed_pdf, MOST_BYTES)?;
    let report = verify(&bytes, &settings).map_err(|broken| {
        let (vi, en) = (said_of(broken).vi, said_of(broken).en);
        let message = msg!("không đọc được {name}: {vi}", "{name} cannot be read: {en}");
        kinds::signatures::FILE.error(message)
    })?;
    let checks = checks(&report);
    let text = match args.text_format {
        TextFormat::Json => json::shown(&name, &report, &checks, console.lang),
        TextFormat::Text => text::shown(&name, &report, &checks, console.lang),
    };
    output::print(text.as_bytes())?;
    let failed = checks.iter().any(|check| check.state == State::Failed);
    Ok(if failed { Outcome::Refused } else { Outcome::Done })
}

/// All checks of a document. Those of what a document of our own carries join them here.
fn checks(report: &Report) -> Vec<Check> {
    let mut checks = vec![Check::of("file", &report.file), Check::signatures(report)];
    for (index, signature) in report.signatures.iter().enumerate() {
        let number = index + 1;
        let id = |item: &Item| format!("signature-{number}/{}", item.subject.name());
        checks.extend(signature.items.iter().map(|item| Check::of(&id(item), item)));
    }
    checks
}

fn anchors(args: &VerifyArgs) -> Result<Vec<Cert>, Finding> {
    let mut anchors = Vec::new();
    for path in &args.anchors {
        let bytes = output::read(path, MOST_ANCHOR_BYTES)?;
        let name = path.display();
        let unreadable = || {
            let message = msg!("{name} không phải là chứng thư PEM hoặc DER", "{name} is no certificate in PEM or DER");
            kinds::signatures::ANCHOR.finding(message)
        };
        anchors.extend(Cert::read_all(&bytes).map_err(|_| unreadable())?);
    }
    Ok(anchors)
}
