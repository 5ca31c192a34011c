//! Rules of Vietnamese text: what is wrong with the letters, words and signs that people wrote, whatever they mean.

mod abbreviations;
mod around;
mod clauses;
mod explained;
mod hyphens;
mod initials;
mod lists;
mod marks;
mod misspelt;
mod names;
mod namesakes;
mod outdated;
mod quotes;
mod repeated;
mod short;
mod signs;
mod spaces;
mod syllables;
mod tones;
mod twice;
mod unicode;
mod units;
mod variants;

use crate::{Family, Repair};

pub(super) const FAMILIES: &[Family] = &[
    unicode::UNICODE,
    syllables::SYLLABLES,
    misspelt::MISSPELT,
    repeated::REPEATED,
    twice::TWICE,
    clauses::CLAUSES,
    variants::VARIANTS,
    tones::TONES,
    spaces::SPACES,
    signs::SIGNS,
    hyphens::HYPHENS,
    quotes::QUOTES,
    outdated::OUTDATED,
    names::NAMES,
    namesakes::NAMESAKES,
    units::UNITS,
    abbreviations::ABBREVIATIONS,
    lists::LISTS,
    marks::MARKS,
];

pub(super) const REPAIRS: &[Repair] = &[unicode::REPAIR, tones::REPAIR, spaces::REPAIR, signs::REPAIR, marks::REPAIR];
