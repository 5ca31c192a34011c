//! A file whose signature is still to come: everything is written but the signature, for which there is room.

use std::ops::Range;

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};

use crate::keys::Hash;

/// A file with room for a signature.
#[derive(Debug, Clone)]
pub(crate) struct Prepared {
    bytes: Vec<u8>,
    /// The digits of the signature, between `<` and `>`.
    room: Range<usize>,
}

/// What stands before the ranges of signed bytes, and the room for their four numbers.
const RANGES: &str = "/ByteRange [";
const RANGES_ROOM: usize = 44;

/// What stands before the digits of the signature.
const CONTENTS: &str = "/Contents <";

/// The body of a signature's dictionary, with other entries and room for so many bytes of signature.
pub(super) fn body(entries: &str, room: usize) -> Vec<u8> {
    let (blank, zeros) = (" ".repeat(RANGES_ROOM), "0".repeat(room * 2));
    format!("<</Type/Sig{entries}\n{RANGES}{blank}]\n{CONTENTS}{zeros}>>>").into_bytes()
}

impl Prepared {
    /// A file that was written with such a body at an offset: the ranges are filled in.
    pub(super) fn new(mut bytes: Vec<u8>, body: usize) -> Option<Self> {
        let ranges = find(&bytes, body, RANGES)? + RANGES.len();
        let start = find(&bytes, ranges, CONTENTS)? + CONTENTS.len();
        let length = bytes.get(start..)?.iter().position(|byte| *byte != b'0')?;
        let room = start..start + length;
        let (before, behind) = (start - 1, room.end + 1);
        let numbers = format!("0 {before} {behind} {}", bytes.len() - behind);
        bytes.get_mut(ranges..ranges + RANGES_ROOM)?.get_mut(..numbers.len())?.copy_from_slice(numbers.as_bytes());
        Some(Self { bytes, room })
    }

    /// A file that was prepared before: its last signature is all zeros, and its ranges are those of the whole file.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let last = (0..bytes.len().checked_sub(CONTENTS.len())?)
            .rev()
            .find(|at| bytes[*at..].starts_with(CONTENTS.as_bytes()))?;
        let start = last + CONTENTS.len();
        let length = bytes[start..].iter().position(|byte| *byte != b'0')?;
        let room = start..start + length;
        let (before, behind) = (start - 1, room.end + 1);
        let numbers = format!("0 {before} {behind} {}", bytes.len().checked_sub(behind)?);
        let ranges =
            bytes[..last].windows(RANGES.len()).rposition(|window| window == RANGES.as_bytes())? + RANGES.len();
        let told = bytes[ranges..last].split(|byte| *byte == b']').next()?;
        let fits = told.trim_ascii() == numbers.as_bytes() && length > 0 && bytes[room.end..].starts_with(b">");
        fits.then(|| Self { bytes: bytes.to_vec(), room })
    }

    /// What stands in angle brackets behind a word of the signature's dictionary.
    pub(super) fn text_after(&self, word: &str) -> Option<&str> {
        let before = self.bytes.get(..self.room.start)?;
        let start = before.windows(word.len()).rposition(|window| window == word.as_bytes())? + word.len();
        let text = before.get(start..)?.strip_prefix(b"<")?;
        std::str::from_utf8(text.split(|byte| *byte == b'>').next()?).ok()
    }

    /// The bytes, the room still empty.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The digest of what is signed: all but the room and its brackets.
    pub(crate) fn digest(&self, hash: Hash) -> Vec<u8> {
        hash.digest(&self.signed())
    }

    /// What is signed, in two parts.
    pub(crate) fn signed(&self) -> [&[u8]; 2] {
        let (before, behind) = self.bytes.split_at(self.room.start - 1);
        [before, &behind[self.room.len() + 2..]]
    }

    /// The file with its signature.
    pub(crate) fn finish(mut self, cms: &[u8]) -> Result<Vec<u8>, Finding> {
        let digits = crate::hex(cms);
        match self.bytes[self.room].get_mut(..digits.len()) {
            Some(room) => room.copy_from_slice(digits.as_bytes()),
            None => return Err(no_room(cms.len())),
        }
        Ok(self.bytes)
    }

    /// How many bytes of signature there is room for.
    pub(crate) fn room(&self) -> usize {
        self.room.len() / 2
    }
}

fn no_room(bytes: usize) -> Finding {
    kinds::signing::NO_ROOM
        .finding(msg!("chữ ký dài hơn chỗ đã dành", "the signature is longer than its room"))
        .found(format!("{bytes}"))
}

fn find(bytes: &[u8], from: usize, word: &str) -> Option<usize> {
    Some(from + bytes.get(from..)?.windows(word.len()).position(|window| window == word.as_bytes())?)
}
