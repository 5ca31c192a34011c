//! `wording.json`: abbreviations and words of a family of reports, for the rules of text.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The wording of a family; where the file is missing nothing is known.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Từ ngữ của họ báo cáo / Wording of a family of reports")]
pub struct Wording {
    /// After what it was written.
    pub source: String,
    /// Abbreviations that every reader knows and that need no explanation, with what they stand for.
    #[serde(default)]
    pub common: BTreeMap<String, String>,
    /// Abbreviations of the trade, which a report explains where it first uses them.
    #[serde(default)]
    pub abbreviations: BTreeMap<String, String>,
    /// Words that no longer fit since a day.
    #[serde(default)]
    pub outdated: Vec<Outdated>,
    /// Words beside which an outdated word is a memory and no mistake, in small letters.
    #[serde(default)]
    pub memory: Vec<String>,
}

/// Words that no longer fit since a day.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outdated {
    /// What they are about; it decides the rule that tells of them.
    pub about: About,
    /// The words, in small letters.
    pub words: Vec<String>,
    /// They count only in a sentence that holds one of these too, in small letters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<String>,
    /// The first day on which they no longer fit.
    pub since: NaiveDate,
    /// What to write instead.
    pub instead: String,
    /// The source.
    pub source: String,
}

/// What outdated words are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// The district level, which is no more.
    District,
    /// Levels of public services.
    Service,
    /// Ministries and departments that were merged.
    Organ,
}
