//! What the content of a page does, done to a canvas.

use std::sync::Arc;

use hayro_interpret::font::Glyph;
use hayro_interpret::{
    BlendMode, ClipPath, Device, FillRule, GlyphDrawMode, Image, ImageData, LumaData, Paint, PathDrawMode, SoftMask,
    StrokeProps,
};
use kurbo::{Affine, BezPath, Cap, Join, PathEl, Point, Rect, Shape};
use tiny_skia::{FillRule as Rule, LineCap, LineJoin, Mask, Path, PathBuilder, Stroke, Transform};

use super::Canvas;

/// What cannot be told is drawn in this.
const UNKNOWN: [u8; 4] = [128, 128, 128, 255];

/// Draws into a canvas what it is told.
pub(super) struct Brush<'c> {
    canvas: &'c mut Canvas,
    /// What may be drawn on, the innermost last.
    clips: Vec<Clip>,
    pub(super) blend: BlendMode,
    /// Of the groups that are open: opacity, and how they are blended.
    groups: Vec<(f32, BlendMode)>,
    /// What a pixel of an image costs, and a letter that is drawn as a page is.
    pixel: f64,
    letter: f64,
    /// How deep such letters stand in one another.
    level: usize,
}

/// What may be drawn on: a mask is made of a rectangle only once something reaches beyond it, which what an appearance draws
/// seldom does.
#[derive(Clone)]
struct Clip {
    mask: Option<Arc<Mask>>,
    area: Rect,
    /// How many masks there are, with those around it.
    masks: usize,
}

impl Clip {
    const NONE: Self = Self { mask: None, area: Rect::new(f64::MIN, f64::MIN, f64::MAX, f64::MAX), masks: 0 };
}

/// What a pixel of an image costs where it is drawn, and what a clip does, with all that draws within it, where to fill a pixel is
/// one.
const COST_OF_DRAWN: f64 = 8.0;
const COST_OF_CLIP: f64 = 4_000.0;
/// Clips within one another that are kept as masks of all pixels.
const MOST_MASKS: usize = 32;
/// Letters that are drawn as pages are, in one another.
const MOST_LETTERS: usize = 4;

impl<'c> Brush<'c> {
    /// What a pixel of an image costs, and a letter that is drawn as a page is, is known of the file.
    pub(super) fn new(canvas: &'c mut Canvas, pixel: f64, letter: f64) -> Self {
        let blend = BlendMode::Normal;
        Self { canvas, clips: Vec::new(), blend, groups: Vec::new(), pixel, letter, level: 0 }
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

    fn clip(&self) -> Clip {
        self.clips.last().cloned().unwrap_or(Clip::NONE)
    }

    /// The mask for what is drawn within an area; none if nothing of it is to be seen.
    fn mask(&mut self, area: Rect) -> Option<Option<Arc<Mask>>> {
        let clip = self.clip();
        if !area.is_finite() || !clip.area.contains_rect(area) {
            if area.is_finite() && !clip.area.overlaps(area.inflate(1.0, 1.0)) {
                return None;
            }
            let made = self.masked(&clip, &clip.area.to_path(0.1), FillRule::NonZero)?;
            let mask = made.mask.clone();
            *self.clips.last_mut()? = made;
            return Some(mask);
        }
        Some(clip.mask)
    }

    /// What a clip lets of a path, as a mask; none if that is too much.
    fn masked(&self, clip: &Clip, path: &BezPath, rule: FillRule) -> Option<Clip> {
        if clip.masks >= MOST_MASKS {
            self.canvas.budget.spend(f64::INFINITY);
        }
        let is_drawn = self.canvas.budget.spend(2.0 * self.canvas.pixels()) && self.canvas.spend(path, None);
        let mut mask = match &clip.mask {
            _ if !is_drawn => return None,
            Some(mask) => Mask::clone(mask),
            None => {
                let mut mask = Mask::new(self.canvas.picture.width(), self.canvas.picture.height())?;
                mask.invert();
                mask
            }
        };
        match skia(path) {
            Some(path) => mask.intersect_path(&path, skia_rule(rule), true, Transform::identity()),
            None => mask.clear(),
        }
        Some(Clip { mask: Some(Arc::new(mask)), masks: clip.masks + 1, ..Clip::NONE })
    }

    /// Fills a path of pixels.
    pub(super) fn fill(&mut self, path: &BezPath, rule: FillRule, color: [u8; 4]) {
        if !self.canvas.spend(path, None) {
            return;
        }
        // Most of a page lies beside the part that is looked at.
        if !self.canvas.meets(path.control_box()) {
            return;
        }
        let Some(clip) = self.mask(path.control_box()) else { return };
        let paint = self.paint(color);
        let Some(path) = skia(path) else { return };
        self.canvas.picture.fill_path(&path, &paint, skia_rule(rule), Transform::identity(), clip.as_deref());
    }

    pub(super) fn stroke(&mut self, path: &BezPath, transform: Affine, line: &StrokeProps, color: [u8; 4]) {
        let scale = transform.determinant().abs().sqrt();
        let shown = transform * path;
        if !self.canvas.spend(&shown, Some(f64::from(line.line_width).abs() * scale)) {
            return;
        }
        // So far the corners of a line reach, in halves of its width.
        let corner = if is_rectangle(&shown) { 1.5 } else { f64::from(line.miter_limit).clamp(1.5, 100.0) };
        let reach = (f64::from(line.line_width).abs() * longest(transform) / 2.0).max(0.5) * corner;
        let Some(clip) = self.mask(shown.control_box().inflate(reach, reach)) else { return };
        let paint = self.paint(color);
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
        if transform.determinant().abs() < 1e-12 || !area.is_finite() || !self.canvas.meets(area) {
            return;
        }
        let whole = Rect::new(0.0, 0.0, self.canvas.picture.width().into(), self.canvas.picture.height().into());
        if !self.canvas.budget.spend(COST_OF_DRAWN * area.intersect(whole).area()) {
            return;
        }
        let back = transform.inverse();
        let (columns, rows) = (self.canvas.picture.width(), self.canvas.picture.height());
        let range = |from: f64, to: f64, most: u32| {
            (from.floor().clamp(0.0, f64::from(most)) as u32)..(to.ceil().clamp(0.0, f64::from(most)) as u32)
        };
        let Some(clip) = self.mask(area) else { return };
        let opacity = self.groups.iter().fold(1.0, |opacity, (own, _)| opacity * own.clamp(0.0, 1.0));
        let opacity = (opacity * 255.0).round() as u32;
        let multiplies = self.multiplies();
        let pixels = self.canvas.picture.pixels_mut();
        for y in range(area.y0, area.y1, rows) {
            for x in range(area.x0, area.x1, columns) {
                let at = back * Point::new(f64::from(x) + 0.5, f64::from(y) + 0.5);
                if !(0.0..width).contains(&at.x) || !(0.0..height).contains(&at.y) {
                    continue;
                }
                let [red, green, blue, alpha] = color(at.x as usize, at.y as usize);
                if alpha == 0 {
                    continue;
                }
                let index = (y * columns + x) as usize;
                let shown = clip.as_ref().map_or(255, |clip| clip.data().get(index).copied().unwrap_or(0));
                let alpha = u32::from(alpha) * opacity * u32::from(shown) / (255 * 255);
                let Some(pixel) = pixels.get_mut(index) else { continue };
                let mix = |below: u8, own: u8| {
                    let (below, own) = (u32::from(below), u32::from(own));
                    let own = if multiplies { below * own / 255 } else { own };
                    ((below * (255 - alpha) + own * alpha + 127) / 255) as u8
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
        self.canvas.budget.spend(COST_OF_CLIP);
        let last = self.clip();
        let next = if is_rectangle(&clip.path) {
            Some(Clip { area: last.area.intersect(clip.path.bounding_box()), ..last.clone() })
        } else {
            let (width, height) = (self.canvas.picture.width(), self.canvas.picture.height());
            let whole = Rect::new(0.0, 0.0, width.into(), height.into());
            let around = if last.area.contains_rect(whole) {
                Some(last.clone())
            } else {
                self.masked(&last, &last.area.to_path(0.1), FillRule::NonZero)
            };
            around.and_then(|around| self.masked(&around, &clip.path, clip.fill))
        };
        self.clips.push(next.unwrap_or(last));
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
            // Its outline alone costs more than to see that nothing is left.
            _ if self.canvas.budget.is_spent() => {}
            (_, GlyphDrawMode::Invisible) => {}
            (Glyph::Type3(glyph), _) => {
                let cost = if self.level < MOST_LETTERS { self.letter } else { f64::INFINITY };
                if self.canvas.budget.spend(cost) {
                    self.level += 1;
                    glyph.interpret(self, transform, own, paint);
                    self.level -= 1;
                }
            }
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
        if !self.canvas.budget.spend(own_width * own_height * self.pixel) {
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

/// How long what has the length of one becomes at most.
fn longest(transform: Affine) -> f64 {
    let [a, b, c, d, ..] = transform.as_coeffs();
    let sum = a * a + b * b + c * c + d * d;
    ((sum + (sum * sum - 4.0 * transform.determinant().powi(2)).max(0.0).sqrt()) / 2.0).sqrt()
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
