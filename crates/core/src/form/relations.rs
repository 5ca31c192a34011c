//! `relations.json`: what must hold between the indicators of a family of reports, beside the formulas of its forms.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The relations of a family. It is shared by all levels and versions: a relation counts where a report's forms have
/// all of its indicators.
///
/// Quan hệ của một họ báo cáo, chung cho mọi cấp và phiên bản: một quan hệ được xét khi biểu mẫu của báo cáo có đủ các chỉ
/// tiêu của nó.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Quan hệ giữa các chỉ tiêu / Relations of indicators")]
pub struct Relations {
    /// The JSON Schema.
    ///
    /// Lược đồ JSON, cho trình soạn thảo.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// After what the relations were written.
    ///
    /// Lập theo tài liệu nào. Để người đọc biết.
    pub source: String,
    /// The relations.
    ///
    /// Các quan hệ.
    pub relations: Vec<Relation>,
    /// How running text speaks of an indicator, by its id: a number beside one of these phrases is that indicator's.
    /// `a + b` are two indicators added up.
    ///
    /// Lời văn nói về một chỉ tiêu bằng những chữ nào, theo mã chỉ tiêu: số đứng cạnh những chữ ấy là của chỉ tiêu.
    /// `a + b` là hai chỉ tiêu cộng lại.
    #[serde(default)]
    pub phrases: BTreeMap<String, Vec<Phrase>>,
    /// Accounts that running text keeps, such as that of the files received and resolved.
    ///
    /// Các bảng cân đối trong lời văn, như số hồ sơ tiếp nhận và giải quyết.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accounts: Vec<Account>,
}

/// An account that running text keeps: numbers in roles, and what must balance.
///
/// Một bảng cân đối trong lời văn: các số theo vai, và các đẳng thức.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The unit that is counted, such as `hồ sơ`.
    ///
    /// Đơn vị được đếm, như `hồ sơ`.
    pub unit: String,
    /// The roles, and the words that give a number its role: they stand before it or after it, in the same part of the
    /// sentence. The longest words count.
    ///
    /// Các vai, và những chữ cho biết vai của một số: đứng trước hoặc sau số ấy, trong cùng một vế câu. Cụm dài nhất được tính.
    pub roles: BTreeMap<String, Vec<String>>,
    /// Words that take a number out of the account: it counts only some of what a role counts.
    ///
    /// Những chữ loại một số ra khỏi bảng cân đối: số ấy chỉ đếm một phần.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ignored: Vec<String>,
    /// Words of the levels whose numbers stand in parentheses after that of all.
    ///
    /// Chữ chỉ các cấp có số riêng trong ngoặc, sau số chung.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<String>,
    /// What must balance.
    ///
    /// Các đẳng thức.
    pub identities: Vec<Identity>,
}

/// One role is the sum of others.
///
/// Một vai bằng tổng các vai khác.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The role on the one side.
    ///
    /// Vai ở một vế.
    pub whole: String,
    /// The roles on the other side, added up.
    ///
    /// Các vai ở vế kia, cộng lại.
    pub parts: Vec<String>,
    /// A role that some reports do not count in the whole: it balances with it too.
    ///
    /// Vai mà có báo cáo không tính vào tổng: cân đối cả khi cộng thêm vai này.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub or_with: Option<String>,
    /// A role that, where a text names it, makes this identity another one.
    ///
    /// Vai mà lời văn nêu ra thì đẳng thức này không còn đúng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unless: Option<String>,
}

/// What must hold between indicators.
///
/// Quan hệ giữa các chỉ tiêu.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// What must hold.
    ///
    /// Loại quan hệ.
    pub kind: RelationKind,
    /// The indicator on the one side.
    ///
    /// Mã chỉ tiêu ở một vế.
    pub whole: String,
    /// The indicators on the other side, added up.
    ///
    /// Mã các chỉ tiêu ở vế kia, cộng lại.
    pub parts: Vec<String>,
}

/// What must hold between a whole and the sum of its parts.
///
/// Quan hệ giữa tổng thể và tổng các bộ phận.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// The whole is the sum of the parts.
    ///
    /// Tổng thể bằng tổng các bộ phận.
    Sum,
    /// The parts together are not more than the whole.
    ///
    /// Các bộ phận cộng lại không lớn hơn tổng thể.
    AtMost,
    /// Those who are there are not more than those who were assigned.
    ///
    /// Số có mặt không lớn hơn số được giao.
    Assigned,
    /// Where the whole is more than zero, at least one of the parts is.
    ///
    /// Tổng thể lớn hơn 0 thì ít nhất một bộ phận lớn hơn 0.
    Needs,
}

/// Words that stand for an indicator in running text.
///
/// Những chữ chỉ một chỉ tiêu trong lời văn.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// The words, in small letters, with `#` where the number stands (`#/#` where only a fraction is meant) and `…` where
    /// other words may stand between: `hoàn thành # nhiệm vụ`, `biên chế được giao … #`. They stand right beside the
    /// number, and those after it reach to the next mark.
    ///
    /// Các chữ, ghi chữ thường, `#` ở chỗ của số (`#/#` nếu chỉ là phân số), `…` ở chỗ có thể có chữ khác: `hoàn thành # nhiệm
    /// vụ`, `biên chế được giao … #`. Chữ đứng liền cạnh số; chữ sau số kéo đến dấu câu kế tiếp.
    pub words: String,
    /// The unit that follows the number, such as `hồ sơ`; left out: any.
    ///
    /// Đơn vị đứng sau số, như `hồ sơ`; bỏ trống là đơn vị nào cũng được.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Whether the words may mean something else too.
    ///
    /// Những chữ này có thể còn mang nghĩa khác hay không.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub doubtful: bool,
}
