//! `baocao render`

use std::path::{Path, PathBuf};

use baocao::sources::with_view;
use baocao::{Composed, Folder, Fonts, Limits, Office, Pages, Settings, Templates, png};
use baocao_core::diagnostic::{Finding, Severity, has_errors, worst};
use baocao_core::document::Portion;
use baocao_core::{kinds, msg};
use baocao_sign::add_fields;

use super::args::{BatchArgs, Format, OfficeArgs, RenderArgs};
use super::roots::{Roots, folder};
use super::settings::AllSettings;
use super::{Console, Outcome, batch, outcome, output, shown, watch};

pub(crate) fn run(args: &RenderArgs, console: &Console) -> Outcome {
    match (&args.results, &args.reports_to_render[..]) {
        (Some(results), inputs) => batch::run(&many(args, inputs, results), console),
        (None, [report]) if output::is_standard(report) || !report.is_dir() => one(report, args, console),
        (None, _) => console.fail(no_folder()),
    }
}

/// Several reports, made as a batch makes them.
fn many(args: &RenderArgs, inputs: &[PathBuf], results: &Path) -> BatchArgs {
    let (inputs, results) = (inputs.to_vec(), results.to_owned());
    let (standards, settings, office) = (args.pdf_standard.clone(), args.settings.clone(), args.office.clone());
    BatchArgs { force: args.force, ..BatchArgs::new(inputs, results, standards, args.strict, settings, office) }
}

fn one(report: &Path, args: &RenderArgs, console: &Console) -> Outcome {
    let format = match format(args) {
        Ok(format) => format,
        Err(finding) => return console.fail(finding),
    };
    if args.watch {
        return watch::run(report, args, console, &|force| made(report, args, format, force, console));
    }
    made(report, args, format, args.force, console)
}

/// What is made: as is asked for, or as the name of the result ends.
fn format(args: &RenderArgs) -> Result<Format, Finding> {
    let ending = args.output.as_deref().map(|path| output::ending(path, &["pdf", "png"])).transpose()?.flatten();
    // A device or a pipe has no ending; a folder is refused where it is written.
    if ending.is_none() && args.format.is_none() && args.output.as_deref().is_some_and(is_new_file) {
        return Err(no_ending());
    }
    let named = ending.map(|ending| if ending == "png" { Format::Png } else { Format::Pdf });
    match (args.format, named) {
        (Some(asked), Some(named)) if asked != named => Err(other_ending(asked, named)),
        (asked, named) => Ok(asked.or(named).unwrap_or(Format::Pdf)),
    }
}

fn made(report: &Path, args: &RenderArgs, format: Format, force: bool, console: &Console) -> Outcome {
    let setting = match AllSettings::new(&args.settings).and_then(|mut all| all.of_folder(folder(report))) {
        Ok(setting) => setting,
        Err(findings) => return console.fail_all(findings),
    };
    let render = |office: &Office| render(report, args, (format, force), office, &setting.settings, console);
    let rendered = if args.watch {
        // Templates and fonts may have changed too, and the memory of each time is given back.
        parts(&args.office).and_then(|(templates, fonts)| render(&Office::new(templates, fonts, Limits::default())))
    } else {
        office(&args.office).and_then(render)
    };
    match rendered {
        Ok(outcome) => outcome,
        Err(finding) => console.fail(finding),
    }
}

fn render(
    report: &Path,
    args: &RenderArgs,
    (format, force): (Format, bool),
    office: &Office,
    settings: &Settings,
    console: &Console,
) -> Result<Outcome, Finding> {
    let bytes = output::read(report, office.limits().report_bytes)?;
    let name = report.display().to_string();
    let stand = Roots::new(args.office.root.as_deref())?.of(report)?;
    let fine = |findings: &[Finding]| !args.strict || worst(findings) < Some(Severity::Warning);
    let mut reviewed = office.review(stand.report(&name, bytes), settings);
    reviewed.value.take_if(|_| !fine(&reviewed.review.findings));
    let baocao::Outcome { value: made, review, .. } =
        reviewed.and_then(|composed| make(args, format, office, &composed));
    let (findings, exempted) = (review.findings, review.exempted.len());
    shown::show(&findings, exempted, &name, &args.office, console);
    let Some((count, files)) = made.filter(|_| fine(&findings)) else {
        return Ok(if fine(&findings) { outcome(&findings) } else { strict(&findings, console) });
    };
    let target = target(report, args, format);
    let named: Vec<(PathBuf, &[u8])> = files.iter().map(|(end, file)| (with_end(&target, end), &file[..])).collect();
    if let Some((path, _)) = named.iter().find(|(path, _)| same_file(report, path)) {
        return Err(onto_report(path));
    }
    if output::is_standard(&target) {
        match &files[..] {
            [(_, only)] => output::print(only)?,
            _ if format == Format::Pdf => return Err(several_files(files.len())),
            _ => return Err(several_pages(files.len())),
        }
    } else {
        output::write_all(&named, force)?;
        let name = named.first().map(|(path, _)| path.display().to_string()).unwrap_or_default();
        let more = if args.split_appendices { named.len() - 1 } else { 0 };
        match more {
            0 => console.say(&format!("đã viết {name} ({count} trang)"), &format!("wrote {name} ({count} pages)")),
            _ => console.say(
                &format!("đã viết {name} và {more} tệp khác ({count} trang)"),
                &format!("wrote {name} and {more} more files ({count} pages)"),
            ),
        }
    }
    Ok(Outcome::Done)
}

/// A file that is made, by what its name ends with.
type Named = (String, Vec<u8>);

/// How many pages there are, and the files that they become.
fn make(
    args: &RenderArgs,
    format: Format,
    office: &Office,
    composed: &Composed,
) -> baocao::Outcome<(usize, Vec<Named>)> {
    let standards = (format == Format::Pdf).then_some(&args.pdf_standard);
    let portions = if args.split_appendices {
        office.files(composed, standards)
    } else {
        office.pages(composed, standards).map(|pages| vec![(Portion::Whole, pages)])
    };
    portions.and_then(|portions| {
        let count = portions.iter().map(|(_, pages)| pages.count()).sum();
        let none = baocao::Outcome::of(|_| Some((count, Vec::new())));
        portions.iter().fold(none, |made, (portion, pages)| {
            made.and_then(|(count, mut files)| {
                written(args, format, office, *portion, pages).map(|more| {
                    files.extend(more);
                    (count, files)
                })
            })
        })
    })
}

/// The files of a part of a document: a PDF, or a PNG a page.
fn written(
    args: &RenderArgs,
    format: Format,
    office: &Office,
    portion: Portion,
    pages: &Pages,
) -> baocao::Outcome<Vec<Named>> {
    let own = match portion {
        Portion::Whole | Portion::Body => String::new(),
        Portion::Appendix(number) => format!("-phu-luc-{number}"),
    };
    match format {
        Format::Pdf => {
            let file = office.print(pages, &args.pdf_standard).and_then(|file| with_fields(file, args));
            file.map(|file| vec![(own, file)])
        }
        Format::Png => images(pages, args.ppi).map(|files| {
            files.into_iter().enumerate().map(|(index, file)| (format!("{own}-{}", index + 1), file)).collect()
        }),
    }
}

/// The file, with empty signature fields at its places where that is asked for.
fn with_fields(file: Vec<u8>, args: &RenderArgs) -> baocao::Outcome<Vec<u8>> {
    if !args.signature_fields {
        return baocao::Outcome::of(|_| Some(file));
    }
    baocao::Outcome::of(|findings| {
        let added =
            with_view("PDF", &file, |view| Ok(baocao_pdf::places(view))).and_then(|places| add_fields(&file, &places));
        added.map_err(|finding| findings.push(finding)).ok()
    })
}

fn images(pages: &Pages, ppi: u16) -> baocao::Outcome<Vec<Vec<u8>>> {
    baocao::Outcome::of(|findings| {
        let images: Result<_, String> = png(pages, f64::from(ppi)).collect();
        let failed = |reason: String| {
            kinds::typesetting::NO_IMAGE.finding(msg!("không tạo được ảnh PNG", "the PNG cannot be made")).found(reason)
        };
        images.map_err(|reason| findings.push(failed(reason))).ok()
    })
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
fn target(report: &Path, args: &RenderArgs, format: Format) -> PathBuf {
    let ending = match format {
        Format::Pdf => "pdf",
        Format::Png => "png",
    };
    match &args.output {
        Some(path) => path.clone(),
        None if output::is_standard(report) => PathBuf::from("-"),
        None => report.with_extension(ending),
    }
}

/// `bao-cao.png` as `bao-cao-1.png`, `bao-cao.pdf` as `bao-cao-phu-luc-1.pdf`.
fn with_end(target: &Path, end: &str) -> PathBuf {
    if end.is_empty() {
        return target.to_owned();
    }
    let mut name = target.file_stem().unwrap_or_default().to_owned();
    name.push(end);
    if let Some(ending) = target.extension() {
        name.push(".");
        name.push(ending);
    }
    target.with_file_name(name)
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

/// Whether a result would be a file: not standard output, nor a folder, nor a device.
fn is_new_file(path: &Path) -> bool {
    !output::is_standard(path) && (!path.exists() || path.is_file())
}

fn no_ending() -> Finding {
    kinds::settings::WRONG_CALL
        .finding(msg!("tên kết quả không có đuôi tệp", "the name of the result has no ending"))
        .expected(msg!("tên kết quả kết thúc bằng .pdf hoặc .png", "the name of the result ends with .pdf or .png"))
}

fn other_ending(asked: Format, named: Format) -> Finding {
    let name = |format| if format == Format::Pdf { "pdf" } else { "png" };
    let (asked, named) = (name(asked), name(named));
    kinds::settings::WRONG_CALL
        .finding(msg!(
            "--format {asked} mà tên kết quả kết thúc bằng .{named}",
            "--format {asked}, and the name of the result ends with .{named}"
        ))
        .hint(msg!("bỏ --format, hoặc đổi đuôi tên tệp", "leave --format out, or give the file another ending"))
}

fn no_folder() -> Finding {
    kinds::settings::WRONG_CALL
        .finding(msg!("nhiều báo cáo thì phải có thư mục kết quả", "several reports need a folder of results"))
        .hint(msg!("thêm -d THƯ_MỤC", "add -d FOLDER"))
}

fn several_files(count: usize) -> Finding {
    kinds::settings::WRONG_CALL
        .finding(msg!(
            "đầu ra chuẩn chỉ nhận được một tệp, ở đây có {count}",
            "standard output takes one file, here are {count}"
        ))
        .hint(msg!("ghi ra tệp bằng -o bao-cao.pdf", "write to files with -o report.pdf"))
}

fn several_pages(count: usize) -> Finding {
    kinds::files::SEVERAL_PAGES
        .finding(msg!(
            "đầu ra chuẩn chỉ nhận được một ảnh, văn bản có {count} trang",
            "standard output takes one image, the document has {count} pages"
        ))
        .hint(msg!("ghi ra tệp bằng -o trang.png", "write to files with -o page.png"))
}

/// The office that the arguments describe. It stays until the program ends: to give back its memory piece by piece would
/// take longer than a page.
pub(crate) fn office(args: &OfficeArgs) -> Result<&'static Office, Finding> {
    let (templates, fonts) = parts(args)?;
    Ok(Box::leak(Box::new(Office::new(templates, fonts, Limits::default()))))
}

/// What the office of the arguments brings.
pub(crate) fn parts(args: &OfficeArgs) -> Result<(Templates, Fonts), Finding> {
    let mut fonts = Fonts::built_in();
    if let Some(folder) = &args.font_dir {
        fonts = fonts.with_shelf(&Folder::new(folder), &Limits::default())?;
    }
    Ok((templates(args.templates.as_deref())?, fonts))
}

/// The built-in templates, perhaps under those of a folder.
pub(crate) fn templates(folder: Option<&Path>) -> Result<Templates, Finding> {
    match folder {
        Some(folder) => Templates::built_in().overlay(&Folder::new(folder)),
        None => Ok(Templates::built_in()),
    }
}
