//! What a batch makes documents of: reports, folders of them, lines of NDJSON. What each document is called is known before
//! any is made.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use baocao::exports::by_map;
use baocao::files::too_large;
use baocao::{Limits, Templates};
use baocao_batch::{Pattern, collisions};
use baocao_core::diagnostic::{Finding, has_errors, unreadable};
use baocao_core::digest::sha256;
use baocao_core::{kinds, msg};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::cli::maker::{Job, changed, lock};
use crate::cli::{Console, check, output};

/// One document to make.
#[derive(Debug)]
pub(super) struct Item {
    /// The path of the document below the folder of results.
    pub(super) id: String,
    /// How the user knows the report.
    pub(super) name: String,
    /// The hash of the report where it was read to find the document's name: it must be the same when it is made.
    hash: Option<String>,
    /// Why its document cannot be given the name that was asked for.
    nameless: Option<Finding>,
    from: From,
}

/// Where a report comes from.
#[derive(Debug)]
enum From {
    File(PathBuf),
    /// A line of a file, which begins at so many bytes and has so many. The files beside it are looked for beside `stand`.
    Line {
        file: Arc<Mutex<File>>,
        stand: Arc<PathBuf>,
        offset: u64,
        bytes: usize,
    },
}

/// A line that says itself what its report is called.
#[derive(Deserialize)]
struct Named<'a> {
    id: Option<Value>,
    #[serde(borrow)]
    report: Option<&'a RawValue>,
}

impl Item {
    /// The report as it is now.
    pub(super) fn read(&self, most: usize) -> Result<Vec<u8>, Finding> {
        match &self.from {
            From::File(path) => output::read(path, most),
            From::Line { file, offset, bytes, .. } => {
                // One byte more than may be is enough to see that it is too large.
                let mut line = vec![0; (*bytes).min(most.saturating_mul(2) + 1)];
                let mut file = lock(file);
                let read = file.seek(SeekFrom::Start(*offset)).and_then(|_| file.read_exact(&mut line));
                read.map_err(|error| unreadable(Path::new(&self.name), &error))?;
                Ok(report_of(&line).to_vec())
            }
        }
    }

    /// The report to make a document of; the finding says why it cannot be read, or that it is another by now.
    pub(super) fn job(&self, most: usize) -> Result<Job, Finding> {
        if let Some(finding) = &self.nameless {
            return Err(finding.clone());
        }
        let bytes = self.read(most)?;
        if self.hash.as_ref().is_some_and(|hash| *hash != sha256(&bytes)) {
            return Err(changed(&self.name));
        }
        let path = match &self.from {
            From::File(path) => path.clone(),
            From::Line { stand, .. } => PathBuf::clone(stand),
        };
        Ok(Job { id: self.id.clone(), name: self.name.clone(), path, bytes })
    }
}

/// The report of a line: the line itself, or the part of it that holds the report.
fn report_of(line: &[u8]) -> &[u8] {
    match serde_json::from_slice::<Named<'_>>(line) {
        Ok(Named { report: Some(report), .. }) => report.get().as_bytes(),
        _ => line.trim_ascii_end(),
    }
}

/// A report before its document has a name.
struct Found {
    stem: String,
    name: String,
    from: From,
}

/// Finds reports and names their documents.
pub(super) struct Finder<'a> {
    pattern: &'a Pattern,
    most: usize,
    found: Vec<Found>,
}

impl<'a> Finder<'a> {
    /// A finder of reports of at most so many bytes.
    pub(super) fn new(pattern: &'a Pattern, most: usize) -> Self {
        Self { pattern, most, found: Vec::new() }
    }

    /// The reports of a path: one, those right in a folder, or those of the lines of a file.
    pub(super) fn path(&mut self, path: &Path, console: &Console) -> Result<(), Finding> {
        if path.is_dir() {
            for file in check::of_folder(path, self.most, console)? {
                self.file(&file);
            }
            return Ok(());
        }
        let failed = |error| unreadable(path, &error);
        let (mut file, _) = output::open(path, u64::MAX)?;
        if has_lines(&mut file, self.most).map_err(failed)? {
            return self.lines(file, Some(&path.display().to_string()), path).map_err(failed);
        }
        self.file(path);
        Ok(())
    }

    /// The report or reports of standard input, which can be read only once. The files beside them are looked for in the
    /// current folder.
    pub(super) fn standard_input(&mut self) -> Result<(), Finding> {
        let here = Path::new("-");
        let failed = |error| unreadable(here, &error);
        let mut kept = tempfile::tempfile().map_err(failed)?;
        let most = Limits::default().stream_bytes;
        if io::copy(&mut io::stdin().lock().take(most + 1), &mut kept).map_err(failed)? > most {
            return Err(too_large(here, most));
        }
        if has_lines(&mut kept, self.most).map_err(failed)? {
            return self.lines(kept, Some("stdin"), here).map_err(failed);
        }
        let bytes = usize::try_from(kept.metadata().map_err(failed)?.len()).unwrap_or(usize::MAX);
        let (file, stand) = (Arc::new(Mutex::new(kept)), Arc::new(here.to_owned()));
        let from = From::Line { file, stand, offset: 0, bytes };
        self.found.push(Found { stem: "stdin".to_owned(), name: "-".to_owned(), from });
        Ok(())
    }

    /// The reports that a mapping makes of exports, and what is found meanwhile. The files beside them are looked for beside
    /// the mapping.
    pub(super) fn exports(
        &mut self,
        inputs: &[PathBuf],
        map: &Path,
        templates: &Templates,
    ) -> Result<Vec<Finding>, Finding> {
        let failed = |error| unreadable(map, &error);
        let mut kept = BufWriter::new(tempfile::tempfile().map_err(failed)?);
        let findings = by_map(inputs, map, templates, output::read, |name, report, _, _| {
            writeln!(kept, "{}", json!({ "id": name, "report": report })).map_err(failed)
        })?;
        if !has_errors(&findings) {
            let kept = kept.into_inner().map_err(|error| failed(error.into_error()))?;
            self.lines(kept, None, map).map_err(failed)?;
        }
        Ok(findings)
    }

    fn file(&mut self, path: &Path) {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        self.found.push(Found { stem, name: path.display().to_string(), from: From::File(path.to_owned()) });
    }

    /// The reports of the lines of a file, which the user knows by a name; without one each says what it is called. The files
    /// beside them stand beside `stand`.
    fn lines(&mut self, mut file: File, name: Option<&str>, stand: &Path) -> io::Result<()> {
        let stem = Path::new(name.unwrap_or_default())
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        file.rewind()?;
        let shared = Arc::new(Mutex::new(file.try_clone()?));
        let (mut file, stand) = (BufReader::new(file), Arc::new(stand.to_owned()));
        let (mut offset, mut number) = (0_u64, 0_usize);
        loop {
            // Of a line that is too long no more is held than shows that.
            let mut line = Vec::new();
            let mut read = file.by_ref().take(self.most as u64 * 2 + 1).read_until(b'\n', &mut line)?;
            if read == 0 {
                return Ok(());
            }
            if !line.ends_with(b"\n") {
                read += output::skip_line(&mut file)?;
            }
            number += 1;
            // Files that were put one behind the other may each begin with a mark.
            let marks = output::marks(&line);
            let line = line.get(marks..).unwrap_or_default();
            if !line.iter().all(u8::is_ascii_whitespace) {
                let own = serde_json::from_slice::<Named<'_>>(line).ok().filter(|named| named.report.is_some());
                let own = own.and_then(|named| match named.id? {
                    Value::String(id) => Some(id),
                    Value::Number(id) => Some(id.to_string()),
                    _ => None,
                });
                let (offset, bytes) = (offset + marks as u64, read - marks);
                let from = From::Line { file: Arc::clone(&shared), stand: Arc::clone(&stand), offset, bytes };
                let stem = own.unwrap_or_else(|| format!("{stem}-{number}"));
                let name = name.map_or_else(|| format!("{stem}.json"), |name| format!("{name}#{number}"));
                self.found.push(Found { stem, name, from });
            }
            offset += read as u64;
        }
    }

    /// The documents, named; or which names are given twice, which forbids that any is made. A report that the pattern
    /// cannot name is called as its input until it is told of.
    pub(super) fn items(self) -> Result<Vec<Item>, Vec<Finding>> {
        let Self { pattern, most, found } = self;
        let mut items = Vec::new();
        for (index, Found { stem, name, from }) in found.into_iter().enumerate() {
            let mut item = Item { id: String::new(), name, hash: None, nameless: None, from };
            let mut report = Some(Value::Null);
            if pattern.asks_for_fields() {
                let bytes = item.read(most).unwrap_or_default();
                item.hash = Some(sha256(&bytes));
                report = serde_json::from_slice(&bytes).ok();
            }
            let number = index + 1;
            let named = report.map(|report| pattern.fill(&stem, number, &report));
            if let Some(Err(field)) = &named {
                item.nameless = Some(no_name(&item.name, field));
            }
            let by_stem = || Pattern::default().fill(&stem, number, &Value::Null);
            item.id = named.and_then(Result::ok).or_else(|| by_stem().ok()).unwrap_or_else(|| format!("{number}.pdf"));
            items.push(item);
        }
        let collisions = collisions(items.iter().map(|item| item.id.as_str()));
        if collisions.is_empty() {
            return Ok(items);
        }
        let same =
            |indexes: Vec<usize>| one_name(&indexes.iter().filter_map(|index| items.get(*index)).collect::<Vec<_>>());
        Err(collisions.into_iter().map(same).collect())
    }
}

/// Whether a file holds a report a line: its first line is a whole object, and more follow, or it says that it only holds one.
fn has_lines(file: &mut File, most: usize) -> io::Result<bool> {
    file.rewind()?;
    let mut file = BufReader::new(file);
    let mut first = Vec::new();
    file.by_ref().take(most as u64 + 1).read_until(b'\n', &mut first)?;
    let first = first.get(output::marks(&first)..).unwrap_or_default();
    let Ok(named) = serde_json::from_slice::<Named<'_>>(first) else { return Ok(false) };
    if named.report.is_some() {
        return Ok(true);
    }
    loop {
        let buffer = file.fill_buf()?;
        let read = buffer.len();
        if buffer.iter().any(|byte| !byte.is_ascii_whitespace()) {
            return Ok(true);
        }
        if read == 0 {
            return Ok(false);
        }
        file.consume(read);
    }
}

fn no_name(name: &str, field: &str) -> Finding {
    kinds::batch::NO_NAME
        .finding(msg!("không đặt được tên cho văn bản của {name}", "the document of {name} cannot be given a name"))
        .found(format!("{{{field}}}"))
        .expected(msg!(
            "trường có trong báo cáo và có ít nhất một chữ cái hoặc chữ số",
            "a field that the report has, with at least one letter or digit"
        ))
        .hint(msg!(
            "điền trường ấy hoặc chọn mẫu tên khác bằng --name",
            "fill it in, or choose other names with --name"
        ))
}

fn one_name(items: &[&Item]) -> Finding {
    let names: Vec<&str> = items.iter().map(|item| item.name.as_str()).collect();
    let (count, id) = (items.len(), items.first().map_or("", |item| &item.id));
    kinds::batch::NAMES_COLLIDE
        .finding(msg!("{count} văn bản cùng mang tên {id}", "{count} documents would be called {id}"))
        .found(names.join(", "))
        .hint(msg!(
            "đổi mẫu tên, ví dụ --name '{{n}}-{{stem}}.pdf'",
            "choose other names, such as --name '{{n}}-{{stem}}.pdf'"
        ))
}
