//! The symbol and the number of the document.

mod agency;
mod length;
pub(super) mod letters;
mod notation;
mod number;

use crate::official::party;
use crate::{Family, Say, Subject, Told};
use notation::Notation;

pub(super) const SYMBOLS: Family = Family {
    name: Say { vi: "Số và ký hiệu văn bản", en: "Number and symbol of the document" },
    rules: &[
        &letters::SPACES,
        &letters::LETTERS,
        &letters::TYPE,
        &length::TOO_LONG,
        &agency::AGENCY,
        &agency::INITIALS,
        &number::NO_DATE,
        &number::NO_NUMBER,
    ],
    check,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    length::check(subject, told);
    number::check(subject, told);
    if party::is_of_party(&subject.report.document) {
        return;
    }
    let notation = Notation::of(subject);
    letters::check(subject, &notation, told);
    agency::check(subject, &notation, told);
}
