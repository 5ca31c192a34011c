//! The outline of a family of reports: `outline.json`.

use std::collections::BTreeSet;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kind::DocumentKind;
use crate::diagnostic::{Finding, Place, Source};
use crate::report::Numbering;
use crate::{kinds, msg};

/// An outline.
///
/// Đề cương báo cáo.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Đề cương / Outline")]
pub struct Outline {
    /// The JSON Schema.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// What these reports are called.
    pub title: Title,
    /// After what the outline was written and what in it is derived.
    pub source: String,
    /// Whether forms and outline are derived: no authority issued them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub derived: bool,
    /// What kind of document it is of.
    #[serde(default)]
    pub document: DocumentKind,
    /// How headings are numbered, by depth.
    pub numbering: Vec<Numbering>,
    /// The section before the first heading.
    pub opening: String,
    /// The sections; none where every document has an outline of its own.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// The section after the last, which `./.` ends.
    pub closing: String,
    /// The section of what is still to be done, those below it included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directions: Option<String>,
}

/// A name in both languages.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

/// A section.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its id; its template is `sections/<id>.md.hbs`.
    pub id: String,
    /// Its heading, a Handlebars template.
    pub title: String,
    /// Whether it falls away where there is nothing to say.
    #[serde(default)]
    pub optional: bool,
    /// Whether its text begins on the line of its heading.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub run_in: bool,
    /// The sections under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
}

impl Outline {
    /// Adds a finding for every section id that is given twice: a text would be printed in both places.
    pub fn check(&self, source: &Arc<Source>, findings: &mut Vec<Finding>) {
        let mut seen = BTreeSet::new();
        for id in self.ids().into_iter().filter(|id| !seen.insert(*id)) {
            findings.push(
                kinds::templates::SECTION_TWICE
                    .finding(msg!("mã mục \"{id}\" có hai lần", "the section \"{id}\" is there twice"))
                    .at(Place::of_quoted(source, Some("id"), id))
                    .hint(msg!("đặt cho một trong hai mục mã khác", "give one of the two sections another id")),
            );
        }
    }

    /// Whether a section is about what is still to be done.
    pub fn is_ahead(&self, id: &str) -> bool {
        self.directions.as_deref().is_some_and(|directions| id.starts_with(directions))
    }

    /// The ids of all sections, opening and closing included, in order.
    pub fn ids(&self) -> Vec<&str> {
        fn collect<'a>(sections: &'a [Section], ids: &mut Vec<&'a str>) {
            for section in sections {
                ids.push(&section.id);
                collect(&section.sections, ids);
            }
        }
        let mut ids = vec![self.opening.as_str()];
        collect(&self.sections, &mut ids);
        ids.push(&self.closing);
        ids
    }
}
