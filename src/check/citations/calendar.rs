//! Days that the calendar does not have.

use super::date::Written;
use crate::check::once::told_of;
use crate::check::{Family, Rule, Say, Subject, Told};
use crate::diagnostic::Severity;
use crate::msg;

pub(super) const CALENDAR: Family =
    Family {
        name: Say { vi: "Ngày, tháng trong lịch", en: "Days of the calendar" }, rules: &[&NO_SUCH_DAY], check
    };

const NO_SUCH_DAY: Rule = Rule {
    id: "thoi-gian/ngay-khong-co",
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

fn check(subject: &Subject<'_>, told: &mut Told) {
    for (index, date) in subject.cited().dates.iter().filter(|(_, date)| date.value.is_none()) {
        let Some(passage) = subject.passages().get(*index) else { continue };
        let place = subject.place(passage, date.range.clone());
        // The column of a table that wants a date has said so.
        if told_of(told, &["bang/khong-phai-ngay"], &place) {
            continue;
        }
        let found = &passage.text[date.range.clone()];
        let finding = if date.written == Written::Month {
            NO_SUCH_DAY.finding(msg!("không có tháng này trong lịch", "the calendar has no such month"))
        } else {
            NO_SUCH_DAY.finding(msg!("không có ngày này trong lịch", "the calendar has no such day"))
        };
        let finding = finding.at(place).found(found);
        // 09/15/2023: the month stands first.
        let turned = date.day.parse().is_ok_and(|day: u32| (1..=12).contains(&day))
            && date.month.parse().is_ok_and(|month: u32| (13..=31).contains(&month));
        told.finding(match turned {
            true => finding.hint(msg!("ghi ngày trước, tháng sau", "the day comes first, then the month")),
            false => finding,
        });
    }
}
