//! Words that are wider than their line: where they may break at last.

use std::borrow::Cow;

use crate::document::width::{self, Face};
use crate::document::{Inline, Runs};

/// A line may break here.
const BREAK: char = '\u{200b}';

/// Pieces of a word are no narrower, in units of the size.
const LEAST_PIECE: f64 = 3.0;

/// What a line has for its words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    /// Its width, in units of the size.
    pub(crate) em: f64,
    /// The letters of the words.
    pub(crate) face: Face,
    /// Parts of a word that are wider, between its strokes, are cut into pieces, in units of the size.
    pub(crate) part: f64,
    /// How wide the pieces are at most, in units of the size: what they leave of a line stays empty.
    pub(crate) piece: f64,
    /// Whether the layout itself parts words that are held together, where it must.
    pub(crate) balanced: bool,
}

impl Line {
    /// A cell of a table: it begins with its word, and as few pieces as there can be fill its lines.
    pub(crate) fn cell(em: f64, face: Face) -> Self {
        Self { em, face, part: em + 0.01, piece: em * 0.95, balanced: false }
    }

    /// A line whose words follow other words: small pieces fill what these leave.
    pub(crate) fn of(em: f64, face: Face) -> Self {
        Self { em, face, part: em / 2.0, piece: (em / 8.0).max(LEAST_PIECE), balanced: false }
    }

    /// A line of a title or a name, of which the layout makes lines of equal length.
    pub(crate) fn balanced(em: f64, face: Face) -> Self {
        Self { balanced: true, ..Self::of(em, face) }
    }

    /// Whether a word is wider. Widths that were shared out are not exact to the last digit.
    fn lacks(self, word: &str) -> bool {
        self.face.of(word) > self.em + 0.01
    }
}

/// Zero-width spaces in words that are wider than `room`, in units of the size: after their strokes, hyphens and the like; inside
/// of their parts only where these are wider than the room.
pub(super) fn breakable(text: &str, room: f64) -> Cow<'_, str> {
    break_text(text, Line::cell(room, Face::Regular))
}

/// The same of any line.
pub(crate) fn break_text(text: &str, line: Line) -> Cow<'_, str> {
    if line.face.of_widest_word(text) <= line.em + 0.01 {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 8);
    for word in text.split_inclusive(char::is_whitespace) {
        let mut from = 0;
        for at in if line.lacks(word.trim_end()) { spots(word, line) } else { Vec::new() } {
            out.push_str(&word[from..at]);
            out.push(BREAK);
            from = at;
        }
        out.push_str(&word[from..]);
    }
    out.into()
}

/// Where a word that is wider than its line may break, by the bytes before which.
fn spots(word: &str, line: Line) -> Vec<usize> {
    let mut spots = Vec::new();
    let mut from = 0;
    for part in width::parts_of_address(word, line.part).unwrap_or_else(|| width::parts(word).collect()) {
        // No line begins with the second stroke of `://`.
        if from > 0 && !part.starts_with('/') {
            spots.push(from);
        }
        if line.face.of(part.trim_end()) > line.part {
            let mut used = 0.0;
            for (at, letter) in part.char_indices() {
                let wide = line.face.of(letter.encode_utf8(&mut [0; 4]));
                // A mark stays on its letter.
                if used + wide > line.piece && wide > 0.0 && used > 0.0 {
                    spots.push(from + at);
                    used = 0.0;
                }
                used += wide;
            }
        }
        from += part.len();
    }
    spots
}

/// Lets what is wider than a line of runs break, whichever runs it is made of and whatever holds it together; its
/// footnotes stand in lines of their own.
pub(crate) fn break_runs(runs: &mut [Inline], line: Line) {
    // No letter is wider than the size, or shorter than a byte.
    #[expect(clippy::cast_precision_loss, reason = "a text has a few million bytes")]
    if bytes(runs) as f64 <= line.em {
        return;
    }
    let mut text = String::new();
    let mut is_bold = false;
    write(runs, &mut text, &mut is_bold);
    let line = Line { face: if is_bold { Face::Bold } else { line.face }, ..line };
    // What may be parted already is parted there.
    let groups = || text.split([' ', '\n', BREAK]);
    let is_long =
        |group: &str| line.lacks(group) && (!line.balanced || group.split('\u{a0}').any(|word| line.lacks(word)));
    if !groups().any(is_long) {
        return;
    }
    let mut breaks = Vec::new();
    let mut from = 0;
    for group in groups() {
        if is_long(group) {
            // Words that are held together are parted between each other; only what is still wider is cut.
            let mut at = from;
            for word in group.split_inclusive('\u{a0}') {
                if at > from {
                    breaks.push(at);
                }
                if line.lacks(word.trim_end()) {
                    breaks.extend(spots(word, line).into_iter().map(|spot| at + spot));
                }
                at += word.len();
            }
        }
        from += group.len() + text[from + group.len()..].chars().next().map_or(0, char::len_utf8);
    }
    put(runs, &text, &mut 0, &breaks);
}

/// How long a text is at most.
fn bytes(runs: &[Inline]) -> usize {
    let own = |run: &Inline| match run {
        Inline::Text(text) | Inline::Keep(text) | Inline::Super(text) | Inline::Sub(text) => text.len(),
        Inline::Bold(inner) | Inline::Italic(inner) => bytes(inner),
        _ => 1,
    };
    runs.iter().map(own).sum()
}

/// What runs say, with the spaces that must not break.
fn write(runs: &[Inline], out: &mut String, is_bold: &mut bool) {
    for run in runs {
        match run {
            Inline::Text(text) | Inline::Super(text) | Inline::Sub(text) => out.push_str(text),
            Inline::Keep(text) => out.push_str(&text.replace(' ', "\u{a0}")),
            Inline::Bold(inner) => {
                *is_bold = true;
                write(inner, out, is_bold);
            }
            Inline::Italic(inner) => write(inner, out, is_bold),
            Inline::Break => out.push('\n'),
            Inline::Turn => out.push(' '),
            Inline::Footnote(_) | Inline::Cited(_) | Inline::Mark(_) | Inline::Place(_) => {}
        }
    }
}

/// Puts the breaks into runs that begin at a byte of what they say: what stayed on one line becomes plain text where one falls
/// into it.
fn put(runs: &mut [Inline], text: &str, at: &mut usize, breaks: &[usize]) {
    for run in runs {
        let long = match run {
            Inline::Text(own) | Inline::Super(own) | Inline::Sub(own) => own.len(),
            Inline::Keep(own) => own.len() + own.matches(' ').count() * ('\u{a0}'.len_utf8() - 1),
            Inline::Bold(inner) | Inline::Italic(inner) => {
                put(inner, text, at, breaks);
                continue;
            }
            Inline::Break | Inline::Turn => 1,
            Inline::Footnote(_) | Inline::Cited(_) | Inline::Mark(_) | Inline::Place(_) => 0,
        };
        let end = *at + long;
        let [first, last] = [*at, end].map(|at| breaks.partition_point(|spot| *spot < at));
        if first < last && matches!(run, Inline::Text(_) | Inline::Keep(_)) {
            let mut out = String::with_capacity(long + 3 * (last - first));
            for spot in &breaks[first..last] {
                // No line ends with a blank that is printed.
                match text[*at..*spot].strip_suffix('\u{a0}') {
                    Some(words) => out.extend([words, " "]),
                    None => {
                        out.push_str(&text[*at..*spot]);
                        out.push(BREAK);
                    }
                }
                *at = *spot;
            }
            out.push_str(&text[*at..end]);
            *run = Inline::Text(out);
        }
        *at = end;
    }
}

/// The footnotes of runs.
pub(crate) fn notes(runs: &mut [Inline], each: &mut impl FnMut(&mut Runs)) {
    for run in runs {
        match run {
            Inline::Footnote(text) => each(text),
            Inline::Bold(inner) | Inline::Italic(inner) => notes(inner, each),
            _ => {}
        }
    }
}
