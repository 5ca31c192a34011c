//! The layout rules of NĐ 30/2020/NĐ-CP, Annex I, measured on laid-out pages. `docs/nd30.md` names each of these tests
//! beside its rule.

mod appendix;
mod appendix_file;
mod body;
mod chart;
mod copy;
mod free_table;
mod header;
mod inside;
mod kinds;
mod measure;
mod page;
mod parted;
mod picture;
mod placed;
mod rows;
pub mod running;
mod shifted;
mod signature;
mod signing;
mod widths;
