//! The reports that a command line names.

use std::fs;
use std::path::{Path, PathBuf};

use baocao_core::diagnostic::{Finding, unreadable};
use baocao_core::{kinds, msg};
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::cli::{Console, output};

/// The files, in the order in which they were named, and whether something named could not be looked at.
pub(crate) struct Named {
    pub(crate) files: Vec<PathBuf>,
    pub(crate) failed: bool,
}

/// The files that are named, and for a folder the reports right in it, by their names. What of a folder is no report is
/// told and left out.
pub(crate) fn named(paths: &[PathBuf], limit: usize, console: &Console) -> Named {
    let mut named = Named { files: Vec::new(), failed: false };
    for path in paths {
        if output::is_standard(path) || !path.is_dir() {
            named.files.push(path.clone());
            continue;
        }
        match of_folder(path, limit, console) {
            Ok(files) => named.files.extend(files),
            Err(finding) => {
                console.fail(finding);
                named.failed = true;
            }
        }
    }
    named
}

/// The reports right in a folder, by their names. What is no report is told and left out.
pub(crate) fn of_folder(folder: &Path, limit: usize, console: &Console) -> Result<Vec<PathBuf>, Finding> {
    let failed = |error| unreadable(folder, &error);
    let entries = fs::read_dir(folder).map_err(failed)?;
    let mut files: Vec<PathBuf> =
        entries.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>().map_err(failed)?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json") && !file.is_dir());
    files.sort();
    let (reports, others): (Vec<PathBuf>, Vec<PathBuf>) =
        files.into_iter().partition(|file| may_be_report(file, limit));
    if !others.is_empty() {
        let list: Vec<String> = others.iter().map(|file| file.display().to_string()).collect();
        let list = list.join(", ");
        console.say(&format!("bỏ qua, không phải báo cáo: {list}"), &format!("left out, not a report: {list}"));
    }
    if reports.is_empty() {
        let name = folder.display();
        return Err(kinds::files::NO_REPORTS
            .finding(msg!("thư mục {name} không có báo cáo nào", "the folder {name} holds no report"))
            .expected(msg!("tệp .json nằm ngay trong thư mục này", ".json files right in this folder")));
    }
    Ok(reports)
}

/// The fields by which a report is known, and those of a file of rows are not.
#[derive(Deserialize)]
struct Known {
    template: Option<IgnoredAny>,
    period: Option<IgnoredAny>,
    figures: Option<IgnoredAny>,
}

/// Whether a file of a folder is looked at: schemas and rows of tables are no reports. What is not even JSON is, so that
/// it is told.
fn may_be_report(file: &Path, limit: usize) -> bool {
    if file.to_string_lossy().ends_with(".schema.json") {
        return false;
    }
    let Ok(bytes) = output::read(file, limit) else { return true };
    let Ok(text) = std::str::from_utf8(&bytes) else { return true };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_start().starts_with('[') {
        return false;
    }
    match serde_json::from_str::<Known>(text) {
        Ok(known) => known.template.is_some() || known.period.is_some() || known.figures.is_some(),
        Err(_) => true,
    }
}
