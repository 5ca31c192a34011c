//! `MAP.toml`: which column of an export becomes which figure, field or table of a report.

use std::collections::BTreeMap;

use baocao_core::rows::DecimalSign;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Number;

/// What stands for what nobody has decided on yet: nothing is made of a mapping that has it.
pub(super) const UNDECIDED: &str = "?";

/// What a word of an export means whose rows are left out.
pub(super) const IGNORED: &str = "ignore";

/// A mapping: from the columns of an export to reports, one for each unit.
///
/// Cách chuyển: cột nào của tệp xuất thành số liệu, trường, bảng nào của báo cáo; mỗi đơn vị một báo cáo.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Cách chuyển tệp xuất thành báo cáo / A mapping from exports to reports")]
pub struct MapFile {
    /// The template set of the reports, as `baocao templates` lists them.
    ///
    /// Bộ mẫu của các báo cáo, xem `baocao templates`.
    pub set: String,
    /// A JSON file beside the mapping with what all reports share.
    ///
    /// Tệp JSON đặt cạnh tệp này, ghi những gì mọi báo cáo đều có.
    #[serde(default)]
    pub base: Option<String>,
    /// How the rows lie in the export; what is left out is found out.
    ///
    /// Các dòng nằm thế nào trong tệp xuất; mục bỏ trống thì chương trình tự nhận ra.
    #[serde(default)]
    pub rows: RowsPart,
    /// Which unit a row is of.
    ///
    /// Dòng nào của đơn vị nào.
    pub unit: UnitPart,
    /// Which period a row is of, or all rows are.
    ///
    /// Kỳ báo cáo của dòng, hoặc của cả tệp.
    #[serde(default)]
    pub period: Option<PeriodPart>,
    /// Fields of the report, such as `document.promulgation.place`, and what fills them.
    ///
    /// Các trường của báo cáo, ví dụ `document.promulgation.place`, và lấy từ đâu.
    #[serde(default)]
    pub fields: BTreeMap<String, From>,
    /// Figures by printed code (`BM3.3.2.1`), id or label, and what fills them.
    ///
    /// Số liệu theo ký hiệu in trong biểu (`BM3.3.2.1`), mã hoặc tên chỉ tiêu, và lấy từ đâu.
    #[serde(default)]
    pub figures: BTreeMap<String, From>,
    /// Where a row has one figure and says itself which.
    ///
    /// Tệp dọc: mỗi dòng một chỉ tiêu, tên hoặc mã chỉ tiêu ghi ngay trong dòng.
    #[serde(default)]
    pub indicators: Option<IndicatorsPart>,
    /// Tables of the report by id, and what fills their columns; every row of a unit becomes a row.
    ///
    /// Bảng của báo cáo theo mã, và các cột của bảng lấy từ đâu; mỗi dòng của đơn vị thành một dòng của bảng.
    #[serde(default)]
    pub tables: BTreeMap<String, BTreeMap<String, From>>,
    /// What must hold in every row.
    ///
    /// Các đẳng thức phải đúng ở từng dòng.
    #[serde(default)]
    pub identities: Vec<Identity>,
    /// Columns that are known and not used.
    ///
    /// Các cột biết là có mà không dùng.
    #[serde(default)]
    pub ignore: Vec<String>,
}

/// How the rows lie in the export.
///
/// Các dòng nằm thế nào trong tệp xuất.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RowsPart {
    /// The sheet, by its name; `*` for all of them.
    ///
    /// Tên trang tính; `*` là mọi trang.
    #[serde(default)]
    pub sheet: Option<String>,
    /// How many rows the header has.
    ///
    /// Đầu bảng có mấy dòng.
    #[serde(default)]
    #[schemars(range(min = 1, max = 6))]
    pub header_rows: Option<usize>,
    /// Whether rows with words only are headings over the rows below them.
    ///
    /// Dòng chỉ có chữ có phải tên nhóm của các dòng dưới nó hay không.
    #[serde(default)]
    pub group_rows: Option<bool>,
    /// What stands before decimals: `,` or `.`
    ///
    /// Dấu trước phần thập phân: `,` hoặc `.`
    #[serde(default)]
    pub decimal: Option<DecimalSign>,
    /// Rows that are no units, by the words in the column of the unit: `Bình quân`.
    ///
    /// Những dòng không phải đơn vị, theo chữ ghi ở cột đơn vị, ví dụ `Bình quân`.
    #[serde(default)]
    pub ignore: Vec<String>,
    /// Sheets that are not read, by their names: instructions, lists.
    ///
    /// Những trang tính không đọc, theo tên: trang hướng dẫn, danh mục.
    #[serde(default)]
    pub ignore_sheets: Vec<String>,
}

/// Which unit a row is of: one of `column`, `sheet`, `name`.
///
/// Dòng nào của đơn vị nào: ghi một trong các mục `column`, `sheet`, `name`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitPart {
    /// The column with its name or code.
    ///
    /// Cột ghi tên hoặc mã đơn vị.
    #[serde(default)]
    pub column: Option<String>,
    /// Every sheet is one unit and bears its name.
    ///
    /// Mỗi trang tính là một đơn vị, tên trang là tên đơn vị.
    #[serde(default)]
    pub sheet: bool,
    /// The whole file is of this unit.
    ///
    /// Cả tệp là của đơn vị này.
    #[serde(default)]
    pub name: Option<String>,
    /// A file of rows beside the mapping: the office's own list of units. Its columns can fill fields.
    ///
    /// Danh sách đơn vị của cơ quan, một tệp bảng đặt cạnh tệp này; các cột của nó dùng được ở `fields`.
    #[serde(default)]
    pub register: Option<String>,
    /// The province whose communes these are.
    ///
    /// Tỉnh, thành phố mà các xã, phường này thuộc về.
    #[serde(default)]
    pub within: Option<String>,
    /// Whether units of the register that bring nothing are an error (default), a warning, or nothing to speak of.
    ///
    /// Đơn vị có trong danh sách mà không có dòng nào: lỗi (mặc định), cảnh báo, hay bỏ qua.
    #[serde(default)]
    pub missing: Missing,
}

/// What a unit is that brings nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Nothing is written.
    #[default]
    Error,
    /// Told, and the others are written.
    Warning,
    /// Not told.
    Ignore,
}

/// Which period rows are of: one of `column`, `value`. Codes are `202603` (month), `20261` (quarter), `2026`, or words.
///
/// Kỳ báo cáo: ghi `column` hoặc `value`. Mã kỳ: `202603` (tháng), `20261` (quý), `2026` (năm), hoặc chữ (`quý III/2026`).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PeriodPart {
    /// The column with the period of each row.
    ///
    /// Cột ghi kỳ của từng dòng.
    #[serde(default)]
    pub column: Option<String>,
    /// The period; with a column, the rows of other periods are left out.
    ///
    /// Kỳ báo cáo; có `column` thì chỉ lấy dòng của kỳ này.
    #[serde(default)]
    pub value: Option<String>,
}

/// What fills a field or a figure: a column, or more words about it.
///
/// Lấy từ đâu: tên cột, hoặc một bảng nói rõ hơn.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum From {
    /// A column: its name, its path in the header (`Tiếp nhận / Tổng số`), its letter, or a JSON pointer.
    ///
    /// Cột: tên, đường dẫn trong đầu bảng (`Tiếp nhận / Tổng số`), chữ cái, hoặc con trỏ JSON.
    Column(String),
    /// More about it.
    ///
    /// Nói rõ hơn.
    Part(FromPart),
}

/// What fills a field or a figure: one of `column`, `register`, `text`, `value`.
///
/// Lấy từ đâu: ghi một trong các mục `column`, `register`, `text`, `value`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FromPart {
    /// A column of the export.
    ///
    /// Một cột của tệp xuất.
    #[serde(default)]
    pub column: Option<String>,
    /// A column of the register of units.
    ///
    /// Một cột của danh sách đơn vị.
    #[serde(default)]
    pub register: Option<String>,
    /// A text in which `{{unit}}`, `{{code}}`, `{{province}}` stand for the unit, `{{running unit}}` for its name inside of a
    /// sentence (`xã Đông Hòa`), `{{upper unit}}` for it in capitals, and `{{file}}` for the name of its report's file.
    ///
    /// Một đoạn chữ; `{{unit}}`, `{{code}}`, `{{province}}` là tên, mã, tỉnh của đơn vị, `{{running unit}}` là tên viết giữa
    /// câu (`xã Đông Hòa`), `{{upper unit}}` là tên viết hoa, `{{file}}` là tên tệp báo cáo của đơn vị.
    #[serde(default)]
    pub text: Option<String>,
    /// The same value for all.
    ///
    /// Một giá trị chung cho mọi đơn vị.
    #[serde(default)]
    pub value: Option<serde_json::Value>,
    /// The unit of measure of the column, such as `nghìn đồng`: values are converted to that of the indicator.
    ///
    /// Đơn vị tính của cột, ví dụ `nghìn đồng`; giá trị được đổi sang đơn vị tính của chỉ tiêu.
    #[serde(default)]
    pub unit: Option<String>,
    /// What values are multiplied by.
    ///
    /// Nhân giá trị với số này.
    #[serde(default)]
    #[schemars(with = "Option<f64>")]
    pub factor: Option<Number>,
    /// What stands before decimals in the column, where that is not as in the rest of the file: `,` or `.`
    ///
    /// Dấu trước phần thập phân của riêng cột này: `,` hoặc `.`
    #[serde(default)]
    pub decimal: Option<DecimalSign>,
}

/// Rows with one figure each.
///
/// Mỗi dòng một chỉ tiêu.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorsPart {
    /// The column that says which figure it is: by its code, its id or its label.
    ///
    /// Cột ghi ký hiệu, mã hoặc tên chỉ tiêu.
    pub column: String,
    /// The column of the values.
    ///
    /// Cột giá trị.
    pub value: String,
    /// The column of the units of measure, perhaps with what blank cells of it mean.
    ///
    /// Cột đơn vị tính; có thể kèm đơn vị tính của các dòng để trống cột ấy.
    #[serde(default)]
    pub unit: Option<UnitColumn>,
    /// What the words of that system mean here, where they are not those of the form; `ignore` leaves rows out.
    ///
    /// Mã của hệ thống kia ứng với chỉ tiêu nào; `ignore` là bỏ qua.
    #[serde(default)]
    pub names: BTreeMap<String, Meaning>,
}

/// What a word of another system means: an indicator, or more words about it.
///
/// Một mã của hệ thống kia: mã chỉ tiêu, hoặc một bảng nói rõ hơn.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Meaning {
    /// An indicator by its code, its id or its label; `ignore` leaves rows out.
    ///
    /// Ký hiệu, mã hoặc tên chỉ tiêu; `ignore` là bỏ qua.
    Figure(String),
    /// More about it.
    ///
    /// Nói rõ hơn.
    Part(MeaningPart),
}

/// The indicator that a word of another system means, and what its values are multiplied by.
///
/// Chỉ tiêu, và hệ số nhân giá trị.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeaningPart {
    /// The indicator, by its code, its id or its label.
    ///
    /// Ký hiệu, mã hoặc tên chỉ tiêu.
    pub figure: String,
    /// What values are multiplied by, after they were converted.
    ///
    /// Nhân giá trị với số này, sau khi đổi đơn vị tính.
    #[schemars(with = "f64")]
    pub factor: Number,
}

/// The column of the units of measure: its name, or more words about it.
///
/// Cột đơn vị tính: tên cột, hoặc một bảng nói rõ hơn.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum UnitColumn {
    /// The column.
    ///
    /// Tên cột.
    Column(String),
    /// More about it.
    ///
    /// Nói rõ hơn.
    Part(UnitColumnPart),
}

/// The column of the units of measure, and what its blank cells mean.
///
/// Cột đơn vị tính, và đơn vị tính của các dòng để trống.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitColumnPart {
    /// The column.
    ///
    /// Tên cột.
    pub column: String,
    /// The unit of measure of rows that leave it blank, such as `%`; it counts for the figures that can have it.
    ///
    /// Đơn vị tính của các dòng để trống, ví dụ `%`; chỉ tính cho chỉ tiêu có thể mang đơn vị tính ấy.
    #[serde(default)]
    pub blank: Option<Blank>,
}

/// One unit of measure or several: of these each row has the one that its figure can have.
///
/// Một hoặc nhiều đơn vị tính; mỗi dòng lấy đơn vị tính mà chỉ tiêu của nó có thể mang.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Blank {
    /// One.
    ///
    /// Một.
    One(String),
    /// Several.
    ///
    /// Nhiều.
    Several(Vec<String>),
}

/// A total and its parts, columns of one row.
///
/// Một cột tổng và các cột thành phần.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The total.
    ///
    /// Cột tổng.
    pub total: String,
    /// What it is the sum of.
    ///
    /// Các cột thành phần.
    #[schemars(length(min = 1))]
    pub parts: Vec<String>,
}

impl From {
    /// The same with all that can be said of it.
    pub(super) fn part(&self) -> FromPart {
        match self {
            Self::Column(column) => FromPart { column: Some(column.clone()), ..FromPart::default() },
            Self::Part(part) => part.clone(),
        }
    }
}

impl UnitColumn {
    /// The column.
    pub(super) fn column(&self) -> &str {
        match self {
            Self::Column(column) => column,
            Self::Part(part) => &part.column,
        }
    }

    /// What its blank cells mean.
    pub(super) fn blank(&self) -> &[String] {
        match self {
            Self::Part(UnitColumnPart { blank: Some(Blank::One(unit)), .. }) => std::slice::from_ref(unit),
            Self::Part(UnitColumnPart { blank: Some(Blank::Several(units)), .. }) => units,
            _ => &[],
        }
    }
}

impl Meaning {
    /// The indicator.
    pub(super) fn figure(&self) -> &str {
        match self {
            Self::Figure(figure) => figure,
            Self::Part(part) => &part.figure,
        }
    }

    /// What values are multiplied by, where it is said.
    pub(super) fn times(&self) -> Option<Decimal> {
        match self {
            Self::Figure(_) => None,
            Self::Part(part) => exact(&part.factor),
        }
    }
}

impl FromPart {
    /// What values are multiplied by, as it is written.
    pub(super) fn times(&self) -> Option<Decimal> {
        exact(self.factor.as_ref()?)
    }
}

/// A number as it is written.
fn exact(number: &Number) -> Option<Decimal> {
    let text = number.to_string();
    Decimal::from_str_exact(&text).or_else(|_| Decimal::from_scientific(&text)).ok()
}
