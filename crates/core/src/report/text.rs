//! Text as an office wrote it, in Unicode normal form C, with plain hyphens.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use baocao_vietnamese::encoding;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::diagnostic::LINE_END;

/// A text that was normalised when it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Text(String);

impl Text {
    /// The normalised text.
    pub fn new(text: &str) -> Self {
        Self(encoding::plain_hyphens(&encoding::composed(text)).into_owned())
    }

    /// As a string slice.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it has no letter.
    pub(super) fn is_nothing(&self) -> bool {
        self.0.is_empty()
    }

    /// A name without the dash before it and the punctuation after it.
    pub(crate) fn bare(&self) -> &str {
        let is_mark = |c: char| c.is_whitespace() || "-–—•+*".contains(c);
        self.0.trim_start_matches(is_mark).trim_end_matches([';', '.', ',', '/', ' '])
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A string, or its lines. Where lines may stand is said by the schema.
impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StringOrLines)
    }
}

struct StringOrLines;

impl<'de> Visitor<'de> for StringOrLines {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string, or a list of lines")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text::new(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut lines: A) -> Result<Text, A::Error> {
        let mut all = Vec::new();
        while let Some(line) = lines.next_element::<String>()? {
            all.push(line);
        }
        Ok(Text::new(&all.join(LINE_END)))
    }
}

/// The schema of a text that may be written line by line.
pub(super) fn string_or_lines(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["string", "array"], "items": { "type": "string" } })
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}
