//! Small tables inside a text.

use crate::document::share::is_short_of_words;
use crate::document::{Align, Cell, Column, Row, Table, Weight, plain_text};

/// A table of the narrative; its first row is the header. Where nothing is said of a column, numbers and dates lie as
/// they do in other tables. Its columns share the page later, when the page is known.
pub(super) fn small_table(aligns: &[Option<Align>], mut rows: Vec<Row>) -> Table {
    for row in &mut rows {
        row.cells.resize(aligns.len(), Cell::new(Vec::new()));
    }
    let mut rows = rows.into_iter();
    let mut header: Vec<Row> = rows.next().into_iter().collect();
    for cell in header.iter_mut().flat_map(|row| &mut row.cells) {
        cell.weight = Weight::Bold;
    }
    let summary =
        header.iter().flat_map(|row| &row.cells).map(|cell| plain_text(&cell.text)).collect::<Vec<_>>().join(", ");
    let body: Vec<Row> = rows.collect();
    let align = |(at, align): (usize, &Option<Align>)| align.unwrap_or_else(|| usual(&body, at));
    let columns = aligns.iter().enumerate().map(align).map(|align| Column { share: 1.0, air: 0.0, align }).collect();
    Table::new(summary, columns, header, body)
}

/// How a column lies of which nothing is said.
fn usual(body: &[Row], at: usize) -> Align {
    let texts = || body.iter().map(|row| plain_text(&row.cells[at].text)).filter(|text| !text.is_empty());
    match texts().next() {
        Some(_) if !texts().all(|text| is_short_of_words(&text)) => Align::Left,
        Some(_) if texts().any(|text| text.contains('/')) => Align::Center,
        Some(_) => Align::Right,
        None => Align::Left,
    }
}
