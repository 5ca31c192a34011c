//! The root of each report: the folder that its files come from and that nothing leads out of.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use baocao_check::{CONFIG_FILE, Config};
use baocao_core::diagnostic::{Finding, unreadable, unreadable_for};
use baocao_core::limits::Limits;
use baocao_core::report::ReportFile;
use baocao_core::shelf::{Shelf, ShelfError, ShelfPath};
use baocao_core::{kinds, msg};

use crate::Folder;
use crate::files::too_large;

/// How a file is read: of at most one byte more than so many, which is enough to see that it is too large.
pub type Open = fn(&Path, usize) -> Result<Vec<u8>, Finding>;

/// Files by how they are shown.
pub type Files = Vec<(String, Vec<u8>)>;

/// The roots of a call: the one that it names, or for each report its own.
#[derive(Debug)]
pub struct Roots {
    /// As it was named, and as the file system knows it.
    given: Option<(PathBuf, PathBuf)>,
    folders: BTreeMap<PathBuf, Arc<Folder>>,
}

/// Where a report stands.
#[derive(Debug, Clone)]
pub struct Stand {
    root: Arc<Folder>,
    folder: ShelfPath,
}

impl Stand {
    /// The files that the report may use.
    pub fn shelf(&self) -> &dyn Shelf {
        &*self.root
    }

    /// A report that stands here, whose files come from another shelf with the same paths.
    pub fn report_of<'a>(&self, shelf: &'a dyn Shelf, name: &str, bytes: Vec<u8>) -> ReportFile<'a> {
        ReportFile::new(name, bytes).beside(shelf, self.folder.clone())
    }

    /// A report that stands here.
    pub fn report(&self, name: &str, bytes: Vec<u8>) -> ReportFile<'_> {
        self.report_of(&*self.root, name, bytes)
    }
}

impl Roots {
    /// The roots of a call; `given` is the folder of `--root`.
    pub fn new(given: Option<&Path>) -> Result<Self, Finding> {
        let real = |folder: &Path| match folder.canonicalize() {
            Ok(real) if !real.is_dir() => Err(unreadable(folder, &ErrorKind::NotADirectory.into())),
            real => real.map_err(|error| unreadable(folder, &error)),
        };
        let given = given.map(|folder| Ok((folder.to_owned(), real(folder)?))).transpose()?;
        Ok(Self { given, folders: BTreeMap::new() })
    }

    /// Where a report stands: below the root that was given, or else in the folder of the nearest `baocao.toml` above it,
    /// or else in its own folder.
    pub fn of(&mut self, report: &Path) -> Result<Stand, Finding> {
        let folder = folder(report);
        let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let here = here.canonicalize().map_err(|error| unreadable(report, &error))?;
        let (named, real) = match &self.given {
            Some((named, real)) => (named.clone(), real.clone()),
            None => {
                let config = nearest_file(folder);
                let real = config.as_deref().and_then(Path::parent).unwrap_or(&here).to_owned();
                (shown(&real), real)
            }
        };
        let below = here.strip_prefix(&real).map_err(|_| not_below(report, &named))?;
        let stand = match below.to_str().and_then(|below| ShelfPath::root().join(below)) {
            Some(folder) => Stand { root: self.folder(real, named), folder },
            // A folder whose name is no text is its own root.
            None => Stand { root: self.folder(here.clone(), shown(&here)), folder: ShelfPath::root() },
        };
        Ok(stand)
    }

    fn folder(&mut self, real: PathBuf, named: PathBuf) -> Arc<Folder> {
        Arc::clone(self.folders.entry(real).or_insert_with(|| Arc::new(Folder::new(named))))
    }
}

/// The folder of a report; of standard input, the current one.
pub fn folder(report: &Path) -> &Path {
    report.parent().unwrap_or(Path::new(""))
}

/// `baocao.toml` of a folder or of the nearest one above it that has one, whatever it is: one that cannot be read is told, not
/// passed over. A folder with `.git` is the last: what lies above it belongs to someone else.
pub fn nearest_file(folder: &Path) -> Option<PathBuf> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let mut folder = folder.canonicalize().ok()?;
    loop {
        let file = folder.join(CONFIG_FILE);
        if file.symlink_metadata().is_ok() {
            return Some(file);
        }
        if folder.join(".git").exists() || !folder.pop() {
            return None;
        }
    }
}

/// What a `baocao.toml` says, the rules of its own files included, and the files with their bytes; or all that is wrong with
/// them.
pub fn config(path: &Path, open: Open) -> Result<(Config, Files), Vec<Finding>> {
    let name = path.display().to_string();
    let most = Limits::default().config_bytes;
    let bytes = open(path, most).map_err(|finding| vec![finding])?;
    if bytes.len() > most {
        return Err(vec![too_large(path, most as u64)]);
    }
    let text = str::from_utf8(&bytes).map_err(|_| vec![unreadable(path, &ErrorKind::InvalidData.into())])?;
    let mut findings = Vec::new();
    let Some(config) = Config::parse(&name, text, &mut findings) else { return Err(findings) };
    let folder = Folder::new(path.parent().unwrap_or(Path::new("")));
    let mut files = Vec::new();
    for (file, place) in config.rule_files() {
        match rules(&folder, file) {
            Ok(text) => files.push((shown(&path.with_file_name(file)).display().to_string(), text)),
            Err(finding) => findings.push(finding.at(place)),
        }
    }
    if !findings.is_empty() {
        return Err(findings);
    }
    let config = if files.is_empty() { Some(config) } else { config.with_rules(&files, &mut findings) };
    let read = std::iter::once((name, bytes));
    let read = read.chain(files.into_iter().map(|(name, text)| (name, text.into_bytes()))).collect();
    config.map(|config| (config, read)).ok_or(findings)
}

/// The text of a file of an office's rules, in the folder of its `baocao.toml` or below it.
fn rules(folder: &Folder, file: &str) -> Result<String, Finding> {
    let most = Limits::default().config_bytes;
    let outside = || {
        kinds::files::OUTSIDE
            .finding(msg!(
                "tệp quy tắc không nằm trong thư mục của baocao.toml",
                "the file of rules does not lie in the folder of baocao.toml"
            ))
            .found(file)
    };
    let path = ShelfPath::root().join(file).ok_or_else(outside)?;
    let bytes = folder.read(&path, most as u64).map_err(|error| match error {
        ShelfError::TooLarge(_) => too_large(Path::new(file), most as u64),
        other => unreadable_for(file, &other.reason()),
    })?;
    let text = str::from_utf8(&bytes).map_err(|_| unreadable(Path::new(file), &ErrorKind::InvalidData.into()))?;
    Ok(text.to_owned())
}

/// A path as the user would write it.
pub fn shown(path: &Path) -> PathBuf {
    let here = Path::new(".").canonicalize().ok();
    let below = here.and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    below.unwrap_or_else(|| path.to_owned())
}

fn not_below(report: &Path, root: &Path) -> Finding {
    let (name, root) = (report.display(), root.display());
    kinds::files::OUTSIDE
        .finding(msg!(
            "báo cáo {name} không nằm trong thư mục gốc \"{root}\"",
            "the report {name} does not lie in the root folder \"{root}\""
        ))
        .hint(msg!(
            "chọn bằng --root thư mục chứa cả báo cáo và các tệp đi kèm",
            "choose with --root a folder that holds the report and the files that go with it"
        ))
}
