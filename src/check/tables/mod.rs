//! Rules of tables.

mod computed;
mod markdown;

use super::Family;

pub(super) const FAMILIES: &[Family] = &[computed::TABLES, markdown::TOTALS];
