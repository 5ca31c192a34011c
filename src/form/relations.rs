//! `relations.json`: what must hold between the indicators of a family of reports, beside the formulas of its forms.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The relations of a family. It is shared by all levels and versions: a relation counts where a report's forms have
/// all of its indicators.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Quan hệ giữa các chỉ tiêu / Relations of indicators")]
pub struct Relations {
    /// The JSON Schema.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// After what the relations were written.
    pub source: String,
    /// The relations.
    pub relations: Vec<Relation>,
    /// How running text speaks of an indicator, by its id: a number beside one of these phrases is that indicator's.
    #[serde(default)]
    pub phrases: std::collections::BTreeMap<String, Vec<Phrase>>,
}

/// What must hold between indicators.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// What must hold.
    pub kind: RelationKind,
    /// The indicator on the one side.
    pub whole: String,
    /// The indicators on the other side, added up.
    pub parts: Vec<String>,
}

/// What must hold between a whole and the sum of its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// The whole is the sum of the parts.
    Sum,
    /// The parts together are not more than the whole.
    AtMost,
    /// Those who are there are not more than those who were assigned.
    Assigned,
}

/// Words that stand for an indicator in running text.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// The words, in small letters; all of them stand in the same sentence part as the number, in this order.
    pub words: String,
    /// The unit that follows the number, such as `hồ sơ`; left out: any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}
