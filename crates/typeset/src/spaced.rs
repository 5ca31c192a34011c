//! Letters stand apart, or close together, only in lines whose spaces would gape or close without: everywhere else the spaces
//! take what the typesetter gave to the letters. Text whose letters stand where the font has them is said in few bytes, and
//! looks calmer.

use std::collections::BTreeMap;

use typst::layout::Em;
use typst::text::TextItem;

/// The widest and the narrowest space that look like one: twice the natural one, and three fifths of it.
const WIDEST_SPACE: Em = Em::new(0.5);
const NARROWEST_SPACE: Em = Em::new(0.15);

/// Less is no spacing of letters.
const LEAST: f64 = 1e-4;

/// A line, or a part of one, with its letters where the font has them and other spaces; nothing where its letters stand so
/// already, or its spaces would gape or close. It is as wide as before.
pub(super) fn evened(item: &TextItem) -> Option<TextItem> {
    let is_space = |range: std::ops::Range<usize>| matches!(item.text.get(range), Some(" " | "\u{a0}"));
    // A space at the end of a line has no width and takes none.
    let (spaces, letters): (Vec<usize>, Vec<usize>) = (0..item.glyphs.len())
        .filter(|at| item.glyphs[*at].x_advance > Em::zero())
        .partition(|at| is_space(item.glyphs[*at].range()));
    let apart = apart(item, &letters)?;
    let widths = spaces.iter().map(|at| item.glyphs[*at].x_advance);
    let (widest, narrowest) = (widths.clone().max()?, widths.min()?);
    #[expect(clippy::cast_precision_loss, reason = "counts of letters in a line")]
    let more = apart * (letters.len() as f64 / spaces.len() as f64);
    if widest + more > WIDEST_SPACE || narrowest + more < NARROWEST_SPACE {
        return None;
    }
    let mut item = item.clone();
    letters.iter().for_each(|at| item.glyphs[*at].x_advance -= apart);
    spaces.iter().for_each(|at| item.glyphs[*at].x_advance += more);
    Some(item)
}

/// How far letters stand apart: what most of them have beyond their own width, pairs that the font moves together aside.
fn apart(item: &TextItem, letters: &[usize]) -> Option<Em> {
    let mut counts = BTreeMap::new();
    for at in letters {
        let glyph = &item.glyphs[*at];
        let beyond = (glyph.x_advance - item.font.x_advance(glyph.id)?).get();
        #[expect(clippy::cast_possible_truncation, reason = "a small number, and only to be counted")]
        let steps = (beyond / LEAST).round() as i64;
        counts.entry(steps).or_insert((0_usize, beyond)).0 += 1;
    }
    let (steps, (_, beyond)) = counts.into_iter().max_by_key(|(_, (count, _))| *count)?;
    (steps != 0).then(|| Em::new(beyond))
}
