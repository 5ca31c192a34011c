//! What comes from other systems, in files that are made here.

mod rows;
mod workbook;
