//! The letters that can be printed.

use std::fmt::Debug;

/// What fonts can print. The typesetter's fonts know it; a check without them takes [`AnyLetter`].
pub trait Letters: Debug + Send + Sync {
    /// Whether every style has a letter.
    fn has(&self, letter: char) -> bool;
}

/// Fonts that have every letter.
#[derive(Debug, Clone, Copy, Default)]
pub struct AnyLetter;

impl Letters for AnyLetter {
    fn has(&self, _: char) -> bool {
        true
    }
}
