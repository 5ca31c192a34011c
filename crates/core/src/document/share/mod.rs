//! How the columns of a table share the page, and how the page must lie for them.

mod need;
mod sample;
mod typed;

use std::borrow::Cow;
use std::ops::Range;

use super::width;
use crate::report::Orientation;
use need::{Need, need};
use sample::Sample;
pub(crate) use typed::is_short_of_words;

/// What the rules and the air beside the text of a cell take, in points.
pub(crate) const AIR: f64 = 9.0;

/// Sizes that a table may be set in, smaller than the document's, in points.
const SMALLER: [f64; 2] = [11.0, 10.0];

/// Below this size a page is turned, in points.
const SMALL: f64 = 10.5;

/// What must be left of an upright page: one that only just holds a table makes words stand one below the other.
const SPARE_UPRIGHT: f64 = 1.05;

/// A column to be set.
pub(crate) struct Strip<'a> {
    /// Its title, in bold letters.
    pub(crate) title: Cow<'a, str>,
    /// A cell a row; all columns have as many.
    pub(crate) cells: Vec<Entry<'a>>,
    /// Its width, where it is given, in points.
    pub(crate) fixed_pt: Option<f64>,
    /// What it holds.
    pub(crate) holds: Holds,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Words.
    Words,
    /// Numbers with their commas on one axis.
    Axis,
    /// Anything else: row numbers, dates, numbers.
    Other,
}

/// A cell to be set.
#[derive(Default)]
pub(crate) struct Entry<'a> {
    /// What it says, a line a line; nothing where another cell covers it, or it covers other columns.
    pub(crate) text: Cow<'a, str>,
    /// Whether it is set in bold letters.
    pub(crate) bold: bool,
    /// Whether it stays on one line: a number, a date.
    pub(crate) whole: bool,
    /// Whether the mark of a note stands behind it.
    pub(crate) mark: bool,
    /// How many rows it covers; 0 as 1.
    pub(crate) rows: usize,
}

/// A text over several columns: a heading in the header, the name of a group.
pub(crate) struct Wide {
    /// The columns, by their place on the page.
    pub(crate) columns: Range<usize>,
    /// The width that it would like to have, in units of the size.
    pub(crate) width: f64,
}

/// How a table is laid on the page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shares {
    pub(crate) orientation: Orientation,
    pub(crate) size_pt: f64,
    /// The width of each column in points; together they are the width of the text.
    pub(crate) widths: Vec<f64>,
}

impl Shares {
    /// The room for the text of each column, in units of the size.
    pub(crate) fn rooms(&self) -> Vec<f64> {
        self.widths.iter().map(|width| (width - AIR) / self.size_pt).collect()
    }
}

/// Chooses size and direction, the asked-for direction where there is one. `widths` are those of the text on an upright
/// and a lying page. Letters become smaller, and the page is turned, before labels starve. Where nothing fits: the width
/// that is missing, in points.
pub(crate) fn share(
    strips: &[Strip<'_>],
    wide: &[Wide],
    wanted: Option<Orientation>,
    widths: [f64; 2],
    size_pt: f64,
) -> Result<Shares, f64> {
    let label = strips.iter().position(|strip| strip.holds == Holds::Words);
    let mut needs: Vec<Need> =
        strips.iter().enumerate().map(|(at, strip)| need(strip, Some(at) == label, strips.len())).collect();
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
    let comfortable = |way: Orientation, size: f64| {
        let free = wanted.is_none() && way == Orientation::Portrait;
        let spare = if free { SPARE_UPRIGHT } else { 1.0 };
        sum(&needs, size, Need::comfort_pt) * spare <= page(way) && (!free || size > SMALL)
    };
    let holds = |way: Orientation, size: f64| sum(&needs, size, Need::least_pt) <= page(way);
    let chosen = all.iter().find(|(way, size)| comfortable(*way, *size));
    let chosen = chosen.or_else(|| all.iter().rev().find(|(way, size)| holds(*way, *size)));
    match chosen {
        Some((orientation, size)) => Ok(Shares {
            orientation: *orientation,
            size_pt: *size,
            widths: divide(&needs, &Sample::of(strips, *size), *size, page(*orientation)),
        }),
        None => {
            let smallest = SMALLER[1].min(size_pt);
            let widest = all.iter().map(|(way, _)| page(*way)).fold(0.0, f64::max);
            Err(sum(&needs, smallest, Need::least_pt) - widest)
        }
    }
}

fn sum(needs: &[Need], size: f64, of: impl Fn(&Need, f64) -> f64) -> f64 {
    needs.iter().map(|need| of(need, size)).sum()
}

/// First what each needs, comfortably where the page holds that; then whatever saves the most lines; then all grow
/// together until each has what it wishes; what is left over goes to columns of words.
fn divide(needs: &[Need], sample: &Sample, size: f64, page: f64) -> Vec<f64> {
    let (least, comfort) = (sum(needs, size, Need::least_pt), sum(needs, size, Need::comfort_pt));
    let part = if comfort <= page { 1.0 } else { ((page - least) / (comfort - least)).clamp(0.0, 1.0) };
    let floor = |need: &Need| need.least_pt(size) + part * (need.comfort_pt(size) - need.least_pt(size));
    let floors: Vec<f64> = needs.iter().map(floor).collect();
    let mut widths = floors.clone();
    sample.save_lines(&mut widths, needs, page);
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
    sample.exchange(&mut widths, needs, &floors, page);
    widths
}

/// Zero-width spaces in words that are wider than `room`, in units of the size.
pub(crate) fn breakable(text: &str, room: f64) -> Cow<'_, str> {
    // Widths that were shared out are not exact to the last digit.
    if width::of_widest_word(text) <= room + 0.01 {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut used = 0.0;
    for letter in text.chars() {
        let wide = width::of(letter.encode_utf8(&mut [0; 4]));
        if letter.is_whitespace() {
            used = 0.0;
        } else if used + wide > room * 0.95 {
            out.push('\u{200b}');
            used = wide;
        } else {
            used += wide;
        }
        out.push(letter);
    }
    out.into()
}
