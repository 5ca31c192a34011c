//! The pictures that pages are drawn into, and what is compared of them.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use hayro_interpret::{BlendMode, FillRule, StrokeProps};
use kurbo::{Affine, BezPath, Cap, Join, PathEl, Point, Rect, Shape};
use tiny_skia::{IntSize, Pixmap};

use super::brush::Brush;

/// Pixels a point.
pub const SCALE: f64 = 2.0;
/// The coarsest: letters of 12 pt are 8 pixels high.
const LEAST_SCALE: f64 = 0.7;
/// The most pixels of a picture: a page of A3 at [`SCALE`].
const MOST_PIXELS: f64 = 4.5e6;

/// What may still be drawn, where to fill a pixel is one, by all canvases that share it. What is drawn when nothing is left is
/// not seen.
#[derive(Debug, Clone)]
pub struct Budget {
    left: Rc<Cell<u64>>,
    /// The memory of canvases that are gone, for the next ones: to get new memory costs more than to draw on it.
    spare: Rc<RefCell<Vec<Vec<u8>>>>,
}

/// The bytes of a pixel.
const BYTES: usize = 4;
/// So many are kept: those of a page, and some that it is held against.
const MOST_SPARE: usize = 8;

impl Budget {
    /// So many pixels.
    pub fn new(pixels: u64) -> Self {
        Self { left: Rc::new(Cell::new(pixels)), spare: Rc::default() }
    }

    /// Whether nothing is left, so that not all was drawn.
    pub(super) fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    /// Notes what is drawn, or what costs as much; false if that is too much.
    pub fn spend(&self, pixels: f64) -> bool {
        let left = self.left.get().saturating_sub(pixels.max(1.0) as u64);
        self.left.set(left);
        left > 0
    }

    /// A picture with any pixels.
    fn picture(&self, width: u32, height: u32) -> Option<Pixmap> {
        let size = IntSize::from_wh(width, height)?;
        let bytes = (width as usize).checked_mul(height as usize)?.checked_mul(BYTES)?;
        let mut memory = self.spare.borrow_mut().pop().unwrap_or_default();
        memory.resize(bytes, 0);
        Pixmap::from_vec(memory, size)
    }
}

/// A part of a page, in pixels.
pub struct Canvas {
    pub(super) picture: Pixmap,
    pub(super) budget: Budget,
    /// From the plane of the page to pixels.
    pub(super) to_pixels: Affine,
    scale: f64,
}

/// How something is drawn by hand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Pen {
    /// Its area.
    Fill,
    /// Its line, so many points wide.
    Line(f64),
}

impl Canvas {
    /// White, for a part of the plane of a page: left, bottom, right, top.
    pub fn new([left, bottom, right, top]: [f64; 4], budget: &Budget) -> Option<Self> {
        let size = (right - left) * (top - bottom);
        let scale = SCALE.min((MOST_PIXELS / size).sqrt());
        // On a sheet so large that letters become specks nothing can be told.
        if scale < LEAST_SCALE {
            return None;
        }
        let pixels = |points: f64| {
            let pixels = (points * scale).ceil();
            (1.0..=MOST_PIXELS).contains(&pixels).then_some(pixels as u32)
        };
        let mut picture = budget.picture(pixels(right - left)?, pixels(top - bottom)?)?;
        picture.fill(tiny_skia::Color::WHITE);
        let to_pixels = Affine::new([scale, 0.0, 0.0, -scale, -left * scale, top * scale]);
        let canvas = Self { picture, budget: budget.clone(), to_pixels, scale };
        canvas.budget.spend(canvas.pixels()).then_some(canvas)
    }

    /// Red, green, blue and opacity, which is full, of some pixels of a row, from the top.
    pub fn row(&self, row: usize, columns: Range<usize>) -> &[[u8; 4]] {
        let start = row * self.picture.width() as usize;
        let pixels = self.picture.data().as_chunks().0;
        pixels.get(start + columns.start..start + columns.end).unwrap_or_default()
    }

    /// The bytes of its rows, from the top.
    fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.picture.data().chunks(BYTES * self.picture.width().max(1) as usize)
    }

    /// The tiles of a part, so many pixels wide and high, in which another picture of the same place is another: column and row.
    pub fn changed(&self, other: &Self, [left, top, right, bottom]: [usize; 4], tile: usize) -> Vec<(usize, usize)> {
        let rows = self.rows().zip(other.rows());
        let rows: Vec<_> = rows.skip(top).take(bottom.saturating_sub(top)).collect();
        let mut changed = Vec::new();
        for (y, rows) in rows.chunks(tile.max(1)).enumerate() {
            let rows: Vec<_> = rows.iter().filter(|(one, other)| one != other).collect();
            for (x, from) in (left..right).step_by(tile.max(1)).enumerate() {
                let columns = BYTES * from..BYTES * (from + tile).min(right);
                if rows.iter().any(|(one, other)| one.get(columns.clone()) != other.get(columns.clone())) {
                    changed.push((x, y));
                }
            }
        }
        changed
    }

    /// The part in which another picture of the same place is another.
    pub fn difference(&self, other: &Self) -> Option<[usize; 4]> {
        let mut area: Option<[usize; 4]> = None;
        for (y, (one, other)) in self.rows().zip(other.rows()).enumerate() {
            let Some([first, last]) = ends(one, other) else { continue };
            let [left, top, right, _] = area.unwrap_or([first, y, last, y]);
            area = Some([left.min(first), top, right.max(last), y]);
        }
        area.map(|[left, top, right, bottom]| [left, top, right + 1, bottom + 1])
    }

    /// The parts in which another picture of the same place is another, each apart from the others.
    pub fn differences(&self, other: &Self) -> Vec<[usize; 4]> {
        /// Pixels that are looked at together.
        const TILE: usize = 48;
        let (width, height) = (self.picture.width() as usize, self.picture.height() as usize);
        let (across, down) = (width.div_ceil(TILE), height.div_ceil(TILE));
        // Of each tile the part that is another.
        let mut tiles: Vec<Option<[usize; 4]>> = vec![None; across * down];
        let rows = self.rows().zip(other.rows()).enumerate();
        for (y, (one, other)) in rows.filter(|(_, (one, other))| one != other) {
            for (index, (one, other)) in one.chunks(BYTES * TILE).zip(other.chunks(BYTES * TILE)).enumerate() {
                let Some([first, last]) = ends(one, other) else { continue };
                if let Some(tile) = tiles.get_mut(y / TILE * across + index) {
                    *tile = Some(joined(*tile, [index * TILE + first, y, index * TILE + last + 1, y + 1]));
                }
            }
        }
        let mut parts = Vec::new();
        for start in 0..tiles.len() {
            let (mut open, mut part) = (vec![start], None);
            while let Some(at) = open.pop() {
                let Some(area) = tiles.get_mut(at).and_then(Option::take) else { continue };
                part = Some(joined(part, area));
                let (x, y) = (at % across, at / across);
                for y in y.saturating_sub(1)..=y + 1 {
                    open.extend((x.saturating_sub(1)..=(x + 1).min(across - 1)).map(|x| y * across + x));
                }
            }
            parts.extend(part);
        }
        parts
    }

    /// A rectangle on the plane of the page, in pixels: left, top, right, bottom.
    pub fn to_pixels(&self, [left, bottom, right, top]: [f64; 4]) -> [f64; 4] {
        let area = (self.to_pixels * Rect::new(left, bottom, right, top).to_path(0.1)).bounding_box();
        [area.x0, area.y0, area.x1, area.y1]
    }

    /// How many pixels it has.
    pub(super) fn pixels(&self) -> f64 {
        f64::from(self.picture.width()) * f64::from(self.picture.height())
    }

    /// Notes that a path is drawn, filled or as a line so many pixels wide; false if that is too much.
    pub(super) fn spend(&self, path: &BezPath, line: Option<f64>) -> bool {
        /// A line is drawn as the path around it: as so many paths of its shape.
        const AROUND: f64 = 4.0;
        /// What the corners of a line fill at most, as often as a square of its width.
        const CORNER: f64 = 100.0;
        /// What a path costs, and each part of it.
        const PATH: f64 = 1_500.0;
        const PART: f64 = 16.0;
        /// What a part costs in each row of pixels through which it goes, and beside all others: where they cross they are
        /// sorted.
        const ROW: f64 = 8.0;
        const PAIR: f64 = 1.0 / 32.0;
        /// What it costs in a row beside each other part that goes through that row, of which no more than there are pixels count.
        const BESIDE: f64 = 0.4;
        /// What is not seen is read only.
        const UNSEEN: f64 = 1_500.0;
        let (around, times) = line.map_or((0.0, 1.0), |width| (width, AROUND));
        let area = path.control_box().inflate(around, around);
        let whole = Rect::new(0.0, 0.0, self.picture.width().into(), self.picture.height().into());
        let parts = path.elements().len() as f64 * times;
        if !self.meets(area) {
            return self.budget.spend(UNSEEN + PART * parts);
        }
        let (mut last, mut rows, mut length) = (Point::ZERO, 0.0, 0.0);
        let height = |y: f64| if y.is_finite() { y.clamp(0.0, whole.y1) } else { whole.y1 };
        for element in path.elements() {
            let points: &[Point] = match element {
                PathEl::MoveTo(to) | PathEl::LineTo(to) => &[*to],
                PathEl::QuadTo(over, to) => &[*over, *to],
                PathEl::CurveTo(one, other, to) => &[*one, *other, *to],
                PathEl::ClosePath => &[],
            };
            for point in points {
                rows += (height(point.y) - height(last.y)).abs();
                length += (*point - last).hypot();
                last = *point;
            }
        }
        let area = if area.is_finite() { area.intersect(whole).area() } else { whole.area() };
        // A line fills no more than there is of it, and what closes it is no longer than the rest.
        let filled = line.map(|width| 2.0 * length * (width + 2.0) + CORNER * parts * width * width);
        let area = filled.filter(|filled| filled.is_finite()).map_or(area, |filled| area.min(filled));
        let crossings = (rows * times / whole.y1.max(1.0)).min(whole.x1);
        let in_rows = rows * times * (ROW + BESIDE * crossings);
        self.budget.spend(PATH + PART * parts + in_rows + PAIR * parts * parts + area)
    }

    /// Whether something may be seen of an area of pixels; one that is no number may be anywhere.
    pub(super) fn meets(&self, area: Rect) -> bool {
        let whole = Rect::new(0.0, 0.0, self.picture.width().into(), self.picture.height().into());
        !area.is_finite() || area.overlaps(whole.inflate(1.0, 1.0))
    }

    /// A part with some points around it, as far as there is any.
    pub fn around(&self, [left, top, right, bottom]: [usize; 4], points: f64) -> [usize; 4] {
        let more = (points * self.scale).ceil() as usize;
        let (width, height) = (self.picture.width() as usize, self.picture.height() as usize);
        let (left, top) = (left.saturating_sub(more), top.saturating_sub(more));
        [left, top, (right + more).min(width), (bottom + more).min(height)]
    }

    /// Pixels a point.
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// Draws a path on the plane of the page, in a colour.
    pub fn draw(&mut self, path: &BezPath, pen: Pen, [red, green, blue]: [f64; 3], opacity: f64, multiplies: bool) {
        let byte = |part: f64| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
        let color = [byte(red), byte(green), byte(blue), byte(opacity)];
        let transform = self.to_pixels;
        let mut brush = Brush::new(self, 0.0, 0.0);
        brush.blend = if multiplies { BlendMode::Multiply } else { BlendMode::Normal };
        match pen {
            Pen::Fill => brush.fill(&(transform * path), FillRule::NonZero, color),
            Pen::Line(width) => {
                let line = StrokeProps {
                    line_width: width as f32,
                    line_cap: Cap::Round,
                    line_join: Join::Round,
                    ..StrokeProps::default()
                };
                brush.stroke(path, transform, &line, color);
            }
        }
    }
}

impl Clone for Canvas {
    fn clone(&self) -> Self {
        let Self { picture, budget, to_pixels, scale } = self;
        budget.spend(self.pixels());
        let copy = budget.picture(picture.width(), picture.height()).map(|mut copy| {
            copy.data_mut().copy_from_slice(picture.data());
            copy
        });
        Self {
            picture: copy.unwrap_or_else(|| picture.clone()),
            budget: budget.clone(),
            to_pixels: *to_pixels,
            scale: *scale,
        }
    }
}

impl Drop for Canvas {
    fn drop(&mut self) {
        let mut spare = self.budget.spare.borrow_mut();
        if spare.len() < MOST_SPARE {
            // One pixel takes its place.
            let picture = Pixmap::new(1, 1).map(|one| std::mem::replace(&mut self.picture, one));
            spare.extend(picture.map(Pixmap::take));
        }
    }
}

/// The first and the last pixel that is another in one of two rows.
fn ends(one: &[u8], other: &[u8]) -> Option<[usize; 2]> {
    // To compare all of them first is faster by far.
    let differs = |(one, other): (_, _)| one != other;
    let first = (one != other).then(|| one.iter().zip(other).position(differs)).flatten()?;
    let last = one.iter().zip(other).rposition(differs).unwrap_or(first);
    Some([first, last].map(|byte| byte / BYTES))
}

/// An area with another one.
fn joined(area: Option<[usize; 4]>, [left, top, right, bottom]: [usize; 4]) -> [usize; 4] {
    area.map_or([left, top, right, bottom], |[a, b, c, d]| [a.min(left), b.min(top), c.max(right), d.max(bottom)])
}
