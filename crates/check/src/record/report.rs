//! What was found in one report, and how much.

use baocao_core::diagnostic::{Finding, Severity};
use baocao_core::report::Level;
use schemars::JsonSchema;
use serde::Serialize;

use super::aside::{ExemptedRecord, NotEvaluatedRecord};
use super::finding::FindingRecord;
use crate::Review;

/// What was found in one report.
///
/// Kết quả của một báo cáo.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Record {
    /// The file, as it was named; `-` is standard input.
    ///
    /// Tệp báo cáo, như đã gọi tên; `-` là đầu vào chuẩn.
    pub file: String,
    /// The short name of the organ whose report it is, where the report could be read.
    ///
    /// Tên gọi tắt của cơ quan báo cáo, nếu đọc được báo cáo.
    pub organ: Option<String>,
    /// Whether the report was checked. `false`: the file or the settings for it could not be read, and `findings` says why.
    ///
    /// Báo cáo có được kiểm tra hay không; nếu không thì `findings` nói vì sao.
    pub checked: bool,
    /// From which severity on findings make the check fail.
    ///
    /// Ngưỡng: phát hiện từ mức này trở lên là không đạt.
    pub deny: Level,
    /// The findings, in order of their places.
    ///
    /// Các phát hiện, theo thứ tự vị trí.
    pub findings: Vec<FindingRecord>,
    /// The findings that someone exempted.
    ///
    /// Các phát hiện được miễn.
    pub exempted: Vec<ExemptedRecord>,
    /// The rules that could not be evaluated: they neither passed nor failed.
    ///
    /// Các quy tắc chưa kiểm được: không phải đạt, cũng không phải sai.
    pub not_evaluated: Vec<NotEvaluatedRecord>,
    /// How many there are of each.
    ///
    /// Số lượng.
    pub counts: Counts,
}

impl Record {
    /// Of a report that was looked at.
    pub fn new(file: &str, review: &Review, deny: Severity) -> Self {
        let count = |severity| review.findings.iter().filter(|finding| finding.severity == severity).count();
        let counts = Counts {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
            exempted: review.exempted.len(),
            not_evaluated: review.not_evaluated.len(),
        };
        Self {
            file: file.to_owned(),
            organ: review.organ.clone(),
            checked: true,
            deny: deny.into(),
            findings: review.findings.iter().map(FindingRecord::from).collect(),
            exempted: review.exempted.iter().map(ExemptedRecord::from).collect(),
            not_evaluated: review.not_evaluated.iter().map(NotEvaluatedRecord::from).collect(),
            counts,
        }
    }

    /// Of a report that could not be looked at, and why.
    pub fn unchecked(file: &str, findings: &[Finding], deny: Severity) -> Self {
        let review = Review { findings: findings.to_vec(), ..Review::default() };
        Self { checked: false, ..Self::new(file, &review, deny) }
    }

    /// The exit code that this report alone would give.
    pub fn exit_code(&self) -> u8 {
        let deny = Severity::from(self.deny);
        match self.checked {
            false => 2,
            true => u8::from(self.findings.iter().any(|finding| Severity::from(finding.severity) >= deny)),
        }
    }
}

/// How many there are of each.
///
/// Số lượng.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Counts {
    /// Errors.
    ///
    /// Lỗi.
    pub errors: usize,
    /// Warnings.
    ///
    /// Cảnh báo.
    pub warnings: usize,
    /// Notes.
    ///
    /// Lưu ý.
    pub notes: usize,
    /// Findings that were exempted.
    ///
    /// Phát hiện được miễn.
    pub exempted: usize,
    /// Rules that could not be evaluated.
    ///
    /// Quy tắc chưa kiểm được.
    pub not_evaluated: usize,
}

impl Counts {
    /// Adds those of another report.
    pub fn add(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.notes += other.notes;
        self.exempted += other.exempted;
        self.not_evaluated += other.not_evaluated;
    }

    /// All findings together.
    pub fn findings(&self) -> usize {
        self.errors + self.warnings + self.notes
    }
}
