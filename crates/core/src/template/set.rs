//! One template set, read from its files.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::documents::Documents;
use super::files::Templates;
use super::outline::Outline;
use super::read::input;
use super::wording::Wording;
use crate::diagnostic::{Finding, Place, Source, nearest};
use crate::form::{FormFile, Relations, RollUp};
use crate::limits::Limits;
use crate::report::{OwnAppendix, check_text};
use crate::{kinds, msg, table};

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
    /// Abbreviations and words: `wording.json` of all families and of its own.
    pub wording: Wording,
    /// Documents of the central organs that are often cited: `documents.json` of all families and of its own.
    pub documents: Documents,
    /// How reports are rolled up: `rollup.json` of its family.
    pub rollup: RollUp,
    /// Its outline.
    pub outline: Outline,
    /// The file of its outline, for findings.
    pub outline_source: Arc<Source>,
    /// Its section templates by the id of the section.
    pub sections: BTreeMap<String, Arc<Source>>,
}

impl Templates {
    /// Reads a set; what is wrong with its files is added to the findings. `asked` is where it was asked for.
    pub fn load(&self, name: &str, asked: Option<Place>, findings: &mut Vec<Finding>) -> Option<TemplateSet> {
        let (form_path, outline_path) = (format!("{name}/form.json"), format!("{name}/outline.json"));
        let own_forms = self.file(&form_path);
        let Some(outline_source) = self.file(&outline_path) else {
            let names = self.names();
            let list = names.join(", ");
            findings.push(
                kinds::templates::UNKNOWN_SET
                    .finding(msg!("không có bộ mẫu \"{name}\"", "there is no template set \"{name}\""))
                    .at(asked)
                    .one_of(name, &names)
                    .expected(msg!("một trong: {list}", "one of: {list}")),
            );
            return None;
        };
        let before = findings.len();
        // A set without forms has no file of them.
        let form_source = own_forms.unwrap_or(outline_source);
        let form = own_forms.map_or_else(|| Some(FormFile::none()), |source| self.read(&form_path, source, findings));
        let outline = self.read(&outline_path, outline_source, findings);
        let family = name.rsplit_once('/').map_or("", |(family, _)| family);
        let of_family = |file: &str| format!("{family}/{file}");
        let relations = self.shared(&of_family("relations.json"), findings)?.unwrap_or_default();
        // Words and documents are of all families, or of one.
        let (mut wording, mut documents) = (Wording::default(), Documents::default());
        for folder in ["".to_owned(), of_family("")] {
            wording.join(self.shared(&format!("{folder}wording.json"), findings)?.unwrap_or_default());
            documents.join(self.shared(&format!("{folder}documents.json"), findings)?.unwrap_or_default());
        }
        let rollup = self.shared(&of_family("rollup.json"), findings)?.unwrap_or_default();
        let shared = (relations, wording, documents, rollup);
        let set = self.set(name, (form?, form_source), (outline?, outline_source), shared);
        if findings.len() > before {
            return None;
        }
        set.tell_unspoken(findings);
        let before = findings.len();
        set.tell_letters(self.limits(), findings);
        set.form.check(&set.form_source, findings);
        set.outline.check(&set.outline_source, findings);
        if !set.form.tables.is_empty()
            && let Some(input) = input(form_source, self.limits())
        {
            table::check(&set.form.tables, &input, findings);
        }
        (findings.len() == before).then_some(set)
    }

    /// A file that several sets share, where there is one; nothing where it cannot be read.
    fn shared<T: DeserializeOwned + JsonSchema>(&self, path: &str, findings: &mut Vec<Finding>) -> Option<Option<T>> {
        match self.file(path) {
            Some(source) => self.read(path, source, findings).map(Some),
            None => Some(None),
        }
    }

    /// A set of its two files and its section templates.
    pub(super) fn set(
        &self,
        name: &str,
        form: (FormFile, &Arc<Source>),
        outline: (Outline, &Arc<Source>),
        (relations, wording, documents, rollup): (Relations, Wording, Documents, RollUp),
    ) -> TemplateSet {
        let prefix = format!("{name}/sections/");
        let section = |(path, source): (&str, &Arc<Source>)| {
            let id = path.strip_suffix(".md.hbs")?;
            Some((id.to_owned(), Arc::clone(source)))
        };
        let sections = self.below(&prefix).filter_map(section).collect();
        TemplateSet {
            name: name.to_owned(),
            form: form.0,
            form_source: Arc::clone(form.1),
            relations,
            wording,
            documents,
            rollup,
            outline: outline.0,
            outline_source: Arc::clone(outline.1),
            sections,
        }
    }
}

impl TemplateSet {
    /// What the section templates hold that no text may; the JSON files are held against that when they are read.
    pub(super) fn tell_letters(&self, limits: &Limits, findings: &mut Vec<Finding>) {
        let letters = Limits { word_letters: usize::MAX, text_bytes: usize::MAX, ..*limits };
        for source in self.sections.values() {
            check_text(&source.text, &letters, |range| Place::new(source, range), findings);
            // Calls are no words.
            let mut at = 0;
            for piece in source.text.split_inclusive("}}") {
                let words = piece.split("{{").next().unwrap_or_default();
                if words.len() > limits.word_letters {
                    check_text(words, limits, |range| Place::new(source, at + range.start..at + range.end), findings);
                }
                at += piece.len();
            }
        }
    }

    /// Section templates that no section of the outline speaks: their names are probably misspelt.
    pub(super) fn tell_unspoken(&self, findings: &mut Vec<Finding>) {
        let mut known = self.outline.ids();
        known.extend(self.form.appendices.iter().flat_map(OwnAppendix::sections));
        for (id, source) in self.sections.iter().filter(|(id, _)| !known.contains(&id.as_str())) {
            let finding = kinds::templates::SECTION_UNUSED
                .finding(msg!(
                    "đề cương không có mục \"{id}\" của tệp này",
                    "the outline has no section \"{id}\" for this file"
                ))
                .at(Place::new(source, 0..0));
            findings.push(match nearest(id, known.iter().copied()) {
                Some(near) => finding.hint(msg!("có phải \"{near}.md.hbs\"?", "did you mean \"{near}.md.hbs\"?")),
                None => finding,
            });
        }
    }
}
