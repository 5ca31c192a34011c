//! All files that sets consist of: those built into the program, and folders laid over them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::sync::{Arc, OnceLock};

use baocao_vietnamese::encoding;
use include_dir::{Dir, File, include_dir};

use crate::diagnostic::{Finding, Source, reason, unreadable_for};
use crate::digest::sha256;
use crate::limits::Limits;
use crate::shelf::{Shelf, ShelfPath, refused};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../templates");

/// The family whose levels need no name of a family.
const FIRST_FAMILY: &str = "cchc";

/// All template files, by their path below the template folder.
#[derive(Debug, Clone)]
pub struct Templates {
    files: BTreeMap<String, TemplateFile>,
    limits: Limits,
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
        Self { files, limits: Limits::default() }
    }

    /// The same, with what their files, and the tables that they describe, may be at most.
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// What template files, and the tables that they describe, may be at most.
    pub(super) fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Lays the files of a shelf over these: a folder of templates.
    pub fn overlay(self, shelf: &dyn Shelf) -> Result<Self, Finding> {
        let others = Self::of_shelf(shelf, "", self.limits)?;
        Ok(self.under(others))
    }

    /// These with others laid over them.
    pub fn under(mut self, others: Self) -> Self {
        self.files.extend(others.files);
        self
    }

    /// The files of a shelf and nothing else, as if they stood below `prefix` (empty, or ending in `/`). Files that no
    /// template set can use are left alone, and so are links to folders: they could lead round in a circle.
    pub fn of_shelf(shelf: &dyn Shelf, prefix: &str, limits: Limits) -> Result<Self, Finding> {
        let mut files = BTreeMap::new();
        let mut folders = vec![ShelfPath::root()];
        while let Some(folder) = folders.pop() {
            let entries = shelf.list(&folder).map_err(|error| refused(shelf, &folder, &error))?;
            for entry in entries {
                let Some(path) = folder.join(&entry.name) else { continue };
                if entry.is_folder {
                    folders.push(path);
                } else if [".json", ".hbs", ".typ"].iter().any(|ending| entry.name.ends_with(ending)) {
                    let bytes =
                        shelf.read(&path, limits.template_bytes).map_err(|error| refused(shelf, &path, &error))?;
                    let name = shelf.name(&path);
                    let text = std::str::from_utf8(&bytes)
                        .map_err(|_| unreadable_for(&name, &reason(&ErrorKind::InvalidData.into())))?;
                    // Editors on Windows put a byte order mark before the text.
                    let text = encoding::nfc(text.strip_prefix('\u{feff}').unwrap_or(text));
                    files.insert(format!("{prefix}{path}"), Source::new(name, text).into());
                }
            }
        }
        Ok(Self { files, limits })
    }

    /// Whether a file is built into the program.
    pub(super) fn is_built_in(&self, path: &str) -> bool {
        self.files.get(path).is_some_and(|file| file.built_in.is_some())
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

    /// The SHA-256 of each file that the documents of a set are made of, by path: forms, outline, sections, pages. What only
    /// the checker knows is not among them.
    pub fn digests(&self, set: &str) -> BTreeMap<String, String> {
        let own = [format!("{set}/form.json"), format!("{set}/outline.json")];
        let own = own.into_iter().filter_map(|path| self.file(&path).map(|source| (path.clone(), source)));
        let folders = [format!("{set}/sections/"), "layout/".to_owned()];
        let below = folders
            .iter()
            .flat_map(|folder| self.below(folder).map(move |(path, source)| (format!("{folder}{path}"), source)));
        own.chain(below).map(|(path, source)| (path, sha256(source.text.as_bytes()))).collect()
    }

    /// The names of all sets, in order.
    pub fn names(&self) -> Vec<&str> {
        let sets: BTreeSet<&str> = self.files.keys().filter_map(|path| path.strip_suffix("/outline.json")).collect();
        sets.into_iter().collect()
    }

    /// The set that a name or a level means: `xa` is the newest of `xa-2022` and `xa-2025`. Where families share the
    /// name of a level, that of the first family is meant; of others the family must be named too: `kntc/xa`.
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
        let of_first = |name: &&&str| one_family || family(name).as_deref() == Some(FIRST_FAMILY);
        found.iter().rev().find(of_first).copied()
    }

    /// All files by their path, in order.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Arc<Source>)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file.source()))
    }
}
