//! All files that sets consist of: those built into the program, and folders laid over them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::{fs, io};

use baocao_vietnamese::encoding;
use include_dir::{Dir, File, include_dir};

use crate::diagnostic::{Finding, Source, unreadable};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../templates");

/// A template file of an office may be no larger than this.
const LARGEST_FILE: u64 = 4 << 20;

/// All template files, by their path below the template folder.
#[derive(Debug, Clone)]
pub struct Templates {
    files: BTreeMap<String, TemplateFile>,
}

/// A template file. One that is built in is copied when it is first asked for: a report needs a tenth of them.
#[derive(Debug, Clone)]
struct TemplateFile {
    built_in: Option<&'static File<'static>>,
    source: OnceLock<Arc<Source>>,
}

impl TemplateFile {
    fn source(&self) -> &Arc<Source> {
        self.source.get_or_init(|| {
            let file = self.built_in.and_then(|file| Some((file.path().to_str()?, file.contents_utf8()?)));
            let (path, text) = file.unwrap_or_default();
            Source::new(format!("templates/{path}"), text)
        })
    }
}

impl From<Arc<Source>> for TemplateFile {
    fn from(source: Arc<Source>) -> Self {
        Self { built_in: None, source: OnceLock::from(source) }
    }
}

impl Default for Templates {
    fn default() -> Self {
        Self::built_in()
    }
}

impl Templates {
    /// The templates that are built into the program.
    pub fn built_in() -> Self {
        fn collect(dir: &'static Dir<'static>, files: &mut BTreeMap<String, TemplateFile>) {
            for file in dir.files() {
                if let Some(path) = file.path().to_str() {
                    let read = TemplateFile { built_in: Some(file), source: OnceLock::new() };
                    files.insert(path.replace('\\', "/"), read);
                }
            }
            for below in dir.dirs() {
                collect(below, files);
            }
        }
        let mut files = BTreeMap::new();
        collect(&BUILT_IN, &mut files);
        Self { files }
    }

    /// Lays the files of a folder over these.
    pub fn overlay(self, folder: &Path) -> Result<Self, Finding> {
        Ok(self.under(Self::of_folder(folder, "")?))
    }

    /// These with others laid over them.
    pub fn under(mut self, others: Self) -> Self {
        self.files.extend(others.files);
        self
    }

    /// The files of a folder and nothing else, as if they stood below `prefix` (empty, or ending in `/`).
    pub fn of_folder(folder: &Path, prefix: &str) -> Result<Self, Finding> {
        let mut files = BTreeMap::new();
        let mut folders = vec![(folder.to_owned(), prefix.to_owned())];
        while let Some((path, prefix)) = folders.pop() {
            let entries = fs::read_dir(&path).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
            let entries: Vec<PathBuf> = entries.map_err(|error| unreadable(&path, &error))?;
            for entry in entries {
                let Some(name) = entry.file_name().and_then(|name| name.to_str()) else { continue };
                let below = format!("{prefix}{name}");
                let failed = |error| unreadable(&entry, &error);
                // A link is not followed into a folder: it could lead round in a circle.
                let metadata = fs::symlink_metadata(&entry).map_err(failed)?;
                if metadata.is_dir() {
                    folders.push((entry, format!("{below}/")));
                } else if [".json", ".hbs", ".typ"].iter().any(|ending| name.ends_with(ending)) {
                    let size = fs::metadata(&entry).map_err(failed)?.len();
                    if size > LARGEST_FILE {
                        return Err(failed(io::ErrorKind::FileTooLarge.into()));
                    }
                    let text = fs::read_to_string(&entry).map_err(failed)?;
                    // Editors on Windows put a byte order mark before the text.
                    let text = encoding::nfc(text.strip_prefix('\u{feff}').unwrap_or(&text));
                    files.insert(below, Source::new(entry.display().to_string(), text).into());
                }
            }
        }
        Ok(Self { files })
    }

    /// One file.
    pub fn file(&self, path: &str) -> Option<&Arc<Source>> {
        self.files.get(path).map(TemplateFile::source)
    }

    /// The files of the page, by their name.
    pub fn layout(&self) -> impl Iterator<Item = (&str, &Arc<Source>)> {
        self.below("layout/")
    }

    /// The files below a folder, by their path there.
    pub(super) fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a Arc<Source>)> {
        let files = self.files.range(folder.to_owned()..);
        files.map_while(move |(path, file)| Some((path.strip_prefix(folder)?, file.source())))
    }

    /// The names of all sets, in order.
    pub fn names(&self) -> Vec<&str> {
        let sets: BTreeSet<&str> = self.files.keys().filter_map(|path| path.strip_suffix("/outline.json")).collect();
        sets.into_iter().collect()
    }

    /// The set that a name or a level means: `xa` is the newest of `xa-2022` and `xa-2025`. Where families share the
    /// name of a level, the family must be named too: `cchc/xa`.
    pub fn newest(&self, level: &str) -> Option<&str> {
        let names = self.names();
        if let Some(name) = names.iter().find(|name| **name == level) {
            return Some(name);
        }
        let means = |name: &&str| {
            let short = name.rsplit('/').next().unwrap_or(name);
            let begins =
                |name: &str| name.strip_prefix(level).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
            begins(name) || begins(short)
        };
        let found: Vec<&str> = names.into_iter().filter(means).collect();
        let family = |name: &str| name.rsplit_once('/').map(|(family, _)| family.to_owned());
        let one_family = found.iter().all(|name| family(name) == family(found[0]));
        if one_family { found.last().copied() } else { None }
    }

    /// Files by their path.
    #[cfg(test)]
    pub(super) fn of(files: impl IntoIterator<Item = (String, Arc<Source>)>) -> Self {
        Self { files: files.into_iter().map(|(path, source)| (path, source.into())).collect() }
    }

    /// All files by their path, in order.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Arc<Source>)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file.source()))
    }
}
