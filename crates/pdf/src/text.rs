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
        let mut text = String::new();
        // Where the last letter ends, on its line, and how large it is.
        let mut before: Option<(Point, f64)> = None;
        let mut glyphs = Glyphs(|drawn: Drawn| {
            let joins = |(end, last): (Point, f64)| (drawn.start - end).hypot() < APART * drawn.size.max(last);
            if !before.is_some_and(joins) {
                text.push(' ');
            }
            text.push_str(&drawn.text);
            before = drawn.end.map(|end| (end, drawn.size));
        });
        interpret_page(page, &mut context, &mut glyphs);
        text
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

impl From<Drawn> for Letter {
    fn from(Drawn { text, start, end, size }: Drawn) -> Self {
        let end = end.unwrap_or(start);
        Self { text, left: start.x.min(end.x), right: start.x.max(end.x), base: start.y, size }
    }
}

/// A glyph that is drawn.
pub(crate) struct Drawn {
    text: String,
    /// Where it begins, and where it ends if it says so.
    start: Point,
    end: Option<Point>,
    size: f64,
}

/// Takes every glyph that is drawn, and nothing else.
pub(crate) struct Glyphs<F: FnMut(Drawn)>(pub(crate) F);

impl<F: FnMut(Drawn)> Device<'_> for Glyphs<F> {
    fn draw_glyph(&mut self, glyph: &Glyph<'_>, transform: Affine, own: Affine, _: &Paint<'_>, _: &GlyphDrawMode) {
        // It is drawn in thousandths of its size.
        let across = |thousandths: f64| transform * own * Point::new(thousandths, 0.0);
        let advance = match glyph {
            Glyph::Outline(glyph) => glyph.advance_width().map(f64::from),
            Glyph::Type3(_) => None,
        };
        let (start, size) = (across(0.0), (across(1000.0) - across(0.0)).hypot());
        self.0(Drawn { text: said(glyph), start, end: advance.map(across), size });
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

/// What a glyph says.
fn said(glyph: &Glyph<'_>) -> String {
    match glyph.as_unicode() {
        Some(BfString::Char(letter)) => letter.into(),
        Some(BfString::String(letters)) => letters,
        None => char::REPLACEMENT_CHARACTER.into(),
    }
}
