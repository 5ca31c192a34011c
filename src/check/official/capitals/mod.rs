//! Capitals of Annex II that can be decided without understanding the sentence.

mod inside;
mod laws;
mod names;
mod nouns;
mod search;
mod sentences;

use crate::check::{Family, Say, Subject, Told};

pub(super) const CAPITALS: Family = Family {
    name: Say { vi: "Viết hoa", en: "Capitals" },
    rules: &[
        &nouns::PEOPLE,
        &names::DOCUMENT,
        &names::SYLLABLES,
        &names::COMMITTEE,
        &sentences::ARTICLE,
        &sentences::QUARTER,
        &sentences::PHRASE,
        &laws::LAW,
        &laws::MINISTRY,
        &inside::INSIDE,
    ],
    check,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    nouns::check(subject, told);
    names::check(subject, told);
    sentences::check(subject, told);
    laws::check(subject, told);
    inside::check(subject, told);
}
