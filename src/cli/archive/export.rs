//! `baocao archive export`

use std::fs::{self, File};
use std::io;
use std::path::Path;

use baocao_archive::{Check, Line, MANIFEST, METADATA, Metadata, Tree, bag, csip, read};
use baocao_core::diagnostic::{Finding, has_errors, unreadable, unwritable};
use baocao_core::digest::sha256;

use super::folder::{MOST_BYTES, package};
use super::list::{each, line_of};
use super::store::PACKAGES;
use crate::cli::args::{ArchiveExportArgs, PackageForm};
use crate::cli::output::NewFolder;
use crate::cli::{Console, Outcome};

pub(super) fn run(args: &ArchiveExportArgs, console: &Console) -> Result<Outcome, Vec<Finding>> {
    let one = |finding| vec![finding];
    let mut lines = Vec::new();
    match &args.exported_id {
        Some(id) => lines.push(line_of(&args.archive, id, console).map_err(one)?),
        None if each(&args.archive, console, |line| lines.push(line)).map_err(one)? => return Ok(Outcome::Refused),
        None => {}
    }
    let target = &args.export_to;
    let new = NewFolder::new(target, "-o").map_err(one)?;
    for line in &lines {
        let folder = if args.all { new.path().join(&line.package) } else { new.path() };
        exported(args, line, &folder)?;
    }
    new.keep().map_err(one)?;
    let (count, name) = (lines.len(), target.display());
    console.say(&format!("đã xuất {count} gói ra {name}"), &format!("exported {count} packages to {name}"));
    Ok(Outcome::Done)
}

/// Writes one package to a new folder. One that is not whole is not handed out.
fn exported(args: &ArchiveExportArgs, line: &Line, folder: &Path) -> Result<(), Vec<Finding>> {
    let one = |finding| vec![finding];
    let tree = package(&args.archive, &line.package).map_err(one)?;
    let name = format!("{PACKAGES}/{}", line.package);
    let check = Check::of(&tree, &name, &line.package, &line.manifest);
    if has_errors(&check.findings) {
        return Err(check.findings);
    }
    let source = args.archive.join(&name);
    let bytes =
        |path: &str| read(&tree, path, MOST_BYTES).map_err(|error| vec![unreadable(&source.join(path), &error)]);
    let members = check.manifest.iter().flat_map(|manifest| &manifest.files);
    let mut files: Vec<(String, u64, String)> =
        members.map(|member| (member.path.clone(), member.bytes, member.sha256.clone())).collect();
    let manifest = bytes(MANIFEST)?;
    files.push((MANIFEST.to_owned(), manifest.len() as u64, sha256(&manifest)));
    files.sort();
    let metadata = Metadata::read(&source.join(METADATA).display().to_string(), bytes(METADATA)?)?;
    let (data, written) = match args.package_form {
        PackageForm::Bagit => (bag::PAYLOAD, bag::tag_files(&files, &info(line, &metadata))),
        PackageForm::Csip => {
            let program = (env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
            (csip::DATA, csip::documents(&csip::Parcel { line, metadata: &metadata, files: &files, program }))
        }
    };
    let put = |path: &str, content: &mut dyn io::Read| {
        let place = folder.join(path);
        let copied = place.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| {
            let mut file = File::create_new(&place)?;
            io::copy(content, &mut file)
        });
        copied.map(drop).map_err(|error| vec![unwritable(&place, &error)])
    };
    for (path, _, _) in &files {
        let mut content = tree.open(path).map_err(|error| vec![unreadable(&source.join(path), &error)])?;
        put(&format!("{data}/{path}"), &mut content)?;
    }
    written.iter().try_for_each(|(path, content)| put(path, &mut content.as_slice()))
}

/// What `bag-info.txt` says, by the names of RFC 8493 and those of Annex VI.
fn info(line: &Line, metadata: &Metadata) -> Vec<(&'static str, String)> {
    let organ = metadata.organ_name.clone().unwrap_or_else(|| line.organ.clone());
    let mut info = vec![
        ("Source-Organization", organ),
        ("External-Identifier", line.package.clone()),
        ("External-Description", line.subject.clone()),
        ("Internal-Sender-Identifier", line.symbol.clone()),
        ("Bagging-Date", line.entered.chars().take(10).collect()),
        ("Bag-Software-Agent", format!("baocao {}", env!("CARGO_PKG_VERSION"))),
        ("Issued-Date", line.date.to_string()),
    ];
    info.extend(metadata.maintenance.clone().map(|kept| ("Maintenance", kept)));
    info
}
