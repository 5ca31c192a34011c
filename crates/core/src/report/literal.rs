//! Where in the JSON of a text each of its bytes stands.

/// Where in a JSON literal (without its first quote) the byte of its text stands that has a given offset.
pub(super) fn offset(literal: &str, wanted: usize) -> usize {
    let (mut text, mut at) = (0, 0);
    while text < wanted && at < literal.len() {
        let rest = &literal[at..];
        let (written, means) = match rest.as_bytes() {
            [b'\\', b'u', ..] => unicode_escape(rest),
            [b'\\', ..] => (2, 1),
            _ => {
                let length = rest.chars().next().map_or(1, char::len_utf8);
                (length, length)
            }
        };
        at += written;
        text += means;
    }
    at.min(literal.len())
}

/// How long the escape at the start of a text is, and how long the character that it means.
fn unicode_escape(text: &str) -> (usize, usize) {
    let unit = |at: usize| text.get(at + 2..at + 6).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    match unit(0) {
        Some(high) if (0xD800..0xDC00).contains(&high) && unit(6).is_some() => (12, 4),
        code => (6, code.and_then(char::from_u32).map_or(3, char::len_utf8)),
    }
}
