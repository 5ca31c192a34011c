//! What a document was made from: the record that lies in its PDF beside the sources, so that it can be made again and
//! compared, years later.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::digest::sha256;
use crate::document::{CopyOrder, Portion};
use crate::shelf::ShelfPath;

/// The name of the record among the files in a PDF.
pub const RECORD: &str = "nguon-goc.json";

/// The version of the record that is written.
const VERSION: u32 = 1;

/// The most files that a record may name: no document draws on so many.
pub const MOST_FILES: usize = 10_000;

/// What a document was made from. Hashes are SHA-256 in hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// The version of this record.
    pub record: u32,
    /// The program and its version.
    pub program: String,
    /// What of the document the file holds; left out where it is all.
    #[serde(default, skip_serializing_if = "Portion::is_whole")]
    pub portion: Portion,
    /// The copy that it is, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy: Option<CopyOrder>,
    /// The standards that the PDF was to meet: `a-3a,ua-1`.
    pub standards: String,
    /// The template set: `cchc/xa-2025`.
    pub template: String,
    /// The hash of each file of the templates that the set and its pages consist of, by path.
    pub templates: BTreeMap<String, String>,
    /// The hash of each font, by name.
    pub fonts: BTreeMap<String, String>,
    /// The report and the files that it draws on, the report first; last, of a copy, the file of the organ that copied.
    pub files: Vec<SourceFile>,
}

/// A file that a document was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFile {
    /// Its name among the files in the PDF.
    pub name: String,
    /// Where it stood, from the folder that holds all of them.
    pub path: String,
    /// Its hash.
    pub sha256: String,
}

/// A file that a document was made from, with its bytes.
#[derive(Debug, Clone)]
pub struct Given<'a> {
    /// Its name among the files in the PDF.
    pub name: String,
    /// Where it stands on its shelf.
    pub path: ShelfPath,
    /// Its bytes.
    pub bytes: &'a [u8],
}

impl Provenance {
    /// The record of a file, or of a part of its document, of a template set: the hashes of its templates and fonts, and its files, the report first.
    pub fn new(
        (portion, copy): (Portion, Option<CopyOrder>),
        standards: String,
        template: &str,
        templates: BTreeMap<String, String>,
        fonts: BTreeMap<String, String>,
        files: &[Given<'_>],
    ) -> Self {
        let above = common(files);
        let files = files.iter().map(|file| SourceFile {
            name: file.name.clone(),
            path: above.strip(&file.path).unwrap_or_default().to_string(),
            sha256: sha256(file.bytes),
        });
        Self {
            record: VERSION,
            program: program(),
            portion,
            copy,
            standards,
            template: template.to_owned(),
            templates,
            fonts,
            files: files.collect(),
        }
    }

    /// The record as the bytes of a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }

    /// Reads a record; none where it is not one that this program knows.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let record: Self = serde_json::from_slice(bytes).ok()?;
        let bounded = record.copy.as_ref().is_none_or(CopyOrder::is_bounded);
        (record.record == VERSION && bounded && (1..=MOST_FILES).contains(&record.files.len())).then_some(record)
    }
}

/// This program and its version.
pub fn program() -> String {
    format!("baocao {}", env!("CARGO_PKG_VERSION"))
}

/// The deepest folder that holds all of the files: what lies above it tells where somebody works, and is left out.
fn common(files: &[Given<'_>]) -> ShelfPath {
    let mut folders = files.iter().map(|file| file.path.parent());
    let mut above = folders.next().unwrap_or_default();
    for folder in folders {
        while above.strip(&folder).is_none() {
            above = above.parent();
        }
    }
    above
}
