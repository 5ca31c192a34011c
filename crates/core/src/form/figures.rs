//! The figures of a report, read and computed.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::trace::Trace;

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
    /// Where it shall be known later what each printed text came from.
    pub(super) trace: Option<Arc<Trace>>,
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

    /// The same figures, whose texts say where they came from. `earlier`: they are those of an earlier period.
    pub fn traced(&self, trace: &Arc<Trace>, earlier: bool) -> Self {
        let mut traced = Self { trace: Some(Arc::clone(trace)), ..self.clone() };
        for (id, value) in &mut traced.values {
            if let Value::Number { text, .. } | Value::Word(text) = value {
                *text = trace.mark_value(id, earlier, text);
            }
        }
        traced
    }

    /// What the texts came from, where that shall be known.
    pub fn trace(&self) -> Option<&Trace> {
        self.trace.as_deref()
    }

    /// What the cell of an indicator prints. A blank one says where it came from too.
    pub(super) fn cell(&self, id: &str) -> Cow<'_, str> {
        match (self.get(id), &self.trace) {
            (Some(Value::Absent) | None, Some(trace)) => Cow::Owned(trace.mark_value(id, false, "")),
            (value, _) => Cow::Borrowed(value.map_or("", Value::text)),
        }
    }

    /// The note on an indicator.
    pub fn note(&self, id: &str) -> Option<&Note> {
        self.notes.get(id)
    }
}
