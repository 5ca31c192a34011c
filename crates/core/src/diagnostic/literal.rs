//! Where in the JSON of a text each of its bytes stands. A text is a string, or a list of strings, its lines.

use std::borrow::Cow;

use serde_json::Value;

/// What stands between two lines.
pub(crate) const LINE_END: &str = "\n";

/// The text that a JSON value is; nothing for a value of another kind.
pub(super) fn text(literal: &str) -> Option<String> {
    match serde_json::from_str(literal).ok()? {
        Value::String(text) => Some(text),
        Value::Array(lines) => {
            let lines: Option<Vec<&str>> = lines.iter().map(Value::as_str).collect();
            Some(lines?.join(LINE_END))
        }
        _ => None,
    }
}

/// Where in a JSON value the byte of its text stands that has a given offset.
pub(crate) fn offset(literal: &str, wanted: usize) -> usize {
    offsets(literal).map_or(0, |mut offset| offset(wanted))
}

/// The same for offsets that are asked for in their order, in one walk.
pub(crate) fn offsets(literal: &str) -> Option<impl FnMut(usize) -> usize> {
    let begin = |from: usize| literal.get(from..).and_then(|rest| rest.find('"')).map(|quote| from + quote + 1);
    let (mut at, mut text) = (begin(0)?, 0);
    Some(move |wanted| {
        while text < wanted && at < literal.len() {
            let rest = &literal[at..];
            let (written, means) = match rest.as_bytes() {
                [b'"', ..] => match begin(at + 1) {
                    Some(next) => (next - at, LINE_END.len()),
                    None => break,
                },
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
    })
}

/// A text as it stands in a JSON string instead of a part of one. Where letters were written as escapes they are again;
/// nothing where the part is no text, as between two lines of a list.
pub(crate) fn write(text: &str, instead_of: &str) -> Option<String> {
    serde_json::from_str::<String>(&format!("\"{instead_of}\"")).ok()?;
    let mut out = String::new();
    let as_escapes = instead_of.contains("\\u");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c < ' ' || (as_escapes && !c.is_ascii()) => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
            c => out.push(c),
        }
    }
    Some(out)
}

/// A part of a file as the text that it is: what JSON writes is read, all else stands as it is.
pub(super) fn read(part: &str) -> Option<Cow<'_, str>> {
    if part.starts_with(['"', '[']) { text(part).map(Cow::Owned) } else { Some(Cow::Borrowed(part)) }
}

/// How long the escape at the start of a text is, and how long the character that it means.
fn unicode_escape(text: &str) -> (usize, usize) {
    let unit = |at: usize| text.get(at + 2..at + 6).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    match unit(0) {
        Some(high) if (0xD800..0xDC00).contains(&high) && unit(6).is_some() => (12, 4),
        code => (6, code.and_then(char::from_u32).map_or(3, char::len_utf8)),
    }
}
