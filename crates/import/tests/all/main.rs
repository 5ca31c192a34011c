//! What comes from other systems, in files that are made here.

mod map;
mod rows;
mod workbook;
