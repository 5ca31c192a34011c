//! Signatures whose bytes stand in a file although no revision shows them: whoever cut the way to them wanted the
//! document to look as if nobody had signed it.

use super::Found;
use crate::file::{File, Lexer, Object};

/// Whether there is one: a range of two parts that begins with the file, and between them a string that is no
/// placeholder.
pub(super) fn any(file: &File<'_>, found: &[Found]) -> bool {
    let word = b"/ByteRange";
    let mut rest = file.bytes;
    let mut tries = 1_000;
    while let Some(at) = rest.windows(word.len()).position(|window| window == word) {
        let start = file.bytes.len() - rest.len() + at + word.len();
        rest = file.bytes.get(start..).unwrap_or_default();
        if tries == 0 || !file.spend(at) {
            file.give_up();
            return false;
        }
        tries -= 1;
        if let Some(gap) = gap(file, start)
            && !found.iter().any(|found| {
                found.field.value.as_ref().and_then(|value| value.contents()).is_some_and(|text| text.span.start == gap)
            })
        {
            return true;
        }
    }
    false
}

/// Where the value of a signature stands, if the range at a place leaves one out.
fn gap(file: &File<'_>, at: usize) -> Option<usize> {
    let range = Lexer::new(file.bytes, at).object().ok()?;
    let numbers: Vec<usize> =
        range.array()?.iter().map(|number| usize::try_from(number.int()?).ok()).collect::<Option<_>>()?;
    let [0, start, end, _] = numbers.as_slice() else { return None };
    match Lexer::new(file.bytes, *start).object().ok()? {
        Object::String(text) if text.span == (*start..*end) && text.bytes.iter().any(|byte| *byte != 0) => Some(*start),
        _ => None,
    }
}
