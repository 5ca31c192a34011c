//! The tables that say where objects stand (ISO 32000-1, 7.5.4 and 7.5.8).

use std::collections::HashMap;

use super::{Broken, Dict, File, Lexer, MOST_OBJECTS, Object, Stream, Token, What};

/// Where an object stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// Nowhere: its number is free.
    Free,
    /// At a byte of the file.
    At { offset: usize, generation: u32 },
    /// In an object stream.
    In { stream: u32, index: usize },
}

/// One table, and what the trailer with it says.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) entries: Vec<(u32, Entry)>,
    pub(super) trailer: Dict,
    /// Whether it says two things, of a number or in its trailer.
    pub(super) says_two: bool,
}

impl Section {
    fn new(entries: Vec<(u32, Entry)>, trailer: Dict) -> Self {
        let mut says_two = trailer.contradicts();
        // Most tables are in order.
        if !entries.is_sorted_by(|one, other| one.0 < other.0) {
            let mut seen = HashMap::new();
            says_two |= entries.iter().any(|(number, entry)| *seen.entry(*number).or_insert(*entry) != *entry);
        }
        Self { entries, trailer, says_two }
    }
}

/// The table that stands at a byte, in either form.
pub(super) fn section(file: &File<'_>, at: usize) -> Result<Section, Broken> {
    let mut lexer = Lexer::new(file.bytes, at);
    if lexer.word("xref").is_ok() { table(lexer) } else { stream(file, at) }
}

fn table(mut lexer: Lexer<'_>) -> Result<Section, Broken> {
    let mut entries = Vec::new();
    loop {
        let start = lexer.at;
        if lexer.word("trailer").is_ok() {
            let Object::Dict(trailer) = lexer.object()? else { return Err(What::BadTable.at(start)) };
            return Ok(Section::new(entries, trailer));
        }
        let (first, count) = (lexer.unsigned()?, lexer.unsigned()?);
        for number in first..first.saturating_add(count) {
            let (offset, generation) = (lexer.unsigned()?, lexer.unsigned()?);
            let bad = What::BadTable.at(lexer.at);
            let number = u32::try_from(number).ok().filter(|number| *number <= MOST_OBJECTS).ok_or(bad)?;
            let offset = usize::try_from(offset).map_err(|_| bad)?;
            let generation = u32::try_from(generation).map_err(|_| bad)?;
            let entry = match lexer.token()? {
                Token::Word(word) if word == b"n" => Entry::At { offset, generation },
                Token::Word(word) if word == b"f" => Entry::Free,
                _ => return Err(bad),
            };
            entries.push((number, entry));
        }
    }
}

fn stream(file: &File<'_>, at: usize) -> Result<Section, Broken> {
    let bad = What::BadTable.at(at);
    let (_, object) = Lexer::new(file.bytes, at).indirect().map_err(|_| bad)?;
    let Object::Stream(stream) = object else { return Err(bad) };
    if stream.dict.get("Type").and_then(Object::name) != Some("XRef") || stream.dict.is_elsewhere() {
        return Err(bad);
    }
    let entries = packed_entries(file, &stream).ok_or(bad)?;
    Ok(Section::new(entries, stream.dict))
}

fn packed_entries(file: &File<'_>, stream: &Stream) -> Option<Vec<(u32, Entry)>> {
    let data = file.table_data(stream)?;
    let widths: Vec<usize> = numbers(stream.dict.get("W")?)?;
    let [kind, second, third] = widths.as_slice() else { return None };
    if widths.iter().any(|width| *width > 8) {
        return None;
    }
    let size = usize::try_from(stream.dict.get("Size")?.int()?).ok()?;
    let index = stream.dict.get("Index").map_or(Some(vec![0, size]), numbers)?;
    let mut rows = data.chunks_exact((kind + second + third).max(1));
    let mut entries = Vec::new();
    for part in index.chunks_exact(2) {
        for number in part[0]..part[0].checked_add(part[1])? {
            // A table that is cut short names no more objects.
            let Some(row) = rows.next() else { return Some(entries) };
            let value = |bytes: &[u8]| bytes.iter().fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
            let (first, rest) = row.split_at_checked(*kind)?;
            let (one, two) = rest.split_at_checked(*second)?;
            let number = u32::try_from(number).ok().filter(|number| *number <= MOST_OBJECTS)?;
            let (one, two) = (value(one), value(two));
            let entry = match if *kind == 0 { 1 } else { value(first) } {
                0 => Entry::Free,
                1 => Entry::At { offset: usize::try_from(one).ok()?, generation: u32::try_from(two).ok()? },
                2 => Entry::In { stream: u32::try_from(one).ok()?, index: usize::try_from(two).ok()? },
                _ => continue,
            };
            entries.push((number, entry));
        }
    }
    Some(entries)
}

fn numbers(object: &Object) -> Option<Vec<usize>> {
    object.array()?.iter().map(|item| usize::try_from(item.int()?).ok()).collect()
}
