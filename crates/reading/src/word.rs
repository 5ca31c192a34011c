//! Words, and runs of other signs.

use std::ops::Range;

use baocao_vietnamese::is_letter;

/// A run of letters, or of anything but white space.
#[derive(Debug, Clone)]
pub struct Word<'t> {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// Its letters.
    pub text: &'t str,
}

/// Runs of anything but white space.
pub fn chunks(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    // Other white space than this has become a space, or is of no typewriter.
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\t' | b'\r');
    std::iter::from_fn(move || {
        let bytes = text.as_bytes();
        let start = at + bytes[at..].iter().position(|byte| !is_space(byte))?;
        let end = bytes[start..].iter().position(is_space).map_or(text.len(), |length| start + length);
        at = end;
        Some(Word { range: start..end, text: &text[start..end] })
    })
}

/// Signs after a word that belong to the sentence.
const ENDS: [char; 9] = ['.', ',', ';', ':', ')', '”', '"', '!', '?'];

/// Addresses, symbols of documents, names of files: their letters are no words.
pub fn is_code(chunk: &str) -> bool {
    let sign = |byte: u8| matches!(byte, b'@' | b'/' | b'_' | b'&' | b'=' | b'#' | b'\'' | b'<' | b'{' | b'0'..=b'9');
    // The last byte is that of `’`, which stands inside then.
    let quote = |byte: u8| byte == 0x99 && chunk.trim_end_matches(ENDS).contains('’');
    chunk.bytes().any(|byte| sign(byte) || quote(byte)) || chunk.starts_with("www.")
}

/// The runs of letters of a chunk.
pub(crate) fn words(chunk: Word<'_>) -> impl Iterator<Item = Word<'_>> {
    let Word { range, text } = chunk;
    let is_letter = |c: char| is_letter(c) || matches!(c, '\u{300}'..='\u{36f}');
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_letter)?;
        let end = text[start..].find(|c| !is_letter(c)).map_or(text.len(), |length| start + length);
        at = end;
        Some(Word { range: range.start + start..range.start + end, text: &text[start..end] })
    })
}
