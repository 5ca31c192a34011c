//! What pages look like: whether something that came later hides what was there, or adds to it.

mod picture;
mod shape;

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use baocao_core::diagnostic::caught;
use baocao_pdf::drawn::{Canvas, Drawing};

pub(super) use self::picture::{Limits, Picture, adds, hides};
use crate::file::{Dict, File, Id, Object, Page, View, rectangle};

/// What it costs to draw a page, and each thing over it, where to read a byte is one.
const COST: usize = 1 << 21;
const COST_OF_NOTE: usize = 1 << 17;
/// What is looked at around what was added, in points.
const AROUND: f64 = 24.0;

/// Draws what the last revision of a file shows. What was there in earlier ones and is shown no more, or in another way, is
/// found by comparing objects.
pub(super) struct Looks<'l, 'f, 'a> {
    file: &'f File<'a>,
    last: &'l View<'f, 'a>,
    pages: &'l [Page],
    letters: Option<&'static [u8]>,
    drawing: OnceCell<Option<Drawing>>,
    /// The content of pages, each drawn once.
    contents: RefCell<HashMap<usize, Option<Rc<Canvas>>>>,
}

impl<'l, 'f, 'a> Looks<'l, 'f, 'a> {
    pub(super) fn new(last: &'l View<'f, 'a>, pages: &'l [Page], letters: Option<&'static [u8]>) -> Self {
        let (drawing, contents) = (OnceCell::new(), RefCell::default());
        Self { file: last.file, last, pages, letters, drawing, contents }
    }

    fn drawing(&self) -> Option<&Drawing> {
        let draw = || Drawing::new(self.file.bytes, self.letters).ok().filter(|one| one.pages() == self.pages.len());
        self.drawing.get_or_init(|| caught(draw).ok().flatten()).as_ref()
    }

    /// The content of a page, from 0, without what lies over it; none if it cannot be drawn.
    pub(super) fn content(&self, page: usize) -> Option<Canvas> {
        if let Some(known) = self.contents.borrow().get(&page) {
            return known.as_deref().cloned();
        }
        let draw = || {
            let mut canvas = Canvas::new(self.area(page)?)?;
            self.drawing()?.painter().page(page, &mut canvas)?;
            Some(canvas)
        };
        let drawn = if self.file.spend(COST) { caught(draw).ok().flatten() } else { None };
        self.contents.borrow_mut().insert(page, drawn.clone().map(Rc::new));
        drawn
    }

    /// The part of a page on which something may have been added.
    fn area(&self, page: usize) -> Option<[f64; 4]> {
        let page = self.pages.get(page)?;
        let whole = page.area(self.last).unwrap_or([0.0, 0.0, 612.0, 792.0]);
        let notes = self.last.entry(page.dict(), "Annots");
        let mut area: Option<[f64; 4]> = None;
        for note in notes.array().unwrap_or_default() {
            let note = self.last.get(note).ok()?;
            let Some(dict) = note.dict() else { continue };
            match (dict.get("Subtype").and_then(Object::name), dict.get("Rect")) {
                (Some("Link"), _) => {}
                (Some("Widget"), Some(rect)) => {
                    let Some([a, b, c, d]) = rectangle(self.last, rect) else { return Some(whole) };
                    let [e, f, g, h] = area.unwrap_or([a, b, c, d]);
                    area = Some([a.min(e), b.min(f), c.max(g), d.max(h)]);
                }
                // What a reader draws by itself may lie anywhere.
                _ => return Some(whole),
            }
        }
        let [left, bottom, right, top] = area?;
        let [a, b, c, d] = [left - AROUND, bottom - AROUND, right + AROUND, top + AROUND];
        Some([a.max(whole[0]), b.max(whole[1]), c.min(whole[2]), d.min(whole[3])])
    }

    /// What was there of a place and what is, where a canvas became another.
    pub(super) fn pictures(&self, before: &Canvas, after: &Canvas) -> Option<[Picture; 2]> {
        let part = before.around(before.difference(after)?, AROUND);
        Some([before, after].map(|canvas| Picture::of(canvas, part)))
    }

    /// Draws an annotation as readers do; none if what it shows cannot be drawn.
    pub(super) fn draw(&self, page: usize, note: &Dict, canvas: &mut Canvas) -> Option<()> {
        if !self.file.spend(COST_OF_NOTE) {
            return None;
        }
        let rect = note.get("Rect").and_then(|rect| rectangle(self.last, rect));
        let forms = self.appearances(note);
        if note.get("AP").is_some_and(|looks| *looks != Object::Null) {
            let (drawing, rect) = (self.drawing()?, rect?);
            for form in forms {
                caught(|| drawing.painter().appearance(page, form, rect, canvas)).ok().flatten()?;
            }
            return Some(());
        }
        for shape in shape::of(self.last, note) {
            canvas.draw(&shape.path, shape.pen, shape.color, shape.opacity, shape.multiplies);
        }
        Some(())
    }

    /// Width and height of an annotation.
    pub(super) fn size(&self, note: &Dict) -> Option<[f64; 2]> {
        let [left, bottom, right, top] = note.get("Rect").and_then(|rect| rectangle(self.last, rect))?;
        Some([right - left, top - bottom])
    }

    /// What an annotation shows at first; of several states the one that is on, or else all.
    fn appearances(&self, note: &Dict) -> Vec<Id> {
        let looks = self.last.entry(note, "AP");
        let Some(normal) = looks.dict().and_then(|looks| looks.get("N")) else { return Vec::new() };
        let states = match self.last.get(normal).as_deref() {
            Ok(Object::Dict(states)) => states.clone(),
            _ => return normal.reference().into_iter().collect(),
        };
        match note.get("AS").and_then(Object::name).and_then(|state| states.get(state)) {
            Some(on) => on.reference().into_iter().collect(),
            None => states.0.iter().filter_map(|(_, state)| state.reference()).collect(),
        }
    }
}
