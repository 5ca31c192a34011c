//! The standard form as a table: STT, Chỉ tiêu thống kê, Kết quả thống kê { Đơn vị tính, Số liệu }, Ghi chú.

use baocao_vietnamese::number;

use super::{Figures, Form, Formula, Kind, Row as FormRow, RowStyle, Value, ZeroDenominator};
use crate::document::share::share_columns;
use crate::document::{Align, Cell, Column, Figure, Inline, Room, Row, Runs, Table, Weight, width};
use crate::markdown;
use crate::report::{ColumnAlign, Orientation};

/// The size of the text where an earlier period is compared, in points.
const COMPARING_PT: f64 = 11.0;

/// The columns of labels and of units.
const LABEL: usize = 1;
const UNIT: usize = 2;

/// A form whose label is narrower than this part of what is usual among those beside it has columns of its own.
const NARROWER_LABEL: f64 = 0.8;

/// A part of a unit that is wider may be broken anywhere, in units of the size.
const WIDEST_UNIT: f64 = 7.0;

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

/// The pages that forms stand on.
#[derive(Debug, Clone, Copy)]
pub struct Pages {
    /// The room of an upright and of a lying page.
    pub rooms: [Room; 2],
    /// How they shall lie; where nothing is said, a form lies that an upright page does not hold with ease.
    pub wanted: Option<Orientation>,
}

/// The table of a form, or of several.
#[derive(Debug, Clone)]
pub struct FormTable {
    /// The table.
    pub table: Table,
    /// How its pages lie.
    pub orientation: Orientation,
    /// The width that it lacks on every page that it may stand on, in points.
    pub missing_pt: Option<f64>,
}

/// The tables of forms that stand one after the other, with their figures, and how their pages lie. Their columns are equally
/// wide, but for forms whose long numbers would narrow the labels of all.
pub fn tables(forms: &[&Form], filling: &Filling<'_>, pages: &Pages) -> Vec<FormTable> {
    let forms = forms.iter().copied();
    let drafts = forms.map(|form| draft(form.title.clone(), form, &lines_of(form, None), filling)).collect();
    build(drafts, filling, pages)
}

/// The forms in one table: each begins with a row of its own, whose number stands before the codes of its rows.
pub fn one_table(title: &str, forms: &[&Form], filling: &Filling<'_>, pages: &Pages) -> Option<FormTable> {
    let first = forms.first()?;
    let numbered = forms.iter().enumerate();
    let lines: Vec<Line<'_>> = numbered.flat_map(|(index, form)| lines_of(form, Some(index + 1))).collect();
    build(vec![draft(title.to_owned(), first, &lines, filling)], filling, pages).pop()
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

    fn unit_rows(&self) -> usize {
        match self {
            Self::Section { .. } => 1,
            Self::Row { row, .. } => row.unit_rows.unwrap_or(1),
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

/// The table of a form, whose columns have no widths yet.
fn draft(summary: String, form: &Form, lines: &[Line<'_>], filling: &Filling<'_>) -> Table {
    let mut body: Vec<Row> = lines.iter().enumerate().map(|(at, line)| row(line, lines.get(at + 1), filling)).collect();
    let last = if filling.previous.is_some() { 7 } else { 4 };
    let note = |line: &Line<'_>| line.id().and_then(|id| filling.figures.note(id)).map_or(1, |note| note.rows);
    cover(&mut body, lines, last, &lines.iter().map(note).collect::<Vec<_>>());
    cover(&mut body, lines, UNIT, &lines.iter().map(Line::unit_rows).collect::<Vec<_>>());
    cover(&mut body, lines, 0, &lines.iter().map(Line::code_rows).collect::<Vec<_>>());
    let column = |at: usize| Column {
        share: 1.0,
        align: match at {
            LABEL => Align::Left,
            at if at == last => Align::Left,
            at if at > UNIT && filling.align == Some(ColumnAlign::Decimal) => Align::Right,
            _ => Align::Center,
        },
        air: 0.0,
    };
    Table::new(summary, (0..=last).map(column).collect(), header(form, filling), body)
}

/// Tables with columns that are equally wide on upright pages, or on those that are wanted; each by itself that these do not hold
/// with ease.
fn build(drafts: Vec<Table>, filling: &Filling<'_>, pages: &Pages) -> Vec<FormTable> {
    let size_pt = |room: Room| filling.previous.map_or(room.size_pt, |_| COMPARING_PT.min(room.size_pt));
    let rooms = pages.rooms.map(|room| Room { size_pt: size_pt(room), ..room });
    let way = pages.wanted.unwrap_or_default();
    let share = |tables: &mut [Table], wanted| share_columns(tables, rooms, wanted);
    let alone = |table: &Table| {
        let mut table = [table.clone()];
        let ease = matches!(share(&mut table, Some(way)), Ok((_, true)));
        (ease, table[0].columns[LABEL].share)
    };
    let alone: Vec<(bool, f64)> = drafts.iter().map(alone).collect();
    let mut labels: Vec<f64> = alone.iter().map(|(_, label)| *label).collect();
    labels.sort_by(f64::total_cmp);
    let usual = labels.get(labels.len() / 2).copied().unwrap_or_default();
    let fits: Vec<bool> = alone.iter().map(|(ease, label)| *ease && *label >= usual * NARROWER_LABEL).collect();
    let mut together: Vec<Table> =
        drafts.iter().zip(&fits).filter(|(_, fits)| **fits).map(|(it, _)| it.clone()).collect();
    // Those that fit one by one need not fit together: the widest of each column may stand in another.
    if share(&mut together, Some(way)).is_err() {
        together.clear();
    }
    let mut together = together.into_iter();
    let one = |(mut table, fits): (Table, bool)| match if fits { together.next() } else { None } {
        Some(table) => FormTable { table, orientation: way, missing_pt: None },
        None => match share(std::slice::from_mut(&mut table), pages.wanted) {
            Ok((orientation, _)) => FormTable { table, orientation, missing_pt: None },
            Err(missing) => FormTable { table, orientation: way, missing_pt: Some(missing) },
        },
    };
    drafts.into_iter().zip(fits).map(one).collect()
}

/// Lets cells of a column cover rows below, whose own cells fall away; never past a form's end. Columns at the right come
/// first, so that cells still stand where their column is.
fn cover(body: &mut [Row], lines: &[Line<'_>], index: usize, span: &[usize]) {
    let mut covered = 0;
    for at in 0..lines.len() {
        if body[at].cells.len() <= index {
            continue;
        }
        if covered > 0 {
            body[at].cells.remove(index);
            covered -= 1;
            continue;
        }
        let left = lines[at..].iter().take_while(|line| matches!(line, Line::Row { .. })).count();
        let rows = span[at].min(left);
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
        // No word stands alone on its last line.
        let (start, end) = note.rsplit_once(' ').unwrap_or(("", note));
        let note = if start.is_empty() { note.clone() } else { format!("{start}\u{a0}{end}") };
        label.extend([Inline::Break, Inline::Italic(Inline::text(&note))]);
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
        Cell::new(unit(&row.unit_text())).weight(all),
        // A blank cell is known to be that of its indicator too.
        Cell::new(figure(row, value.map_or("", Value::text), false)).weight(all),
    ];
    if let Some((_, previous)) = filling.previous {
        let earlier = row.id.as_deref().and_then(|id| previous.get(id));
        let before = earlier.map_or("", Value::text);
        let before = if before.is_empty() { Runs::default() } else { figure(row, before, true) };
        cells.push(Cell::new(before).weight(all));
        let changes = compared(row, value, earlier, filling.decimals);
        cells.extend(changes.map(|text| Cell::new(Inline::lines(&text)).weight(all)));
    }
    cells.push(Cell::new(Inline::lines(note.map_or("", |note| &note.text))));
    let heads = matches!(next, Some(Line::Row { row: next, .. })
        if !row.code.is_empty() && next.code.starts_with(&row.code));
    let is_heading = row.look() == RowStyle::Bold || row.unit_text().is_empty();
    Row { keep_with_next: row.kind == Kind::Group || (is_heading && heads), ..Row::new(cells) }
}

/// What the cell of a row's indicator prints.
fn figure(row: &FormRow, text: &str, earlier: bool) -> Runs {
    Runs::figure(Inline::lines(text), row.id.as_deref().map(|id| Figure::of(id, earlier)))
}

/// A unit, a line a line. One such as `Cơ quan, đơn vị` is broken after its comma only.
fn unit(text: &str) -> Vec<Inline> {
    let mut runs = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            runs.push(Inline::Break);
        }
        let parts: Vec<&str> = line.split_inclusive([',', ';']).collect();
        if parts.len() == 1 || parts.iter().any(|part| width::of(part) > WIDEST_UNIT) {
            runs.extend(Inline::text(&line.replace(" = ", "\u{a0}=\u{a0}")));
            continue;
        }
        for part in parts {
            let words = part.trim_start();
            if words.len() < part.len() {
                runs.push(Inline::Text(" ".to_owned()));
            }
            runs.push(Inline::Keep(words.to_owned()));
        }
    }
    runs
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

/// The difference from the earlier value and the change in per cent. Percentages and codes are not measured in per cent of
/// themselves: there the last is blank.
fn compared(row: &FormRow, value: Option<&Value>, earlier: Option<&Value>, decimals: u32) -> [String; 2] {
    let numbers = value.and_then(Value::as_number).zip(earlier.and_then(Value::as_number));
    let Some((now, then)) = numbers.filter(|_| row.kind != Kind::Code) else {
        return [String::new(), String::new()];
    };
    let difference = now - then;
    let percent = if matches!(row.kind, Kind::Count | Kind::Money) && !then.is_zero() {
        Formula::ratio(difference, then).map(|ratio| ratio.value(decimals, ZeroDenominator::Blank))
    } else {
        None
    };
    let percent = percent.and_then(|value| value.as_number()).map(signed).unwrap_or_default();
    [signed(difference), percent]
}

/// A number with its sign: `+12`, `-3`, `0`.
fn signed(value: rust_decimal::Decimal) -> String {
    let text = number::format(value);
    if value.is_sign_positive() && !value.is_zero() { format!("+{text}") } else { text }
}
