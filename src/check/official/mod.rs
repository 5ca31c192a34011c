//! Rules of form: what Nghị định 30/2020/NĐ-CP says of symbols, dates, signatures, recipients, appendices, capitals.

mod abstracts;
mod authority;
mod competence;
mod header;
mod organ;
mod recipients;
mod signers;
mod signing;
mod symbols;

use super::Family;

pub(super) const FAMILIES: &[Family] = &[
    header::HEADER,
    symbols::SYMBOLS,
    abstracts::ABSTRACT,
    signing::SIGNING,
    competence::COMPETENCE,
    signers::SIGNERS,
    recipients::RECIPIENTS,
];
