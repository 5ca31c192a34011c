//! Where the values of a report came from: the cells of exports, the reports that were rolled up.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use foldhash::fast::RandomState;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Part, Report, Text};
use crate::diagnostic::{Address, Origin};

/// A file that values of the report came from. It is not opened.
///
/// Một tệp mà số liệu của báo cáo được lấy ra từ đó. Chương trình không mở tệp này.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceFile {
    /// Its name, as findings say it: for an export the path that `baocao import` was given, from the folder in which it
    /// ran (`-` for standard input); for the report of a unit the path from the folder of this report, where it lies below.
    ///
    /// Tên tệp, như lời báo nêu ra: với tệp xuất là đường dẫn đã đưa cho `baocao import`, tính từ thư mục chạy lệnh (`-` là
    /// đầu vào chuẩn); với báo cáo của đơn vị là đường dẫn tính từ thư mục chứa báo cáo này, nếu nằm bên trong.
    #[schemars(length(min = 1))]
    pub file: Text,
    /// The SHA-256 of its bytes when they were read, in hexadecimal digits.
    ///
    /// Mã băm SHA-256 của tệp lúc đọc, viết bằng chữ số thập lục phân.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// The cells that values came from, by the JSON pointer of the value in the report.
    ///
    /// Ô gốc của từng giá trị, theo con trỏ JSON của giá trị trong báo cáo.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub cells: BTreeMap<String, SourceCell>,
    /// The unit whose report the file is, where the figures of this report are those of many units together.
    ///
    /// Đơn vị lập tệp này, khi số liệu của báo cáo được tổng hợp từ báo cáo của nhiều đơn vị.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// The template set of that report.
    ///
    /// Bộ mẫu của báo cáo ấy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
    /// What the unit has of each figure of this report, by the id of the indicator: a number, `22/29` (numerator and
    /// denominator), or null.
    ///
    /// Phần của đơn vị trong từng số liệu của báo cáo này, theo mã chỉ tiêu: một số, `22/29` (tử số và mẫu số), hoặc
    /// null.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub figures: BTreeMap<String, Part>,
}

impl Report {
    /// The reports of the units that this one was rolled up from.
    pub fn units(&self) -> impl Iterator<Item = &SourceFile> {
        self.sources.iter().filter(|source| source.unit.is_some())
    }

    /// The level of these units, as the name of their template set begins: `xa` of `cchc/xa-2025`. A report of this
    /// one's own set is what its agency has itself.
    pub fn units_level(&self) -> &str {
        let mut sets = self.units().filter_map(|source| source.template.as_deref());
        let set = sets.find(|set| *set != self.template).unwrap_or_default();
        let short = set.rsplit('/').next().unwrap_or(set);
        short.rsplit_once('-').map_or(short, |(level, _)| level)
    }
}

/// A cell that a value came from.
///
/// Ô gốc của một giá trị.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceCell {
    /// The cell: `Biểu 3!D17` of a workbook, `12:3` (row and column) of a file of rows, `17#/value` (line and JSON
    /// pointer) of a file of JSON.
    ///
    /// Ô: `Biểu 3!D17` trong bảng tính, `12:3` (hàng và cột) trong tệp các hàng, `17#/value` (dòng và con trỏ JSON)
    /// trong tệp JSON.
    #[schemars(example = "Biểu 3!D17")]
    pub at: Text,
    /// What the cell is called there.
    ///
    /// Tên gọi của ô trong tệp gốc.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
}

/// The cells that the values of a report came from, by the JSON pointer of the value.
#[derive(Debug, Clone, Default)]
pub(super) struct Origins(HashMap<String, Arc<Origin>, RandomState>);

impl Origins {
    /// Reads them from the text of a report, be the rest of it as it may: what is wrong with it is told with the cells.
    pub(super) fn read(report: &str) -> Self {
        #[derive(Deserialize)]
        struct Sources {
            sources: Vec<SourceFile>,
        }
        let sources = serde_json::from_str(report).map_or_else(|_| Vec::new(), |Sources { sources }| sources);
        let mut origins = HashMap::default();
        for SourceFile { file, cells, .. } in sources {
            for (pointer, SourceCell { at, label }) in cells {
                let Some(at) = Address::parse(&at) else { continue };
                let label = label.map(|label| label.to_string());
                // Of a value that is named twice the first file counts.
                origins.entry(pointer).or_insert_with(|| Arc::new(Origin { file: file.to_string(), at, label }));
            }
        }
        Self(origins)
    }

    /// Where a value came from, or the nearest one above it that came from somewhere.
    pub(super) fn of(&self, pointer: &str) -> Option<Arc<Origin>> {
        let mut nearest = pointer;
        while !self.0.is_empty() {
            if let Some(origin) = self.0.get(nearest) {
                return Some(Arc::clone(origin));
            }
            nearest = &nearest[..nearest.rfind('/')?];
        }
        None
    }
}
