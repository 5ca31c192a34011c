//! `baocao render`

use std::path::{Path, PathBuf};

use baocao::check::Settings;
use baocao::diagnostic::{Finding, Severity, has_errors, worst};
use baocao::report::Limits;
use baocao::template::Templates;
use baocao::typeset::{self, Fonts, Pages};
use baocao::{Composed, Office, msg};
use baocao_core::kinds;

use super::args::{Format, OfficeArgs, RenderArgs};
use super::settings::AllSettings;
use super::{Console, Outcome, outcome, output, shown};

pub(crate) fn run(args: &RenderArgs, console: &Console) -> Outcome {
    let folder = folder(&args.report);
    let setting = match AllSettings::new(&args.settings).and_then(|mut all| all.of_folder(folder)) {
        Ok(setting) => setting,
        Err(findings) => return console.fail_all(findings),
    };
    match office(&args.office).and_then(|office| render(args, &office, &setting.settings, console)) {
        Ok(outcome) => outcome,
        Err(finding) => console.fail(finding),
    }
}

/// The folder of a report, in which files beside it are looked for; of standard input, the current one.
pub(crate) fn folder(report: &Path) -> &Path {
    if output::is_standard(report) { Path::new("") } else { report.parent().unwrap_or(Path::new("")) }
}

fn render(args: &RenderArgs, office: &Office, settings: &Settings, console: &Console) -> Result<Outcome, Finding> {
    let bytes = output::read(&args.report, office.limits().file_bytes)?;
    let name = args.report.display().to_string();
    let (composed, review) = office.review(&name, bytes, folder(&args.report), settings);
    let (mut findings, exempted) = (review.findings, review.exempted.len());
    let fine = |findings: &[Finding]| !args.strict || worst(findings) < Some(Severity::Warning);
    let made = composed.filter(|_| fine(&findings)).and_then(|composed| make(args, office, &composed, &mut findings));
    shown::show(&findings, exempted, &name, &args.office, console);
    let Some((pages, files)) = made.filter(|_| fine(&findings)) else {
        return Ok(if fine(&findings) { outcome(&findings) } else { strict(&findings, console) });
    };
    let target = target(args);
    if same_file(&args.report, &target) {
        return Err(onto_report(&target));
    }
    if output::is_standard(&target) {
        match &files[..] {
            [only] => output::print(only)?,
            _ => return Err(several_pages(files.len())),
        }
    } else {
        let named: Vec<(PathBuf, &[u8])> = match args.format {
            Format::Pdf => files.iter().map(|file| (target.clone(), &file[..])).collect(),
            Format::Png => {
                files.iter().enumerate().map(|(index, file)| (page_name(&target, index + 1), &file[..])).collect()
            }
        };
        output::write_all(&named, args.force)?;
        let (count, name) = (pages.count(), named.first().map(|(path, _)| path.display().to_string()));
        let name = name.unwrap_or_default();
        console.say(&format!("đã viết {name} ({count} trang)"), &format!("wrote {name} ({count} pages)"));
    }
    Ok(Outcome::Done)
}

/// The pages and the files that they become.
fn make(
    args: &RenderArgs,
    office: &Office,
    composed: &Composed,
    findings: &mut Vec<Finding>,
) -> Option<(Pages, Vec<Vec<u8>>)> {
    let attach = args.format == Format::Pdf && args.pdf_standard.allow_attachment();
    let pages = office.pages(composed, attach, findings)?;
    let files = match args.format {
        Format::Pdf => vec![typeset::pdf(&pages, &args.pdf_standard, findings)?],
        Format::Png => match typeset::png(&pages, f64::from(args.ppi)).collect() {
            Ok(files) => files,
            Err(reason) => {
                findings.push(
                    kinds::typesetting::NO_IMAGE
                        .finding(msg!("không tạo được ảnh PNG", "the PNG cannot be made"))
                        .found(reason),
                );
                return None;
            }
        },
    };
    Some((pages, files))
}

/// With `--strict` warnings forbid the document as errors do.
fn strict(findings: &[Finding], console: &Console) -> Outcome {
    if !has_errors(findings) {
        console.say("không ghi tệp: có cảnh báo (--strict)", "no file is written: there are warnings (--strict)");
    }
    Outcome::Refused
}

/// Where the result goes: as asked, or beside the report, or to standard output where the report came from standard
/// input.
fn target(args: &RenderArgs) -> PathBuf {
    let ending = match args.format {
        Format::Pdf => "pdf",
        Format::Png => "png",
    };
    match &args.output {
        Some(path) => path.clone(),
        None if output::is_standard(&args.report) => PathBuf::from("-"),
        None => args.report.with_extension(ending),
    }
}

/// `bao-cao.png` as `bao-cao-1.png`.
fn page_name(target: &Path, number: usize) -> PathBuf {
    let stem = target.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    target.with_file_name(format!("{stem}-{number}.png"))
}

/// Whether two paths lead to one file.
pub(crate) fn same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// Not even `--force` may replace the report by what was made of it.
pub(crate) fn onto_report(path: &Path) -> Finding {
    let name = path.display();
    kinds::files::ONTO_REPORT
        .finding(msg!("{name} chính là tệp báo cáo", "{name} is the report itself"))
        .hint(msg!("chọn tên khác cho kết quả bằng -o", "choose another name for the result with -o"))
}

fn several_pages(count: usize) -> Finding {
    kinds::files::SEVERAL_PAGES
        .finding(msg!(
            "đầu ra chuẩn chỉ nhận được một ảnh, văn bản có {count} trang",
            "standard output takes one image, the document has {count} pages"
        ))
        .hint(msg!("ghi ra tệp bằng -o trang.png", "write to files with -o page.png"))
}

/// The office that the arguments describe.
pub(crate) fn office(args: &OfficeArgs) -> Result<Office, Finding> {
    let mut fonts = Fonts::built_in();
    if let Some(folder) = &args.font_dir {
        fonts = fonts.with_folder(folder)?;
    }
    Ok(Office::new(templates(args.templates.as_deref())?, fonts, Limits::default()))
}

/// The built-in templates, perhaps under those of a folder.
pub(crate) fn templates(folder: Option<&Path>) -> Result<Templates, Finding> {
    match folder {
        Some(folder) => Templates::built_in().overlay(folder),
        None => Ok(Templates::built_in()),
    }
}
