//! How the columns of a table share the page, and how the page must lie for them.

mod heads;
mod need;
mod sample;
mod tables;
mod words;

use std::borrow::Cow;
use std::ops::Range;

use super::tall::INSET_X_PT;
use super::width::Face;
use crate::report::Orientation;
pub(crate) use heads::cell;
use need::{Need, need};
use sample::{Sample, Texts};
pub(crate) use tables::{is_short_of_words, share_columns};
use words::breakable;
pub(crate) use words::{Line, break_runs, break_text, notes};

/// The air beside the text of a cell, in points: the usual, and that of a table that no page holds otherwise.
const INSETS_PT: [f64; 2] = [INSET_X_PT, LEAST_INSET_PT];
const LEAST_INSET_PT: f64 = 2.0;

/// What the rules of a cell take, in points.
const RULES_PT: f64 = 1.0;

/// Sizes that a table may be set in, smaller than the document's, in points.
const SMALLER: [f64; 2] = [11.0, 10.0];

/// Below this size a page is turned, in points.
const SMALL: f64 = 10.5;

/// A table may be so much higher for the words of its titles to be whole; one of a few columns, where a title that is cut is
/// seen; and such a one that has no more lines then than these, which surely stand on one page.
const HIGHER: f64 = 1.02;
const HIGHER_OF_FEW: f64 = 1.06;
const HIGHER_OF_SMALL: f64 = 1.4;
const SMALL_LINES: f64 = 24.0;

/// How many lines a table of so many columns and lines may have for the words of its titles to be whole.
fn most_lines(columns: usize, lines: f64) -> f64 {
    if columns > need::FEW_COLUMNS {
        return lines * HIGHER;
    }
    (lines * HIGHER_OF_FEW).max((lines * HIGHER_OF_SMALL).min(SMALL_LINES))
}

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

impl Wide {
    /// A heading, which may take two lines.
    pub(crate) fn heading(columns: Range<usize>, title: &str) -> Self {
        Self { columns, width: (Face::Bold.of(title) / 2.0).max(Face::Bold.of_widest_word(title)) * 1.1 }
    }
}

/// How a table is laid on the page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shares {
    pub(crate) orientation: Orientation,
    pub(crate) size_pt: f64,
    /// The air at each side of the text of a cell, in points.
    pub(crate) inset_pt: f64,
    /// Whether every column can be read with ease.
    pub(crate) comfortable: bool,
    /// The width of each column in points; together they are the width of the text.
    pub(crate) widths: Vec<f64>,
}

impl Shares {
    /// The room for the text of each column, in units of the size.
    pub(crate) fn rooms(&self) -> Vec<f64> {
        self.widths.iter().map(|width| (width - air(self.inset_pt)) / self.size_pt).collect()
    }
}

/// What the rules and the air beside the text of a cell take, in points.
fn air(inset_pt: f64) -> f64 {
    2.0 * inset_pt + RULES_PT
}

/// Letters of a size in points, with so much room taken in each cell by rules and air.
#[derive(Debug, Clone, Copy)]
struct Letters {
    size: f64,
    air: f64,
}

impl Letters {
    fn new(size: f64, inset_pt: f64) -> Self {
        Self { size, air: air(inset_pt) }
    }
}

/// Chooses size and direction, the asked-for direction where there is one. `widths` are those of the text on an upright
/// and a lying page. Letters become smaller, the page is turned, and cells have less air, before labels starve. Where nothing
/// fits: the width that is missing, in points.
pub(crate) fn share(
    strips: &[Strip<'_>],
    wide: &[Wide],
    wanted: Option<Orientation>,
    widths: [f64; 2],
    size_pt: f64,
) -> Result<Shares, f64> {
    let label = strips.iter().position(|strip| strip.holds == Holds::Words);
    let titles: Vec<String> =
        strips.iter().map(|strip| heads::joined(&strip.title, Face::Bold, need::WIDEST_WORD)).collect();
    let needs = strips.iter().zip(&titles).enumerate();
    let mut needs: Vec<Need> =
        needs.map(|(at, (strip, title))| need(strip, title, Some(at) == label, strips.len())).collect();
    for text in wide {
        let wish: f64 = needs[text.columns.clone()].iter().map(|need| need.wish).sum();
        #[expect(clippy::cast_precision_loss, reason = "a table has a few columns")]
        let more = (text.width - wish).max(0.0) / text.columns.len().max(1) as f64;
        for need in &mut needs[text.columns.clone()] {
            need.wish += more;
        }
    }
    let sizes: Vec<f64> =
        std::iter::once(size_pt).chain(SMALLER.into_iter().filter(|smaller| *smaller < size_pt)).collect();
    let ways = [Orientation::Portrait, Orientation::Landscape].into_iter();
    let ways: Vec<Orientation> = ways.filter(|way| wanted.is_none_or(|wanted| wanted == *way)).collect();
    let page = |way: Orientation| if way == Orientation::Portrait { widths[0] } else { widths[1] };
    let all = || ways.iter().flat_map(|way| sizes.iter().map(move |size| (*way, *size)));
    let comfortable = |inset: f64| {
        all().find(|(way, size)| {
            let small = wanted.is_none() && *way == Orientation::Portrait && *size <= SMALL;
            !small && sum(&needs, Letters::new(*size, inset), Need::comfort_pt) <= page(*way)
        })
    };
    let holds = |inset: f64| {
        let least = |size: f64| sum(&needs, Letters::new(size, inset), Need::least_pt);
        ways.iter()
            .rev()
            .flat_map(|way| sizes.iter().rev().map(move |size| (*way, *size)))
            .find(|(way, size)| least(*size) <= page(*way))
    };
    let chosen = INSETS_PT.into_iter().find_map(|inset| Some((comfortable(inset)?, inset, true)));
    let chosen = chosen.or_else(|| Some((holds(LEAST_INSET_PT)?, LEAST_INSET_PT, false)));
    match chosen {
        Some(((orientation, size_pt), inset_pt, comfortable)) => {
            let texts = Texts::of(strips, &titles);
            let set = |size: f64, floor: fn(&Need, Letters) -> f64| {
                let letters = Letters::new(size, inset_pt);
                let sample = Sample::new(&texts, letters);
                let (widths, floors) = divide(&needs, &sample, letters, page(orientation), floor);
                (size, sample.lines(&widths) * size, widths, floors, sample)
            };
            let usual = set(size_pt, Need::comfort_pt);
            let letters = Letters::new(size_pt, inset_pt);
            let is_cut = needs.iter().zip(&usual.2).any(|(need, width)| need.head_pt(letters) > width + 0.2);
            // Words of titles stay whole, where the table is hardly higher for that; one of a few columns in smaller letters
            // where it is: its label takes what the others leave.
            let fits = |size: &f64| sum(&needs, Letters::new(*size, inset_pt), Need::titled_pt) <= page(orientation);
            let smaller = |size: &f64| *size == size_pt || (*size < size_pt && *size > SMALL);
            let most = usual.0 * most_lines(strips.len(), usual.1 / usual.0);
            let titled = sizes.iter().copied().filter(|size| is_cut && comfortable && smaller(size)).filter(fits);
            let tried = if strips.len() > need::FEW_COLUMNS { 1 } else { sizes.len() };
            let titled = titled.take(tried).map(|size| set(size, Need::titled_pt)).find(|(_, high, ..)| *high <= most);
            let (size_pt, _, mut widths, mut floors, sample) = titled.unwrap_or(usual);
            sample.lend_to_names(&mut widths, &needs, &mut floors);
            Ok(Shares { orientation, size_pt, inset_pt, comfortable, widths })
        }
        None => {
            let smallest = Letters::new(SMALLER[1].min(size_pt), LEAST_INSET_PT);
            let widest = ways.iter().map(|way| page(*way)).fold(0.0, f64::max);
            Err(sum(&needs, smallest, Need::least_pt) - widest)
        }
    }
}

fn sum(needs: &[Need], letters: Letters, of: impl Fn(&Need, Letters) -> f64) -> f64 {
    needs.iter().map(|need| of(need, letters)).sum()
}

/// First what each needs, as `of` says where the page holds that; then whatever saves the most lines; then all grow
/// together until each has what it wishes; what is left over goes to columns of words. Gives the widths, and those that no column falls below.
fn divide(
    needs: &[Need],
    sample: &Sample<'_>,
    letters: Letters,
    page: f64,
    of: fn(&Need, Letters) -> f64,
) -> (Vec<f64>, Vec<f64>) {
    let (least, comfort) = (sum(needs, letters, Need::least_pt), sum(needs, letters, of));
    let part = if comfort <= page { 1.0 } else { ((page - least) / (comfort - least)).clamp(0.0, 1.0) };
    let floor = |need: &Need| need.least_pt(letters) + part * (of(need, letters) - need.least_pt(letters));
    let mut floors: Vec<f64> = needs.iter().map(floor).collect();
    let mut widths = floors.clone();
    sample.save_lines(&mut widths, needs, page);
    let mut wishes: Vec<(usize, f64)> = needs
        .iter()
        .enumerate()
        .map(|(at, need)| (at, need.wish_pt(letters) - widths[at]))
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
    let free = |at: &usize| needs[*at].fixed_pt.is_none();
    let words: Vec<usize> = (0..needs.len()).filter(|at| needs[*at].words && free(at)).collect();
    let takers = if words.is_empty() { (0..needs.len()).collect() } else { words };
    let whole: f64 = takers.iter().map(|at| widths[*at]).sum();
    for at in takers {
        widths[at] += spare * widths[at] / whole;
    }
    // Given widths may not fill the page, or be too wide for it.
    let total: f64 = widths.iter().sum();
    let mut widths: Vec<f64> = widths.iter().map(|width| width * page / total).collect();
    sample.exchange(&mut widths, needs, &floors, page);
    sample.relieve(&mut widths, needs, &floors, page);
    sample.lend(&mut widths, needs, &mut floors);
    (widths, floors)
}
