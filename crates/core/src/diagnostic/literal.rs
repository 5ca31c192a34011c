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

/// Where a text goes on in its JSON value after what is written there otherwise, escapes and ends of lines: bytes of the
/// text, and those of the value. Most strings have none.
pub(crate) fn cuts(literal: &str) -> Vec<(usize, usize)> {
    let begin = |from: usize| literal.get(from..).and_then(|rest| rest.find('"')).map(|quote| from + quote + 1);
    let Some(mut at) = begin(0) else { return Vec::new() };
    let is_sign = |byte: &u8| matches!(byte, b'"' | b'\\');
    let (mut text, mut cuts) = (0, if at == 1 { Vec::new() } else { vec![(0, at)] });
    while let Some(plain) = literal.as_bytes().get(at..).and_then(|rest| rest.iter().position(is_sign)) {
        (at, text) = (at + plain, text + plain);
        let rest = &literal[at..];
        let (written, means) = match rest.as_bytes() {
            [b'"', ..] => match begin(at + 1) {
                Some(next) => (next - at, LINE_END.len()),
                None => break,
            },
            [_, b'u', ..] => unicode_escape(rest),
            _ => (2, 1),
        };
        (at, text) = (at + written, text + means);
        cuts.push((text, at));
    }
    cuts
}

/// Where in a JSON value with these cuts the byte of its text stands that has a given offset.
pub(crate) fn offset(cuts: &[(usize, usize)], wanted: usize) -> usize {
    let before = cuts.partition_point(|(text, _)| *text <= wanted).checked_sub(1);
    before.and_then(|last| cuts.get(last)).map_or(wanted + 1, |(text, at)| at + (wanted - text))
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
