//! What does not count: findings that someone exempted, rules that could not be evaluated.

use schemars::JsonSchema;
use serde::Serialize;

use super::finding::{Both, FindingRecord, PlaceRecord};
use crate::{Exempted, NotEvaluated, Origin};

/// A finding that someone exempted.
///
/// Một phát hiện được miễn.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ExemptedRecord {
    /// The finding.
    ///
    /// Phát hiện.
    pub finding: FindingRecord,
    /// Why it is exempt.
    ///
    /// Lý do miễn.
    pub reason: String,
    /// Who exempted it.
    ///
    /// Ai miễn.
    pub origin: OriginRecord,
    /// Where the exemption is written, unless it came by the command line.
    ///
    /// Mục miễn nằm ở đâu, trừ khi ở dòng lệnh.
    pub place: Option<PlaceRecord>,
}

impl From<&Exempted> for ExemptedRecord {
    fn from(exempted: &Exempted) -> Self {
        Self {
            finding: FindingRecord::from(&exempted.finding),
            reason: exempted.reason.clone(),
            origin: exempted.origin.into(),
            place: exempted.place.as_ref().map(PlaceRecord::from),
        }
    }
}

/// Who exempted a finding.
///
/// Ai miễn một phát hiện.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OriginRecord {
    /// The office's `baocao.toml`.
    Office,
    /// The report.
    Report,
    /// The command line.
    CommandLine,
}

impl From<Origin> for OriginRecord {
    fn from(origin: Origin) -> Self {
        match origin {
            Origin::Office => Self::Office,
            Origin::Report => Self::Report,
            Origin::CommandLine => Self::CommandLine,
        }
    }
}

/// A rule that could not be evaluated.
///
/// Một quy tắc chưa kiểm được.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NotEvaluatedRecord {
    /// The id of the rule.
    ///
    /// Mã quy tắc.
    pub rule: String,
    /// Why.
    ///
    /// Lý do.
    pub reason: Both,
}

impl From<&NotEvaluated> for NotEvaluatedRecord {
    fn from(entry: &NotEvaluated) -> Self {
        Self { rule: entry.rule.to_string(), reason: Both::from(&entry.reason) }
    }
}
