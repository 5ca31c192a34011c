//! What cells take, and what is said when they are given something else.

use baocao_core::form::{Kind, Row};
use rust_xlsxwriter::{DataValidation, Formula, Worksheet};

use super::super::fields::FieldKind;
use super::super::{ABSENT, HIDDEN_SHEET};
use super::Failed;

/// The column of the hidden sheet that the lists stand in.
const COLUMN: u16 = 3;

/// The most letters of what is said beside a cell.
const LONGEST: usize = 250;

/// Lists that cells choose from: they stand in the hidden sheet, where labels may hold commas and be long.
#[derive(Default)]
pub(super) struct Lists {
    entries: Vec<String>,
    known: Vec<(Vec<String>, String)>,
}

impl Lists {
    /// The range that holds a list.
    fn range(&mut self, list: Vec<String>) -> String {
        if let Some((_, range)) = self.known.iter().find(|(known, _)| *known == list) {
            return range.clone();
        }
        let first = self.entries.len() + 1;
        self.entries.extend(list.iter().cloned());
        let range = format!("={HIDDEN_SHEET}!$D${first}:$D${}", self.entries.len());
        self.known.push((list, range.clone()));
        range
    }

    /// Writes all of them.
    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), Failed> {
        for (row, entry) in (0..).zip(&self.entries) {
            sheet.write_string(row, COLUMN, entry)?;
        }
        Ok(())
    }

    /// A choice from a list.
    pub(super) fn choice(&mut self, list: Vec<String>) -> DataValidation {
        DataValidation::new().allow_list_formula(Formula::new(self.range(list)))
    }
}

/// How people write a code: `1 = Có`.
pub(super) fn coded(code: i64, label: &str) -> String {
    format!("{code} = {label}")
}

/// What the cell of an indicator takes; `cell` is its address. Nothing for words.
pub(super) fn figure(row: &Row, cell: &str, lists: &mut Lists) -> Result<Option<DataValidation>, Failed> {
    let (rule, wanted) = match row.kind {
        Kind::Text | Kind::Group => return Ok(None),
        Kind::Code => {
            let mut list: Vec<String> = row.codes.iter().map(|code| coded(code.code, &code.label)).collect();
            list.push(ABSENT.to_owned());
            (lists.choice(list), "Chọn một dòng trong danh sách")
        }
        Kind::Count => (number(cell, &format!("AND({cell}>=0,INT({cell})={cell})")), "Số nguyên, từ 0 trở lên"),
        Kind::Money => (number(cell, &format!("{cell}>=0")), "Một số, từ 0 trở lên"),
        Kind::Percent => (number(cell, "TRUE"), "Tỷ lệ phần trăm, không gõ dấu %: ghi 75,8 cho 75,8 %"),
    };
    let unit = row.unit_words();
    let unit =
        if unit.is_empty() || row.kind == Kind::Code { String::new() } else { format!("Đơn vị tính: {unit}. ") };
    let computed = if row.parts().is_empty() {
        ""
    } else {
        "Ô này tự tính; chỉ ghi đè khi số liệu chính thức khác. "
    };
    let said = format!("{unit}{computed}{wanted}. Biết chắc không có số liệu thì ghi dấu {ABSENT}");
    Ok(Some(told(rule, &row.code, &said, wanted)?))
}

/// A number for which a condition holds, or the sign of what is known to be absent.
fn number(cell: &str, condition: &str) -> DataValidation {
    DataValidation::new().allow_custom(Formula::new(format!("=IF(ISNUMBER({cell}),{condition},{cell}=\"{ABSENT}\")")))
}

/// What the cell of a field of the document takes.
pub(super) fn field(
    kind: FieldKind,
    label: &str,
    hint: &str,
    cell: &str,
    lists: &mut Lists,
) -> Result<DataValidation, Failed> {
    let (rule, wanted) = match kind {
        FieldKind::Text | FieldKind::Lines => (DataValidation::new().allow_any_value(), String::new()),
        FieldKind::Whole { least, most } => {
            let rule = format!("=AND(ISNUMBER({cell}),{cell}>={least},{cell}<={most},INT({cell})={cell})");
            (DataValidation::new().allow_custom(Formula::new(rule)), format!("Số nguyên, từ {least} đến {most}"))
        }
        FieldKind::Day => {
            let rule = format!("=AND(ISNUMBER({cell}),{cell}>=DATE(1945,1,1),{cell}<DATE(2201,1,1))");
            (DataValidation::new().allow_custom(Formula::new(rule)), "Ngày/tháng/năm, ví dụ: 15/6/2026".to_owned())
        }
        // A month is written as words.
        FieldKind::DayOrMonth => (DataValidation::new().allow_any_value(), String::new()),
        FieldKind::Choice(choices) => {
            let list = choices.iter().map(|(_, said)| (*said).to_owned()).collect();
            (lists.choice(list), "Chọn một dòng trong danh sách".to_owned())
        }
    };
    told(rule, label, hint, &wanted)
}

/// With what is said when the cell is chosen, and when it is given something else.
pub(super) fn told(rule: DataValidation, title: &str, said: &str, wanted: &str) -> Result<DataValidation, Failed> {
    let rule = rule.set_input_title(cut(title, 32))?.set_input_message(cut(said, LONGEST))?;
    Ok(if wanted.is_empty() {
        rule
    } else {
        rule.set_error_title("Giá trị không đúng")?.set_error_message(cut(wanted, LONGEST))?
    })
}

fn cut(text: &str, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut cut = String::new();
    for c in text.chars() {
        if cut.encode_utf16().count() + 2 > most - 1 {
            break;
        }
        cut.push(c);
    }
    cut + "…"
}
