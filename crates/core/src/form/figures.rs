//! The figures of a report, read and computed.

use std::collections::{BTreeMap, BTreeSet};

use baocao_vietnamese::number;
use rust_decimal::Decimal;

/// A figure as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Known to be absent, or not computable.
    Absent,
    /// A number.
    Number {
        /// The exact value, rounded where it was computed.
        value: Decimal,
        /// How it is printed.
        text: String,
    },
    /// A word.
    Word(String),
}

impl Value {
    /// A number in its usual form.
    pub fn number(value: Decimal) -> Self {
        Self::Number { value, text: number::format(value) }
    }

    /// The number, where it is one.
    pub fn as_number(&self) -> Option<Decimal> {
        match self {
            Self::Number { value, .. } => Some(*value),
            Self::Absent | Self::Word(_) => None,
        }
    }

    /// How it is printed; absent values are blank.
    pub fn text(&self) -> &str {
        match self {
            Self::Absent => "",
            Self::Number { text, .. } => text,
            Self::Word(text) => text,
        }
    }
}

/// A note of the column Ghi chú.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it says.
    pub text: String,
    /// How many rows its cell covers.
    pub rows: usize,
}

/// All figures by the id of their indicator. An indicator that the report leaves out and that cannot be computed is
/// not in it.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    pub(super) values: BTreeMap<String, Value>,
    pub(super) notes: BTreeMap<String, Note>,
    /// The indicators of the forms.
    pub(super) known: BTreeSet<String>,
    /// Indicators that the report meant to give and whose value was refused: the finding says so once.
    pub(super) refused: BTreeSet<String>,
}

impl Figures {
    /// Values as they stand somewhere, by their indicators.
    pub fn of(values: BTreeMap<String, Value>) -> Self {
        Self { values, ..Self::default() }
    }

    /// The value of an indicator.
    pub fn get(&self, id: &str) -> Option<&Value> {
        self.values.get(id)
    }

    /// Whether the forms have an indicator.
    pub fn knows(&self, id: &str) -> bool {
        self.known.contains(id)
    }

    /// The ids of all indicators of the forms.
    pub fn names(&self) -> Vec<&str> {
        self.known.iter().map(String::as_str).collect()
    }

    /// The indicators whose value was refused.
    pub fn refused(&self) -> &BTreeSet<String> {
        &self.refused
    }

    /// The note on an indicator.
    pub fn note(&self, id: &str) -> Option<&Note> {
        self.notes.get(id)
    }
}
