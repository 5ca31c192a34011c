//! Someone above receives the report.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::Field;
use baocao_vietnamese::lexicon::bodies;
use baocao_vietnamese::lexicon::lists::NO_LEVELS;
use baocao_vietnamese::lexicon::territories::{Level, governed};
use baocao_vietnamese::small;

use super::as_above::LAW;
use crate::official::organ::territory;
use crate::{Rule, Say, Subject, Told};

pub(super) const NO_SUPERIOR: Rule = Rule {
    id: Id::new("the-thuc/thieu-cap-tren"),
    severity: Severity::Note,
    title: Say { vi: "Báo cáo gửi cơ quan cấp trên", en: "A report goes to an agency above" },
    why: Say {
        vi: "Báo cáo định kỳ là để báo cáo cấp trên. Khi biết cơ quan cấp trên (\"parent_name\", \"parent_short_name\") mà \
             không có \"Kính gửi\" và Nơi nhận không có cơ quan nào cao hơn cấp mình thì có lẽ sót. Phát hiện này là nghi \
             vấn.",
        en: "Periodic reports are made to an agency above. Where that is known (\"parent_name\", \"parent_short_name\"), \
             nobody is addressed and no recipient is of a higher level, one was probably left out. This finding is a \
             doubt.",
    },
    law: Some(LAW),
    set: "cchc/xa-2022",
    passes: r#"{"document": {"to": [], "recipients": ["UBND huyện Thanh Bình Giang", "Thường trực HĐND xã", "Lưu: VT"]}}"#,
    fails: r#"{"document": {"to": [], "recipients": ["Thường trực HĐND xã", "Công chức UBND xã", "Lưu: VT"]}}"#,
};

pub(super) fn check(subject: &Subject<'_>, told: &mut Told) {
    let document = &subject.report.document;
    let organ = &document.organ;
    let parent = organ.parent_name.is_some() || organ.parent_short_name.is_some();
    // Other agencies have superiors of many kinds.
    let Some((kind, _)) = territory(&organ.organ_name).filter(|_| parent && document.to.is_empty()) else { return };
    let commune = governed().any(|known| known.level == Level::Commune && known.name == kind);
    if kind == "tỉnh" || document.recipients.iter().any(|name| is_above(&small(name), commune)) {
        return;
    }
    told.finding(
        NO_SUPERIOR
            .finding(msg!(
                "không có \"Kính gửi\", Nơi nhận cũng không có cơ quan cấp trên",
                "nobody is addressed, and no recipient is of a higher level"
            ))
            .at(subject.input.at(Field::Recipient(0)))
            .hint(msg!("thêm cơ quan nhận báo cáo", "add the agency that the report is for")),
    );
}

/// Whether a recipient is above a district, or a commune.
fn is_above(name: &str, commune: bool) -> bool {
    let words: Vec<&str> = name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let name = format!(" {} ", words.join(" "));
    let name = NO_LEVELS.iter().fold(name, |name, other| name.replace(&format!(" {other} "), " "));
    let holds = |word: &str| name.contains(&format!(" {word} "));
    let above = |level: Level| level == Level::Province || commune && level == Level::District;
    let territory = governed().filter(|kind| above(kind.level)).any(|kind| holds(kind.name));
    let body = bodies::KINDS.iter().any(|kind| (commune || *kind != "Phòng") && holds(&small(kind)));
    territory || body || commune && holds("tp") || ["snv", "cấp trên", "như trên"].into_iter().any(holds)
}
