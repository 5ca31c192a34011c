//! Rules of form: what Nghị định 30/2020/NĐ-CP says of symbols, dates, signatures, recipients, appendices, capitals.

pub(crate) mod abstracts;
mod advises;
mod appendices;
mod authority;
mod begun;
mod capitals;
mod closing;
mod competence;
mod departments;
mod elsewhere;
mod endings;
mod header;
pub(crate) mod headings;
mod items;
mod itself;
mod lines;
mod organ;
mod party;
pub(crate) mod recipients;
mod sentences;
mod signers;
mod signing;
mod spots;
mod symbols;
mod titles;

use super::{Family, Repair};

pub(super) const FAMILIES: &[Family] = &[
    begun::BEGUN,
    party::PARTY,
    header::HEADER,
    symbols::SYMBOLS,
    abstracts::ABSTRACT,
    headings::HEADINGS,
    endings::ENDINGS,
    lines::LINES,
    items::ITEMS,
    signing::SIGNING,
    competence::COMPETENCE,
    signers::SIGNERS,
    recipients::RECIPIENTS,
    appendices::APPENDICES,
    titles::TITLES,
    capitals::CAPITALS,
    sentences::SENTENCES,
    closing::CLOSING,
    advises::ADVISES,
    departments::DEPARTMENTS,
    elsewhere::ELSEWHERE,
];

pub(super) const REPAIRS: &[Repair] = &[
    symbols::letters::REPAIR,
    signing::REPAIR,
    recipients::names::REPAIR,
    abstracts::REPAIR,
    headings::REPAIR,
    capitals::REPAIR,
];
