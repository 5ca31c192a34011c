//! The root of each report: the folder that its files come from and that nothing leads out of.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use baocao::{Finding, Folder, ReportFile, Shelf, ShelfPath};
use baocao_core::diagnostic::unreadable;
use baocao_core::{kinds, msg};

use super::output;
use super::settings::{nearest_file, shown};

/// The roots of a call: the one that the command line names, or for each report its own.
pub(crate) struct Roots {
    /// As it was named, and as the file system knows it.
    given: Option<(PathBuf, PathBuf)>,
    folders: BTreeMap<PathBuf, Arc<Folder>>,
}

/// Where a report stands.
#[derive(Debug, Clone)]
pub(crate) struct Stand {
    root: Arc<Folder>,
    folder: ShelfPath,
}

impl Stand {
    /// The files that the report may use.
    pub(crate) fn shelf(&self) -> &dyn Shelf {
        &*self.root
    }

    /// A report that stands here, whose files come from another shelf with the same paths.
    pub(crate) fn report_of<'a>(&self, shelf: &'a dyn Shelf, name: &str, bytes: Vec<u8>) -> ReportFile<'a> {
        ReportFile::new(name, bytes).beside(shelf, self.folder.clone())
    }

    /// A report that stands here.
    pub(crate) fn report(&self, name: &str, bytes: Vec<u8>) -> ReportFile<'_> {
        self.report_of(&*self.root, name, bytes)
    }
}

impl Roots {
    /// The roots of a call; `given` is the folder of `--root`.
    pub(crate) fn new(given: Option<&Path>) -> Result<Self, Finding> {
        let real = |folder: &Path| match folder.canonicalize() {
            Ok(real) if !real.is_dir() => Err(unreadable(folder, &ErrorKind::NotADirectory.into())),
            real => real.map_err(|error| unreadable(folder, &error)),
        };
        let given = given.map(|folder| Ok((folder.to_owned(), real(folder)?))).transpose()?;
        Ok(Self { given, folders: BTreeMap::new() })
    }

    /// Where a report stands: below the root that was given, or else in the folder of the nearest `baocao.toml` above it,
    /// or else in its own folder.
    pub(crate) fn of(&mut self, report: &Path) -> Result<Stand, Finding> {
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
pub(crate) fn folder(report: &Path) -> &Path {
    if output::is_standard(report) { Path::new("") } else { report.parent().unwrap_or(Path::new("")) }
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
