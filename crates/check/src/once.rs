//! One fault, one finding.

use baocao_core::diagnostic::{Id, Place};

use super::Told;

/// Whether one of some rules has already told of these very words, so that another that sees the same fault is silent.
pub(super) fn told_of(told: &Told, rules: &[Id], place: &Place) -> bool {
    told.findings.iter().filter(|finding| rules.contains(&finding.id)).any(|finding| {
        let there = finding.place.as_ref();
        there.is_some_and(|there| {
            there.source.name == place.source.name
                && there.span.start < place.span.end
                && place.span.start < there.span.end
        })
    })
}
