//! Blocks and runs of text.

use std::borrow::Cow;

use baocao_vietnamese::encoding::plain_hyphens;
use baocao_vietnamese::nobreak::{Piece, pieces, plain};
use baocao_vietnamese::titles::{TitlePiece, title_pieces};
use serde::Serialize;

use super::{Chart, Runs, Table};

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
    /// Plain text with the places where it must not break; spaces in a row are one, hyphens are plain.
    pub fn text(text: &str) -> Vec<Self> {
        pieces(&single_spaces(&plain_hyphens(text))).into_iter().map(Self::piece).collect()
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
            Inline::Footnote(_) | Inline::Cited(_) | Inline::Mark(_) | Inline::Place(_) => {}
            Inline::Break | Inline::Turn => text.push(' '),
        }
    }
    text
}
