//! What a PDF was made from, read out of it, and the same document made again. Shared by the commands; no promise.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use baocao_core::diagnostic::Finding;
use baocao_core::digest::sha256;
use baocao_core::provenance::{Provenance, RECORD, SourceFile};
use baocao_core::report::{CopyFile, Document, ReportFile, Text};
use baocao_core::shelf::{ShelfPath, Uploads, is_device};
use baocao_core::template::Templates;
use baocao_core::{kinds, msg};
use baocao_pdf::Attached;
use baocao_pdf::file::{Broken, File, View, What};
use serde::Deserialize;

use crate::{Office, Outcome, Standards};

/// What is inside of a PDF.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// What it says it was made from.
    pub record: Option<Provenance>,
    /// The files, the record apart.
    pub files: Vec<Attached>,
}

/// A document made again, held against the file.
#[derive(Debug)]
pub struct Rebuilt {
    /// The bytes that were made now.
    pub bytes: Vec<u8>,
    /// Whether the file begins with them: what follows was added later, as signatures are.
    pub same: bool,
    /// What was used then and is another now.
    pub changed: Vec<Changed>,
}

/// Something that a document is made with, which is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// The program: what it was then.
    Program(String),
    /// A file of the templates, by path.
    Template(String),
    /// A font, by name.
    Font(String),
    /// A file that the report draws on, by path.
    File(String),
}

/// A page whose numbers are not those of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unequal {
    /// The page, from 1.
    pub page: usize,
    /// Numbers that stand there and should not.
    pub printed: Vec<String>,
    /// Numbers that should stand there and do not.
    pub expected: Vec<String>,
}

impl Sources {
    /// What is inside of a file; `name` is how the user knows it.
    pub fn read(name: &str, file: &[u8]) -> Result<Self, Finding> {
        let all = with_view(name, file, baocao_pdf::attachments)?;
        let (records, files): (Vec<_>, Vec<_>) = all.into_iter().partition(|file| file.name == RECORD);
        let record = records.first().and_then(|file| Provenance::read(&file.bytes));
        Ok(Self { record, files })
    }

    /// What the report inside says of the document, where there is one that can be read. The name of its type is that of its
    /// template set, where the report says none and the set is built in.
    pub fn document(&self) -> Option<Document> {
        #[derive(Deserialize)]
        struct Report {
            template: String,
            document: Document,
        }
        let named = self.record.as_ref().and_then(|record| record.files.first()).map(|file| file.name.as_str());
        let mut files = self.files.iter().filter(|file| named.is_none_or(|name| name == file.name));
        let Report { template, mut document } =
            files.find_map(|file| serde_json::from_slice::<Report>(&file.bytes).ok())?;
        if document.type_name.is_none() {
            let set = Templates::built_in().load(&template, None, &mut Vec::new());
            document.type_name = set.map(|set| Text::new(&set.outline.document.type_name));
        }
        Some(document)
    }

    /// A file inside, by name.
    fn file(&self, name: &str) -> Option<&Attached> {
        self.files.iter().find(|file| file.name == name)
    }

    /// What is not as the record says: files that are missing, were changed or were added.
    pub fn altered(&self) -> Vec<Finding> {
        let Some(record) = &self.record else { return Vec::new() };
        let mut findings = Vec::new();
        for SourceFile { name, sha256: hash, .. } in &record.files {
            let told = match self.file(name) {
                None => msg!(
                    "trong PDF không có tệp {name} mà bản ghi nêu",
                    "the file {name} of the record is not in the PDF"
                ),
                Some(file) if sha256(&file.bytes) != *hash => {
                    msg!(
                        "tệp {name} trong PDF khác với bản ghi",
                        "the file {name} in the PDF is not that of the record"
                    )
                }
                Some(_) => continue,
            };
            findings.push(kinds::pdf::OTHER_SOURCES.finding(told));
        }
        let known = |file: &Attached| record.files.iter().any(|known| known.name == file.name);
        for Attached { name, .. } in self.files.iter().filter(|file| !known(file)) {
            let told =
                msg!("tệp {name} trong PDF không có trong bản ghi", "the file {name} in the PDF is not in the record");
            findings.push(kinds::pdf::OTHER_SOURCES.finding(told));
        }
        let mut names: Vec<&str> = self.files.iter().map(|file| file.name.as_str()).collect();
        names.sort_unstable();
        if let Some([name, _]) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            let told = msg!("trong PDF có hai tệp tên {name}", "two files in the PDF are called {name}");
            findings.push(kinds::pdf::OTHER_SOURCES.finding(told));
        }
        findings
    }

    /// Where each file belongs below one folder: as it stood when the document was made, or by its name.
    pub fn places(&self) -> Result<Vec<(ShelfPath, &[u8])>, Finding> {
        let mut places = BTreeMap::new();
        for file in &self.files {
            let known = self.record.iter().flat_map(|record| &record.files).find(|known| known.name == file.name);
            let written = known.map_or(file.name.as_str(), |known| known.path.as_str());
            let path = place(written).ok_or_else(|| leads_out(written))?;
            if places.insert(path, &file.bytes[..]).is_some() {
                return Err(leads_out(written));
            }
        }
        Ok(places.into_iter().collect())
    }

    /// The same document made again with the templates and fonts of an office, held against the file. Nothing where there is
    /// no record, or where nothing can be made of the sources.
    pub fn rebuild(&self, office: &Office, file: &[u8]) -> Outcome<Rebuilt> {
        let Some(record) = &self.record else { return Outcome::of(|_| None) };
        let (report, standards) = match self.report(record) {
            Ok(report) => report,
            Err(finding) => {
                return Outcome::of(|findings| {
                    findings.push(finding);
                    None
                });
            }
        };
        let Inside { name, bytes, folder, shelf } = report;
        let report = ReportFile::new(name, bytes).beside(&shelf, folder);
        let composed = match (&record.copy, record.files.last()) {
            (Some(order), Some(by)) => {
                let bytes = self.file(&by.name).map(|file| file.bytes.clone()).unwrap_or_default();
                // Its name in the record is another where that was taken.
                let name = by.path.rsplit('/').next().unwrap_or_default().to_owned();
                office.copy(report, CopyFile { name, bytes, order: order.clone() })
            }
            _ => office.compose(report),
        };
        let made = composed.and_then(|composed| {
            let portion = record.portion;
            let now = office.provenance(&composed, &standards, portion);
            let pages = Outcome::of(|findings| {
                if composed.document.has(portion) {
                    return office.portion(&composed, Some(&standards), portion, findings);
                }
                findings.push(no_sources(RECORD));
                None
            });
            pages.and_then(|pages| office.print(&pages, &standards).map(|bytes| (bytes, now)))
        });
        made.map(|(bytes, now)| Rebuilt { same: file.starts_with(&bytes), changed: changed(record, &now), bytes })
    }

    /// The report, with all files where they stood; and the standards.
    fn report(&self, record: &Provenance) -> Result<(Inside, Standards), Finding> {
        let standards = record.standards.parse().map_err(|_| no_sources(RECORD))?;
        Ok((self.inside(record)?, standards))
    }

    /// The report that a document was made from, with all files where they stood.
    pub fn inside(&self, record: &Provenance) -> Result<Inside, Finding> {
        let mut shelf = Uploads::default();
        for (path, bytes) in self.places()? {
            shelf.insert(path.as_str(), bytes)?;
        }
        let own = record.files.first().ok_or_else(|| no_sources(RECORD))?;
        let path = place(&own.path).ok_or_else(|| leads_out(&own.path))?;
        let bytes = self.file(&own.name).map(|file| file.bytes.clone()).unwrap_or_default();
        Ok(Inside { name: own.name.clone(), bytes, folder: path.parent(), shelf })
    }
}

/// A report inside of a PDF.
#[derive(Debug)]
pub struct Inside {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Where it stood.
    pub folder: ShelfPath,
    /// All files, where they stood.
    pub shelf: Uploads,
}

/// What differs between two records.
fn changed(then: &Provenance, now: &Provenance) -> Vec<Changed> {
    let mut changed = Vec::new();
    if then.program != now.program {
        changed.push(Changed::Program(then.program.clone()));
    }
    changed.extend(differing(&then.templates, &now.templates).map(Changed::Template));
    changed.extend(differing(&then.fonts, &now.fonts).map(Changed::Font));
    let hashes = |record: &Provenance| -> BTreeMap<String, String> {
        record.files.iter().map(|file| (file.path.clone(), file.sha256.clone())).collect()
    };
    changed.extend(differing(&hashes(then), &hashes(now)).map(Changed::File).collect::<Vec<_>>());
    changed
}

/// The names whose hashes are not the same in both.
fn differing<'a>(
    then: &'a BTreeMap<String, String>,
    now: &'a BTreeMap<String, String>,
) -> impl Iterator<Item = String> + use<'a> {
    let gone = then.iter().filter(|(name, hash)| now.get(*name) != Some(hash)).map(|(name, _)| name);
    gone.chain(now.keys().filter(|name| !then.contains_key(*name))).cloned()
}

/// The pages of a file whose numbers are not those of a document that was made of the data just now; or why the file cannot be
/// read. It may cost some more to read than that document does.
pub fn unequal(name: &str, file: &[u8], made: &[u8]) -> Result<Vec<Unequal>, Finding> {
    let [found, wanted] = baocao_pdf::both_texts(file, made).map_err(|why| unreadable(name, why))?;
    let page = |index| {
        let at = |texts: &[String]| numbers(texts.get(index).map_or("", String::as_str));
        let (printed, expected) = (at(&found), at(&wanted));
        (printed != expected).then(|| Unequal {
            page: index + 1,
            printed: without(&printed, &expected),
            expected: without(&expected, &printed),
        })
    };
    Ok((0..found.len().max(wanted.len())).filter_map(page).collect())
}

/// The words with digits of a text, in order.
fn numbers(text: &str) -> Vec<String> {
    let of_number = |letter: char| !letter.is_alphanumeric();
    let words = text.split_whitespace().filter(|word| word.contains(|letter: char| letter.is_ascii_digit()));
    words.map(|word| word.trim_matches(of_number).to_owned()).collect()
}

/// The first ones, each taken away once for each time that it is among the others.
fn without(these: &[String], others: &[String]) -> Vec<String> {
    let mut left: BTreeMap<&String, usize> = BTreeMap::new();
    others.iter().for_each(|word| *left.entry(word).or_default() += 1);
    let stays = |word: &&String| match left.get_mut(*word) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    these.iter().filter(stays).cloned().collect()
}

/// Where a file goes, of what is written of it; nothing where that leads elsewhere, or can be no name of a file.
fn place(written: &str) -> Option<ShelfPath> {
    let path = ShelfPath::root().join(&written.replace('\\', "/")).filter(|path| *path != ShelfPath::root())?;
    let fits = |name: &str| {
        let forbidden = |letter: char| letter.is_control() || "<>:\"|?*".contains(letter);
        !is_device(name) && !name.contains(forbidden) && !name.ends_with(['.', ' ']) && name.len() <= 255
    };
    let fits = path.names().all(fits);
    fits.then_some(path)
}

fn leads_out(written: &str) -> Finding {
    kinds::pdf::LEADS_OUT
        .finding(msg!("tên tệp bên trong PDF không dùng được", "the name of a file inside the PDF cannot be used"))
        .found(written.escape_debug().to_string())
        .expected(msg!("một tên tệp thường, không trùng tên khác", "an ordinary name of a file, given once"))
}

/// Of a file without sources.
pub fn no_sources(name: &str) -> Finding {
    kinds::pdf::NO_SOURCES.finding(msg!(
        "{name}: bên trong không có dữ liệu đã làm ra văn bản",
        "{name}: what the document was made from is not inside"
    ))
}

/// What a file shows, read by the letter.
pub fn with_view<T>(
    name: &str,
    file: &[u8],
    read: impl FnOnce(&View<'_, '_>) -> Result<T, Broken>,
) -> Result<T, Finding> {
    let unread = |why| unreadable(name, why);
    let file = File::new(file).map_err(unread)?;
    let view = file.view(file.bytes.len()).map_err(unread)?;
    if view.trailer.get("Encrypt").is_some() {
        return Err(unread(What::Encrypted.at(0)));
    }
    read(&view).map_err(unread)
}

/// Of a file that cannot be read, or what is inside of it.
pub fn unreadable(name: &str, why: Broken) -> Finding {
    let reason = match why.what {
        What::NoHeader => msg!("không phải PDF", "it is no PDF"),
        What::Encrypted => msg!("tệp đặt mật khẩu", "it has a password"),
        What::PageTree => msg!("cây trang của tệp sai", "its tree of pages is wrong"),
        What::TooMuch => msg!("có quá nhiều thứ bên trong", "too much is inside"),
        _ => {
            let at = why.at;
            msg!("hỏng hoặc bị cắt cụt, ở byte {at}", "it is damaged or cut short, at byte {at}")
        }
    };
    let (vi, en) = (reason.vi, reason.en);
    kinds::pdf::UNREADABLE
        .finding(msg!("không đọc được {name}: {vi}", "{name} cannot be read: {en}"))
        .hint(msg!("lấy lại bản gốc từ nơi phát hành", "get the original from the office that issued it"))
}

/// The folder that the sources of a file go into unless another is named: `bao-cao.pdf` has `bao-cao-nguon`.
pub fn folder_of(file: &Path) -> PathBuf {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    file.with_file_name(format!("{stem}-nguon"))
}
