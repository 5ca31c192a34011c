//! Charts: bars by unit, bars of some periods beside each other, a line over periods.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{TableCell, Text};

/// A chart of horizontal bars, or of a line over periods.
///
/// Biểu đồ thanh ngang, hoặc đường qua các kỳ.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// What it shows; printed under it and read to those who cannot see it.
    ///
    /// Tên biểu đồ, in dưới hình.
    #[schemars(length(min = 1))]
    pub title: Text,
    /// The unit of its values, such as `%`; printed once above it.
    ///
    /// Đơn vị tính, in một lần ở trên hình.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// How it is drawn; bars where left out.
    ///
    /// Cách vẽ; bỏ trống là thanh ngang.
    #[serde(default, skip_serializing_if = "ChartLook::is_bars")]
    pub look: ChartLook,
    /// What the values of each bar or point are, in order, such as two periods; with one value each it is left out.
    ///
    /// Tên các giá trị của mỗi thanh, ví dụ hai kỳ; mỗi thanh một giá trị thì bỏ trống.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 3), inner(length(min = 1)))]
    pub series: Vec<Text>,
    /// The order of the bars by their (last) value; left out, they stand as they are given. Those without a value come
    /// last.
    ///
    /// Thứ tự các thanh theo giá trị (cuối); bỏ trống thì giữ thứ tự đã ghi. Thanh không có số liệu đứng cuối.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<ChartOrder>,
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

/// How a chart is drawn.
///
/// Cách vẽ biểu đồ.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChartLook {
    /// A horizontal bar for each value.
    ///
    /// Mỗi giá trị một thanh ngang.
    #[default]
    Bars,
    /// A line through a point for each value, from left to right.
    ///
    /// Một đường qua các điểm, từ trái sang phải.
    Line,
}

impl ChartLook {
    fn is_bars(&self) -> bool {
        *self == Self::Bars
    }
}

/// An order by value.
///
/// Thứ tự theo giá trị.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChartOrder {
    /// The smallest first.
    ///
    /// Nhỏ nhất trước.
    Ascending,
    /// The largest first.
    ///
    /// Lớn nhất trước.
    Descending,
}

/// One bar, or one point of a line.
///
/// Một thanh, hoặc một điểm của đường.
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
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub value: Option<TableCell>,
    /// Its values in the order of `series`, in place of `value`.
    ///
    /// Các giá trị theo thứ tự của `series`, thay cho `value`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<TableCell>,
}

/// A value that is there is given, `null` too.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<TableCell>, D::Error> {
    TableCell::deserialize(deserializer).map(Some)
}

impl Bar {
    /// All of its values, and the name that each has in the report.
    pub fn cells(&self) -> impl Iterator<Item = (String, &TableCell)> {
        let values = self.values.iter().enumerate().map(|(at, cell)| (format!("values/{at}"), cell));
        self.value.iter().map(|cell| ("value".to_owned(), cell)).chain(values)
    }
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The columns of values in the order of `series`, in place of `value`.
    ///
    /// Các cột giá trị theo thứ tự của `series`, thay cho `value`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
}

impl BarsFrom {
    /// All columns of values, and the name that each has in the report.
    pub fn columns(&self) -> impl Iterator<Item = (String, &str)> {
        let values = self.values.iter().enumerate().map(|(at, column)| (format!("values/{at}"), column.as_str()));
        self.value.iter().map(|column| ("value".to_owned(), column.as_str())).chain(values)
    }
}
