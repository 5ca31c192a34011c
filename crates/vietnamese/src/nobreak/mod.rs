//! Places where a line must not break.

mod symbol;
mod together;

use std::borrow::Cow;

use super::is_letter;

/// A piece of a text: plain, or to be kept on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text whose spaces may break, except the no-break ones.
    Text(String),
    /// A document symbol such as `30/2020/NĐ-CP` or a word such as `COVID-19`, which would otherwise break after its strokes
    /// and hyphens.
    Keep(String),
}

/// The no-break space.
const NBSP: char = '\u{a0}';

/// Splits a text into pieces and puts no-break spaces where a line must not break: inside dates, between a
/// number and its unit, after `số`, `Điều`, `quý`, `TM.` and their like, before the dash of `kinh tế - xã hội`.
///
/// ```
/// use baocao_vietnamese::nobreak::{pieces, Piece};
/// assert_eq!(
///     pieces("Nghị định số 30/2020/NĐ-CP"),
///     [Piece::Text("Nghị định số\u{a0}".into()), Piece::Keep("30/2020/NĐ-CP".into())]
/// );
/// ```
pub fn pieces(text: &str) -> Vec<Piece> {
    let joined = join(text);
    let mut pieces = Vec::new();
    if !may_have_symbol(&joined) {
        push_text(&mut pieces, &joined);
        return pieces;
    }
    let mut from = 0;
    for at in word_starts(&joined) {
        // A symbol inside a longer one is none.
        if at < from || joined[..at].ends_with(['/', '-']) {
            continue;
        }
        if let Some(length) = symbol::at_start(&joined[at..]) {
            push_text(&mut pieces, &joined[from..at]);
            from = at + length;
            pieces.push(Piece::Keep(joined[at..from].to_owned()));
        }
    }
    push_text(&mut pieces, &joined[from..]);
    pieces
}

/// Where the words and numbers of a text begin.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, c)| {
        let begins = !std::mem::replace(&mut inside, is_letter(c) || c.is_numeric());
        (begins && inside).then_some(at)
    })
}

/// The text with no-break spaces where words belong together.
fn join(text: &str) -> Cow<'_, str> {
    if !may_join(text) {
        return Cow::Borrowed(text);
    }
    let mut joined = String::new();
    let mut from = 0;
    for at in word_starts(text) {
        if at < from {
            continue;
        }
        if let Some(length) = together::at_start(&text[at..]) {
            joined.push_str(&text[from..at]);
            from = at + length;
            joined.push_str(&text[at..from].replace(' ', "\u{a0}"));
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    joined.push_str(&text[from..]);
    Cow::Owned(joined)
}

/// Whether a text has what all words that stay together have: a space, and a digit, a numeral, a full stop or the letter of a
/// point. Most cells of tables have none and are not searched.
fn may_join(text: &str) -> bool {
    let sign = |byte: u8| matches!(byte, b'0'..=b'9' | b'I' | b'V' | b'X' | b'.');
    text.contains(' ') && (text.bytes().any(sign) || text.contains("iểm "))
}

/// Whether a text has what every symbol has: a stroke, a hyphen or a dash (its first byte).
fn may_have_symbol(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, b'/' | b'-' | 0xe2))
}

/// The same text with ordinary spaces, for comparing and searching.
pub fn plain(text: &str) -> String {
    text.replace(NBSP, " ")
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(with_dashes(text).into_owned()));
    }
}

/// The text with no-break spaces before the dashes between words: no line begins with `- xã hội`.
fn with_dashes(text: &str) -> Cow<'_, str> {
    if !may_have_symbol(text) {
        return Cow::Borrowed(text);
    }
    let mut joined = text.to_owned();
    for dash in [" - ", " – ", " — "] {
        joined = joined.replace(dash, &dash.replacen(' ', "\u{a0}", 1));
    }
    Cow::Owned(joined)
}
