//! Which bytes a signature is over.

use std::ops::Range;

use super::fields::Value;
use crate::file::{File, Lexer, Object, Spot, View};

/// How far a signature reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coverage {
    /// All of the file.
    File,
    /// All up to the end of a revision, after which there is more.
    Revision,
}

/// What is wrong with the bytes that a signature says it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RangeTrouble {
    /// They are not two ranges of two numbers.
    NotTwo,
    /// They are not in the file, or not in order.
    Outside,
    /// They do not begin at the first byte.
    NotFromStart,
    /// What they leave out is not the signature itself, and nothing else.
    Gap,
    /// They do not end where a revision ends.
    NotAtEnd,
    /// The signature cannot be left out: it stands in a stream with others, or its dictionary says two things.
    Nowhere,
}

/// The two ranges and how far they reach.
#[derive(Debug)]
pub(super) struct Ranges {
    pub(super) ranges: [Range<usize>; 2],
    pub(super) coverage: Coverage,
}

impl Ranges {
    /// The bytes.
    pub(super) fn pieces<'a>(&self, file: &File<'a>) -> [&'a [u8]; 2] {
        self.ranges.clone().map(|range| file.bytes.get(range).unwrap_or_default())
    }
}

/// The ranges as they are written, if they lie in the file at all: so much may be hashed.
pub(super) fn written(file: &File<'_>, value: &Value) -> Result<[Range<usize>; 2], RangeTrouble> {
    let numbers = value.dict.get("ByteRange").and_then(Object::array).ok_or(RangeTrouble::NotTwo)?;
    let numbers: Option<Vec<i64>> = numbers.iter().map(Object::int).collect();
    let Some([start, length, next, rest]) = numbers.as_deref() else { return Err(RangeTrouble::NotTwo) };
    let range = |start: i64, length: i64| {
        let (start, length) = (usize::try_from(start).ok()?, usize::try_from(length).ok()?);
        let end = start.checked_add(length).filter(|end| *end <= file.bytes.len())?;
        Some(start..end)
    };
    let (first, second) = (range(*start, *length), range(*next, *rest));
    let (Some(first), Some(second)) = (first, second) else { return Err(RangeTrouble::Outside) };
    if second.start < first.end { Err(RangeTrouble::Outside) } else { Ok([first, second]) }
}

/// The ranges, if they are what they must be, and what the file showed when it was signed.
pub(super) fn ranges<'f, 'a>(file: &'f File<'a>, value: &Value) -> Result<(Ranges, View<'f, 'a>), RangeTrouble> {
    let ranges = written(file, value)?;
    let contents = value.contents().ok_or(RangeTrouble::Nowhere)?;
    if matches!(value.spot, Some(Spot::In(..))) || value.dict.ambiguous() {
        return Err(RangeTrouble::Nowhere);
    }
    let [first, second] = &ranges;
    if first.start != 0 {
        return Err(RangeTrouble::NotFromStart);
    }
    let gap = first.end..second.start;
    // What stands in the gap, read anew: the signature itself may stand in another place that only looks like this
    // one.
    let in_gap = Lexer::new(file.bytes, gap.start).object();
    let is_it = matches!(&in_gap, Ok(Object::String(text)) if text == contents && text.span == gap);
    if !is_it || gap != contents.span || file.bytes.get(gap.start) != Some(&b'<') {
        return Err(RangeTrouble::Gap);
    }
    let end = second.end;
    let signed = file.bytes.get(..end).unwrap_or_default();
    let trimmed = signed.strip_suffix(b"\n").unwrap_or(signed);
    let trimmed = trimmed.strip_suffix(b"\r").unwrap_or(trimmed);
    let view = file.view(end).ok().filter(|_| trimmed.ends_with(b"%%EOF")).ok_or(RangeTrouble::NotAtEnd)?;
    let rest = file.bytes.get(end..).unwrap_or_default();
    let coverage = if rest.iter().all(u8::is_ascii_whitespace) { Coverage::File } else { Coverage::Revision };
    Ok((Ranges { ranges, coverage }, view))
}
