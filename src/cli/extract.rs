//! `baocao extract`

use std::fs;
use std::io;
use std::path::Path;

use baocao::ShelfPath;
use baocao::sources::{Sources, folder_of, no_sources};
use baocao_core::diagnostic::{Finding, unwritable};
use baocao_core::provenance::RECORD;
use baocao_core::{kinds, msg};

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
    let folder = match &args.folder {
        Some(folder) => folder.clone(),
        None if output::is_standard(&args.pdf) => return Err(no_folder()),
        None => folder_of(&args.pdf),
    };
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
    write(&folder, &files)?;
    let (count, folder) = (files.len(), folder.display());
    console.say(&format!("đã lấy {count} tệp ra {folder}"), &format!("took {count} files out to {folder}"));
    Ok(if altered.is_empty() { Outcome::Done } else { Outcome::Refused })
}

/// Standard input has no name that a folder could be called after.
fn no_folder() -> Finding {
    kinds::settings::WRONG_CALL
        .finding(msg!("đọc từ đầu vào chuẩn thì phải nêu thư mục kết quả", "standard input needs a folder to be named"))
        .hint(msg!("thêm -d THƯ_MỤC", "add -d FOLDER"))
}

/// Writes all files below a new folder, or none.
fn write(folder: &Path, files: &[(ShelfPath, &[u8])]) -> Result<(), Finding> {
    let failed = |error: io::Error| unwritable(folder, &error);
    let new = NewFolder::new(folder, "-d")?;
    for (path, bytes) in files {
        let path = new.path().join(path.as_str());
        path.parent().map_or(Ok(()), fs::create_dir_all).map_err(failed)?;
        fs::write(path, bytes).map_err(failed)?;
    }
    new.keep()
}
