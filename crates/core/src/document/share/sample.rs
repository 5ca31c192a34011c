//! Some rows of a table, to see how many lines they take in columns of given widths.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::need::{FEW_COLUMNS, Need};
use super::{Entry, Holds, Letters, Strip, heads, most_lines};
use crate::document::width::{self, Face, WordWidth};

/// Rows of more are looked at here and there.
const MOST_ROWS: usize = 100;

/// The steps in which a page is shared out.
const STEPS: usize = 60;

/// Lines are reckoned as if words were wider by a little: a column that was made for its widest word holds it.
const SURELY: f64 = 1.0025;

/// Lines of a cell beyond these make a ribbon down the page, which leaves holes: they count twice.
const FEW_LINES: f64 = 6.0;

/// Lines of a cell beyond these count little: one giant cell does not take the room of all others.
const MANY_LINES: f64 = 12.0;
const BEYOND: f64 = 0.25;

/// A table may be so much higher for short titles to stand on one line.
const HIGHER_OF_TITLE: f64 = 1.1;

/// A cell: the widths of the words of each of its lines in units of the size, and how many rows it covers.
#[derive(Debug, Clone, Default)]
struct Text {
    lines: Vec<Vec<WordWidth>>,
    rows: f64,
}

/// The lines that the cells of a column take.
type Lines = Rc<Vec<f64>>;

/// The texts of some rows, column by column; the titles come first.
pub(super) struct Texts<'a> {
    strips: &'a [Strip<'a>],
    /// Of how many rows one is looked at.
    step: usize,
    columns: Vec<Vec<Text>>,
    rows: usize,
}

impl<'a> Texts<'a> {
    /// `titles` are those of the strips, with the words that stay whole.
    pub(super) fn of(strips: &'a [Strip<'a>], titles: &[String]) -> Self {
        let rows = strips.iter().map(|strip| strip.cells.len()).max().unwrap_or_default();
        let step = rows.div_ceil(MOST_ROWS).max(1);
        let column = |(strip, title): (&Strip<'_>, &String)| -> Vec<Text> {
            let title = Text { lines: words(title, Face::Bold), rows: 1.0 };
            std::iter::once(title).chain(strip.cells.iter().step_by(step).map(text)).collect()
        };
        let columns: Vec<Vec<Text>> = strips.iter().zip(titles).map(column).collect();
        let rows = columns.iter().map(Vec::len).max().unwrap_or_default();
        Self { strips, step, columns, rows }
    }
}

/// These texts in letters of a size.
pub(super) struct Sample<'a> {
    texts: &'a Texts<'a>,
    letters: Letters,
    /// What was reckoned, by the width.
    known: RefCell<Vec<HashMap<u64, Lines>>>,
}

impl<'a> Sample<'a> {
    pub(super) fn new(texts: &'a Texts<'a>, letters: Letters) -> Self {
        Self { texts, known: RefCell::new(vec![HashMap::new(); texts.columns.len()]), letters }
    }

    /// Gives the room that is left to the columns where it saves the most lines, until it saves no more.
    pub(super) fn save_lines(&self, widths: &mut [f64], needs: &[Need], page: f64) {
        #[expect(clippy::cast_precision_loss, reason = "a small number")]
        let step = page / STEPS as f64;
        let mut set = self.set_in(widths);
        loop {
            let spare = page - widths.iter().sum::<f64>();
            if spare <= 0.0 {
                return;
            }
            let now = lines(&set.highest_but(&[]), &[]);
            // Steps, and the last less than one.
            let more = std::iter::successors(Some(step), |more| Some(more + step));
            let more: Vec<f64> = more.take_while(|more| *more < spare).chain([spare]).collect();
            // The column and the room that save the most lines for their room.
            let mut best: Option<(f64, usize, f64)> = None;
            for at in (0..widths.len()).filter(|at| needs[*at].fixed_pt.is_none()) {
                let others = set.highest_but(&[at]);
                let most = needs[at].wish_pt(self.letters) + step - widths[at];
                for more in more.iter().copied().take_while(|more| *more <= most) {
                    let wider = self.column(at, widths[at] + more);
                    let saved = (now - lines(&others, &[&wider])) / more;
                    if saved > best.map_or(1e-9, |(most, ..)| most) {
                        best = Some((saved, at, more));
                    }
                }
            }
            let Some((_, at, more)) = best else { return };
            widths[at] += more;
            set.columns[at] = self.column(at, widths[at]);
        }
    }

    /// Lets columns give room to others while that saves lines.
    pub(super) fn exchange(&self, widths: &mut [f64], needs: &[Need], floors: &[f64], page: f64) {
        const MOST_EXCHANGES: usize = 30;
        const PARTS: [f64; 4] = [0.5, 1.0, 2.0, 4.0];
        #[expect(clippy::cast_precision_loss, reason = "a small number")]
        let step = page / STEPS as f64;
        let free = |at: &usize| needs[*at].fixed_pt.is_none();
        let mut set = self.set_in(widths);
        for _ in 0..MOST_EXCHANGES {
            let mut best = (lines(&set.highest_but(&[]), &[]), None);
            let changed = |by: f64| (0..widths.len()).map(|at| self.column(at, widths[at] + by)).collect();
            let changes =
                PARTS.map(|part| part * step).map(|by| Change { by, narrower: changed(-by), wider: changed(by) });
            for from in (0..widths.len()).filter(free) {
                // All that it has to give, where the steps just miss that.
                let all = (widths[from] - floors[from]).min(PARTS[PARTS.len() - 1] * step);
                let emptied = self.column(from, widths[from] - all);
                for to in (0..widths.len()).filter(free).filter(|to| *to != from) {
                    let others = set.highest_but(&[from, to]);
                    for Change { by, narrower, wider } in &changes {
                        if widths[from] - by < floors[from] {
                            break;
                        }
                        let lines = lines(&others, &[&narrower[from], &wider[to]]);
                        if lines < best.0 - 1e-9 {
                            best = (lines, Some((from, to, *by)));
                        }
                    }
                    if all > 0.0 {
                        let lines = lines(&others, &[&emptied, &self.column(to, widths[to] + all)]);
                        if lines < best.0 - 1e-9 {
                            best = (lines, Some((from, to, all)));
                        }
                    }
                }
            }
            let Some((from, to, by)) = best.1 else { return };
            widths[from] -= by;
            widths[to] += by;
            for at in [from, to] {
                set.columns[at] = self.column(at, widths[at]);
            }
        }
    }

    /// Takes air that no cell needs from all other columns where as much saves lines in one, until it saves no more.
    pub(super) fn relieve(&self, widths: &mut [f64], needs: &[Need], floors: &[f64], page: f64) {
        const MOST_RELIEVED: usize = 8;
        const MOST_STEPS: usize = 30;
        #[expect(clippy::cast_precision_loss, reason = "a small number")]
        let step = page / (2 * STEPS) as f64;
        for _ in 0..MOST_RELIEVED {
            let airs: Vec<f64> = (0..widths.len()).map(|at| self.air(at, widths[at], floors[at], &needs[at])).collect();
            let all: f64 = airs.iter().sum();
            let set = self.set_in(widths);
            let now = lines(&set.highest_but(&[]), &[]);
            let mut best: Option<(f64, usize, f64)> = None;
            for to in (0..widths.len()).filter(|at| needs[*at].fixed_pt.is_none()) {
                let others = set.highest_but(&[to]);
                // Steps, and the last less than one.
                let most = all - airs[to];
                let steps = std::iter::successors(Some(step), |by| Some(by + step)).take(MOST_STEPS);
                for by in steps.take_while(|by| *by < most).chain([most]).filter(|by| *by > 0.0) {
                    let saved = (now - lines(&others, &[&self.column(to, widths[to] + by)])) / by;
                    if saved > best.map_or(1e-9, |(most, ..)| most) {
                        best = Some((saved, to, by));
                    }
                }
            }
            let Some((_, to, by)) = best else { return };
            take(widths, &airs, to, by);
        }
    }

    /// Takes air that no cell needs from other columns where the words of a title would be cut; or room from one of them, where
    /// the table is hardly higher for that.
    pub(super) fn lend(&self, widths: &mut [f64], needs: &[Need], floors: &mut [f64]) {
        let most = most_lines(widths.len(), self.lines(widths));
        self.lend_what(widths, needs, floors, most, |at, _| needs[at].head_pt(self.letters));
    }

    /// The same for short titles in tables of a few columns, which stand on one line, and then for the words of names in cells.
    pub(super) fn lend_to_names(&self, widths: &mut [f64], needs: &[Need], floors: &mut [f64]) {
        let now = self.lines(widths);
        let most = most_lines(widths.len(), now);
        // Many columns are narrow ones, and the label among them has no room to spare.
        if widths.len() <= FEW_COLUMNS {
            let most = most.max(now * HIGHER_OF_TITLE);
            self.lend_what(widths, needs, floors, most, |at, _| needs[at].title_pt(self.letters));
        }
        self.lend_what(widths, needs, floors, most, |at, width| self.names_pt(at, width));
    }

    /// Lends what each column wants, where no more than the `most` lines become of it. What a column has of it belongs to its
    /// floor from then on.
    fn lend_what(
        &self,
        widths: &mut [f64],
        needs: &[Need],
        floors: &mut [f64],
        most: f64,
        wanted: impl Fn(usize, f64) -> f64,
    ) {
        let wanted: Vec<f64> = widths.iter().enumerate().map(|(at, width)| wanted(at, *width) + 0.1).collect();
        for ((floor, wanted), width) in floors.iter_mut().zip(&wanted).zip(&*widths) {
            *floor = floor.max(wanted.min(*width));
        }
        for to in 0..widths.len() {
            let missing = wanted[to] - widths[to];
            if missing > 0.0 && needs[to].fixed_pt.is_none() && self.lend_to(to, missing, widths, needs, floors, most) {
                floors[to] = wanted[to];
            }
        }
    }

    /// Gives a column what it misses; tells whether the others have it.
    fn lend_to(&self, to: usize, missing: f64, widths: &mut [f64], needs: &[Need], least: &[f64], most: f64) -> bool {
        let airs: Vec<f64> =
            (0..widths.len()).map(|from| self.air(from, widths[from], least[from], &needs[from])).collect();
        if airs.iter().sum::<f64>() - airs[to] >= missing {
            take(widths, &airs, to, missing);
            return true;
        }
        let gives =
            |from: &usize| *from != to && needs[*from].fixed_pt.is_none() && widths[*from] - missing >= least[*from];
        let lent = (0..widths.len()).filter(gives).map(|from| {
            let mut lent = widths.to_vec();
            lent[from] -= missing;
            lent[to] += missing;
            (self.lines(&lent), lent)
        });
        match lent.min_by(|a, b| a.0.total_cmp(&b.0)) {
            Some((lines, lent)) if lines <= most => {
                widths.copy_from_slice(&lent);
                true
            }
            _ => false,
        }
    }

    /// What holds together in the short cells of a column of words stays whole in so much, in points. Nothing where it does.
    fn names_pt(&self, at: usize, width: f64) -> f64 {
        let strip = &self.texts.strips[at];
        if strip.holds != Holds::Words {
            return 0.0;
        }
        let room = (width - self.letters.air) / self.letters.size;
        let cells = strip.cells.iter().step_by(self.texts.step);
        let widest = cells.map(|cell| heads::width_of_name(&cell.text, face(cell), room)).fold(0.0, f64::max);
        widest * self.letters.size + self.letters.air
    }

    /// The lines of all rows in columns of some widths.
    pub(super) fn lines(&self, widths: &[f64]) -> f64 {
        lines(&self.set_in(widths).highest_but(&[]), &[])
    }

    /// How much narrower a column can be with all of its cells in as many lines, and no narrower than `least`.
    fn air(&self, at: usize, width: f64, least: f64, need: &Need) -> f64 {
        const HALVINGS: usize = 8;
        let now = self.column(at, width);
        let (mut free, mut taken) = (0.0, width - least);
        if need.fixed_pt.is_some() || taken <= 0.0 {
            return 0.0;
        }
        if self.column(at, width - taken) == now {
            return taken;
        }
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(free, taken);
            if self.column(at, width - middle) == now {
                free = middle;
            } else {
                taken = middle;
            }
        }
        free
    }

    /// All cells in columns of some widths.
    fn set_in(&self, widths: &[f64]) -> Set {
        let columns = widths.iter().enumerate().map(|(at, width)| self.column(at, *width));
        Set { rows: self.texts.rows, columns: columns.collect() }
    }

    /// The lines that each cell of a column takes in a width, a row's share of them for those over several rows.
    fn column(&self, at: usize, width: f64) -> Lines {
        if let Some(known) = self.known.borrow()[at].get(&width.to_bits()) {
            return Rc::clone(known);
        }
        // A word that is just as wide as its column stands on one line.
        let room = (width - self.letters.air) / self.letters.size * SURELY;
        let cell = |text: &Text| {
            let lines: usize = text.lines.iter().map(|line| width::lines_of_words(line, room)).sum();
            let lines = f64::from(u32::try_from(lines).unwrap_or(u32::MAX));
            let ribbon = (lines.min(MANY_LINES) - FEW_LINES).max(0.0);
            let lines = lines.min(MANY_LINES) + ribbon + (lines - MANY_LINES).max(0.0) * BEYOND;
            lines / text.rows.max(1.0)
        };
        let lines: Lines = Rc::new(self.texts.columns[at].iter().map(cell).collect());
        self.known.borrow_mut()[at].insert(width.to_bits(), Rc::clone(&lines));
        lines
    }
}

fn face(entry: &Entry<'_>) -> Face {
    if entry.bold { Face::Bold } else { Face::Regular }
}

fn text(entry: &Entry<'_>) -> Text {
    Text { lines: words(&entry.text, face(entry)), rows: f64::from(u16::try_from(entry.rows).unwrap_or(u16::MAX)) }
}

/// The widths of the words of each line; what stays on one line is one word.
fn words(text: &str, face: Face) -> Vec<Vec<WordWidth>> {
    let line = |line: &str| width::joined(line).split(' ').map(|word| face.word(word)).collect();
    text.lines().map(line).collect()
}

/// All columns narrower, and wider, by so much.
struct Change {
    by: f64,
    narrower: Vec<Lines>,
    wider: Vec<Lines>,
}

/// The lines that cells take, column by column.
struct Set {
    rows: usize,
    columns: Vec<Lines>,
}

impl Set {
    /// The lines of each row, some columns left aside.
    fn highest_but(&self, aside: &[usize]) -> Vec<f64> {
        let mut rows = vec![1.0; self.rows];
        for (_, column) in self.columns.iter().enumerate().filter(|(at, _)| !aside.contains(at)) {
            for (row, lines) in rows.iter_mut().zip(column.iter()) {
                *row = f64::max(*row, *lines);
            }
        }
        rows
    }
}

/// Takes so much from columns, from each by the air that it has, for one.
fn take(widths: &mut [f64], airs: &[f64], to: usize, by: f64) {
    let all: f64 = airs.iter().sum::<f64>() - airs[to];
    for (at, (width, air)) in widths.iter_mut().zip(airs).enumerate() {
        *width += if at == to { by } else { -air * by / all };
    }
}

/// The lines of all rows: those that the others need and those of some columns.
fn lines(others: &[f64], columns: &[&Lines]) -> f64 {
    let row = |(at, others): (usize, &f64)| columns.iter().map(|column| column[at]).fold(*others, f64::max);
    others.iter().enumerate().map(row).sum()
}
