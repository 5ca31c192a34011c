//! Whether a stamp looks like the digits that its letters are read as: the map of a font may say one thing and its outlines show
//! another, or something else may lie there.

use baocao_pdf::drawn::{Budget, Canvas, Drawing};

use super::picture::{Picture, Things};
use super::tiles::Tiles;
use crate::file::File;

/// Columns and rows in which digits are held against each other.
const GRID: [usize; 2] = [6, 9];
/// The least difference of light from paper that is ink, of 255.
const INK: i32 = 100;
/// What is no larger is dust, in pixels.
const DUST: usize = 4;
/// The size in which digits are drawn to know them, the room of each, and how far they lean, upright and in italics.
const SIZE: f64 = 26.0;
const ROOM: f64 = 25.0;
const LEANS: [f64; 2] = [0.0, 0.3];

/// What a stamp shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Nothing can be seen.
    Nothing,
    /// What it is read as.
    AsRead,
    /// Not as much as is read.
    Less,
    /// What cannot be told.
    Unclear,
}

/// How a digit looks.
#[derive(Debug)]
pub(super) struct Shape {
    /// Its width as a part of its height.
    wide: f64,
    /// How dark it is in each part.
    cells: Vec<f64>,
}

/// How the ten digits look in a font (TrueType), row by row of those that lean.
pub(super) fn known(letters: &'static [u8], budget: &Budget) -> Option<Vec<Shape>> {
    let rows = LEANS.map(|lean| row(lean, letters, budget));
    Some(rows.into_iter().collect::<Option<Vec<_>>>()?.into_iter().flatten().collect())
}

fn row(lean: f64, letters: &'static [u8], budget: &Budget) -> Option<Vec<Shape>> {
    let bytes = sheet(lean);
    let file = File::new(&bytes).ok()?;
    let drawing = Drawing::new(&file, bytes.len(), Some(letters)).ok()?;
    let mut canvas = Canvas::new([0.0, 0.0, ROOM * 10.0, ROOM * 2.0], budget)?;
    let paper = canvas.clone();
    drawing.painter().page(0, &mut canvas)?;
    let (shapes, _) = shapes(&paper, &canvas)?;
    (shapes.len() == 10).then_some(shapes)
}

/// What is drawn on paper, where `text` is read.
pub(super) fn sight(paper: &Canvas, drawn: &Canvas, text: Option<&str>, known: &[Shape]) -> Sight {
    /// A digit is no narrower, as a part of its height.
    const NARROW: f64 = 0.25;
    let Some((shapes, wide)) = shapes(paper, drawn) else { return Sight::Nothing };
    let digits: Option<Vec<usize>> = text
        .map(|text| text.chars().map(|digit| Some(digit.to_digit(10)? as usize)).collect::<Option<_>>())
        .unwrap_or(None);
    let Some(digits) = digits.filter(|digits| !digits.is_empty()) else { return Sight::Unclear };
    if shapes.len() < digits.len() && wide < NARROW * digits.len() as f64 {
        return Sight::Less;
    }
    let looks_like = |(shape, digit): (&Shape, &usize)| {
        let away = |(_, other): &(usize, &Shape)| shape.away(other);
        let nearest = known.iter().enumerate().min_by(|one, other| away(one).total_cmp(&away(other)));
        nearest.is_some_and(|(index, _)| index % 10 == *digit)
    };
    let all = shapes.len() == digits.len() && shapes.iter().zip(&digits).all(looks_like);
    if all { Sight::AsRead } else { Sight::Unclear }
}

/// What is drawn on paper, thing by thing from left to right, and the width of all of it as a part of its height; none if
/// there is no ink.
fn shapes(paper: &Canvas, drawn: &Canvas) -> Option<(Vec<Shape>, f64)> {
    let part = paper.difference(drawn)?;
    let tiles = Tiles::of(paper, drawn, part);
    let [before, after] = Picture::both([paper, drawn], tiles);
    let ink: Vec<bool> = before.differences(&after).map(|difference| difference >= INK).collect();
    let mut areas: Vec<[usize; 4]> = Vec::new();
    let mut things = Things::of(after.tiles(), &ink).areas;
    things.retain(|[left, top, right, bottom]| right - left > DUST || bottom - top > DUST);
    things.sort_unstable();
    for [left, top, right, bottom] in things {
        match areas.last_mut() {
            // What lies above each other is one letter.
            Some(last) if left + (right - left) / 2 < last[2] => {
                *last = [last[0], last[1].min(top), last[2].max(right), last[3].max(bottom)];
            }
            _ => areas.push([left, top, right, bottom]),
        }
    }
    let [left, right] = [areas.first()?[0], areas.last()?[2]];
    let (top, bottom) = (areas.iter().map(|area| area[1]).min()?, areas.iter().map(|area| area[3]).max()?);
    let shape = |[left, top, right, bottom]: &[usize; 4]| {
        let (width, height) = (right - left, bottom - top);
        let cell = |index: usize| {
            let (x, y) = (index % GRID[0], index / GRID[0]);
            let at = |from: usize, size: usize, step: usize, of: usize| from + (2 * step + 1) * size / (2 * of);
            let at = after.tiles().at(at(*left, width, x, GRID[0]), at(*top, height, y, GRID[1]));
            at.and_then(|at| ink.get(at)).map_or(0.0, |ink| f64::from(u8::from(*ink)))
        };
        Shape { wide: width as f64 / height.max(1) as f64, cells: (0..GRID[0] * GRID[1]).map(cell).collect() }
    };
    Some((areas.iter().map(shape).collect(), (right - left) as f64 / (bottom - top).max(1) as f64))
}

impl Shape {
    fn away(&self, other: &Self) -> f64 {
        let cells: f64 = self.cells.iter().zip(&other.cells).map(|(one, other)| (one - other).abs()).sum();
        cells / self.cells.len().max(1) as f64 + (self.wide - other.wide).abs() / 2.0
    }
}

/// A page with the ten digits, which lean so far, in a font that it does not bring.
fn sheet(lean: f64) -> Vec<u8> {
    let at = |digit: usize| ROOM * digit as f64 + ROOM / 10.0;
    let up = ROOM * 0.4;
    let digit = |digit: usize| format!("BT /F {SIZE} Tf 1 0 {lean} 1 {} {up} Tm ({digit}) Tj ET\n", at(digit));
    let content: String = (0..10).map(digit).collect();
    let (width, height, length) = (ROOM * 10.0, ROOM * 2.0, content.len());
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents 4 0 R\
            /Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>>>"
        ),
        format!("<</Length {length}>>stream\n{content}\nendstream"),
    ];
    let mut bytes = "%PDF-1.7\n".to_owned();
    let mut table = "0000000000 65535 f \n".to_owned();
    for (index, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", bytes.len());
        bytes += &format!("{} 0 obj\n{object}\nendobj\n", index + 1);
    }
    let (start, size) = (bytes.len(), objects.len() + 1);
    bytes += &format!("xref\n0 {size}\n{table}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    bytes.into_bytes()
}
