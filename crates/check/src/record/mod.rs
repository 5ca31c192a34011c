//! The outcome of a check as data: `baocao check --format json`.
//!
//! The types are the format: their JSON Schema is `schema/findings.schema.json`. What is added later is added beside what
//! is there; what changes the meaning of a field raises [`FORMAT`].

mod aside;
mod finding;
mod report;
mod sarif;

use schemars::JsonSchema;
use serde::Serialize;

pub use aside::{ExemptedRecord, NotEvaluatedRecord, OriginRecord};
pub use finding::{Both, CellRecord, EditRecord, FieldRecord, FindingRecord, OtherPlace, PlaceOrigin, PlaceRecord};
pub use report::{Counts, Record};

/// The number of the format.
pub const FORMAT: u32 = 1;

/// The outcome of one call of `baocao check`.
///
/// Kết quả của một lần chạy `baocao check`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Kết quả kiểm tra / Outcome of a check")]
pub struct Outcome {
    /// The number of this format.
    ///
    /// Số hiệu của dạng tệp này.
    pub format: u32,
    /// The program that checked.
    ///
    /// Chương trình đã kiểm tra.
    pub tool: Tool,
    /// The exit code of the call: 0 clean, 1 findings at or above the threshold, 2 some report could not be checked.
    ///
    /// Mã thoát: 0 không có gì, 1 có phát hiện từ ngưỡng trở lên, 2 có báo cáo không kiểm tra được.
    pub exit_code: u8,
    /// The reports, in the order in which they were named.
    ///
    /// Các báo cáo, theo thứ tự trên dòng lệnh.
    pub reports: Vec<Record>,
    /// The counts of all reports.
    ///
    /// Tổng của mọi báo cáo.
    pub counts: Counts,
}

impl Outcome {
    /// The outcome of several reports.
    pub fn new(reports: Vec<Record>) -> Self {
        let mut counts = Counts::default();
        reports.iter().for_each(|report| counts.add(report.counts));
        let exit_code = reports.iter().map(Record::exit_code).max().unwrap_or(0);
        let tool = Tool { name: "baocao".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() };
        Self { format: FORMAT, tool, exit_code, reports, counts }
    }

    /// As text, with a line feed at its end.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

/// The program that checked.
///
/// Chương trình đã kiểm tra.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Tool {
    /// Its name.
    ///
    /// Tên.
    pub name: String,
    /// Its version.
    ///
    /// Phiên bản.
    pub version: String,
}
