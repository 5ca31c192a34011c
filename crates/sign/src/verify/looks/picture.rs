//! Two pictures of the same place, before and after: what can be seen no more, and what can be seen besides.
//!
//! What is seen are edges, where light and dark meet. Those that hang together are one thing: a letter, a comma, a line of a
//! table. A thing is hidden where its edges are gone, however that was done.

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use baocao_pdf::drawn::{Canvas, SCALE};

use super::tiles::{TILE, Tiles};
use crate::file::Map;

/// The least difference of light that is an edge, of 255.
const EDGE: i32 = 50;
/// The part of an edge that must be left.
const LEFT: f64 = 0.35;
/// Things larger than this are looked at piece by piece, in pixels.
const LARGE: usize = (20.0 * SCALE) as usize;
const PIECE: usize = (10.0 * SCALE) as usize;
/// A dot, in pixels.
const DOT: usize = (3.5 * SCALE) as usize;
/// Light and dark.
const LIGHT: u8 = 170;
const DARK: u8 = 110;

/// A part of a page, as far as it is kept.
#[derive(Debug, Clone)]
pub(in crate::verify) struct Picture {
    tiles: Rc<Tiles>,
    /// Red, green, blue and opacity, which is full.
    colors: Vec<[u8; 4]>,
    lights: Vec<u8>,
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
    /// A part of two canvases, before and after, as far as it is kept.
    pub(in crate::verify) fn both(canvases: [&Canvas; 2], tiles: Tiles) -> [Self; 2] {
        let tiles = Rc::new(tiles);
        canvases.map(|canvas| {
            let colors = tiles.colors(canvas);
            // Of 256 parts, so that the sum of all is no larger than a short number.
            let light = |color: &[u8; 4]| {
                let [red, green, blue, _] = color.map(u16::from);
                ((red * 77 + green * 150 + blue * 29) >> 8) as u8
            };
            let lights = colors.iter().map(light).collect();
            Self { tiles: Rc::clone(&tiles), colors, lights, edges: OnceCell::new(), marked: OnceCell::new() }
        })
    }

    pub(super) fn tiles(&self) -> &Tiles {
        &self.tiles
    }

    /// How much the light of each pixel differs from that of another picture.
    pub(super) fn differences(&self, other: &Self) -> impl Iterator<Item = i32> {
        self.lights.iter().zip(&other.lights).map(|(one, other)| i32::from(one.abs_diff(*other)))
    }

    fn light(&self, at: usize) -> i32 {
        self.lights.get(at).copied().map_or(0, i32::from)
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
        let lights = self.lights.chunks_exact(TILE * TILE);
        // The darkest and the lightest pixel of each tile.
        let ends = |lights: &[u8]| lights.iter().fold([u8::MAX, 0], |[a, b], light| [a.min(*light), b.max(*light)]);
        let ends: Vec<[u8; 2]> = lights.clone().map(ends).collect();
        for (slot, lights) in lights.enumerate() {
            let first = slot * TILE * TILE;
            let [beside, below] = [(1, 0), (0, 1)].map(|step| self.tiles.beside(slot, step));
            let around = beside.into_iter().chain(below).filter_map(|first| ends.get(first / (TILE * TILE)));
            let [dark, light] = ends[slot];
            let [dark, light] = around.fold([dark, light], |[a, b], [c, d]| [a.min(*c), b.max(*d)]);
            if !is_edge(dark, light) {
                continue;
            }
            let [width, height] = self.tiles.size(slot);
            for (y, row) in lights.chunks_exact(TILE).take(height).enumerate() {
                let (start, row) = (first + y * TILE, row.get(..width).unwrap_or_default());
                let across = row.windows(2).enumerate().filter(|(_, pair)| is_edge(pair[0], pair[1]));
                edges.extend(across.map(|(x, _)| (start + x, start + x + 1)));
                let next = beside.filter(|_| width == TILE).map(|beside| beside + y * TILE);
                if let Some((next, light)) = next.and_then(|next| Some((next, self.lights.get(next)?)))
                    && row.last().is_some_and(|last| is_edge(*last, *light))
                {
                    edges.push((start + width - 1, next));
                }
                let next = if y + 1 < height { Some(start + TILE) } else { below.filter(|_| height == TILE) };
                let Some(next) = next else { continue };
                let under = self.lights.get(next..).unwrap_or_default();
                let down = row.iter().zip(under).enumerate().filter(|(_, (one, other))| is_edge(**one, **other));
                edges.extend(down.map(|(x, _)| (start + x, next + x)));
            }
        }
        edges
    }
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
    let things = Things::of(&before.tiles, before.marked());
    let mut found: Map<(u32, usize, usize), Thing> = Map::default();
    let mut all = Thing::default();
    for (at, next) in before.edges().iter().copied() {
        let number = things.number(at);
        let piece = if things.size(number) > LARGE {
            let (x, y) = before.tiles.place(at);
            (number, 1 + x / PIECE, 1 + y / PIECE)
        } else {
            (number, 0, 0)
        };
        let step = before.light(next) - before.light(at);
        let left = (after.light(next) - after.light(at)) * step.signum();
        let is_gone = f64::from(left) < f64::from(step.abs()) * LEFT;
        let over = after.colors.get(at).copied().unwrap_or_default();
        let is_plain = is_light(over) || limits.dark && is_dark(over);
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
    other.all(|(_, over)| is_light(*over))
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
    let sums = Sums::of(&before.tiles, before.marked());
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
    let is_other = |(one, other): (&[u8; 4], &[u8; 4])| one.iter().zip(other).any(|(a, b)| a.abs_diff(*b) > OTHER);
    let is_new: Vec<bool> = before.colors.iter().zip(&after.colors).map(is_other).collect();
    let is_seen = |at: &&usize| (before.light(**at) - after.light(**at)).abs() > SEEN;
    let things = Things::of(&before.tiles, &is_new).connected();
    let is_small = |thing: &&Connected| {
        let [left, top, right, bottom] = thing.area;
        ((right - left).max(bottom - top) as f64) < LETTER * SCALE
    };
    let is_within = |thing: &&Connected| {
        let [left, top, right, bottom] = thing.area;
        let (width, height) = (right - left, bottom - top);
        let within = |area: &[f64; 4]| {
            let middle = [(left + right) as f64 / 2.0, (top + bottom) as f64 / 2.0];
            let fits = width as f64 <= area[2] - area[0] && height as f64 <= area[3] - area[1];
            fits && (area[0]..area[2]).contains(&middle[0]) && (area[1]..area[3]).contains(&middle[1])
        };
        boxes.iter().any(within)
    };
    let seen = |thing: &Connected| thing.pixels.iter().filter(is_seen).count();
    let (within, others): (Vec<_>, Vec<_>) = things.iter().partition(is_within);
    let small: Vec<_> = others.into_iter().filter(is_small).collect();
    let mut count: usize = within.into_iter().map(seen).sum();
    // To find what is near costs more than all before it.
    if !small.is_empty() {
        let edges = before.marked();
        let (sums, now) = (Sums::of(&before.tiles, edges), Sums::of(&after.tiles, after.marked()));
        let is_letter = |thing: &&Connected| {
            let near = || thing.pixels.iter().any(|at| sums.near(*at, (NEAR * SCALE) as usize));
            let is_mark = || hand == Hand::Mark && thing.marks(&sums);
            near() && !is_mark() && !thing.surrounds(edges, &sums, after) && !thing.is_block(&now)
        };
        count += small.into_iter().filter(is_letter).map(seen).sum::<usize>();
    }
    count >= 4
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
        /// How far above a line the letters end over which it was drawn, in points.
        const HIGH: f64 = 6.0;
        /// What is no longer than a comma is no bar, in points.
        const SHORT: f64 = 4.0;
        let [left, top, right, bottom] = self.area;
        let (width, height) = (right - left, bottom - top);
        let is_bar = self.is_filled() && width * 2 > height && width as f64 > SHORT * SCALE;
        let reach = (HIGH * SCALE) as usize;
        // What stands over letters and through none of them is a mark of those above it, or an accent.
        let has_letters = |x: &usize| sums.within([*x, top.saturating_sub(reach), x + 1, bottom]) > 0;
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

    /// Whether it goes around letters without touching them; one in a colour may touch those beside them.
    fn surrounds(&self, edges: &[bool], sums: &Sums, after: &Picture) -> bool {
        /// So high is the smallest letter, in pixels; what is lower, or small in the ring, makes another letter with it.
        const LETTER: usize = (5.5 * SCALE) as usize;
        let [left, top, right, bottom] = self.area;
        let touched = self.pixels.iter().filter(|at| edges.get(**at) == Some(&true)).count();
        let dark = self.pixels.iter().filter(|at| after.colors.get(**at).is_some_and(|color| is_dark(*color))).count();
        let most = if dark * 4 > self.pixels.len() { self.pixels.len() / 10 } else { self.pixels.len() / 3 };
        let [a, b, c, d] = [left + 2, top + 2, right.saturating_sub(2), bottom.saturating_sub(2)];
        let rim = c.saturating_sub(a) / 4;
        let rows = (b..d).filter(|y| sums.within([a + rim, *y, c.saturating_sub(rim), y + 1]) > 0).count();
        a < c && b < d && rows >= LETTER && rows * 4 >= d.saturating_sub(b) && touched < most
    }
}

/// How many pixels are marked, tile by tile above and to the left of each corner.
struct Sums<'t> {
    tiles: &'t Tiles,
    sums: Vec<u16>,
}

impl<'t> Sums<'t> {
    fn of(tiles: &'t Tiles, marked: &[bool]) -> Self {
        let mut sums = vec![0; marked.len()];
        for (marked, sums) in marked.chunks_exact(TILE * TILE).zip(sums.chunks_exact_mut(TILE * TILE)) {
            let mut above = [0_u16; TILE];
            for (marked, sums) in marked.chunks_exact(TILE).zip(sums.chunks_exact_mut(TILE)) {
                let mut own = 0;
                for ((is_marked, sum), above) in marked.iter().zip(sums).zip(&mut above) {
                    own += u16::from(*is_marked);
                    *above += own;
                    *sum = *above;
                }
            }
        }
        Self { tiles, sums }
    }

    /// How many are marked within left, top, right, bottom.
    fn within(&self, [left, top, right, bottom]: [usize; 4]) -> i64 {
        let mut all = 0;
        for (y, rows) in parts(top, bottom) {
            for (x, columns) in parts(left, right) {
                let Some(start) = self.tiles.start(x, y) else { continue };
                let sum = |x: usize, y: usize| {
                    let at = x.checked_sub(1).zip(y.checked_sub(1)).map(|(x, y)| start + y * TILE + x);
                    at.and_then(|at| self.sums.get(at)).copied().map_or(0, i64::from)
                };
                all += sum(columns.end, rows.end) + sum(columns.start, rows.start)
                    - sum(columns.start, rows.end)
                    - sum(columns.end, rows.start);
            }
        }
        all
    }

    /// Whether one is marked within so many pixels.
    fn near(&self, at: usize, reach: usize) -> bool {
        let (x, y) = self.tiles.place(at);
        self.within([x.saturating_sub(reach), y.saturating_sub(reach), x + reach + 1, y + reach + 1]) > 0
    }
}

/// The tiles over which pixels go in a row or column, and which of each.
fn parts(from: usize, to: usize) -> impl Iterator<Item = (usize, Range<usize>)> {
    (from / TILE..to.div_ceil(TILE)).map(move |tile| {
        let start = tile * TILE;
        (tile, from.saturating_sub(start)..(to - start).min(TILE))
    })
}

/// Whether a colour is as light as paper.
fn is_light([red, green, blue, _]: [u8; 4]) -> bool {
    red.min(green).min(blue) > LIGHT
}

/// Whether a colour is that of letters.
fn is_dark([red, green, blue, _]: [u8; 4]) -> bool {
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    most < DARK && most - least < 50
}

/// What marked pixels make: those that touch are one thing.
pub(super) struct Things {
    /// The number of each pixel's, from 1; 0 is none.
    numbers: Vec<u32>,
    /// Left, top, right, bottom of each thing, the last ones not among them.
    pub(super) areas: Vec<[usize; 4]>,
}

impl Things {
    pub(super) fn of(tiles: &Tiles, marked: &[bool]) -> Self {
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
                let (x, y) = tiles.place(at);
                area = [area[0].min(x), area[1].min(y), area[2].max(x + 1), area[3].max(y + 1)];
                let mut look = |next: usize| {
                    if marked.get(next) == Some(&true) && numbers[next] == 0 {
                        numbers[next] = number;
                        open.push(next);
                    }
                };
                if (1..TILE - 1).contains(&(x % TILE)) && (1..TILE - 1).contains(&(y % TILE)) {
                    for row in [at - TILE, at, at + TILE] {
                        (row - 1..=row + 1).for_each(&mut look);
                    }
                } else {
                    for y in y.saturating_sub(1)..=y + 1 {
                        (x.saturating_sub(1)..=x + 1).filter_map(|x| tiles.at(x, y)).for_each(&mut look);
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
