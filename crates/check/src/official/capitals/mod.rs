//! Capitals of Annex II that can be decided without understanding the sentence.

mod inside;
mod laws;
mod names;
mod nouns;
mod search;
mod sentences;

use std::sync::LazyLock;

use self::search::{Search, Searches};
use crate::{Family, Say, Subject, Told};

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

/// What is found by words alone.
const WORDS: [&Search; 8] = [
    &nouns::PEOPLE_WORDS,
    &names::DOCUMENT_WORDS,
    &names::SYLLABLE_WORDS,
    &names::COMMITTEE_WORDS,
    &sentences::ARTICLE_WORDS,
    &sentences::QUARTER_WORDS,
    &sentences::PHRASE_WORDS,
    &inside::WORDS,
];

static SEARCHES: LazyLock<Searches> = LazyLock::new(|| Searches::new(&WORDS));

fn check(subject: &Subject<'_>, told: &mut Told) {
    SEARCHES.tell(subject, told);
    laws::check(subject, told);
}
