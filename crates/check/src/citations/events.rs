//! What has happened is not later than the report.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::date;
use baocao_vietnamese::lexicon::lists::COMING;

use super::later::last_day;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::TextKind;

pub(super) const EVENTS: Family =
    Family { name: Say { vi: "Việc đã xảy ra", en: "What has happened" }, rules: &[&AFTER_REPORT], check };

const AFTER_REPORT: Rule = Rule {
    id: Id::new("ky-bao-cao/viec-sau-bao-cao"),
    severity: Severity::Note,
    title: Say {
        vi: "Việc đã xảy ra không muộn hơn ngày báo cáo",
        en: "What has happened is not later than the report",
    },
    why: Say {
        vi: "\"Xã được kiểm tra vào ngày 15/6/2025\" trong báo cáo của năm 2024: có lẽ ghi nhầm năm. Chỉ xét \"vào ngày\" \
             trong câu nói việc đã xảy ra (\"đã\", \"được\"), không có chữ chỉ việc sắp tới. Phát hiện này là nghi vấn.",
        en: "\"Xã được kiểm tra vào ngày 15/6/2025\" in a report of 2024: the year is probably a slip. Only \"vào ngày\" is \
             looked at, in sentences about the past without a word for what is to come. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã được kiểm tra vào ngày 15/02/2024 và dự kiến được kiểm tra lại vào ngày 15/6/2024."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã được Đoàn kiểm tra của huyện kiểm tra vào ngày 15/6/2024."}}}"#,
};

/// Words of sentences about the past.
const PAST: [&str; 2] = ["đã ", "được "];

fn check(subject: &Subject<'_>, told: &mut Told) {
    let Some(last) = last_day(subject) else { return };
    for (index, written) in &subject.cited().dates {
        let Some(passage) = subject.passages().get(*index).filter(|passage| passage.kind == TextKind::Prose) else {
            continue;
        };
        let before = passage.text[..written.range.start].trim_end();
        if written.exact().is_none_or(|day| day <= last) || !before.ends_with("vào ngày") {
            continue;
        }
        let sentence = passage.small(&(passage.clause(written.range.start).start..before.len()));
        let says = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
        if !says(&PAST) || says(&COMING) {
            continue;
        }
        let last = date::short(last);
        told.finding(
            AFTER_REPORT
                .finding(msg!(
                    "việc đã xảy ra mà có ngày sau ngày của báo cáo",
                    "what has happened bears a later date than the report"
                ))
                .at(subject.place(passage, written.range.clone()))
                .found(&passage.text[written.range.clone()])
                .expected(msg!("không muộn hơn ngày {last}", "not later than {last}")),
        );
    }
}
