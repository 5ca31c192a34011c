//! How words are judged, whoever brings them: the rules of this program and those of an office.

mod context;
mod data;
mod explained;
mod swap;
mod ways;

pub(crate) use context::Context;
pub(crate) use data::{data_of, phrase, swaps_of};
pub(crate) use explained::Explained;
pub(crate) use swap::{Swap, Swaps, capital};
pub(crate) use ways::{Places, Several, Ways, words};

use std::ops::Range;

use baocao_core::report::{Field, Slot};
use baocao_reading::{Passage, TextKind};

/// The bytes of some pieces of a passage.
pub(crate) fn bytes(passage: &Passage<'_>, pieces: &Range<usize>) -> Range<usize> {
    let here = passage.pieces().get(pieces.clone()).unwrap_or_default();
    match (here.first(), here.last()) {
        (Some(first), Some(last)) => first.range.start..last.range.end,
        _ => 0..0,
    }
}

/// Texts of sentences: the narrative, headings, the abstract.
pub(crate) fn is_running_text(passage: &Passage<'_>) -> bool {
    match passage.kind {
        TextKind::Prose | TextKind::Heading | TextKind::Template => true,
        TextKind::Field => passage.slot == Slot::Document(Field::Subject),
        TextKind::Cell => false,
    }
}
