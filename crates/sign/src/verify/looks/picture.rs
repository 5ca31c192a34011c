//! Two pictures of the same place, before and after: what can be seen no more, and what can be seen besides.
//!
//! What is seen are edges, where light and dark meet. Those that hang together are one thing: a letter, a comma, a line of a
//! table. A thing is hidden where its edges are gone, however that was done.

use std::collections::HashMap;

use baocao_pdf::drawn::{Canvas, SCALE};

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

/// A part of a page.
#[derive(Debug, Clone)]
pub(in crate::verify) struct Picture {
    width: usize,
    colors: Vec<[u8; 3]>,
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
    /// A part of a canvas: left, top, right, bottom.
    pub(in crate::verify) fn of(canvas: &Canvas, part: [usize; 4]) -> Self {
        Self { width: part[2].saturating_sub(part[0]), colors: canvas.part(part) }
    }

    fn light(&self, at: usize) -> i32 {
        let [red, green, blue] = self.colors.get(at).copied().unwrap_or_default().map(i32::from);
        (red * 299 + green * 587 + blue * 114) / 1000
    }

    /// The difference between a pixel and the next one to the right or below.
    fn step(&self, at: usize, next: usize) -> Option<i32> {
        let is_in = next < self.colors.len() && (next != at + 1 || !next.is_multiple_of(self.width.max(1)));
        is_in.then(|| self.light(next) - self.light(at))
    }

    /// The edges: a pixel and the next one.
    fn edges(&self) -> Vec<(usize, usize)> {
        let both = |at| [(at, at + 1), (at, at + self.width)];
        let is_edge = |(at, next): &(usize, usize)| self.step(*at, *next).is_some_and(|step| step.abs() >= EDGE);
        (0..self.colors.len()).flat_map(both).filter(is_edge).collect()
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
    let edges = before.edges();
    let marked = marked(before, &edges);
    let things = parts(before.width, &marked);
    let sizes = sizes(before.width, &things);
    let mut found: HashMap<(usize, usize, usize), Thing> = HashMap::new();
    let mut all = Thing::default();
    for (at, next) in edges {
        let Some(number) = things.get(at).copied() else { continue };
        let size = sizes.get(&number).copied().unwrap_or_default();
        let piece = if size > LARGE {
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
    let hidden = |((number, across, _), thing): (&(usize, usize, usize), &Thing)| {
        let is_dot = sizes.get(number).is_some_and(|size| *size <= DOT);
        let colored = if *across > 0 { thing.edges > LINE } else { !is_dot };
        thing.hidden > FEW
            && (limits.dots || !is_dot)
            && (share(thing.plain, thing.edges) > limits.plain
                || colored && share(thing.hidden, thing.edges) > limits.colored)
    };
    found.iter().any(hidden) || all.hidden > 20 && share(all.hidden, all.edges) > limits.together
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
    // How many edges there are above and to the left of each pixel.
    let marked = marked(before, &before.edges());
    let width = before.width.max(1);
    let mut sums = vec![0_u32; marked.len()];
    for at in 0..marked.len() {
        let of = |back: usize| at.checked_sub(back).and_then(|at| sums.get(at).copied()).unwrap_or(0);
        let (left, above) = (if at.is_multiple_of(width) { 0 } else { of(1) }, of(width));
        let corner = if at.is_multiple_of(width) { 0 } else { of(width + 1) };
        let own = u32::from(marked.get(at).copied().unwrap_or(false));
        if let Some(sum) = sums.get_mut(at) {
            *sum = (own + left + above).saturating_sub(corner);
        }
    }
    let reach = (near * SCALE) as usize;
    let rows = marked.len() / width;
    let is_near = |at: &&usize| {
        let (x, y) = (**at % width, **at / width);
        let (right, bottom) = ((x + reach).min(width - 1), (y + reach).min(rows.saturating_sub(1)));
        let sum = |x: Option<usize>, y: Option<usize>| {
            let at = x.zip(y).map(|(x, y)| y * width + x);
            at.and_then(|at| sums.get(at).copied()).map_or(0, i64::from)
        };
        let (left, top) = (x.checked_sub(reach + 1), y.checked_sub(reach + 1));
        sum(Some(right), Some(bottom)) + sum(left, top) > sum(left, Some(bottom)) + sum(Some(right), top)
    };
    new.iter().filter(is_near).count() >= 4
}

/// Whether a colour is that of letters.
fn is_dark([red, green, blue]: [u8; 3]) -> bool {
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    most < DARK && most - least < 50
}

/// Pixels at edges.
fn marked(picture: &Picture, edges: &[(usize, usize)]) -> Vec<bool> {
    let mut marked = vec![false; picture.colors.len()];
    for (at, next) in edges {
        [at, next].into_iter().for_each(|at| marked.get_mut(*at).into_iter().for_each(|mark| *mark = true));
    }
    marked
}

/// The number of the thing that each marked pixel belongs to: those that touch are one.
fn parts(width: usize, marked: &[bool]) -> Vec<usize> {
    let mut parts = vec![0; marked.len()];
    let mut open = Vec::new();
    for start in 0..marked.len() {
        if !marked[start] || parts[start] != 0 {
            continue;
        }
        parts[start] = start + 1;
        open.push(start);
        while let Some(at) = open.pop() {
            let (x, y) = (at % width, at / width);
            for y in y.saturating_sub(1)..=y + 1 {
                for x in x.saturating_sub(1)..=(x + 1).min(width - 1) {
                    let next = y * width + x;
                    if marked.get(next) == Some(&true) && parts[next] == 0 {
                        parts[next] = start + 1;
                        open.push(next);
                    }
                }
            }
        }
    }
    parts
}

/// How long the longer side of each thing is.
fn sizes(width: usize, parts: &[usize]) -> HashMap<usize, usize> {
    let mut areas: HashMap<usize, [usize; 4]> = HashMap::new();
    for (at, number) in parts.iter().enumerate().filter(|(_, number)| **number != 0) {
        let (x, y) = (at % width, at / width);
        let [left, top, right, bottom] = areas.entry(*number).or_insert([x, y, x, y]);
        (*left, *top, *right, *bottom) = ((*left).min(x), (*top).min(y), (*right).max(x), (*bottom).max(y));
    }
    areas
        .into_iter()
        .map(|(number, [left, top, right, bottom])| (number, (right - left).max(bottom - top) + 1))
        .collect()
}
