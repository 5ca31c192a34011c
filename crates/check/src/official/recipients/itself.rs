//! Nobody writes to himself.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::Field;

use crate::official::organ::plain;
use crate::{Rule, Say, Subject, Told};

pub(super) const ITSELF: Rule = Rule {
    id: Id::new("the-thuc/gui-chinh-minh"),
    severity: Severity::Warning,
    title: Say { vi: "Kính gửi nêu cơ quan khác", en: "The addressee is another agency" },
    why: Say {
        vi: "Văn bản của UBND xã Bình An mà \"Kính gửi: Ủy ban nhân dân xã Bình An\": có lẽ phải là Hội đồng nhân dân, hoặc cấp trên.",
        en: "A document that is addressed to the agency that issues it: perhaps its council was meant, or an agency above.",
    },
    law: None,
    set: "chung/bao-cao",
    passes: r#"{"document": {"organ": {"organ_name": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "short_name": "UBND xã Bình An"}, "to": ["Hội đồng nhân dân xã Bình An"]}}"#,
    fails: r#"{"document": {"organ": {"organ_name": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "short_name": "UBND xã Bình An"}, "to": ["Ủy ban nhân dân xã Bình An"]}}"#,
};

pub(super) fn check(subject: &Subject<'_>, told: &mut Told) {
    let organ = &subject.report.document.organ;
    let own = [plain(&organ.organ_name), plain(&organ.short_name)];
    for (at, to) in subject.report.document.to.iter().enumerate() {
        let name = plain(to);
        if own.contains(&name) {
            told.finding(
                ITSELF
                    .finding(msg!(
                        "văn bản gửi cho chính cơ quan ban hành",
                        "the document is addressed to its own issuer"
                    ))
                    .at(subject.input.at(Field::To(at)))
                    .found(to.as_str()),
            );
        }
    }
}
