//! `baocao extract`

use std::fs;
use std::io;
use std::path::Path;

use baocao::ShelfPath;
use baocao::sources::{Sources, folder_of, no_sources};
use baocao_core::diagnostic::{Finding, unwritable};
use baocao_core::provenance::RECORD;

use super::args::ExtractArgs;
use super::output::NewFolder;
use super::{Console, Outcome, output};

pub(crate) fn run(args: &ExtractArgs, console: &Console) -> Outcome {
    match extract(args, console) {
        Ok(outcome) => outcome,
        Err(finding) => console.fail(finding),
    }
}

fn extract(args: &ExtractArgs, console: &Console) -> Result<Outcome, Finding> {
    let name = args.pdf.display().to_string();
    let file = output::read_pdf(&args.pdf)?;
    let sources = Sources::read(&name, &file)?;
    let mut files = sources.places()?;
    if files.is_empty() {
        return Err(no_sources(&name));
    }
    let record = sources.record.as_ref().map(|record| record.to_bytes());
    if let (Some(record), Some(path)) = (&record, ShelfPath::root().join(RECORD)) {
        files.push((path, record));
    }
    let altered = sources.altered();
    console.show(&altered);
    let folder = args.folder.clone().unwrap_or_else(|| folder_of(&args.pdf));
    write(&folder, &files)?;
    let (count, folder) = (files.len(), folder.display());
    console.say(&format!("đã lấy {count} tệp ra {folder}"), &format!("took {count} files out to {folder}"));
    Ok(if altered.is_empty() { Outcome::Done } else { Outcome::Refused })
}

/// Writes all files below a new folder, or none.
fn write(folder: &Path, files: &[(ShelfPath, &[u8])]) -> Result<(), Finding> {
    let failed = |error: io::Error| unwritable(folder, &error);
    let new = NewFolder::new(folder)?;
    for (path, bytes) in files {
        let path = new.path().join(path.as_str());
        path.parent().map_or(Ok(()), fs::create_dir_all).map_err(failed)?;
        fs::write(path, bytes).map_err(failed)?;
    }
    new.keep()
}
