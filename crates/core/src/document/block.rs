//! Blocks and runs of text.

use std::borrow::Cow;

use baocao_vietnamese::encoding::plain_hyphens;
use baocao_vietnamese::nobreak::{Piece, pieces, plain};
use baocao_vietnamese::titles::{TitlePiece, title_pieces};
use serde::Serialize;

use super::shifted::{self, Shifted, shifted};
use super::{Chart, Picture, Runs, Table};

/// A block of the body or of an appendix.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A heading with the number that the program gave it.
    Heading {
        /// Its depth, from 1.
        level: usize,
        /// `II.`, `2.`, `a)`; empty where headings of this depth have none.
        number: String,
        /// How it looks.
        look: Look,
        /// Whether the paragraph after it begins on its line.
        run_in: bool,
        /// Its text.
        text: Runs,
    },
    /// A paragraph.
    Paragraph {
        /// Its text.
        text: Runs,
    },
    /// A list item: a paragraph that begins with its mark.
    Item {
        /// `-`, `+`, or a number as the author typed it.
        mark: String,
        /// Its text.
        text: Runs,
    },
    /// A legal ground: a paragraph in italics.
    Ground {
        /// Its text.
        text: Runs,
    },
    /// A line in bold in the middle: who decides, `QUYẾT ĐỊNH:`.
    Centred {
        /// Its text.
        text: Runs,
    },
    /// The number and title of a form or a table inside an appendix, centred.
    FormHeading {
        /// `Biểu mẫu 1`; empty where it has none.
        number: String,
        /// Its title.
        title: Runs,
    },
    /// The title of a table inside the narrative, centred above it.
    Caption {
        /// The title.
        title: Runs,
    },
    /// A table.
    Table {
        /// The table.
        table: Table,
        /// Whether the sign `./.` stands under it, because nothing follows.
        end: bool,
    },
    /// A chart.
    Chart(Chart),
    /// A picture.
    Picture(Picture),
}

/// How a heading looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// Centred bold, as `Phần I` is.
    Part,
    /// Bold; capitals are in the text.
    Bold,
    /// As running text is, or italic where the style says so: `a)`.
    Point,
    /// Italic.
    Italic,
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "k", content = "c", rename_all = "snake_case")]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Text that stays on one line.
    Keep(String),
    /// Bold.
    Bold(Vec<Inline>),
    /// Italic.
    Italic(Vec<Inline>),
    /// Raised letters: the 2 of `m²`.
    Super(String),
    /// Lowered letters: the 2 of `CO₂`.
    Sub(String),
    /// A footnote.
    Footnote(Runs),
    /// The mark of a footnote that was begun before.
    Cited(Cited),
    /// The mark of a note under a table.
    Mark(String),
    /// A line break.
    Break,
    /// A space at which the sense of a title or a name turns: the best place for its line to end.
    Turn,
    /// Nothing that is seen: the page of this place shall be known, by its number.
    Place(usize),
}

/// A footnote that is referred to again.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cited {
    /// How many footnotes were begun since.
    pub back: usize,
    /// Its text.
    #[serde(skip)]
    pub text: Runs,
}

impl Inline {
    /// Plain text with the places where it must not break, its raised and lowered letters; spaces in a row are one, hyphens
    /// are plain.
    pub fn text(text: &str) -> Vec<Self> {
        let hyphens = plain_hyphens(text);
        let text = single_spaces(&hyphens);
        let all = shifted(&text);
        if all.is_empty() { pieces(&text).into_iter().map(Self::piece).collect() } else { Self::shifted(&text, &all) }
    }

    /// A text with raised and lowered letters. Where it must not break is known without their marks.
    fn shifted(text: &str, all: &[Shifted]) -> Vec<Self> {
        let mut unmarked = String::with_capacity(text.len());
        let mut shifts = Vec::with_capacity(all.len());
        let (mut from, mut letters) = (0, 0);
        for one in all {
            let (before, inside) = (&text[from..one.range.start], &text[one.inside()]);
            let first = letters + before.chars().count();
            letters = first + inside.chars().count();
            shifts.push((first..letters, one.is_raised));
            unmarked.extend([before, inside]);
            from = one.range.end;
        }
        unmarked.push_str(&text[from..]);
        let (mut out, mut at) = (Vec::new(), 0);
        let mut shifts = shifts.into_iter().peekable();
        for piece in pieces(&unmarked) {
            let (text, make): (String, fn(String) -> Self) = match piece {
                Piece::Text(text) => (text, Self::Text),
                Piece::Keep(text) => (text, Self::Keep),
            };
            let mut rest = text.as_str();
            while !rest.is_empty() {
                shifts.next_if(|(own, _)| own.end <= at);
                let (until, make) = match shifts.peek() {
                    Some((own, true)) if own.start <= at => (own.end, Self::Super as fn(String) -> Self),
                    Some((own, false)) if own.start <= at => (own.end, Self::Sub as fn(String) -> Self),
                    Some((own, _)) => (own.start, make),
                    None => (usize::MAX, make),
                };
                let cut = rest.char_indices().nth(until - at).map_or(rest.len(), |(cut, _)| cut);
                at += rest[..cut].chars().count();
                out.push(make(rest[..cut].to_owned()));
                rest = &rest[cut..];
            }
        }
        out
    }

    /// The runs of a title or a name: words of two syllables and names of places stay on one line too, and it is known where
    /// the sense turns.
    pub fn titled(runs: Vec<Self>) -> Vec<Self> {
        let mut out = Vec::with_capacity(runs.len());
        for run in runs {
            match run {
                Self::Text(text) => out.extend(title_pieces(&text).into_iter().map(Self::title_piece)),
                Self::Bold(inner) => out.push(Self::Bold(Self::titled(inner))),
                Self::Italic(inner) => out.push(Self::Italic(Self::titled(inner))),
                other => out.push(other),
            }
        }
        out
    }

    fn piece(piece: Piece) -> Self {
        match piece {
            Piece::Text(text) => Self::Text(text),
            Piece::Keep(text) => Self::Keep(text),
        }
    }

    fn title_piece(piece: TitlePiece) -> Self {
        match piece {
            TitlePiece::Text(text) => Self::Text(text),
            TitlePiece::Keep(text) => Self::Keep(text),
            TitlePiece::Turn => Self::Turn,
        }
    }

    /// Plain text whose line feeds break lines.
    pub fn lines(text: &str) -> Vec<Self> {
        let mut runs = Vec::new();
        for (index, line) in text.lines().enumerate() {
            if index > 0 {
                runs.push(Self::Break);
            }
            runs.extend(Self::text(line));
        }
        runs
    }
}

/// The text with one space for several in a row, of whatever width: the first of them, and none of another width than an
/// ordinary one.
fn single_spaces(text: &str) -> Cow<'_, str> {
    let mut behind_blank = false;
    let is_plain = text.chars().all(|c| {
        let behind = std::mem::replace(&mut behind_blank, is_blank(c));
        !is_blank(c) || !behind && matches!(c, ' ' | '\u{a0}')
    });
    if is_plain {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let blank = is_blank(c);
        if !blank || !out.ends_with([' ', '\u{a0}']) {
            out.push(if blank && c != '\u{a0}' { ' ' } else { c });
        }
    }
    Cow::Owned(out)
}

/// Whether a character is a space inside of a line: a tabulator and those of other widths are.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// The text of runs without marks and footnotes, with ordinary spaces.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(part) | Inline::Keep(part) => text.push_str(&plain(part)),
            Inline::Bold(inner) | Inline::Italic(inner) => text.push_str(&plain_text(inner)),
            Inline::Super(letters) => text.push_str(&shifted::raised(letters)),
            Inline::Sub(letters) => text.push_str(letters),
            Inline::Footnote(_) | Inline::Cited(_) | Inline::Mark(_) | Inline::Place(_) => {}
            Inline::Break | Inline::Turn => text.push(' '),
        }
    }
    text
}
