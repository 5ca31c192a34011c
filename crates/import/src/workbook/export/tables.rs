//! The sheets of free tables: the header tree, and rows to be written in.

use baocao_core::document::{Align, Weight};
use baocao_core::markdown::plain_label;
use baocao_core::report::{ColumnKind, FigureValue, FreeTable, TableCell, TableColumn, TableRow};
use baocao_core::template::TemplateSet;
use rust_xlsxwriter::{DataValidation, Format, Formula, Workbook, Worksheet};

use super::super::tables::{KEY, is_computed, leaves};
use super::validation::told;
use super::{Failed, Filled, formulas, look};

/// The row of the names by which columns are known again, hidden.
const NAMES: u32 = 3;

/// The first row of the header.
const HEADER: u32 = 4;

/// The height of a row of the header, in points.
const HEADER_PT: f64 = 34.0;

/// So many rows are left to be written in.
const BLANK: usize = 30;

/// The widths of columns of words and of numbers, in digits.
const WIDTHS: [f64; 2] = [28.0, 13.0];

pub(super) fn write(book: &mut Workbook, set: &TemplateSet, filled: Option<&Filled<'_>>) -> Result<(), Failed> {
    let described = set.form.tables.iter().filter(|(_, table)| !table.columns.is_empty());
    for (index, (id, table)) in described.enumerate() {
        let rows = match filled.and_then(|filled| filled.report.tables.get(id)) {
            Some(own) if !own.rows.is_empty() => &own.rows,
            _ => &table.rows,
        };
        let sheet = book.add_worksheet();
        sheet.set_name(format!("Bảng {}", index + 1))?;
        self::sheet(sheet, id, table, rows, set)?;
    }
    Ok(())
}

fn sheet(
    sheet: &mut Worksheet,
    id: &str,
    table: &FreeTable,
    rows: &[TableRow],
    set: &TemplateSet,
) -> Result<(), Failed> {
    let leaves = leaves(&table.columns);
    let count = u16::try_from(leaves.len()).unwrap_or(u16::MAX);
    let last = count.saturating_sub(1);
    let mut whole = 0.0;
    for (column, (_, leaf)) in (0..).zip(&leaves) {
        let words = leaf.kind == ColumnKind::Text;
        let width = if words {
            WIDTHS[0]
        } else if leaf.kind == ColumnKind::Ordinal {
            6.0
        } else {
            WIDTHS[1]
        };
        whole += width;
        sheet.set_column_width(column, width)?;
    }
    let title = table.title.as_ref().map_or(id, |title| title.as_str());
    sheet.write_string_with_format(0, 0, title, &look::heading())?;
    if last > 0 {
        sheet.merge_range(0, 0, 0, last, title, &look::heading())?;
    }
    sheet.set_row_height(0, look::height(title, whole, Weight::Bold))?;
    if let Some(unit) = &table.unit {
        sheet.write_string_with_format(
            1,
            last,
            unit.as_str(),
            &look::lying(look::text(), Align::Right).set_italic(),
        )?;
    }
    sheet.write_string(NAMES, count, format!("{KEY}{id}"))?;
    for (column, (_, leaf)) in (0..).zip(&leaves) {
        if let Some(name) = &leaf.id {
            sheet.write_string(NAMES, column, name)?;
        }
    }
    sheet.set_row_hidden(NAMES)?.set_column_hidden(count)?;
    let depth = leaves.iter().map(|(path, _)| path.len()).max().unwrap_or(1);
    let depth = u32::try_from(depth).unwrap_or(1);
    header(sheet, &table.columns, HEADER, 0, depth)?;
    for row in HEADER..HEADER + depth {
        sheet.set_row_height(row, HEADER_PT)?;
    }
    let first = HEADER + depth;
    let body: Vec<Option<&TableRow>> = rows.iter().map(Some).chain(std::iter::repeat_n(None, BLANK)).collect();
    for (row, given) in (first..).zip(&body) {
        line(sheet, row, *given, &leaves, set)?;
    }
    sheet.set_repeat_rows(HEADER, first - 1)?.set_freeze_panes(first, 0)?;
    look::page(sheet, whole > 90.0);
    look::lock(sheet);
    Ok(())
}

/// Headings over columns from left to right; gives how many columns they are.
fn header(sheet: &mut Worksheet, columns: &[TableColumn], row: u32, first: u16, depth: u32) -> Result<u16, Failed> {
    let mut at = first;
    for column in columns {
        let (below, rows) = if column.columns.is_empty() {
            (1, depth)
        } else {
            (header(sheet, &column.columns, row + 1, at, depth.saturating_sub(1).max(1))?, 1)
        };
        let title = plain_label(&column.title);
        if below > 1 || rows > 1 {
            sheet.merge_range(row, at, row + rows - 1, at + below - 1, &title, &look::header())?;
        } else {
            sheet.write_string_with_format(row, at, &title, &look::header())?;
        }
        at += below;
    }
    Ok(at - first)
}

fn line(
    sheet: &mut Worksheet,
    row: u32,
    given: Option<&TableRow>,
    leaves: &[(Vec<&str>, &TableColumn)],
    set: &TemplateSet,
) -> Result<(), Failed> {
    let mut listed = given.and_then(|row| row.list.as_deref()).unwrap_or_default().iter();
    let mut group = given.and_then(|row| row.group.as_ref());
    sheet.set_formula_result_default("");
    for (column, (_, leaf)) in (0..).zip(leaves) {
        let format =
            look::lying(look::ruled(), if leaf.kind == ColumnKind::Text { Align::Left } else { Align::Center });
        let format = match leaf.kind {
            ColumnKind::Date => format.set_num_format("dd/mm/yyyy"),
            ColumnKind::Count => format.set_num_format("#,##0"),
            ColumnKind::Text => format.set_num_format("@"),
            _ => format,
        };
        if is_computed(leaf) {
            match formula(leaf, row, leaves, set) {
                Some(formula) => {
                    sheet.write_formula_with_format(row, column, formula, &look::computed(format).set_locked())?
                }
                None => sheet.write_blank(row, column, &format)?,
            };
            continue;
        }
        let named = leaf.id.as_ref().and_then(|id| given?.cells.get(id));
        let format = look::open(format);
        match (group.take(), named.or_else(|| listed.next())) {
            (Some(group), _) => {
                sheet.write_string_with_format(row, column, group.as_str(), &format.set_bold())?;
            }
            (None, Some(cell)) => value(sheet, (row, column), cell, &format)?,
            (None, None) => {
                sheet.write_blank(row, column, &format)?;
            }
        }
        if leaf.kind.is_number() {
            let cell = address(row, usize::from(column));
            let whole = if leaf.kind == ColumnKind::Count { format!("INT({cell})={cell}") } else { "TRUE".to_owned() };
            let rule = DataValidation::new().allow_custom(Formula::new(format!("=IF(ISNUMBER({cell}),{whole},FALSE)")));
            let wanted = if leaf.kind == ColumnKind::Count { "Số nguyên" } else { "Một số" };
            sheet.add_data_validation(
                row,
                column,
                row,
                column,
                &told(rule, &plain_label(&leaf.title), wanted, wanted)?,
            )?;
        }
    }
    Ok(())
}

fn value(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &TableCell, format: &Format) -> Result<(), Failed> {
    match &cell.value {
        FigureValue::Absent => sheet.write_blank(row, column, format)?,
        FigureValue::Number(value) => {
            let text = value.normalize().to_string();
            match text.parse::<f64>() {
                Ok(number) if number.to_string() == text => {
                    sheet.write_number_with_format(row, column, number, format)?
                }
                _ => sheet.write_string_with_format(row, column, baocao_vietnamese::number::format(*value), format)?,
            }
        }
        FigureValue::Written { text, .. } | FigureValue::Ambiguous(text) | FigureValue::Word(text) => {
            sheet.write_string_with_format(row, column, text, format)?
        }
    };
    Ok(())
}

fn address(row: u32, column: usize) -> String {
    format!("{}{}", baocao_core::diagnostic::column_letters(column + 1), row + 1)
}

/// The formula of a computed column in a row.
fn formula(leaf: &TableColumn, row: u32, leaves: &[(Vec<&str>, &TableColumn)], set: &TemplateSet) -> Option<Formula> {
    let cell = |id: &String| {
        let column = leaves.iter().position(|(_, leaf)| leaf.id.as_ref() == Some(id))?;
        Some(address(row, column))
    };
    if let Some(parts) = &leaf.sum {
        return formulas::sum(&parts.iter().map(cell).collect::<Option<Vec<_>>>()?);
    }
    if let Some([whole, part]) = &leaf.difference {
        return Some(formulas::difference(&cell(whole)?, &cell(part)?));
    }
    let [part, whole] = leaf.ratio.as_ref()?;
    Some(formulas::ratio(&cell(part)?, &cell(whole)?, &set.form))
}
