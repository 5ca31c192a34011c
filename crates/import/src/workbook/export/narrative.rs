//! The sheet of the narrative: a row a section of the outline.

use baocao_core::document::{Align, Weight};
use baocao_core::report::SectionText;
use baocao_core::template::TemplateSet;
use rust_xlsxwriter::{DataValidation, FormatAlign, Worksheet};

use super::super::narrative::{ADD, HEADINGS, Heading, REPLACE, SHEET, headings};
use super::validation::{Lists, told};
use super::{Failed, Filled, look};

/// The row of the headers.
const HEADER: u32 = 2;

/// The widths of the columns, in digits: heading, text, use, id.
const WIDTHS: [f64; 4] = [30.0, 68.0, 16.0, 20.0];

/// So high is a row to be written in at least, in points.
const LEAST_PT: f64 = 48.0;

pub(super) fn write(
    sheet: &mut Worksheet,
    set: &TemplateSet,
    filled: Option<&Filled<'_>>,
    lists: &mut Lists,
) -> Result<(), Failed> {
    sheet.set_name(SHEET)?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.merge_range(0, 0, 0, 2, "LỜI VĂN CỦA BÁO CÁO", &look::heading())?;
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write_string_with_format(HEADER, column, heading, &look::header())?;
    }
    let rows = headings(set);
    for (row, heading) in (HEADER + 1..).zip(&rows) {
        let templated = set.sections.contains_key(heading.id);
        let given = filled.and_then(|filled| filled.report.sections.get(heading.id));
        line(sheet, row, heading, templated, given, lists)?;
    }
    sheet.set_column_hidden(3)?;
    sheet.set_repeat_rows(HEADER, HEADER)?.set_freeze_panes(HEADER + 1, 0)?;
    look::page(sheet, true);
    sheet.set_print_area(0, 0, HEADER + u32::try_from(rows.len()).unwrap_or_default(), 2)?;
    look::lock(sheet);
    Ok(())
}

fn line(
    sheet: &mut Worksheet,
    row: u32,
    heading: &Heading<'_>,
    templated: bool,
    given: Option<&SectionText>,
    lists: &mut Lists,
) -> Result<(), Failed> {
    let format = look::lying(look::ruled(), Align::Left).set_indent(heading.level * 2);
    let format = if heading.level == 0 { format.set_bold() } else { format };
    sheet.write_string_with_format(row, 0, &heading.title, &format)?;
    let (text, mode) = match given.and_then(SectionText::said) {
        Some((text, false)) if templated => (text.as_str(), REPLACE),
        Some((text, false)) => (text.as_str(), ""),
        Some((text, true)) => (text.as_str(), ADD),
        None => ("", if templated { ADD } else { "" }),
    };
    let title = look::height(&heading.title, WIDTHS[0] - f64::from(heading.level) * 3.0, Weight::Bold);
    sheet.set_row_height(row, look::height(text, WIDTHS[1], Weight::Normal).max(title).max(LEAST_PT))?;
    let open = look::open(look::ruled()).set_num_format("@").set_align(FormatAlign::Top);
    if text.is_empty() {
        sheet.write_blank(row, 1, &open)?;
    } else {
        sheet.write_string_with_format(row, 1, text, &open)?;
    }
    let said = match (templated, heading.must) {
        (true, _) => "Bộ mẫu tự viết mục này từ số liệu. Ghi ở đây phần muốn thêm, hoặc lời thay cho lời của bộ mẫu.",
        (false, true) => "Phải viết mục này. Đoạn mới: xuống dòng hai lần (Alt + Enter).",
        (false, false) => "Không bắt buộc. Đoạn mới: xuống dòng hai lần (Alt + Enter).",
    };
    let hint = told(DataValidation::new().allow_any_value(), &heading.title, said, "")?;
    sheet.add_data_validation(row, 1, row, 1, &hint)?;
    sheet.write_string_with_format(row, 2, mode, &look::open(look::ruled()))?;
    let rule = told(
        lists.choice(vec![ADD.to_owned(), REPLACE.to_owned()]),
        "Cách dùng",
        "Thêm vào sau lời mà bộ mẫu tự viết, hay thay cho lời ấy",
        "Chọn một dòng trong danh sách",
    )?;
    sheet.add_data_validation(row, 2, row, 2, &rule)?;
    sheet.write_string(row, 3, heading.id)?;
    Ok(())
}
