//! The standard form as a table: STT, Chỉ tiêu thống kê, Kết quả thống kê { Đơn vị tính, Số liệu }, Ghi chú.

use super::{Figures, Form, Formula, Kind, Row as FormRow, RowStyle, Value, ZeroDenominator};
use crate::document::{Align, Cell, Column, Inline, Row, Table, Weight, axis, width};
use crate::markdown;
use crate::report::ColumnAlign;
use crate::vietnamese::number;

/// The shares of the columns of the width: STT, label, unit, value, note.
const SHARES: [f64; 5] = [1.4, 6.65, 3.25, 2.2, 1.9];

/// The shares where an earlier period is compared: its value, the difference and the percentage stand before the note.
const COMPARING: [f64; 8] = [1.3, 4.8, 2.2, 1.65, 1.75, 1.6, 1.5, 1.4];

/// The size of the text where an earlier period is compared, in points.
const COMPARING_PT: f64 = 11.0;

/// The width of the text on an upright page and the air beside that of a cell, in units of the size of text.
const TEXT_WIDTH_EM: f64 = 36.6;
const AIR_EM: f64 = 0.75;

/// The label gives up to this much of its share to long notes.
const MOST_FOR_NOTES: f64 = 2.0;

/// What fills the forms.
#[derive(Debug, Clone, Copy)]
pub struct Filling<'a> {
    /// The figures of the period.
    pub figures: &'a Figures,
    /// The name of an earlier period and its figures, where the forms compare.
    pub previous: Option<(&'a str, &'a Figures)>,
    /// How values lie.
    pub align: Option<ColumnAlign>,
    /// Decimals of percentages of change.
    pub decimals: u32,
}

/// The table of a form with its figures.
pub fn table(form: &Form, filling: &Filling<'_>) -> Table {
    let rows: Vec<Line<'_>> = lines_of(form, None);
    build(form.title.clone(), form, &rows, filling)
}

/// The forms in one table: each begins with a row of its own, whose number stands before the codes of its rows.
pub fn one_table(title: &str, forms: &[&Form], filling: &Filling<'_>) -> Option<Table> {
    let first = forms.first()?;
    let rows: Vec<Line<'_>> =
        forms.iter().enumerate().flat_map(|(index, form)| lines_of(form, Some(index + 1))).collect();
    Some(build(title.to_owned(), first, &rows, filling))
}

/// A row to come: the heading of a form, or a row of it.
enum Line<'a> {
    Section { number: usize, title: &'a str },
    Row { number: Option<usize>, row: &'a FormRow },
}

fn lines_of(form: &Form, number: Option<usize>) -> Vec<Line<'_>> {
    let section = number.map(|number| Line::Section { number, title: &form.title });
    section.into_iter().chain(form.rows.iter().map(|row| Line::Row { number, row })).collect()
}

impl<'a> Line<'a> {
    fn id(&self) -> Option<&'a str> {
        match self {
            Self::Section { .. } => None,
            Self::Row { row, .. } => row.id.as_deref(),
        }
    }

    fn code_rows(&self) -> usize {
        match self {
            Self::Section { .. } => 1,
            Self::Row { row, .. } => row.code_rows.unwrap_or(1),
        }
    }

    fn code(&self) -> String {
        match self {
            Self::Section { number, .. } => number.to_string(),
            Self::Row { number: Some(number), row } if row.code.starts_with(|c: char| c.is_ascii_digit()) => {
                format!("{number}.{}", row.code)
            }
            Self::Row { row, .. } => row.code.clone(),
        }
    }
}

fn build(summary: String, form: &Form, lines: &[Line<'_>], filling: &Filling<'_>) -> Table {
    let notes = lines.iter().filter_map(|line| filling.figures.note(line.id()?));
    let longest = notes.map(|note| note.text.chars().count() / note.rows.max(1)).max().unwrap_or(0);
    let room = f64::from(u32::try_from(longest).unwrap_or(u32::MAX)).sqrt() / 7.0;
    let comparing = filling.previous.is_some();
    let shares: &[f64] = if comparing { &COMPARING } else { &SHARES };
    let room = room.min(if comparing { MOST_FOR_NOTES / 2.0 } else { MOST_FOR_NOTES });
    let last = shares.len() - 1;
    // Codes such as 1.3.3.1. stand on one line; the label gives the room.
    let whole: f64 = shares.iter().sum();
    let codes = lines.iter().map(|line| width::of_widest_word(&line.code())).fold(0.0, f64::max);
    let wider = ((codes + AIR_EM) / TEXT_WIDTH_EM * whole - shares[0]).max(0.0);
    let columns = shares.iter().enumerate().map(|(index, share)| Column {
        share: match index {
            0 => share + wider,
            1 => share - room - wider,
            index if index == last => share + room,
            _ => *share,
        },
        align: if index == 1 || index == last { Align::Left } else { Align::Center },
        air: 0.0,
    });
    let mut columns: Vec<Column> = columns.collect();
    let mut body: Vec<Row> = lines.iter().enumerate().map(|(at, line)| row(line, lines.get(at + 1), filling)).collect();
    if filling.align == Some(ColumnAlign::Decimal) {
        for column in 3..last {
            let room = shares[column] / whole * TEXT_WIDTH_EM - AIR_EM;
            axis(&mut columns[column], room, body.iter_mut().filter_map(|row| row.cells.get_mut(column)));
        }
    }
    cover(&mut body, lines, true, |line| line.code_rows());
    cover(&mut body, lines, false, |line| {
        line.id().and_then(|id| filling.figures.note(id)).map_or(1, |note| note.rows)
    });
    Table {
        summary,
        unit: None,
        size_pt: comparing.then_some(COMPARING_PT),
        columns,
        header: header(form, filling),
        body,
        heights: Vec::new(),
        notes: Vec::new(),
    }
}

/// Lets cells of the first or the last column cover rows below, whose own cells fall away; never past a form's end.
fn cover(body: &mut [Row], lines: &[Line<'_>], first: bool, span: impl Fn(&Line<'_>) -> usize) {
    let mut covered = 0;
    for (at, line) in lines.iter().enumerate() {
        let index = if first { 0 } else { body[at].cells.len() - 1 };
        if covered > 0 {
            body[at].cells.remove(index);
            covered -= 1;
            continue;
        }
        let left = lines[at..].iter().take_while(|line| matches!(line, Line::Row { .. })).count();
        let rows = span(line).min(left);
        if rows > 1 {
            body[at].cells[index].rowspan = rows;
            covered = rows - 1;
        }
    }
}

fn header(form: &Form, filling: &Filling<'_>) -> Vec<Row> {
    let bold = |text: &str| Cell::new(Inline::text(text)).weight(Weight::Bold);
    let mut label = vec![Inline::Bold(Inline::text("Chỉ tiêu thống kê"))];
    if let Some(note) = &form.label_note {
        label.extend([Inline::Break, Inline::Italic(Inline::text(note))]);
    }
    let mut below = vec![bold("Đơn vị tính"), bold(&form.value_heading)];
    let mut above = vec![
        bold("STT").span(1, 2),
        Cell::new(label).span(1, 2),
        bold("Kết quả thống kê").span(if filling.previous.is_some() { 3 } else { 2 }, 1),
    ];
    if let Some((name, _)) = filling.previous {
        below.push(Cell::new(Inline::lines(name)).weight(Weight::Bold));
        above.push(Cell::new(Inline::lines("Tăng (+),\ngiảm (-)")).weight(Weight::Bold).span(2, 1));
        below.extend([bold("Số lượng"), bold("%")]);
    }
    above.push(bold("Ghi chú").span(1, 2));
    vec![Row::new(above), Row::new(below)]
}

fn row(line: &Line<'_>, next: Option<&Line<'_>>, filling: &Filling<'_>) -> Row {
    let Line::Row { row, .. } = line else { return section(line, filling) };
    let (label, all) = match row.look() {
        RowStyle::Normal => (Weight::Normal, Weight::Normal),
        RowStyle::Bold => (Weight::Bold, Weight::Normal),
        RowStyle::Italic => (Weight::Italic, Weight::Italic),
    };
    let value = row.id.as_deref().and_then(|id| filling.figures.get(id));
    let note = row.id.as_deref().and_then(|id| filling.figures.note(id));
    let mut cells = vec![
        Cell::new(Inline::text(&line.code())).weight(label),
        Cell::new(markdown::label(&row.label)).weight(label),
        Cell::new(Inline::lines(&row.unit_text().replace(" = ", "\u{a0}=\u{a0}"))).weight(all),
        Cell::new(Inline::lines(&row.id.as_deref().map_or_else(Default::default, |id| filling.figures.cell(id))))
            .weight(all),
    ];
    if let Some((_, previous)) = filling.previous {
        let earlier = row.id.as_deref().and_then(|id| previous.get(id));
        let texts = compared(row, value, earlier, filling.decimals);
        cells.extend(texts.map(|text| Cell::new(Inline::lines(&text)).weight(all)));
    }
    cells.push(Cell::new(Inline::lines(note.map_or("", |note| &note.text))));
    let heads = matches!(next, Some(Line::Row { row: next, .. })
        if !row.code.is_empty() && next.code.starts_with(&row.code));
    Row { keep_with_next: row.kind == Kind::Group || (row.look() == RowStyle::Bold && heads), ..Row::new(cells) }
}

/// The row that a form begins with where the forms run on in one table.
fn section(line: &Line<'_>, filling: &Filling<'_>) -> Row {
    let Line::Section { title, .. } = line else { return Row::new(Vec::new()) };
    let width = if filling.previous.is_some() { 7 } else { 4 };
    let cells = vec![
        Cell::new(Inline::text(&line.code())).weight(Weight::Bold),
        Cell::new(Inline::text(title)).weight(Weight::Bold).span(width, 1),
    ];
    Row { keep_with_next: true, ..Row::new(cells) }
}

/// The earlier value, the difference and the change in per cent. Percentages and codes are not measured in per cent of
/// themselves: there the last is blank.
fn compared(row: &FormRow, value: Option<&Value>, earlier: Option<&Value>, decimals: u32) -> [String; 3] {
    let before = earlier.map_or("", |value| value.text()).to_owned();
    let numbers = value.and_then(Value::as_number).zip(earlier.and_then(Value::as_number));
    let Some((now, then)) = numbers.filter(|_| row.kind != Kind::Code) else {
        return [before, String::new(), String::new()];
    };
    let difference = now - then;
    let percent = if matches!(row.kind, Kind::Count | Kind::Money) && !then.is_zero() {
        Formula::ratio(difference, then).map(|ratio| ratio.value(decimals, ZeroDenominator::Blank))
    } else {
        None
    };
    let percent = percent.and_then(|value| value.as_number()).map(signed).unwrap_or_default();
    [before, signed(difference), percent]
}

/// A number with its sign: `+12`, `-3`, `0`.
fn signed(value: rust_decimal::Decimal) -> String {
    let text = number::format(value);
    if value.is_sign_positive() && !value.is_zero() { format!("+{text}") } else { text }
}
