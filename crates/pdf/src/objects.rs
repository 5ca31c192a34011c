//! A file as the typesetter writes it: every object once, a table of where they stand at the end.

use std::ops::Range;

/// The objects of a file, by their numbers from 1 on, and its trailer.
pub struct Objects<'a> {
    /// What stands in each object, from behind `obj` to before `endobj`; none where the number is free.
    pub bodies: Vec<Option<&'a [u8]>>,
    /// The entries of the trailer, without brackets and without `/Size`.
    pub trailer: String,
    /// The version that the first line names, such as `1.7`.
    pub version: &'a str,
}

/// The length of a line in the table of places (ISO 32000-1, 7.5.4).
const LINE: usize = 20;

impl<'a> Objects<'a> {
    /// Reads a file of one revision with a table of places in one section; none if it is written in any other way.
    pub fn read(file: &'a [u8]) -> Option<Self> {
        let version = std::str::from_utf8(file.get(5..8)?).ok().filter(|_| file.starts_with(b"%PDF-"))?;
        let end = find_last(file, b"startxref")?;
        let behind = std::str::from_utf8(&file[end..]).ok()?;
        let table: usize = behind.lines().nth(1)?.trim().parse().ok()?;
        let lines = file.get(table..end)?.strip_prefix(b"xref\n0 ")?;
        let line_end = lines.iter().position(|byte| *byte == b'\n')?;
        let count: usize = std::str::from_utf8(&lines[..line_end]).ok()?.parse().ok()?;
        let lines = lines.get(line_end + 1..)?;
        let (lines, trailer) = lines.split_at_checked(count.checked_mul(LINE)?)?;
        let places: Vec<Option<usize>> = lines.chunks_exact(LINE).map(place).collect::<Option<_>>()?;
        let mut order: Vec<usize> = places.iter().flatten().copied().collect();
        order.sort_unstable();
        order.push(table);
        let body = |(number, place): (usize, &Option<usize>)| {
            let Some(start) = *place else { return Some(None) };
            let next = *order.get(order.partition_point(|other| *other <= start))?;
            body(file, start..next, number).map(Some)
        };
        let bodies = places.iter().enumerate().skip(1).map(body).collect::<Option<_>>()?;
        Some(Self { bodies, trailer: entries(trailer)?, version })
    }
}

impl Objects<'_> {
    /// The number of the catalogue, one of the objects.
    pub fn root(&self) -> Option<usize> {
        let (_, behind) = self.trailer.split_once("/Root ")?;
        let number = behind.split(' ').next()?.parse().ok()?;
        (1..=self.bodies.len()).contains(&number).then_some(number)
    }
}

/// Where a line of the table says that its object stands; the inner none is a free number.
fn place(line: &[u8]) -> Option<Option<usize>> {
    let line = std::str::from_utf8(line).ok()?;
    let mut words = line.split_whitespace();
    match (words.next()?.parse().ok()?, words.next()?, words.next()?) {
        (place, "00000", "n") => Some(Some(place)),
        (_, _, "f") => Some(None),
        _ => None,
    }
}

fn body(file: &[u8], range: Range<usize>, number: usize) -> Option<&[u8]> {
    let whole = file.get(range)?.trim_ascii_end();
    Some(whole.strip_prefix(format!("{number} 0 obj").as_bytes())?.strip_suffix(b"endobj")?.trim_ascii())
}

/// The entries of a trailer; `/Size` is left out, since it changes.
fn entries(trailer: &[u8]) -> Option<String> {
    let inner = std::str::from_utf8(trailer).ok()?.trim().strip_prefix("trailer")?.trim();
    let inner = inner.strip_prefix("<<")?.strip_suffix(">>")?;
    let (before, size) = inner.split_once("/Size ")?;
    let behind = size.trim_start_matches(|letter: char| letter.is_ascii_digit());
    Some(format!("{before}{behind}"))
}

fn find_last(file: &[u8], word: &[u8]) -> Option<usize> {
    file.windows(word.len()).rposition(|window| window == word)
}
