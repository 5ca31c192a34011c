//! Running text as a row of numbers and the marks between them.

use std::ops::Range;

use rust_decimal::Decimal;

use super::joined;
use super::shape::{self, Shape};
use super::unit::{self, Unit};
use crate::cells::is_row;
use crate::sentence::{self, ends_sentence};

/// A number or a mark, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Its bytes; of a number without its unit and percent sign.
    pub range: Range<usize>,
    /// Where it ends with its unit or percent sign.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// The unit that follows a number; empty where none does.
    pub unit: Unit,
    /// Words before a number that make it a change, a limit or an estimate.
    pub hedge: bool,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// A number of things.
    Count(Decimal),
    /// A percentage; its scale is the number of decimals written.
    Percent(Decimal),
    /// `22/29`, `20 trên 26`, `20 trong tổng số 26`.
    Fraction(Decimal, Decimal),
    /// A number that counts nothing: a date, the number of a document, of a list, a level, a length of time.
    Other,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// The end of a sentence.
    Stop,
    /// The end of a line.
    Line,
}

impl Kind {
    /// Whether it is a number that counts something.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Count(_) | Self::Percent(_) | Self::Fraction(..))
    }
}

/// The tokens of a text, which may be Markdown, in order; byte offsets are those of the text. Tables are left out: they are no
/// sentences.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if !is_row(line) {
            read_line(text, start..start + line.len(), &mut tokens);
        }
        start += line.len();
        let end = if line.ends_with('\n') { start - 1 } else { start };
        tokens.push(Token { range: end..start, end: start, ..mark(Kind::Line, end) });
    }
    joined::joined(text, tokens)
}

/// A sentence is read as ended after so many numbers and marks.
const LONGEST_SENTENCE: usize = 200;

/// A line is read as ended by the first sentence that ends after so many.
const LONGEST_LINE: usize = 400;

fn mark(kind: Kind, at: usize) -> Token {
    Token { range: at..at + 1, end: at + 1, kind, unit: Unit::default(), hedge: false }
}

fn read_line(text: &str, line: Range<usize>, tokens: &mut Vec<Token>) {
    let mut at = shape::list_number(&text[line.clone()]).map_or(line.start, |length| line.start + length);
    // Where the line and the sentence were read as begun: token and byte.
    let (mut begun, mut sentence) = (tokens.len(), (tokens.len(), line.start));
    while let Some(&byte) = text.as_bytes().get(at).filter(|_| at < line.end) {
        let long = at - sentence.1 >= sentence::LONGEST && byte == b' ';
        if (long || tokens.len() - sentence.0 >= LONGEST_SENTENCE) && text.is_char_boundary(at) {
            tokens.push(Token { range: at..at, end: at, ..mark(Kind::Line, at) });
            (begun, sentence) = (tokens.len(), (tokens.len(), at));
        }
        let kind = match byte {
            b'(' => Kind::Open,
            b')' => Kind::Close,
            b',' => Kind::Comma,
            b':' => Kind::Colon,
            b';' => Kind::Semicolon,
            b'.' | b'!' | b'?' if ends_sentence(&text[..line.end], at) => Kind::Stop,
            b'0'..=b'9' => {
                let token = number(text, at, line.end);
                at = token.end;
                tokens.push(token);
                continue;
            }
            _ => {
                at += 1;
                continue;
            }
        };
        tokens.push(mark(kind, at));
        at += 1;
        if kind == Kind::Stop {
            if tokens.len() - begun >= LONGEST_LINE {
                tokens.push(Token { range: at..at, end: at, ..mark(Kind::Line, at) });
                begun = tokens.len();
            }
            sentence = (tokens.len(), at);
        }
    }
}

/// The number that begins at a digit.
fn number(text: &str, at: usize, line_end: usize) -> Token {
    let (before, rest) = (&text[..at], &text[at..line_end]);
    let (length, shape) = shape::read(before, rest);
    let other = || Token { end: at + length, ..mark_number(Kind::Other, at, length) };
    match shape {
        Shape::Other => other(),
        Shape::Fraction(part, whole) => {
            let unit = Unit::read(&text[at + length..line_end]);
            let kind = match (amount(part, &unit), amount(whole, &unit)) {
                (Some(part), Some(whole)) => Kind::Fraction(part, whole),
                _ => Kind::Other,
            };
            counted(text, mark_number(kind, at, length), unit)
        }
        Shape::Number(value) => {
            let rest = &text[at + length..line_end];
            if let Some(sign) = shape::percent_sign(rest) {
                let token = mark_number(Kind::Percent(value), at, length);
                return Token { end: at + length + sign, hedge: unit::hedged(before), ..token };
            }
            let unit = Unit::read(rest);
            // `03 điểm quặng sắt` are things, `85,5 điểm` are not.
            let places = unit.name == "điểm" && rest.starts_with(' ') && text[at..].starts_with('0') && {
                let behind = rest[unit.length..].trim_start();
                behind.len() < rest.len() - unit.length && behind.starts_with(char::is_lowercase)
            };
            if unit.is_time() && !places || shape::is_year(&text[at..at + length]) && !unit.is_known() {
                return other();
            }
            let kind = amount(value, &unit).map_or(Kind::Other, Kind::Count);
            counted(text, mark_number(kind, at, length), unit)
        }
    }
}

/// How much a number and its unit are. More than a billion billions is a slip and counts nothing; what is less can be
/// added up as often as a report may name it.
fn amount(value: Decimal, unit: &Unit) -> Option<Decimal> {
    value.checked_mul(unit.factor).filter(|amount| *amount <= Decimal::from(1_000_000_000_000_000_000_u64))
}

fn mark_number(kind: Kind, at: usize, length: usize) -> Token {
    Token { range: at..at + length, end: at + length, kind, unit: Unit::default(), hedge: false }
}

fn counted(text: &str, token: Token, unit: Unit) -> Token {
    let hedge = unit::hedged(&text[..token.range.start]);
    Token { end: token.end + unit.length, unit, hedge, ..token }
}
