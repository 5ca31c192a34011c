//! One figure of a report.

use std::borrow::Cow;

use baocao_vietnamese::number::{self, NotANumber};
use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use super::Text;

/// The value of a figure as the report gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureValue {
    /// Known to be absent: printed blank.
    Absent,
    /// A JSON number, exact.
    Number(Decimal),
    /// A text that reads as one number; printed as it was given.
    Written {
        /// The text as given (`04`, `7.725`, `75,8%`).
        text: String,
        /// Its value.
        value: Decimal,
        /// Whether it carries a percent sign.
        percent: bool,
    },
    /// Digits and separators that can be read in more than one way.
    Ambiguous(String),
    /// A word.
    Word(String),
}

impl FigureValue {
    /// The number, where it is one.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(value) | Self::Written { value, .. } => Some(*value),
            Self::Absent | Self::Ambiguous(_) | Self::Word(_) => None,
        }
    }

    /// What a text means: a number in Vietnamese form, words, or nothing.
    pub fn of_text(text: &str) -> Self {
        let text = Text::new(text.trim()).to_string();
        if text.is_empty() {
            return Self::Absent;
        }
        match number::parse(&text) {
            Ok(parsed) => Self::Written { value: parsed.value, percent: parsed.percent, text },
            Err(NotANumber::Ambiguous) => Self::Ambiguous(text),
            Err(NotANumber::Word) => Self::Word(text),
        }
    }
}

/// A figure: its value and a note for the column Ghi chú.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The value.
    pub value: FigureValue,
    /// The note.
    pub note: Option<Text>,
    /// How many rows of the form the cell of the note covers.
    pub note_rows: usize,
}

/// Reads the JSON text of a value, so that a number keeps every digit that was written.
fn read_value(json: &str) -> Result<FigureValue, String> {
    match json.trim() {
        "null" => Ok(FigureValue::Absent),
        text if text.starts_with('"') => {
            let text: String = serde_json::from_str(text).map_err(|error| error.to_string())?;
            Ok(FigureValue::of_text(&text))
        }
        text if text.starts_with(|c: char| c == '-' || c.is_ascii_digit()) => {
            let number =
                if text.contains(['e', 'E']) { Decimal::from_scientific(text) } else { Decimal::from_str_exact(text) };
            number.map(FigureValue::Number).map_err(|_| format!("number out of range: {text}"))
        }
        text => Err(format!("not a figure: {text}")),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WithNote {
    value: Box<RawValue>,
    #[serde(default)]
    note: Option<Text>,
    #[serde(default = "one")]
    note_rows: usize,
}

fn one() -> usize {
    1
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        if raw.get().trim_start().starts_with('{') {
            let figure: WithNote = serde_json::from_str(raw.get()).map_err(D::Error::custom)?;
            let value = read_value(figure.value.get()).map_err(D::Error::custom)?;
            return Ok(Self { value, note: figure.note, note_rows: figure.note_rows });
        }
        Ok(Self { value: read_value(raw.get()).map_err(D::Error::custom)?, note: None, note_rows: 1 })
    }
}

impl Serialize for Figure {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = match &self.value {
            FigureValue::Absent => None,
            FigureValue::Number(value) => Some(number::format(*value)),
            FigureValue::Written { text, .. } | FigureValue::Ambiguous(text) | FigureValue::Word(text) => {
                Some(text.clone())
            }
        };
        match &self.note {
            None => value.serialize(serializer),
            Some(note) => {
                serde_json::json!({ "value": value, "note": note, "note_rows": self.note_rows }).serialize(serializer)
            }
        }
    }
}

impl JsonSchema for Figure {
    fn schema_name() -> Cow<'static, str> {
        "Figure".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A JSON number, a number in Vietnamese form (\"7.725\", \"75,8\"), a code, a word, null (known \
                to be absent), or one of these with a note.\n\nMột số, một số viết kiểu Việt Nam (\"7.725\", \"75,8\"), một \
                mã, một từ, null (biết chắc là không có), hoặc một trong các dạng đó kèm ghi chú.",
            "type": ["number", "string", "null", "object"],
            "properties": {
                "value": {
                    "description": "The value.\n\nGiá trị.",
                    "type": ["number", "string", "null"]
                },
                "note": {
                    "description": "The text of the column Ghi chú.\n\nNội dung cột Ghi chú.",
                    "type": ["string", "null"]
                },
                "note_rows": {
                    "description": "How many rows the cell of the note covers.\n\nSố dòng mà ô ghi chú chiếm.",
                    "type": "integer",
                    "minimum": 1
                }
            },
            "required": ["value"],
            "additionalProperties": false
        })
    }
}
