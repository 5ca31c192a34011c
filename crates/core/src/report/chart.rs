//! Charts: bars of completion by unit or by period.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{TableCell, Text};

/// A chart of horizontal bars.
///
/// Biểu đồ thanh ngang.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// What it shows; printed under it and read to those who cannot see it.
    ///
    /// Tên biểu đồ, in dưới hình.
    #[schemars(length(min = 1))]
    pub title: Text,
    /// What stands after each value, such as `%`.
    ///
    /// Đơn vị, in sau từng số.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// The value of a full bar; left out, 100 where the unit is % and otherwise the largest value.
    ///
    /// Giá trị của thanh đầy; bỏ trống thì là 100 nếu đơn vị là %, nếu không thì là số lớn nhất.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0))]
    pub full: Option<f64>,
    /// Its bars.
    ///
    /// Các thanh.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bars: Vec<Bar>,
    /// The columns of a table that further bars come from.
    ///
    /// Lấy các thanh từ cột của một bảng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<BarsFrom>,
}

/// One bar.
///
/// Một thanh.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bar {
    /// Its label.
    ///
    /// Nhãn.
    #[schemars(length(min = 1))]
    pub label: Text,
    /// Its value, or the indicator that has it: `{ "figure": "..." }`.
    ///
    /// Giá trị, hoặc mã chỉ tiêu: { "figure": "..." }.
    pub value: TableCell,
}

/// A bar for each ordinary row of a table.
///
/// Mỗi dòng của bảng là một thanh.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BarsFrom {
    /// The table, by its id in `tables`.
    ///
    /// Mã bảng trong `tables`.
    pub table: String,
    /// The column of labels.
    ///
    /// Cột nhãn.
    pub label: String,
    /// The column of values.
    ///
    /// Cột giá trị.
    pub value: String,
}
