//! Where a document is signed and stamped.

use std::fmt;
use std::str::FromStr;

/// What stands at a place, in the order of signing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// The signature of the leader, between title and name.
    Leader,
    /// The number of the document, behind `Số:`.
    Number,
    /// The day of issue, behind `ngày`; month and year are printed.
    Day,
    /// The seal of the organ, over the left third of the signature.
    Seal,
}

impl Mark {
    /// All of them, in the order of signing.
    pub const ALL: [Self; 4] = [Self::Leader, Self::Number, Self::Day, Self::Seal];

    /// Its name on the command line and in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Leader => "leader",
            Self::Number => "number",
            Self::Day => "day",
            Self::Seal => "seal",
        }
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Mark {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|mark| mark.name() == name).ok_or(())
    }
}

/// The room for one mark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// What stands there.
    pub mark: Mark,
    /// Whose it is, from 1, in the order in which the signers stand in the document.
    pub signer: usize,
    /// The page, from 1.
    pub page: usize,
    /// Left, bottom, right, top, in points from the lower left corner of the page.
    pub rect: [f64; 4],
}

impl Place {
    /// The name of the field that is put there: `leader-1`.
    pub fn field(&self) -> String {
        format!("{}-{}", self.mark, self.signer)
    }
}
