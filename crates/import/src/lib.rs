//! From the exports of other systems to reports.

pub mod units;
