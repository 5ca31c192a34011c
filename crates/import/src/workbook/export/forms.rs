//! The sheets of forms: as printed, the values to be filled in, the ids of their indicators in a hidden column.

use baocao_core::document::{Align, Row, Weight};
use baocao_core::form::Kind;
use baocao_core::template::TemplateSet;
use rust_xlsxwriter::{ConditionalFormatFormula, Format, Workbook, Worksheet};

use super::super::ID_HEADING;
use super::super::plan::{COLUMNS, LABEL, NOTE, Page, Placed, VALUE, placed};
use super::figures::{Addresses, Content, content};
use super::validation::{Lists, figure};
use super::{Failed, Filled, look};

/// The rows above the header: heading, title, and a blank one.
const ABOVE: u32 = 3;

/// All columns together, in digits: what an upright A4 page holds.
const WHOLE: f64 = 81.0;

/// The columns of values and notes are no narrower, in digits: they are written in.
const LEAST: [(usize, f64); 2] = [(VALUE, 11.0), (NOTE, 16.0)];

/// The label is no narrower, in digits.
const LEAST_LABEL: f64 = 30.0;

/// The column of the ids.
const ID: u16 = 5;

pub(super) fn write(
    book: &mut Workbook,
    pages: &[Page<'_>],
    set: &TemplateSet,
    filled: Option<&Filled<'_>>,
    lists: &mut Lists,
) -> Result<(), Failed> {
    let widths = widths(pages);
    let addresses = addresses(pages);
    for page in pages {
        let sheet = book.add_worksheet();
        sheet.set_name(&page.name)?;
        for (column, width) in (0..).zip(widths) {
            sheet.set_column_width(column, width)?;
        }
        top(sheet, page)?;
        header(sheet, page)?;
        heights(sheet, ABOVE, &page.table.header, &widths, Some(Weight::Bold))?;
        heights(sheet, first_row(page), &page.table.body, &widths, None)?;
        for placed in placed(&page.table.body) {
            cell(sheet, page, &placed, set, &addresses, filled, lists)?;
        }
        ids(sheet, page)?;
        let first = first_row(page);
        sheet.set_repeat_rows(ABOVE, first - 1)?.set_freeze_panes(first, 0)?;
        look::page(sheet, false);
        sheet.set_print_area(
            0,
            0,
            first + index(page.lines.len()).saturating_sub(1),
            u16::try_from(COLUMNS - 1).unwrap_or(ID),
        )?;
        look::lock(sheet);
    }
    Ok(())
}

/// The same columns on every sheet.
fn widths(pages: &[Page<'_>]) -> [f64; COLUMNS] {
    let mut widths = [0.0_f64; COLUMNS];
    for page in pages {
        for (column, width) in widths.iter_mut().enumerate().filter(|(column, _)| *column != LABEL) {
            let share = page.table.columns.get(column).map_or(0.0, |column| column.share);
            *width = width.max(look::digits(share) + 0.5);
        }
    }
    for (column, least) in LEAST {
        widths[column] = widths[column].max(least);
    }
    let others: f64 = widths.iter().sum();
    widths[LABEL] = (WHOLE - others).max(LEAST_LABEL);
    widths
}

/// Makes each row as high as its cells need, with their own weight or all with the same.
fn heights(
    sheet: &mut Worksheet,
    first: u32,
    rows: &[Row],
    widths: &[f64; COLUMNS],
    weight: Option<Weight>,
) -> Result<(), Failed> {
    let mut needs = vec![0.0_f64; rows.len()];
    for placed in placed(rows) {
        let cell = placed.cell;
        let width = widths.iter().skip(placed.column).take(cell.colspan).sum();
        let whole = look::height(&look::words(&cell.text), width, weight.unwrap_or(cell.weight));
        let covered = cell.rowspan.max(1);
        for need in needs.iter_mut().skip(placed.row).take(covered) {
            *need = need.max(whole / f64::from(index(covered)));
        }
    }
    for (row, need) in (first..).zip(needs) {
        sheet.set_row_height(row, need)?;
    }
    Ok(())
}

/// The first row of the body.
fn first_row(page: &Page<'_>) -> u32 {
    ABOVE + index(page.table.header.len())
}

/// A number of rows as the workbook counts them.
fn index(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

/// Where the value of each indicator stands.
fn addresses<'a>(pages: &[Page<'a>]) -> Addresses<'a> {
    let mut addresses = Addresses::new();
    for page in pages {
        for (row, line) in (first_row(page)..).zip(&page.lines) {
            if let Some((id, _)) = line.indicator() {
                addresses.insert(id, (page.name.clone(), address(row, VALUE)));
            }
        }
    }
    addresses
}

/// `D7`
fn address(row: u32, column: usize) -> String {
    format!("{}{}", baocao_core::diagnostic::column_letters(column + 1), row + 1)
}

fn top(sheet: &mut Worksheet, page: &Page<'_>) -> Result<(), Failed> {
    let last = u16::try_from(COLUMNS - 1).unwrap_or_default();
    let title = page.title.to_uppercase();
    sheet.merge_range(0, 0, 0, last, page.heading.as_deref().unwrap_or_default(), &look::heading())?;
    sheet.merge_range(1, 0, 1, last, &title, &look::heading())?;
    sheet.set_row_height(1, look::height(&title, WHOLE, Weight::Bold))?;
    Ok(())
}

fn header(sheet: &mut Worksheet, page: &Page<'_>) -> Result<(), Failed> {
    for placed in placed(&page.table.header) {
        span(sheet, ABOVE, &placed, &look::weight(look::lying(look::ruled(), Align::Center), placed.cell.weight))?;
    }
    Ok(())
}

/// Writes a cell of the document over all rows and columns that it covers.
pub(super) fn span(sheet: &mut Worksheet, first: u32, placed: &Placed<'_>, format: &Format) -> Result<(), Failed> {
    let (row, column) = (first + index(placed.row), u16::try_from(placed.column).unwrap_or_default());
    let rows = index(placed.cell.rowspan.max(1)) - 1;
    let columns = u16::try_from(placed.cell.colspan.max(1)).unwrap_or(1) - 1;
    if rows + u32::from(columns) > 0 {
        sheet.merge_range(row, column, row + rows, column + columns, "", format)?;
    }
    look::write(sheet, row, column, &placed.cell.text, format)
}

/// A cell of the body.
fn cell(
    sheet: &mut Worksheet,
    page: &Page<'_>,
    placed: &Placed<'_>,
    set: &TemplateSet,
    addresses: &Addresses<'_>,
    filled: Option<&Filled<'_>>,
    lists: &mut Lists,
) -> Result<(), Failed> {
    let first = first_row(page);
    let align = if matches!(placed.column, LABEL | NOTE) { Align::Left } else { Align::Center };
    let format = look::weight(look::lying(look::ruled(), align), placed.cell.weight);
    let indicator = page.lines.get(placed.row).and_then(|line| line.indicator());
    match (placed.column, indicator) {
        (VALUE, Some((id, row))) => {
            let at = (first + index(placed.row), 3);
            let format = match row.kind {
                Kind::Count => format.set_num_format("#,##0"),
                Kind::Money => format.set_num_format("#,##0.###"),
                _ => format,
            };
            let computed = !row.parts().is_empty() || row.same_as.is_some();
            let format = if computed { look::computed(format) } else { look::open(format) };
            value(sheet, at, content(id, row, &page.name, &set.form, addresses, filled), &format)?;
            if let Some(rule) = figure(row, &address(at.0, VALUE), lists)? {
                sheet.add_data_validation(at.0, at.1, at.0, at.1, &rule)?;
            }
            if row.kind == Kind::Money {
                // Whole amounts end without a comma.
                let cell = address(at.0, VALUE);
                let whole = ConditionalFormatFormula::new()
                    .set_rule(format!("=INT({cell})={cell}").as_str())
                    .set_format(Format::new().set_num_format("#,##0"));
                sheet.add_conditional_format(at.0, at.1, at.0, at.1, &whole)?;
            }
            Ok(())
        }
        (NOTE, Some((id, _))) => {
            span(sheet, first, placed, &look::open(format.clone()))?;
            // As the report has it: line breaks and all.
            if let Some(note) = filled.and_then(|filled| filled.figures.note(id)) {
                sheet.write_string_with_format(first + index(placed.row), 4, &note.text, &look::open(format))?;
            }
            Ok(())
        }
        _ => span(sheet, first, placed, &format),
    }
}

fn value(sheet: &mut Worksheet, (row, column): (u32, u16), content: Content, format: &Format) -> Result<(), Failed> {
    sheet.set_formula_result_default("");
    match content {
        Content::Blank => sheet.write_blank(row, column, format)?,
        Content::Number(number) => sheet.write_number_with_format(row, column, number, format)?,
        Content::Words(words) => sheet.write_string_with_format(row, column, words, format)?,
        Content::Formula(formula) => sheet.write_formula_with_format(row, column, formula, format)?,
    };
    Ok(())
}

/// The hidden column by which rows are known again.
fn ids(sheet: &mut Worksheet, page: &Page<'_>) -> Result<(), Failed> {
    let first = first_row(page);
    sheet.write_string(first - 1, ID, ID_HEADING)?;
    for (row, line) in (first..).zip(&page.lines) {
        if let Some((id, _)) = line.indicator() {
            sheet.write_string(row, ID, id)?;
        }
    }
    sheet.set_column_hidden(ID)?;
    Ok(())
}
