//! What pages look like: their content and the appearances of annotations, drawn into small pictures that can be compared.
//!
//! Drawn as a reader of PDF would, but for what makes no difference to whether something can be seen: masks of softness let
//! all through, patterns are one grey, of the modes of blending only `Multiply` is known.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use hayro_interpret::font::{FontData, Glyph};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, FillRule, GlyphDrawMode, Image, ImageData, InterpreterCache,
    InterpreterSettings, LumaData, Paint, PathDrawMode, SoftMask, StrokeProps, interpret, interpret_page,
};
use hayro_syntax::Pdf;
use hayro_syntax::content::TypedIter;
use hayro_syntax::object::{Dict, ObjectIdentifier, Stream};
use hayro_syntax::page::Resources;
use kurbo::{Affine, BezPath, Cap, Join, PathEl, Point, Rect, Shape};
use tiny_skia::{FillRule as Rule, LineCap, LineJoin, Mask, Path, PathBuilder, Pixmap, Stroke, Transform};

use crate::file::{Broken, Id, What};
use crate::text::check;

/// Pixels a point.
pub const SCALE: f64 = 2.0;
/// The most pixels of a picture: a page of A3 at [`SCALE`].
const MOST_PIXELS: f64 = 4.5e6;
/// What cannot be told is drawn in this.
const UNKNOWN: [u8; 4] = [128, 128, 128, 255];

/// A file whose pages are drawn.
pub struct Drawing {
    pdf: Pdf,
    letters: Option<FontData>,
}

/// Draws the pages of a file.
pub struct Painter<'p> {
    drawing: &'p Drawing,
    cache: InterpreterCache<'p>,
}

/// What may still be drawn, where to fill a pixel is one, by all canvases that share it. What is drawn when nothing is left is
/// not seen.
#[derive(Debug, Clone)]
pub struct Budget(Rc<Cell<u64>>);

impl Budget {
    /// So many pixels.
    pub fn new(pixels: u64) -> Self {
        Self(Rc::new(Cell::new(pixels)))
    }

    /// Whether nothing is left, so that not all was drawn.
    pub fn is_spent(&self) -> bool {
        self.0.get() == 0
    }

    /// Notes what is drawn; false if that is too much.
    fn spend(&self, pixels: f64) -> bool {
        let left = self.0.get().saturating_sub(pixels.max(1.0) as u64);
        self.0.set(left);
        left > 0
    }
}

/// A part of a page, in pixels.
#[derive(Clone)]
pub struct Canvas {
    picture: Pixmap,
    budget: Budget,
    /// From the plane of the page to pixels.
    to_pixels: Affine,
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

impl Drawing {
    /// A file, with a font (TrueType) for letters whose font is not in it. A file that cannot be read by the letter cannot be
    /// drawn either.
    pub fn new(file: &[u8], letters: Option<&'static [u8]>) -> Result<Self, Broken> {
        check(file)?;
        let pdf = Pdf::new(file.to_vec()).map_err(|_| What::NoPages.at(0))?;
        Ok(Self { pdf, letters: letters.map(|letters| -> FontData { Arc::new(letters) }) })
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.pdf.pages().len()
    }

    /// What draws them.
    pub fn painter(&self) -> Painter<'_> {
        Painter { drawing: self, cache: InterpreterCache::new() }
    }
}

impl<'p> Painter<'p> {
    fn context(&self, transform: Affine) -> Context<'p> {
        let letters = self.drawing.letters.clone();
        let settings = InterpreterSettings {
            render_annotations: false,
            font_resolver: Arc::new(move |_| Some((letters.clone()?, 0))),
            ..InterpreterSettings::default()
        };
        let everywhere = Rect::new(-1e5, -1e5, 1e5, 1e5);
        Context::new(transform, everywhere, &self.cache, self.drawing.pdf.xref(), settings)
    }

    /// Draws the content of a page, from 0, without what lies over it.
    pub fn page(&self, page: usize, canvas: &mut Canvas) -> Option<()> {
        let page = self.drawing.pdf.pages().get(page)?;
        interpret_page(page, &mut self.context(canvas.to_pixels), &mut Brush::new(canvas));
        Some(())
    }

    /// Draws the appearance of an annotation into its rectangle on a page (ISO 32000-1, 12.5.5).
    pub fn appearance(&self, page: usize, form: Id, rect: [f64; 4], canvas: &mut Canvas) -> Option<()> {
        let page = self.drawing.pdf.pages().get(page)?;
        let id = ObjectIdentifier::new(i32::try_from(form.number).ok()?, i32::try_from(form.generation).ok()?);
        let stream = self.drawing.pdf.xref().get::<Stream<'_>>(id)?;
        let data = stream.decoded().ok()?;
        let dict = stream.dict();
        let matrix = Affine::new(dict.get::<[f64; 6]>("Matrix").unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]));
        let [a, b, c, d] = dict.get::<[f64; 4]>("BBox")?;
        let bbox = Rect::from_points(Point::new(a, b), Point::new(c, d));
        let shown = (matrix * bbox.to_path(0.1)).bounding_box();
        let [left, bottom, right, top] = rect;
        let scale = |room: f64, size: f64| if size.abs() < 1e-9 { 1.0 } else { room / size };
        let (across, up) = (scale(right - left, shown.width()), scale(top - bottom, shown.height()));
        let placed = Affine::new([across, 0.0, 0.0, up, left - across * shown.x0, bottom - up * shown.y0]);
        let transform = canvas.to_pixels * placed * matrix;
        let resources = dict.get::<Dict<'_>>("Resources").unwrap_or_default();
        let resources = Resources::from_parent(resources, page.resources().clone());
        let mut brush = Brush::new(canvas);
        brush.push_clip_path(&ClipPath { path: transform * bbox.to_path(0.1), fill: FillRule::NonZero });
        interpret(TypedIter::new(&data), &resources, &mut self.context(transform), &mut brush);
        Some(())
    }
}

impl Canvas {
    /// White, for a part of the plane of a page: left, bottom, right, top.
    pub fn new([left, bottom, right, top]: [f64; 4], budget: &Budget) -> Option<Self> {
        let size = (right - left) * (top - bottom);
        let scale = SCALE.min((MOST_PIXELS / size).sqrt());
        let pixels = |points: f64| {
            let pixels = (points * scale).ceil();
            (1.0..=MOST_PIXELS).contains(&pixels).then_some(pixels as u32)
        };
        let mut picture = Pixmap::new(pixels(right - left)?, pixels(top - bottom)?)?;
        picture.fill(tiny_skia::Color::WHITE);
        let to_pixels = Affine::new([scale, 0.0, 0.0, -scale, -left * scale, top * scale]);
        let canvas = Self { picture, budget: budget.clone(), to_pixels, scale };
        canvas.budget.spend(canvas.pixels()).then_some(canvas)
    }

    /// Red, green, blue of the pixels of a part, row by row from the top: left, top, right, bottom, the last ones not among
    /// them.
    pub fn part(&self, [left, top, right, bottom]: [usize; 4]) -> Vec<[u8; 3]> {
        let rows = self.picture.pixels().chunks(self.picture.width().max(1) as usize);
        let rows = rows.skip(top).take(bottom.saturating_sub(top));
        let parts = rows.flat_map(|row| row.get(left..right).unwrap_or_default());
        parts.map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect()
    }

    /// The part in which another picture of the same place is another.
    pub fn difference(&self, other: &Self) -> Option<[usize; 4]> {
        let width = self.picture.width().max(1) as usize;
        let (one, other) = (self.picture.pixels().chunks(width), other.picture.pixels().chunks(width));
        let mut area: Option<[usize; 4]> = None;
        for (y, (one, other)) in one.zip(other).enumerate().filter(|(_, (one, other))| one != other) {
            let differs = |(one, other): (_, _)| one != other;
            let first = one.iter().zip(other).position(differs).unwrap_or(0);
            let last = one.iter().zip(other).rposition(differs).unwrap_or(0);
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
        let rows = self.picture.pixels().chunks(width.max(1)).zip(other.picture.pixels().chunks(width.max(1)));
        for (y, (one, other)) in rows.enumerate().filter(|(_, (one, other))| one != other) {
            for (x, _) in one.iter().zip(other).enumerate().filter(|(_, (one, other))| one != other) {
                if let Some(tile) = tiles.get_mut(y / TILE * across + x / TILE) {
                    *tile = Some(joined(*tile, [x, y, x + 1, y + 1]));
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

    fn pixels(&self) -> f64 {
        f64::from(self.picture.width()) * f64::from(self.picture.height())
    }

    /// Notes that a path is drawn, with so much around it; false if that is too much.
    fn spend(&self, path: &BezPath, around: f64) -> bool {
        /// What a path costs, and each part of it.
        const PATH: f64 = 256.0;
        const PART: f64 = 16.0;
        let area = path.control_box().inflate(around, around);
        let whole = Rect::new(0.0, 0.0, self.picture.width().into(), self.picture.height().into());
        let area = if area.is_finite() { area.intersect(whole).area() } else { whole.area() };
        self.budget.spend(PATH + PART * path.elements().len() as f64 + area)
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
        let mut brush = Brush::new(self);
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

/// An area with another one.
fn joined(area: Option<[usize; 4]>, [left, top, right, bottom]: [usize; 4]) -> [usize; 4] {
    area.map_or([left, top, right, bottom], |[a, b, c, d]| [a.min(left), b.min(top), c.max(right), d.max(bottom)])
}

/// Draws into a canvas what it is told.
struct Brush<'c> {
    canvas: &'c mut Canvas,
    /// What may be drawn on; none is all of it.
    clips: Vec<Option<Arc<Mask>>>,
    blend: BlendMode,
    /// Of the groups that are open: opacity, and how they are blended.
    groups: Vec<(f32, BlendMode)>,
}

impl<'c> Brush<'c> {
    fn new(canvas: &'c mut Canvas) -> Self {
        Self { canvas, clips: Vec::new(), blend: BlendMode::Normal, groups: Vec::new() }
    }

    fn paint(&self, [red, green, blue, alpha]: [u8; 4]) -> tiny_skia::Paint<'static> {
        let opacity = self.groups.iter().fold(1.0, |opacity, (own, _)| opacity * own.clamp(0.0, 1.0));
        let mut paint = tiny_skia::Paint::default();
        paint.set_color_rgba8(red, green, blue, (f32::from(alpha) * opacity).round() as u8);
        paint.blend_mode =
            if self.multiplies() { tiny_skia::BlendMode::Multiply } else { tiny_skia::BlendMode::SourceOver };
        paint
    }

    fn multiplies(&self) -> bool {
        self.blend == BlendMode::Multiply || self.groups.iter().any(|(_, blend)| *blend == BlendMode::Multiply)
    }

    fn clip(&self) -> Option<Arc<Mask>> {
        self.clips.last().cloned().flatten()
    }

    /// Fills a path of pixels.
    fn fill(&mut self, path: &BezPath, rule: FillRule, color: [u8; 4]) {
        if !self.canvas.spend(path, 0.0) {
            return;
        }
        let (paint, clip) = (self.paint(color), self.clip());
        let Some(path) = skia(path) else { return };
        self.canvas.picture.fill_path(&path, &paint, skia_rule(rule), Transform::identity(), clip.as_deref());
    }

    fn stroke(&mut self, path: &BezPath, transform: Affine, line: &StrokeProps, color: [u8; 4]) {
        let scale = transform.determinant().abs().sqrt();
        if !self.canvas.spend(&(transform * path), f64::from(line.line_width).abs() * scale) {
            return;
        }
        let (paint, clip) = (self.paint(color), self.clip());
        let Some(path) = skia(path) else { return };
        let stroke = Stroke {
            // The thinnest line is one pixel wide.
            width: if line.line_width.is_finite() { line.line_width.abs().clamp(0.0, 1e5) } else { 1.0 },
            miter_limit: line.miter_limit.clamp(1.0, 100.0),
            line_cap: match line.line_cap {
                Cap::Butt => LineCap::Butt,
                Cap::Round => LineCap::Round,
                Cap::Square => LineCap::Square,
            },
            line_join: match line.line_join {
                Join::Miter => LineJoin::Miter,
                Join::Round => LineJoin::Round,
                Join::Bevel => LineJoin::Bevel,
            },
            // Dashes of any shape hide less than the line.
            dash: None,
        };
        let [a, b, c, d, e, f] = transform.as_coeffs().map(|part| part as f32);
        let transform = Transform::from_row(a, b, c, d, e, f);
        self.canvas.picture.stroke_path(&path, &paint, &stroke, transform, clip.as_deref());
    }

    /// Draws pixels of an image: `color` gives that of a place in its own square, from its upper left corner.
    fn image(&mut self, transform: Affine, [width, height]: [f64; 2], color: impl Fn(usize, usize) -> [u8; 4]) {
        let area = (transform * Rect::new(0.0, 0.0, width, height).to_path(0.1)).bounding_box();
        if transform.determinant().abs() < 1e-12 || !area.is_finite() || !self.canvas.spend(&area.to_path(0.1), 0.0) {
            return;
        }
        let back = transform.inverse();
        let (columns, rows) = (self.canvas.picture.width(), self.canvas.picture.height());
        let range = |from: f64, to: f64, most: u32| {
            (from.floor().clamp(0.0, f64::from(most)) as u32)..(to.ceil().clamp(0.0, f64::from(most)) as u32)
        };
        let clip = self.clip();
        let opacity = self.groups.iter().fold(1.0, |opacity, (own, _)| opacity * own.clamp(0.0, 1.0));
        let multiplies = self.multiplies();
        for y in range(area.y0, area.y1, rows) {
            for x in range(area.x0, area.x1, columns) {
                let at = back * Point::new(f64::from(x) + 0.5, f64::from(y) + 0.5);
                if !(0.0..width).contains(&at.x) || !(0.0..height).contains(&at.y) {
                    continue;
                }
                let index = (y * columns + x) as usize;
                let shown = clip.as_ref().map_or(255, |clip| clip.data().get(index).copied().unwrap_or(0));
                let [red, green, blue, alpha] = color(at.x as usize, at.y as usize);
                let alpha = f32::from(alpha) / 255.0 * opacity * f32::from(shown) / 255.0;
                let Some(pixel) = self.canvas.picture.pixels_mut().get_mut(index) else { continue };
                let mix = |below: u8, own: u8| {
                    let (below, own) = (f32::from(below), f32::from(own));
                    let own = if multiplies { below * own / 255.0 } else { own };
                    (below + (own - below) * alpha).round() as u8
                };
                let mixed = [mix(pixel.red(), red), mix(pixel.green(), green), mix(pixel.blue(), blue)];
                if let Some(mixed) = tiny_skia::PremultipliedColorU8::from_rgba(mixed[0], mixed[1], mixed[2], 255) {
                    *pixel = mixed;
                }
            }
        }
    }
}

fn color_of(paint: &Paint<'_>) -> [u8; 4] {
    match paint {
        Paint::Color(color) => color.to_rgba().to_rgba8(),
        Paint::Pattern(_) => UNKNOWN,
    }
}

fn skia_rule(rule: FillRule) -> Rule {
    match rule {
        FillRule::NonZero => Rule::Winding,
        FillRule::EvenOdd => Rule::EvenOdd,
    }
}

/// A path as the library that fills it takes it.
fn skia(path: &BezPath) -> Option<Path> {
    /// Farther away nothing is seen, and numbers grow too large.
    const FAR: f64 = 1e6;
    let mut built = PathBuilder::new();
    let near = |point: Point| (point.x.clamp(-FAR, FAR) as f32, point.y.clamp(-FAR, FAR) as f32);
    for element in path.elements() {
        match *element {
            PathEl::MoveTo(to) => {
                let (x, y) = near(to);
                built.move_to(x, y);
            }
            PathEl::LineTo(to) => {
                let (x, y) = near(to);
                built.line_to(x, y);
            }
            PathEl::QuadTo(over, to) => {
                let ((a, b), (x, y)) = (near(over), near(to));
                built.quad_to(a, b, x, y);
            }
            PathEl::CurveTo(one, other, to) => {
                let ((a, b), (c, d), (x, y)) = (near(one), near(other), near(to));
                built.cubic_to(a, b, c, d, x, y);
            }
            PathEl::ClosePath => built.close(),
        }
    }
    built.finish()
}

impl<'a> Device<'a> for Brush<'_> {
    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}

    fn set_blend_mode(&mut self, blend: BlendMode) {
        self.blend = blend;
    }

    fn draw_path(&mut self, path: &BezPath, transform: Affine, paint: &Paint<'a>, mode: &PathDrawMode) {
        match mode {
            PathDrawMode::Fill(rule) => self.fill(&(transform * path), *rule, color_of(paint)),
            PathDrawMode::Stroke(line) => self.stroke(path, transform, line, color_of(paint)),
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        let (width, height) = (self.canvas.picture.width(), self.canvas.picture.height());
        let whole = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let last = self.clip();
        // Most clips are rectangles around all that is looked at.
        let is_around = is_rectangle(&clip.path) && clip.path.bounding_box().contains_rect(whole);
        let next = if is_around || !self.canvas.budget.spend(2.0 * self.canvas.pixels()) {
            last
        } else {
            let mut mask = match last {
                Some(last) => Some(Mask::clone(&last)),
                None => Mask::new(width, height).map(|mut mask| {
                    mask.invert();
                    mask
                }),
            };
            if let Some(mask) = &mut mask {
                match skia(&clip.path) {
                    Some(path) => mask.intersect_path(&path, skia_rule(clip.fill), true, Transform::identity()),
                    None => mask.clear(),
                }
            }
            mask.map(Arc::new)
        };
        self.clips.push(next);
    }

    fn push_transparency_group(&mut self, opacity: f32, _: Option<SoftMask<'a>>, blend: BlendMode) {
        self.groups.push((opacity, blend));
    }

    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        own: Affine,
        paint: &Paint<'a>,
        mode: &GlyphDrawMode,
    ) {
        match (glyph, mode) {
            (_, GlyphDrawMode::Invisible) => {}
            (Glyph::Type3(glyph), _) => glyph.interpret(self, transform, own, paint),
            (Glyph::Outline(glyph), GlyphDrawMode::Fill) => {
                self.fill(&(transform * own * glyph.outline()), FillRule::NonZero, color_of(paint));
            }
            (Glyph::Outline(glyph), GlyphDrawMode::Stroke(line)) => {
                self.stroke(&(own * glyph.outline()), transform, line, color_of(paint));
            }
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, transform: Affine) {
        let [own_width, own_height] = [f64::from(image.width()), f64::from(image.height())];
        // It is unpacked each time.
        if !self.canvas.budget.spend(own_width * own_height) {
            return;
        }
        let mut is_drawn = false;
        let value =
            |luma: &LumaData, x: usize, y: usize| luma.data.get(y * luma.width as usize + x).copied().unwrap_or(0);
        match &image {
            Image::Stencil(stencil) => stencil.with_stencil(
                |mask, paint| {
                    is_drawn = true;
                    let [red, green, blue, alpha] = color_of(paint);
                    let size = [f64::from(mask.width), f64::from(mask.height)];
                    let fitted = transform * Affine::scale_non_uniform(own_width / size[0], own_height / size[1]);
                    self.image(fitted, size, |x, y| {
                        let shown = u16::from(value(&mask, x, y)) * u16::from(alpha) / 255;
                        [red, green, blue, u8::try_from(shown).unwrap_or(255)]
                    });
                },
                None,
            ),
            Image::Raster(raster) => raster.with_rgba(
                |data, alpha| {
                    is_drawn = true;
                    let size = [f64::from(data.width()), f64::from(data.height())];
                    let fitted = transform * Affine::scale_non_uniform(own_width / size[0], own_height / size[1]);
                    self.image(fitted, size, |x, y| {
                        let [red, green, blue] = match &data {
                            ImageData::Luma(luma) => [value(luma, x, y); 3],
                            ImageData::Rgb(rgb) => {
                                let at = (y * rgb.width as usize + x) * 3;
                                rgb.data.get(at..).and_then(|rest| rest.first_chunk()).copied().unwrap_or([0; 3])
                            }
                        };
                        let opaque = alpha.as_ref().map_or(255, |alpha| {
                            // It may have another size than the image itself.
                            let scaled = |at: usize, from: u32, to: u32| at * to as usize / (from as usize).max(1);
                            let (x, y) = (scaled(x, data.width(), alpha.width), scaled(y, data.height(), alpha.height));
                            value(alpha, x, y)
                        });
                        [red, green, blue, opaque]
                    });
                },
                None,
            ),
        }
        if !is_drawn {
            let square = Rect::new(0.0, 0.0, own_width, own_height).to_path(0.1);
            self.fill(&(transform * square), FillRule::NonZero, UNKNOWN);
        }
    }

    fn pop_clip_path(&mut self) {
        self.clips.pop();
    }

    fn pop_transparency_group(&mut self) {
        self.groups.pop();
    }
}

/// Whether a path is a rectangle that is not turned.
fn is_rectangle(path: &BezPath) -> bool {
    let area = path.bounding_box();
    let corner = |point: &Point| {
        let near = |one: f64, other: f64| (one - other).abs() < 0.01;
        (near(point.x, area.x0) || near(point.x, area.x1)) && (near(point.y, area.y0) || near(point.y, area.y1))
    };
    (4..=6).contains(&path.elements().len())
        && path.elements().iter().all(|element| match element {
            PathEl::MoveTo(point) | PathEl::LineTo(point) => corner(point),
            PathEl::ClosePath => true,
            _ => false,
        })
}
