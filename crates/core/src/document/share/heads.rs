//! Titles of columns, and names in cells: their words of two syllables stay on one line where their column is wide enough.

use std::borrow::Cow;

use baocao_vietnamese::titles::{TitlePiece, title_pieces};

use super::need;
use crate::document::width::{self, Face};
use crate::document::{Cell, Inline};

/// A cell of no more letters is a name; others are running text, whose lines may end between any syllables.
const LONGEST_NAME: usize = 40;

fn is_name(text: &str, face: Face, room: f64) -> bool {
    text.chars().count() <= LONGEST_NAME && text.lines().any(|line| face.of(line) > room)
}

/// So wide is a cell that is a name and takes several lines in `room` with its words whole, in units of the size: it takes no more
/// lines then. 0 for others.
pub(super) fn width_of_name(text: &str, face: Face, room: f64) -> f64 {
    if !is_name(text, face, room) {
        return 0.0;
    }
    let whole = joined(text, face, need::WIDEST_WORD);
    let lines = text.lines().map(|line| face.most_lines(line, room)).sum();
    need::narrowest(&whole, face, lines, face.of_widest_word(&whole))
}

/// A cell as it is set in `room`: the words of a name stay whole where it takes no more lines for that, and what is wider than the
/// room may be broken.
pub(crate) fn cell(text: &str, room: f64) -> Cow<'_, str> {
    if is_name(text, Face::Regular, room) {
        let whole = joined(text, Face::Regular, room);
        let most = |text: &str| text.lines().map(|line| width::most_lines(line, room)).sum::<usize>();
        // Rows of known heights are set faster: what is certain stays so, but for names with a hyphen.
        let is_certain = |text: &str| text.lines().all(|line| width::lines(line, room).is_some());
        if most(&whole) <= most(text) && (text.contains(" - ") || is_certain(&whole) >= is_certain(text)) {
            return super::breakable(&whole, room).into_owned().into();
        }
    }
    super::breakable(text, room)
}

/// A title or a name whose words that are no wider than `room` stay whole, in units of the size.
pub(super) fn joined(title: &str, face: Face, room: f64) -> String {
    let lines = title.split('\n').map(|line| {
        let pieces = title_pieces(line).into_iter().map(|piece| match piece {
            TitlePiece::Text(text) => text,
            TitlePiece::Turn => " ".to_owned(),
            TitlePiece::Keep(text) if face.of(&text) <= room => text.replace(' ', "\u{a0}"),
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
            Inline::Text(text) => *text = joined(text, Face::Bold, room),
            // What no column holds is parted: it would stand over its rules.
            Inline::Keep(text) if Face::Bold.of(text) > room + 0.01 => *run = Inline::Text(std::mem::take(text)),
            Inline::Bold(inner) | Inline::Italic(inner) => keep_runs(inner, room),
            _ => {}
        }
    }
}
