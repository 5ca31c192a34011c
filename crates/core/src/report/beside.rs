//! Files beside a report: rows of tables, the report of an earlier period.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use baocao_vietnamese::{encoding, small};

use super::ReportFile;
use super::file::too_large;
use crate::diagnostic::{Finding, Message, Place, Source, meant, nearest};
use crate::limits::Limits;
use crate::msg;
use crate::shelf::{self, ShelfError, ShelfPath, resolve};

/// The way from a report to the files beside it. Each is read once: a report that names one twice gets the same bytes.
#[derive(Debug)]
pub struct Beside<'a> {
    report: ReportFile<'a>,
    read: RefCell<BTreeMap<ShelfPath, Arc<[u8]>>>,
}

impl<'a> Beside<'a> {
    /// The bytes of a report, and the way to what lies beside it.
    pub fn new(mut report: ReportFile<'a>) -> (Vec<u8>, Self) {
        let bytes = std::mem::take(&mut report.bytes);
        (bytes, Self { report, read: RefCell::default() })
    }

    /// Where the report stands: the folder on its shelf.
    pub fn folder(&self) -> &ShelfPath {
        &self.report.folder
    }

    /// All that was read beside the report, by where it stands on the shelf.
    pub fn into_read(self) -> BTreeMap<ShelfPath, Arc<[u8]>> {
        self.read.into_inner()
    }

    /// How the user knows a file that the report names.
    pub(super) fn name(&self, written: &str) -> String {
        self.report.name_beside(written)
    }

    /// The bytes of a file that the report names, `most` of them.
    pub(super) fn read(&self, written: &str, most: u64) -> Result<Arc<[u8]>, ShelfError> {
        let path = resolve(self.report.shelf, &self.report.folder, written)?;
        let known = self.read.borrow().get(&path).map(Arc::clone);
        let bytes = match known {
            Some(bytes) if bytes.len() as u64 > most => return Err(ShelfError::TooLarge(bytes.len() as u64)),
            Some(bytes) => bytes,
            None => self.found(&path, most)?,
        };
        self.read.borrow_mut().insert(path, Arc::clone(&bytes));
        Ok(bytes)
    }

    /// Reads a file. A name may have been written with its marks apart, as macOS does: then it is another name to the
    /// system and the same to people.
    fn found(&self, path: &ShelfPath, most: u64) -> Result<Arc<[u8]>, ShelfError> {
        let shelf = self.report.shelf;
        let error = match shelf.read(path, most) {
            Err(ShelfError::Refused(error)) if error.kind() == io::ErrorKind::NotFound => error,
            read => return read,
        };
        let wanted = encoding::nfc(path.as_str());
        let mut folder = ShelfPath::root();
        for name in wanted.split('/') {
            let entries = shelf.list(&folder)?;
            let found = entries.iter().find(|entry| encoding::composed(&entry.name) == name);
            let Some(below) = found.and_then(|entry| folder.join(&entry.name)) else {
                return Err(ShelfError::Refused(error));
            };
            folder = below;
        }
        shelf.read(&folder, most)
    }

    /// The names of the files in a folder that the report names, in their order; or why they are not known.
    pub(crate) fn list(&self, written: &str) -> Result<Vec<String>, Finding> {
        let listed =
            resolve(self.report.shelf, &self.report.folder, written).and_then(|folder| self.report.shelf.list(&folder));
        let mut names: Vec<String> = match listed {
            Ok(entries) => entries.into_iter().filter(|entry| !entry.is_folder).map(|entry| entry.name).collect(),
            Err(ShelfError::Outside) => return Err(self.outside(written)),
            Err(other) => return Err(shelf::unreadable(&self.name(written), &other).hint(from_report())),
        };
        names.sort();
        Ok(names)
    }

    /// The file that was probably meant by a name that is not there.
    fn near(&self, written: &str) -> Option<Message> {
        let (folder, name) = written.rsplit_once('/').unwrap_or((".", written));
        let names = self.list(folder).ok()?;
        let small_names: Vec<String> = names.iter().map(|name| small(name)).collect();
        let near = nearest(&small(name), small_names.iter().map(String::as_str))?;
        let at = small_names.iter().position(|name| name == near)?;
        let near = names.get(at).filter(|near| near.as_str() != name)?;
        let near = if folder == "." { near.clone() } else { format!("{folder}/{near}") };
        Some(meant(written, &near))
    }

    /// What is told of a file that the report names and that lies outside.
    pub(super) fn outside(&self, written: &str) -> Finding {
        shelf::outside(written, self.report.shelf)
    }
}

/// Files by the name that the report gives them.
#[derive(Debug, Clone, Default)]
pub struct SideFiles {
    files: BTreeMap<String, SideFile>,
}

/// A file beside a report.
#[derive(Debug, Clone)]
pub struct SideFile {
    /// How the user knows it.
    pub name: String,
    /// Its bytes, unchanged.
    pub bytes: Arc<[u8]>,
}

impl SideFile {
    /// Its text, of a file that is one.
    pub fn text(&self) -> Result<Arc<Source>, Finding> {
        let text = std::str::from_utf8(&self.bytes)
            .map_err(|error| super::input::not_utf8(&self.name, &self.bytes, error.valid_up_to()))?;
        Ok(Source::new(&self.name, encoding::nfc(text.strip_prefix('\u{feff}').unwrap_or(text))))
    }
}

impl SideFiles {
    /// Reads files that a report names; each comes with the place that asks for it.
    pub fn read(
        wanted: impl IntoIterator<Item = (String, Place)>,
        beside: &Beside<'_>,
        limits: &Limits,
        findings: &mut Vec<Finding>,
    ) -> Self {
        let mut files = Self::default();
        for (name, place) in wanted {
            if files.files.contains_key(&name) {
                continue;
            }
            match read(&name, beside, limits) {
                Ok(file) => {
                    files.files.insert(name, file);
                }
                Err(finding) => findings.push(finding.at(place)),
            }
        }
        files
    }

    /// A file, by the name that the report gives it.
    pub fn get(&self, name: &str) -> Option<&SideFile> {
        self.files.get(name)
    }

    /// All files.
    pub fn all(&self) -> &BTreeMap<String, SideFile> {
        &self.files
    }
}

fn read(path: &str, beside: &Beside<'_>, limits: &Limits) -> Result<SideFile, Finding> {
    let (name, most) = (beside.name(path), limits.report_bytes as u64);
    let bytes = beside.read(path, most).map_err(|error| match error {
        ShelfError::Outside => beside.outside(path),
        ShelfError::TooLarge(size) => too_large(&name, size, most),
        other => shelf::unreadable(&name, &other).hint(beside.near(path).unwrap_or_else(from_report)),
    })?;
    Ok(SideFile { name, bytes })
}

fn from_report() -> Message {
    msg!("đường dẫn tính từ thư mục chứa báo cáo", "the path begins in the folder of the report")
}
