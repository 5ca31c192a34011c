//! Times of day that no clock shows.

use std::ops::Range;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_reading::TextKind;

use crate::{Family, Rule, Say, Subject, Told};

pub(super) const CLOCK: Family =
    Family { name: Say { vi: "Giờ, phút trong ngày", en: "Times of day" }, rules: &[&NO_SUCH_TIME], check };

const NO_SUCH_TIME: Rule = Rule {
    id: Id::new("thoi-gian/gio-khong-co"),
    severity: Severity::Warning,
    title: Say { vi: "Giờ, phút được nêu phải có trong ngày", en: "Times that are named exist" },
    why: Say {
        vi: "\"07 giờ 75 phút\", \"lúc 25 giờ\", \"15 giờ - 25 giờ\" là lỗi gõ. Độ dài (\"trong 48 giờ\", \"từ 24 giờ đến 36 giờ\") không bị \
             xét.",
        en: "Seventy-five minutes after an hour and hours after the 24th are slips of the hand. Lengths of time are not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Trực từ 15 giờ 30 phút đến 21 giờ 00 phút, xử lý trong 48 giờ, chậm nhất từ 24 giờ đến 36 giờ."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Trực từ 15 giờ 30 phút đến 25 giờ 00 phút."}}}"#,
};

/// A time of day or a length of time, as it is written.
struct Time {
    range: Range<usize>,
    hour: u32,
    minute: Option<u32>,
    /// `05 giờ`, as times of day are written.
    has_zero: bool,
}

impl Time {
    fn is_of_day(&self) -> bool {
        self.hour < 24 || self.hour == 24 && self.minute.unwrap_or(0) == 0
    }
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    for passage in subject.passages_of(&[TextKind::Prose, TextKind::Cell]) {
        let all = passage.all_small();
        let mut start = 0;
        for line in all.split_inclusive('\n') {
            let times = times(line);
            let of_days = times.iter().any(|time| time.has_zero);
            for (at, time) in times.iter().enumerate() {
                let from = at.checked_sub(1).map(|before| &times[before]);
                let is_late = || !time.is_of_day() && is_meant(time, from, line, of_days);
                if time.minute.is_none_or(|minute| minute < 60) && !is_late() {
                    continue;
                }
                let range = start + time.range.start..start + time.range.end;
                told.finding(
                    NO_SUCH_TIME
                        .finding(msg!("không có giờ này trong ngày", "no day has this time"))
                        .at(subject.place(passage, range.clone()))
                        .found(&passage.text[range]),
                );
            }
            start += line.len();
        }
    }
}

/// The times of a line, in order.
fn times(line: &str) -> Vec<Time> {
    let number = |text: &str| -> Option<u32> {
        let is_short = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        is_short.then(|| text.parse().ok())?
    };
    let time = |(at, word): (usize, &str)| {
        let digits = line[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        // `1,5 giờ`, `20/24 giờ`
        let is_part = line[..digits].ends_with(['.', ',', '/', '-']);
        let hour = number(&line[digits..at]).filter(|_| !is_part)?;
        let end = at + word.len();
        let minutes = || {
            let rest = line[end..].strip_prefix(' ')?;
            let (digits, rest) = rest.split_at(rest.find(' ')?);
            let minute = number(digits).filter(|_| rest.starts_with(" phút"))?;
            Some((minute, end + 1 + digits.len() + " phút".len()))
        };
        let (minute, end) = minutes().map_or((None, end), |(minute, end)| (Some(minute), end));
        Some(Time { range: digits..end, hour, minute, has_zero: line[digits..].starts_with('0') })
    };
    line.match_indices(" giờ").filter_map(time).collect()
}

/// Whether what is no time of day is meant as one: by the word before it, or by the time before it with which it is a range, in a
/// line that names times of days or not.
fn is_meant(time: &Time, from: Option<&Time>, line: &str, of_days: bool) -> bool {
    let before = line[..time.range.start].trim_end();
    if ["lúc", "vào hồi"].iter().any(|word| before.ends_with(word)) {
        return true;
    }
    let Some(from) = from else { return false };
    let is_range = matches!(line[from.range.end..time.range.start].trim(), "-" | "–" | "đến");
    is_range && from.is_of_day() && (of_days || from.minute.is_some() || time.minute.is_some())
}
