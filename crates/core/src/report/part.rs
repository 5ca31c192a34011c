//! What one unit has of a figure that many units make up.

use std::borrow::Cow;

use baocao_vietnamese::number;
use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Figure, FigureValue};

/// What one unit has of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// It has none, and knows it.
    Absent,
    /// A number, or a code.
    Number(Decimal),
    /// Numerator and denominator.
    Fraction(Decimal, Decimal),
}

impl Part {
    /// A part as it is written: a number, `22/29`, or nothing; none where it is anything else.
    pub fn of(value: &FigureValue) -> Option<Self> {
        match value {
            FigureValue::Absent => Some(Self::Absent),
            FigureValue::Number(value) | FigureValue::Written { value, .. } => Some(Self::Number(*value)),
            FigureValue::Ambiguous(text) | FigureValue::Word(text) => {
                let (part, whole) = text.split_once('/')?;
                let number = |text| number::parse(text).ok().map(|parsed| parsed.value);
                Some(Self::Fraction(number(part)?, number(whole)?))
            }
        }
    }

    /// The number, where it is one.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(value) => Some(*value),
            Self::Absent | Self::Fraction(..) => None,
        }
    }

    /// As it is shown: `1.234`, `22/29`; empty where there is none.
    pub fn shown(&self) -> String {
        match self {
            Self::Absent => String::new(),
            Self::Number(value) => number::format(*value),
            Self::Fraction(part, whole) => format!("{}/{}", number::format(*part), number::format(*whole)),
        }
    }
}

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Figure { value, .. } = Figure::deserialize(deserializer)?;
        Self::of(&value).ok_or_else(|| D::Error::custom("not a number, a fraction such as \"22/29\", or null"))
    }
}

impl Serialize for Part {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => serializer.serialize_none(),
            Self::Number(_) | Self::Fraction(..) => serializer.serialize_str(&self.shown()),
        }
    }
}

impl JsonSchema for Part {
    fn schema_name() -> Cow<'static, str> {
        "Part".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A JSON number, a number in Vietnamese form, numerator and denominator (\"22/29\"), or null.\n\nMột số, \
                một số viết kiểu Việt Nam, tử số và mẫu số (\"22/29\"), hoặc null.",
            "type": ["number", "string", "null"]
        })
    }
}
