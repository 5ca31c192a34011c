//! Files beside a report: rows of tables, the report of an earlier period.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

use baocao_vietnamese::encoding;

use super::Limits;
use crate::diagnostic::{Finding, Place, Source, megabytes, unreadable};
use crate::{kinds, msg};

/// Files by the name that the report gives them.
#[derive(Debug, Clone, Default)]
pub struct SideFiles {
    files: BTreeMap<String, Arc<Source>>,
    bytes: BTreeMap<String, Vec<u8>>,
}

impl SideFiles {
    /// Reads files from paths relative to `folder`; each comes with the place that asks for it.
    pub fn read(
        wanted: impl IntoIterator<Item = (String, Place)>,
        folder: &Path,
        limits: Limits,
        findings: &mut Vec<Finding>,
    ) -> Self {
        let mut files = Self::default();
        for (name, place) in wanted {
            if files.files.contains_key(&name) {
                continue;
            }
            match read(&folder.join(&name), limits) {
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
    pub fn bytes(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.bytes
    }
}

fn read(path: &Path, limits: Limits) -> Result<(Arc<Source>, Vec<u8>), Finding> {
    let failed = |error: io::Error| {
        unreadable(path, &error)
            .hint(msg!("đường dẫn tính từ thư mục chứa báo cáo", "the path begins in the folder of the report"))
    };
    let metadata = std::fs::metadata(path).map_err(failed)?;
    if !metadata.is_file() {
        return Err(failed(io::ErrorKind::IsADirectory.into()));
    }
    let name = path.display();
    if metadata.len() > limits.file_bytes as u64 {
        let limit = megabytes(limits.file_bytes as u64);
        return Err(kinds::input::FILE_TOO_LARGE
            .finding(msg!("{name}: tệp quá lớn", "{name}: the file is too large"))
            .found(megabytes(metadata.len()))
            .expected(msg!("không quá {limit}", "at most {limit}")));
    }
    let bytes = std::fs::read(path).map_err(failed)?;
    let text = std::str::from_utf8(&bytes)
        .map_err(|error| super::input::not_utf8(&name.to_string(), &bytes, error.valid_up_to()))?;
    let text = encoding::nfc(text.strip_prefix('\u{feff}').unwrap_or(text));
    Ok((Source::new(name.to_string(), text), bytes))
}
