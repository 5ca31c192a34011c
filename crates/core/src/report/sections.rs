//! Narrative and appendices that a report brings itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;

/// The text of a section, in the Markdown subset.
///
/// Lời văn của một mục.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum SectionText {
    /// Said in place of the template.
    ///
    /// Thay cho lời của mẫu.
    Replace(Text),
    /// Said after what the template says.
    ///
    /// Thêm vào sau lời của mẫu.
    Add(Addition),
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
    pub add: Text,
}

/// How headings of one depth are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Numbering {
    /// `Phần I`.
    Part,
    /// `I.`, bold capitals.
    Roman,
    /// `1.`, bold.
    Decimal,
    /// `2.1.`, bold: the number of the heading above and its own.
    Nested,
    /// `a)`, italic: a b c d đ e.
    Letter,
    /// No number.
    None,
}

/// A section of a report's own outline.
///
/// Một mục trong đề cương riêng.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnSection {
    /// The heading, without its number.
    ///
    /// Đầu mục, không kèm số thứ tự.
    pub title: Text,
    /// The id of a template's section that shall speak here.
    ///
    /// Mã mục của mẫu, để mẫu viết từ số liệu.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The text under the heading, in place of a template's.
    ///
    /// Lời văn dưới đầu mục.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Whether the text begins on the line of the heading.
    ///
    /// Lời văn viết liền ngay sau đầu mục, trên cùng một dòng.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub run_in: bool,
    /// The sections under this one.
    ///
    /// Các mục con.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<OwnSection>,
}

impl OwnSection {
    /// Adds the ids that sections name, in order.
    pub fn collect_ids<'a>(sections: &'a [Self], ids: &mut Vec<&'a str>) {
        for section in sections {
            ids.extend(section.id.as_deref());
            Self::collect_ids(&section.sections, ids);
        }
    }
}
