//! `relations.json`: what must hold between the indicators of a family of reports, beside the formulas of its forms.

use std::collections::BTreeMap;

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
    /// `a + b` are two indicators added up.
    #[serde(default)]
    pub phrases: BTreeMap<String, Vec<Phrase>>,
    /// Accounts that running text keeps, such as that of the files received and resolved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accounts: Vec<Account>,
}

/// An account that running text keeps: numbers in roles, and what must balance.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The unit that is counted, such as `hồ sơ`.
    pub unit: String,
    /// The roles, and the words that give a number its role: they stand before it or after it, in the same part of the
    /// sentence. The longest words count.
    pub roles: BTreeMap<String, Vec<String>>,
    /// Words that take a number out of the account: it counts only some of what a role counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ignored: Vec<String>,
    /// Words of the levels whose numbers stand in parentheses after that of all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<String>,
    /// What must balance.
    pub identities: Vec<Identity>,
}

/// One role is the sum of others.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The role on the one side.
    pub whole: String,
    /// The roles on the other side, added up.
    pub parts: Vec<String>,
    /// A role that some reports do not count in the whole: it balances with it too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub or_with: Option<String>,
    /// A role that, where a text names it, makes this identity another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unless: Option<String>,
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
    /// The words, in small letters, with `#` where the number stands (`#/#` where only a fraction is meant) and `…` where
    /// other words may stand between: `hoàn thành # nhiệm vụ`, `biên chế được giao … #`. They stand right beside the
    /// number, and those after it reach to the next mark.
    pub words: String,
    /// The unit that follows the number, such as `hồ sơ`; left out: any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Whether the words may mean something else too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub doubtful: bool,
}
