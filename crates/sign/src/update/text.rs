//! Objects as the text that they are in a file (ISO 32000-1, 7.3).

use baocao_pdf::file::{Broken, Lexer, Object as Read};
use lopdf::{Dictionary, Object};

/// Levels of arrays and dictionaries in one another.
const MOST_LEVELS: usize = 64;

/// Writes an object; what is deeper than anything that a reader takes is left out.
pub(super) fn put(out: &mut Vec<u8>, object: &Object) {
    put_at(out, object, 0);
}

/// Writes an object in the place of another: what is the same in both is copied as it is written there, token by token. Numbers
/// above all: a page whose size is written with other digits has another size.
pub(super) fn put_over(out: &mut Vec<u8>, object: &Object, before: &Object, written: &[u8]) -> Result<(), Broken> {
    if object == before {
        out.extend_from_slice(written);
        return Ok(());
    }
    let parts = || Lexer::new(written, 0).parts();
    match (object, before) {
        (Object::Dictionary(entries), Object::Dictionary(before)) => {
            out.extend_from_slice(b"<<");
            for pair in parts()?.chunks_exact(2) {
                let (Read::Name(name), place) = (&pair[0].0, &pair[1].1) else { continue };
                if let (Ok(value), Ok(before)) = (entries.get(name), before.get(name)) {
                    put_name(out, name);
                    out.push(b' ');
                    put_over(out, value, before, written.get(place.clone()).unwrap_or_default())?;
                }
            }
            for (key, value) in entries.iter().filter(|(key, _)| !before.has(key)) {
                put_name(out, key);
                out.push(b' ');
                put(out, value);
            }
            out.extend_from_slice(b">>");
        }
        (Object::Array(items), Object::Array(before)) => {
            let parts = parts()?;
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b' ');
                }
                match before.get(index).zip(parts.get(index)) {
                    Some((before, (_, place))) => {
                        put_over(out, item, before, written.get(place.clone()).unwrap_or_default())?;
                    }
                    None => put(out, item),
                }
            }
            out.push(b']');
        }
        _ => put(out, object),
    }
    Ok(())
}

fn put_at(out: &mut Vec<u8>, object: &Object, level: usize) {
    match object {
        _ if level > MOST_LEVELS => out.extend_from_slice(b"null"),
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
        Object::Integer(value) => out.extend_from_slice(value.to_string().as_bytes()),
        // Without an exponent, which PDF does not know.
        Object::Real(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Object::Name(name) => put_name(out, name),
        Object::String(bytes, _) => put_string(out, bytes),
        Object::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b' ');
                }
                put_at(out, item, level + 1);
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => put_dictionary(out, dictionary, level),
        Object::Stream(stream) => {
            let mut entries = stream.dict.clone();
            // An integer even where the file has a reference to one.
            entries.set("Length", i64::try_from(stream.content.len()).unwrap_or(i64::MAX));
            put_dictionary(out, &entries, level);
            out.extend_from_slice(b"\nstream\n");
            out.extend_from_slice(&stream.content);
            out.extend_from_slice(b"\nendstream");
        }
        Object::Reference((number, generation)) => {
            out.extend_from_slice(format!("{number} {generation} R").as_bytes());
        }
    }
}

fn put_dictionary(out: &mut Vec<u8>, dictionary: &Dictionary, level: usize) {
    out.extend_from_slice(b"<<");
    for (key, value) in dictionary {
        put_name(out, key);
        out.push(b' ');
        put_at(out, value, level + 1);
    }
    out.extend_from_slice(b">>");
}

fn put_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for &byte in name {
        if byte.is_ascii_graphic() && !b"#/()<>[]{}%".contains(&byte) {
            out.push(byte);
        } else {
            out.extend_from_slice(format!("#{byte:02X}").as_bytes());
        }
    }
}

fn put_string(out: &mut Vec<u8>, bytes: &[u8]) {
    if bytes.iter().all(|byte| matches!(byte, b' '..=b'~') && !b"()\\".contains(byte)) {
        out.push(b'(');
        out.extend_from_slice(bytes);
        out.push(b')');
    } else {
        out.push(b'<');
        out.extend_from_slice(crate::hex(bytes).as_bytes());
        out.push(b'>');
    }
}
