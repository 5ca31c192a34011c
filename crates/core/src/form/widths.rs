//! How the columns of the standard form share the page: each has what its words need, the label has the rest.

use std::ops::Range;

use super::table::Draft;
use crate::document::tall::{INSET_X_PT, written};
use crate::document::width::{self, Face};
use crate::document::{Cell, Room, Row};

/// The air beside the text of a cell and its rules, in points.
pub(super) const AIR_PT: f64 = 2.0 * INSET_X_PT + 1.0;

/// A heading that is no wider stands on one line, others on two, in units of the size.
const SHORT_HEADING: f64 = 6.0;

/// A unit or a value that is wider is broken: after commas and semicolons where it has them. In units of the size.
pub(super) const WIDEST: f64 = 7.0;

/// Numbers have so much more air, in units of the size.
const BESIDE_NUMBERS: f64 = 0.5;

/// The column of notes is no narrower where it has any, in units of the size; the second where there is little room.
const LEAST_FOR_NOTES: [f64; 2] = [5.0, 4.0];

/// The label is left at least so much, in units of the size.
const LEAST_LABEL: f64 = 9.0;

/// More columns leave little room: the headings are broken between all of their words, and nothing has air.
const ROOMY: usize = 5;

const LABEL: usize = 1;

/// The columns that a heading of the second row of the header begins at.
const BELOW: usize = 2;

/// The widths of the columns in units of the size of text; they may be set wider or narrower in proportion. All forms
/// that stand one after the other have the same.
pub(super) fn widths(forms: &[Draft<'_>], room: &Room, size_pt: f64) -> Vec<f64> {
    let air = AIR_PT / size_pt;
    let mut widths: Vec<f64> = least(forms).into_iter().map(|least| least + air).collect();
    let last = widths.len() - 1;
    widths[LABEL] = 0.0;
    let free = room.width_pt / size_pt - widths.iter().sum::<f64>();
    if forms.iter().flat_map(|form| &form.rows).any(|row| row.cells.last().is_some_and(|cell| !cell.text.is_empty())) {
        let first = LEAST_FOR_NOTES[usize::from(widths.len() > ROOMY)] + air;
        widths[last] = note_width(&rows(forms, last + 1), widths[last], first, free, air);
    }
    let label = |(row, _): (&Row, usize)| width_of(&row.cells[LABEL], &[]);
    let longest = rows(forms, last + 1).into_iter().map(label).fold(0.0, f64::max);
    let rest = room.width_pt / size_pt - widths.iter().sum::<f64>();
    widths[LABEL] = rest.min(longest + air).max(LEAST_LABEL);
    widths
}

/// What each column needs for its heading and its words; nothing of the label.
fn least(forms: &[Draft<'_>]) -> Vec<f64> {
    let headings: Vec<(Range<usize>, f64)> = forms.iter().flat_map(headings).collect();
    let count = headings.iter().map(|(columns, _)| columns.end).max().unwrap_or_default();
    let mut least = vec![0.0_f64; count];
    for (columns, need) in headings.iter().filter(|(columns, _)| columns.len() == 1) {
        least[columns.start] = least[columns.start].max(*need);
    }
    for (row, _) in rows(forms, count) {
        for (column, cell) in row.cells.iter().enumerate().filter(|(column, _)| *column != LABEL) {
            let word = cell.face().of_widest_word(&written(&cell.text));
            let tight = count > ROOMY;
            let need = if column + 1 == count { word.min(WIDEST) } else { word.max(unbroken(cell, tight)) };
            let air = if !tight && (LABEL + 2..count - 1).contains(&column) { BESIDE_NUMBERS } else { 0.0 };
            least[column] = least[column].max(need + air);
        }
    }
    for (columns, need) in headings.into_iter().filter(|(columns, _)| columns.len() > 1) {
        let lacking = need - least[columns.clone()].iter().sum::<f64>();
        least[columns.end - 1] += lacking.max(0.0);
    }
    least
}

/// The columns that the headings stand over, and what these need.
fn headings(form: &Draft<'_>) -> Vec<(Range<usize>, f64)> {
    let mut headings = Vec::new();
    for (row, first) in form.header.iter().zip([0, BELOW]) {
        let mut column = first;
        for cell in &row.cells {
            let columns = column..column + cell.colspan;
            column = columns.end;
            headings.push((columns, written(&cell.text)));
        }
    }
    // The column of notes may be empty: its heading is broken.
    let last = headings.iter().map(|(columns, _)| columns.end).max().unwrap_or_default();
    let need = |(columns, text): (Range<usize>, String)| {
        let broken = columns == (last - 1..last);
        let width = |line| if last > ROOMY { Face::Bold.of_widest_word(line) } else { heading_width(line, broken) };
        (columns, text.split('\n').map(width).fold(0.0, f64::max))
    };
    headings.into_iter().map(need).collect()
}

/// The width that a heading needs, in two lines where it is long or shall be broken.
fn heading_width(text: &str, broken: bool) -> f64 {
    let wide = |part| Face::Bold.of(part);
    let whole = wide(text);
    let halves = text.match_indices(' ').map(|(at, _)| wide(&text[..at]).max(wide(&text[at + 1..])));
    let narrowest = halves.fold(whole, f64::min);
    if broken || whole > SHORT_HEADING { narrowest } else { whole }
}

/// The rows that have a cell in each column, with the number of rows that their notes cover.
fn rows<'a>(forms: &'a [Draft<'_>], columns: usize) -> Vec<(&'a Row, usize)> {
    let all = forms.iter().flat_map(|form| form.rows.iter().zip(form.note_rows.iter().copied()));
    all.filter(|(row, _)| row.cells.len() == columns).collect()
}

/// The width in which a cell is not broken, or not where it should not be.
fn unbroken(cell: &Cell, tight: bool) -> f64 {
    let whole = width_of(cell, &[]);
    if whole <= WIDEST && !tight { whole } else { width_of(cell, &[',', ';']).min(WIDEST) }
}

/// The width of the longest part of a cell, which may be parted at line feeds and after some signs.
fn width_of(cell: &Cell, signs: &[char]) -> f64 {
    let text = written(&cell.text);
    let parts = text.split('\n').flat_map(|line| line.split_inclusive(signs));
    parts.map(|part| cell.face().of(part.trim())).fold(0.0, f64::max)
}

/// The width of the notes that makes the forms shortest. What it takes, the label lacks: `free` is the width of the label
/// beside notes of the width `least`; narrower than `first` they are hard to read.
fn note_width(rows: &[(&Row, usize)], least: f64, first: f64, free: f64, air: f64) -> f64 {
    const STEP: f64 = 1.5;
    let texts: Vec<Texts> = rows.iter().map(|(row, note_rows)| Texts::of(row, *note_rows)).collect();
    let whole = free + least;
    let lines = |wide: f64| texts.iter().map(|texts| texts.lines(whole - wide - air, wide - air)).sum::<f64>();
    let first = least.max(first);
    let tried = (0..12_u8).map(|step| first + STEP * f64::from(step)).take_while(|wide| *wide <= whole / 2.0);
    let best = tried.map(|wide| (lines(wide), wide)).min_by(|(a, _), (b, _)| a.total_cmp(b));
    best.map_or(first, |(_, wide)| wide)
}

/// The words of a row.
struct Texts {
    label: String,
    face: Face,
    note: String,
    note_rows: usize,
    others: usize,
}

impl Texts {
    fn of(row: &Row, note_rows: usize) -> Self {
        let last = row.cells.len() - 1;
        let text = |column: usize| written(&row.cells[column].text);
        let others = (LABEL + 1..last).map(|column| text(column).split('\n').count()).max().unwrap_or(1);
        Self { label: text(LABEL), face: row.cells[LABEL].face(), note: text(last), note_rows, others }
    }

    /// How many lines the row takes.
    fn lines(&self, label: f64, note: f64) -> f64 {
        let label = self.face.most_lines(&self.label, label);
        let note: usize = self.note.split('\n').map(|line| width::most_lines(line, note)).sum();
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let (note, own) = (note as f64 / self.note_rows.max(1) as f64, label.max(self.others) as f64);
        own.max(note)
    }
}
