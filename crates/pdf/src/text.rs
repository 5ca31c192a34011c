//! What stands on pages, as text.

use hayro_cmap::BfString;
use hayro_interpret::font::Glyph;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};

use crate::cost::Costs;
use crate::file::{Broken, File, What, tree};
use crate::shown::shown;

/// Letters of one line stand less than this share of their size above each other; so far apart are words.
const APART: f64 = 0.15;

/// What all pages together may cost to read, where to fill a pixel is one: some seconds.
const MOST: f64 = (1_u64 << 32) as f64;

/// The text of each page, in the order in which it is drawn: letters that stand beside each other are one word, all else is
/// parted by blanks. What lies over a page, such as stamps, is not among it. A file that cannot be read by the letter has none.
pub fn texts(file: &[u8]) -> Result<Vec<String>, Broken> {
    texts_within(file, MOST).map(|(texts, _)| texts)
}

/// The texts of two files of which the second is trusted, such as one that was made just now: the first may cost some more than
/// that one does, however much that is.
pub fn both_texts(file: &[u8], trusted: &[u8]) -> Result<[Vec<String>; 2], Broken> {
    /// So many times as much.
    const MORE: f64 = 2.0;
    let (wanted, cost) = texts_within(trusted, f64::INFINITY)?;
    Ok([texts_within(file, MOST.max(cost * MORE))?.0, wanted])
}

/// The texts, and what they cost.
fn texts_within(file: &[u8], most: f64) -> Result<(Vec<String>, f64), Broken> {
    let read = File::new(file)?;
    let view = read.view(file.len())?;
    let (all, above) = tree(&view)?;
    let (pdf, mut costs) = (shown(&view)?, Costs::new(above));
    let cost = all.iter().try_fold(0.0, |sum, page| Ok::<_, Broken>(sum + costs.page(&view, page)?))?;
    if cost > most || all.len() != pdf.pages().len() {
        return Err(What::TooMuch.at(0));
    }
    let cache = InterpreterCache::new();
    let page = |page| {
        let nowhere = Rect::new(0.0, 0.0, 1.0, 1.0);
        let settings = InterpreterSettings { render_annotations: false, ..InterpreterSettings::default() };
        let mut context = Context::new(Affine::IDENTITY, nowhere, &cache, pdf.xref(), settings);
        let mut drawn = Drawn::default();
        interpret_page(page, &mut context, &mut drawn);
        drawn.text
    };
    Ok((pdf.pages().iter().map(page).collect(), cost))
}

/// A letter on a page, or what stands for several.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// What it says; a replacement character if its font does not tell.
    pub text: String,
    /// Where it begins and ends on its line, in points.
    pub left: f64,
    /// See `left`.
    pub right: f64,
    /// The line on which it stands, in points from the bottom of the page.
    pub base: f64,
    /// The size of its font, in points.
    pub size: f64,
}

/// The letters that were drawn so far.
#[derive(Default)]
pub(crate) struct Letters(pub(crate) Vec<Letter>);

impl Device<'_> for Letters {
    fn draw_glyph(&mut self, glyph: &Glyph<'_>, transform: Affine, own: Affine, _: &Paint<'_>, _: &GlyphDrawMode) {
        let (start, end, size) = extent(glyph, transform * own);
        let end = end.unwrap_or(start);
        let (left, right) = (start.x.min(end.x), start.x.max(end.x));
        self.0.push(Letter { text: said(glyph), left, right, base: start.y, size });
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// Where a glyph begins, where it ends if it says so, and how large it is. It is drawn in thousandths of its size.
fn extent(glyph: &Glyph<'_>, place: Affine) -> (Point, Option<Point>, f64) {
    let across = |thousandths: f64| place * Point::new(thousandths, 0.0);
    let advance = match glyph {
        Glyph::Outline(glyph) => glyph.advance_width().map(f64::from),
        Glyph::Type3(_) => None,
    };
    (across(0.0), advance.map(across), (across(1000.0) - across(0.0)).hypot())
}

/// What a glyph says.
fn said(glyph: &Glyph<'_>) -> String {
    match glyph.as_unicode() {
        Some(BfString::Char(letter)) => letter.into(),
        Some(BfString::String(letters)) => letters,
        None => char::REPLACEMENT_CHARACTER.into(),
    }
}

/// What was drawn so far.
#[derive(Default)]
struct Drawn {
    text: String,
    /// Where the last letter ends, on its line, and how large it is.
    end: Option<(Point, f64)>,
}

impl Device<'_> for Drawn {
    fn draw_glyph(&mut self, glyph: &Glyph<'_>, transform: Affine, own: Affine, _: &Paint<'_>, _: &GlyphDrawMode) {
        let (start, end, size) = extent(glyph, transform * own);
        let joined = self.end.is_some_and(|(end, last)| {
            let gap = start - end;
            gap.hypot() < APART * size.max(last)
        });
        if !joined {
            self.text.push(' ');
        }
        self.text.push_str(&said(glyph));
        self.end = end.map(|end| (end, size));
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
