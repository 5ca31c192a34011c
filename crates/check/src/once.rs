//! One fault, one finding.

use baocao_core::diagnostic::{Id, Place};

use super::Told;

/// Whether one of some rules has already told of these very words, so that another that sees the same fault is silent.
pub(super) fn told_of(told: &Told, rules: &[Id], place: &Place) -> bool {
    let mut known = told.findings.iter().filter(|entry| rules.contains(&entry.finding.id));
    known.any(|entry| entry.finding.places().any(|there| there.overlaps(place)))
}
