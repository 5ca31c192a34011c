//! `baocao archive add`

use std::path::Path;

use baocao::Limits;
use baocao::sources::{Sources, with_view};
use baocao_archive::{Line, Metadata, Package, Role, entered, is_safe, merged};
use baocao_core::diagnostic::{Finding, Lang, Severity, has_errors};
use baocao_core::provenance::RECORD;
use baocao_core::{kinds, msg};

use super::store::Store;
use super::{day, source};
use crate::cli::args::ArchiveAddArgs;
use crate::cli::verify::Verdict;
use crate::cli::{Console, Outcome, clock, output};

pub(super) fn run(args: &ArchiveAddArgs, console: &Console) -> Result<Outcome, Vec<Finding>> {
    let one = |finding| vec![finding];
    let name = args.issued.display().to_string();
    let pdf = output::read_pdf(&args.issued).map_err(one)?;
    let sources = Sources::read(&name, &pdf).map_err(one)?;
    let metadata = metadata(args, &sources, pages(&name, &pdf).map_err(one)?)?;
    let mut findings = metadata.check();
    if has_errors(&findings) {
        console.show(&findings);
        return Ok(Outcome::Refused);
    }
    // What is in the PDF is kept as it is; that it is not as it was recorded is told.
    findings.extend(sources.altered().into_iter().map(|mut finding| {
        finding.severity = Severity::Warning;
        finding
    }));
    let entered = entered(clock::seconds().and_then(|seconds| i64::try_from(seconds).ok()).unwrap_or_default());
    let Some(line) = Line::new(&metadata, args.number_series.as_deref(), &entered) else {
        return Ok(Outcome::Refused);
    };
    let companions = companions(args).map_err(one)?;
    let evidence = evidence(args, &name, &pdf, &mut findings).map_err(one)?;
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
        evidence.map_or(Ok(()), |json| package.add_evidence(json))?;
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
        Err(refused) => {
            console.show(&refused);
            Ok(Outcome::Refused)
        }
    }
}

/// What the report says, with what was given besides.
fn metadata(args: &ArchiveAddArgs, sources: &Sources, pages: usize) -> Result<Metadata, Vec<Finding>> {
    let known = Metadata { page_amount: u32::try_from(pages).ok(), ..source::metadata(sources) };
    let mut given = match &args.metadata_file {
        Some(path) => {
            let bytes = output::read(path, Limits::default().config_bytes).map_err(|finding| vec![finding])?;
            Metadata::parse(&bytes).map_err(|finding| vec![finding])?
        }
        None => Metadata::default(),
    };
    given.code_number = args.code_number.clone().or(given.code_number);
    given.issued_date = day("--date", args.issued_date.as_deref())?.or(given.issued_date);
    given.maintenance = args.retention.clone().or(given.maintenance);
    merged(&known, &given)
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

/// What `baocao verify` says of the document: as it was given, or else as it is said now. It is kept whatever it says.
fn evidence(
    args: &ArchiveAddArgs,
    name: &str,
    pdf: &[u8],
    findings: &mut Vec<Finding>,
) -> Result<Option<Vec<u8>>, Finding> {
    if let Some(path) = &args.evidence {
        return output::read(path, Limits::default().report_bytes).map(Some);
    }
    let verdict = match Verdict::of(name, pdf, &args.against) {
        Ok(verdict) => verdict,
        Err(finding) => {
            let told = msg!("{name}: chữ ký chưa được đánh giá", "{name}: signatures are not evaluated");
            findings.push(kinds::archive::NOT_EVALUATED.finding(told).found(finding.message.vi));
            return Ok(None);
        }
    };
    if verdict.failed() {
        let told = msg!("{name} không đạt kiểm tra", "{name} does not pass verification");
        let hint = msg!("xem `baocao verify {name}`", "see `baocao verify {name}`");
        findings.push(kinds::archive::NOT_PASSED.finding(told).hint(hint));
    }
    Ok(Some(verdict.json(name, Lang::Vi).into_bytes()))
}
