//! Two pictures of the same place, before and after: what can be seen no more, and what can be seen besides.
//!
//! What is seen are edges, where light and dark meet. Those that hang together are one thing: a letter, a comma, a line of a
//! table. A thing is hidden where its edges are gone, however that was done.

use std::cell::OnceCell;

use baocao_pdf::drawn::{Canvas, SCALE};

use crate::file::Map;

/// The least difference of light that is an edge, of 255.
const EDGE: i32 = 50;
/// The part of an edge that must be left.
const LEFT: f64 = 0.35;
/// Things larger than this are looked at piece by piece, in pixels.
const LARGE: usize = (20.0 * SCALE) as usize;
const PIECE: usize = (10.0 * SCALE) as usize;
/// What is larger is looked at where it is another only, in pixels, and so many of them together; farther than that from what
/// is another nothing counts.
const WHOLE: usize = 1 << 18;
const TILE: usize = (24.0 * SCALE) as usize;
/// A dot, in pixels.
const DOT: usize = (3.5 * SCALE) as usize;
/// Light and dark.
const LIGHT: u8 = 170;
const DARK: u8 = 110;

/// A part of a page.
#[derive(Debug, Clone)]
pub(in crate::verify) struct Picture {
    width: usize,
    colors: Vec<[u8; 3]>,
    lights: Vec<u8>,
    /// The tiles that are looked at, row by row; none of a small one, all of which is.
    tiles: Vec<bool>,
    /// The edges: a pixel and the next one.
    edges: OnceCell<Vec<(usize, usize)>>,
    /// The pixels at edges.
    marked: OnceCell<Vec<bool>>,
}

/// By what a comment was drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::verify) enum Hand {
    /// Free lines, that may be letters of any size.
    Free,
    /// A mark of letters, which lies over or under them.
    Mark,
    /// A shape, or what a program draws.
    Shape,
}

/// How much of what was there may be hidden.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::verify) struct Limits {
    /// The part of a thing that may lie under what is light as paper.
    pub(in crate::verify) plain: f64,
    /// Whether what is dark as letters counts as that does.
    pub(in crate::verify) dark: bool,
    /// The part of a thing that may lie under a colour.
    pub(in crate::verify) colored: f64,
    /// The part of all things together.
    pub(in crate::verify) together: f64,
    /// Whether dots count.
    pub(in crate::verify) dots: bool,
}

impl Picture {
    /// A part of two canvases, before and after: left, top, right, bottom.
    pub(in crate::verify) fn both(canvases: [&Canvas; 2], part: [usize; 4]) -> [Self; 2] {
        let width = part[2].saturating_sub(part[0]).max(1);
        let [before, after] = canvases.map(|canvas| canvas.part(part));
        let tiles = tiles(width, &before, &after);
        [(before, tiles.clone()), (after, tiles)].map(|(colors, tiles)| {
            let light = |color: &[u8; 3]| {
                let [red, green, blue] = color.map(u32::from);
                ((red * 299 + green * 587 + blue * 114) / 1000) as u8
            };
            let lights = colors.iter().map(light).collect();
            Self { width, colors, lights, tiles, edges: OnceCell::new(), marked: OnceCell::new() }
        })
    }

    fn light(&self, at: usize) -> i32 {
        self.lights.get(at).copied().map_or(0, i32::from)
    }

    /// The difference between a pixel and the next one to the right or below.
    fn step(&self, at: usize, next: usize) -> Option<i32> {
        let is_in = next < self.colors.len() && (next != at + 1 || !next.is_multiple_of(self.width.max(1)));
        is_in.then(|| self.light(next) - self.light(at))
    }

    fn edges(&self) -> &[(usize, usize)] {
        self.edges.get_or_init(|| self.find_edges())
    }

    fn marked(&self) -> &[bool] {
        self.marked.get_or_init(|| {
            let mut marked = vec![false; self.colors.len()];
            for (at, next) in self.edges() {
                [at, next].into_iter().for_each(|at| marked.get_mut(*at).into_iter().for_each(|mark| *mark = true));
            }
            marked
        })
    }

    fn find_edges(&self) -> Vec<(usize, usize)> {
        let mut edges = Vec::new();
        let is_edge = |one: u8, other: u8| i32::from(one.abs_diff(other)) >= EDGE;
        let across = self.width.div_ceil(TILE);
        for (y, row) in self.lights.chunks_exact(self.width).enumerate() {
            let start = y * self.width;
            let below = self.lights.get(start + self.width..).unwrap_or_default();
            for (tile, part) in row.chunks(TILE).enumerate() {
                if self.tiles.get(y / TILE * across + tile) == Some(&false) {
                    continue;
                }
                let first = tile * TILE;
                for (x, light) in (first..).zip(part) {
                    if row.get(x + 1).is_some_and(|next| is_edge(*light, *next)) {
                        edges.push((start + x, start + x + 1));
                    }
                    if below.get(x).is_some_and(|next| is_edge(*light, *next)) {
                        edges.push((start + x, start + x + self.width));
                    }
                }
            }
        }
        edges
    }
}

/// The tiles of a large picture in which it is another, with those around them.
fn tiles(width: usize, before: &[[u8; 3]], after: &[[u8; 3]]) -> Vec<bool> {
    if before.len() <= WHOLE {
        return Vec::new();
    }
    let (across, down) = (width.div_ceil(TILE), (before.len() / width).div_ceil(TILE));
    let mut tiles = vec![false; across * down];
    for (y, (one, other)) in before.chunks(width).zip(after.chunks(width)).enumerate() {
        for (x, _) in one.chunks(TILE).zip(other.chunks(TILE)).enumerate().filter(|(_, (one, other))| one != other) {
            let y = y / TILE;
            for y in y.saturating_sub(1)..(y + 2).min(down) {
                for x in x.saturating_sub(1)..(x + 2).min(across) {
                    tiles.get_mut(y * across + x).into_iter().for_each(|tile| *tile = true);
                }
            }
        }
    }
    tiles
}

/// What is known of one thing.
#[derive(Debug, Clone, Copy, Default)]
struct Thing {
    edges: usize,
    /// Hidden by what is plain.
    plain: usize,
    /// Hidden at all.
    hidden: usize,
}

/// Whether more of what was there can be seen no more than is allowed.
pub(in crate::verify) fn hides(before: &Picture, after: &Picture, limits: &Limits) -> bool {
    let things = Things::of(before.width, before.marked());
    let mut found: Map<(u32, usize, usize), Thing> = Map::default();
    let mut all = Thing::default();
    for (at, next) in before.edges().iter().copied() {
        let number = things.number(at);
        let piece = if things.size(number) > LARGE {
            (number, 1 + at % before.width / PIECE, 1 + at / before.width / PIECE)
        } else {
            (number, 0, 0)
        };
        let step = before.step(at, next).unwrap_or(0);
        let left = after.step(at, next).unwrap_or(0) * step.signum();
        let is_gone = f64::from(left) < f64::from(step.abs()) * LEFT;
        let over = after.colors.get(at).copied().unwrap_or_default();
        let is_plain = over.iter().all(|part| *part > LIGHT) || limits.dark && is_dark(over);
        for thing in [found.entry(piece).or_default(), &mut all] {
            thing.edges += 1;
            thing.hidden += usize::from(is_gone);
            thing.plain += usize::from(is_gone && is_plain);
        }
    }
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    // A few edges may be gone where nothing but the rounding of pixels is another.
    const FEW: usize = 3;
    /// What a line of a table has in a piece of it.
    const LINE: usize = 60;
    let hidden = |((number, across, _), thing): (&(u32, usize, usize), &Thing)| {
        let is_dot = things.size(*number) <= DOT;
        let colored = if *across > 0 { thing.edges > LINE } else { !is_dot };
        thing.hidden > FEW
            && (limits.dots || !is_dot)
            && (share(thing.plain, thing.edges) > limits.plain
                || colored && share(thing.hidden, thing.edges) > limits.colored)
    };
    found.iter().any(hidden) || all.hidden > 20 && share(all.hidden, all.edges) > limits.together
}

/// Whether what was added is as light as paper, all of it: that is no mark, whatever lies under it.
pub(in crate::verify) fn is_paper(before: &Picture, after: &Picture) -> bool {
    let mut other = before.colors.iter().zip(&after.colors).filter(|(one, other)| one != other);
    other.all(|(_, over)| over.iter().all(|part| *part > LIGHT))
}

/// Whether something was added that could be taken for letters: near to what was there, within so many points. Of what is
/// coloured only where all counts.
pub(in crate::verify) fn adds(before: &Picture, after: &Picture, near: f64, colored: bool) -> bool {
    let is_new = |at: &usize| {
        let (one, other) = (before.light(*at), after.light(*at));
        let over = after.colors.get(*at).copied().unwrap_or_default();
        (one - other).abs() > 60 && (colored || is_dark(over))
    };
    let new: Vec<usize> = (0..before.colors.len()).filter(is_new).collect();
    if new.len() < 4 {
        return false;
    }
    let sums = Sums::of(before.width, before.marked());
    new.iter().filter(|at| sums.near(**at, (near * SCALE) as usize)).count() >= 4
}

/// Whether comments of one hand write something that could be read with what was there, in whatever colour can be seen: a thing
/// as small as letters are, beside content, or within one of the places that are kept for number, day, signature and seal. A mark
/// of letters that lies over or under them is none, nor a frame around them, nor a block of one colour.
pub(in crate::verify) fn writes(before: &Picture, after: &Picture, hand: Hand, boxes: &[[f64; 4]]) -> bool {
    /// The least difference of light that can be read, of 255, and that of a colour by which things hang together.
    const SEEN: i32 = 40;
    const OTHER: u8 = 30;
    /// What is longer is no letter; so near to content it is read with it, in points.
    const LETTER: f64 = 30.0;
    const NEAR: f64 = 12.0;
    let is_other = |(one, other): (&[u8; 3], &[u8; 3])| one.iter().zip(other).any(|(a, b)| a.abs_diff(*b) > OTHER);
    let is_new: Vec<bool> = before.colors.iter().zip(&after.colors).map(is_other).collect();
    let is_seen = |at: &&usize| (before.light(**at) - after.light(**at)).abs() > SEEN;
    let edges = before.marked();
    let (sums, now) = (Sums::of(before.width, edges), Sums::of(after.width, after.marked()));
    let things = Things::of(before.width, &is_new).connected();
    let letters = things.iter().filter(|thing| {
        let [left, top, right, bottom] = thing.area;
        let (width, height) = (right - left, bottom - top);
        let within = |area: &[f64; 4]| {
            let middle = [(left + right) as f64 / 2.0, (top + bottom) as f64 / 2.0];
            let fits = width as f64 <= area[2] - area[0] && height as f64 <= area[3] - area[1];
            fits && (area[0]..area[2]).contains(&middle[0]) && (area[1]..area[3]).contains(&middle[1])
        };
        if boxes.iter().any(within) {
            return true;
        }
        let small = (width.max(height) as f64) < LETTER * SCALE;
        let near = || thing.pixels.iter().any(|at| sums.near(*at, (NEAR * SCALE) as usize));
        let is_mark = || hand == Hand::Mark && thing.marks(&sums);
        small && near() && !is_mark() && !thing.surrounds(edges, &sums) && !thing.is_block(&now)
    });
    letters.map(|thing| thing.pixels.iter().filter(is_seen).count()).sum::<usize>() >= 4
}

/// Pixels that hang together.
#[derive(Debug, Clone)]
struct Connected {
    pixels: Vec<usize>,
    /// Left, top, right, bottom, the last ones not among them.
    area: [usize; 4],
}

impl Connected {
    /// Whether it is a bar over or under letters: so most of its columns have some of them.
    fn marks(&self, sums: &Sums) -> bool {
        /// How far letters reach above a line under them, in points.
        const HIGH: f64 = 12.0;
        /// What is no longer than a comma is no bar, in points.
        const SHORT: f64 = 4.0;
        let [left, top, right, bottom] = self.area;
        let (width, height) = (right - left, bottom - top);
        let is_bar = self.is_filled() && width * 2 > height && width as f64 > SHORT * SCALE;
        let reach = (HIGH * SCALE) as usize;
        let has_letters = |x: &usize| sums.within([*x, top.saturating_sub(reach), x + 1, bottom + reach / 2]) > 0;
        is_bar && (left..right).filter(has_letters).count() * 2 > width
    }

    fn is_filled(&self) -> bool {
        let [left, top, right, bottom] = self.area;
        self.pixels.len() * 4 > (right - left) * (bottom - top) * 3
    }

    /// Whether it is a block of one colour, larger than a full stop: the sign of a note.
    fn is_block(&self, now: &Sums) -> bool {
        /// The least side, in pixels.
        const SIDE: usize = (6.0 * SCALE) as usize;
        let [left, top, right, bottom] = self.area;
        let large = right - left >= SIDE && bottom - top >= SIDE;
        large && self.is_filled() && now.within([left + 2, top + 2, right - 2, bottom - 2]) == 0
    }

    /// Whether it goes around letters without touching them.
    fn surrounds(&self, edges: &[bool], sums: &Sums) -> bool {
        /// So many pixels of edges has the smallest letter.
        const LETTER: i64 = 24;
        let [left, top, right, bottom] = self.area;
        let touched = self.pixels.iter().filter(|at| edges.get(**at) == Some(&true)).count();
        let [a, b, c, d] = [left + 2, top + 2, right.saturating_sub(2), bottom.saturating_sub(2)];
        a < c && b < d && sums.within([a, b, c, d]) >= LETTER && touched * 10 < self.pixels.len()
    }
}

/// How many pixels are marked above and to the left of each corner.
struct Sums {
    width: usize,
    height: usize,
    sums: Vec<u32>,
}

impl Sums {
    fn of(width: usize, marked: &[bool]) -> Self {
        let width = width.max(1);
        let height = marked.len() / width;
        let mut sums = vec![0_u32; (width + 1) * (height + 1)];
        for (y, row) in marked.chunks_exact(width).enumerate() {
            let mut own = 0;
            for (x, is_marked) in row.iter().enumerate() {
                own += u32::from(*is_marked);
                let above = sums.get(y * (width + 1) + x + 1).copied().unwrap_or(0);
                if let Some(sum) = sums.get_mut((y + 1) * (width + 1) + x + 1) {
                    *sum = above + own;
                }
            }
        }
        Self { width, height, sums }
    }

    /// How many are marked within left, top, right, bottom.
    fn within(&self, [left, top, right, bottom]: [usize; 4]) -> i64 {
        let sum = |x: usize, y: usize| {
            let at = y.min(self.height) * (self.width + 1) + x.min(self.width);
            self.sums.get(at).copied().map_or(0, i64::from)
        };
        sum(right, bottom) + sum(left, top) - sum(left, bottom) - sum(right, top)
    }

    /// Whether one is marked within so many pixels.
    fn near(&self, at: usize, reach: usize) -> bool {
        let (x, y) = (at % self.width, at / self.width);
        self.within([x.saturating_sub(reach), y.saturating_sub(reach), x + reach + 1, y + reach + 1]) > 0
    }
}

/// Whether a colour is that of letters.
fn is_dark([red, green, blue]: [u8; 3]) -> bool {
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    most < DARK && most - least < 50
}

/// What marked pixels make: those that touch are one thing.
struct Things {
    /// The number of each pixel's, from 1; 0 is none.
    numbers: Vec<u32>,
    /// Left, top, right, bottom of each thing, the last ones not among them.
    areas: Vec<[usize; 4]>,
}

impl Things {
    fn of(width: usize, marked: &[bool]) -> Self {
        let mut numbers = vec![0_u32; marked.len()];
        let (mut areas, mut open) = (Vec::new(), Vec::new());
        for start in 0..marked.len() {
            if !marked[start] || numbers[start] != 0 {
                continue;
            }
            let number = areas.len() as u32 + 1;
            let mut area = [usize::MAX, usize::MAX, 0, 0];
            numbers[start] = number;
            open.push(start);
            while let Some(at) = open.pop() {
                let (x, y) = (at % width, at / width);
                area = [area[0].min(x), area[1].min(y), area[2].max(x + 1), area[3].max(y + 1)];
                for y in y.saturating_sub(1)..=y + 1 {
                    for x in x.saturating_sub(1)..=(x + 1).min(width - 1) {
                        let next = y * width + x;
                        if marked.get(next) == Some(&true) && numbers[next] == 0 {
                            numbers[next] = number;
                            open.push(next);
                        }
                    }
                }
            }
            areas.push(area);
        }
        Self { numbers, areas }
    }

    fn number(&self, at: usize) -> u32 {
        self.numbers.get(at).copied().unwrap_or(0)
    }

    /// How long the longer side of a thing is.
    fn size(&self, number: u32) -> usize {
        let area = (number as usize).checked_sub(1).and_then(|index| self.areas.get(index));
        area.map_or(0, |[left, top, right, bottom]| (right - left).max(bottom - top))
    }

    /// Each with its pixels.
    fn connected(&self) -> Vec<Connected> {
        let mut things: Vec<Connected> =
            self.areas.iter().map(|area| Connected { pixels: Vec::new(), area: *area }).collect();
        for (at, number) in self.numbers.iter().enumerate() {
            let thing = (*number as usize).checked_sub(1).and_then(|index| things.get_mut(index));
            thing.into_iter().for_each(|thing| thing.pixels.push(at));
        }
        things
    }
}
