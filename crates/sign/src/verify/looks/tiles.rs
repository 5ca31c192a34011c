//! Which parts of a picture are kept: of a large one only what is another than before, with what is around it, so that it costs
//! what was drawn there and not what it is large.

use baocao_pdf::drawn::{Canvas, SCALE};

/// The side of a tile, in pixels, and how many of them are kept around what is another: as far as a letter reaches.
pub(super) const TILE: usize = (8.0 * SCALE) as usize;
const AROUND: usize = 2;
/// What is no larger is kept whole, in pixels.
const WHOLE: usize = 1 << 18;

/// The tiles of a part of a canvas that are kept. Their pixels stand tile by tile, each row by row; at the right and lower border
/// of the part some stand for nothing.
#[derive(Debug, Clone)]
pub(in crate::verify) struct Tiles {
    /// Left, top, right, bottom on the canvas.
    part: [usize; 4],
    across: usize,
    /// Of each tile which one it is of those that are kept.
    slots: Vec<Option<usize>>,
    /// Those that are kept: column and row.
    kept: Vec<(usize, usize)>,
}

impl Tiles {
    /// Those of a part in which one canvas is another than the other.
    pub(super) fn of(before: &Canvas, after: &Canvas, part: [usize; 4]) -> Self {
        let [width, height] = [part[2].saturating_sub(part[0]), part[3].saturating_sub(part[1])];
        let (across, down) = (width.div_ceil(TILE), height.div_ceil(TILE));
        let mut slots = vec![None; across * down];
        let mut kept = Vec::new();
        let mut keep = |x: usize, y: usize| {
            if let Some(slot @ None) = slots.get_mut(y * across + x) {
                *slot = Some(kept.len());
                kept.push((x, y));
            }
        };
        if width * height <= WHOLE {
            (0..down).for_each(|y| (0..across).for_each(|x| keep(x, y)));
        } else {
            for (x, y) in before.changed(after, part, TILE) {
                for y in y.saturating_sub(AROUND)..(y + AROUND + 1).min(down) {
                    (x.saturating_sub(AROUND)..(x + AROUND + 1).min(across)).for_each(|x| keep(x, y));
                }
            }
        }
        Self { part, across, slots, kept }
    }

    /// How many pixels are kept.
    pub(super) fn pixels(&self) -> usize {
        self.kept.len() * TILE * TILE
    }

    /// The colours of a canvas, as far as they are kept: red, green, blue and opacity, which is full. What stands for nothing is
    /// white.
    pub(super) fn colors(&self, canvas: &Canvas) -> Vec<[u8; 4]> {
        let mut colors = vec![[u8::MAX; 4]; self.pixels()];
        for (slot, own) in colors.chunks_exact_mut(TILE * TILE).enumerate() {
            let ([width, height], (x, y)) = (self.size(slot), self.kept.get(slot).copied().unwrap_or_default());
            let (left, top) = (self.part[0] + x * TILE, self.part[1] + y * TILE);
            for (own, row) in own.chunks_exact_mut(TILE).zip(top..top + height) {
                own.iter_mut().zip(canvas.row(row, left..left + width)).for_each(|(own, color)| *own = *color);
            }
        }
        colors
    }

    /// Width and height of what stands in a tile that is kept.
    pub(super) fn size(&self, slot: usize) -> [usize; 2] {
        let (x, y) = self.kept.get(slot).copied().unwrap_or_default();
        let rest = |from: usize, to: usize, tile: usize| to.saturating_sub(from + tile * TILE).min(TILE);
        [rest(self.part[0], self.part[2], x), rest(self.part[1], self.part[3], y)]
    }

    /// The first pixel of a tile, by its column and row.
    pub(super) fn start(&self, x: usize, y: usize) -> Option<usize> {
        let slot = (x < self.across).then(|| self.slots.get(y * self.across + x).copied().flatten())?;
        slot.map(|slot| slot * TILE * TILE)
    }

    /// The first pixel of the tile beside one that is kept, so many columns and rows on.
    pub(super) fn beside(&self, slot: usize, (columns, rows): (usize, usize)) -> Option<usize> {
        let (x, y) = self.kept.get(slot)?;
        self.start(x + columns, y + rows)
    }

    /// Where a pixel stands in the part.
    pub(super) fn place(&self, at: usize) -> (usize, usize) {
        let (x, y) = self.kept.get(at / (TILE * TILE)).copied().unwrap_or_default();
        (x * TILE + at % TILE, y * TILE + at / TILE % TILE)
    }

    /// The pixel that stands somewhere in the part.
    pub(super) fn at(&self, x: usize, y: usize) -> Option<usize> {
        Some(self.start(x / TILE, y / TILE)? + y % TILE * TILE + x % TILE)
    }
}
