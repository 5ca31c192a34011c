//! Days of the week beside dates.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::small;
use chrono::{Datelike, Weekday};

use crate::{Family, Rule, Say, Subject, Told};

pub(super) const WEEKDAY: Family =
    Family { name: Say { vi: "Thứ trong tuần", en: "Days of the week" }, rules: &[&WRONG], check };

const WRONG: Rule = Rule {
    id: Id::new("thoi-gian/thu-sai"),
    severity: Severity::Warning,
    title: Say { vi: "Thứ trong tuần đúng với ngày", en: "The day of the week is that of the date" },
    why: Say {
        vi: "\"Thứ Hai, ngày 23/5/2024\" mà ngày ấy là thứ Năm: thứ hoặc ngày bị ghi nhầm.",
        en: "Where the date falls on another day of the week, either of them is a slip.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã họp vào thứ Năm, ngày 25/5/2023."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã họp vào thứ Hai, ngày 25/5/2023."}}}"#,
};

/// The names of days, each with the one that has a digit.
const DAYS: [(Weekday, &str, &str); 7] = [
    (Weekday::Mon, "thứ hai", "thứ 2"),
    (Weekday::Tue, "thứ ba", "thứ 3"),
    (Weekday::Wed, "thứ tư", "thứ 4"),
    (Weekday::Thu, "thứ năm", "thứ 5"),
    (Weekday::Fri, "thứ sáu", "thứ 6"),
    (Weekday::Sat, "thứ bảy", "thứ 7"),
    (Weekday::Sun, "chủ nhật", "chúa nhật"),
];

/// What may stand before the name of a day; other words are counted by it.
const BEFORE: [&str; 10] = [".", ",", "(", ";", ":", "vào", "sáng", "chiều", "tối", "hôm"];

fn check(subject: &Subject<'_>, told: &mut Told) {
    for (index, date) in &subject.cited().dates {
        let (Some(day), Some(passage)) = (date.exact(), subject.passages().get(*index)) else { continue };
        let before = &passage.text[..date.range.start];
        let Some(named) = named(before) else { continue };
        if named == day.weekday() {
            continue;
        }
        let right = DAYS.iter().find(|(weekday, ..)| *weekday == day.weekday()).map_or("", |(_, name, _)| name);
        let found = &passage.text[date.range.clone()];
        told.finding(
            WRONG
                .finding(msg!("ngày này là {right}", "the date is another day of the week"))
                .at(subject.place(passage, date.range.clone()))
                .found(found)
                .expected(msg!("{right}", "{right}")),
        );
    }
}

/// The day of the week right before a date: `thứ Hai, ngày `, `Chủ nhật (`.
fn named(before: &str) -> Option<Weekday> {
    let start = before.char_indices().rev().nth(19).map_or(0, |(at, _)| at);
    let tail = small(&before[start..]);
    let words = tail.trim_end().trim_end_matches("ngày").trim_end_matches([' ', ',', '(']);
    DAYS.iter().find_map(|(weekday, name, digit)| {
        let over = words.strip_suffix(name).or_else(|| words.strip_suffix(digit))?.trim_end();
        // `Phiên họp thứ năm ngày` counts meetings.
        let said = over.is_empty() || BEFORE.iter().any(|word| over.ends_with(word));
        // `từ thứ Năm, ngày 14/11/2025`: a day of the week has its capital.
        let last = before[..before.len() - (tail.len() - words.len())].rsplit(' ').next().unwrap_or_default();
        (said || last.starts_with(char::is_uppercase)).then_some(*weekday)
    })
}
