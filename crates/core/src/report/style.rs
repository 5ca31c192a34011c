//! Sizes that an office may move within the decree's ranges (NĐ 30/2020/NĐ-CP, Annex I).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Sizes; what is left out is as in the decree's own samples.
///
/// Kích thước; mục nào bỏ trống thì theo mẫu của nghị định.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Style {
    /// Margins in millimetres.
    ///
    /// Lề trang, tính bằng mm.
    #[serde(default)]
    pub margins_mm: Margins,
    /// Body text in points, 13 to 14 (default 14).
    ///
    /// Cỡ chữ nội dung, 13 đến 14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 13, max = 14))]
    pub body_pt: Option<f64>,
    /// Line spacing, 1 (single) to 1.5 (default 1).
    ///
    /// Giãn dòng, 1 (đơn) đến 1,5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 1.5))]
    pub line_spacing: Option<f64>,
    /// Space between paragraphs in points, at least 6 (default 6).
    ///
    /// Khoảng cách giữa các đoạn, ít nhất 6.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 6, max = 18))]
    pub paragraph_spacing_pt: Option<f64>,
    /// First-line indent in centimetres, 1 or 1.27 (default 1).
    ///
    /// Lùi đầu dòng, 1 hoặc 1,27 cm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 1.27))]
    pub first_line_indent_cm: Option<f64>,
    /// How the headings of points, `a)`, look: `upright` (the decree, Annex I, part V; default) or `italic`.
    ///
    /// Kiểu chữ đầu mục điểm a), b): đứng (mặc định, theo nghị định) hoặc nghiêng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
    /// National name in points, 12 to 13 (default 13).
    ///
    /// Cỡ chữ Quốc hiệu, 12 đến 13.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 12, max = 13))]
    pub national_title_pt: Option<f64>,
    /// National motto in points, 13 to 14 (default 14).
    ///
    /// Cỡ chữ Tiêu ngữ, 13 đến 14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 13, max = 14))]
    pub motto_pt: Option<f64>,
    /// Names of agencies in points, 12 to 13 (default 13).
    ///
    /// Cỡ chữ tên cơ quan, 12 đến 13.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 12, max = 13))]
    pub organ_pt: Option<f64>,
    /// Place and date in points, 13 to 14 (default 14).
    ///
    /// Cỡ chữ địa danh, ngày tháng, 13 đến 14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 13, max = 14))]
    pub date_pt: Option<f64>,
    /// Type and abstract in points, 13 to 14 (default 14).
    ///
    /// Cỡ chữ tên loại và trích yếu, 13 đến 14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 13, max = 14))]
    pub title_pt: Option<f64>,
    /// Authority, post and name of the signer in points, 13 to 14 (default 14).
    ///
    /// Cỡ chữ quyền hạn, chức vụ, họ tên người ký, 13 đến 14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 13, max = 14))]
    pub signature_pt: Option<f64>,
    /// Page numbers in points, 13 to 14 (default 14).
    ///
    /// Cỡ chữ số trang, 13 đến 14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 13, max = 14))]
    pub page_number_pt: Option<f64>,
    /// Tables in points, 10 to 13 (default 12). Practice, not decree.
    ///
    /// Cỡ chữ trong bảng, 10 đến 13.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 10, max = 13))]
    pub table_pt: Option<f64>,
    /// Whether `(tiếp theo)` stands over a table on each page that it goes on.
    ///
    /// Ghi `(tiếp theo)` phía trên bảng ở mỗi trang bảng sang tiếp.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub table_continued: bool,
}

/// How the headings of points look.
///
/// Kiểu chữ đầu mục điểm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Points {
    /// Upright.
    ///
    /// Chữ đứng.
    Upright,
    /// Italic.
    ///
    /// Chữ nghiêng.
    Italic,
}

/// Margins in millimetres.
///
/// Lề trang, tính bằng mm.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Margins {
    /// Top, 20 to 25 (default 25).
    ///
    /// Lề trên, 20 đến 25.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 20, max = 25))]
    pub top: Option<f64>,
    /// Bottom, 20 to 25 (default 20).
    ///
    /// Lề dưới, 20 đến 25.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 20, max = 25))]
    pub bottom: Option<f64>,
    /// Left, 30 to 35 (default 35).
    ///
    /// Lề trái, 30 đến 35.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 30, max = 35))]
    pub left: Option<f64>,
    /// Right, 15 to 20 (default 20).
    ///
    /// Lề phải, 15 đến 20.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 15, max = 20))]
    pub right: Option<f64>,
}
