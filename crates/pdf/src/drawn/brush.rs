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
    /// What may be drawn on, none is all of it; and whether that is less than what the one around it lets.
    clips: Vec<(Option<Arc<Mask>>, bool)>,
    /// How many of them are.
    masks: usize,
    pub(super) blend: BlendMode,
    /// Of the groups that are open: opacity, and how they are blended.
    groups: Vec<(f32, BlendMode)>,
    /// What a pixel of an image costs, and a letter that is drawn as a page is.
    pixel: f64,
    letter: f64,
    /// How deep such letters stand in one another.
    level: usize,
}

/// What a pixel of an image costs where it is drawn, and what a clip does, with all that draws within it, where to fill a pixel is
/// one.
const COST_OF_DRAWN: f64 = 8.0;
const COST_OF_CLIP: f64 = 4_000.0;
/// Clips within one another that are kept as masks of all pixels.
const MOST_MASKS: usize = 32;
/// Letters that are drawn as pages are, in one another.
const MOST_LETTERS: usize = 4;
/// A line is drawn as the path around it.
const AROUND: f64 = 4.0;

impl<'c> Brush<'c> {
    /// What a pixel of an image costs, and a letter that is drawn as a page is, is known of the file.
    pub(super) fn new(canvas: &'c mut Canvas, pixel: f64, letter: f64) -> Self {
        let blend = BlendMode::Normal;
        Self { canvas, clips: Vec::new(), masks: 0, blend, groups: Vec::new(), pixel, letter, level: 0 }
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
        self.clips.last().and_then(|(clip, _)| clip.clone())
    }

    /// Fills a path of pixels.
    pub(super) fn fill(&mut self, path: &BezPath, rule: FillRule, color: [u8; 4]) {
        if !self.canvas.spend(path, 0.0, 1.0) {
            return;
        }
        // Most of a page lies beside the part that is looked at.
        if !self.canvas.meets(path.control_box()) {
            return;
        }
        let (paint, clip) = (self.paint(color), self.clip());
        let Some(path) = skia(path) else { return };
        self.canvas.picture.fill_path(&path, &paint, skia_rule(rule), Transform::identity(), clip.as_deref());
    }

    pub(super) fn stroke(&mut self, path: &BezPath, transform: Affine, line: &StrokeProps, color: [u8; 4]) {
        let scale = transform.determinant().abs().sqrt();
        if !self.canvas.spend(&(transform * path), f64::from(line.line_width).abs() * scale, AROUND) {
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
        let cost = if is_around { COST_OF_CLIP } else { COST_OF_CLIP + 2.0 * self.canvas.pixels() };
        if !is_around && self.masks >= MOST_MASKS {
            self.canvas.budget.spend(f64::INFINITY);
        }
        let is_less = !is_around && self.canvas.spend(&clip.path, 0.0, 1.0);
        let is_less = self.canvas.budget.spend(cost) && is_less;
        let next = if !is_less {
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
        self.masks += usize::from(is_less);
        self.clips.push((next, is_less));
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
        if let Some((_, true)) = self.clips.pop() {
            self.masks -= 1;
        }
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
