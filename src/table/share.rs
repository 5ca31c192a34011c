//! How a table's columns share the page, and how the page must lie for them.

use super::columns::Leaf;
use super::grid::{Cell, Grid, LineKind};
use crate::document::width;
use crate::report::{ColumnAlign, ColumnKind, Orientation};

/// What the rules and the air beside the text of a cell take, in points.
const AIR: f64 = 9.0;

/// A word that is wider is broken rather than widening its column, in units of the size.
const WIDEST_WORD: f64 = 9.0;

/// No column asks for more, in units of the size.
const WIDEST: f64 = 26.0;

/// A title that is no wider stands on one line where there is room, in units of the size.
const SHORT_TITLE: f64 = 6.0;

/// Sizes that a table may be set in, smaller than the document's, in points.
const SMALLER: [f64; 2] = [11.0, 10.0];

/// How a table is laid on the page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shares {
    pub(super) orientation: Orientation,
    pub(super) size_pt: f64,
    /// The width of each column in points; together they are the width of the text.
    pub(super) widths: Vec<f64>,
}

/// A text over several columns: a heading in the header, the name of a group.
pub(super) struct Wide {
    /// The columns, by their place on the page.
    pub(super) columns: std::ops::Range<usize>,
    /// The width that it would like to have, in units of the size.
    pub(super) width: f64,
}

/// What a column needs and what it would like to have, in units of the size.
#[derive(Debug, Clone, Copy)]
struct Need {
    least: f64,
    wish: f64,
    fixed_pt: Option<f64>,
    /// Whether it holds words.
    words: bool,
}

/// Chooses size and direction, the asked-for direction where there is one. `widths` are those of the text on an upright
/// and a lying page. Where nothing fits: the width that is missing, in points.
pub(super) fn share(
    columns: &[&Leaf],
    wide: &[Wide],
    grid: &Grid,
    indexes: &[usize],
    wanted: Option<Orientation>,
    widths: [f64; 2],
    size_pt: f64,
) -> Result<Shares, f64> {
    let mut needs: Vec<Need> =
        columns.iter().zip(indexes).map(|(column, index)| need(column, &column.title, grid, *index)).collect();
    for text in wide {
        let wish: f64 = needs[text.columns.clone()].iter().map(|need| need.wish).sum();
        #[expect(clippy::cast_precision_loss, reason = "a table has a few columns")]
        let more = (text.width - wish).max(0.0) / text.columns.len().max(1) as f64;
        for need in &mut needs[text.columns.clone()] {
            need.wish += more;
        }
    }
    let sizes = || std::iter::once(size_pt).chain(SMALLER.into_iter().filter(|smaller| *smaller < size_pt));
    let upright = sizes().map(|size| (Orientation::Portrait, size));
    let lying = sizes().map(|size| (Orientation::Landscape, size));
    let all: Vec<(Orientation, f64)> =
        upright.chain(lying).filter(|(way, _)| wanted.is_none_or(|wanted| wanted == *way)).collect();
    let page = |way: Orientation| if way == Orientation::Portrait { widths[0] } else { widths[1] };
    // An upright page that only just holds the table makes words stand one below the other: then it is turned.
    let comfortable = |way: Orientation, size: f64| {
        let air = if way == Orientation::Portrait && wanted.is_none() { 1.2 } else { 1.0 };
        least(&needs, size) * air <= page(way) && (wanted.is_some() || way == Orientation::Landscape || size > 10.5)
    };
    let chosen = all.iter().find(|(way, size)| comfortable(*way, *size));
    let chosen = chosen.or_else(|| all.iter().find(|(way, size)| least(&needs, *size) <= page(*way)));
    match chosen {
        Some((orientation, size)) => Ok(Shares {
            orientation: *orientation,
            size_pt: *size,
            widths: divide(&needs, &Sample::of(columns, grid, indexes), *size, page(*orientation)),
        }),
        None => {
            let smallest = SMALLER[1].min(size_pt);
            let widest = all.iter().map(|(way, _)| page(*way)).fold(0.0, f64::max);
            Err(least(&needs, smallest) - widest)
        }
    }
}

fn least(needs: &[Need], size: f64) -> f64 {
    needs.iter().map(|need| need.fixed_pt.unwrap_or(need.least * size + AIR)).sum()
}

/// First what each needs; then whatever saves the most lines; then all grow together until each has what it wishes; what
/// is left over goes to columns of words.
fn divide(needs: &[Need], sample: &Sample, size: f64, page: f64) -> Vec<f64> {
    let mut widths: Vec<f64> = needs.iter().map(|need| need.fixed_pt.unwrap_or(need.least * size + AIR)).collect();
    sample.save_lines(&mut widths, needs, size, page);
    let mut wishes: Vec<(usize, f64)> = needs
        .iter()
        .enumerate()
        .map(|(at, need)| (at, need.wish * size + AIR - widths[at]))
        .filter(|(at, wish)| needs[*at].fixed_pt.is_none() && *wish > 0.0)
        .collect();
    wishes.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut spare = (page - widths.iter().sum::<f64>()).max(0.0);
    let mut left = wishes.len();
    for (at, wish) in wishes {
        #[expect(clippy::cast_precision_loss, reason = "a table has a few columns")]
        let given = wish.min(spare / left as f64);
        widths[at] += given;
        spare -= given;
        left -= 1;
    }
    let words: Vec<usize> = (0..needs.len()).filter(|at| needs[*at].words && needs[*at].fixed_pt.is_none()).collect();
    let takers = if words.is_empty() { (0..needs.len()).collect() } else { words };
    let whole: f64 = takers.iter().map(|at| widths[*at]).sum();
    for at in takers {
        widths[at] += spare * widths[at] / whole;
    }
    // Given widths may not fill the page, or be too wide for it.
    let total: f64 = widths.iter().sum();
    let mut widths: Vec<f64> = widths.iter().map(|width| width * page / total).collect();
    sample.exchange(&mut widths, needs, size, page);
    widths
}

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
struct Sample {
    rows: Vec<Vec<Text>>,
}

impl Sample {
    fn of(columns: &[&Leaf], grid: &Grid, indexes: &[usize]) -> Self {
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
    fn save_lines(&self, widths: &mut [f64], needs: &[Need], size: f64, page: f64) {
        #[expect(clippy::cast_precision_loss, reason = "a small number")]
        let step = page / STEPS as f64;
        loop {
            let spare = page - widths.iter().sum::<f64>();
            let now = self.lines(widths, size);
            // The column and the number of steps that save the most lines a step.
            let mut best: Option<(f64, usize, f64)> = None;
            for at in (0..widths.len()).filter(|at| needs[*at].fixed_pt.is_none()) {
                let mut wider = widths.to_vec();
                for steps in 1..=STEPS {
                    #[expect(clippy::cast_precision_loss, reason = "a small number")]
                    let steps = steps as f64;
                    if steps * step > spare || widths[at] + (steps - 1.0) * step > needs[at].wish * size + AIR {
                        break;
                    }
                    wider[at] = widths[at] + steps * step;
                    let saved = (now - self.lines(&wider, size)) / steps;
                    if saved > best.map_or(1e-9, |(most, ..)| most) {
                        best = Some((saved, at, steps * step));
                    }
                }
            }
            let Some((_, at, more)) = best else { return };
            widths[at] += more;
        }
    }

    /// Lets columns give room to others while that saves lines.
    fn exchange(&self, widths: &mut [f64], needs: &[Need], size: f64, page: f64) {
        const MOST_EXCHANGES: usize = 30;
        #[expect(clippy::cast_precision_loss, reason = "a small number")]
        let step = page / STEPS as f64;
        let least = |at: usize| needs[at].least * size + AIR;
        let free = |at: &usize| needs[*at].fixed_pt.is_none();
        for _ in 0..MOST_EXCHANGES {
            let mut best = (self.lines(widths, size), None);
            for from in (0..widths.len()).filter(free) {
                for to in (0..widths.len()).filter(free).filter(|to| *to != from) {
                    for part in [0.5, 1.0, 2.0, 4.0] {
                        let part = part * step;
                        if widths[from] - part < least(from) {
                            break;
                        }
                        let mut changed = widths.to_vec();
                        changed[from] -= part;
                        changed[to] += part;
                        let lines = self.lines(&changed, size);
                        if lines < best.0 - 1e-9 {
                            best = (lines, Some((from, to, part)));
                        }
                    }
                }
            }
            let Some((from, to, part)) = best.1 else { return };
            widths[from] -= part;
            widths[to] += part;
        }
    }

    /// The lines of all rows.
    fn lines(&self, widths: &[f64], size: f64) -> f64 {
        let lines = |(text, width): (&Text, &f64)| {
            let lines: f64 = text.lines.iter().map(|line| (line * 1.08 * size / (width - AIR)).ceil().max(1.0)).sum();
            lines / text.rows.max(1.0)
        };
        self.rows.iter().map(|row| row.iter().zip(widths).map(lines).fold(1.0, f64::max)).sum()
    }
}

fn need(column: &Leaf, title: &str, grid: &Grid, index: usize) -> Need {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn needs(list: &[(f64, f64)]) -> Vec<Need> {
        list.iter()
            .map(|(least, wish)| Need { least: *least, wish: *wish, fixed_pt: None, words: *wish > *least })
            .collect()
    }

    #[test]
    fn the_page_is_shared_out_whole() {
        let none = Sample { rows: Vec::new() };
        let widths = divide(&needs(&[(1.5, 1.5), (4.0, 20.0), (3.0, 3.0)]), &none, 12.0, 450.0);
        assert!((widths.iter().sum::<f64>() - 450.0).abs() < 1e-9);
        assert!(widths[1] > 250.0, "{widths:?}");
        assert!(widths[0] >= 1.5 * 12.0 + AIR);
    }

    fn text(width: f64) -> Text {
        Text { lines: vec![width], rows: 1.0 }
    }

    #[test]
    fn room_goes_where_it_saves_lines() {
        let needs = needs(&[(4.0, 8.0), (4.0, 26.0)]);
        let long = Sample { rows: vec![vec![text(7.0), text(40.0)]; 10] };
        let widths = divide(&needs, &long, 12.0, 400.0);
        assert!(widths[1] > 260.0, "{widths:?}");
        let short = Sample { rows: vec![vec![text(7.0), text(8.0)]; 10] };
        let widths = divide(&needs, &short, 12.0, 300.0);
        assert!(widths[0] >= 7.0 * 1.08 * 12.0 + AIR, "{widths:?}");
    }
}
