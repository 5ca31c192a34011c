//! `baocao archive list`, `show` and `find`

use std::path::Path;

use baocao_archive::{EVIDENCE, Evidence, Line, MANIFEST, METADATA, Manifest, Metadata, Query, Role, State, read};
use baocao_core::diagnostic::{Finding, Lang, nearest, unreadable};
use baocao_core::{kinds, msg};
use serde_json::{Value, json};

use super::folder::{MOST_BYTES, package};
use super::store::{PACKAGES, Store};
use crate::cli::args::{ArchiveFindArgs, ArchiveListArgs, ArchiveShowArgs, TextFormat};
use crate::cli::columns::{columns, fields, short};
use crate::cli::{Console, Outcome, output};

/// Letters of an abstract in a list.
const MOST_LETTERS: usize = 60;

pub(super) fn run(args: &ArchiveListArgs, console: &Console) -> Result<Outcome, Vec<Finding>> {
    listed(&args.archive, &Query::default(), args.text_format, console).map_err(|finding| vec![finding])
}

pub(super) fn find(args: &ArchiveFindArgs, console: &Console) -> Result<Outcome, Vec<Finding>> {
    let mut query = Query::new(&args.query_words.join(" "));
    (query.from, query.to) = (args.from_day, args.until_day);
    query.year = args.of_year;
    listed(&args.archive, &query, args.text_format, console).map_err(|finding| vec![finding])
}

/// Prints the lines that are asked for, in the order of their entry.
fn listed(archive: &Path, query: &Query, format: TextFormat, console: &Console) -> Result<Outcome, Finding> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut found: Vec<Value> = Vec::new();
    let broken = each(archive, console, |line| {
        if query.finds(&line) {
            match format {
                TextFormat::Text => rows.push(row(&line)),
                TextFormat::Json => found.push(json!(line)),
            }
        }
    })?;
    let text = match format {
        TextFormat::Text => columns(&rows, 0),
        TextFormat::Json => format!("{:#}\n", Value::Array(found)),
    };
    output::print_in(format, &text)?;
    Ok(if broken { Outcome::Refused } else { Outcome::Done })
}

fn row(line: &Line) -> Vec<String> {
    vec![
        line.year.to_string(),
        plain(&line.series),
        plain(&line.number),
        line.date.format("%d/%m/%Y").to_string(),
        line.package.clone(),
        short(&plain(&line.subject), MOST_LETTERS),
    ]
}

/// A text without characters that a terminal would obey: others may have written the register.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// Every line of a register; what is wrong with it is shown, and whether anything was.
pub(super) fn each(archive: &Path, console: &Console, mut with: impl FnMut(Line)) -> Result<bool, Finding> {
    let store = Store::open(archive)?;
    let mut findings = Vec::new();
    let mut lines = store.lines()?;
    while let Some(step) = store.step(&mut lines)? {
        findings.extend(step.finding);
        step.line.into_iter().for_each(&mut with);
    }
    findings.extend(store.against_head(lines.chain()).err());
    let broken = !findings.is_empty();
    findings.extend(store.recovered());
    console.show(&findings);
    Ok(broken)
}

pub(super) fn show(args: &ArchiveShowArgs, console: &Console) -> Result<Outcome, Vec<Finding>> {
    let one = |finding| vec![finding];
    let line = line_of(&args.archive, &args.package_id, console).map_err(one)?;
    let tree = package(&args.archive, &line.package).map_err(one)?;
    let place = |path: &str| args.archive.join(PACKAGES).join(&line.package).join(path);
    let read = |path: &str| {
        let failed = |error| vec![unreadable(&place(path), &error)];
        read(&tree, path, MOST_BYTES).map_err(failed)
    };
    let broken = |name: &str| {
        vec![
            kinds::archive::BAD_MANIFEST
                .finding(msg!("{name} của gói không đọc được", "{name} of the package cannot be read")),
        ]
    };
    let manifest = Manifest::parse(&read(MANIFEST)?).ok_or_else(|| broken(MANIFEST))?;
    let metadata = Metadata::read(&place(METADATA).display().to_string(), read(METADATA)?)?;
    let has_evidence = manifest.files.iter().any(|file| file.role == Role::Evidence);
    let evidence = if has_evidence { Evidence::read(&read(EVIDENCE)?).ok() } else { None };
    let text = match args.text_format {
        TextFormat::Json => {
            let state = evidence.as_ref().map_or(State::NotEvaluated, |evidence| evidence.state);
            let time = evidence.as_ref().and_then(|evidence| evidence.time);
            let verification = json!({ "state": state, "time": time.map(|time| time.to_rfc3339()) });
            let files = &manifest.files;
            let all = json!({ "line": line, "metadata": metadata, "verification": verification, "files": files });
            format!("{all:#}\n")
        }
        TextFormat::Text => in_words(&line, &metadata, &manifest, evidence.as_ref(), console.lang),
    };
    output::print_in(args.text_format, &text).map_err(one)?;
    Ok(Outcome::Done)
}

/// How the verification that is kept in a package ended.
fn verification(evidence: Option<&Evidence>, lang: Lang) -> String {
    let state = match evidence.map(|evidence| evidence.state) {
        Some(State::Passed) => msg!("đạt", "passed"),
        Some(State::Failed) => msg!("KHÔNG ĐẠT", "FAILED"),
        Some(State::NotEvaluated) | None => msg!("chưa đánh giá", "not evaluated"),
    };
    let state = state.text(lang).to_owned();
    let Some(evidence) = evidence else { return state };
    let time = evidence.time.map(|time| time.to_rfc3339());
    let more: Vec<String> = [plain(&evidence.signatures)].into_iter().chain(time).collect();
    format!("{state} ({})", more.join("; "))
}

fn in_words(line: &Line, metadata: &Metadata, manifest: &Manifest, evidence: Option<&Evidence>, lang: Lang) -> String {
    let say = |vi: &'static str, en: &'static str| if lang == Lang::Vi { vi } else { en };
    let given = |text: &Option<String>| plain(text.as_deref().unwrap_or_default());
    let signers = metadata.signer_info.iter().map(|signer| {
        let parts = [&signer.position, &signer.full_name].into_iter().flatten().map(|part| plain(part));
        parts.collect::<Vec<_>>().join(" ")
    });
    let head = fields(
        &[
            (say("Mã gói", "Package"), line.package.clone()),
            (say("Số, ký hiệu", "Symbol"), plain(&line.symbol)),
            (say("Loạt số", "Series"), plain(&line.series)),
            (say("Ngày", "Date"), line.date.format("%d/%m/%Y").to_string()),
            (say("Loại", "Type"), given(&metadata.type_name)),
            (say("Cơ quan", "Organ"), given(&metadata.organ_name)),
            (say("Trích yếu", "Abstract"), plain(&line.subject)),
            (say("Người ký", "Signers"), signers.collect::<Vec<_>>().join("; ")),
            (say("Số trang", "Pages"), metadata.page_amount.map(|pages| pages.to_string()).unwrap_or_default()),
            (say("Bảo quản", "Kept for"), given(&metadata.maintenance)),
            (say("Vào sổ", "Entered"), format!("{} ({})", plain(&line.entered), line.sequence)),
            (say("Kết quả kiểm tra", "Verification"), verification(evidence, lang)),
        ],
        0,
    );
    let files = manifest.files.iter().map(|file| vec![file.path.clone(), file.bytes.to_string(), plain(&file.sha256)]);
    format!("{head}\n{}", columns(&files.collect::<Vec<_>>(), 0))
}

/// The line of a package.
pub(super) fn line_of(archive: &Path, id: &str, console: &Console) -> Result<Line, Finding> {
    let (mut found, mut ids) = (None, Vec::new());
    each(archive, console, |line| {
        if line.package == id {
            found = Some(line);
        } else {
            ids.push(line.package);
        }
    })?;
    found.ok_or_else(|| {
        let finding = kinds::archive::NO_PACKAGE
            .finding(msg!("không có gói \"{id}\" trong sổ", "the register has no package \"{id}\""));
        match nearest(id, ids.iter().map(String::as_str)) {
            Some(near) => finding.meant(id, near),
            None => {
                let name = archive.display();
                finding.hint(msg!("xem `baocao archive list {name}`", "see `baocao archive list {name}`"))
            }
        }
    })
}
