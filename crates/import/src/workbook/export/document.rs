//! The sheet of the document's fields: a row a field.

use baocao_core::document::{Align, Weight};
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet};
use serde_json::Value;

use super::super::fields::{self, FieldKind, GROUPS};
use super::validation::{Lists, field};
use super::{Failed, Filled, look};

/// The row of the headers.
const HEADER: u32 = 2;

/// The widths of the columns, in digits.
const WIDTHS: [f64; 4] = [24.0, 33.0, 25.0, 30.0];

/// The column of the values.
const VALUE: u16 = 1;

/// How a day is shown.
const DAY: &str = "dd/mm/yyyy";

pub(super) fn write(sheet: &mut Worksheet, filled: Option<&Filled<'_>>, lists: &mut Lists) -> Result<(), Failed> {
    sheet.set_name(fields::SHEET)?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.merge_range(0, 0, 0, 2, "THỂ THỨC CỦA VĂN BẢN", &look::heading())?;
    for (column, heading) in (0..).zip(fields::HEADINGS) {
        sheet.write_string_with_format(HEADER, column, heading, &look::header())?;
    }
    let mut row = HEADER + 1;
    for group in GROUPS {
        sheet.merge_range(row, 0, row, 2, group.title, &look::ruled().set_bold())?;
        row += 1;
        for one in group.fields {
            let value = filled.and_then(|filled| filled.json.pointer(one.pointer));
            let texts = [one.label.to_owned(), value.map(words).unwrap_or_default(), one.hint.to_owned()];
            let heights = texts.iter().zip(WIDTHS).map(|(text, width)| look::height(text, width, Weight::Normal));
            sheet.set_row_height(row, heights.fold(0.0, f64::max))?;
            sheet.write_string_with_format(row, 0, one.label, &look::ruled())?;
            self::value(sheet, row, one.kind, value)?;
            sheet.write_string_with_format(row, 2, one.hint, &look::quiet(look::ruled()).set_italic())?;
            sheet.write_string_with_format(row, 3, one.pointer, &look::quiet(look::ruled()).set_font_size(9))?;
            let rule = field(one.kind, one.label, one.hint, &format!("B{}", row + 1), lists)?;
            sheet.add_data_validation(row, VALUE, row, VALUE, &rule)?;
            row += 1;
        }
    }
    sheet.set_repeat_rows(HEADER, HEADER)?.set_freeze_panes(HEADER + 1, 0)?;
    look::page(sheet, false);
    sheet.set_print_area(0, 0, row - 1, 2)?;
    look::lock(sheet);
    Ok(())
}

fn value(sheet: &mut Worksheet, row: u32, kind: FieldKind, value: Option<&Value>) -> Result<(), Failed> {
    let format = look::open(look::ruled());
    let format = match kind {
        FieldKind::Day | FieldKind::DayOrMonth => left(format.set_num_format(DAY)),
        FieldKind::Whole { .. } => left(format.set_num_format("0")),
        // What looks like a number or a date stays as it was typed.
        FieldKind::Text | FieldKind::Lines | FieldKind::Choice(_) => left(format.set_num_format("@")),
    };
    let words = match (kind, value) {
        (_, None | Some(Value::Null)) => {
            sheet.write_blank(row, VALUE, &format)?;
            return Ok(());
        }
        (FieldKind::Whole { .. }, Some(value)) if value.is_i64() => {
            // Within the fourteen digits that a binary number holds exactly.
            #[expect(clippy::cast_precision_loss, reason = "the schema allows eleven digits")]
            let number = value.as_i64().unwrap_or_default() as f64;
            sheet.write_number_with_format(row, VALUE, number, &format)?;
            return Ok(());
        }
        (FieldKind::Day | FieldKind::DayOrMonth, Some(Value::String(text))) => match day(text) {
            Some(day) => {
                sheet.write_datetime_with_format(row, VALUE, &day, &format)?;
                return Ok(());
            }
            None => match text.split('-').collect::<Vec<_>>()[..] {
                [year, month] => format!("{month}/{year}"),
                _ => text.clone(),
            },
        },
        (FieldKind::Choice(choices), Some(Value::String(text))) => {
            let said = choices.iter().find(|(known, _)| known == text).map(|(_, said)| *said);
            said.unwrap_or(text).to_owned()
        }
        (_, Some(value)) => words(value),
    };
    if words.is_empty() {
        sheet.write_blank(row, VALUE, &format)?;
    } else {
        sheet.write_string_with_format(row, VALUE, words, &format)?;
    }
    Ok(())
}

/// A text, or a list with an entry a line.
fn words(value: &Value) -> String {
    match value {
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"),
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn left(format: Format) -> Format {
    look::lying(format, Align::Left)
}

/// `2026-09-16` as a day of the calendar.
fn day(text: &str) -> Option<ExcelDateTime> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    ExcelDateTime::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}
