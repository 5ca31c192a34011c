//! Blocks and runs of text.

use baocao_vietnamese::compounds::title_pieces;
use baocao_vietnamese::nobreak::{Piece, pieces, plain};
use serde::Serialize;

use super::{Chart, Table};

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
        text: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// Its text.
        text: Vec<Inline>,
    },
    /// A list item: a paragraph that begins with its mark.
    Item {
        /// `-`, `+`, or a number as the author typed it.
        mark: String,
        /// Its text.
        text: Vec<Inline>,
    },
    /// A legal ground: a paragraph in italics.
    Ground {
        /// Its text.
        text: Vec<Inline>,
    },
    /// The number and title of a form or a table inside an appendix, centred.
    FormHeading {
        /// `Biểu mẫu 1`; empty where it has none.
        number: String,
        /// Its title.
        title: Vec<Inline>,
    },
    /// The title of a table inside the narrative, centred above it.
    Caption {
        /// The title.
        title: Vec<Inline>,
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
    Footnote(Vec<Inline>),
    /// The mark of a note under a table.
    Mark(String),
    /// A line break.
    Break,
    /// Nothing that is seen: the page of this place shall be known, by its number.
    Place(usize),
}

impl Inline {
    /// Plain text with the places where it must not break.
    pub fn text(text: &str) -> Vec<Self> {
        pieces(text).into_iter().map(Self::piece).collect()
    }

    /// The runs of a title: words of two syllables stay on one line too.
    pub fn titled(runs: Vec<Self>) -> Vec<Self> {
        let mut out = Vec::with_capacity(runs.len());
        for run in runs {
            match run {
                Self::Text(text) => out.extend(title_pieces(&text).into_iter().map(Self::piece)),
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

/// The text of runs without marks and footnotes, with ordinary spaces.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(part) | Inline::Keep(part) => text.push_str(&plain(part)),
            Inline::Bold(inner) | Inline::Italic(inner) => text.push_str(&plain_text(inner)),
            Inline::Footnote(_) | Inline::Mark(_) | Inline::Place(_) => {}
            Inline::Break => text.push(' '),
        }
    }
    text
}
