//! Letters in normal form C: `ế` is one character, however it was typed.

use baocao_vietnamese::encoding::nfc;

use super::Edit;

/// Each letter with its marks that is not composed.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    if nfc(text) == text {
        return Vec::new();
    }
    let mut edits = Vec::new();
    let mut starts: Vec<usize> = text.char_indices().filter(|(_, c)| !is_mark(*c)).map(|(at, _)| at).collect();
    starts.push(text.len());
    let first = starts.first().copied().unwrap_or(0);
    for (start, end) in std::iter::once((0, first)).chain(starts.windows(2).map(|pair| (pair[0], pair[1]))) {
        let letter = &text[start..end];
        let composed = nfc(letter);
        if composed != letter {
            edits.push((start..end, composed));
        }
    }
    edits
}

/// Whether a character is a mark on the letter before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}
