//! Words that are looked for in passages, as people write them down.
//!
//! A phrase is found as whole words, whatever white space stands between them and however their letters are composed. In small
//! letters it is found in any case; with a capital, as it is written. What stands in braces stands for any words of a kind:
//! `{1}` a number, `{I}` a Roman one, `{A}` a word with a capital, `{a}` a word in small letters, `{x}` a single small letter,
//! and `{|}` for the beginning or the end of a line.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use baocao_vietnamese::encoding::{composed, nfc};
use baocao_vietnamese::{one_line, small};
use foldhash::fast::RandomState;

use crate::Passage;
use crate::piece::{Gap, Piece, length};

/// No phrase is longer, in characters.
pub const LONGEST: usize = 200;

/// Words that are looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// As it was written.
    written: String,
    parts: Vec<Part>,
    /// Whether it stands at the beginning or the end of a line.
    edges: [bool; 2],
    /// Whether its letters are found in their own case only.
    exact: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    /// Whether white space stands before it.
    spaced: bool,
    what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    /// A word or a sign, as it is written and in small letters.
    Word { written: String, small: String },
    /// Any word of a kind.
    Any(Any),
}

/// Words of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Any {
    Number,
    Roman,
    Capital,
    Small,
    Letter,
}

/// How the kinds of words are written.
const KINDS: [(&str, Any); 5] =
    [("1", Any::Number), ("I", Any::Roman), ("A", Any::Capital), ("a", Any::Small), ("x", Any::Letter)];

/// All that may stand in braces.
pub const BRACES: [&str; 6] = ["{1}", "{I}", "{A}", "{a}", "{x}", "{|}"];

/// Why words are no phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is written.
    Empty,
    /// It is longer than [`LONGEST`].
    TooLong,
    /// These braces mean nothing.
    Unknown(String),
}

impl fmt::Display for Phrase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.written)
    }
}

impl Phrase {
    /// What was written.
    ///
    /// # Errors
    ///
    /// Why it is no phrase.
    pub fn read(written: &str) -> Result<Self, Fault> {
        let written = nfc(written);
        if written.chars().count() > LONGEST {
            return Err(Fault::TooLong);
        }
        let (parts, edges) = (Vec::new(), [false; 2]);
        let mut phrase = Self { written: one_line(&written), parts, edges, exact: false };
        let mut rest = written.as_str();
        let mut spaced = false;
        while let Some(first) = rest.chars().next() {
            let length = match first {
                _ if first.is_whitespace() => {
                    spaced = true;
                    rest = &rest[first.len_utf8()..];
                    continue;
                }
                '{' => rest.find('}').map_or(rest.len(), |end| end + 1),
                _ => length(rest),
            };
            let (part, after) = rest.split_at(length);
            rest = after;
            if part == "{|}" {
                phrase.edges[usize::from(!phrase.parts.is_empty())] = true;
                continue;
            }
            let what = match part.strip_prefix('{') {
                Some(inner) => {
                    let inner = inner.strip_suffix('}').unwrap_or_default();
                    let known = KINDS.iter().find(|(kind, _)| *kind == inner);
                    What::Any(known.map(|(_, any)| *any).ok_or_else(|| Fault::Unknown(part.to_owned()))?)
                }
                None => What::Word { written: part.to_owned(), small: small(part) },
            };
            phrase.parts.push(Part { spaced: std::mem::take(&mut spaced), what });
        }
        let exact = phrase.words().any(|(written, small)| written != small);
        phrase.exact = exact;
        if phrase.parts.is_empty() && phrase.edges == [false; 2] { Err(Fault::Empty) } else { Ok(phrase) }
    }

    /// The same words, found in their own case only.
    pub fn as_written(mut self) -> Self {
        self.exact = true;
        self
    }

    /// The same words, found in any case.
    pub fn in_any_case(mut self) -> Self {
        self.exact = false;
        self
    }

    /// Whether it says something: it has a word, or a sign that is no punctuation. All else is found nearly everywhere.
    pub fn says_something(&self) -> bool {
        self.words().any(|(written, _)| !written.chars().all(|c| ".,:;-–()\"“”".contains(c)))
    }

    /// Whether its letters are found in their own case only.
    pub fn is_exact(&self) -> bool {
        self.exact
    }

    /// Whether two phrases are the same words, whatever their case.
    pub fn is_same(&self, other: &Self) -> bool {
        let alike = |(one, other): (&Part, &Part)| match (&one.what, &other.what) {
            (What::Word { small, .. }, What::Word { small: others, .. }) => small == others,
            (one, other) => one == other,
        };
        self.parts.len() == other.parts.len() && self.parts.iter().zip(&other.parts).all(alike)
    }

    /// Of how many words and signs it is.
    pub fn count(&self) -> usize {
        self.parts.len()
    }

    /// The same with each choice of its commas left out, itself first. Only the first three are left out.
    pub fn without_commas(&self) -> Vec<Self> {
        let comma = |part: &Part| matches!(&part.what, What::Word { small, .. } if small == ",");
        let commas = (0..self.parts.len()).filter(|at| comma(&self.parts[*at])).take(3);
        let mut all = vec![self.clone()];
        for at in commas.collect::<Vec<_>>().into_iter().rev() {
            let without = |phrase: &Self| {
                let mut phrase = phrase.clone();
                phrase.parts.remove(at);
                phrase
            };
            all.extend(all.iter().map(without).collect::<Vec<_>>());
        }
        all
    }

    /// The word that it begins with, in small letters; nothing where any word of a kind may stand there.
    pub fn first(&self) -> Option<&str> {
        match &self.parts.first()?.what {
            What::Word { small, .. } => Some(small),
            What::Any(_) => None,
        }
    }

    /// Where it ends, in pieces, if it begins with a piece of a passage.
    pub fn at(&self, passage: &Passage<'_>, start: usize) -> Option<usize> {
        let pieces = passage.pieces();
        let end = start + self.parts.len();
        let here = pieces.get(start..end)?;
        let fits = |(at, (part, piece)): (usize, (&Part, &Piece))| {
            let gap = at == 0 || (piece.gap == Gap::None) != part.spaced && piece.gap != Gap::Break;
            gap && self.means(&part.what, passage, piece)
        };
        let edges = (!self.edges[0] || passage.begins_line(start)) && (!self.edges[1] || passage.ends_line(end));
        (edges && self.parts.iter().zip(here).enumerate().all(fits)).then_some(end)
    }

    /// Whether it ends right before a piece.
    pub fn stands_before(&self, passage: &Passage<'_>, start: usize) -> bool {
        let Some(from) = start.checked_sub(self.parts.len()) else { return false };
        let apart = !self.parts.is_empty() && passage.pieces().get(start).is_some_and(|piece| piece.gap == Gap::Break);
        !apart && self.at(passage, from).is_some()
    }

    /// Whether it begins right behind the pieces that end at a place.
    pub fn stands_behind(&self, passage: &Passage<'_>, end: usize) -> bool {
        let apart = !self.parts.is_empty() && passage.pieces().get(end).is_none_or(|piece| piece.gap == Gap::Break);
        !apart && self.at(passage, end).is_some()
    }

    /// Its words, each of which says what stands there where it is any of a kind: the words of the same kind that another
    /// phrase was found with, in their order.
    pub fn filled(&self, by: &Self, passage: &Passage<'_>, start: usize) -> String {
        let found = by.parts.iter().zip(passage.pieces().iter().skip(start));
        let mut any = found.filter(|(part, _)| matches!(part.what, What::Any(_))).map(|(_, piece)| piece);
        let mut text = String::new();
        for part in &self.parts {
            if part.spaced && !text.is_empty() {
                text.push(' ');
            }
            match &part.what {
                What::Word { written, .. } => text.push_str(written),
                What::Any(_) => text.push_str(any.next().map_or("", |piece| &passage.text[piece.range.clone()])),
            }
        }
        text
    }

    fn words(&self) -> impl Iterator<Item = (&str, &str)> {
        self.parts.iter().filter_map(|part| match &part.what {
            What::Word { written, small } => Some((written.as_str(), small.as_str())),
            What::Any(_) => None,
        })
    }

    fn means(&self, what: &What, passage: &Passage<'_>, piece: &Piece) -> bool {
        let text = &passage.text[piece.range.clone()];
        let mut letters = text.chars();
        match what {
            What::Word { written, .. } if self.exact => composed(text) == written.as_str(),
            What::Word { small, .. } => composed(passage.small(&piece.range)) == small.as_str(),
            What::Any(Any::Number) => text.starts_with(|c: char| c.is_ascii_digit()),
            What::Any(Any::Roman) => letters.all(|c| "IVXLC".contains(c)),
            What::Any(Any::Capital) => text.starts_with(char::is_uppercase),
            What::Any(Any::Small) => text.starts_with(char::is_lowercase),
            What::Any(Any::Letter) => composed(text).chars().count() == 1 && text.starts_with(char::is_lowercase),
        }
    }
}

/// Phrases that are looked for together, each with what it stands for.
#[derive(Debug, Clone)]
pub struct Phrases<T> {
    all: Vec<(Phrase, T)>,
    by_first: HashMap<String, Vec<usize>, RandomState>,
    /// Those that begin with any word of a kind.
    others: Vec<usize>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { all: Vec::new(), by_first: HashMap::default(), others: Vec::new() }
    }
}

impl<T> Phrases<T> {
    /// Of a list.
    pub fn new(all: impl IntoIterator<Item = (Phrase, T)>) -> Self {
        let all: Vec<(Phrase, T)> = all.into_iter().collect();
        let mut phrases = Self::default();
        for (index, (phrase, _)) in all.iter().enumerate() {
            match phrase.first() {
                Some(first) => phrases.by_first.entry(first.to_owned()).or_default().push(index),
                None => phrases.others.push(index),
            }
        }
        Self { all, ..phrases }
    }

    /// Where they stand in a passage, in pieces, in the order in which they begin.
    pub fn find<'p>(&'p self, passage: &'p Passage<'_>) -> impl Iterator<Item = (Range<usize>, &'p Phrase, &'p T)> {
        let pieces = passage.pieces().iter().enumerate();
        pieces.flat_map(move |(start, piece)| {
            let first = composed(passage.small(&piece.range));
            let known = self.by_first.get(first.as_ref()).into_iter().flatten().chain(&self.others);
            known.filter_map(move |index| {
                let (phrase, meant) = &self.all[*index];
                Some((start..phrase.at(passage, start)?, phrase, meant))
            })
        })
    }
}
