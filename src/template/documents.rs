//! `documents.json`: documents of the central organs that reports of a family often cite.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Documents that reports of a family often cite.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Văn bản thường được viện dẫn / Documents that are often cited")]
pub struct Documents {
    /// After what the list was written.
    pub source: String,
    /// The documents.
    pub documents: Vec<KnownDocument>,
}

/// A document that is well known.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KnownDocument {
    /// Its number and symbol, such as `30/2020/NĐ-CP`.
    pub symbol: String,
    /// Its date.
    pub date: NaiveDate,
    /// What it is about; nothing is held against it.
    pub about: String,
    /// What replaced it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced: Option<Replaced>,
}

/// What replaced a document.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Replaced {
    /// The symbol of the successor.
    pub by: String,
    /// Since when.
    pub from: NaiveDate,
}
