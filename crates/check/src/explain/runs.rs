//! Runs of text as strings, and places put into runs.

use baocao_core::document::Inline;
use baocao_vietnamese::nobreak::plain;

/// The texts of runs: first the runs themselves, then their footnotes in order.
pub(super) fn texts(runs: &[Inline]) -> Vec<String> {
    let mut texts = vec![String::new()];
    collect(runs, 0, &mut texts);
    texts
}

fn collect(runs: &[Inline], into: usize, texts: &mut Vec<String>) {
    for run in runs {
        match run {
            Inline::Text(part) | Inline::Keep(part) => texts[into].push_str(&plain(part)),
            Inline::Bold(inner) | Inline::Italic(inner) => collect(inner, into, texts),
            Inline::Break | Inline::Turn => texts[into].push(' '),
            Inline::Footnote(inner) => {
                texts.push(String::new());
                collect(inner, texts.len() - 1, texts);
            }
            Inline::Cited(_) | Inline::Mark(_) | Inline::Place(_) => {}
        }
    }
}

/// A place to be put into runs: the text that it stands in, as [`texts`] numbers them, the character before which it
/// stands, and its number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) text: usize,
    pub(super) at: usize,
    pub(super) number: usize,
}

/// The runs with places in them. Text that stays on one line is not cut: the place stands before it.
pub(super) fn with_places(runs: Vec<Inline>, spots: &[Spot]) -> Vec<Inline> {
    if spots.is_empty() {
        return runs;
    }
    let mut walk = Walk { spots, put: vec![false; spots.len()], texts: 1 };
    let mut at = 0;
    let mut runs = walk.runs(runs, 0, &mut at);
    // What stands after the last character, or in no text at all.
    runs.extend(walk.left());
    runs
}

struct Walk<'a> {
    spots: &'a [Spot],
    put: Vec<bool>,
    texts: usize,
}

impl Walk<'_> {
    /// The spots of a text that stand in a range and were not put yet.
    fn take(&mut self, text: usize, start: usize, end: usize) -> Vec<Spot> {
        let mut taken = Vec::new();
        for (spot, put) in self.spots.iter().zip(&mut self.put) {
            if !*put && spot.text == text && (start..end).contains(&spot.at) {
                *put = true;
                taken.push(*spot);
            }
        }
        taken.sort_by_key(|spot| spot.at);
        taken
    }

    fn left(&self) -> impl Iterator<Item = Inline> {
        let left = self.spots.iter().zip(&self.put).filter(|(_, put)| !**put);
        left.map(|(spot, _)| Inline::Place(spot.number))
    }

    fn runs(&mut self, runs: Vec<Inline>, text: usize, at: &mut usize) -> Vec<Inline> {
        let mut out = Vec::with_capacity(runs.len());
        for run in runs {
            match run {
                Inline::Text(part) => {
                    let start = *at;
                    *at += part.chars().count();
                    let mut rest = part.as_str();
                    let mut done = start;
                    for spot in self.take(text, start, *at) {
                        let cut = rest.char_indices().nth(spot.at - done).map_or(rest.len(), |(cut, _)| cut);
                        let (before, after) = rest.split_at(cut);
                        if !before.is_empty() {
                            out.push(Inline::Text(before.to_owned()));
                        }
                        out.push(Inline::Place(spot.number));
                        (rest, done) = (after, spot.at);
                    }
                    out.push(Inline::Text(rest.to_owned()));
                }
                Inline::Keep(part) => {
                    let start = *at;
                    *at += part.chars().count();
                    out.extend(self.take(text, start, *at).into_iter().map(|spot| Inline::Place(spot.number)));
                    out.push(Inline::Keep(part));
                }
                Inline::Bold(inner) => out.push(Inline::Bold(self.runs(inner, text, at))),
                Inline::Italic(inner) => out.push(Inline::Italic(self.runs(inner, text, at))),
                run @ (Inline::Break | Inline::Turn) => {
                    *at += 1;
                    out.push(run);
                }
                Inline::Footnote(inner) => {
                    let (note, mut start) = (self.texts, 0);
                    self.texts += 1;
                    out.push(Inline::Footnote(self.runs(inner, note, &mut start)));
                }
                run @ (Inline::Cited(_) | Inline::Mark(_) | Inline::Place(_)) => out.push(run),
            }
        }
        out
    }
}
