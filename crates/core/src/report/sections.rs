//! Narrative and appendices that a report brings itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::text::string_or_lines;
use super::{Text, TextFile};

/// The text of a section, in the Markdown subset. `m^{2}`, `CO_{2}` raise and lower letters; a paragraph
/// `![words](anh/so-do.png)` is a picture.
///
/// Lời văn của một mục. `m^{2}`, `CO_{2}` là chỉ số trên, chỉ số dưới; `![mô tả](anh/so-do.png)` riêng một đoạn là ảnh.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum SectionText {
    /// Said in place of the template.
    ///
    /// Thay cho lời của mẫu.
    Replace(#[schemars(schema_with = "string_or_lines")] Text),
    /// Said after what the template says.
    ///
    /// Thêm vào sau lời của mẫu.
    Add(Addition),
    /// In a file of Markdown beside the report, in place of the template.
    ///
    /// Nằm trong một tệp Markdown cạnh báo cáo, thay cho lời của mẫu.
    File(TextFile),
}

impl SectionText {
    /// The text, and whether it is added to what the template says; nothing where it is in a file that was not read.
    pub fn said(&self) -> Option<(&Text, bool)> {
        match self {
            Self::Replace(text) => Some((text, false)),
            Self::Add(Addition { add }) => Some((add.said()?, true)),
            Self::File(_) => None,
        }
    }

    /// The file that the text is in, and whether it is added to what the template says.
    pub fn file(&self) -> Option<(&TextFile, bool)> {
        match self {
            Self::File(file) => Some((file, false)),
            Self::Add(Addition { add }) => Some((add.file()?, true)),
            Self::Replace(_) => None,
        }
    }
}

/// Text that follows the template's.
///
/// Lời thêm vào sau lời của mẫu.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Addition {
    /// The text.
    ///
    /// Lời văn.
    pub add: GivenText,
}

/// A text, here or in a file.
///
/// Lời văn viết ngay tại đây, hoặc nằm trong một tệp.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum GivenText {
    /// As it stands here: a string, or its lines.
    ///
    /// Viết ngay tại đây: một chuỗi, hoặc danh sách các dòng.
    Text(#[schemars(schema_with = "string_or_lines")] Text),
    /// In a file of Markdown beside the report.
    ///
    /// Nằm trong một tệp Markdown cạnh báo cáo.
    File(TextFile),
}

impl GivenText {
    /// The text; nothing where it is in a file that was not read.
    pub fn said(&self) -> Option<&Text> {
        match self {
            Self::Text(text) => Some(text),
            Self::File(_) => None,
        }
    }

    /// The file that the text is in.
    pub fn file(&self) -> Option<&TextFile> {
        match self {
            Self::Text(_) => None,
            Self::File(file) => Some(file),
        }
    }
}

/// How headings of one depth are numbered.
///
/// Cách đánh số đầu mục của một cấp.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Numbering {
    /// `Phần I`.
    ///
    /// `Phần I`, giữa trang.
    Part,
    /// `I.`, bold capitals.
    ///
    /// `I.`, chữ in hoa đậm.
    Roman,
    /// `1.`, bold.
    ///
    /// `1.`, chữ đậm.
    Decimal,
    /// `2.1.`, bold: the number of the heading above and its own.
    ///
    /// `2.1.`, chữ đậm: số của đầu mục trên và số của chính nó.
    Nested,
    /// `Chương I`, centred, its title in capitals below.
    ///
    /// `Chương I`, giữa trang, tên chương in hoa ở dưới.
    Chapter,
    /// `Mục 1`, centred, its title in capitals below.
    ///
    /// `Mục 1`, giữa trang, tên mục in hoa ở dưới.
    Section,
    /// `Tiểu mục 1`, centred, its title in capitals below.
    ///
    /// `Tiểu mục 1`, giữa trang, tên tiểu mục in hoa ở dưới.
    Subsection,
    /// `Điều 1.`, bold, counted through the whole text.
    ///
    /// `Điều 1.`, chữ đậm, đánh số liên tục trong cả văn bản.
    Article,
    /// `a)`, upright: a b c d đ e.
    ///
    /// `a)`, chữ đứng: a b c d đ e.
    Letter,
    /// No number.
    ///
    /// Không có số.
    None,
}

/// A section of a report's own outline.
///
/// Một mục trong đề cương riêng.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnSection {
    /// The heading, without its number; left out: a text without a heading, or an article without a title.
    ///
    /// Đầu mục, không kèm số thứ tự; bỏ trường này thì lời văn không có đầu mục, hoặc điều không có tên.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub title: Option<Text>,
    /// The number of the heading, where it does not follow from the one before it; those after it count on.
    ///
    /// Số thứ tự của đầu mục khi không đếm tiếp từ đầu mục trước; các đầu mục sau đếm tiếp từ số này.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 999))]
    pub number: Option<usize>,
    /// How the heading is numbered, where the list of `numbering` has that further down than its depth: an article right below a
    /// chapter, where other chapters have sections.
    ///
    /// Cách đánh số của đầu mục, khi nó đứng cao hơn chỗ của cách ấy trong `numbering`: điều nằm thẳng dưới chương, trong khi các
    /// chương khác có mục.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbering: Option<Numbering>,
    /// The id of a template's section that shall speak here.
    ///
    /// Mã mục của mẫu, để mẫu viết từ số liệu.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The text under the heading, in place of a template's.
    ///
    /// Lời văn dưới đầu mục.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<GivenText>,
    /// Whether the text begins on the line of the heading, which ends with the punctuation that parts the two.
    ///
    /// Lời văn viết liền ngay sau đầu mục, trên cùng một dòng; đầu mục tự kết thúc bằng dấu câu: `"Về thể chế:"`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub run_in: bool,
    /// Whether it stands after `./.`, before those who sign: a list that belongs to the text. The last sections of an outline do.
    ///
    /// Đứng sau dấu `./.`, trước phần chữ ký: danh sách kèm ngay dưới lời văn. Chỉ dùng ở các mục cuối của đề cương.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub after_end: bool,
    /// The sections under this one.
    ///
    /// Các mục con.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<OwnSection>,
}

impl OwnSection {
    /// The section at a path: its index, and those of the sections that it stands in, from the outermost.
    pub(super) fn at<'s>(sections: &'s mut [Self], path: &[usize]) -> Option<&'s mut Self> {
        let (first, below) = path.split_first()?;
        let section = sections.get_mut(*first)?;
        if below.is_empty() { Some(section) } else { Self::at(&mut section.sections, below) }
    }

    /// Adds the ids that sections name, in order.
    pub fn collect_ids<'a>(sections: &'a [Self], ids: &mut Vec<&'a str>) {
        for section in sections {
            ids.extend(section.id.as_deref());
            Self::collect_ids(&section.sections, ids);
        }
    }
}
