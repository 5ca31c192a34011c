//! What comes from other systems, in files that are made here.

mod doubts;
mod draft;
mod map;
mod period;
mod rows;
mod units;
mod workbook;
