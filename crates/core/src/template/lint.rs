//! All that can be said of template sets before a report is there.

use std::collections::BTreeSet;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::read::{input, read};
use super::{Documents, Outline, Section, TemplateSet, Templates, Wording};
use crate::diagnostic::{Finding, Message, Place, Source};
use crate::form::{FormFile, Relations, RollUp};
use crate::report::Input;
use crate::{kinds, msg, table};

const RELATIONS: &str = "relations.json";
const ROLLUP: &str = "rollup.json";
const WORDING: &str = "wording.json";
/// Files that all sets of a family share.
const FAMILY_FILES: [&str; 4] = [RELATIONS, ROLLUP, WORDING, "documents.json"];

impl Templates {
    /// The sets that these files belong to. A file that belongs to none is told of.
    pub fn sets_of_files(&self, findings: &mut Vec<Finding>) -> BTreeSet<String> {
        let mut sets = BTreeSet::new();
        for (path, source) in self.files() {
            let of_json = path.strip_suffix("/form.json").or_else(|| path.strip_suffix("/outline.json"));
            let of_section = || {
                let (set, file) = path.strip_suffix(".md.hbs")?.rsplit_once('/')?;
                set.strip_suffix("/sections").filter(|_| !file.is_empty())
            };
            if let Some(set) = of_json.or_else(of_section) {
                sets.insert(set.to_owned());
            } else if !path.ends_with(".json") && !path.starts_with("layout/") {
                findings.push(
                    kinds::templates::FILE_UNUSED
                        .finding(msg!("không bộ mẫu nào dùng tệp này", "no template set uses this file"))
                        .at(Place::new(source, 0..0))
                        .expected(msg!(
                            "<họ>/<cấp>-<phiên bản>/sections/<mã mục>.md.hbs, hoặc layout/<tên>.typ",
                            "<family>/<level>-<version>/sections/<section id>.md.hbs, or layout/<name>.typ"
                        )),
                );
            }
        }
        sets
    }

    /// Looks through a set for every mistake, those included that do not forbid documents. `known` are sets whose
    /// indicators it must not contradict. Gives the set where it can be read.
    pub fn lint(&self, name: &str, known: &[TemplateSet], findings: &mut Vec<Finding>) -> Option<TemplateSet> {
        let forms = format!("{name}/form.json");
        let form = self.file(&forms).map(|_| self.whole::<FormFile>(&forms, findings));
        let (outline, outline_source) = self.whole::<Outline>(&format!("{name}/outline.json"), findings)?;
        let (form, form_source) = form.unwrap_or_else(|| Some((FormFile::none(), outline_source)))?;
        let shared = <(Relations, Wording, Documents, RollUp)>::default();
        let set = self.set(name, (form, form_source), (outline, outline_source), shared);
        set.tell_unspoken(findings);
        set.tell_letters(self.limits(), findings);
        set.form.check(form_source, findings);
        set.outline.check(outline_source, findings);
        // The latest sets speak first.
        let known: Vec<(&str, &FormFile)> = known.iter().rev().map(|set| (set.name.as_str(), &set.form)).collect();
        set.form.advise(form_source, &known, findings);
        if let Some(input) = input(outline_source, self.limits()) {
            tell_empty_titles(&set.outline.sections, "", &input, findings);
        }
        if let Some(input) = input(form_source, self.limits()) {
            table::check(&set.form.tables, &input, findings);
        }
        Some(set)
    }

    /// The files of whole families, and of all of them: `relations.json`, `rollup.json`, `documents.json`, `wording.json`.
    pub fn files_of_families(&self) -> Vec<String> {
        let whole = |path: &&str| FAMILY_FILES.contains(&path.rsplit('/').next().unwrap_or(path));
        self.files().map(|(path, _)| path).filter(whole).map(str::to_owned).collect()
    }

    /// Looks through a file of a family for every mistake: what its schema says, and indicators that no set of the
    /// family has.
    pub fn lint_family(&self, path: &str, findings: &mut Vec<Finding>) {
        let (family, file) = path.rsplit_once('/').unwrap_or(("", path));
        match file {
            RELATIONS => {
                let Some((relations, source)) = self.whole::<Relations>(path, findings) else { return };
                if let Some(known) = self.indicators_of(family) {
                    relations.advise(source, &known, findings);
                }
            }
            ROLLUP => {
                let Some((rollup, source)) = self.whole::<RollUp>(path, findings) else { return };
                if let Some(forms) = self.forms_of(family) {
                    rollup.advise(source, &forms, findings);
                }
            }
            WORDING => drop(self.whole::<Wording>(path, findings)),
            _ => drop(self.whole::<Documents>(path, findings)),
        }
    }

    /// The indicators of all sets of a family; nothing where a set cannot be read, which is told of that set.
    fn indicators_of(&self, family: &str) -> Option<BTreeSet<String>> {
        let forms = self.forms_of(family)?;
        Some(forms.iter().flat_map(FormFile::indicators).map(|(id, _)| id.to_owned()).collect())
    }

    /// The forms of all sets of a family; nothing where a set cannot be read.
    fn forms_of(&self, family: &str) -> Option<Vec<FormFile>> {
        let sets = self.names().into_iter().filter(|name| name.rsplit_once('/').is_some_and(|(of, _)| of == family));
        let forms = sets.filter_map(|name| self.file(&format!("{name}/form.json")));
        forms.map(|source| read(source, &mut Vec::new())).collect()
    }

    /// Reads a JSON file that must be there, and holds it against all that its schema says.
    fn whole<T: DeserializeOwned + JsonSchema>(
        &self,
        path: &str,
        findings: &mut Vec<Finding>,
    ) -> Option<(T, &Arc<Source>)> {
        let Some(source) = self.file(path) else {
            findings.push(
                kinds::templates::FILE_MISSING.finding(msg!("thiếu tệp {path}", "the file {path} is missing")).hint(
                    Message::new("`baocao form new` viết ra một bộ mẫu đủ tệp", "`baocao form new` writes a whole set"),
                ),
            );
            return None;
        };
        Some((self.read(path, source, findings)?, source))
    }
}

/// Sections without a title.
fn tell_empty_titles(sections: &[Section], pointer: &str, input: &Input, findings: &mut Vec<Finding>) {
    for (index, section) in sections.iter().enumerate() {
        let here = format!("{pointer}/sections/{index}");
        if section.title.trim().is_empty() {
            let id = &section.id;
            findings.push(
                kinds::forms::EMPTY_TITLE
                    .finding(msg!("mục \"{id}\" không có tiêu đề", "the section \"{id}\" has no title"))
                    .at(input.place(&format!("{here}/title")))
                    .hint(msg!("ghi \"title\" của mục", "write the \"title\" of the section")),
            );
        }
        tell_empty_titles(&section.sections, &here, input, findings);
    }
}
