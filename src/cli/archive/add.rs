//! `baocao archive add`

use std::path::Path;

use baocao::Limits;
use baocao::sources::{Sources, with_view};
use baocao_archive::{Evidence, Line, Metadata, Package, Role, State, entered, is_safe, merged};
use baocao_core::diagnostic::{Finding, Lang, Severity, has_errors};
use baocao_core::digest::sha256;
use baocao_core::provenance::RECORD;
use baocao_core::{kinds, msg};

use super::source::Known;
use super::store::Store;
use crate::cli::args::ArchiveAddArgs;
use crate::cli::verify::Verdict;
use crate::cli::{Console, Outcome, clock, output};

pub(super) fn run(args: &ArchiveAddArgs, console: &Console) -> Result<Outcome, Vec<Finding>> {
    let one = |finding| vec![finding];
    let name = args.issued.display().to_string();
    let pdf = output::read_pdf(&args.issued).map_err(one)?;
    let sources = Sources::read(&name, &pdf).map_err(one)?;
    let pages = pages(&name, &pdf).map_err(one)?;
    let seconds = clock::seconds().and_then(|seconds| i64::try_from(seconds).ok()).unwrap_or_default();
    let document = sha256(&pdf);
    let mut findings = Vec::new();
    let verdict = verdict(args, &name, &pdf, &mut findings);
    let evidence = evidence(args, &name, &document, verdict.as_ref(), seconds, &mut findings).map_err(one)?;
    let given = args.metadata_file.as_ref().map(|path| output::read_small(path, Limits::default().config_bytes));
    let given = given.transpose().map_err(one)?;
    let metadata = Known::of(&sources, verdict.as_ref()).and_then(|known| metadata(args, given, &known, pages));
    let metadata = match metadata {
        Ok(metadata) => metadata,
        Err(more) => {
            findings.extend(more);
            return Ok(refused(&findings, console));
        }
    };
    findings.extend(metadata.check());
    if has_errors(&findings) {
        return Ok(refused(&findings, console));
    }
    // What is in the PDF is kept as it is; that it is not as it was recorded is told.
    findings.extend(sources.altered().into_iter().map(|mut finding| {
        finding.severity = Severity::Warning;
        finding
    }));
    let Some(line) = Line::new(&metadata, args.number_series.as_deref(), &entered(seconds)) else {
        return Ok(Outcome::Refused);
    };
    let line = Line { document, ..line };
    let companions = companions(args).map_err(one)?;
    let store = Store::for_entry(&args.archive_to).map_err(one)?;
    findings.extend(store.recovered());
    let files = |line: &Line| {
        let mut package = Package::new(&line.package, &metadata);
        package.add(Role::Document, &file_name(&args.issued)?, pdf)?;
        for (path, bytes) in sources.places()? {
            package.add(Role::Source, path.as_str(), bytes.to_vec())?;
        }
        if let Some(record) = &sources.record {
            package.add(Role::Source, RECORD, record.to_bytes())?;
        }
        for (name, bytes) in companions {
            package.add(Role::Companion, &name, bytes)?;
        }
        evidence.into_iter().for_each(|json| package.add_evidence(json));
        Ok(package.finish())
    };
    match store.enter(line, files) {
        Ok(line) => {
            console.show(&findings);
            let (symbol, id, archive) = (&line.symbol, &line.package, args.archive_to.display());
            let sequence = line.sequence;
            console.say(
                &format!("đã đưa {symbol} vào {archive}, dòng {sequence}: {id}"),
                &format!("entered {symbol} into {archive}, line {sequence}: {id}"),
            );
            Ok(Outcome::Done)
        }
        Err(why) => Ok(refused(&why, console)),
    }
}

fn refused(findings: &[Finding], console: &Console) -> Outcome {
    console.show(findings);
    Outcome::Refused
}

/// What the document says of itself, with what was given besides.
fn metadata(
    args: &ArchiveAddArgs,
    file: Option<Vec<u8>>,
    known: &Known,
    pages: usize,
) -> Result<Metadata, Vec<Finding>> {
    let mut given = match (&args.metadata_file, file) {
        (Some(path), Some(bytes)) => Metadata::read(&path.display().to_string(), bytes)?,
        _ => Metadata::default(),
    };
    given.code_number = args.code_number.clone().or(given.code_number);
    given.issued_date = args.issued_date.or(given.issued_date);
    given.maintenance = args.retention.clone().or(given.maintenance);
    let said = Metadata { page_amount: u32::try_from(pages).ok(), ..known.metadata.clone() };
    let merged = merged(&said, &given)?;
    match merged.issued_date.and_then(|date| known.against(date)) {
        Some(finding) => Err(vec![finding]),
        None => Ok(merged),
    }
}

/// How many pages a PDF has; whatever is no PDF is refused.
fn pages(name: &str, pdf: &[u8]) -> Result<usize, Finding> {
    with_view(name, pdf, |view| baocao_pdf::file::pages(view).map(|pages| pages.len()))
}

/// Appendices and copies, with their names.
fn companions(args: &ArchiveAddArgs) -> Result<Vec<(String, Vec<u8>)>, Finding> {
    let read = |path: &std::path::PathBuf| {
        let bytes = output::read_pdf(path)?;
        pages(&path.display().to_string(), &bytes)?;
        Ok((file_name(path)?, bytes))
    };
    args.companions.iter().map(read).collect()
}

/// The name of a file, where it can stand in a package.
fn file_name(path: &Path) -> Result<String, Finding> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if output::is_standard(path) {
        return Ok("van-ban.pdf".to_owned());
    }
    if is_safe(&name) {
        return Ok(name);
    }
    Err(kinds::archive::BAD_NAME
        .finding(msg!("tên tệp không dùng được trong gói", "a file cannot be called so in a package"))
        .found(name))
}

/// What `baocao verify` says of the document now; nothing, which is told, where it can say nothing.
fn verdict(args: &ArchiveAddArgs, name: &str, pdf: &[u8], findings: &mut Vec<Finding>) -> Option<Verdict> {
    match Verdict::of(name, pdf, &args.against) {
        Ok(verdict) => Some(verdict),
        Err(finding) => {
            let told = msg!("{name}: chữ ký chưa được đánh giá", "{name}: signatures are not evaluated");
            findings.push(kinds::archive::NOT_EVALUATED.finding(told).found(finding.message.vi));
            None
        }
    }
}

/// The evidence that is kept: what was said of these very bytes before, or else what is said now. A document that fails is
/// refused unless it is wanted all the same.
fn evidence(
    args: &ArchiveAddArgs,
    name: &str,
    document: &str,
    verdict: Option<&Verdict>,
    seconds: i64,
    findings: &mut Vec<Finding>,
) -> Result<Option<Vec<u8>>, Finding> {
    let given = match &args.evidence {
        Some(path) => {
            let bytes = output::read(path, Limits::default().report_bytes)?;
            let now = baocao_sign::now(seconds).unwrap_or_default();
            match Evidence::of(&path.display().to_string(), &bytes, document, now) {
                Ok(said) => Some((bytes, said)),
                Err(finding) => {
                    findings.push(finding);
                    None
                }
            }
        }
        None => None,
    };
    let has_failed = given.as_ref().is_some_and(|(_, said)| said.state == State::Failed);
    if has_failed || verdict.is_some_and(Verdict::failed) {
        let told = msg!("{name} không đạt kiểm tra", "{name} does not pass verification");
        let mut finding = kinds::archive::NOT_PASSED.finding(told);
        finding = if args.keep_failed {
            finding.severity = Severity::Warning;
            finding.hint(msg!("xem `baocao verify {name}`", "see `baocao verify {name}`"))
        } else {
            finding.hint(msg!(
                "xem `baocao verify {name}`; vẫn phải giữ tệp này thì thêm --keep-failed",
                "see `baocao verify {name}`; add --keep-failed where this file has to be kept all the same"
            ))
        };
        findings.push(finding);
    }
    if verdict.is_some_and(|verdict| !verdict.is_signed()) {
        let told = msg!("{name} không có chữ ký số nào", "{name} has no signature");
        findings.push(kinds::archive::UNSIGNED.finding(told));
    }
    let said = || verdict.map(|verdict| verdict.json(name, Lang::Vi).into_bytes());
    Ok(given.map(|(bytes, _)| bytes).or_else(said))
}
