//! Days that the calendar does not have.

use std::collections::BTreeSet;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::{kinds, msg};
use chrono::{Datelike, Weekday};

use super::{later, twice, year};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::TextKind;
use baocao_reading::documents::Citation;
use baocao_reading::documents::DateForm;

pub(super) const CALENDAR: Family = Family {
    name: Say { vi: "Ngày, tháng trong lịch", en: "Days of the calendar" },
    rules: &[&NO_SUCH_DAY, &SUNDAY],
    check,
};

const NO_SUCH_DAY: Rule = Rule {
    id: Id::new("thoi-gian/ngay-khong-co"),
    severity: Severity::Warning,
    title: Say { vi: "Ngày, tháng được nêu phải có trong lịch", en: "Days that are named exist" },
    why: Say {
        vi: "Ngày 31/02, tháng 13 hay năm có ba, năm chữ số là lỗi gõ. Ngày viết theo thứ tự ngày, tháng, năm.",
        en: "The 31st of February, a thirteenth month, a year of three or five digits are slips of the hand. Dates are \
             written day, month, year.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã kiểm tra nội bộ ngày 28/02/2023 và từ ngày 29/5/2023 đến ngày 31/5/2023; 22/29 việc đã xong."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã kiểm tra nội bộ ngày 31/02/2023."}}}"#,
};

const SUNDAY: Rule = Rule {
    id: Id::new("vien-dan/ngay-chu-nhat"),
    severity: Severity::Note,
    title: Say {
        vi: "Văn bản của địa phương ít khi ban hành vào chủ nhật",
        en: "Local documents are seldom issued on a Sunday",
    },
    why: Say {
        vi: "Ngày của một văn bản do UBND, HĐND hay sở ban hành rơi vào chủ nhật thì có thể ghi nhầm ngày hoặc năm. Văn \
             bản của trung ương không bị xét; mỗi văn bản được nêu một lần. Phát hiện này là nghi vấn.",
        en: "Where the date of a document of a local committee, council or department is a Sunday, its day or year may be a \
             slip. Documents of central organs are left alone; each document is told once. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Kế hoạch số 25/KH-UBND ngày 05/02/2024 và Nghị định số 10/2024/NĐ-CP ngày 04/02/2024."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Kế hoạch số 25/KH-UBND ngày 04/02/2024."}}}"#,
};

/// Rules that doubt the date of a document for better reasons.
const BETTER: [Id; 5] =
    [twice::TWO_DATES.id, twice::PERHAPS.id, later::AFTER_REPORT.id, later::BEFORE_PLAN.id, year::YEAR.id];

fn check(subject: &Subject<'_>, told: &mut Told) {
    no_such_days(subject, told);
    sundays(subject, told);
    years_as_months(subject, told);
}

/// `tháng 8 tháng 2026`: a year behind the word for a month.
fn years_as_months(subject: &Subject<'_>, told: &mut Told) {
    for passage in subject.passages_of(&[TextKind::Prose]) {
        let text = passage.all_small();
        for (at, word) in text.match_indices("tháng 20") {
            let end = at + word.len() + 2;
            let digits = text.get(end - 2..end).is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
            let more = text.get(end..).is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '/'));
            // `9 tháng 2024` is a length of time.
            let before = text[..at].trim_end();
            let number = before.trim_end_matches(|c: char| c.is_ascii_digit());
            let length = number.len() < before.len() && !number.trim_end().ends_with("tháng");
            if digits && !more && !length && !text[..at].ends_with(char::is_alphanumeric) {
                told.finding(
                    NO_SUCH_DAY
                        .finding(msg!("không có tháng này trong lịch", "the calendar has no such month"))
                        .at(subject.place(passage, at..end))
                        .found(&passage.text[at..end]),
                );
            }
        }
    }
}

fn sundays(subject: &Subject<'_>, told: &mut Told) {
    let mut seen = BTreeSet::new();
    for (index, citation) in &subject.cited().documents {
        let Some((dated, date)) = subject.date_of(*index, citation) else { continue };
        let Some(passage) = subject.passages().get(*index) else { continue };
        let sunday = date.exact().is_some_and(|day| day.weekday() == Weekday::Sun);
        if !sunday || !is_local(citation) || !seen.insert((citation.key(), date.value)) {
            continue;
        }
        let place = subject.place(dated, date.range.clone());
        let number = citation.symbol.official(&passage.text);
        told.unless(
            &BETTER,
            vec![place.clone()],
            SUNDAY
                .finding(msg!(
                    "ngày ban hành của số {number} là một chủ nhật; có đúng vậy không?",
                    "the date of number {number} is a Sunday; is that right?"
                ))
                .at(place)
                .found(&dated.text[date.range.clone()]),
        );
    }
}

/// Whether a document is of a local committee, council or department (`UBND`, `SNV`).
fn is_local(citation: &Citation) -> bool {
    let department = |group: &str| group.starts_with('S') && (3..=6).contains(&group.chars().count());
    citation.symbol.groups.iter().any(|group| matches!(group.as_str(), "UBND" | "HĐND") || department(group))
}

fn no_such_days(subject: &Subject<'_>, told: &mut Told) {
    for (index, date) in subject.cited().dates.iter().filter(|(_, date)| date.value.is_none()) {
        let Some(passage) = subject.passages().get(*index) else { continue };
        let place = subject.place(passage, date.range.clone());
        let found = &passage.text[date.range.clone()];
        let finding = if date.written == DateForm::Month {
            NO_SUCH_DAY.finding(msg!("không có tháng này trong lịch", "the calendar has no such month"))
        } else {
            NO_SUCH_DAY.finding(msg!("không có ngày này trong lịch", "the calendar has no such day"))
        };
        let finding = finding.at(place.clone()).found(found);
        // 09/15/2023: the month stands first.
        let turned = date.day.parse().is_ok_and(|day: u32| (1..=12).contains(&day))
            && date.month.parse().is_ok_and(|month: u32| (13..=31).contains(&month));
        let finding = match turned {
            true => finding.hint(msg!("ghi ngày trước, tháng sau", "the day comes first, then the month")),
            false => finding,
        };
        // The column of a table that wants a date says so itself.
        told.unless(&[kinds::tables::NOT_A_DATE.id], vec![place], finding);
    }
}
