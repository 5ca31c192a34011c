//! `baocao import`, `baocao map`

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use baocao::{Limits, Templates};
use baocao_core::diagnostic::{Address, Finding, Lang, has_errors, unreadable};
use baocao_core::report::{self, Input};
use baocao_core::rows::Book;
use baocao_core::{kinds, msg};
use baocao_import::map::{self, Mapping, Opened};
use baocao_import::{Draft, workbook};
use serde_json::Value;

use super::args::{ImportArgs, MapArgs, MapCommand, MapNewArgs};
use super::output::Staged;
use super::roots::Roots;
use super::{Console, Outcome, new, outcome, output, render};

pub(crate) fn run(args: &ImportArgs, console: &Console) -> Outcome {
    import(args, console).unwrap_or_else(|finding| console.fail(finding))
}

pub(crate) fn run_map(args: &MapArgs, console: &Console) -> Outcome {
    let MapCommand::New(args) = &args.command;
    propose(args, console).unwrap_or_else(|finding| console.fail(finding))
}

fn import(args: &ImportArgs, console: &Console) -> Result<Outcome, Finding> {
    let templates = render::templates(args.templates.as_deref())?;
    let Some(map) = &args.map else { return workbooks(args, &templates, console) };
    let mut staged = args.output_dir.as_deref().map(Staged::new).transpose()?;
    let mut count = 0;
    let findings = by_map(&args.inputs, map, &templates, |name, report, text| {
        count += 1;
        if args.explain {
            output::print(account(name, report, console.lang).as_bytes())?;
        }
        staged.as_mut().map_or(Ok(()), |staged| staged.add(&format!("{name}.json"), text.as_bytes()))
    })?;
    console.show(&findings);
    if has_errors(&findings) {
        return Ok(Outcome::Refused);
    }
    keep(staged, count, args, console)
}

/// The reports that a mapping makes of exports: each with its name, as a value and as text. What is found is given back;
/// where it forbids the import, what was made is of no use.
pub(crate) fn by_map(
    inputs: &[PathBuf],
    map: &Path,
    templates: &Templates,
    mut each: impl FnMut(&str, &Value, &str) -> Result<(), Finding>,
) -> Result<Vec<Finding>, Finding> {
    let (limits, mut findings) = (Limits::default(), Vec::new());
    let stand = Roots::new(None)?.of(map)?;
    let bytes = output::read(map, limits.config_bytes)?;
    let opened = Opened::read(stand.report(&map.display().to_string(), bytes), &limits, &mut findings);
    let Some(opened) = opened else { return Ok(findings) };
    let set = templates.load(&opened.file.set, Some(opened.set_place()), &mut findings);
    let mapping = set.as_ref().and_then(|set| Mapping::new(&opened, set, &mut findings));
    let Some(mapping) = mapping else { return Ok(findings) };
    let exports = read(inputs, &limits, &mut findings)?;
    if has_errors(&findings) {
        return Ok(findings);
    }
    let mut reports = mapping.reports(&exports.books, &mut findings);
    while let Some(draft) = reports.next(&mut findings) {
        let report = draft.report(&exports.hashes);
        let text = baocao_import::text(&report);
        check(&draft, &text, &limits, &mut findings);
        each(&draft.name, &report, &text)?;
    }
    findings.extend(exports.changed(&limits)?);
    Ok(findings)
}

/// Workbooks that this program wrote, each of which is one report.
fn workbooks(args: &ImportArgs, templates: &Templates, console: &Console) -> Result<Outcome, Finding> {
    let (limits, mut findings) = (Limits::default(), Vec::new());
    findings.extend(same_name(&args.inputs));
    if has_errors(&findings) {
        return Ok(refused(findings, console));
    }
    let exports = read(&args.inputs, &limits, &mut findings)?;
    if has_errors(&findings) {
        return Ok(refused(findings, console));
    }
    let books = &exports.books;
    // One workbook may become a file of any name.
    let file =
        args.output_dir.as_deref().filter(|path| books.len() == 1 && path.extension().is_some_and(|end| end == "json"));
    let mut only = None;
    let folder = args.output_dir.as_deref().filter(|_| file.is_none());
    let mut staged = folder.map(Staged::new).transpose()?;
    for book in books {
        let name = &book.source.name;
        let asked = args
            .set_of_workbook
            .as_deref()
            .map(|level| new::set_name(templates, level).map(str::to_owned))
            .transpose()?;
        let Some(set) = asked.or_else(|| workbook::set_name(book)) else { return Err(no_map(Path::new(name))) };
        let Some(set) = templates.load(&set, None, &mut findings) else { continue };
        let hash = exports.hashes.get(name).map_or("", |hash| hash);
        let Some(report) = workbook::read(book, hash, &set, &mut findings) else { continue };
        if args.explain {
            output::print(account(&stem(name), &report, console.lang).as_bytes())?;
        }
        let text = baocao_import::text(&report);
        match &mut staged {
            Some(staged) => staged.add(&format!("{}.json", stem(name)), text.as_bytes())?,
            None => only = Some(text),
        }
    }
    findings.extend(exports.changed(&limits)?);
    console.show(&findings);
    if has_errors(&findings) {
        return Ok(Outcome::Refused);
    }
    if let (Some(file), Some(text)) = (file, only) {
        output::write(file, text.as_bytes(), args.force)?;
        let file = file.display();
        console.say(
            &format!("đã viết {file}; kiểm tra: baocao check {file}"),
            &format!("wrote {file}; check it: baocao check {file}"),
        );
        return Ok(Outcome::Done);
    }
    keep(staged, books.len(), args, console)
}

/// What a report of a workbook is called: as the workbook.
fn stem(name: &str) -> String {
    let stem = Path::new(name).file_stem().and_then(|stem| stem.to_str());
    stem.filter(|stem| *stem != "-").unwrap_or("bao-cao").to_owned()
}

/// Moves the reports to their places and says so.
fn keep(staged: Option<Staged>, count: usize, args: &ImportArgs, console: &Console) -> Result<Outcome, Finding> {
    if let (Some(staged), Some(folder)) = (staged, &args.output_dir) {
        staged.keep(args.force)?;
        let folder = folder.display();
        console.say(
            &format!("đã viết {count} báo cáo vào {folder}; kiểm tra: baocao check {folder}"),
            &format!("wrote {count} reports to {folder}; check them: baocao check {folder}"),
        );
    }
    Ok(Outcome::Done)
}

/// Workbooks whose reports would be called the same.
fn same_name(inputs: &[PathBuf]) -> Vec<Finding> {
    let mut first: BTreeMap<String, &PathBuf> = BTreeMap::new();
    let mut findings = Vec::new();
    for path in inputs {
        let name = stem(&path.display().to_string());
        // Not every file system tells small letters from capitals.
        let Some(other) = first.insert(name.to_lowercase(), path) else { continue };
        let (one, two) = (other.display(), path.display());
        findings.push(
            kinds::imports::SAME_NAME
                .finding(msg!(
                    "{one} và {two} cùng cho ra báo cáo {name}.json",
                    "{one} and {two} would both become the report {name}.json"
                ))
                .hint(msg!(
                    "đổi tên một tệp, hoặc chuyển từng tệp vào một thư mục riêng",
                    "rename one of the files, or import each into a folder of its own"
                )),
        );
    }
    findings
}

/// Exports that are open.
struct Exports<'a> {
    books: Vec<Book>,
    /// Their SHA-256 by their names.
    hashes: BTreeMap<String, String>,
    /// Those that may change while they are read.
    files: Vec<&'a Path>,
}

fn read<'a>(inputs: &'a [PathBuf], limits: &Limits, findings: &mut Vec<Finding>) -> Result<Exports<'a>, Finding> {
    let mut exports = Exports { books: Vec::new(), hashes: BTreeMap::new(), files: Vec::new() };
    for path in inputs {
        let name = path.display().to_string();
        let failed = |error: io::Error| unreadable(path, &error);
        let (file, is_there) = output::open(path, limits.stream_bytes)?;
        exports.hashes.insert(name.clone(), map::hash_of((&file).take(limits.stream_bytes)).map_err(failed)?);
        exports.files.extend(is_there.then_some(path.as_path()));
        exports.books.extend(Book::open(&name, Box::new(file), &limits.of_imports(), findings).map_err(failed)?);
    }
    Ok(exports)
}

impl Exports<'_> {
    /// Those that are no more what they were when they were read.
    fn changed(&self, limits: &Limits) -> Result<Vec<Finding>, Finding> {
        let mut findings = Vec::new();
        for path in &self.files {
            let (file, _) = output::open(path, limits.stream_bytes)?;
            let name = path.display();
            let now = map::hash_of(file.take(limits.stream_bytes)).map_err(|error| unreadable(path, &error))?;
            if self.hashes.get(&name.to_string()) != Some(&now) {
                let message = msg!("tệp {name} đã thay đổi trong lúc đọc", "the file {name} changed while it was read");
                findings.push(kinds::imports::CHANGED.finding(message));
            }
        }
        Ok(findings)
    }
}

/// Holds a report that was made against its schema. What is wrong with all of them is told of the first.
fn check(draft: &Draft, text: &str, limits: &Limits, findings: &mut Vec<Finding>) {
    let mut found = Vec::new();
    let name = format!("{}.json", draft.name);
    if let Some(input) = Input::parse(&name, text.as_bytes().to_vec(), limits, &mut found) {
        report::read(&input, &mut found);
    }
    let known = |finding: &Finding, findings: &[Finding]| {
        findings.iter().any(|other| other.id == finding.id && other.message == finding.message)
    };
    for finding in found {
        if !known(&finding, findings) {
            findings.push(finding);
        }
    }
}

/// Where the values of a report came from, a line each, as its `sources` have it.
fn account(name: &str, report: &Value, lang: Lang) -> String {
    let mut text = format!("{name}.json\n");
    let sources = report.get("sources").and_then(Value::as_array).into_iter().flatten();
    for source in sources {
        let file = source.get("file").and_then(Value::as_str).unwrap_or_default();
        let cells = source.get("cells").and_then(Value::as_object).into_iter().flatten();
        for (pointer, cell) in cells {
            let of = |field: &str| cell.get(field).and_then(Value::as_str).unwrap_or_default();
            let at = Address::parse(of("at")).map(|at| at.shown(lang)).unwrap_or_default();
            let value = report.pointer(pointer).map(ToString::to_string).unwrap_or_default();
            text.push_str(&format!("  {pointer} = {value}  <- {file}, {at} ({})\n", of("label")));
        }
    }
    text
}

fn propose(args: &MapNewArgs, console: &Console) -> Result<Outcome, Finding> {
    let (limits, mut findings) = (Limits::default(), Vec::new());
    let templates: Templates = render::templates(args.templates.as_deref())?;
    let name = new::set_name(&templates, &args.of_set)?;
    let path = &args.export_file;
    let (file, _) = output::open(path, limits.stream_bytes)?;
    let book = Book::open(&path.display().to_string(), Box::new(file), &limits.of_imports(), &mut findings);
    let book = book.map_err(|error| unreadable(path, &error))?;
    let set = templates.load(name, None, &mut findings);
    let (Some(book), Some(set)) = (book, set) else { return Ok(refused(findings, console)) };
    let Some(text) = map::propose(&book, args.sheet.as_deref(), &set, &mut findings) else {
        return Ok(refused(findings, console));
    };
    output::write(&args.output, text.as_bytes(), args.force)?;
    console.show(&findings);
    if !output::is_standard(&args.output) {
        let (path, map) = (path.display(), args.output.display());
        console.say(
            &format!("đã viết {map}; đọc lại rồi chuyển: baocao import {path} --map {map} -o bao-cao"),
            &format!("wrote {map}; read it, then: baocao import {path} --map {map} -o reports"),
        );
    }
    Ok(outcome(&findings))
}

fn refused(findings: Vec<Finding>, console: &Console) -> Outcome {
    console.show(&findings);
    Outcome::Refused
}

fn no_map(input: &Path) -> Finding {
    let name = input.display();
    kinds::imports::NO_SET
        .finding(msg!("không biết {name} thuộc bộ mẫu nào", "it is not known which set {name} is of"))
        .hint(msg!(
            "thêm --map MAP.toml; bản đề xuất: baocao map new {name} --set BỘ_MẪU",
            "add --map MAP.toml; for a proposal: baocao map new {name} --set SET"
        ))
}
