//! What readers draw of an annotation that brings no appearance of its own (ISO 32000-1, 12.5.6).

use baocao_pdf::drawn::Pen;
use kurbo::{BezPath, Ellipse, Point, Rect, Shape as _};

use crate::file::{Dict, Object, View, rectangle};

/// Points of one annotation.
const MOST_POINTS: usize = 10_000;
/// The side of a sign that stands for a note, in points.
const SIGN: f64 = 20.0;

/// Something that is drawn.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    pub(super) path: BezPath,
    pub(super) pen: Pen,
    pub(super) color: [f64; 3],
    pub(super) opacity: f64,
    pub(super) multiplies: bool,
}

/// What is drawn of an annotation besides the appearance that it brings.
pub(super) fn of(view: &View<'_, '_>, note: &Dict) -> Vec<Shape> {
    let kind = note.get("Subtype").and_then(Object::name).unwrap_or_default();
    // Fields have a ground and a border below what they show, which some readers draw in any case.
    if kind != "Widget" && view.entry(note, "AP").dict().is_some_and(|looks| looks.get("N").is_some()) {
        return Vec::new();
    }
    let Some(rect) = note.get("Rect").and_then(|rect| rectangle(view, rect)) else { return Vec::new() };
    let shape = |path, pen, color| {
        let opacity = view.entry(note, "CA").number().unwrap_or(1.0);
        Shape { path, pen, color, opacity, multiplies: kind == "Highlight" }
    };
    let color = color(view, note, "C").unwrap_or(if kind == "Highlight" { [1.0, 1.0, 0.0] } else { [0.0; 3] });
    let inside = self::color(view, note, "IC");
    let width = width(view, note);
    let drawn = |path: BezPath| {
        let area = inside.map(|inside| shape(path.clone(), Pen::Fill, inside));
        let line = (width > 0.0).then(|| shape(path, Pen::Line(width), color));
        area.into_iter().chain(line).collect()
    };
    let [left, bottom, right, top] = rect;
    // A line around a place lies within it.
    let frame = Rect::new(left, bottom, right, top).inset(-(width / 2.0).min((right - left).min(top - bottom) / 2.0));
    match kind {
        "Widget" => {
            let looks = view.entry(note, "MK");
            let Some(looks) = looks.dict() else { return Vec::new() };
            let ground = self::color(view, looks, "BG").map(|ground| shape(frame.to_path(0.1), Pen::Fill, ground));
            let border = self::color(view, looks, "BC").filter(|_| width > 0.0);
            let border = border.map(|border| shape(frame.to_path(0.1), Pen::Line(width), border));
            ground.into_iter().chain(border).collect()
        }
        "Square" => drawn(frame.to_path(0.1)),
        "Circle" => drawn(Ellipse::from_rect(frame).to_path(0.1)),
        "Line" => {
            let points = points(&view.entry(note, "L"), view);
            let mut all: Vec<Shape> = drawn(polygon(&points, false));
            all.extend(ends(view, note, &points, width).map(|end| shape(end, Pen::Fill, inside.unwrap_or(color))));
            all
        }
        "PolyLine" => drawn(polygon(&points(&view.entry(note, "Vertices"), view), false)),
        "Polygon" => drawn(polygon(&points(&view.entry(note, "Vertices"), view), true)),
        "Ink" => {
            let strokes = view.entry(note, "InkList");
            let strokes = all(&strokes, MOST_POINTS, view).iter();
            let line = |stroke: &Object| view.get(stroke).ok().map(|stroke| polygon(&points(&stroke, view), false));
            strokes.filter_map(line).map(|path| shape(path, Pen::Line(width), color)).collect()
        }
        "Highlight" => quads(view, note, rect).map(|quad| shape(quad.to_path(0.1), Pen::Fill, color)).collect(),
        "Underline" | "Squiggly" | "StrikeOut" => {
            let line = |quad: Rect| {
                let up = if kind == "StrikeOut" { 0.5 } else { 0.08 };
                let height = quad.y0 + quad.height() * up;
                let path = polygon(&[Point::new(quad.x0, height), Point::new(quad.x1, height)], false);
                shape(path, Pen::Line(width.max(quad.height() / 14.0)), color)
            };
            quads(view, note, rect).map(line).collect()
        }
        // A small sign that the reader brings.
        "Text" | "Caret" => {
            let sign = Rect::new(left, (top - SIGN).max(bottom), (left + SIGN).min(right), top);
            vec![shape(sign.to_path(0.1), Pen::Fill, color)]
        }
        _ => Vec::new(),
    }
}

/// How wide its line is.
fn width(view: &View<'_, '_>, note: &Dict) -> f64 {
    let style = view.entry(note, "BS");
    let of_style = style.dict().and_then(|style| view.entry(style, "W").number());
    let border = view.entry(note, "Border");
    let of_border = || view.get(border.array()?.get(2)?).ok()?.number();
    of_style.or_else(of_border).filter(|width| width.is_finite()).unwrap_or(1.0).clamp(0.0, 10_000.0)
}

/// A colour of one, three or four parts; none where there is none.
pub(super) fn color(view: &View<'_, '_>, note: &Dict, key: &str) -> Option<[f64; 3]> {
    let parts = view.entry(note, key);
    let parts: Option<Vec<f64>> = parts.array()?.iter().map(|part| view.get(part).ok()?.number()).collect();
    match parts?.as_slice() {
        [gray] => Some([*gray; 3]),
        [red, green, blue] => Some([*red, *green, *blue]),
        [cyan, magenta, yellow, black] => Some([cyan, magenta, yellow].map(|part| (1.0 - part) * (1.0 - black))),
        _ => None,
    }
}

/// The items of an array, where there are no more than are drawn.
fn all<'o>(array: &'o Object, most: usize, view: &View<'_, '_>) -> &'o [Object] {
    let items = array.array().unwrap_or_default();
    if items.len() > most {
        view.file.give_up();
        return &[];
    }
    items
}

fn points(numbers: &Object, view: &View<'_, '_>) -> Vec<Point> {
    let numbers: Vec<f64> = all(numbers, 2 * MOST_POINTS, view)
        .iter()
        .map_while(|number| view.get(number).ok()?.number().filter(|one| one.is_finite()))
        .collect();
    numbers.chunks_exact(2).map(|pair| Point::new(pair[0], pair[1])).collect()
}

fn polygon(points: &[Point], closed: bool) -> BezPath {
    let mut path = BezPath::new();
    let Some((first, rest)) = points.split_first() else { return path };
    path.move_to(*first);
    rest.iter().for_each(|point| path.line_to(*point));
    if closed {
        path.close_path();
    }
    path
}

/// The ends of a line that are more than its ends: arrows, squares, circles.
fn ends(view: &View<'_, '_>, note: &Dict, points: &[Point], width: f64) -> impl Iterator<Item = BezPath> {
    let names = view.entry(note, "LE");
    let names = names.array().unwrap_or_default().to_vec();
    let ends = [points.first().copied(), points.last().copied()];
    let drawn = move |(name, at): (Object, Option<Point>)| {
        let is_drawn = name.name().is_some_and(|name| !matches!(name, "None" | "OpenArrow" | "ROpenArrow" | "Butt"));
        let at = at.filter(|_| is_drawn)?;
        Some(Rect::from_center_size(at, (6.0 * width, 6.0 * width)).to_path(0.1))
    };
    names.into_iter().zip(ends).filter_map(drawn)
}

/// The places that a mark of text is over.
fn quads(view: &View<'_, '_>, note: &Dict, rect: [f64; 4]) -> impl Iterator<Item = Rect> {
    let corners = points(&view.entry(note, "QuadPoints"), view);
    let mut quads: Vec<Rect> = corners
        .chunks_exact(4)
        .map(|four| four.iter().skip(1).fold(Rect::from_points(four[0], four[0]), |area, one| area.union_pt(*one)))
        .collect();
    if quads.is_empty() {
        quads.push(Rect::new(rect[0], rect[1], rect[2], rect[3]));
    }
    quads.into_iter()
}
