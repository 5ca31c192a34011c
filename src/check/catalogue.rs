//! All rules, by family, in the order of the documentation.

use super::{Family, Rule, computed, figures};

/// The families of rules.
pub const FAMILIES: &[Family] =
    &[computed::VALUES, figures::RATIOS, figures::PARTS, figures::TWINS, figures::LEVELS, figures::UNITS];

/// All rules.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.rules).copied()
}

/// The rule of an id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}
