//! The words around a number that say which indicator it is of.

use baocao_core::form::Phrase;
use baocao_vietnamese::lexicon::lists::COMPARISONS;
use baocao_vietnamese::number::digits;
use baocao_vietnamese::{one_line, small};

use baocao_reading::numbers::Reading;
use baocao_reading::numbers::{Kind, Token};

/// The words of a phrase, before and after its number.
#[derive(Debug)]
pub(super) struct Words<'a> {
    before: Vec<&'a str>,
    after: Vec<&'a str>,
    /// Whether only fractions are meant: `#/#`.
    fraction: bool,
    unit: Option<&'a str>,
    /// Whether more than one thing may be meant.
    pub(super) doubtful: bool,
    all: &'a str,
}

impl<'a> Words<'a> {
    /// Of a phrase such as `hoàn thành # nhiệm vụ`; without a number in it the number follows.
    pub(super) fn new(phrase: &'a Phrase) -> Self {
        let words = phrase.words.as_str();
        let (before, after) = words.split_once('#').unwrap_or((words, "…"));
        let of_fraction = after.strip_prefix("/#");
        let pieces = |side: &'a str| side.split('…').map(str::trim).collect();
        Self {
            before: pieces(before),
            after: pieces(of_fraction.unwrap_or(after)),
            fraction: of_fraction.is_some(),
            unit: phrase.unit.as_deref(),
            doubtful: phrase.doubtful,
            all: words,
        }
    }

    /// Whether the phrase itself says a word.
    pub(super) fn contains(&self, word: &str) -> bool {
        self.all.contains(word)
    }

    /// Whether the words stand around a number, up to the marks on both sides; where the phrase has a unit they stand
    /// around the number with its unit.
    pub(super) fn stand(&self, around: &Around, token: &Token) -> bool {
        if self.fraction && !matches!(token.kind, Kind::Fraction(..)) {
            return false;
        }
        if self.unit.is_some_and(|unit| *unit != token.unit.name) {
            return false;
        }
        let right = if self.unit.is_some() { &around.after_unit } else { &around.right };
        in_order(&around.left, &self.before, false) && in_order(right, &self.after, true)
    }
}

/// Whether pieces stand in a text in order; the piece next to the number stands right beside it, and what follows the
/// number reaches to the end. An empty piece stands for any words.
fn in_order(text: &str, pieces: &[&str], after: bool) -> bool {
    let [first, .., last] = pieces else {
        let Some(only) = pieces.first() else { return true };
        return if after { text == *only } else { ends_with_words(text, only) };
    };
    if after && !first.is_empty() && !text.starts_with(first) {
        return false;
    }
    if !last.is_empty() && !(if after { text.ends_with(last) } else { ends_with_words(text, last) }) {
        return false;
    }
    let mut rest = text;
    pieces.iter().all(|piece| match rest.find(piece) {
        Some(at) => {
            rest = &rest[at + piece.len()..];
            true
        }
        None => false,
    })
}

/// Whether a text ends with whole words.
fn ends_with_words(text: &str, words: &str) -> bool {
    text.strip_suffix(words).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}

/// The words around a number, in small letters.
#[derive(Debug)]
pub(super) struct Around {
    left: String,
    right: String,
    after_unit: String,
}

impl Around {
    /// Whether the words before the number begin with those of a plan.
    pub(super) fn planned(&self) -> bool {
        ["kế hoạch", "dự kiến", "chỉ tiêu"]
            .iter()
            .any(|words| self.left.trim_start_matches(['-', '+', ' ']).starts_with(words))
    }
}

/// The words before a number, back to the number or the mark before it, and those after it; commas and colons before it
/// and numbers that count nothing do not divide.
pub(super) fn contexts(reading: Reading<'_>, at: usize) -> Around {
    let tokens = &reading.tokens;
    let divides = |index: &usize| !matches!(tokens[*index].kind, Kind::Comma | Kind::Colon | Kind::Other);
    let start = (0..at).rev().find(divides).map_or(0, |index| tokens[index].end);
    let left = reading.text.get(start..tokens[at].range.start).unwrap_or_default();
    let after = (at + 1..tokens.len()).find(|index| tokens[*index].range.start >= tokens[at].end);
    let end = after.map_or(reading.text.len(), |index| tokens[index].range.start);
    let from = if matches!(tokens[at].kind, Kind::Percent(_)) { tokens[at].end } else { tokens[at].range.end };
    let right = reading.text.get(from..end).unwrap_or_default();
    Around {
        left: plain(left).trim_end_matches([':', ' ']).to_owned(),
        right: plain(right),
        after_unit: plain(reading.text.get(tokens[at].end..end).unwrap_or_default()),
    }
}

/// The sentence of a number, without the parts that semicolons divide from it.
pub(super) fn sentence(reading: Reading<'_>, at: usize) -> String {
    let (start, end) = sentence_range(reading, at);
    plain(reading.text.get(start..end).unwrap_or_default())
}

/// The same up to where the number is compared with an earlier one, which it is not of: `512/1.658 hồ sơ, đạt 30,88%, tăng
/// 19,58 điểm phần trăm so với cùng kỳ`.
pub(super) fn sentence_of_now(reading: Reading<'_>, at: usize) -> String {
    let (start, end) = sentence_range(reading, at);
    let from = reading.tokens[at].end;
    let rest = reading.text.get(from..end).unwrap_or_default();
    let end = COMPARISONS.iter().filter_map(|words| rest.find(words)).min().map_or(end, |at| from + at);
    plain(reading.text.get(start..end).unwrap_or_default())
}

fn sentence_range(reading: Reading<'_>, at: usize) -> (usize, usize) {
    let ends = |index: &usize| matches!(reading.tokens[*index].kind, Kind::Stop | Kind::Line | Kind::Semicolon);
    let start = (0..at).rev().find(ends).map_or(0, |index| reading.tokens[index].end);
    let end =
        (at..reading.tokens.len()).find(ends).map_or(reading.text.len(), |index| reading.tokens[index].range.start);
    (start, end.max(start))
}

/// Whether a sentence names a year that is not the report's.
pub(super) fn other_year(sentence: &str, year: i32) -> bool {
    let mut years = sentence.match_indices("năm ").filter_map(|(at, word)| {
        let rest = &sentence[at + word.len()..];
        let digits = digits(rest);
        (digits == 4).then(|| rest[..4].parse::<i32>().ok()).flatten()
    });
    years.any(|named| named != year)
}

/// In small letters, with single spaces.
fn plain(text: &str) -> String {
    one_line(&small(text))
}
