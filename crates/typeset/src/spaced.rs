//! Letters stand apart, or close together, only in lines whose spaces would gape or close without: everywhere else the spaces
//! take what the typesetter gave to the letters. Text whose letters stand where the font has them is said in few bytes, and
//! looks calmer.

use typst::layout::Em;
use typst::text::{Glyph, TextItem};

/// The widest and the narrowest space that look like one: twice the natural one, and three fifths of it.
const WIDEST_SPACE: Em = Em::new(0.5);
const NARROWEST_SPACE: Em = Em::new(0.15);

/// Less is no spacing of letters.
const LEAST: f64 = 1e-4;

/// How the letters of a line, or of a part of one, come to stand where the font has them: what each letter gives, and each
/// space takes. It stays as wide as it is.
pub(super) struct Evening {
    apart: Em,
    more: Em,
}

/// What evens a line; nothing where its letters stand so already, or its spaces would gape or close.
pub(super) fn evening(item: &TextItem) -> Option<Evening> {
    let apart = apart(item)?;
    let (mut letters, mut spaces) = (0_usize, Vec::new());
    for glyph in item.glyphs.iter().filter(|glyph| has_width(glyph)) {
        if is_space(&item.text, glyph) { spaces.push(glyph.x_advance) } else { letters += 1 }
    }
    let (widest, narrowest) = (spaces.iter().max()?, spaces.iter().min()?);
    #[expect(clippy::cast_precision_loss, reason = "counts of letters in a line")]
    let more = apart * (letters as f64 / spaces.len() as f64);
    let fits = *widest + more <= WIDEST_SPACE && *narrowest + more >= NARROWEST_SPACE;
    fits.then_some(Evening { apart, more })
}

impl Evening {
    /// The line, evened.
    pub(super) fn put(&self, item: &mut TextItem) {
        let TextItem { text, glyphs, .. } = item;
        for glyph in glyphs.iter_mut().filter(|glyph| has_width(glyph)) {
            if is_space(text, glyph) { glyph.x_advance += self.more } else { glyph.x_advance -= self.apart }
        }
    }
}

/// A space at the end of a line has no width and takes none.
fn has_width(glyph: &Glyph) -> bool {
    glyph.x_advance > Em::zero()
}

fn is_space(text: &str, glyph: &Glyph) -> bool {
    matches!(text.get(glyph.range()), Some(" " | "\u{a0}"))
}

/// How far letters stand apart: what most of them have beyond their own width, pairs that the font moves together aside.
fn apart(item: &TextItem) -> Option<Em> {
    let mut counts: Vec<(i64, usize, f64)> = Vec::new();
    for glyph in item.glyphs.iter().filter(|glyph| has_width(glyph) && !is_space(&item.text, glyph)) {
        let beyond = (glyph.x_advance - item.font.x_advance(glyph.id)?).get();
        #[expect(clippy::cast_possible_truncation, reason = "a small number, and only to be counted")]
        let steps = (beyond / LEAST).round() as i64;
        match counts.iter_mut().find(|(known, ..)| *known == steps) {
            Some((_, count, _)) => *count += 1,
            None => counts.push((steps, 1, beyond)),
        }
    }
    let (steps, _, beyond) = counts.into_iter().max_by_key(|(steps, count, _)| (*count, *steps))?;
    (steps != 0).then(|| Em::new(beyond))
}
