//! How the appendices of a report are arranged.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{GivenText, Numbering, OwnSection, Text};

/// How a page lies.
///
/// Chiều của trang giấy.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// 210 x 297 mm.
    ///
    /// Trang đứng, 210 x 297 mm.
    #[default]
    Portrait,
    /// 297 x 210 mm.
    ///
    /// Trang nằm ngang, 297 x 210 mm.
    Landscape,
}

/// What stands at a place of the list of appendices.
///
/// Một phụ lục trong danh sách.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum AppendixEntry {
    /// The appendices of the template set.
    ///
    /// Các phụ lục của bộ mẫu.
    Template(TemplateAppendices),
    /// One of the report's own.
    ///
    /// Một phụ lục của riêng báo cáo.
    Own(OwnAppendix),
}

/// The word for the appendices of the template set.
///
/// Chữ chỉ các phụ lục của mẫu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TemplateAppendices {
    /// All of them, in their order.
    ///
    /// Tất cả, theo thứ tự trong bộ mẫu.
    Template,
}

/// An appendix of a report's own arrangement.
///
/// Một phụ lục do báo cáo tự sắp xếp.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnAppendix {
    /// The title; printed in capitals.
    ///
    /// Tiêu đề; in hoa khi in ra.
    pub title: Text,
    /// Whether the title stands over it alone, without `Phụ lục` and a number: a list that the text speaks of.
    ///
    /// Chỉ có tiêu đề, không có chữ "Phụ lục" và số: danh sách kèm theo mà lời văn nhắc đến.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bare: bool,
    /// A document that is issued with this one: regulations, a plan. Its title is then what that is about.
    ///
    /// Văn bản được ban hành, phê duyệt kèm theo: quy chế, quy định, kế hoạch; khi ấy tiêu đề là trích yếu của văn bản kèm theo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Box<AnnexedDocument>>,
    /// What it holds, in order: forms, tables, charts, texts, each with a heading and a page of its own direction where
    /// wanted.
    ///
    /// Nội dung theo thứ tự: biểu mẫu, bảng, biểu đồ, lời văn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<AppendixPart>,
    /// The forms it holds, by their id in the template's `form.json`; they stand before `parts`.
    ///
    /// Các biểu mẫu, theo mã trong `form.json` của bộ mẫu.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<String>,
    /// The word before the number of each form (`Biểu mẫu`); left out: forms carry no heading.
    ///
    /// Chữ đứng trước số của từng biểu; bỏ trống thì biểu không có tiêu đề riêng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form_heading: Option<Text>,
    /// Whether the forms run on in one table, each with a heading row and its number before the codes of its rows.
    ///
    /// Các biểu mẫu nối thành một bảng liên tục, mã dòng có số biểu đứng trước.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub one_table: bool,
    /// Text after the tables, in the Markdown subset.
    ///
    /// Lời văn sau các bảng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<GivenText>,
    /// Portrait or landscape, for all that it holds; left out, pages stand upright, and tables of their own columns lie
    /// where they are wide.
    ///
    /// Khổ dọc hay khổ ngang, cho mọi thứ trong phụ lục; bỏ trống thì khổ dọc, riêng bảng rộng tự chuyển khổ ngang.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub orientation: Option<Orientation>,
    /// A line between the title and the guide line, such as `Số liệu từ ngày 15/6/2026 đến ngày 14/9/2026`.
    ///
    /// Dòng giữa tiêu đề và dòng chỉ dẫn kèm theo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub under_title: Option<Text>,
    /// How the guide line begins; `(Kèm theo ...)` where left out.
    ///
    /// Cách mở đầu dòng chỉ dẫn; bỏ trống là `(Kèm theo ...)`.
    #[serde(default, skip_serializing_if = "GuideLine::is_with")]
    pub guide: GuideLine,
}

/// A document that is issued with another one, with a head of its own (form 1.3).
///
/// Văn bản được ban hành, phê duyệt kèm theo văn bản khác, có phần đầu riêng (Mẫu 1.3).
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnnexedDocument {
    /// The name of its type.
    ///
    /// Tên loại.
    #[schemars(length(min = 1, max = 100), example = "QUY CHẾ")]
    pub type_name: Text,
    /// How its headings are numbered, by depth; left out: chapters, articles, clauses, points.
    ///
    /// Cách đánh số theo từng cấp; bỏ trống là chương, điều, khoản, điểm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbering: Option<Vec<Numbering>>,
    /// Its sections.
    ///
    /// Các chương, mục, điều.
    #[schemars(length(min = 1))]
    pub outline: Vec<OwnSection>,
}

impl AnnexedDocument {
    /// How its headings are numbered.
    pub fn scheme(&self) -> &[Numbering] {
        const USUAL: [Numbering; 4] = [Numbering::Chapter, Numbering::Article, Numbering::Decimal, Numbering::Letter];
        self.numbering.as_deref().unwrap_or(&USUAL)
    }
}

/// How the guide line of an appendix begins.
///
/// Dòng chỉ dẫn của phụ lục bắt đầu thế nào.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GuideLine {
    /// `(Kèm theo Báo cáo số ...)`.
    #[default]
    With,
    /// `(Ban hành kèm theo Báo cáo số ...)`.
    IssuedWith,
}

impl GuideLine {
    fn is_with(&self) -> bool {
        *self == Self::With
    }

    /// The words that it begins with, behind its bracket.
    pub fn words(self) -> &'static str {
        match self {
            Self::With => "(Kèm theo ",
            Self::IssuedWith => "(Ban hành kèm theo ",
        }
    }
}

/// One heading, or several under each other from the highest to the lowest.
///
/// Một tiêu đề, hoặc nhiều tiêu đề dưới nhau, từ cao xuống thấp.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Headings {
    /// One.
    ///
    /// Một tiêu đề.
    One(Text),
    /// Several.
    ///
    /// Nhiều tiêu đề, từ cao xuống thấp.
    Several(#[schemars(length(min = 1, max = 4))] Vec<Text>),
}

impl Headings {
    /// All of them in order.
    pub fn all(&self) -> &[Text] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Several(all) => all,
        }
    }
}

impl OwnAppendix {
    /// The ids of the forms that stand in it.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        let parts = self.parts.iter().filter_map(|part| part.form.as_deref());
        self.forms.iter().map(String::as_str).chain(parts)
    }

    /// The ids of the sections that speak in it.
    pub fn sections(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| part.section.as_deref())
    }
}

/// A part of an appendix: exactly one of `form`, `table`, `chart`, `section`, `text`.
///
/// Một phần của phụ lục: đúng một trong form, table, chart, section, text.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AppendixPart {
    /// A heading above it, or a list of them: `["A. Cấp xã", "I. Đất đai"]`.
    ///
    /// Tiêu đề phía trên, hoặc danh sách nhiều tiêu đề từ cao xuống thấp.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Headings>,
    /// A form, by its id in the template's `form.json`.
    ///
    /// Biểu mẫu, theo mã trong `form.json` của bộ mẫu.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// A table, by its id in `tables`.
    ///
    /// Bảng, theo mã trong `tables`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// A chart, by its id in `charts`.
    ///
    /// Biểu đồ, theo mã trong `charts`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chart: Option<String>,
    /// A section of `sections` or of the template, by its id; where it says nothing the heading falls away.
    ///
    /// Mục lời văn, theo mã; mục không có nội dung thì bỏ cả tiêu đề.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Text, in the Markdown subset.
    ///
    /// Lời văn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<GivenText>,
    /// Portrait or landscape, where it differs from the appendix.
    ///
    /// Khổ dọc hay khổ ngang, nếu khác phụ lục.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub orientation: Option<Orientation>,
}

/// How appendices are numbered, where it is not as the decree says.
///
/// Cách đánh số phụ lục, nếu khác quy định.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AppendixNumbering {
    /// Roman (the decree's) or Arabic numerals.
    ///
    /// Chữ số La Mã (theo quy định) hay Ả Rập.
    #[serde(default)]
    pub numerals: Numerals,
    /// The number of the first appendix (default 1).
    ///
    /// Số của phụ lục đầu tiên.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 99))]
    pub first: Option<usize>,
}

/// Numerals.
///
/// Loại chữ số.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Numerals {
    /// I, II, III.
    #[default]
    Roman,
    /// 1, 2, 3.
    Arabic,
}
