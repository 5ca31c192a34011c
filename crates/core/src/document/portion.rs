//! Which part of a document a file holds.

use serde::{Deserialize, Serialize};

use super::Document;

/// What of a document stands in a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Portion {
    /// All of it.
    #[default]
    Whole,
    /// All but its appendices, which stand in files of their own.
    Body,
    /// An appendix, by its place among them, from 1.
    Appendix(usize),
}

impl Portion {
    /// Whether it is all of the document.
    pub fn is_whole(&self) -> bool {
        *self == Self::Whole
    }
}

impl Document {
    /// The files of the document where its appendices stand in files of their own.
    pub fn portions(&self) -> impl Iterator<Item = Portion> {
        let appendices = (1..=self.appendices.len()).map(Portion::Appendix);
        std::iter::once(Portion::Body).chain(appendices)
    }

    /// Whether there is such a part of the document.
    pub fn has(&self, portion: Portion) -> bool {
        portion.is_whole() || self.portions().any(|own| own == portion)
    }
}
