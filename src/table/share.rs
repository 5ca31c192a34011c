//! How a table's columns share the page, and how the page must lie for them.

use super::columns::Leaf;
use super::grid::{Grid, LineKind};
use crate::document::width;
use crate::report::{ColumnKind, Orientation};

/// What the rules and the air beside the text of a cell take, in points.
const AIR: f64 = 9.0;

/// A word that is wider is broken rather than widening its column, in units of the size.
const WIDEST_WORD: f64 = 9.0;

/// No column asks for more, in units of the size.
const WIDEST: f64 = 26.0;

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

/// What a column needs and what it would like to have, in units of the size.
#[derive(Debug, Clone, Copy)]
struct Need {
    least: f64,
    wish: f64,
    fixed_pt: Option<f64>,
}

/// Chooses size and direction, the asked-for direction where there is one. `widths` are those of the text on an upright
/// and a lying page. Where nothing fits: the width that is missing, in points.
pub(super) fn share(
    columns: &[&Leaf],
    titles: &[String],
    grid: &Grid,
    indexes: &[usize],
    wanted: Option<Orientation>,
    widths: [f64; 2],
    size_pt: f64,
) -> Result<Shares, f64> {
    let needs: Vec<Need> = columns
        .iter()
        .zip(titles)
        .zip(indexes)
        .map(|((column, title), index)| need(column, title, grid, *index))
        .collect();
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
        Some((orientation, size)) => {
            Ok(Shares { orientation: *orientation, size_pt: *size, widths: divide(&needs, *size, page(*orientation)) })
        }
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

/// First what each needs, then what is left over by what they wish, then evenly.
fn divide(needs: &[Need], size: f64, page: f64) -> Vec<f64> {
    let spare = (page - least(needs, size)).max(0.0);
    let wishes: Vec<f64> =
        needs.iter().map(|need| if need.fixed_pt.is_some() { 0.0 } else { (need.wish - need.least) * size }).collect();
    let wished: f64 = wishes.iter().sum();
    let part = if wished > 0.0 { (spare / wished).min(1.0) } else { 0.0 };
    let mut widths: Vec<f64> = needs
        .iter()
        .zip(&wishes)
        .map(|(need, wish)| need.fixed_pt.unwrap_or(need.least * size + AIR) + wish * part)
        .collect();
    let total: f64 = widths.iter().sum();
    for width in &mut widths {
        *width *= page / total;
    }
    widths
}

fn need(column: &Leaf, title: &str, grid: &Grid, index: usize) -> Need {
    let title_word = (width::of_widest_word(title) * width::BOLD).min(WIDEST_WORD);
    // A header may take three lines.
    let (mut least, mut wish) = (title_word, (width::of(title) * width::BOLD / 3.0).clamp(title_word, WIDEST));
    for line in &grid.lines {
        let bold = if line.kind == LineKind::Ordinary { 1.0 } else { width::BOLD };
        let cell = &line.cells[index];
        if column.kind == ColumnKind::Ordinal {
            let code = line.code.as_deref().unwrap_or("000");
            least = least.max(width::of(code) * bold);
        }
        let Some(value) = cell.value.as_ref().filter(|_| !cell.covered && cell.columns == 1) else { continue };
        let mark = if cell.note.is_some() { 0.4 } else { 0.0 };
        let is_number = value.as_number().is_some() || column.kind == ColumnKind::Date;
        for text in value.text().lines() {
            let whole = width::of(text) * bold + mark;
            let word = if is_number { whole } else { (width::of_widest_word(text) * bold).min(WIDEST_WORD) };
            least = least.max(word);
            wish = wish.max(whole.min(WIDEST));
        }
    }
    Need { least, wish: wish.max(least), fixed_pt: column.width_mm.map(|mm| mm / 25.4 * 72.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs(list: &[(f64, f64)]) -> Vec<Need> {
        list.iter().map(|(least, wish)| Need { least: *least, wish: *wish, fixed_pt: None }).collect()
    }

    #[test]
    fn the_page_is_shared_out_whole() {
        let widths = divide(&needs(&[(1.5, 1.5), (4.0, 20.0), (3.0, 3.0)]), 12.0, 450.0);
        assert!((widths.iter().sum::<f64>() - 450.0).abs() < 1e-9);
        assert!(widths[1] > 250.0, "{widths:?}");
        assert!(widths[0] >= 1.5 * 12.0 + AIR);
    }
}
