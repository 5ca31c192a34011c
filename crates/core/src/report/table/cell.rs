//! One cell of a free table.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::report::{Figure, FigureValue, Text};

/// A cell: its value, and what is particular about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCell {
    /// The value.
    pub value: FigureValue,
    /// The indicator whose value it prints.
    pub figure: Option<String>,
    /// Whether it prints the indicator's value of the earlier period.
    pub earlier: bool,
    /// Whether words in a column of numbers are meant.
    pub words: bool,
    /// Whether a value or an indicator was written beside these words: only one of them can be printed.
    pub words_beside: bool,
    /// The mark of a note under the table.
    pub note: Option<Text>,
    /// How many rows it covers.
    pub rows: usize,
    /// How many columns it covers.
    pub columns: usize,
}

impl TableCell {
    /// A cell that is nothing but its value.
    pub fn plain(value: FigureValue) -> Self {
        Self { value, figure: None, earlier: false, words: false, words_beside: false, note: None, rows: 1, columns: 1 }
    }
}

/// A cell written as an object.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    value: Option<Box<RawValue>>,
    #[serde(default)]
    text: Option<Text>,
    #[serde(default)]
    figure: Option<String>,
    #[serde(default)]
    earlier: bool,
    #[serde(default)]
    note: Option<Text>,
    #[serde(default = "one")]
    rows: usize,
    #[serde(default = "one")]
    columns: usize,
}

fn one() -> usize {
    1
}

impl<'de> Deserialize<'de> for TableCell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let value =
            |json: &str| serde_json::from_str::<Figure>(json).map(|figure| figure.value).map_err(D::Error::custom);
        if !raw.get().trim_start().starts_with('{') {
            return Ok(Self::plain(value(raw.get())?));
        }
        let written: Written = serde_json::from_str(raw.get()).map_err(D::Error::custom)?;
        let words = written.text.is_some();
        let words_beside = words && (written.value.is_some() || written.figure.is_some());
        Ok(Self {
            value: match (written.text, written.value) {
                (Some(text), _) => FigureValue::Word(text.to_string()),
                (None, Some(json)) => value(json.get())?,
                (None, None) => FigureValue::Absent,
            },
            figure: written.figure,
            earlier: written.earlier,
            words,
            words_beside,
            note: written.note,
            rows: written.rows,
            columns: written.columns,
        })
    }
}

impl Serialize for TableCell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = Figure { value: self.value.clone(), note: None, note_rows: 1 };
        serde_json::json!({
            "value": value, "figure": self.figure, "note": self.note, "rows": self.rows, "columns": self.columns
        })
        .serialize(serializer)
    }
}

impl JsonSchema for TableCell {
    fn schema_name() -> Cow<'static, str> {
        "TableCell".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A JSON number, a number in Vietnamese form, words, null (blank), or an object.\n\nMột số, một số viết \
                kiểu Việt Nam, chữ, null (để trống), hoặc một đối tượng.",
            "type": ["number", "string", "null", "object"],
            "properties": {
                "value": { "description": "The value; beside `figure` it is printed and compared with the indicator.\n\nGiá trị; ghi \
                        cùng `figure` thì in giá trị này và so với chỉ tiêu.", "type": ["number", "string", "null"] },
                "text": {
                    "description": "Words, meant as such in a column of numbers; without `value` and `figure`.\n\nChữ, cố ý ghi \
                        trong cột số; không ghi cùng `value`, `figure`.",
                    "type": "string"
                },
                "figure": {
                    "description": "The indicator whose value is printed, or compared with `value`.\n\nMã chỉ tiêu có giá trị được \
                        in ra, hoặc được so với `value`.",
                    "type": "string"
                },
                "earlier": {
                    "description": "Whether the value is that of the earlier period.\n\nLấy giá trị của kỳ trước.",
                    "type": "boolean"
                },
                "note": {
                    "description": "The mark of a note under the table.\n\nDấu của chú thích dưới bảng.",
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 4
                },
                "rows": {
                    "description": "How many rows the cell covers.\n\nSố dòng mà ô chiếm.",
                    "type": "integer",
                    "minimum": 1
                },
                "columns": {
                    "description": "How many columns the cell covers.\n\nSố cột mà ô chiếm.",
                    "type": "integer",
                    "minimum": 1
                }
            },
            "additionalProperties": false
        })
    }
}
