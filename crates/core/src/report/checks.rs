//! What a report, or an office, says of the checker: how grave findings are, and which are exempt.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::diagnostic::Severity;

/// Severities and exemptions.
///
/// Mức độ của các quy tắc kiểm tra và các mục được miễn.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Checks {
    /// How grave the findings of a rule are, by its id.
    ///
    /// Mức độ, theo mã quy tắc.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub severity: BTreeMap<String, Level>,
    /// Findings that are known and accepted.
    ///
    /// Các phát hiện đã biết và được chấp nhận.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exemptions: Vec<Exemption>,
}

/// How grave the findings of a rule are.
///
/// Mức độ của các phát hiện theo một quy tắc.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Worth knowing.
    ///
    /// Lưu ý: nên xem lại.
    Note,
    /// Probably wrong.
    ///
    /// Cảnh báo: có lẽ sai.
    Warning,
    /// No document is made.
    ///
    /// Lỗi: không ra văn bản.
    Error,
}

impl From<Severity> for Level {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Note => Self::Note,
            Severity::Warning => Self::Warning,
            Severity::Error => Self::Error,
        }
    }
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Note => Self::Note,
            Level::Warning => Self::Warning,
            Level::Error => Self::Error,
        }
    }
}

/// Findings of one rule that are known and accepted.
///
/// Phát hiện của một quy tắc được chấp nhận.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// The id of the rule.
    ///
    /// Mã quy tắc.
    pub rule: String,
    /// The JSON pointer at or below which findings are exempt; left out: everywhere.
    ///
    /// Con trỏ JSON của chỗ được miễn; bỏ trống là mọi chỗ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Why.
    ///
    /// Lý do.
    #[schemars(length(min = 1))]
    pub reason: String,
}
