//! Misspelt names.

use baocao_vietnamese::is_letter;

use super::{Finding, Message};
use crate::msg;

/// A longer name is no misspelt one.
const LONGEST: usize = 400;

/// The name that was probably meant.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > LONGEST {
        return None;
    }
    known
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

impl Finding {
    /// Asks whether a name was meant instead of the one that was written. A letter of it that is not Vietnamese and looks as if
    /// it were is shown by its code.
    #[doc(hidden)]
    pub fn meant(self, name: &str, near: &str) -> Self {
        self.hint(meant(name, near))
    }
}

/// The question whether a name was meant.
pub(crate) fn meant(name: &str, near: &str) -> Message {
    match strange(name, near) {
        Some(Message { vi, en }) => msg!("có phải \"{near}\"? {vi}", "did you mean \"{near}\"? {en}"),
        None => msg!("có phải \"{near}\"?", "did you mean \"{near}\"?"),
    }
}

/// The code of the first letter of a name that is not Vietnamese and not in another name.
pub(super) fn strange(name: &str, other: &str) -> Option<Message> {
    let is_strange = |c: char| !c.is_ascii() && (!is_letter(c) || is_foreign(c)) && !other.contains(c);
    let (at, c) = name.chars().enumerate().find(|(_, c)| is_strange(*c))?;
    let (at, code) = (at + 1, format!("U+{:04X}", u32::from(c)));
    Some(msg!("Ký tự thứ {at} của tên đã viết là {code}", "Character {at} of the name is {code}"))
}

/// Whether a letter is none of the Latin alphabet that Vietnamese is written in.
fn is_foreign(c: char) -> bool {
    !matches!(c, 'À'..='\u{17f}' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | '\u{1ea0}'..='\u{1ef9}') || matches!(c, 'Ð' | 'ð')
}
