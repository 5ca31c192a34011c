//! One template set, read from its files.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::documents::Documents;
use super::files::Templates;
use super::outline::Outline;
use super::read::{input, read};
use super::wording::Wording;
use crate::diagnostic::{Finding, Place, Source, nearest};
use crate::form::{FormFile, Relations, RollUp};
use crate::report::OwnAppendix;
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
        let own_forms = self.file(&format!("{name}/form.json"));
        let Some(outline_source) = self.file(&format!("{name}/outline.json")) else {
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
        // A set without forms has no file of them.
        let form_source = own_forms.unwrap_or(outline_source);
        let form = own_forms.map_or_else(|| Some(FormFile::none()), |source| read(source, findings));
        let outline = read(outline_source, findings);
        let family = name.rsplit_once('/').map_or("", |(family, _)| family);
        let relations = match self.file(&format!("{family}/relations.json")) {
            Some(source) => read(source, findings)?,
            None => Relations::default(),
        };
        // Words and documents are of all families, or of one.
        let (mut wording, mut documents) = (Wording::default(), Documents::default());
        for folder in ["".to_owned(), format!("{family}/")] {
            if let Some(source) = self.file(&format!("{folder}wording.json")) {
                wording.join(read(source, findings)?);
            }
            if let Some(source) = self.file(&format!("{folder}documents.json")) {
                documents.join(read(source, findings)?);
            }
        }
        let rollup = match self.file(&format!("{family}/rollup.json")) {
            Some(source) => read(source, findings)?,
            None => RollUp::default(),
        };
        let shared = (relations, wording, documents, rollup);
        let set = self.set(name, (form?, form_source), (outline?, outline_source), shared);
        set.tell_unspoken(findings);
        let before = findings.len();
        set.form.check(&set.form_source, findings);
        set.outline.check(&set.outline_source, findings);
        if !set.form.tables.is_empty()
            && let Some(input) = input(form_source, self.limits())
        {
            table::check(&set.form.tables, &input, findings);
        }
        (findings.len() == before).then_some(set)
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
