//! `baocao copy`

use std::path::{Path, PathBuf};

use baocao::Composed;
use baocao::sources::{Sources, no_sources};
use baocao_archive::is_number;
use baocao_core::diagnostic::Finding;
use baocao_core::document::{CopyOrder, Issued};
use baocao_core::report::{CopyFile, ReportFile};
use baocao_core::{kinds, msg};
use baocao_sign::verify::Mark;

use super::args::{AgainstArgs, CopyArgs, FormArg};
use super::render::{office, onto_report, same_file};
use super::roots::Roots;
use super::verify::Verdict;
use super::{Console, Outcome, outcome, output};

pub(crate) fn run(args: &CopyArgs, console: &Console) -> Outcome {
    match copy(args, console) {
        Ok(outcome) => outcome,
        Err(finding) => console.fail(finding),
    }
}

fn copy(args: &CopyArgs, console: &Console) -> Result<Outcome, Finding> {
    if let Some(path) = &args.output {
        output::ending(path, &["pdf"])?;
    }
    let office = office(&args.office)?;
    let file = output::read_pdf(&args.source)?;
    let mut by = CopyFile {
        name: args.by.display().to_string(),
        bytes: output::read(&args.by, office.limits().report_bytes)?,
        order: CopyOrder {
            form: args.form.form(),
            electronic: args.electronic,
            sections: args.sections.clone(),
            issued: Issued::default(),
        },
    };
    let mut told = Vec::new();
    let name = args.source.display().to_string();
    let composed = if file.starts_with(b"%PDF-") {
        let sources = Sources::read(&name, &file)?;
        let record = sources.record.as_ref().ok_or_else(|| no_sources(&name))?;
        if record.copy.is_some() {
            return Err(of_copy(&name));
        }
        let altered = sources.altered();
        if !altered.is_empty() {
            return Ok(console.fail_all(altered));
        }
        by.order.issued = issued(args, &name, &file, &mut told);
        let inside = sources.inside(record)?;
        office.copy(ReportFile::new(inside.name, inside.bytes).beside(&inside.shelf, inside.folder), by)
    } else {
        let stand = Roots::new(args.office.root.as_deref())?.of(&args.source)?;
        office.copy(stand.report(&name, file), by)
    };
    let print = |composed: Composed| {
        let pages = office.pages(&composed, Some(&args.pdf_standard));
        pages.and_then(|pages| office.print(&pages, &args.pdf_standard).map(|file| (pages.count(), file)))
    };
    let baocao::Outcome { value, review, .. } = composed.and_then(print);
    let findings = [told, review.findings].concat();
    console.show(&findings);
    let Some((count, made)) = value else { return Ok(outcome(&findings)) };
    let target = target(args);
    if same_file(&args.source, &target) || same_file(&args.by, &target) {
        return Err(onto_report(&target));
    }
    output::write(&target, &made, args.force)?;
    if !output::is_standard(&target) {
        let name = target.display();
        console.say(&format!("đã viết {name} ({count} trang)"), &format!("wrote {name} ({count} pages)"));
    }
    Ok(Outcome::Done)
}

/// The number and the day that were stamped on a signed document. That it does not pass verification is told, and that pictures
/// of signatures are not copied.
fn issued(args: &CopyArgs, name: &str, file: &[u8], told: &mut Vec<Finding>) -> Issued {
    let (templates, font_dir) = (args.office.templates.clone(), args.office.font_dir.clone());
    let against = AgainstArgs {
        anchors: Vec::new(),
        revocation_data: Vec::new(),
        verified_at: None,
        no_rebuild: false,
        templates,
        font_dir,
    };
    let verdict = match Verdict::of(name, file, &against) {
        Ok(verdict) => verdict,
        Err(finding) => {
            let (vi, en) = (finding.message.vi, finding.message.en);
            told.push(kinds::copies::SOURCE_FAILED.finding(msg!("{vi}", "{en}")));
            return Issued::default();
        }
    };
    if verdict.failed() {
        told.push(
            kinds::copies::SOURCE_FAILED
                .finding(msg!("{name} không đạt kiểm tra", "{name} does not pass verification"))
                .hint(msg!("xem `baocao verify {name}`", "see `baocao verify {name}`")),
        );
    }
    if verdict.is_signed() {
        told.push(kinds::copies::NO_PICTURES.finding(msg!(
            "hình chữ ký và con dấu trên {name} không có trong bản sao",
            "the pictures of signatures and seal on {name} are not in the copy"
        )));
    }
    let number = verdict.stamped(Mark::Number).into_iter().find(|number| is_number(number)).map(str::to_owned);
    let days = verdict.stamped(Mark::Day).into_iter().filter_map(|day| day.parse().ok());
    Issued { number, day: days.into_iter().find(|day| (1..=31).contains(day)) }
}

/// Where the copy goes: as asked, or beside the source, its name with the form.
fn target(args: &CopyArgs) -> PathBuf {
    match &args.output {
        Some(path) => path.clone(),
        None if output::is_standard(&args.source) => PathBuf::from("-"),
        None => beside(&args.source, args.form),
    }
}

/// `bao-cao.json` as `bao-cao-sao-y.pdf`.
fn beside(source: &Path, form: FormArg) -> PathBuf {
    let mut name = source.file_stem().unwrap_or_default().to_owned();
    name.push(form.ending());
    source.with_file_name(name)
}

fn of_copy(name: &str) -> Finding {
    kinds::copies::OF_COPY
        .finding(msg!("{name} là một bản sao", "{name} is a copy"))
        .hint(msg!("dùng tệp của văn bản gốc", "use the file of the document itself"))
}
