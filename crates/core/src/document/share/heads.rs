//! Titles of columns: their words of two syllables stay on one line where their column is wide enough.

use baocao_vietnamese::titles::{TitlePiece, title_pieces};

use crate::document::width::Face;
use crate::document::{Cell, Inline};

/// A title whose words that are no wider than `room` stay whole, in units of the size.
pub(super) fn joined(title: &str, room: f64) -> String {
    let lines = title.split('\n').map(|line| {
        let pieces = title_pieces(line).into_iter().map(|piece| match piece {
            TitlePiece::Text(text) => text,
            TitlePiece::Turn => " ".to_owned(),
            TitlePiece::Keep(text) if Face::Bold.of(&text) <= room => text.replace(' ', "\u{a0}"),
            TitlePiece::Keep(text) => text,
        });
        pieces.collect::<String>()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Keeps the words of a cell of the header whole.
pub(super) fn keep(cell: &mut Cell, room: f64) {
    keep_runs(&mut cell.text, room);
}

fn keep_runs(runs: &mut [Inline], room: f64) {
    for run in runs {
        match run {
            Inline::Text(text) => *text = joined(text, room),
            // What no column holds is parted: it would stand over its rules.
            Inline::Keep(text) if Face::Bold.of(text) > room + 0.01 => *run = Inline::Text(std::mem::take(text)),
            Inline::Bold(inner) | Inline::Italic(inner) => keep_runs(inner, room),
            _ => {}
        }
    }
}
