//! Tables that are made before their columns have widths: the forms, and tables that were typed into a text.

use super::{Entry, Holds, Line, Shares, Strip, Wide, air, break_runs, heads, share};
use crate::document::axis::{axis, is_number};
use crate::document::tall::{begin, written};
use crate::document::width::Face;
use crate::document::{Align, Cell, Inline, Room, Row, Table};
use crate::report::Orientation;

impl Table {
    /// Shares the width of an upright page among the columns, in smaller letters where it must be, and brings numbers onto
    /// axes in columns that lie at the right. Where no size fits: the width that is missing, in points.
    pub fn share_columns(&mut self, room: &Room) -> Result<(), f64> {
        share_columns(std::slice::from_mut(self), [*room; 2], Some(Orientation::Portrait)).map(|_| ())
    }

    /// Lets what no column holds break at last in cells, in notes and in the line of units, on a page with so much room.
    pub(crate) fn break_words(&mut self, room: &Room) {
        let size = self.size_pt.unwrap_or(room.size_pt);
        let whole: f64 = self.columns.iter().map(|column| column.share).sum();
        let shares: Vec<f64> = self.columns.iter().map(|column| column.share / whole * room.width_pt).collect();
        let inset_pt = self.inset_pt;
        let begins = [begins(self, &self.header), begins(self, &self.body)];
        for (is_header, (rows, begins)) in [&mut self.header, &mut self.body].into_iter().zip(begins).enumerate() {
            for (row, begins) in rows.iter_mut().zip(begins) {
                for (cell, at) in row.cells.iter_mut().zip(begins) {
                    let width: f64 = shares.iter().skip(at).take(cell.colspan).sum();
                    let face = if is_header == 0 { Face::Bold } else { cell.face() };
                    break_runs(&mut cell.text, Line::cell((width - air(inset_pt)) / size, face));
                }
            }
        }
        let line = Line::of(room.width_pt / size, Face::Regular);
        self.notes.iter_mut().for_each(|note| break_runs(&mut note.text, line));
        self.unit.iter_mut().for_each(|unit| break_runs(unit, line));
    }

    /// Keeps the words of its titles whole in columns of such rooms, in units of the size.
    pub(crate) fn keep_heads(&mut self, rooms: &[f64]) {
        let begins = begins(self, &self.header);
        for (row, begins) in self.header.iter_mut().zip(begins) {
            for (cell, at) in row.cells.iter_mut().zip(begins) {
                heads::keep(cell, rooms.iter().skip(at).take(cell.colspan).sum());
            }
        }
    }
}

/// The same of tables that stand one after the other and have the same columns: these become equally wide. `rooms` are those of
/// an upright and a lying page, `wanted` is how it shall lie. Gives how the pages lie, and whether all can be read with ease.
pub(crate) fn share_columns(
    tables: &mut [Table],
    rooms: [Room; 2],
    wanted: Option<Orientation>,
) -> Result<(Orientation, bool), f64> {
    let Some(first) = tables.first() else { return Ok((wanted.unwrap_or_default(), true)) };
    let strips = strips(tables);
    let wide = wide(first);
    let shares = share(&strips, &wide, wanted, rooms.map(|room| room.width_pt), rooms[0].size_pt)?;
    let axes: Vec<bool> = strips.iter().map(|strip| strip.holds == Holds::Axis).collect();
    for table in tables {
        settle(table, &shares, &axes);
    }
    Ok((shares.orientation, shares.comfortable))
}

/// Gives a table its widths: numbers are brought onto axes, and words that are wider than their column are broken.
fn settle(table: &mut Table, shares: &Shares, axes: &[bool]) {
    let rooms = shares.rooms();
    (table.size_pt, table.inset_pt) = (Some(shares.size_pt), shares.inset_pt);
    let begins = begins(table, &table.body);
    for (at, share) in shares.widths.iter().enumerate() {
        table.columns[at].share = *share;
        let cells = table.body.iter_mut().zip(&begins).filter_map(|(row, begins)| {
            let index = begins.iter().position(|begins| *begins == at)?;
            row.cells.get_mut(index).filter(|cell| cell.colspan == 1)
        });
        if axes[at] {
            axis(&mut table.columns[at], rooms[at], cells);
        } else {
            cells.for_each(|cell| break_words(&mut cell.text, rooms[at]));
        }
    }
    table.keep_heads(&rooms);
}

/// The columns that the cells of each of some rows begin in.
fn begins(table: &Table, rows: &[Row]) -> Vec<Vec<usize>> {
    let mut covered = vec![0; table.columns.len()];
    rows.iter().map(|row| begin(&row.cells, &mut covered)).collect()
}

/// The columns of some tables as they are to be set, all rows below each other.
fn strips(tables: &[Table]) -> Vec<Strip<'static>> {
    let columns = tables.iter().map(|table| table.columns.len()).min().unwrap_or_default();
    let mut cells: Vec<Vec<Entry<'static>>> = (0..columns).map(|_| Vec::new()).collect();
    for table in tables {
        for (row, begins) in table.body.iter().zip(begins(table, &table.body)) {
            for (at, cells) in cells.iter_mut().enumerate() {
                let index = begins.iter().position(|begins| *begins == at);
                let cell = index.and_then(|index| row.cells.get(index)).filter(|cell| cell.colspan == 1);
                cells.push(cell.map(entry).unwrap_or_default());
            }
        }
    }
    let titles = tables.first().map(titles).unwrap_or_default();
    cells.into_iter().enumerate().map(|(at, cells)| strip(&tables[0], at, titles[at].clone(), cells)).collect()
}

fn entry(cell: &Cell) -> Entry<'static> {
    let text = written(&cell.text);
    Entry {
        whole: is_short_of_words(&text),
        bold: cell.face() == Face::Bold || is_bold(&cell.text),
        text: text.into(),
        rows: cell.rowspan,
        ..Entry::default()
    }
}

fn strip(table: &Table, at: usize, title: String, cells: Vec<Entry<'static>>) -> Strip<'static> {
    let given = || cells.iter().filter(|cell| !cell.text.is_empty());
    // A word among numbers leaves a column one of numbers.
    let numbers = given().filter(|cell| is_number(&cell.text)).count() * 2 > given().count();
    let holds = match table.columns[at].align {
        Align::Right if numbers => Holds::Axis,
        _ if given().next().is_some() && given().all(|cell| cell.whole) => Holds::Other,
        _ => Holds::Words,
    };
    Strip { title: title.into(), cells, fixed_pt: None, holds }
}

/// The title of each column: the lowest cell of the header over it alone.
fn titles(table: &Table) -> Vec<String> {
    let mut titles = vec![String::new(); table.columns.len()];
    for (row, begins) in table.header.iter().zip(begins(table, &table.header)) {
        for (cell, at) in row.cells.iter().zip(begins).filter(|(cell, _)| cell.colspan == 1) {
            if let Some(title) = titles.get_mut(at) {
                *title = written(&cell.text);
            }
        }
    }
    titles
}

/// The headings over several columns.
fn wide(table: &Table) -> Vec<Wide> {
    let mut wide = Vec::new();
    for (row, begins) in table.header.iter().zip(begins(table, &table.header)) {
        for (cell, at) in row.cells.iter().zip(begins).filter(|(cell, _)| cell.colspan > 1) {
            wide.push(Wide::heading(at..at + cell.colspan, &written(&cell.text)));
        }
    }
    wide
}

/// Whether a text is a number or a date, which stays on one line.
pub(crate) fn is_short_of_words(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '/' | '-' | '+' | '%'))
}

fn is_bold(text: &[Inline]) -> bool {
    matches!(text, [Inline::Bold(_)])
}

fn break_words(text: &mut [Inline], room: f64) {
    for run in text {
        match run {
            Inline::Text(part) => *part = heads::cell(part, room).into_owned(),
            Inline::Bold(inner) | Inline::Italic(inner) => break_words(inner, room),
            _ => {}
        }
    }
}
