//! The form as a workbook: a template set's forms as printed, to be filled in a spreadsheet program, and the way back.

mod export;
mod fields;
mod narrative;
mod plan;
mod read;
mod tables;

pub use export::export;
pub use read::{read, set_name};
pub(crate) use tables::leaves;

/// The hidden sheet that says which template set a workbook is for; the lists that cells choose from stand in it too.
const HIDDEN_SHEET: &str = "baocao";

/// Before the name of the set, in the hidden sheet.
const SET_KEY: &str = "baocao.set";

/// What is written in the cell of a value that is known to be absent.
const ABSENT: &str = "-";

/// The name of the hidden column with the ids of indicators.
const ID_HEADING: &str = "Mã chỉ tiêu";

/// The title of the sheet of instructions.
const GUIDE_TITLE: &str = "HƯỚNG DẪN ĐIỀN BIỂU MẪU";
