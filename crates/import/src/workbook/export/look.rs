//! How cells look: the decree's typeface, rules around cells, what may be written in.

use baocao_core::document::shifted;
use baocao_core::document::width::Face;
use baocao_core::document::{Align, Inline, Weight};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, ProtectionOptions, Workbook, Worksheet};

use super::Failed;

/// The typeface of the decree.
const TYPEFACE: &str = "Times New Roman";

/// The size of text, in points.
const SIZE_PT: f64 = 12.0;

/// The width of a digit, which columns are measured in, in points; and what the workbook is told of it, in pixels.
const DIGIT_PT: f64 = 6.0;
const COLUMN_PX: u32 = 72;
const ROW_PX: u32 = 21;

/// The height of a line, and the air above and below all lines of a cell, in points.
const LINE_PT: f64 = 15.0;
const AIR_PT: f64 = 3.0;

/// The most that a row may be high, in points.
const HIGHEST_PT: f64 = 400.0;

/// Cells that may be written in.
const OPEN: u32 = 0xFF_FD_F0;

/// Cells that the workbook computes.
const COMPUTED: u32 = 0xEE_F3_F8;

/// What only tells something.
const QUIET: u32 = 0x59_59_59;

/// Text without rules.
pub(super) fn text() -> Format {
    Format::new().set_font_name(TYPEFACE).set_font_size(SIZE_PT).set_text_wrap().set_align(FormatAlign::VerticalCenter)
}

/// A heading over the whole sheet.
pub(super) fn heading() -> Format {
    text().set_bold().set_align(FormatAlign::Center)
}

/// A cell of a table.
pub(super) fn ruled() -> Format {
    text().set_border(FormatBorder::Thin)
}

/// A cell of the header of a table.
pub(super) fn header() -> Format {
    ruled().set_bold().set_align(FormatAlign::Center)
}

/// What explains something.
pub(super) fn quiet(format: Format) -> Format {
    format.set_font_color(QUIET)
}

/// A cell that may be written in.
pub(super) fn open(format: Format) -> Format {
    format.set_unlocked().set_background_color(OPEN)
}

/// A cell that the workbook computes, and that may be written over.
pub(super) fn computed(format: Format) -> Format {
    format.set_unlocked().set_background_color(COMPUTED)
}

/// In a weight.
pub(super) fn weight(format: Format, weight: Weight) -> Format {
    match weight {
        Weight::Normal => format,
        Weight::Bold => format.set_bold(),
        Weight::Italic => format.set_italic(),
    }
}

/// Lying as a cell of the document does.
pub(super) fn lying(format: Format, align: Align) -> Format {
    format.set_align(match align {
        Align::Left => FormatAlign::Left,
        Align::Center => FormatAlign::Center,
        Align::Right => FormatAlign::Right,
    })
}

/// The width of a column that has room for so much, in units of the size of text: in digits, as sheets measure it.
pub(super) fn digits(units: f64) -> f64 {
    units * SIZE_PT / DIGIT_PT
}

/// The height of a text in columns of so many digits together.
pub(super) fn height(text: &str, digits: f64, weight: Weight) -> f64 {
    // Each program breaks lines a little otherwise.
    let face = if weight == Weight::Bold { Face::Bold } else { Face::Regular };
    let room = ((digits - 1.0) * DIGIT_PT / SIZE_PT / 1.03).max(1.0);
    let lines: usize = text.lines().map(|line| face.most_lines(line, room)).sum();
    #[expect(clippy::cast_precision_loss, reason = "a few lines")]
    let lines = lines.max(1) as f64;
    (lines * LINE_PT + AIR_PT).min(HIGHEST_PT)
}

/// What runs of text say, with their line breaks.
pub(super) fn words(text: &[Inline]) -> String {
    let mut runs = Vec::new();
    collect(text, Weight::Normal, &mut runs);
    runs.into_iter().map(|(_, words)| words).collect()
}

/// The typeface of a whole workbook: cells that nobody formatted look like the others.
pub(super) fn on(book: &mut Workbook) -> Result<(), Failed> {
    let format = Format::new().set_font_name(TYPEFACE).set_font_size(SIZE_PT);
    book.set_default_format(&format, ROW_PX, COLUMN_PX)?;
    Ok(())
}

/// Writes runs of text; bold and italic ones keep their look.
pub(super) fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &[Inline],
    format: &Format,
) -> Result<(), Failed> {
    let mut runs: Vec<(Weight, String)> = Vec::new();
    collect(text, Weight::Normal, &mut runs);
    if runs.iter().all(|(weight, _)| *weight == Weight::Normal) {
        let words: String = runs.into_iter().map(|(_, words)| words).collect();
        if words.is_empty() {
            sheet.write_blank(row, column, format)?;
        } else {
            sheet.write_string_with_format(row, column, words, format)?;
        }
        return Ok(());
    }
    let formats: Vec<Format> = runs.iter().map(|(run, _)| weight(format.clone(), *run)).collect();
    let parts: Vec<(&Format, &str)> =
        formats.iter().zip(&runs).map(|(format, (_, words))| (format, words.as_str())).collect();
    sheet.write_rich_string_with_format(row, column, &parts, format)?;
    Ok(())
}

fn collect(text: &[Inline], weight: Weight, runs: &mut Vec<(Weight, String)>) {
    for run in text {
        let words = match run {
            // Spaces of a page hold lines together; in a cell somebody looks for the words, with the spaces of a keyboard.
            Inline::Text(words) | Inline::Keep(words) => words.replace('\u{a0}', " "),
            Inline::Super(letters) => shifted::raised(letters).into_owned(),
            Inline::Sub(letters) => letters.clone(),
            Inline::Break => "\n".to_owned(),
            Inline::Turn => " ".to_owned(),
            Inline::Mark(mark) => mark.clone(),
            Inline::Bold(inner) => {
                collect(inner, Weight::Bold, runs);
                continue;
            }
            Inline::Italic(inner) => {
                collect(inner, Weight::Italic, runs);
                continue;
            }
            Inline::Footnote(_) | Inline::Cited(_) | Inline::Place(_) => continue,
        };
        match runs.last_mut() {
            Some((last, said)) if *last == weight => said.push_str(&words),
            _ if words.is_empty() => {}
            _ => runs.push((weight, words)),
        }
    }
}

/// A page as offices print it: A4, the decree's margins at least at the binding, all columns on a page, numbered.
pub(super) fn page(sheet: &mut Worksheet, landscape: bool) {
    const CM: f64 = 1.0 / 2.54;
    sheet.set_paper_size(9).set_margins(2.0 * CM, 1.5 * CM, 2.0 * CM, 1.8 * CM, 0.8 * CM, 0.8 * CM);
    sheet
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_footer("&C&\"Times New Roman,Regular\"&12&P");
    if landscape {
        sheet.set_landscape();
    }
}

/// Locks all cells that are not open; widths and heights may be changed.
pub(super) fn lock(sheet: &mut Worksheet) {
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::new()
    });
}
