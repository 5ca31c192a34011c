//! `baocao verify`

mod check;
mod json;
mod sources;
mod text;

pub(crate) use sources::{Wrong, wrong_day, wrong_number};

use std::path::PathBuf;

use baocao::sources::with_view;
use baocao_core::diagnostic::{Finding, Lang};
use baocao_core::digest::sha256;
use baocao_core::{kinds, msg};
use baocao_pdf::Place;
use baocao_sign::Revocation;
use baocao_sign::cms::{Cert, Time};
use baocao_sign::verify::{Item, Mark, Report, Settings, Signature, State, said_of, verify};

use super::args::{AgainstArgs, OfficeArgs, TextFormat, VerifyArgs};
use super::render::office;
use super::{Console, Outcome, clock, output};
use check::Check;
use sources::Own;

/// Certificates of one file of anchors.
const MOST_ANCHOR_BYTES: usize = 16 << 20;

pub(crate) fn run(args: &VerifyArgs, console: &Console) -> Outcome {
    verified(args, console).unwrap_or_else(|finding| console.fail(finding))
}

fn verified(args: &VerifyArgs, console: &Console) -> Result<Outcome, Finding> {
    let name = args.signed_pdf.display().to_string();
    let bytes = output::read_pdf(&args.signed_pdf)?;
    let verdict = Verdict::of(&name, &bytes, &args.against)?;
    let text = match args.text_format {
        TextFormat::Json => verdict.json(&name, console.lang),
        TextFormat::Text => text::shown(&name, &verdict.report, &verdict.checks, console.lang),
    };
    output::print_in(args.text_format, &text)?;
    Ok(if verdict.failed() { Outcome::Refused } else { Outcome::Done })
}

/// What is said of a document.
pub(crate) struct Verdict {
    report: Report,
    checks: Vec<Check>,
    evidence: Evidence,
}

/// What was verified, and when.
pub(super) struct Evidence {
    pub(super) sha256: String,
    pub(super) size: usize,
    /// Nothing where the clock is wrong.
    pub(super) at: Option<Time>,
}

impl Verdict {
    /// Looks at everything; a finding where the file cannot be read.
    pub(crate) fn of(name: &str, bytes: &[u8], against: &AgainstArgs) -> Result<Self, Finding> {
        let places = with_view(name, bytes, |view| Ok(baocao_pdf::places(view))).unwrap_or_default();
        let revocation =
            against.revocation_data.iter().map(|path| Revocation::read(&output::read_small(path, MOST_ANCHOR_BYTES)?));
        let now = || baocao_sign::now(i64::try_from(clock::seconds()?).ok()?);
        let at = against.verified_at.or_else(now);
        let (templates, font_dir) = (against.templates.clone(), against.font_dir.clone());
        let office = || office(&OfficeArgs { templates, font_dir, root: None });
        let office = if against.no_rebuild { None } else { Some(office()?) };
        let own = Own::read(name, bytes, office);
        let settings = Settings {
            anchors: anchors(&against.anchors)?,
            places: places.clone(),
            made: own.made(),
            revocation: revocation.collect::<Result<_, _>>()?,
            now: at.map(|time| Time(time.to_utc())),
            letters: Some(baocao_typeset::plain_letters()),
        };
        let report = verify(bytes, &settings).map_err(|broken| {
            let (vi, en) = (said_of(broken).vi, said_of(broken).en);
            let message = msg!("không đọc được {name}: {vi}", "{name} cannot be read: {en}");
            kinds::signatures::FILE.error(message)
        })?;
        let checks = checks(&report, own.checks(&report), &places);
        let evidence = Evidence { sha256: sha256(bytes), size: bytes.len(), at: settings.now };
        Ok(Self { report, checks, evidence })
    }

    /// Whether something failed.
    pub(crate) fn failed(&self) -> bool {
        self.state() == State::Failed
    }

    /// How all of it ended: passed only where somebody signed and no check of such a document was left open.
    fn state(&self) -> State {
        let is = |state| self.checks.iter().any(|check| check.applies && check.state == state);
        match (is(State::Failed), is(State::NotEvaluated)) {
            (true, _) => State::Failed,
            (false, true) => State::NotEvaluated,
            (false, false) => State::Passed,
        }
    }

    /// Whether somebody signed.
    pub(crate) fn is_signed(&self) -> bool {
        !self.report.signatures.is_empty()
    }

    /// What is stamped at a mark, of signatures that did not fail; each text once.
    pub(crate) fn stamped(&self, mark: Mark) -> Vec<&str> {
        let marked = |signature: &&Signature| signature.role == Some(mark) && signature.state() != State::Failed;
        let signatures = self.report.signatures.iter().filter(marked);
        let mut shown: Vec<&str> = signatures.filter_map(|one| one.shown.as_deref()).map(str::trim).collect();
        shown.dedup();
        shown
    }

    /// All of it in JSON.
    pub(crate) fn json(&self, name: &str, lang: Lang) -> String {
        json::shown(name, self, lang)
    }
}

/// All checks of a document: its file, what it carries, its signatures together and one by one.
fn checks(report: &Report, own: Vec<Check>, places: &[Place]) -> Vec<Check> {
    let mut checks = vec![Check::of("file", &report.file)];
    checks.extend(own);
    checks.push(Check::signatures(report, places));
    for (index, signature) in report.signatures.iter().enumerate() {
        let number = index + 1;
        let id = |item: &Item| format!("signature-{number}/{}", item.subject.name());
        checks.extend(signature.items.iter().map(|item| Check::of(&id(item), item)));
    }
    checks
}

fn anchors(files: &[PathBuf]) -> Result<Vec<Cert>, Finding> {
    let mut anchors = Vec::new();
    for path in files {
        let bytes = output::read_small(path, MOST_ANCHOR_BYTES)?;
        let name = path.display();
        let unreadable = || {
            let message = msg!("{name} không phải là chứng thư PEM hoặc DER", "{name} is no certificate in PEM or DER");
            kinds::signatures::ANCHOR.finding(message)
        };
        anchors.extend(Cert::read_all(&bytes).map_err(|_| unreadable())?);
    }
    Ok(anchors)
}
