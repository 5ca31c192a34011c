//! A call of a helper: its arguments, and why it may be in vain.

use std::fmt;

use serde_json::Value as Json;

/// An indicator that a template asked for in vain.
#[derive(Debug)]
pub(in crate::narrative) struct FigureError {
    /// Its id, or the name of the helper that was given wrong arguments.
    pub(in crate::narrative) id: String,
    /// Why in vain.
    pub(in crate::narrative) trouble: Trouble,
}

/// Why an indicator cannot be spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::narrative) enum Trouble {
    /// The forms have no such indicator.
    Unknown,
    /// The report does not have it.
    Missing,
    /// It is a word.
    NotANumber,
    /// There is no earlier period, or it does not have it.
    NothingEarlier,
    /// A ratio over it.
    ZeroDenominator,
    /// The helper was called wrongly.
    Arguments,
}

impl fmt::Display for FigureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.trouble, self.id)
    }
}

impl std::error::Error for FigureError {}

/// What a helper says.
pub(super) type Answer = Result<Json, FigureError>;

/// The arguments of a call.
pub(super) struct Arguments<'a> {
    pub(super) name: &'static str,
    pub(super) values: Vec<&'a Json>,
    pub(super) decimals: Option<u32>,
}

impl Arguments<'_> {
    /// The id that stands at a place.
    pub(super) fn id(&self, index: usize) -> Result<&str, FigureError> {
        self.values.get(index).and_then(|id| id.as_str()).ok_or_else(|| self.wrong())
    }

    /// These are not what the helper takes.
    pub(super) fn wrong(&self) -> FigureError {
        FigureError { id: self.name.to_owned(), trouble: Trouble::Arguments }
    }
}
