//! All rules as a page of the documentation: `docs/rules.md`.

use std::fmt::Write;

use baocao_core::diagnostic::{Kind, Severity};
use serde_json::Value;

use super::{Rule, families, is_mended, mistakes};

const HEAD: &str = "# Các quy tắc kiểm tra / The rules of the checker\n\n\
    Những gì `baocao check` tìm trong một báo cáo. Mã quy tắc không đổi giữa các phiên bản. Mỗi quy tắc có hai ví dụ: phần\n\
    thay đổi so với báo cáo mẫu mà `baocao new` viết cho bộ mẫu ghi ở đó. Với thay đổi thứ nhất quy tắc im lặng, với thay\n\
    đổi thứ hai thì lên tiếng. `remove` là các chỗ bị bỏ đi, `form` là thay đổi của `form.json`.\n\n\
    What `baocao check` looks for in a report. The id of a rule is the same in all versions. Every rule has two examples:\n\
    what is changed in the sample that `baocao new` writes for the template set named there. After the first change the rule\n\
    is silent, after the second it speaks. `remove` lists what is taken out, `form` what is changed in `form.json`.\n\n\
    Cách chạy, đổi mức độ, miễn một quy tắc / how to run, weigh and exempt: [checking.md](checking.md).\n\n\
    This file is generated; `UPDATE_EXPECT=1 cargo test` writes it anew.\n";

const MISTAKES: &str = "\n## Các phát hiện khác / Other findings\n\n\
    Những gì được báo khi đọc tệp, dựng văn bản, ghi kết quả. Các phát hiện này không đổi mức độ và không miễn được.\n\n\
    What is told while files are read, the document is made and results are written. These findings are neither weighed nor\n\
    exempted.\n";

/// All rules as Markdown, family by family, in Vietnamese and English.
pub fn page() -> String {
    let mut page = HEAD.to_owned();
    for family in families() {
        let _ = write!(page, "\n## {} / {}\n", family.name.vi, family.name.en);
        family.rules.iter().for_each(|rule| page.push_str(&entry(rule)));
    }
    page.push_str(MISTAKES);
    for (name, kinds) in mistakes() {
        let _ = write!(page, "\n### {} / {}\n", name.vi, name.en);
        for kind in kinds {
            page.push_str(said("####", *kind).trim_end());
            page.push('\n');
        }
    }
    page
}

fn entry(rule: &Rule) -> String {
    let (set, passes, fails) = (rule.set, example(rule.passes), example(rule.fails));
    let mut text = said("###", rule.kind());
    if is_mended(rule) {
        text.push_str("Máy sửa được chỗ chắc chắn / what is beyond doubt a machine mends: `baocao check --fix`\n\n");
    }
    let _ =
        write!(text, "Đúng / right (`{set}`):\n\n```json\n{passes}\n```\n\nSai / wrong:\n\n```json\n{fails}\n```\n");
    text
}

/// What a kind says of itself, in both languages.
fn said(level: &str, kind: Kind) -> String {
    let (vi, en) = severity(kind.severity);
    let mut text = format!("\n{level} `{}`\n\n", kind.id);
    let _ = write!(text, "**{}** ({vi})\n\n{}\n\n", kind.title.vi, kind.why.vi);
    let _ = write!(text, "**{}** ({en})\n\n{}\n\n", kind.title.en, kind.why.en);
    if let Some(law) = kind.law {
        let _ = write!(text, "Căn cứ / ground: {law}\n\n");
    }
    text
}

fn severity(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Error => ("lỗi", "error"),
        Severity::Warning => ("cảnh báo", "warning"),
        Severity::Note => ("lưu ý", "note"),
    }
}

impl Rule {
    /// The passing example as indented JSON.
    pub fn passing_example(&self) -> String {
        example(self.passes)
    }

    /// The failing example as indented JSON.
    pub fn failing_example(&self) -> String {
        example(self.fails)
    }
}

fn example(patch: &str) -> String {
    serde_json::from_str::<Value>(patch)
        .and_then(|value| serde_json::to_string_pretty(&value))
        .unwrap_or_else(|_| patch.to_owned())
}
