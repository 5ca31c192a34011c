//! `baocao verify`

mod check;
mod json;
mod sources;
mod text;

use baocao::Office;
use baocao::sources::with_view;
use baocao_core::diagnostic::{Finding, Lang};
use baocao_core::{kinds, msg};
use baocao_sign::cms::Cert;
use baocao_sign::file::MOST_BYTES;
use baocao_sign::verify::{Item, Report, Settings, State, said_of, verify};

use super::args::{OfficeArgs, TextFormat, VerifyArgs};
use super::render::office;
use super::{Console, Outcome, output};
use check::Check;

/// Certificates of one file of anchors.
const MOST_ANCHOR_BYTES: usize = 16 << 20;

pub(crate) fn run(args: &VerifyArgs, console: &Console) -> Outcome {
    verified(args, console).unwrap_or_else(|finding| console.fail(finding))
}

fn verified(args: &VerifyArgs, console: &Console) -> Result<Outcome, Finding> {
    let name = args.signed_pdf.display().to_string();
    let bytes = output::read(&args.signed_pdf, MOST_BYTES)?;
    let (templates, font_dir) = (args.templates.clone(), args.font_dir.clone());
    let office = || office(&OfficeArgs { templates, font_dir, root: None });
    let office = if args.no_rebuild { None } else { Some(office()?) };
    let (report, checks) = looked_at(&name, &bytes, anchors(args)?, office)?;
    let text = match args.text_format {
        TextFormat::Json => json::shown(&name, &report, &checks, console.lang),
        TextFormat::Text => text::shown(&name, &report, &checks, console.lang),
    };
    output::print(text.as_bytes())?;
    Ok(if failed(&checks) { Outcome::Refused } else { Outcome::Done })
}

/// The signatures of a file, and all checks of it.
fn looked_at(
    name: &str,
    bytes: &[u8],
    anchors: Vec<Cert>,
    office: Option<&Office>,
) -> Result<(Report, Vec<Check>), Finding> {
    let places = with_view(name, bytes, |view| Ok(baocao_pdf::places(view))).unwrap_or_default();
    let report = verify(bytes, &Settings { anchors, places }).map_err(|broken| {
        let (vi, en) = (said_of(broken).vi, said_of(broken).en);
        let message = msg!("không đọc được {name}: {vi}", "{name} cannot be read: {en}");
        kinds::signatures::FILE.error(message)
    })?;
    let checks = checks(&report, sources::checks(name, bytes, &report, office));
    Ok((report, checks))
}

fn failed(checks: &[Check]) -> bool {
    checks.iter().any(|check| check.state == State::Failed)
}

/// What is said of a document in JSON, without anchors and with the built-in templates, and whether something failed: the evidence that an archive keeps.
pub(crate) fn evidence(name: &str, bytes: &[u8], lang: Lang) -> Result<(String, bool), Finding> {
    let office = office(&OfficeArgs::default())?;
    let (report, checks) = looked_at(name, bytes, Vec::new(), Some(office))?;
    Ok((json::shown(name, &report, &checks, lang), failed(&checks)))
}

/// All checks of a document: its file, what it carries, its signatures together and one by one.
fn checks(report: &Report, own: Vec<Check>) -> Vec<Check> {
    let mut checks = vec![Check::of("file", &report.file)];
    checks.extend(own);
    checks.push(Check::signatures(report));
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
