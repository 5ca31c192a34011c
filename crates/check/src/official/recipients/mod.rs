//! Kính gửi and Nơi nhận.

mod as_above;
mod filed;
mod itself;
pub(crate) mod names;
mod superior;

use crate::{Family, Say, Subject, Told};

pub(super) const RECIPIENTS: Family = Family {
    name: Say { vi: "Kính gửi, Nơi nhận", en: "Addressees and recipients" },
    rules: &[
        &as_above::AS_ABOVE_FIRST,
        &as_above::AS_ABOVE_OF_NOTHING,
        &as_above::NO_ARTICLE,
        &filed::NO_FILE,
        &filed::FILE_FORM,
        &filed::DRAFTER,
        &names::PUNCTUATION,
        &names::TWICE,
        &superior::NO_SUPERIOR,
        &itself::ITSELF,
    ],
    check,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    names::punctuation(subject, told);
    as_above::check(subject, told);
    filed::check(subject, told);
    names::twice(subject, told);
    superior::check(subject, told);
    itself::check(subject, told);
}
