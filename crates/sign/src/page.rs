//! A page as it is shown: places are counted from the lower left corner that people see, which a page may have cut, moved
//! or turned (ISO 32000-1, 7.7.3.3).

use lopdf::{Object, ObjectId};

use crate::update::Update;

/// How a page is shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View {
    /// The corner of the box that is shown, on the plane of the page.
    corner: [f64; 2],
    /// Its width and height there.
    size: [f64; 2],
    /// How often it is turned by a quarter, clockwise.
    turns: u8,
}

impl View {
    /// How a page of a file is shown.
    pub(crate) fn of(update: &Update<'_>, page: ObjectId) -> Self {
        let entry = |key: &str| update.inherited(update.dictionary(page)?, key);
        let shown = |key: &str| {
            let sides = entry(key)?.as_array().ok()?;
            let side = |index: usize| Some(f64::from(update.resolved(sides.get(index)?)?.as_float().ok()?));
            let [a, b, c, d] = [side(0)?, side(1)?, side(2)?, side(3)?];
            Some(([a.min(c), b.min(d)], [(a - c).abs(), (b - d).abs()]))
        };
        let (corner, size) = shown("CropBox").or_else(|| shown("MediaBox")).unwrap_or_default();
        let degrees = entry("Rotate").and_then(|turn| turn.as_i64().ok()).unwrap_or(0);
        Self { corner, size, turns: (degrees.rem_euclid(360) / 90) as u8 }
    }

    /// Whether a rectangle that is seen lies on the page.
    pub(crate) fn holds(self, [left, bottom, right, top]: [f64; 4]) -> bool {
        /// Points that may be lost in rounding.
        const ROUNDING: f64 = 1.0;
        let [width, height] = self.shown_size();
        left >= -ROUNDING && bottom >= -ROUNDING && right <= width + ROUNDING && top <= height + ROUNDING
    }

    /// Width and height as they are seen.
    pub(crate) fn shown_size(self) -> [f64; 2] {
        if !self.turns.is_multiple_of(2) { [self.size[1], self.size[0]] } else { self.size }
    }

    /// A rectangle that is seen, on the plane of the page.
    pub(crate) fn to_page(self, [left, bottom, right, top]: [f64; 4]) -> [f64; 4] {
        let ([x, y], [width, height]) = (self.corner, self.size);
        let [a, b, c, d] = match self.turns {
            1 => [width - top, left, width - bottom, right],
            2 => [width - right, height - top, width - left, height - bottom],
            3 => [bottom, height - right, top, height - left],
            _ => [left, bottom, right, top],
        };
        [a + x, b + y, c + x, d + y]
    }

    /// A rectangle on the plane of the page, as it is seen.
    pub(crate) fn to_shown(self, [left, bottom, right, top]: [f64; 4]) -> [f64; 4] {
        let ([x, y], [width, height]) = (self.corner, self.size);
        let [a, b, c, d] = [left - x, bottom - y, right - x, top - y];
        match self.turns {
            1 => [b, width - c, d, width - a],
            2 => [width - c, height - d, width - a, height - b],
            3 => [height - d, a, height - b, c],
            _ => [a, b, c, d],
        }
    }

    /// How a picture is turned so that it is seen upright: degrees and matrix, where the page is turned.
    pub(crate) fn upright(self) -> Option<(i64, Object)> {
        let (degrees, [a, b, c, d]) = match self.turns {
            1 => (90, [0, 1, -1, 0]),
            2 => (180, [-1, 0, 0, -1]),
            3 => (270, [0, -1, 1, 0]),
            _ => return None,
        };
        Some((degrees, vec![a.into(), b.into(), c.into(), d.into(), 0.into(), 0.into()].into()))
    }
}
