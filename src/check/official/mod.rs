//! Rules of form: what Nghị định 30/2020/NĐ-CP says of symbols, dates, signatures, recipients, appendices, capitals.

use super::Family;

pub(super) const FAMILIES: &[Family] = &[];
