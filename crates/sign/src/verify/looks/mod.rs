//! What pages look like: whether something that came later hides what was there, or adds to it.

mod digits;
mod picture;
mod shape;
mod tiles;

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use baocao_core::diagnostic::caught;
use baocao_pdf::Mark;
use baocao_pdf::drawn::{Budget, Canvas, Drawing, Letter, Painter, Pen};
use kurbo::Rect;

pub use self::digits::Sight;
use self::digits::{Shape, known, sight};
pub(super) use self::picture::{Hand, Limits, Picture, adds, hides, is_paper, writes};
use self::tiles::Tiles;
use crate::file::{Dict, File, Id, Object, Page, View, rectangle};
use crate::verify::draws::appearance;
use crate::verify::report::Settings;
use crate::verify::roles::HEAD;
use crate::verify::room;

/// What may be drawn of a file, in pixels, and what it costs to look at one that is kept, or to hold one against another, where to
/// fill one is one: some seconds.
const MOST_PIXELS: u64 = 7 << 28;
const COST_OF_KEPT: f64 = 10.0;
const COST_OF_COMPARED: f64 = 0.25;
/// What it costs to compare an annotation.
const COST_OF_NOTE: usize = 100;
/// Pages that are kept as they were drawn.
const MOST_KEPT: usize = 8;
/// What is looked at around what was added, in points.
const AROUND: f64 = 24.0;

/// A place before and after, and where the places of marks lie in it.
type Looked = ([Picture; 2], Vec<[f64; 4]>);

/// What was there, what was added, and what was found of that.
type Known = (Vec<There>, Vec<Dict>, Option<Judged>);

/// A stamp, and what it does to its page.
type Seen = (Stamp, Option<Marked>);

/// An annotation that was there when it was signed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct There {
    pub(super) id: Option<Id>,
    pub(super) note: Dict,
    /// Where the revision ends that shows it so, if the last one does not.
    pub(super) then: Option<usize>,
    /// Where it may draw.
    pub(super) area: Option<[f64; 4]>,
}

/// What is found of the comments on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Judged {
    /// They hide something.
    pub(super) hides: bool,
    /// They could be read as content.
    pub(super) writes: bool,
}

/// What a mark may draw over, how near to what, and whether it may lie over the signatures of leaders.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    pub(super) limits: Limits,
    /// So many points, and whether of what is coloured, too.
    pub(super) near: Option<(f64, bool)>,
    pub(super) lies_over_leaders: bool,
}

/// What a signature or a field shows, with all on which depends what it does to its page.
#[derive(Debug, PartialEq)]
pub(super) struct Stamp {
    pub(super) note: Dict,
    /// What lay there.
    pub(super) below: Vec<There>,
    /// Which of it that is over which it may lie.
    pub(super) over: Vec<bool>,
    pub(super) rule: Rule,
}

/// What is found of such a one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marked {
    /// It hides something.
    pub(super) hides: bool,
    /// It hides nothing, and draws nearer to something than it may.
    pub(super) near: bool,
}

/// Draws what the last revision of a file shows, and annotations as earlier ones showed them. What else was there in earlier
/// ones and is shown no more, or in another way, is found by comparing objects.
pub(super) struct Looks<'l, 'f, 'a> {
    file: &'f File<'a>,
    last: &'l View<'f, 'a>,
    pages: &'l [Page],
    settings: &'l Settings,
    /// Whether anything is drawn at all.
    draws: bool,
    budget: Budget,
    drawing: &'l OnceCell<Option<Drawing<'f, 'a>>>,
    /// What draws it, with the fonts and colours that it has read.
    painter: OnceCell<Option<Painter<'l>>>,
    /// That of an earlier revision, the last that was asked for, by its end.
    earlier: RefCell<Option<(usize, Option<Rc<Drawing<'f, 'a>>>)>>,
    /// How digits look.
    digits: OnceCell<Option<Vec<Shape>>>,
    /// The letters of the first page.
    letters: OnceCell<Option<Vec<Letter>>>,
    /// The content of pages that were drawn last.
    contents: RefCell<HashMap<usize, Option<Rc<Canvas>>>>,
    /// What was found of comments, by page.
    judged: RefCell<HashMap<usize, Vec<Known>>>,
    /// The same of signatures and fields: most of them came after several signatures.
    marked: RefCell<HashMap<usize, Vec<Seen>>>,
}

impl<'l, 'f, 'a> Looks<'l, 'f, 'a> {
    /// `drawing` is where the last revision stays once something of it was drawn.
    pub(super) fn new(
        last: &'l View<'f, 'a>,
        pages: &'l [Page],
        settings: &'l Settings,
        draws: bool,
        drawing: &'l OnceCell<Option<Drawing<'f, 'a>>>,
    ) -> Self {
        let (painter, earlier, letters) = (OnceCell::new(), RefCell::default(), OnceCell::new());
        let (contents, judged, marked) = (RefCell::default(), RefCell::default(), RefCell::default());
        let budget = Budget::new(MOST_PIXELS);
        Self {
            file: last.file,
            last,
            pages,
            settings,
            draws,
            budget,
            drawing,
            painter,
            earlier,
            digits: OnceCell::new(),
            letters,
            contents,
            judged,
            marked,
        }
    }

    /// Whether pages are drawn, and not only compared by their objects.
    pub(super) fn draws(&self) -> bool {
        self.draws
    }

    fn painter(&self) -> Option<&Painter<'l>> {
        let letters = self.settings.letters;
        let draw =
            || Drawing::new(self.file, self.last.end, letters).ok().filter(|one| one.pages() == self.pages.len());
        let drawing = || self.drawing.get_or_init(|| caught(draw).ok().flatten()).as_ref();
        self.painter.get_or_init(|| drawing().map(Drawing::painter)).as_ref()
    }

    /// Draws something; none if that cannot be done, or too much was drawn already.
    fn drawn<T>(&self, draw: impl FnOnce() -> Option<T>) -> Option<T> {
        let drawn = caught(draw).ok().flatten();
        let may = self.spend(0.0);
        drawn.filter(|_| may)
    }

    /// Notes what is looked at; false if too much was drawn and looked at, so that the file is not well.
    fn spend(&self, pixels: f64) -> bool {
        let may = self.budget.spend(pixels);
        if !may {
            self.file.give_up();
        }
        may
    }

    /// The content of a page, from 0, without what lies over it; none if it cannot be drawn.
    pub(super) fn content(&self, page: usize) -> Option<Rc<Canvas>> {
        if let Some(known) = self.contents.borrow().get(&page) {
            return known.clone();
        }
        let drawn = self.drawn(|| {
            let mut canvas = Canvas::new(self.area(page)?, &self.budget)?;
            self.painter()?.page(page, &mut canvas)?;
            Some(Rc::new(canvas))
        });
        let mut contents = self.contents.borrow_mut();
        if contents.len() >= MOST_KEPT {
            contents.clear();
        }
        contents.insert(page, drawn.clone());
        drawn
    }

    /// The part of a page on which something may have been added.
    fn area(&self, page: usize) -> Option<[f64; 4]> {
        let page = self.pages.get(page)?;
        let whole = page.area(self.last).unwrap_or([0.0, 0.0, 612.0, 792.0]);
        let notes = self.last.entry(page.dict(), "Annots");
        let mut area: Option<Rect> = None;
        for note in notes.array().unwrap_or_default() {
            let note = self.last.get(note).ok()?;
            let Some(dict) = note.dict() else { continue };
            if dict.get("Subtype").and_then(Object::name) != Some("Link") {
                let drawn = extent(self.last, dict).map(|[a, b, c, d]| Rect::new(a, b, c, d));
                area = drawn.into_iter().chain(area).reduce(|one, other| one.union(other));
            }
        }
        let shown = Rect::new(whole[0], whole[1], whole[2], whole[3]);
        let area = area.map_or(shown, |area| area.inflate(AROUND, AROUND).intersect(shown));
        // What lies beside the page is not seen on it.
        let area = if area.width() < 1.0 || area.height() < 1.0 { shown } else { area };
        Some([area.x0, area.y0, area.x1, area.y1])
    }

    /// What was there of a place and what is, where a canvas became another.
    pub(super) fn pictures(&self, before: &Canvas, after: &Canvas) -> Option<[Picture; 2]> {
        self.picture(before, after, before.difference(after)?).map(|(pictures, _)| pictures)
    }

    /// The same for each place apart, with the places of marks that lie there.
    pub(super) fn places(&self, before: &Canvas, after: &Canvas, boxes: &[[f64; 4]]) -> Option<Vec<Looked>> {
        let one = |part: [usize; 4]| {
            let (pictures, [left, top, ..]) = self.picture(before, after, part)?;
            let (x, y) = (left as f64, top as f64);
            let within = |area: &[f64; 4]| {
                let [a, b, c, d] = before.to_pixels(*area);
                [a - x, b - y, c - x, d - y]
            };
            Some((pictures, boxes.iter().map(within).collect()))
        };
        before.differences(after).into_iter().map(one).collect()
    }

    /// A part of both with what is around it, and where that is.
    fn picture(&self, before: &Canvas, after: &Canvas, part: [usize; 4]) -> Option<([Picture; 2], [usize; 4])> {
        let part = before.around(part, AROUND);
        let pixels = part[2].saturating_sub(part[0]).saturating_mul(part[3].saturating_sub(part[1]));
        let tiles = self.spend(pixels as f64 * COST_OF_COMPARED).then(|| Tiles::of(before, after, part))?;
        let looked = self.spend(tiles.pixels() as f64 * COST_OF_KEPT);
        looked.then(|| (Picture::both([before, after], tiles), part))
    }

    /// What was found of comments on a page before, or is found now: that depends on nothing but the page, what was there
    /// and the comments.
    pub(super) fn judged(
        &self,
        page: usize,
        there: Vec<There>,
        added: Vec<Dict>,
        judge: impl FnOnce() -> Option<Judged>,
    ) -> Option<Judged> {
        let known = self.judged.borrow().get(&page).and_then(|known| {
            known.iter().find(|(one, other, _)| *one == there && *other == added).map(|(.., judged)| *judged)
        });
        known.unwrap_or_else(|| {
            let judged = judge();
            self.judged.borrow_mut().entry(page).or_default().push((there, added, judged));
            judged
        })
    }

    /// The same of a signature or a field.
    pub(super) fn marked(
        &self,
        page: usize,
        stamp: Stamp,
        look: impl FnOnce(&Stamp) -> Option<Marked>,
    ) -> Option<Marked> {
        // To hold it against those that are known costs as much as it is long.
        if !self.file.spend(stamp.below.len().saturating_mul(COST_OF_NOTE)) {
            return None;
        }
        let known = self
            .marked
            .borrow()
            .get(&page)
            .and_then(|known| known.iter().find(|(other, _)| *other == stamp).map(|(_, marked)| *marked));
        known.unwrap_or_else(|| {
            let marked = look(&stamp);
            self.marked.borrow_mut().entry(page).or_default().push((stamp, marked));
            marked
        })
    }

    /// What is seen around something that was added.
    pub(super) fn around(&self, added: &Dict) -> Option<[f64; 4]> {
        // One pixel more is touched by what is smooth, and it is large where a page is drawn in few.
        let more = AROUND + 4.0;
        let [left, bottom, right, top] = extent(self.last, added)?;
        Some([left - more, bottom - more, right + more, top + more])
    }

    /// The places of a page for marks of its document.
    pub(super) fn boxes(&self, page: usize) -> impl Iterator<Item = [f64; 4]> + '_ {
        self.settings.places.iter().filter(move |place| place.page == page + 1).map(|place| place.rect)
    }

    /// Whether what a mark shows is what it is read as, by itself; none if it cannot be drawn.
    pub(super) fn sight(&self, page: usize, note: &Dict, mark: Mark, text: Option<&str>) -> Option<Sight> {
        /// So many times as large digits are looked at, and what is no wider than so many points.
        const LARGER: f64 = 4.0;
        const SMALL: f64 = 120.0;
        let [width, height] = self.size(note)?;
        let times = if mark != Mark::Seal && width.max(height) <= SMALL { LARGER } else { 1.0 };
        let area = [0.0, 0.0, width * times, height * times];
        let mut note = note.clone();
        note.0.retain(|(key, _)| key != b"Rect");
        note.0.push((b"Rect".to_vec(), Object::Array(area.map(Object::Real).to_vec())));
        let paper = Canvas::new(area, &self.budget)?;
        let mut drawn = paper.clone();
        self.draw(page, &note, &mut drawn)?;
        if mark == Mark::Seal {
            let look = appearance(self.last, &note);
            let is_text = look.letters && !look.image && !look.area && !look.line;
            let is_seen = paper.difference(&drawn).is_some();
            return Some(if !is_seen {
                Sight::Nothing
            } else if is_text {
                Sight::Unclear
            } else {
                Sight::AsRead
            });
        }
        let known_digits = || self.drawn(|| known(self.settings.letters?, &self.budget));
        let digits = self.digits.get_or_init(known_digits).as_deref().unwrap_or_default();
        Some(sight(&paper, &drawn, text, digits))
    }

    /// Whether an annotation of the first page stands in the room for a mark, or that cannot be told: of documents that say
    /// nothing of their places.
    pub(super) fn stands_in_room(&self, note: &Dict, mark: Mark) -> bool {
        let rect = note.get("Rect").and_then(|rect| rectangle(self.last, rect));
        let room = rect.zip(self.letters()).and_then(|(rect, letters)| room::at(letters, rect));
        room.is_none_or(|room| room == Some(mark))
    }

    /// The room for number and day at the head of a document that says nothing of its places.
    pub(super) fn rooms(&self, page: usize) -> Vec<[f64; 4]> {
        if page > 0 || !self.settings.places.is_empty() {
            return Vec::new();
        }
        let Some([_, bottom, _, top]) = self.pages.first().and_then(|page| page.area(self.last)) else {
            return Vec::new();
        };
        self.letters().map_or_else(Vec::new, |letters| room::all(letters, bottom + (top - bottom) * HEAD))
    }

    fn letters(&self) -> Option<&[Letter]> {
        let read = || self.drawn(|| self.painter()?.letters(0, &self.budget));
        self.letters.get_or_init(read).as_deref()
    }

    /// Draws an annotation as readers do; none if what it shows cannot be drawn.
    pub(super) fn draw(&self, page: usize, note: &Dict, canvas: &mut Canvas) -> Option<()> {
        self.drawn(|| draw(self.last, || self.painter(), page, note, canvas))
    }

    /// The same as an earlier revision shows it.
    pub(super) fn draw_as_then(
        &self,
        view: &View<'f, 'a>,
        page: usize,
        note: &Dict,
        canvas: &mut Canvas,
    ) -> Option<()> {
        let drawing = self.earlier(view.end);
        let painter = drawing.as_deref().map(Drawing::painter);
        self.drawn(|| draw(view, || painter.as_ref(), page, note, canvas))
    }

    fn earlier(&self, end: usize) -> Option<Rc<Drawing<'f, 'a>>> {
        if let Some((of, drawing)) = &*self.earlier.borrow()
            && *of == end
        {
            return drawing.clone();
        }
        let letters = self.settings.letters;
        // To read all of it once more costs as much as to read it first.
        let draw = || Drawing::new(self.file, end, letters).ok().filter(|_| self.file.spend(end));
        let drawing = caught(draw).ok().flatten().map(Rc::new);
        *self.earlier.borrow_mut() = Some((end, drawing.clone()));
        drawing
    }

    /// Whether an annotation draws anything in a revision.
    pub(super) fn draws_anything(&self, view: &View<'f, 'a>, note: &Dict) -> bool {
        !shape::of(view, note).is_empty() || !appearance(view, note).nothing()
    }

    /// Width and height of an annotation.
    pub(super) fn size(&self, note: &Dict) -> Option<[f64; 2]> {
        let [left, bottom, right, top] = note.get("Rect").and_then(|rect| rectangle(self.last, rect))?;
        Some([right - left, top - bottom])
    }
}

/// Where an annotation may draw.
pub(super) fn extent(view: &View<'_, '_>, note: &Dict) -> Option<[f64; 4]> {
    let own = note.get("Rect").and_then(|rect| rectangle(view, rect)).map(|[a, b, c, d]| Rect::new(a, b, c, d));
    let shapes = shape::of(view, note);
    let shapes = shapes.iter().map(|shape| {
        let around = if let Pen::Line(width) = shape.pen { width } else { 0.0 };
        shape.path.control_box().inflate(around, around)
    });
    shapes.chain(own).reduce(|one, other| one.union(other)).map(|area| [area.x0, area.y0, area.x1, area.y1])
}

fn draw<'d, 'p: 'd>(
    view: &View<'_, '_>,
    painter: impl FnOnce() -> Option<&'d Painter<'p>>,
    page: usize,
    note: &Dict,
    canvas: &mut Canvas,
) -> Option<()> {
    for shape in shape::of(view, note) {
        canvas.draw(&shape.path, shape.pen, shape.color, shape.opacity, shape.multiplies);
    }
    let forms = appearances(view, note);
    if forms.is_empty() {
        return Some(());
    }
    let (painter, rect) = (painter()?, note.get("Rect").and_then(|rect| rectangle(view, rect))?);
    forms.into_iter().try_for_each(|form| painter.appearance(page, form, rect, canvas))
}

/// What an annotation shows: at first, of several states the one that is on, or else all; and under a pointer or a finger.
fn appearances(view: &View<'_, '_>, note: &Dict) -> Vec<Id> {
    let looks = view.entry(note, "AP");
    let Some(looks) = looks.dict() else { return Vec::new() };
    let of = |key| {
        let Some(look) = looks.get(key) else { return Vec::new() };
        let states = match view.get(look).as_deref() {
            Ok(Object::Dict(states)) => states.clone(),
            _ => return look.reference().into_iter().collect(),
        };
        match note.get("AS").and_then(Object::name).and_then(|state| states.get(state)) {
            Some(on) => on.reference().into_iter().collect(),
            None => states.0.iter().filter_map(|(_, state)| state.reference()).collect::<Vec<_>>(),
        }
    };
    ["N", "R", "D"].into_iter().flat_map(of).collect()
}
