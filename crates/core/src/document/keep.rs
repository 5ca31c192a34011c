//! Rows that stay together, cells that cover rows.

use std::collections::BTreeSet;

use super::tall::{Span, begin};
use super::{Block, Cell, Document, Room, Table, plain_text};
use crate::report::Orientation;

/// Tables of no more rows stand on one page, where they are low.
const SMALL: usize = 6;

/// The first rows of a longer table, or of a higher one, stand on one page.
const FIRST_TOGETHER: usize = 2;

/// So many rows at the end of a longer table stand on one page.
const LAST_TOGETHER: usize = 3;

/// So many rows on the last page of a table are a tail, for which it may be set tighter.
const TAIL: usize = 4;

/// So many rows go on to the last page of a table instead, where tighter rows save no page, if they take at most this part of a page.
const CARRIED: usize = 6;
const CARRIED_HEIGHT: f64 = 0.35;

/// Tighter rows are lower by so much, in points.
const LOWER_PT: f64 = 2.0;

/// Rows are at least this part as high as they are reckoned.
const SURELY_HIGH: f64 = 0.8;

/// Tables of more rows are not set tighter: that would lay hundreds of pages out twice for one.
const MOST_TIGHTER: usize = 100;

/// A cell that covers no more rows keeps them on one page.
const SHORT_SPAN: usize = 5;

/// A cell of more letters is not said again where it is cut: it runs on.
const MOST_SAID_AGAIN: usize = 300;

/// A row or rows that stay whole take at most this part of a page; what is higher may be broken at the page's end.
const WHOLE: f64 = 0.5;

/// So many lines of text, or rows, stand on the page that is signed.
const LEAST_SIGNED: usize = 2;

/// The height of a line that holds the sign of the end.
const END_SIGN_PT: f64 = 18.0;

/// Small tables, and rows under one cell, are kept together up to this part of a page: what is kept leaves a hole.
const KEPT: f64 = 0.2;

/// Rows that are kept together for other reasons take at most this part of a page.
const TOGETHER: f64 = 0.9;

/// How the cells of a table that cover rows are parted at the ends of pages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parting {
    /// The rows that begin a page: cells that cover them from above are cut.
    at: BTreeSet<usize>,
    /// The rows whose cells keep what they cover on one page.
    whole: BTreeSet<usize>,
    /// Whether cells are cut for the last rows to stay with what stands under the table.
    ending: bool,
}

impl Document {
    /// Settles which rows of its tables stay together and which may be broken, by the room that their pages have.
    pub fn settle_tables(&mut self) {
        let upright = self.style.room(Orientation::Portrait);
        settle(&mut self.body, &upright);
        watch_ends(&mut self.body);
        for sheet in self.appendices.iter_mut().flat_map(|appendix| &mut appendix.sheets) {
            settle(&mut sheet.blocks, &self.style.room(sheet.orientation));
        }
    }
}

fn settle(blocks: &mut [Block], room: &Room) {
    for block in blocks {
        if let Block::Table { table, end } = block {
            table.settle(room, *end);
        }
    }
}

/// The pages of the last rows of tables near the end of the text must be known: those who sign stand below them.
fn watch_ends(body: &mut [Block]) {
    for block in body.iter_mut().rev().take(LEAST_SIGNED) {
        if let Block::Table { table, .. } = block
            && let Some(last) = table.body.last_mut()
        {
            last.tail = true;
        }
    }
}

impl Table {
    /// Keeps the last rows together, so that no page holds one alone; a small table whole. Rows that are too high for
    /// that, or to stay whole themselves, may be broken. `end` says whether the sign of the end stands under the table.
    pub fn settle(&mut self, room: &Room, end: bool) {
        let heights = self.heights_in(room);
        let page = (room.height_pt - heights.header).max(room.height_pt * WHOLE);
        let whole = page * WHOLE;
        let count = self.body.len();
        let small = count <= SMALL && heights.body.iter().sum::<f64>() <= page * KEPT;
        let together = if small { count } else { LAST_TOGETHER.min(count.saturating_sub(FIRST_TOGETHER)).max(1) };
        for row in self.body.iter_mut().skip(count.saturating_sub(together)).take(together.saturating_sub(1)) {
            row.keep_with_next = true;
        }
        // Nothing but notes and sign come after the last row, and no page begins or ends with a single row.
        let has_below = end || !self.notes.is_empty();
        if let Some(last) = self.body.last_mut() {
            last.keep_with_next = has_below;
        }
        if !small && count >= FIRST_TOGETHER {
            self.body[0].keep_with_next = true;
            self.watch_tail();
        } else if let Some(first) = self.body.first_mut() {
            first.tail = count > FIRST_TOGETHER + 1;
        }
        let notes: f64 = heights.notes.iter().sum();
        for note in &mut self.notes {
            note.tall = notes > whole;
        }
        self.settle_spans(&heights.body, page * KEPT, has_below);
        for at in (0..count).filter(|at| heights.body[*at] > whole) {
            let row = &mut self.body[at];
            row.tall = true;
            row.keep_with_next = false;
            // What is known of its height would keep it whole.
            if let Some(known) = self.heights.get_mut(at) {
                *known = None;
            }
        }
        let mut rows = heights.body;
        if let Some(last) = rows.last_mut().filter(|_| end) {
            *last += END_SIGN_PT;
        }
        let below = notes.min(whole);
        self.part_long_runs(&rows, below, whole, page * TOGETHER);
        let ending = |from: usize| rows[from..].iter().sum::<f64>() + below <= page * TOGETHER;
        let covered = has_below && self.body.last().is_some_and(|last| last.watch && !last.tall);
        self.ending_from =
            [2, 1].into_iter().filter_map(|together| count.checked_sub(together)).find(|from| covered && ending(*from));
    }

    /// Whether the sign of the end stays with its last row: not where that row is higher than what stays whole.
    pub fn can_end_below(&self) -> bool {
        let Some(last) = self.body.last() else { return true };
        last.keep_with_next || self.ending_from.is_some()
    }

    /// Whether it stands on one page because it is small, and could be parted.
    pub fn is_kept_whole(&self) -> bool {
        let parts = FIRST_TOGETHER + 2..=SMALL;
        parts.contains(&self.body.len()) && self.body.iter().rev().skip(1).all(|row| row.keep_with_next)
    }

    /// Lets go a small table that was kept whole: where that left a large hole, its first rows stand above the end of the page.
    pub fn let_go(&mut self) {
        let last = self.body.len().saturating_sub(LAST_TOGETHER).max(FIRST_TOGETHER);
        for row in self.body.iter_mut().take(last).skip(FIRST_TOGETHER - 1) {
            row.keep_with_next = false;
        }
    }

    /// Lets go the first of its last rows: where they left a large hole, two of them are enough on their page.
    pub fn let_tail_go(&mut self) {
        let Some(at) = self.body.len().checked_sub(LAST_TOGETHER) else { return };
        // Not where a cell covers it and the next.
        if !self.spans().iter().any(|(start, end)| *start <= at && at + 1 < *end) {
            self.body[at].keep_with_next = false;
        }
    }

    /// Whether rows that are lower may hold what stands on its last page with a few rows: the page before it has a free `hole`.
    pub fn may_save_tail(&self, room: &Room, hole: f64) -> bool {
        let count = self.body.len();
        let kept = self.body.iter().rev().skip(1).take_while(|row| row.keep_with_next).count() + 1;
        let tail: f64 = self.heights_in(room).body[count.saturating_sub(kept)..].iter().sum();
        #[expect(clippy::cast_precision_loss, reason = "no long table is set tighter")]
        let saved = LOWER_PT * count as f64;
        tail * SURELY_HIGH <= saved + hole
    }

    /// Carries more rows to its last page, which no smaller table would save. Tells whether they can be.
    pub fn carry_more(&mut self, room: &Room) -> bool {
        let count = self.body.len();
        let Some(from) = count.checked_sub(CARRIED).filter(|from| *from >= CARRIED) else { return false };
        // Where the last rows were let go, a large hole asked for it.
        let kept = self.body[count - LAST_TOGETHER..count - 1].iter().all(|row| row.keep_with_next);
        let high: f64 = self.heights_in(room).body[from..].iter().sum();
        let can = kept && high <= room.height_pt * CARRIED_HEIGHT && self.spans().iter().all(|(_, end)| *end <= from);
        if can {
            self.body[from..count - 1].iter_mut().for_each(|row| row.keep_with_next = true);
        }
        can
    }

    /// The pages of its first row and of those that a short tail begins with must be known.
    fn watch_tail(&mut self) {
        let count = self.body.len();
        if count > MOST_TIGHTER {
            return;
        }
        for at in [Some(0), count.checked_sub(TAIL + 1), count.checked_sub(1)].into_iter().flatten() {
            self.body[at].tail = true;
        }
    }

    /// The first of the rows that stay on one page with a row: itself where it stays with none above it.
    pub fn begin_of_group(&self, row: usize) -> usize {
        let mut at = row.min(self.body.len().saturating_sub(1));
        let spans = self.spans();
        while at > 0 {
            // A row that a cell from above covers can be moved only together with the row of that cell.
            let span = spans.iter().rev().find(|(start, end)| *start < at && at < *end);
            match span {
                Some((start, _)) => at = *start,
                None if self.body[at - 1].keep_with_next => at -= 1,
                None => break,
            }
        }
        at
    }

    /// Whether its last page has no more than a few rows of it: `page` tells the pages of the rows that are known.
    pub fn has_short_tail(&self, page: impl Fn(usize) -> Option<usize>) -> bool {
        let count = self.body.len();
        let (Some(before), Some(last)) = (count.checked_sub(TAIL + 1), count.checked_sub(1)) else { return false };
        match (page(0), page(before), page(last)) {
            (Some(first), Some(before), Some(last)) => first < last && before < last,
            _ => false,
        }
    }

    /// Parts rows that are kept together where they would fill a page: `below` is what stands under the table, `whole` the most
    /// that stays unbroken of the row after them, `most` what they may take with it.
    fn part_long_runs(&mut self, heights: &[f64], below: f64, whole: f64, most: f64) {
        let mut taken = 0.0;
        for (at, row) in self.body.iter_mut().enumerate() {
            taken += heights[at];
            let next = heights.get(at + 1).map_or(below, |next| next.min(whole));
            row.keep_with_next &= taken + next <= most;
            if !row.keep_with_next {
                taken = 0.0;
            }
        }
    }

    /// Rows under one cell are kept by that cell where they are few, and watched where they may have to be cut. `has_below`
    /// says whether something stands under the table.
    fn settle_spans(&mut self, heights: &[f64], most: f64, has_below: bool) {
        let count = self.body.len();
        for (start, end) in self.spans() {
            let short = end - start <= SHORT_SPAN && heights[start..end].iter().sum::<f64>() <= most;
            for row in &mut self.body[start..end] {
                // A row that a cell from above covers can be moved only together with the row of that cell.
                row.keep_with_next = short && end == count && has_below;
                row.watch |= !short;
            }
        }
    }

    /// The rows that cells cover, from the first to the one after the last; spans that share rows are one.
    fn spans(&self) -> Vec<(usize, usize)> {
        let mut spans: Vec<(usize, usize)> = Vec::new();
        for (at, row) in self.body.iter().enumerate() {
            let rows = row.cells.iter().map(|cell| cell.rowspan).max().unwrap_or(1);
            let end = (at + rows).min(self.body.len());
            match spans.last_mut() {
                Some((_, last)) if at < *last => *last = end.max(*last),
                _ if rows > 1 => spans.push((at, end)),
                _ => {}
            }
        }
        spans
    }

    /// Where its cells must be cut, once more is known of its pages: `page` tells the page of a watched row as it was laid out
    /// last, and of what stands under the table as that of the row after the last; `known` is how it was parted there. A part
    /// whose rows at the foot of a page are too low for what it says goes to the next page with the rows after it.
    pub fn parting(&self, known: &Parting, room: &Room, page: impl Fn(usize) -> Option<usize>) -> Parting {
        let count = self.body.len();
        let parted = |row: usize| page(row - 1).zip(page(row)).is_some_and(|(above, own)| above != own);
        let mut next = Parting {
            at: BTreeSet::new(),
            whole: known.whole.clone(),
            ending: known.ending || (self.ending_from.is_some() && parted(count)),
        };
        let breaks: Vec<usize> = (1..count).filter(|row| parted(*row)).collect();
        if breaks.is_empty() {
            return next;
        }
        let (heights, spans) = self.beside_spans(room);
        for row in breaks {
            let over = |span: &&Span| span.row < row && row <= span.last;
            let begun = |span: &&Span| !known.whole.contains(&span.row) && !next.at.iter().any(|at| *at > span.row);
            let low = |span: &&Span| span.high > heights[span.row..row].iter().sum::<f64>();
            let said_again = |span: &&Span| letters(&self.body[span.row].cells[span.index]) <= MOST_SAID_AGAIN;
            let low: Vec<usize> =
                spans.iter().filter(over).filter(said_again).filter(begun).filter(low).map(|span| span.row).collect();
            if !low.is_empty() {
                // What stands below moves: it is seen when that is laid out.
                next.whole.extend(low);
                break;
            }
            next.at.insert(row);
        }
        next
    }

    /// Cuts the cells that are parted. Each part says the same again.
    pub fn part(&mut self, parting: &Parting, room: &Room) {
        for row in &parting.at {
            self.cut_at(*row, false);
        }
        for row in &parting.whole {
            self.keep_whole(*row, parting, room);
        }
        if let Some(from) = self.ending_from.filter(|_| parting.ending) {
            self.cut_at(from, true);
            for row in &mut self.body[from..] {
                row.keep_with_next = true;
            }
            self.ending_from = None;
        }
    }

    /// Keeps the rows together that cells cover which begin in a row; where a page would not hold them, and it is not known yet
    /// where it ends, so many of them as it surely holds.
    fn keep_whole(&mut self, row: usize, parting: &Parting, room: &Room) {
        let rows = self.body[row].cells.iter().map(|cell| cell.rowspan).max().unwrap_or(1);
        if !parting.at.contains(&(row + rows)) {
            let heights = self.heights_in(room);
            let most = (room.height_pt - heights.header) * TOGETHER;
            let mut taken = 0.0;
            let over = (row..row + rows).find(|at| {
                taken += heights.body.get(*at).copied().unwrap_or_default();
                taken > most
            });
            if let Some(over) = over.filter(|over| *over > row) {
                self.cut_at(over, false);
            }
        }
        for cell in self.body[row].cells.iter_mut().filter(|cell| cell.rowspan > 1) {
            cell.whole = letters(cell) <= MOST_SAID_AGAIN;
        }
    }

    /// The cells, by row and index, that cover the row `at` from above.
    fn over(&self, at: usize) -> impl Iterator<Item = (usize, usize)> {
        let rows = self.body.iter().take(at).enumerate();
        let cells = rows.flat_map(|(row, it)| it.cells.iter().enumerate().map(move |(index, cell)| (row, index, cell)));
        cells.filter(move |(row, _, cell)| row + cell.rowspan > at).map(|(row, index, _)| (row, index))
    }

    /// Cuts the cells that cover a row from above: a part of each begins in it, which says the same again. Those of many
    /// letters run on and are not cut; where `all` are, the part below is empty.
    fn cut_at(&mut self, at: usize, all: bool) {
        let over: Vec<(usize, usize)> = self.over(at).collect();
        for (row, index) in over {
            let cell = &mut self.body[row].cells[index];
            let runs_on = letters(cell) > MOST_SAID_AGAIN;
            if runs_on && !all {
                continue;
            }
            let mut rest = cell.clone();
            rest.rowspan = row + cell.rowspan - at;
            cell.rowspan = at - row;
            if runs_on {
                rest.text.clear();
            }
            let begins = self.index_of(at, self.column_of(row, index));
            self.body[at].cells.insert(begins, rest);
        }
    }

    /// The columns that each row's cells begin in.
    fn columns_of_row(&self, row: usize) -> Vec<usize> {
        let mut covered = vec![0; self.columns.len()];
        let mut columns = Vec::new();
        for row_at in self.body.iter().take(row + 1) {
            columns = begin(&row_at.cells, &mut covered);
        }
        columns
    }

    fn column_of(&self, row: usize, index: usize) -> usize {
        self.columns_of_row(row).get(index).copied().unwrap_or(0)
    }

    /// Where in a row's cells the cell of a column belongs.
    fn index_of(&self, row: usize, column: usize) -> usize {
        self.columns_of_row(row).iter().take_while(|begins| **begins < column).count()
    }
}

fn letters(cell: &Cell) -> usize {
    plain_text(&cell.text).chars().count()
}
