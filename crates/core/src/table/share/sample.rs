//! Some rows of a table, to see how many lines they take in columns of given widths.

use super::need::{AIR, Need};
use crate::document::width;
use crate::table::columns::Leaf;
use crate::table::grid::{Cell, Grid};

/// Rows of more are looked at here and there.
const MOST_ROWS: usize = 100;

/// The steps in which a page is shared out.
const STEPS: usize = 60;

/// A cell: the widths of its lines in units of the size, and how many rows it covers.
#[derive(Debug, Clone, Default)]
struct Text {
    lines: Vec<f64>,
    rows: f64,
}

/// The texts of some rows; the titles come first.
pub(super) struct Sample {
    rows: Vec<Vec<Text>>,
}

impl Sample {
    /// The titles and some rows of a table.
    pub(super) fn of(columns: &[&Leaf], grid: &Grid, indexes: &[usize]) -> Self {
        let title = |column: &&Leaf| Text { lines: vec![width::of(&column.title) * width::BOLD], rows: 1.0 };
        let titles = columns.iter().map(title).collect();
        let step = grid.lines.len().div_ceil(MOST_ROWS).max(1);
        let text = |cell: &Cell| match &cell.value {
            Some(value) if !cell.covered && cell.columns == 1 => Text {
                lines: value.text().lines().map(width::of).collect(),
                rows: f64::from(u16::try_from(cell.rows).unwrap_or(u16::MAX)),
            },
            _ => Text::default(),
        };
        let lines = grid.lines.iter().step_by(step).filter(|line| line.label.is_none());
        let rows = lines.map(|line| indexes.iter().map(|at| text(&line.cells[*at])).collect());
        Self { rows: std::iter::once(titles).chain(rows).collect() }
    }

    /// Gives the room that is left to the columns where it saves the most lines, until it saves no more.
    pub(super) fn save_lines(&self, widths: &mut [f64], needs: &[Need], size: f64, page: f64) {
        #[expect(clippy::cast_precision_loss, reason = "a small number")]
        let step = page / STEPS as f64;
        let mut set = self.set_in(widths, size);
        loop {
            let spare = page - widths.iter().sum::<f64>();
            let now = lines(&set.highest_but(&[]), &[]);
            // The column and the number of steps that save the most lines a step.
            let mut best: Option<(f64, usize, f64)> = None;
            for at in (0..widths.len()).filter(|at| needs[*at].fixed_pt.is_none()) {
                let others = set.highest_but(&[at]);
                for steps in 1..=STEPS {
                    #[expect(clippy::cast_precision_loss, reason = "a small number")]
                    let steps = steps as f64;
                    if steps * step > spare || widths[at] + (steps - 1.0) * step > needs[at].wish * size + AIR {
                        break;
                    }
                    let wider = self.column(at, widths[at] + steps * step, size);
                    let saved = (now - lines(&others, &[&wider])) / steps;
                    if saved > best.map_or(1e-9, |(most, ..)| most) {
                        best = Some((saved, at, steps * step));
                    }
                }
            }
            let Some((_, at, more)) = best else { return };
            widths[at] += more;
            set.columns[at] = self.column(at, widths[at], size);
        }
    }

    /// Lets columns give room to others while that saves lines.
    pub(super) fn exchange(&self, widths: &mut [f64], needs: &[Need], size: f64, page: f64) {
        const MOST_EXCHANGES: usize = 30;
        const PARTS: [f64; 4] = [0.5, 1.0, 2.0, 4.0];
        #[expect(clippy::cast_precision_loss, reason = "a small number")]
        let step = page / STEPS as f64;
        let least = |at: usize| needs[at].least * size + AIR;
        let free = |at: &usize| needs[*at].fixed_pt.is_none();
        let mut set = self.set_in(widths, size);
        for _ in 0..MOST_EXCHANGES {
            let mut best = (lines(&set.highest_but(&[]), &[]), None);
            let changed = |by: f64| (0..widths.len()).map(|at| self.column(at, widths[at] + by, size)).collect();
            let changes =
                PARTS.map(|part| part * step).map(|by| Change { by, narrower: changed(-by), wider: changed(by) });
            for from in (0..widths.len()).filter(free) {
                for to in (0..widths.len()).filter(free).filter(|to| *to != from) {
                    let others = set.highest_but(&[from, to]);
                    for Change { by, narrower, wider } in &changes {
                        if widths[from] - by < least(from) {
                            break;
                        }
                        let lines = lines(&others, &[&narrower[from], &wider[to]]);
                        if lines < best.0 - 1e-9 {
                            best = (lines, Some((from, to, *by)));
                        }
                    }
                }
            }
            let Some((from, to, by)) = best.1 else { return };
            widths[from] -= by;
            widths[to] += by;
            for at in [from, to] {
                set.columns[at] = self.column(at, widths[at], size);
            }
        }
    }

    /// All cells in columns of some widths.
    fn set_in(&self, widths: &[f64], size: f64) -> Set {
        let columns = widths.iter().enumerate().map(|(at, width)| self.column(at, *width, size));
        Set { rows: self.rows.len(), columns: columns.collect() }
    }

    /// The lines that each cell of a column takes in a width, a row's share of them for those over several rows.
    fn column(&self, at: usize, width: f64, size: f64) -> Vec<f64> {
        let cell = |text: &Text| {
            let lines: f64 = text.lines.iter().map(|line| (line * 1.08 * size / (width - AIR)).ceil().max(1.0)).sum();
            lines / text.rows.max(1.0)
        };
        self.rows.iter().map(|row| row.get(at).map_or(0.0, cell)).collect()
    }
}

/// All columns narrower, and wider, by so much.
struct Change {
    by: f64,
    narrower: Vec<Vec<f64>>,
    wider: Vec<Vec<f64>>,
}

/// The lines that cells take, column by column.
struct Set {
    rows: usize,
    columns: Vec<Vec<f64>>,
}

impl Set {
    /// The lines of each row, some columns left aside.
    fn highest_but(&self, aside: &[usize]) -> Vec<f64> {
        let mut rows = vec![1.0; self.rows];
        for (_, column) in self.columns.iter().enumerate().filter(|(at, _)| !aside.contains(at)) {
            for (row, lines) in rows.iter_mut().zip(column) {
                *row = f64::max(*row, *lines);
            }
        }
        rows
    }
}

/// The lines of all rows: those that the others need and those of some columns.
fn lines(others: &[f64], columns: &[&Vec<f64>]) -> f64 {
    let row = |(at, others): (usize, &f64)| columns.iter().map(|column| column[at]).fold(*others, f64::max);
    others.iter().enumerate().map(row).sum()
}
