//! "Như trên", which stands for the addressees.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::Field;

use crate::official::organ::plain;
use crate::{Rule, Say, Subject, Told};

/// Where the decree says how recipients are listed.
pub(super) const LAW: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9";

pub(super) const AS_ABOVE_FIRST: Rule = Rule {
    id: Id::new("the-thuc/nhu-tren-dung-dau"),
    severity: Severity::Warning,
    title: Say {
        vi: "Có \"Kính gửi\" thì dòng đầu của Nơi nhận là \"Như trên\"",
        en: "Where there is Kính gửi, the recipients begin with \"Như trên\"",
    },
    why: Say {
        vi: "Báo cáo gửi cấp trên: nơi kính gửi không chép lại mà ghi \"Như trên\" ở dòng đầu.",
        en: "A report sent up does not repeat its addressees: \"Như trên\" stands first.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"to": ["Sở Nội vụ"], "recipients": ["Như trên", "Các thôn", "Lưu: VT"]}}"#,
    fails: r#"{"document": {"to": ["Sở Nội vụ"], "recipients": ["Các thôn", "Như trên", "Lưu: VT"]}}"#,
};

pub(super) const AS_ABOVE_OF_NOTHING: Rule = Rule {
    id: Id::new("the-thuc/nhu-tren-khong-kinh-gui"),
    severity: Severity::Warning,
    title: Say { vi: "\"Như trên\" chỉ dùng khi có \"Kính gửi\"", en: "\"Như trên\" needs a Kính gửi" },
    why: Say {
        vi: "Không có \"Kính gửi\" thì \"Như trên\" không chỉ vào đâu.",
        en: "Without Kính gửi it points at nothing.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"to": [], "recipients": ["Sở Nội vụ", "Lưu: VT"]}}"#,
    fails: r#"{"document": {"to": [], "recipients": ["Như trên", "Lưu: VT"]}}"#,
};

pub(super) fn check(subject: &Subject<'_>, told: &mut Told) {
    let document = &subject.report.document;
    let at = document.recipients.iter().position(|name| is_as_above(name));
    let addressed = !document.to.is_empty();
    // `... điện:`, `... trân trọng giới thiệu:` stand in place of Kính gửi.
    if subject.set.outline.document.announces.is_some() {
        return;
    }
    match at {
        Some(at) if !addressed => told.finding(
            AS_ABOVE_OF_NOTHING
                .finding(msg!("có \"Như trên\" mà không có \"Kính gửi\"", "\"Như trên\" without a Kính gửi"))
                .at(subject.input.at(Field::Recipient(at)))
                .found(document.recipients.get(at).map(|name| name.as_str()).unwrap_or_default())
                .hint(msg!(
                    "ghi tên cơ quan nhận, hoặc thêm \"to\" cho dòng Kính gửi",
                    "name the recipient, or add \"to\" for Kính gửi"
                )),
        ),
        // `Chủ tịch UBND tỉnh (để báo cáo)` is named in place of it.
        None if addressed && names_addressee(document) => {}
        None if addressed => told.finding(
            AS_ABOVE_FIRST
                .finding(msg!("có \"Kính gửi\" mà Nơi nhận thiếu \"Như trên\"", "Kính gửi, and no \"Như trên\" below"))
                .at(subject.input.at(Field::Recipient(0)))
                .expected(msg!("dòng đầu: Như trên", "the first line: Như trên")),
        ),
        Some(at) if at > 0 => told.finding(
            AS_ABOVE_FIRST
                .finding(msg!("\"Như trên\" không đứng đầu Nơi nhận", "\"Như trên\" does not stand first"))
                .at(subject.input.at(Field::Recipient(at)))
                .hint(msg!("đưa dòng này lên đầu", "move this line to the top")),
        ),
        _ => {}
    }
}

/// Whether the first recipient is the first addressee, in full or without its territory.
fn names_addressee(document: &baocao_core::report::Document) -> bool {
    let first = document.recipients.first().map(|name| plain(name));
    let first =
        first.as_deref().map(|name| name.trim_start_matches("- ").split(['(', ';']).next().unwrap_or_default().trim());
    let to = document.to.first().map(|name| plain(name)).unwrap_or_default();
    first.is_some_and(|first| first.split(' ').count() > 2 && to.starts_with(first))
}

/// Whether a recipient is "Như trên".
pub(super) fn is_as_above(name: &str) -> bool {
    plain(name).trim_start_matches("- ").starts_with("NHU TREN")
}
