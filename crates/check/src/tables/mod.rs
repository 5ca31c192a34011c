//! Rules of tables.

mod across;
mod cells;
mod computed;
mod levels;
mod markdown;
mod rates;

use super::Family;

pub(super) const FAMILIES: &[Family] = &[computed::TABLES, markdown::TOTALS, rates::RATES];
