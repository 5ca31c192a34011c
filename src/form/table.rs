//! The standard form as a table: STT, Chỉ tiêu thống kê, Kết quả thống kê { Đơn vị tính, Số liệu }, Ghi chú.

use super::{Figures, Form, Kind, Row as FormRow, RowStyle};
use crate::document::{Align, Cell, Column, Inline, Row, Table, Weight};
use crate::markdown;

/// The shares of the five columns of the width.
const SHARES: [f64; 5] = [1.4, 6.65, 3.25, 2.2, 1.9];

/// The label gives up to this much of its share to long notes.
const MOST_FOR_NOTES: f64 = 2.0;

/// The table of a form with its figures.
pub fn table(form: &Form, figures: &Figures) -> Table {
    let aligns = [Align::Center, Align::Left, Align::Center, Align::Center, Align::Left];
    let notes = form.rows.iter().filter_map(|row| figures.note(row.id.as_deref()?));
    let longest = notes.map(|note| note.chars().count()).max().unwrap_or(0);
    let room = f64::from(u32::try_from(longest).unwrap_or(u32::MAX)).sqrt() / 7.0;
    let room = room.min(MOST_FOR_NOTES);
    let [code, label, unit, value, note] = SHARES;
    let shares = [code, label - room, unit, value, note + room];
    Table {
        summary: form.title.clone(),
        columns: shares.into_iter().zip(aligns).map(|(share, align)| Column { share, align }).collect(),
        header: header(form),
        body: form
            .rows
            .iter()
            .enumerate()
            .map(|(index, row)| body_row(row, form.rows.get(index + 1), figures))
            .collect(),
    }
    .kept_together()
}

fn header(form: &Form) -> Vec<Row> {
    let bold = |text: &str| Cell::new(Inline::text(text)).weight(Weight::Bold);
    let mut label = vec![Inline::Bold(Inline::text("Chỉ tiêu thống kê"))];
    if let Some(note) = &form.label_note {
        label.extend([Inline::Break, Inline::Italic(Inline::text(note))]);
    }
    vec![
        Row::new(vec![
            bold("STT").span(1, 2),
            Cell::new(label).span(1, 2),
            bold("Kết quả thống kê").span(2, 1),
            bold("Ghi chú").span(1, 2),
        ]),
        Row::new(vec![bold("Đơn vị tính"), bold(&form.value_heading)]),
    ]
}

fn body_row(row: &FormRow, next: Option<&FormRow>, figures: &Figures) -> Row {
    let (label, all) = match row.look() {
        RowStyle::Normal => (Weight::Normal, Weight::Normal),
        RowStyle::Bold => (Weight::Bold, Weight::Normal),
        RowStyle::Italic => (Weight::Italic, Weight::Italic),
    };
    let value = row.id.as_deref().and_then(|id| figures.get(id));
    let note = row.id.as_deref().and_then(|id| figures.note(id));
    let cells = vec![
        Cell::new(Inline::text(&row.code)).weight(label),
        Cell::new(markdown::label(&row.label)).weight(label),
        Cell::new(lines(&row.unit_text().replace(" = ", "\u{a0}=\u{a0}"))).weight(all),
        Cell::new(lines(value.map_or("", |value| value.text()))).weight(all),
        Cell::new(lines(note.unwrap_or_default())),
    ];
    let heads = next.is_some_and(|next| !row.code.is_empty() && next.code.starts_with(&row.code));
    Row { cells, keep_with_next: row.kind == Kind::Group || (row.look() == RowStyle::Bold && heads) }
}

/// Text whose line feeds break lines.
fn lines(text: &str) -> Vec<Inline> {
    let mut runs = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            runs.push(Inline::Break);
        }
        runs.extend(Inline::text(line));
    }
    runs
}
