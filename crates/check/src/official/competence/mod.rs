//! Who may sign by which right.

mod acting;
mod behalf;
mod in_place;
mod lent;
mod signature;

use super::authority::lines;
use super::organ::{Regime, regime};
use super::party::is_of_party;
use crate::{Family, Say, Subject, Told};
use signature::Signature;

pub(super) const COMPETENCE: Family = Family {
    name: Say { vi: "Thẩm quyền người ký", en: "The right to sign" },
    rules: &[
        &in_place::NO_KT,
        &in_place::WRONG_KT,
        &behalf::NO_TM,
        &behalf::WRONG_TM,
        &lent::BY_ORDER,
        &acting::ACTING,
    ],
    check,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let document = &subject.report.document;
    let regime = regime(&document.organ);
    if is_of_party(document) || regime == Regime::Party {
        return;
    }
    for (index, signer) in document.signers.iter().enumerate() {
        let lines = lines(index, signer);
        let Some((post, above)) = lines.split_last() else { continue };
        let signature = Signature { subject, index, lines: &lines, above, post };
        behalf::check(&signature, regime, told);
        if !acting::check(&signature, told) && !lent::check(&signature, told) {
            in_place::check(&signature, told);
        }
    }
}
