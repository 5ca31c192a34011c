//! What a column needs and what it would like to have.

use crate::document::width;
use crate::report::{ColumnAlign, ColumnKind};
use crate::table::columns::Leaf;
use crate::table::grid::{Grid, LineKind};

/// What the rules and the air beside the text of a cell take, in points.
pub(super) const AIR: f64 = 9.0;

/// A word that is wider is broken rather than widening its column, in units of the size.
const WIDEST_WORD: f64 = 9.0;

/// No column asks for more, in units of the size.
const WIDEST: f64 = 26.0;

/// A title that is no wider stands on one line where there is room, in units of the size.
const SHORT_TITLE: f64 = 6.0;

/// What a column needs and what it would like to have, in units of the size.
#[derive(Debug, Clone, Copy)]
pub(super) struct Need {
    pub(super) least: f64,
    pub(super) wish: f64,
    pub(super) fixed_pt: Option<f64>,
    /// Whether it holds words.
    pub(super) words: bool,
}

/// What a column needs for its title and its cells.
pub(super) fn need(column: &Leaf, title: &str, grid: &Grid, index: usize) -> Need {
    let title_word = (width::of_widest_word(title) * width::BOLD).min(WIDEST_WORD);
    // A short title likes to stand on one line, a long one may take three.
    let whole = width::of(title) * width::BOLD;
    let titled = if whole <= SHORT_TITLE { whole } else { (whole / 3.0).max(SHORT_TITLE) };
    let (mut least, mut wish) = (title_word, titled.clamp(title_word, WIDEST));
    let last_number = width::of(&grid.lines.len().max(100).to_string());
    let on_axis = column.align == Some(ColumnAlign::Decimal) || (column.align.is_none() && column.kind.is_number());
    let (mut before, mut after) = (0.0_f64, 0.0_f64);
    for line in &grid.lines {
        let bold = if line.kind == LineKind::Ordinary { 1.0 } else { width::BOLD };
        let cell = &line.cells[index];
        if column.kind == ColumnKind::Ordinal {
            least = least.max(line.code.as_deref().map_or(last_number, |code| width::of(code) * bold));
        }
        let Some(value) = cell.value.as_ref().filter(|_| !cell.covered && cell.columns == 1) else { continue };
        let mark = if cell.note.is_some() { 0.4 } else { 0.0 };
        let is_number = value.as_number().is_some() || column.kind == ColumnKind::Date;
        if on_axis && value.as_number().is_some() {
            let (whole, decimals) = value.text().split_once(',').unwrap_or((value.text(), ""));
            before = before.max(width::of(whole));
            after = after.max(if decimals.is_empty() { 0.0 } else { width::POINT + width::of(decimals) });
            least = least.max(before + after + mark);
        }
        for text in value.text().lines() {
            let whole = width::of(text) * bold + mark;
            let word = if is_number { whole } else { (width::of_widest_word(text) * bold).min(WIDEST_WORD) };
            least = least.max(word);
            wish = wish.max(whole.min(WIDEST));
        }
    }
    Need {
        least,
        wish: wish.max(least),
        fixed_pt: column.width_mm.map(|mm| mm / 25.4 * 72.0),
        words: column.kind == ColumnKind::Text,
    }
}
