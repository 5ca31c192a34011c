//! The labelled lines that the form of a document has.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::Slot;
use baocao_reading::TextKind;
use baocao_vietnamese::small;

use crate::{Family, Rule, Say, Subject, Told};

pub(super) const LINES: Family =
    Family { name: Say { vi: "Các dòng của mẫu", en: "Lines of forms" }, rules: &[&MISSING], check };

const MISSING: Rule = Rule {
    id: Id::new("the-thuc/thieu-dong-cua-mau"),
    severity: Severity::Note,
    title: Say { vi: "Có đủ các dòng của mẫu", en: "The lines of the form are there" },
    why: Say {
        vi: "Mẫu của giấy mời, giấy giới thiệu, giấy nghỉ phép có những dòng bắt đầu bằng chữ cố định: \"Thời gian\", \"Chức vụ\", \
             \"Được cử đến\" ... Bộ mẫu nêu các dòng ấy ở \"lines\" của outline.json; thiếu dòng thì người nhận thiếu thông tin.",
        en: "The forms of invitations, letters of introduction and leave have lines that begin with fixed words. The set names them in \
             \"lines\" of outline.json.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục III"),
    set: "chung/giay-gioi-thieu",
    passes: r#"{"document": {"recipients": ["Như trên", "Lưu: VT"]}}"#,
    fails: r#"{"outline": [{"text": "Bà: Phạm Thu Trang.\n\nChức vụ: Công chức xã.\n\nVề việc: Nhận vật tư.\n\nGiấy này có giá trị đến hết ngày 29 tháng 5 năm 2026."}]}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let lines = &subject.set.outline.document.lines;
    if lines.is_empty() {
        return;
    }
    let passages =
        subject.passages_of(&[TextKind::Prose, TextKind::Heading]).filter(|passage| passage.slot.is_in_body());
    let begun: Vec<String> = passages
        .flat_map(|passage| passage.text.lines().map(|line| small(line.trim_start_matches(['-', '+', ' ']))))
        .collect();
    let is_there = |line: &&String| {
        let mut words = line.split('|').map(small);
        words.any(|words| begun.iter().any(|begun| begun.starts_with(&words)))
    };
    let missing: Vec<String> =
        lines.iter().filter(|line| !is_there(line)).map(|line| line.replace('|', ", ")).collect();
    if missing.is_empty() {
        return;
    }
    let list = missing.join("; ");
    let outline = Slot::Outline { path: vec![0], part: baocao_core::report::InOutline::Text };
    told.finding(
        MISSING
            .finding(msg!("chưa thấy dòng của mẫu: {list}", "a line of the form is not there: {list}"))
            .at(subject.input.at(outline))
            .hint(msg!("viết dòng ấy vào lời văn", "write the line into the text")),
    );
}
