//! What kind of document a set makes: its type, how its head is laid out, whether it is about a period.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::diagnostic::Finding;
use crate::report::{Input, Report, Text, missing_field};
use crate::{kinds, msg};

/// The kind of document that a set makes.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentKind {
    /// The name of its type, where a report does not say another; `CÔNG VĂN` is not printed.
    #[serde(default = "type_name")]
    pub type_name: String,
    /// How its head is laid out.
    #[serde(default)]
    pub layout: Layout,
    /// The line that ends the grounds of what decides: `QUYẾT ĐỊNH:`, `QUYẾT NGHỊ:`. Who decides stands over them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decides: Option<String>,
    /// The words behind who speaks in a line of their own, over the addressees or the text: `điện:`, `trân trọng giới thiệu:`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announces: Option<String>,
    /// Whether it must have addressees; letters must.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub addressed: bool,
    /// Whether it has an abstract, which a report has to give.
    #[serde(default = "yes")]
    pub subject: bool,
    /// How the labelled lines begin that its form has, other words for the same parted by strokes: `Thời gian`, `Ông|Bà`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<String>,
    /// Whether it is about a period, which a report has to say.
    #[serde(default = "yes")]
    pub period: bool,
}

/// How the head of a document is laid out (NĐ 30/2020/NĐ-CP, Annex III).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// With the name of its type over the subject: form 1.4.
    #[default]
    Named,
    /// A letter: no name of a type, the subject under the number, addressees: form 1.5.
    Letter,
    /// Minutes: no place and no date under the name of the state: form 1.9.
    Minutes,
}

/// The forms of what decides, and of what is addressed.
const DECIDING: &str = "NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.1 đến 1.3";
const ADDRESSED: &str = "NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5, 1.6";

fn type_name() -> String {
    "BÁO CÁO".to_owned()
}

fn yes() -> bool {
    true
}

impl Default for DocumentKind {
    fn default() -> Self {
        Self {
            type_name: type_name(),
            layout: Layout::default(),
            decides: None,
            announces: None,
            addressed: false,
            subject: true,
            lines: Vec::new(),
            period: true,
        }
    }
}

impl DocumentKind {
    /// Gives a report the name of its type where it says none, and tells of what documents of this kind need.
    pub fn complete(&self, report: &mut Report, input: &Input, findings: &mut Vec<Finding>) {
        report.document.type_name.get_or_insert_with(|| Text::new(&self.type_name));
        if self.period && report.period.is_none() {
            findings.push(missing_field("period", input.place("")));
        }
        if (self.addressed || self.layout == Layout::Letter) && report.document.to.is_empty() {
            findings.push(missing_field("to", input.place("/document")).law(ADDRESSED));
        }
        let has_subject = !report.document.subject.is_empty();
        if self.subject && !has_subject && !input.has("/document/subject") {
            findings.push(missing_field("subject", input.place("/document")));
        } else if !self.subject && has_subject {
            findings.push(
                kinds::sections::NO_ABSTRACT
                    .finding(msg!("văn bản loại này không có trích yếu", "documents of this kind have no abstract"))
                    .at(input.key_place("/document/subject"))
                    .hint(msg!("bỏ \"subject\", ghi nội dung vào lời văn", "take \"subject\" out, say it in the text")),
            );
        }
        let given = report.document.authority.is_some();
        if self.decides.is_some() && !given {
            findings.push(missing_field("authority", input.place("/document")).law(DECIDING));
        } else if self.decides.is_none() && self.announces.is_none() && given {
            findings.push(
                kinds::sections::NOT_DECIDING
                    .finding(msg!(
                        "văn bản loại này không có thẩm quyền ban hành",
                        "documents of this kind decide nothing"
                    ))
                    .at(input.key_place("/document/authority"))
                    .hint(msg!(
                        "bỏ \"authority\", hoặc dùng bộ mẫu quyết định: \"chung/quyet-dinh\"",
                        "take \"authority\" out, or use the set of decisions: \"chung/quyet-dinh\""
                    )),
            );
        }
        // The PDF says of what day it is (ISO 19005-3).
        if !self.period && report.days().is_none() {
            findings.push(
                kinds::periods::NO_YEAR
                    .finding(msg!(
                        "văn bản không có kỳ thì phải biết ít nhất năm ban hành",
                        "of a document without a period at least the year must be known"
                    ))
                    .at(input.place("/document/promulgation"))
                    .hint(msg!(
                        "thêm \"date\": chỉ năm (\"2026\"), năm và tháng, hoặc cả ngày",
                        "add \"date\": the year alone (\"2026\"), year and month, or the day"
                    )),
            );
        }
    }
}
