//! Numbers with their commas on one axis, in the middle of their column.

use super::{Align, Cell, Column, plain_text, width};

/// Brings the commas of a column's numbers onto one axis: the column is set at the right, the air on its right brings
/// the longest number into the middle, and numbers with fewer decimals get the room of those that they lack. `room` is
/// the width of the column inside its air, in units of the size. Words stay in the middle.
pub fn axis<'a>(column: &mut Column, room: f64, cells: impl Iterator<Item = &'a mut Cell>) {
    let (mut numbers, mut words) = (Vec::new(), Vec::new());
    for cell in cells.filter(|cell| cell.colspan == 1 && !cell.text.is_empty()) {
        let text = plain_text(&cell.text);
        if is_number(&text) {
            let (whole, decimals) = text.split_once(',').unwrap_or((&text, ""));
            let after = if decimals.is_empty() { 0.0 } else { width::POINT + width::of(decimals) };
            numbers.push((cell, width::of(whole), after));
        } else {
            words.push(cell);
        }
    }
    let before = numbers.iter().map(|(_, before, _)| *before).fold(0.0, f64::max);
    let after = numbers.iter().map(|(_, _, after)| *after).fold(0.0, f64::max);
    for (cell, _, own) in numbers {
        if own < after {
            cell.pad = Some(after - own);
        }
    }
    for cell in words {
        cell.align = cell.align.or(Some(Align::Center));
    }
    column.align = Align::Right;
    column.air = ((room - before - after) / 2.0).max(0.0);
}

/// Whether a text is a number, maybe with its sign.
pub(super) fn is_number(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+' | '%'))
}
