//! A file of rules as an office writes it.

use baocao_core::report::Level;
use schemars::JsonSchema;
use serde::Deserialize;

/// Rules of wording that an office brings, without a program: `baocao.toml` names the file.
///
/// Quy tắc câu chữ của cơ quan, không cần lập trình: baocao.toml nêu tên tệp này.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Quy tắc câu chữ của cơ quan / Rules of wording of an office")]
pub struct RulesFile {
    /// The rules.
    ///
    /// Các quy tắc.
    #[serde(default)]
    pub(super) rule: Vec<RuleEntry>,
}

/// One rule. Words in small letters are found in any case, with a capital as they are written; `{1}` stands for any number,
/// `{I}` a Roman one, `{A}` a word with a capital, `{a}` a word in small letters, `{x}` one small letter, `{|}` for the
/// beginning or the end of a line.
///
/// Một quy tắc. Từ ngữ ghi chữ thường thì tìm cả chữ hoa, có chữ hoa thì tìm đúng như đã ghi; `{1}` là một số bất kỳ, `{I}` số La
/// Mã, `{A}` từ viết hoa, `{a}` từ viết thường, `{x}` một chữ cái thường, `{|}` đầu dòng hoặc cuối dòng.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleEntry {
    /// Its id, `co-quan/` and a name in small letters without marks.
    ///
    /// Mã: `co-quan/` rồi một tên bằng chữ thường không dấu.
    pub(super) id: String,
    /// What kind of rule it is.
    ///
    /// Loại quy tắc.
    pub(super) kind: KindOfRule,
    /// What it asks for, in Vietnamese, in one line.
    ///
    /// Quy tắc đòi hỏi gì, một dòng.
    pub(super) vi: String,
    /// The same in English.
    ///
    /// Cũng điều ấy bằng tiếng Anh.
    pub(super) en: Option<String>,
    /// Why, for those who ask `baocao rule`.
    ///
    /// Vì sao, cho người hỏi `baocao rule`.
    pub(super) why: Option<String>,
    /// The document behind it.
    ///
    /// Theo văn bản nào.
    pub(super) law: Option<String>,
    /// How grave its findings are (default: note).
    ///
    /// Mức độ (mặc định: note).
    pub(super) severity: Option<Level>,
    /// In which texts it looks (default: text, headings and the abstract).
    ///
    /// Xét những phần nào (mặc định: lời văn, đề mục và trích yếu).
    #[serde(default)]
    pub(super) parts: Vec<Part>,
    /// What is looked for: the wrong words of a substitution, the ways of writing of a consistency, the words of an
    /// occurrence or a condition.
    ///
    /// Từ ngữ cần tìm: từ sai của substitution, các kiểu viết của consistency, từ ngữ của occurrence và condition.
    #[serde(default)]
    pub(super) words: Vec<String>,
    /// Of a substitution: what is right. Without `words`, the same words with other capitals inside are wrong.
    ///
    /// Của substitution: từ đúng. Không có `words` thì mọi cách viết hoa khác bên trong là sai.
    pub(super) write: Option<String>,
    /// Of a substitution: whether `baocao check --fix` puts the right words in.
    ///
    /// Của substitution: `baocao check --fix` có thay từ đúng vào không.
    pub(super) fix: Option<bool>,
    /// Of an occurrence: how often one of the words must stand.
    ///
    /// Của occurrence: một trong các từ ngữ phải có mấy lần.
    pub(super) must: Option<Must>,
    /// Of a condition: one of these must stand before the words are first used.
    ///
    /// Của condition: một trong các cụm này phải có trước lần dùng đầu tiên.
    #[serde(default)]
    pub(super) needs: Vec<String>,
    /// The words count only right after one of these.
    ///
    /// Chỉ xét khi đứng ngay sau một trong các cụm này.
    #[serde(default)]
    pub(super) only_after: Vec<String>,
    /// The words count only right before one of these.
    ///
    /// Chỉ xét khi đứng ngay trước một trong các cụm này.
    #[serde(default)]
    pub(super) only_before: Vec<String>,
    /// The words do not count right after one of these.
    ///
    /// Không xét khi đứng ngay sau một trong các cụm này.
    #[serde(default)]
    pub(super) not_after: Vec<String>,
    /// The words do not count right before one of these.
    ///
    /// Không xét khi đứng ngay trước một trong các cụm này.
    #[serde(default)]
    pub(super) not_before: Vec<String>,
    /// The words count only inside a sentence, not where it begins.
    ///
    /// Chỉ xét ở giữa câu, không xét ở đầu câu.
    #[serde(default)]
    pub(super) inside: bool,
    /// Texts on which the rule is silent, one or more.
    ///
    /// Ví dụ đúng: quy tắc im lặng; ít nhất một.
    #[serde(default)]
    pub(super) right: Vec<String>,
    /// Texts on which the rule speaks, one or more.
    ///
    /// Ví dụ sai: quy tắc lên tiếng; ít nhất một.
    #[serde(default)]
    pub(super) wrong: Vec<String>,
}

/// Kinds of rules.
///
/// Loại quy tắc.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum KindOfRule {
    /// Write these words in the place of those.
    ///
    /// Viết từ này thay cho từ kia.
    #[default]
    Substitution,
    /// Write in one way throughout.
    ///
    /// Viết một kiểu trong cả báo cáo.
    Consistency,
    /// Words must stand in a report, must not, or at most once.
    ///
    /// Phải có, không được có, hoặc chỉ có một lần.
    Occurrence,
    /// Words must be explained before they are used.
    ///
    /// Phải được giải thích trước khi dùng.
    Condition,
}

/// How often words must stand.
///
/// Phải có mấy lần.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Must {
    /// Once or more.
    ///
    /// Ít nhất một lần.
    Occur,
    /// Never.
    ///
    /// Không lần nào.
    NotOccur,
    /// Not more than once.
    ///
    /// Nhiều nhất một lần.
    OccurOnce,
}

/// Parts of a report.
///
/// Các phần của báo cáo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Part {
    /// Texts of sections and appendices.
    ///
    /// Lời văn các mục và phụ lục.
    Text,
    /// Headings, titles of appendices and tables.
    ///
    /// Đề mục, tiêu đề phụ lục và bảng.
    Heading,
    /// Fields of the document: names, abstract, recipients.
    ///
    /// Các trường của văn bản: tên cơ quan, trích yếu, nơi nhận.
    Document,
    /// Cells and notes of tables.
    ///
    /// Ô và ghi chú của bảng.
    Table,
}
