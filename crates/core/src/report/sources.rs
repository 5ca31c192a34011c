//! Where the values of an imported report came from.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use foldhash::fast::RandomState;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;
use crate::diagnostic::{Address, Origin};

/// A file that values of the report came from. It is not opened.
///
/// Một tệp mà số liệu của báo cáo được lấy ra từ đó. Chương trình không mở tệp này.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceFile {
    /// Its path from the folder of the report.
    ///
    /// Đường dẫn tính từ thư mục chứa báo cáo.
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
