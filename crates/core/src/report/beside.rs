//! Files beside a report: rows of tables, the report of an earlier period.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use baocao_vietnamese::encoding;

use super::ReportFile;
use super::file::too_large;
use crate::diagnostic::{Finding, Message, Place, Source};
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
            None => self.report.shelf.read(&path, most)?,
        };
        self.read.borrow_mut().insert(path, Arc::clone(&bytes));
        Ok(bytes)
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

    /// What is told of a file that the report names and that lies outside.
    pub(super) fn outside(&self, written: &str) -> Finding {
        shelf::outside(written, self.report.shelf)
    }
}

/// Files by the name that the report gives them.
#[derive(Debug, Clone, Default)]
pub struct SideFiles {
    files: BTreeMap<String, Arc<Source>>,
    bytes: BTreeMap<String, Arc<[u8]>>,
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
                Ok((source, bytes)) => {
                    files.files.insert(name.clone(), source);
                    files.bytes.insert(name, bytes);
                }
                Err(finding) => findings.push(finding.at(place)),
            }
        }
        files
    }

    /// The text of a file.
    pub fn get(&self, name: &str) -> Option<&Arc<Source>> {
        self.files.get(name)
    }

    /// All files with their bytes, unchanged.
    pub fn bytes(&self) -> &BTreeMap<String, Arc<[u8]>> {
        &self.bytes
    }
}

fn read(path: &str, beside: &Beside<'_>, limits: &Limits) -> Result<(Arc<Source>, Arc<[u8]>), Finding> {
    let (name, most) = (beside.name(path), limits.report_bytes as u64);
    let bytes = beside.read(path, most).map_err(|error| match error {
        ShelfError::Outside => beside.outside(path),
        ShelfError::TooLarge(size) => too_large(&name, size, most),
        other => shelf::unreadable(&name, &other).hint(from_report()),
    })?;
    let text =
        std::str::from_utf8(&bytes).map_err(|error| super::input::not_utf8(&name, &bytes, error.valid_up_to()))?;
    let text = encoding::nfc(text.strip_prefix('\u{feff}').unwrap_or(text));
    Ok((Source::new(name, text), bytes))
}

fn from_report() -> Message {
    msg!("đường dẫn tính từ thư mục chứa báo cáo", "the path begins in the folder of the report")
}
