//! The form as a workbook: a template set's forms as printed, to be filled in a spreadsheet program, and the way back.

mod export;
mod fields;
mod narrative;
mod plan;
mod read;
mod tables;

use baocao_core::diagnostic::Finding;
use baocao_core::template::TemplateSet;
use baocao_core::{kinds, msg};

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

/// What is told of a set that a workbook can hold nothing of.
fn no_forms(set: &TemplateSet) -> Option<Finding> {
    let name = &set.name;
    set.form.forms.is_empty().then(|| {
        kinds::workbooks::NO_FORMS
            .finding(msg!("bộ mẫu {name} không có biểu mẫu nào", "the set {name} has no forms"))
            .hint(msg!(
                "bắt đầu bằng: baocao new {name} -o bao-cao.json",
                "begin with: baocao new {name} -o report.json"
            ))
    })
}
