//! Tables of a report's own columns, and the rows that fill them.

mod cell;
mod row;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use cell::TableCell;
pub use row::{RowLook, TableRow};

use super::{Orientation, Text};

/// A statistical table with columns of its own. A table that the template set describes only needs its rows.
///
/// Bảng thống kê có cột riêng; bảng đã có trong bộ mẫu thì chỉ cần các dòng.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FreeTable {
    /// What stands above it.
    ///
    /// Tiêu đề, đứng trên bảng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// The line of units above it, such as `Đơn vị tính: hồ sơ`.
    ///
    /// Dòng đơn vị tính ở trên bảng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// Its columns; a column with columns below it is a heading over them.
    ///
    /// Các cột; cột có cột con là đầu đề chung của các cột con.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<TableColumn>,
    /// Whether a row `(1) (2) ...` stands under the header.
    ///
    /// Có dòng đánh số cột (1) (2) ... dưới đầu bảng hay không.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub column_index: bool,
    /// Its rows.
    ///
    /// Các dòng.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<TableRow>,
    /// A file that its rows come from, after the rows above.
    ///
    /// Tệp chứa các dòng, nối sau các dòng ở trên.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<RowFile>,
    /// What is done where its file has no rows: a row says so, or the table is left out with its heading.
    ///
    /// Khi tệp dữ liệu không có dòng nào: in một dòng nói rõ, hoặc bỏ bảng cùng tiêu đề của nó.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when_empty: Option<WhenEmpty>,
    /// The row of totals.
    ///
    /// Dòng tổng số.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<TotalRow>,
    /// Notes under the table, for the marks in its cells and header.
    ///
    /// Chú thích dưới bảng, theo dấu trong ô và trong đầu bảng.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<TableNote>,
    /// Portrait or landscape; left out, the width of the columns decides.
    ///
    /// Khổ dọc hay khổ ngang; bỏ trống thì chọn theo bề rộng các cột.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub orientation: Option<Orientation>,
}

/// What is done where the file of a table has no rows.
///
/// Làm gì khi tệp của bảng không có dòng nào.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhenEmpty {
    /// One row says so: the words of `empty` of its `data`, or `Không phát sinh`.
    ///
    /// Một dòng nói như vậy: lời ghi ở `empty` của `data`, hoặc `Không phát sinh`.
    Say,
    /// The table is left out with its heading.
    ///
    /// Bỏ cả bảng và tiêu đề của nó.
    LeaveOut,
}

/// A column, or a heading over columns.
///
/// Một cột, hoặc đầu đề chung của nhiều cột.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableColumn {
    /// The name by which rows and formulas know it; a heading over columns has none.
    ///
    /// Mã cột, dùng trong các dòng và công thức; đầu đề chung không có mã.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What its header says, in Markdown of one paragraph; line feeds break lines.
    ///
    /// Chữ ở đầu cột.
    #[schemars(length(min = 1))]
    pub title: Text,
    /// The columns under this heading.
    ///
    /// Các cột con.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<TableColumn>,
    /// What it holds; words where left out.
    ///
    /// Loại giá trị; bỏ trống là chữ.
    #[serde(default)]
    pub kind: ColumnKind,
    /// The columns that it is the sum of.
    ///
    /// Tổng của các cột này.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sum: Option<Vec<String>>,
    /// Minuend and subtrahend.
    ///
    /// Số bị trừ và số trừ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difference: Option<[String; 2]>,
    /// Numerator and denominator of a percentage.
    ///
    /// Tử số và mẫu số của tỷ lệ phần trăm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratio: Option<[String; 2]>,
    /// What its values must also be: further formulas that they are compared with.
    ///
    /// Các đẳng thức khác mà giá trị của cột cũng phải đúng; chỉ để so, không dùng để tính.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 4))]
    pub also: Vec<ColumnIdentity>,
    /// How many decimals its numbers are printed with; left out, each as it is.
    ///
    /// Số chữ số thập phân khi in; bỏ trống thì in đúng như đã ghi.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 6))]
    pub decimals: Option<u32>,
    /// How its cells lie; left out, numbers stand on one axis and words at the left.
    ///
    /// Căn ô; bỏ trống thì số thẳng hàng theo dấu phẩy, chữ căn trái.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub align: Option<ColumnAlign>,
    /// Its width in millimetres; left out, its content decides.
    ///
    /// Bề rộng, tính bằng mm; bỏ trống thì theo nội dung.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 8, max = 200))]
    pub width_mm: Option<f64>,
    /// The name of the column in a file of rows, where it differs from the id and the title.
    ///
    /// Tên cột trong tệp dữ liệu, nếu khác mã và đầu cột.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Text>,
    /// What stands before decimals in this column of a file of rows, where it differs from the rest of the file.
    ///
    /// Dấu ngăn phần thập phân của cột này trong tệp dữ liệu, nếu khác các cột khác.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal: Option<DecimalSign>,
    /// The mark of a note under the table.
    ///
    /// Dấu của chú thích dưới bảng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A formula over columns that is compared only: exactly one of `sum`, `difference`, `ratio`.
///
/// Một đẳng thức giữa các cột, chỉ để so: đúng một trong sum, difference, ratio.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ColumnIdentity {
    /// The columns that it is the sum of.
    ///
    /// Là tổng của các cột này.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub sum: Option<Vec<String>>,
    /// Minuend and subtrahend.
    ///
    /// Cột bị trừ và cột trừ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difference: Option<[String; 2]>,
    /// Numerator and denominator of a percentage.
    ///
    /// Tử số và mẫu số của tỷ lệ phần trăm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratio: Option<[String; 2]>,
}

/// What a column holds.
///
/// Loại giá trị của cột.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// The number of the row, which the program counts.
    ///
    /// Số thứ tự, do chương trình đếm.
    Ordinal,
    /// Words.
    ///
    /// Chữ.
    #[default]
    Text,
    /// Whole numbers.
    ///
    /// Số nguyên.
    Count,
    /// Amounts of money.
    ///
    /// Số tiền.
    Money,
    /// Percentages.
    ///
    /// Tỷ lệ phần trăm.
    Percent,
    /// Numbers with decimals.
    ///
    /// Số có phần thập phân.
    Number,
    /// Dates.
    ///
    /// Ngày.
    Date,
}

impl ColumnKind {
    /// Whether it holds numbers.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Count | Self::Money | Self::Percent | Self::Number)
    }

    /// Whether its numbers can be added up.
    pub fn adds_up(self) -> bool {
        matches!(self, Self::Count | Self::Money | Self::Number)
    }
}

/// What stands before decimals.
///
/// Dấu ngăn phần thập phân.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum DecimalSign {
    /// `1.655,5`.
    #[serde(rename = ",")]
    Comma,
    /// `1655.5`, `1,655.5`.
    #[serde(rename = ".")]
    Dot,
}

/// How the cells of a column lie.
///
/// Cách căn ô của cột.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ColumnAlign {
    /// At the left.
    ///
    /// Căn trái.
    Left,
    /// In the middle.
    ///
    /// Căn giữa.
    Center,
    /// At the right.
    ///
    /// Căn phải.
    Right,
    /// Numbers with their commas on one axis.
    ///
    /// Dấu phẩy của các số thẳng một cột.
    Decimal,
}

/// A file of rows beside the report.
///
/// Tệp chứa các dòng, đặt cạnh báo cáo.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RowFile {
    /// Its path from the folder of the report: CSV, NDJSON, JSON, a workbook, or HTML with a table.
    ///
    /// Đường dẫn tính từ thư mục chứa báo cáo: CSV, NDJSON, JSON, bảng tính, hoặc HTML có bảng.
    #[schemars(length(min = 1))]
    pub file: String,
    /// The sheet of the workbook; left out, the only one that has the columns.
    ///
    /// Trang tính; bỏ trống thì lấy trang duy nhất có các cột của bảng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<Text>,
    /// How many rows the header has; left out, it is found out.
    ///
    /// Số hàng của đầu bảng trong tệp; bỏ trống thì chương trình tự tìm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 4))]
    pub header_rows: Option<usize>,
    /// What stands before decimals; left out, it is found out.
    ///
    /// Dấu ngăn phần thập phân trong tệp; bỏ trống thì chương trình tự xét.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal: Option<DecimalSign>,
    /// Whether rows of words only are headings over the rows below them; left out, it is found out.
    ///
    /// Dòng chỉ có chữ là tên nhóm của các dòng dưới nó hay không; bỏ trống thì chương trình tự xét.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group_rows: Option<bool>,
    /// What is printed in place of rows where the file has none; `Không phát sinh` where left out.
    ///
    /// Chữ in thay các dòng khi tệp không có dòng nào; bỏ trống là `Không phát sinh`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub empty: Option<Text>,
    /// The columns to sort by, the gravest first; a `-` before the id turns the order.
    ///
    /// Sắp xếp theo các cột này; dấu - đứng trước là thứ tự giảm.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sort: Vec<String>,
    /// The column by whose values the rows are grouped; it has no cells of its own then.
    ///
    /// Nhóm các dòng theo giá trị của cột này.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group_by: Option<String>,
    /// Whether the heading row of each group carries the sums of its rows.
    ///
    /// Dòng đầu nhóm có cộng các dòng trong nhóm hay không.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub subtotals: bool,
    /// The most rows that it may have, up to 10000.
    ///
    /// Số dòng tối đa, không quá 10000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 10_000))]
    pub limit: Option<usize>,
}

/// The row of totals: sums of the columns, ratios of these sums.
///
/// Dòng tổng số: cộng các cột, tính lại tỷ lệ.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TotalRow {
    /// What it is called, such as `Tổng số`.
    ///
    /// Tên dòng, ví dụ `Tổng số`.
    #[schemars(length(min = 1))]
    pub label: Text,
    /// Whether it stands before the other rows.
    ///
    /// Đứng trước các dòng khác hay không.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub first: bool,
    /// Totals that the report gives itself, by the id of their column; they are compared with the sums.
    ///
    /// Số tổng do báo cáo tự ghi, theo mã cột; được so với tổng tính được.
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub cells: std::collections::BTreeMap<String, TableCell>,
}

/// A note under a table.
///
/// Chú thích dưới bảng.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableNote {
    /// Its mark, such as `1` or `*`.
    ///
    /// Dấu, ví dụ `1` hoặc `*`.
    #[schemars(length(min = 1, max = 4))]
    pub mark: Text,
    /// What it says.
    ///
    /// Nội dung.
    #[schemars(length(min = 1))]
    pub text: Text,
}
