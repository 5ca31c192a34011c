//! Tables that were typed into a text: the widths and the axes of numbers that tables of the report have.

use super::{Entry, Holds, Strip, breakable, share};
use crate::document::axis::{axis, is_number};
use crate::document::tall::written;
use crate::document::{Align, Inline, Room, Table};
use crate::report::Orientation;

impl Table {
    /// Shares the width of the page among the columns, in smaller letters where it must be, and brings numbers onto
    /// axes. Where no size fits: the width that is missing, in points.
    pub fn share_columns(&mut self, room: &Room) -> Result<(), f64> {
        let strips: Vec<Strip<'_>> = (0..self.columns.len()).map(|at| self.strip(at)).collect();
        let widths = [room.width_pt; 2];
        let shares = share(&strips, &[], Some(Orientation::Portrait), widths, room.size_pt)?;
        let on_axis: Vec<bool> = strips.iter().map(|strip| strip.holds == Holds::Axis).collect();
        self.size_pt = Some(shares.size_pt);
        self.inset_pt = shares.inset_pt;
        let rooms = shares.rooms();
        for (at, share) in shares.widths.iter().enumerate() {
            self.columns[at].share = *share;
            let cells = self.body.iter_mut().filter_map(|row| row.cells.get_mut(at));
            if on_axis[at] {
                axis(&mut self.columns[at], rooms[at], cells);
            } else {
                cells.for_each(|cell| break_words(&mut cell.text, rooms[at]));
            }
        }
        Ok(())
    }

    /// A column as it is to be set.
    fn strip(&self, at: usize) -> Strip<'static> {
        let column = self.body.iter().map(|row| row.cells.get(at));
        let cells: Vec<Entry<'static>> = column
            .map(|cell| {
                let Some(cell) = cell else { return Entry::default() };
                let text = written(&cell.text);
                Entry {
                    whole: is_short_of_words(&text),
                    bold: is_bold(&cell.text),
                    text: text.into(),
                    ..Entry::default()
                }
            })
            .collect();
        let header = self.header.first().and_then(|row| row.cells.get(at));
        let given = || cells.iter().filter(|cell| !cell.text.is_empty());
        let numbers = given().next().is_some() && given().all(|cell| is_number(&cell.text));
        Strip {
            title: header.map(|cell| written(&cell.text)).unwrap_or_default().into(),
            holds: match self.columns[at].align {
                Align::Right if numbers => Holds::Axis,
                _ if given().all(|cell| cell.whole) => Holds::Other,
                _ => Holds::Words,
            },
            cells,
            fixed_pt: None,
        }
    }
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
            Inline::Text(part) => *part = breakable(part, room).into_owned(),
            Inline::Bold(inner) | Inline::Italic(inner) => break_words(inner, room),
            _ => {}
        }
    }
}
