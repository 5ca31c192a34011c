//! Template sets: all that an office may change without Rust.
//!
//! A set is a folder `<family>/<level>-<version>` with `form.json`, `outline.json` and `sections/*.md.hbs`; the page
//! is `layout/*.typ`. The sets built into the program may be overlaid by a folder of the office's own, file by file.

mod documents;
mod fresh;
mod indicators;
mod lint;
mod outline;
mod report_schema;
mod sample;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use schemars::{JsonSchema, Schema};
use serde::de::DeserializeOwned;

pub use documents::{Documents, KnownDocument, Replaced};
pub use fresh::{copy, skeleton};
pub use indicators::indicator_table;
pub use outline::{Outline, Section, Title};
pub use report_schema::report_schema;
pub use sample::sample;
pub use wording::{About, Outdated, Wording};

use crate::diagnostic::{Finding, Place, Source, unreadable};
use crate::form::{FormFile, Relations};
use crate::msg;
use crate::report::{Input, Limits, OwnAppendix, structure};
use crate::table;
use crate::vietnamese::encoding;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// A template file of an office may be no larger than this.
const LARGEST_FILE: u64 = 4 << 20;

/// All template files, by their path below the template folder.
#[derive(Debug, Clone)]
pub struct Templates {
    files: BTreeMap<String, Arc<Source>>,
}

/// One template set.
#[derive(Debug)]
pub struct TemplateSet {
    /// Its name, such as `cchc/xa-2022`.
    pub name: String,
    /// Its forms.
    pub form: FormFile,
    /// The file of its forms, for findings.
    pub form_source: Arc<Source>,
    /// What must hold between its indicators: `relations.json` of its family.
    pub relations: Relations,
    /// Abbreviations and words: `wording.json` of its family.
    pub wording: Wording,
    /// Documents of the central organs that its reports often cite: `documents.json` of its family.
    pub documents: Documents,
    /// Its outline.
    pub outline: Outline,
    /// The file of its outline, for findings.
    pub outline_source: Arc<Source>,
    /// Its section templates by the id of the section.
    pub sections: BTreeMap<String, Arc<Source>>,
}

impl Default for Templates {
    fn default() -> Self {
        Self::built_in()
    }
}

impl Templates {
    /// The templates that are built into the program.
    pub fn built_in() -> Self {
        fn collect(dir: &Dir<'_>, files: &mut BTreeMap<String, Arc<Source>>) {
            for file in dir.files() {
                if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
                    files.insert(path.replace('\\', "/"), Source::new(format!("templates/{path}"), text));
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
                    files.insert(below, Source::new(entry.display().to_string(), text));
                }
            }
        }
        Ok(Self { files })
    }

    /// One file.
    pub fn file(&self, path: &str) -> Option<&Arc<Source>> {
        self.files.get(path)
    }

    /// The files of the page, by their name.
    pub fn layout(&self) -> impl Iterator<Item = (&str, &Arc<Source>)> {
        let files = self.files.range("layout/".to_owned()..).take_while(|(path, _)| path.starts_with("layout/"));
        files.filter_map(|(path, source)| Some((path.strip_prefix("layout/")?, source)))
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

    /// All files by their path, in order.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Arc<Source>)> {
        self.files.iter().map(|(path, source)| (path.as_str(), source))
    }

    /// Reads a set; what is wrong with its files is added to the findings. `asked` is where it was asked for.
    pub fn load(&self, name: &str, asked: Option<Place>, findings: &mut Vec<Finding>) -> Option<TemplateSet> {
        let (Some(form_source), Some(outline_source)) =
            (self.file(&format!("{name}/form.json")), self.file(&format!("{name}/outline.json")))
        else {
            let names = self.names();
            let list = names.join(", ");
            findings.push(
                Finding::error(
                    "mau/khong-biet",
                    msg!("không có bộ mẫu \"{name}\"", "there is no template set \"{name}\""),
                )
                .at(asked)
                .one_of(name, &names)
                .expected(msg!("một trong: {list}", "one of: {list}")),
            );
            return None;
        };
        let form: Option<FormFile> = parse(form_source, findings);
        let outline = parse(outline_source, findings);
        let family = name.rsplit_once('/').map_or("", |(family, _)| family);
        let relations = match self.file(&format!("{family}/relations.json")) {
            Some(source) => parse(source, findings)?,
            None => Relations::default(),
        };
        let wording = match self.file(&format!("{family}/wording.json")) {
            Some(source) => parse(source, findings)?,
            None => Wording::default(),
        };
        let documents = match self.file(&format!("{family}/documents.json")) {
            Some(source) => parse(source, findings)?,
            None => Documents::default(),
        };
        let shared = (relations, wording, documents);
        let set = self.set(name, (form?, form_source), (outline?, outline_source), shared);
        set.tell_unspoken(findings);
        let before = findings.len();
        set.form.check(&set.form_source, findings);
        set.outline.check(&set.outline_source, findings);
        if !set.form.tables.is_empty()
            && let Some(input) = lint::input(form_source)
        {
            table::check(&set.form.tables, &input, findings);
        }
        (findings.len() == before).then_some(set)
    }

    /// A set of its two files and its section templates.
    fn set(
        &self,
        name: &str,
        form: (FormFile, &Arc<Source>),
        outline: (Outline, &Arc<Source>),
        (relations, wording, documents): (Relations, Wording, Documents),
    ) -> TemplateSet {
        let prefix = format!("{name}/sections/");
        let sections = self
            .files
            .range(prefix.clone()..)
            .take_while(|(path, _)| path.starts_with(&prefix))
            .filter_map(|(path, source)| {
                let id = path.strip_prefix(&prefix)?.strip_suffix(".md.hbs")?;
                Some((id.to_owned(), Arc::clone(source)))
            })
            .collect();
        TemplateSet {
            name: name.to_owned(),
            form: form.0,
            form_source: Arc::clone(form.1),
            relations,
            wording,
            documents,
            outline: outline.0,
            outline_source: Arc::clone(outline.1),
            sections,
        }
    }
}

impl TemplateSet {
    /// Section templates that no section of the outline speaks: their names are probably misspelt.
    fn tell_unspoken(&self, findings: &mut Vec<Finding>) {
        let mut known = self.outline.ids();
        known.extend(self.form.appendices.iter().flat_map(OwnAppendix::sections));
        for (id, source) in self.sections.iter().filter(|(id, _)| !known.contains(&id.as_str())) {
            let finding = Finding::warning(
                "mau/muc-thua",
                msg!("đề cương không có mục \"{id}\" của tệp này", "the outline has no section \"{id}\" for this file"),
            )
            .at(Place::new(source, 0..0));
            findings.push(match crate::diagnostic::nearest(id, known.iter().copied()) {
                Some(near) => finding.hint(msg!("có phải \"{near}.md.hbs\"?", "did you mean \"{near}.md.hbs\"?")),
                None => finding,
            });
        }
    }
}

/// Reads a JSON file of a template set.
fn parse<T: DeserializeOwned + JsonSchema>(source: &Arc<Source>, findings: &mut Vec<Finding>) -> Option<T> {
    match serde_json::from_str(&source.text) {
        Ok(value) => Some(value),
        Err(error) => {
            let before = findings.len();
            explain::<T>(source, findings);
            if findings.len() == before {
                let offset = source.offset(error.line(), error.column());
                findings.push(
                    Finding::error(
                        "mau/khong-doc-duoc",
                        msg!("không đọc được tệp mẫu", "the template file cannot be read"),
                    )
                    .at(Place::new(source, offset..offset))
                    .found(error.to_string()),
                );
            }
            None
        }
    }
}

/// Holds a file that could not be read against its schema, which can say all that is wrong with it and where.
fn explain<T: JsonSchema>(source: &Source, findings: &mut Vec<Finding>) {
    let Some(input) = Input::parse(&source.name, source.text.clone().into_bytes(), Limits::default(), findings) else {
        return;
    };
    let generate = || schema_of::<T>().to_value();
    let validator = jsonschema::options().build(&generate());
    if let (Ok(validator), Ok(value)) = (validator, serde_json::from_str(&source.text)) {
        structure::check(&validator, &generate, &value, &input, findings);
    }
}

fn schema_of<T: JsonSchema>() -> Schema {
    schemars::generate::SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>()
}

/// The JSON Schema of a type of template file, as it is committed under `schema/`.
pub fn schema_text<T: JsonSchema>() -> String {
    let mut text = serde_json::to_string_pretty(&schema_of::<T>()).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_set_loads_without_a_finding() {
        let templates = Templates::built_in();
        let built_in = [
            "cchc/huyen-2020",
            "cchc/huyen-2022",
            "cchc/so-2022",
            "cchc/tinh-2022",
            "cchc/tinh-2025",
            "cchc/xa-2022",
            "cchc/xa-2025",
        ];
        assert_eq!(templates.names(), built_in);
        for name in templates.names() {
            let mut findings = Vec::new();
            assert!(templates.load(name, None, &mut findings).is_some(), "{name}: {findings:?}");
            assert!(findings.is_empty(), "{name}: {findings:?}");
        }
    }

    #[test]
    fn committed_schemas_are_fresh() {
        let again = "run: cargo run -- schema form -o schema/form.schema.json --force (and outline)";
        assert!(include_str!("../../schema/form.schema.json") == schema_text::<FormFile>(), "stale: {again}");
        assert!(include_str!("../../schema/outline.schema.json") == schema_text::<Outline>(), "stale: {again}");
    }
}
