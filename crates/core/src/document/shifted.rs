//! Raised and lowered letters inside a text: `m^{2}`, `H_{2}O`.
//!
//! A sign alone, as in `m^2`, `10^3` and `~20 ha`, means itself: texts have these. The brace behind the sign is what nobody types
//! by accident, and the letters between the braces are few, without a space.

use std::borrow::Cow;
use std::ops::Range;

use baocao_vietnamese::encoding::{NO_BREAK_HYPHEN, SOFT_HYPHEN};

/// So many letters are raised or lowered at most.
const MOST_LETTERS: usize = 20;

/// Letters of a text that stand higher or lower than the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shifted {
    /// Its bytes, sign and braces included.
    pub range: Range<usize>,
    /// Whether they are raised.
    pub is_raised: bool,
}

impl Shifted {
    /// The bytes of the letters.
    pub fn inside(&self) -> Range<usize> {
        self.range.start + 2..self.range.end - 1
    }

    /// The same in a text with so many bytes before.
    #[must_use]
    pub fn moved(self, bytes: usize) -> Self {
        Self { range: self.range.start + bytes..self.range.end + bytes, ..self }
    }

    /// Whether a byte is the sign or a brace.
    pub fn is_sign(&self, at: usize) -> bool {
        self.range.contains(&at) && !self.inside().contains(&at)
    }
}

/// The raised and lowered letters of a text, in order.
///
/// ```
/// use baocao_core::document::shifted::shifted;
/// assert_eq!(shifted("CO_{2}, 5 m^{2}").len(), 2);
/// assert_eq!(shifted("m^2, 10^3, ~20 ha, a_{x y}, \\^{2}, {a}_{b}").len(), 0);
/// ```
pub fn shifted(text: &str) -> Vec<Shifted> {
    let mut all: Vec<Shifted> = Vec::new();
    for (at, _) in text.match_indices('{') {
        let Some(sign @ (b'^' | b'_')) = at.checked_sub(1).and_then(|sign| text.as_bytes().get(sign)) else { continue };
        let start = at - 1;
        let stands = all.last().is_some_and(|last| last.range.end == start) || may_follow(&text[..start]);
        if let Some(length) = letters(&text[at + 1..]).filter(|_| stands) {
            all.push(Shifted { range: start..at + length + 2, is_raised: *sign == b'^' });
        }
    }
    all
}

/// Whether letters may be raised or lowered behind a text.
fn may_follow(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| !c.is_whitespace() && !matches!(c, '\\' | '{' | '}' | '^' | '_'))
}

/// How many bytes the letters take that a brace closes.
fn letters(rest: &str) -> Option<usize> {
    let fits = |c: char| {
        c.is_alphanumeric()
            || matches!(
                c,
                '+' | '-' | '−' | '–' | '±' | '=' | '.' | ',' | '/' | '(' | ')' | '%' | '\'' | '′' | '°' | '·'
            )
            || matches!(c, NO_BREAK_HYPHEN | SOFT_HYPHEN)
    };
    let (end, closing) = rest.char_indices().take(MOST_LETTERS + 1).find(|(_, c)| !fits(*c))?;
    (closing == '}' && end > 0).then_some(end)
}

/// A text as it is read: raised digits are those that Unicode has, `m²`; other letters stand in the line, `H2O`.
pub fn said(text: &str) -> Cow<'_, str> {
    let all = shifted(text);
    if all.is_empty() {
        return Cow::Borrowed(text);
    }
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for one in all {
        out.push_str(&text[from..one.range.start]);
        let inside = &text[one.inside()];
        out.push_str(&if one.is_raised { raised(inside) } else { inside.into() });
        from = one.range.end;
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// Letters, and what Unicode has for them where they are raised.
const RAISED: [(char, char); 13] = [
    ('0', '⁰'),
    ('1', '¹'),
    ('2', '²'),
    ('3', '³'),
    ('4', '⁴'),
    ('5', '⁵'),
    ('6', '⁶'),
    ('7', '⁷'),
    ('8', '⁸'),
    ('9', '⁹'),
    ('+', '⁺'),
    ('-', '⁻'),
    ('−', '⁻'),
];

/// Raised letters as a line of text has them, each for one: where Unicode has all of them raised, so that `10^{3}` is not read
/// as 103.
pub fn raised(letters: &str) -> Cow<'_, str> {
    let one = |c: char| RAISED.iter().find(|(plain, _)| *plain == c).map(|(_, raised)| *raised);
    letters.chars().map(one).collect::<Option<String>>().map_or(Cow::Borrowed(letters), Cow::Owned)
}

/// Whether a letter is one that Unicode has raised.
pub fn is_raised(letter: char) -> bool {
    RAISED.iter().any(|(_, raised)| *raised == letter)
}
