//! All rules, by family, in the order of the documentation.

use super::{Family, Rule, citations, computed, figures, official, prose, tables, text};

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

/// All families of rules.
pub fn families() -> impl Iterator<Item = &'static Family> {
    SUBJECTS.into_iter().flatten()
}

/// All rules.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    families().flat_map(|family| family.rules).copied()
}

/// The rule of an id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}
