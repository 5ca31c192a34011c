//! How a table's columns share the page, and how the page must lie for them.

mod need;
mod sample;

use super::columns::Leaf;
use super::grid::Grid;
use crate::report::Orientation;
use need::{AIR, Need, need};
use sample::Sample;

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
