//! `baocao import`, `baocao map`

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use baocao::exports::{Exports, by_map};
use baocao::{Limits, Templates};
use baocao_core::diagnostic::{Address, Finding, Lang, Place, Source, has_errors, unreadable};
use baocao_core::report::pointer_part;
use baocao_core::rows::Book;
use baocao_core::{kinds, msg};
use baocao_import::{map, workbook};
use serde_json::Value;

use super::args::{ImportArgs, MapArgs, MapCommand, MapNewArgs};
use super::output::Staged;
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
    let mut made = Made::new(args)?;
    let mut no_texts: Option<Finding> = None;
    let mut findings = by_map(&args.inputs, map, &templates, output::read, |name, report, text, came_from| {
        if let Some((pointer, path)) = made.missing_text(args, report) {
            let place = || came_from(pointer);
            no_texts = Some(match no_texts.take() {
                Some(finding) => {
                    finding.also_at(|| place().unwrap_or_else(|| Place::file(&Source::new(name, ""))), path)
                }
                None => missing_texts().at(place()).found(path),
            });
        }
        if args.explain {
            output::print_text(&account(name, report, came_from, console.lang))?;
        }
        made.add(name, text)
    })?;
    findings.extend(no_texts);
    findings.extend(made.wrong(args));
    console.show(&findings);
    if has_errors(&findings) {
        return Ok(Outcome::Refused);
    }
    made.keep(args, console)
}

/// Tells of texts that are not beside the reports that name them.
fn missing_texts() -> Finding {
    kinds::imports::NO_TEXTS
        .finding(msg!("chưa có lời văn mà báo cáo nêu", "the texts that a report names are not there"))
        .expected(msg!("đường dẫn tính từ thư mục chứa báo cáo", "a path from the folder of the report"))
}

/// Workbooks that this program wrote, each of which is one report.
fn workbooks(args: &ImportArgs, templates: &Templates, console: &Console) -> Result<Outcome, Finding> {
    let (limits, mut findings) = (Limits::default(), Vec::new());
    findings.extend(same_name(&args.inputs));
    if has_errors(&findings) {
        return Ok(refused(findings, console));
    }
    let exports = Exports::open(&args.inputs, &limits, &mut findings)?;
    if has_errors(&findings) {
        return Ok(refused(findings, console));
    }
    let books = &exports.books;
    let mut made = Made::new(args)?;
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
            output::print_text(&account(&stem(name), &report, &|_| None, console.lang))?;
        }
        let text = baocao_import::text(&report);
        made.add(&stem(name), &text)?;
    }
    findings.extend(exports.changed(&limits)?);
    findings.extend(made.wrong(args));
    console.show(&findings);
    if has_errors(&findings) {
        return Ok(Outcome::Refused);
    }
    made.keep(args, console)
}

/// The reports that were made, until they are moved to their places: a folder, or a file for the only one.
struct Made<'a> {
    staged: Option<Staged>,
    file: Option<&'a Path>,
    only: Option<String>,
    count: usize,
}

impl<'a> Made<'a> {
    fn new(args: &'a ImportArgs) -> Result<Self, Finding> {
        let to = args.output_dir.as_deref();
        let file = to.filter(|path| !path.is_dir() && path.extension().is_some_and(|end| end == "json"));
        to.filter(|_| file.is_none()).map_or(Ok(()), output::folder)?;
        let staged = to.filter(|_| file.is_none()).map(Staged::new).transpose()?;
        Ok(Self { staged, file, only: None, count: 0 })
    }

    fn add(&mut self, name: &str, text: &str) -> Result<(), Finding> {
        self.count += 1;
        if self.file.is_some() && self.count == 1 {
            self.only = Some(text.to_owned());
        }
        self.staged.as_mut().map_or(Ok(()), |staged| staged.add(&format!("{name}.json"), text.as_bytes()))
    }

    /// The path of the texts that a report names and that are not beside it, with its pointer in the report.
    fn missing_text(&self, args: &ImportArgs, report: &Value) -> Option<(&'static str, String)> {
        let to = args.output_dir.as_deref()?;
        let folder = if self.file.is_some() { to.parent()? } else { to };
        let named = ["/texts/folder", "/texts/file"].into_iter();
        let mut named = named.filter_map(|pointer| Some((pointer, report.pointer(pointer)?.as_str()?.to_owned())));
        named.find(|(_, path)| !folder.join(path).exists())
    }

    /// What is wrong with their places.
    fn wrong(&self, args: &ImportArgs) -> Option<Finding> {
        let Some(file) = self.file.filter(|_| self.count > 1) else {
            return self.staged.as_ref().and_then(|staged| left(staged, args));
        };
        let (count, folder) = (self.count, file.with_extension(""));
        let (file, folder) = (file.display(), folder.display());
        Some(
            kinds::imports::ONE_FILE
                .finding(msg!("{count} báo cáo không vào một tệp được", "{count} reports do not go into one file"))
                .found(format!("-o {file}"))
                .hint(msg!("nêu một thư mục: -o {folder}", "name a folder: -o {folder}")),
        )
    }

    /// Moves them to their places and says so.
    fn keep(self, args: &ImportArgs, console: &Console) -> Result<Outcome, Finding> {
        let Self { staged, file, only, count } = self;
        if let (Some(file), Some(text)) = (file, only) {
            output::write(file, text.as_bytes(), args.force)?;
            let file = file.display();
            console.say(
                &format!("đã viết {file}; kiểm tra: baocao check {file}"),
                &format!("wrote {file}; check it: baocao check {file}"),
            );
        }
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
}

/// What a report of a workbook is called: as the workbook.
fn stem(name: &str) -> String {
    let stem = Path::new(name).file_stem().and_then(|stem| stem.to_str());
    stem.filter(|stem| *stem != "-").unwrap_or("bao-cao").to_owned()
}

/// Reports of an earlier import that stay in the folder beside those that replace the others.
fn left(staged: &Staged, args: &ImportArgs) -> Option<Finding> {
    const SHOWN: usize = 5;
    let others = if args.force { staged.others(".json") } else { Vec::new() };
    let (count, folder) = (others.len(), args.output_dir.as_deref()?.display());
    let mut list = others.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    if count > SHOWN {
        list.push_str(", …");
    }
    (count > 0).then(|| {
        kinds::imports::LEFT_OVER
            .finding(msg!(
                "thư mục {folder} còn {count} báo cáo mà lần chuyển này không viết",
                "the folder {folder} has {count} reports that this import did not write"
            ))
            .found(list)
            .hint(msg!(
                "xóa báo cáo của đơn vị không còn trong tệp xuất, hoặc chuyển vào một thư mục trống",
                "remove reports of units that are no more in the export, or import into an empty folder"
            ))
    })
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

/// Where the values of a report came from, a line each: the cells that its `sources` name, then lines of the mapping, of the
/// base, of the list of units. What somebody wrote for all is told as well, for it is looked at once.
fn account(name: &str, report: &Value, came_from: &dyn Fn(&str) -> Option<Place>, lang: Lang) -> String {
    let mut text = format!("{name}.json\n");
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let sources = report.get("sources").and_then(Value::as_array).into_iter().flatten();
    for source in sources {
        let file = source.get("file").and_then(Value::as_str).unwrap_or_default();
        let cells = source.get("cells").and_then(Value::as_object).into_iter().flatten();
        for (pointer, cell) in cells {
            let of = |field: &str| cell.get(field).and_then(Value::as_str).unwrap_or_default();
            let at = Address::parse(of("at")).map(|at| at.shown(lang)).unwrap_or_default();
            let value = report.pointer(pointer).map(ToString::to_string).unwrap_or_default();
            text.push_str(&format!("  {pointer} = {value}  <- {file}, {at} ({})\n", of("label")));
            told.insert(pointer);
        }
    }
    let mut values = Vec::new();
    let fields = report.as_object().into_iter().flatten().filter(|(name, _)| name.as_str() != "sources");
    fields.for_each(|(name, value)| leaves(value, format!("/{}", pointer_part(name)), &mut values));
    for (pointer, value) in values.iter().filter(|(pointer, _)| !told.contains(pointer.as_str())) {
        if let Some(place) = came_from(pointer) {
            text.push_str(&format!("  {pointer} = {value}  <- {}\n", place.shown(lang)));
        }
    }
    text
}

/// The values of a report that are no objects or lists, by their JSON pointers.
fn leaves<'v>(value: &'v Value, pointer: String, found: &mut Vec<(String, &'v Value)>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| leaves(value, format!("{pointer}/{}", pointer_part(name)), found));
        }
        Value::Array(all) => {
            all.iter().enumerate().for_each(|(at, value)| leaves(value, format!("{pointer}/{at}"), found));
        }
        _ => found.push((pointer, value)),
    }
}

fn propose(args: &MapNewArgs, console: &Console) -> Result<Outcome, Finding> {
    output::ending(&args.output, &["toml"])?;
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
