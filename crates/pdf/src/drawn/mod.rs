//! What pages look like: their content and the appearances of annotations, drawn into small pictures that can be compared.
//!
//! Drawn as a reader of PDF would, but for what makes no difference to whether something can be seen: masks of softness let
//! all through, patterns are one grey, of the modes of blending only `Multiply` is known.

mod brush;
mod canvas;

use std::cell::RefCell;
use std::sync::Arc;

use hayro_interpret::font::FontData;
use hayro_interpret::{
    ClipPath, Context, Device, FillRule, InterpreterCache, InterpreterSettings, interpret, interpret_page,
};
use hayro_syntax::Pdf;
use hayro_syntax::content::TypedIter;
use hayro_syntax::object::{Dict, ObjectIdentifier, Stream};
use hayro_syntax::page::Resources;
use kurbo::{Affine, Point, Rect, Shape};

use crate::cost::Costs;
use crate::file::{Broken, File, Id, Page, View, tree};
use crate::shown::shown;
use crate::text::Glyphs;

pub use crate::text::Letter;
use brush::Brush;
pub use canvas::{Budget, Canvas, Pen, SCALE};

/// A file whose pages are drawn.
pub struct Drawing<'f, 'a> {
    view: View<'f, 'a>,
    pages: Vec<Page>,
    pdf: Pdf,
    letters: Option<FontData>,
    /// What was drawn so far costs.
    costs: RefCell<Costs>,
}

/// Draws the pages of a file.
pub struct Painter<'p> {
    drawing: &'p Drawing<'p, 'p>,
    cache: InterpreterCache<'p>,
}

impl<'f, 'a> Drawing<'f, 'a> {
    /// A file, up to the end of one of its revisions; with a font (TrueType) for letters whose font is not in it. A file that
    /// cannot be read by the letter cannot be drawn either.
    pub fn new(file: &'f File<'a>, end: usize, letters: Option<&'static [u8]>) -> Result<Self, Broken> {
        let view = file.view(end)?;
        let ((pages, above), pdf) = (tree(&view)?, shown(&view)?);
        let letters = letters.map(|letters| -> FontData { Arc::new(letters) });
        Ok(Self { view, pages, pdf, letters, costs: RefCell::new(Costs::new(above)) })
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

    fn brush<'c>(&self, canvas: &'c mut Canvas) -> Brush<'c> {
        let costs = self.drawing.costs.borrow();
        Brush::new(canvas, costs.inline(), costs.letter)
    }

    /// Draws the content of a page, from 0, without what lies over it.
    pub fn page(&self, page: usize, canvas: &mut Canvas) -> Option<()> {
        let Drawing { view, pages, costs, .. } = self.drawing;
        let cost = costs.borrow_mut().page(view, pages.get(page)?).ok()?;
        let page = self.drawing.pdf.pages().get(page)?;
        canvas.budget.spend(cost).then_some(())?;
        interpret_page(page, &mut self.context(canvas.to_pixels), &mut self.brush(canvas));
        Some(())
    }

    /// The letters of a page, from 0, in the order in which they are drawn.
    pub fn letters(&self, page: usize, budget: &Budget) -> Option<Vec<Letter>> {
        let Drawing { view, pages, costs, .. } = self.drawing;
        let cost = costs.borrow_mut().letters(view, pages.get(page)?).ok()?;
        let page = self.drawing.pdf.pages().get(page)?;
        budget.spend(cost).then_some(())?;
        let mut letters = Vec::new();
        let mut glyphs = Glyphs(|drawn| letters.push(Letter::from(drawn)));
        interpret_page(page, &mut self.context(Affine::IDENTITY), &mut glyphs);
        Some(letters)
    }

    /// Draws the appearance of an annotation into its rectangle on a page (ISO 32000-1, 12.5.5).
    pub fn appearance(&self, page: usize, form: Id, rect: [f64; 4], canvas: &mut Canvas) -> Option<()> {
        let Drawing { view, pages, costs, .. } = self.drawing;
        let cost = costs.borrow_mut().form(view, form, pages.get(page)?).ok()?;
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
        canvas.budget.spend(cost).then_some(())?;
        let mut brush = self.brush(canvas);
        brush.push_clip_path(&ClipPath { path: transform * bbox.to_path(0.1), fill: FillRule::NonZero });
        interpret(TypedIter::new(&data), &resources, &mut self.context(transform), &mut brush);
        Some(())
    }
}
