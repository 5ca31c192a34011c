//! Rules of tables.

mod across;
mod cells;
mod computed;
mod levels;
mod markdown;
mod rates;
mod verdicts;

pub(super) use cells::count;
pub(super) use markdown::is_total;
pub(super) use rates::is_percent;

use super::Family;

pub(super) const FAMILIES: &[Family] = &[computed::TABLES, markdown::TOTALS, rates::RATES, verdicts::VERDICTS];
