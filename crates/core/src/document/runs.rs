//! Runs of text that know where they came from.

use std::iter::Peekable;
use std::ops::{Deref, DerefMut, Range};
use std::sync::Arc;

use baocao_vietnamese::encoding::SOFT_HYPHEN;
use serde::{Serialize, Serializer};

use super::block::is_blank;
use super::origin::{Figure, Origin, Part, Woven};
use super::shifted::shifted;
use super::{Inline, plain_text};

/// Runs of text. They print what their runs say; what these came from stands beside them and does not reach the page.
///
/// Later stages join and part runs, change spaces and let words break. So origins count letters, in the order in which they are
/// read, footnotes apart, which have origins of their own: these stay what they are.
#[derive(Debug, Clone, Default)]
pub struct Runs {
    runs: Vec<Inline>,
    #[expect(clippy::box_collection, reason = "a table has a million cells, and most have no origin")]
    origins: Option<Box<Vec<Traced>>>,
}

/// Letters of runs, and what they came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traced {
    /// The letters, counted as [`Runs::words`] has them.
    pub letters: Range<usize>,
    /// What they came from.
    pub from: Origin,
}

impl Runs {
    /// Plain text with the places where it must not break.
    pub fn text(text: &Woven<'_>) -> Self {
        if text.parts.is_empty() {
            return Inline::text(&text.text).into();
        }
        let mut tracer = Tracer::default();
        tracer.text(&text.text, &text.parts);
        tracer.runs(Inline::text(&text.text))
    }

    /// Plain text whose line feeds break lines.
    pub fn lines(text: &Woven<'_>) -> Self {
        let mut all = Self::default();
        for (index, line) in text.lines().enumerate() {
            if index > 0 {
                all.push(Inline::Break);
            }
            all.join(Self::text(&line));
        }
        all
    }

    /// Runs that print a figure.
    pub(crate) fn figure(runs: Vec<Inline>, figure: Option<Arc<Figure>>) -> Self {
        let runs = Self::from(runs);
        let traced = |figure| Traced { letters: 0..runs.words().chars().count(), from: Origin::Figure(figure) };
        let origins = figure.map(|figure| Box::new(vec![traced(figure)]));
        Self { origins, ..runs }
    }

    /// Other runs with the same letters.
    #[must_use]
    pub(crate) fn with(&self, runs: Vec<Inline>) -> Self {
        Self { runs, origins: self.origins.clone() }
    }

    /// What they came from, in order.
    pub fn origins(&self) -> &[Traced] {
        self.origins.as_deref().map_or(&[], Vec::as_slice)
    }

    /// Their letters: as they are printed, without footnotes and the marks where words may break.
    pub fn words(&self) -> String {
        plain_text(&self.runs).replace(is_break, "")
    }

    /// Puts places before letters, each with its number: `(letter, number)`, in order. Text that stays on one line is not
    /// cut: the place stands before it. What stands behind the last letter is put at the end.
    pub fn put_places(&mut self, spots: &[(usize, usize)]) {
        if spots.is_empty() {
            return;
        }
        let mut spots = spots.iter().copied().peekable();
        self.runs = placed(std::mem::take(&mut self.runs), &mut 0, &mut spots);
        self.runs.extend(spots.map(|(_, number)| Inline::Place(number)));
    }

    /// Puts other runs behind these.
    pub(crate) fn join(&mut self, more: Self) {
        if let Some(origins) = more.origins {
            let start = self.words().chars().count();
            let moved = origins
                .into_iter()
                .map(|Traced { letters, from }| Traced { letters: start + letters.start..start + letters.end, from });
            self.origins.get_or_insert_default().extend(moved);
        }
        self.runs.extend(more.runs);
    }

    /// In capitals. Where these are more letters, as few are, nothing says any more where they came from.
    #[must_use]
    pub(crate) fn upper(self) -> Self {
        let count = |runs: &Self| runs.words().chars().count();
        let upper = self.with(upper(&self.runs));
        if count(&upper) == count(&self) { upper } else { Self::from(upper.runs) }
    }
}

/// What lets a word break, or keeps it whole, and is no letter.
fn is_break(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2060}')
}

/// Runs with the places of spots before their letters; `at` is the first letter.
fn placed(
    runs: Vec<Inline>,
    at: &mut usize,
    spots: &mut Peekable<impl Iterator<Item = (usize, usize)>>,
) -> Vec<Inline> {
    let mut out = Vec::with_capacity(runs.len());
    for run in runs {
        match run {
            Inline::Text(text) => {
                let letters: Vec<usize> =
                    text.char_indices().filter(|(_, c)| !is_break(*c)).map(|(byte, _)| byte).collect();
                let mut from = 0;
                while let Some((letter, number)) = spots.next_if(|(letter, _)| *letter < *at + letters.len()) {
                    let cut = letters.get(letter.saturating_sub(*at)).map_or(from, |cut| *cut);
                    if cut > from {
                        out.push(Inline::Text(text[from..cut].to_owned()));
                        from = cut;
                    }
                    out.push(Inline::Place(number));
                }
                out.push(Inline::Text(text[from..].to_owned()));
                *at += letters.len();
            }
            Inline::Keep(text) => {
                *at += text.chars().filter(|c| !is_break(*c)).count();
                while let Some((_, number)) = spots.next_if(|(letter, _)| letter < at) {
                    out.push(Inline::Place(number));
                }
                out.push(Inline::Keep(text));
            }
            // A place inside of them stands before them.
            run @ (Inline::Super(_) | Inline::Sub(_)) => {
                *at += plain_text(std::slice::from_ref(&run)).chars().count();
                while let Some((_, number)) = spots.next_if(|(letter, _)| letter < at) {
                    out.push(Inline::Place(number));
                }
                out.push(run);
            }
            Inline::Bold(inner) => out.push(Inline::Bold(placed(inner, at, spots))),
            Inline::Italic(inner) => out.push(Inline::Italic(placed(inner, at, spots))),
            run @ (Inline::Break | Inline::Turn) => {
                *at += 1;
                out.push(run);
            }
            run @ (Inline::Footnote(_) | Inline::Cited(_) | Inline::Mark(_) | Inline::Place(_)) => out.push(run),
        }
    }
    out
}

fn upper(runs: &[Inline]) -> Vec<Inline> {
    let upper = |run: &Inline| match run {
        Inline::Text(text) => Inline::Text(text.to_uppercase()),
        Inline::Bold(inner) => Inline::Bold(upper(inner)),
        Inline::Italic(inner) => Inline::Italic(upper(inner)),
        Inline::Super(letters) => Inline::Super(letters.to_uppercase()),
        Inline::Sub(letters) => Inline::Sub(letters.to_uppercase()),
        other => other.clone(),
    };
    runs.iter().map(upper).collect()
}

/// Follows a text as it becomes runs.
#[derive(Debug, Default)]
pub(crate) struct Tracer {
    letters: usize,
    found: Vec<Traced>,
}

impl Tracer {
    /// A text that becomes runs as [`Inline::text`] makes them.
    pub(crate) fn text(&mut self, text: &str, parts: &[Part]) {
        let mut parts = parts.iter().peekable();
        // Where the piece of the part begins that is being read: its byte and its letter.
        let mut open: Option<(usize, usize)> = None;
        let mut last = None;
        let all = shifted(text);
        let mut marks = all.iter().peekable();
        for (at, c) in text.char_indices() {
            while let Some(part) = parts.next_if(|(range, _)| range.end <= at) {
                self.close(&mut open, part, part.0.end);
            }
            let part = parts.peek().filter(|(range, _)| range.start <= at);
            marks.next_if(|mark| mark.range.end <= at);
            let is_sign = marks.peek().is_some_and(|mark| mark.is_sign(at));
            let is_left_out = is_sign || c == SOFT_HYPHEN || is_break(c) || (is_blank(c) && last.is_some_and(is_blank));
            if is_left_out {
                part.iter().for_each(|part| self.close(&mut open, part, at));
                continue;
            }
            if part.is_some() {
                open.get_or_insert((at, self.letters));
            }
            (self.letters, last) = (self.letters + 1, Some(c));
            // It is printed as a space, which is shorter.
            if c != ' ' && is_blank(c) {
                part.iter().for_each(|part| self.close(&mut open, part, at + c.len_utf8()));
            }
        }
        if let Some(part) = parts.next() {
            self.close(&mut open, part, part.0.end.min(text.len()));
        }
    }

    /// Ends the piece that is open before a byte of the text.
    fn close(&mut self, open: &mut Option<(usize, usize)>, (range, origin): &Part, end: usize) {
        let Some((start, letter)) = open.take() else { return };
        let (letters, from) =
            (letter..self.letters, origin.cut(&(start - range.start..end - range.start), range.len()));
        // A value is one thing, however many pieces it is read in.
        match (self.found.last_mut(), &from) {
            (Some(Traced { letters: before, from: Origin::Figure(last) }), Origin::Figure(figure))
                if before.end == letter && Arc::ptr_eq(last, figure) =>
            {
                before.end = letters.end;
            }
            _ => self.found.push(Traced { letters, from }),
        }
    }

    /// A letter that came from nowhere.
    pub(crate) fn letter(&mut self) {
        self.letters += 1;
    }

    /// The runs that the texts became. The next ones begin anew.
    pub(crate) fn runs(&mut self, runs: Vec<Inline>) -> Runs {
        let found = std::mem::take(self).found;
        Runs { runs, origins: (!found.is_empty()).then(|| Box::new(found)) }
    }
}

impl From<Vec<Inline>> for Runs {
    fn from(runs: Vec<Inline>) -> Self {
        Self { runs, origins: None }
    }
}

impl Deref for Runs {
    type Target = Vec<Inline>;

    fn deref(&self) -> &Vec<Inline> {
        &self.runs
    }
}

impl DerefMut for Runs {
    fn deref_mut(&mut self) -> &mut Vec<Inline> {
        &mut self.runs
    }
}

impl IntoIterator for Runs {
    type Item = Inline;
    type IntoIter = std::vec::IntoIter<Inline>;

    fn into_iter(self) -> Self::IntoIter {
        self.runs.into_iter()
    }
}

impl<'a> IntoIterator for &'a Runs {
    type Item = &'a Inline;
    type IntoIter = std::slice::Iter<'a, Inline>;

    fn into_iter(self) -> Self::IntoIter {
        self.runs.iter()
    }
}

/// Runs are the same where they print the same.
impl PartialEq for Runs {
    fn eq(&self, other: &Self) -> bool {
        self.runs == other.runs
    }
}

impl Serialize for Runs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.runs.serialize(serializer)
    }
}
