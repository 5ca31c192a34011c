//! `wording.json`: abbreviations and words of a family of reports, for the rules of text.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The wording of a family, for the rules of text; where the file is missing nothing is known.
///
/// Từ ngữ của một họ báo cáo, cho các quy tắc về câu chữ; không có tệp này thì không từ nào được xét.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Từ ngữ của họ báo cáo / Wording of a family of reports")]
pub struct Wording {
    /// The JSON Schema, for editors.
    ///
    /// Lược đồ JSON, cho trình soạn thảo.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// After what it was written. For people.
    ///
    /// Lập theo tài liệu nào. Để người đọc biết.
    pub source: String,
    /// Abbreviations that every reader knows and that need no explanation, with what they stand for.
    ///
    /// Chữ viết tắt ai cũng biết, không cần giải thích, và nghĩa của chúng.
    #[serde(default)]
    pub common: BTreeMap<String, String>,
    /// Abbreviations of the trade, which a report explains where it first uses them, with what they stand for.
    ///
    /// Chữ viết tắt của ngành, được giải thích ở lần dùng đầu tiên, và nghĩa của chúng.
    #[serde(default)]
    pub abbreviations: BTreeMap<String, String>,
    /// Phrases that are no names: inside a sentence they have no capital.
    ///
    /// Cụm từ không phải tên riêng: ở giữa câu không viết hoa chữ nào.
    #[serde(default)]
    pub phrases: Vec<String>,
    /// Terms that a report writes in one way throughout, each in all its forms, in small letters.
    ///
    /// Thuật ngữ viết một kiểu trong cả báo cáo; mỗi thuật ngữ ghi mọi dạng, chữ thường.
    #[serde(default)]
    pub terms: Vec<Vec<String>>,
    /// Words of a sentence whose numbers are not those of the forms, in small letters.
    ///
    /// Những chữ mà câu có chúng thì số trong câu không phải số của biểu mẫu; ghi chữ thường.
    #[serde(default)]
    pub elsewhere: Vec<String>,
    /// Words that no longer fit since a day.
    ///
    /// Từ ngữ không còn phù hợp kể từ một ngày.
    #[serde(default)]
    pub outdated: Vec<Outdated>,
    /// More words beside which an outdated word is a memory and no mistake, in small letters; those of all reports are known.
    ///
    /// Những chữ khác mà đứng cùng thì từ ngữ cũ là nói chuyện trước đây, không phải lỗi; ghi chữ thường. Những chữ của
    /// mọi báo cáo đã có sẵn.
    #[serde(default)]
    pub memory: Vec<String>,
}

impl Wording {
    /// Adds what another file says.
    pub(super) fn join(&mut self, more: Self) {
        self.common.extend(more.common);
        self.abbreviations.extend(more.abbreviations);
        self.phrases.extend(more.phrases);
        self.terms.extend(more.terms);
        self.elsewhere.extend(more.elsewhere);
        self.outdated.extend(more.outdated);
        self.memory.extend(more.memory);
    }
}

/// Words that no longer fit since a day.
///
/// Từ ngữ không còn phù hợp kể từ một ngày.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outdated {
    /// What they are about; it decides the rule that tells of them.
    ///
    /// Thuộc chuyện gì: quyết định quy tắc nào nêu ra.
    pub about: About,
    /// The words, in small letters.
    ///
    /// Các từ ngữ, ghi chữ thường.
    pub words: Vec<String>,
    /// They count only in a sentence that holds one of these too, in small letters.
    ///
    /// Chỉ xét khi trong câu còn có một trong các chữ này; ghi chữ thường.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<String>,
    /// The first day on which they no longer fit.
    ///
    /// Ngày đầu tiên không còn phù hợp.
    pub since: NaiveDate,
    /// What to write instead.
    ///
    /// Nay viết thế nào.
    pub instead: String,
    /// After which document.
    ///
    /// Theo văn bản nào.
    pub source: String,
}

/// What outdated words are about.
///
/// Từ ngữ cũ thuộc chuyện gì.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// The district level, which is no more.
    ///
    /// Cấp huyện, nay không còn.
    District,
    /// Levels of public services.
    ///
    /// Mức độ của dịch vụ công.
    Service,
    /// Ministries and departments that were merged.
    ///
    /// Bộ, sở đã hợp nhất.
    Organ,
}
