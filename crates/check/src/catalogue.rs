//! All rules, by family, in the order of the documentation.

use baocao_core::diagnostic::{Kind, Say};
use baocao_core::kinds;

use super::{Family, Repair, Rule, citations, computed, figures, official, prose, tables, text};

/// The families of rules, by subject.
const SUBJECTS: [&[Family]; 7] = [
    computed::FAMILIES,
    figures::FAMILIES,
    tables::FAMILIES,
    prose::FAMILIES,
    citations::FAMILIES,
    official::FAMILIES,
    text::FAMILIES,
];

/// The repairs, in the order in which they are looked for.
const REPAIRS: [&[Repair]; 3] = [citations::REPAIRS, official::REPAIRS, text::REPAIRS];

/// All repairs.
pub(super) fn repairs() -> impl Iterator<Item = &'static Repair> {
    REPAIRS.into_iter().flatten()
}

/// Whether findings of a rule carry what mends them, where that is without doubt.
pub fn is_mended(rule: &Rule) -> bool {
    repairs().any(|repair| repair.rules.iter().any(|known| known.id == rule.id))
}

/// All families of rules.
pub fn families() -> impl Iterator<Item = &'static Family> {
    SUBJECTS.into_iter().flatten()
}

/// All rules.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    families().flat_map(|family| family.rules).copied()
}

/// The kind of an id: of a rule, or of what earlier stages and the program tell.
pub fn kind(id: &str) -> Option<Kind> {
    rule(id).map(Rule::kind).or_else(|| kinds::kind(id).copied())
}

/// The kinds that no rule weighs or exempts, subject by subject: mistakes of input, templates, forms, files.
pub fn mistakes() -> impl Iterator<Item = (Say, Vec<&'static Kind>)> {
    kinds::SUBJECTS.iter().map(|subject| {
        let kinds = subject.kinds.iter().copied().filter(|kind| rule(kind.id.as_str()).is_none());
        (subject.name, kinds.collect())
    })
}

/// The rule of an id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}
