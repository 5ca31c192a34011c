//! Days in the order of what happens on them, and how long what lies between them takes.

use std::ops::Range;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::date;
use baocao_vietnamese::lexicon::lists::{DAYS_OF_THE_YEAR, EARLIER_WORKS, GATHERED, LATER_WORKS};
use chrono::{Datelike, NaiveDate};

use super::period::spans;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::documents::Date;
use baocao_reading::{Passage, TextKind};

pub(super) const SEQUENCE: Family = Family {
    name: Say { vi: "Trình tự thời gian", en: "The order of days" },
    rules: &[&TURNED, &LENGTH, &KNOWN_DAY],
    check,
};

const TURNED: Rule = Rule {
    id: Id::new("thoi-gian/trinh-tu-nguoc"),
    severity: Severity::Note,
    title: Say {
        vi: "Việc sau không có ngày trước việc trước", en: "What comes later has no earlier day"
    },
    why: Say {
        vi: "Nhận văn bản trước ngày ký văn bản ấy; thụ lý ngày 12/02, ban hành quyết định ngày 05/02; rà soát xong trước ngày 20/5, tổng hợp \
             gửi trước ngày 10/5; các mục của tiến độ đi ngược: một trong hai ngày có lẽ gõ nhầm. Phát hiện này là nghi vấn.",
        en: "A paper received before it was signed, a decision before the case was taken up, results gathered before the work is done, items of a \
             timetable that go backwards: one of the days is probably a slip. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Đơn thứ nhất thụ lý ngày 05/02/2024, ban hành quyết định ngày 12/02/2024."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Đơn thứ nhất thụ lý ngày 12/02/2024, ban hành quyết định ngày 05/02/2024."}}}"#,
};

const LENGTH: Rule = Rule {
    id: Id::new("thoi-gian/do-dai-sai"),
    severity: Severity::Note,
    title: Say {
        vi: "Số ngày, số giờ bằng khoảng từ đầu đến cuối",
        en: "Days and hours are as many as lie between the ends",
    },
    why: Say {
        vi: "\"02 ngày, từ ngày 18/6/2024 đến ngày 20/6/2024\" là 03 ngày; \"từ 22 giờ 00 phút đến 05 giờ 00 phút (09 giờ)\" là 07 giờ. Thời hạn \
             dài hơn một tuần tính cả hai cách, kể và không kể ngày đầu. Phát hiện này là nghi vấn.",
        en: "\"02 ngày, từ ngày 18/6/2024 đến ngày 20/6/2024\" are three days; \"từ 22 giờ 00 phút đến 05 giờ 00 phút (09 giờ)\" are seven hours. \
             Of more than a week both ways of counting are right. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Hội thi diễn ra trong 03 ngày, từ ngày 18/6/2023 đến ngày 20/6/2023; trực từ 22 giờ 00 phút đến 05 giờ 00 phút hôm sau (07 giờ)."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Hội thi diễn ra trong 02 ngày, từ ngày 18/6/2023 đến ngày 20/6/2023."}}}"#,
};

const KNOWN_DAY: Rule = Rule {
    id: Id::new("thoi-gian/ngay-ky-niem-sai"),
    severity: Severity::Warning,
    title: Say { vi: "Ngày kỷ niệm ghi đúng ngày, tháng", en: "Known days of the year have their dates" },
    why: Say {
        vi: "\"Ngày Pháp luật Việt Nam (09/10)\": là ngày 09/11. Chỉ xét ngày đứng ngay sau tên.",
        en: "\"Ngày Pháp luật Việt Nam (09/10)\" is 09/11. Only a date right behind the name is looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Hưởng ứng Ngày Pháp luật Việt Nam (09/11) và Ngày Chuyển đổi số quốc gia 10/10."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Hưởng ứng Ngày Pháp luật Việt Nam (09/10)."}}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let cited = subject.cited();
    for passage in subject.passages_of(&[TextKind::Prose]) {
        let dates: Vec<&Date> = cited.dates_of(passage.index).iter().map(|(_, date)| date).collect();
        received(passage, &dates, subject, told);
        for pair in dates.windows(2) {
            pair_of_works(passage, [pair[0], pair[1]], subject, told);
        }
        if !dates.is_empty() {
            timetable(passage, &dates, subject, told);
            steps(passage, &dates, subject, told);
        }
        anniversaries(passage, subject, told);
        days(passage, &dates, subject, told);
        hours(passage, subject, told);
        known_days(passage, subject, told);
    }
}

fn turned(passage: &Passage<'_>, date: &Date, other: NaiveDate, subject: &Subject<'_>, told: &mut Told) {
    let other = date::short(other);
    told.finding(
        TURNED
            .finding(msg!("ngày này đi ngược với ngày {other}", "this day goes against {other}"))
            .at(subject.place(passage, date.range.clone()))
            .found(&passage.text[date.range.clone()]),
    );
}

/// `Ngày 10/4/2026, Sở nhận được Công văn số 586/SVHTTDL-DL ngày 13/4/2026`
fn received(passage: &Passage<'_>, dates: &[&Date], subject: &Subject<'_>, told: &mut Told) {
    for (_, document) in subject.cited().documents_of(passage.index) {
        let Some(signed) = document.date.as_ref().and_then(Date::exact) else { continue };
        let sentence = passage.sentence(document.range.start);
        let before = dates.partition_point(|date| date.range.end < document.range.start);
        let date = before.checked_sub(1).map(|last| dates[last]);
        let Some(date) = date.filter(|date| sentence.contains(&date.range.start)) else { continue };
        let between = passage.small(&(date.range.end..document.range.start));
        let opens = passage.small(&(sentence.start..date.range.start)).trim();
        let got = between.contains("nhận được") && !between.contains("trước") && matches!(opens, "" | "ngày");
        if got && date.exact().is_some_and(|day| day < signed) {
            turned(passage, date, signed, subject, told);
        }
    }
}

/// Two days of one sentence, each behind what happens on it.
fn pair_of_works(passage: &Passage<'_>, [one, other]: [&Date; 2], subject: &Subject<'_>, told: &mut Told) {
    let (Some(first), Some(second)) = (one.exact(), other.exact()) else { return };
    let sentence = passage.sentence(one.range.start);
    if second >= first || !sentence.contains(&other.range.start) {
        return;
    }
    let before = passage.small(&(passage.clause(one.range.start).start.max(sentence.start)..one.range.start));
    let between = passage.small(&(one.range.end..other.range.start));
    let plain = |words: &str| words.trim_end().strip_suffix("ngày").unwrap_or(words).trim_end().to_owned();
    let (before, between) = (plain(before), plain(between));
    // The last words before a day say what happens on it.
    let last = |words: &str| words.rsplit([',', ';', '(']).next().unwrap_or_default().trim().to_owned();
    let is = |list: &[&str], words: &str| list.iter().any(|known| words.ends_with(known));
    let works = is(&EARLIER_WORKS, &last(&before)) && is(&LATER_WORKS, &last(&between));
    let due =
        |words: &str| ["trước", "chậm nhất", "xong trước", "chậm nhất là"].iter().any(|lead| words.ends_with(lead));
    let tail = last(&between);
    let gathered = due(&before)
        && due(&between)
        && GATHERED.iter().any(|words| between.contains(words))
        && !tail.contains("dự thảo");
    if works || gathered {
        turned(passage, other, first, subject, told);
    }
}

/// Items of a timetable, each with its time at its beginning.
fn timetable(passage: &Passage<'_>, dates: &[&Date], subject: &Subject<'_>, told: &mut Told) {
    let mut before: Option<(NaiveDate, usize)> = None;
    let mut count = 0;
    for (at, line) in passage.lines() {
        let item = line.trim_start_matches([' ', '-', '+', '*']);
        if item.trim().is_empty() {
            continue;
        }
        let start = at + line.len() - item.len();
        let head = item.find(':').map_or(0, |colon| start + colon);
        let small = passage.small(&(start..head.max(start)));
        let quarter = quarter(small);
        let next = dates.partition_point(|date| date.range.start < start);
        let date = dates.get(next).filter(|date| date.range.start < head && small.chars().count() < 30);
        let day = date.and_then(|date| date.value);
        match (quarter.or(day), before) {
            (None, _) => (before, count) = (None, 0),
            (Some(begins), last) => {
                if let (Some((last, _)), Some(date)) = (last, date)
                    && count > 1
                    && begins < last
                {
                    turned(passage, date, last, subject, told);
                }
                count += 1;
                before = Some((begins, start));
            }
        }
    }
}

/// The first day of `quý III/2026`, where nothing else stands there.
fn quarter(words: &str) -> Option<NaiveDate> {
    let rest = words.trim().strip_prefix("quý ")?;
    let (number, year) = rest.split_once('/').or_else(|| rest.split_once(" năm "))?;
    let number = match number {
        "i" | "1" => 1,
        "ii" | "2" => 2,
        "iii" | "3" => 3,
        "iv" | "4" => 4,
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year.trim().parse().ok()?, number * 3 - 2, 1)
}

/// `02 ngày, từ ngày 18/6/2026 đến ngày 20/6/2026`
fn days(passage: &Passage<'_>, dates: &[&Date], subject: &Subject<'_>, told: &mut Told) {
    for span in spans(&passage.text, dates) {
        let sentence = passage.sentence(span.range.start).start;
        let before = passage.small(&(sentence..span.range.start)).trim_end();
        let before = before.strip_suffix("ngày").unwrap_or(before).trim_end();
        let Some(before) = before.strip_suffix("từ") else { continue };
        let before = before.trim_end_matches([' ', ',', '(', ':']);
        let Some(before) = before.strip_suffix(" ngày") else { continue };
        let number = before.rsplit(' ').next().unwrap_or_default();
        let Ok(said) = number.parse::<i64>() else { continue };
        let between = (span.to - span.from).num_days();
        let working = between > 4 && said <= between;
        if between < 0 || said == between + 1 || said == between && between > 7 || working {
            continue;
        }
        let right = between + 1;
        let range = sentence + before.len() - number.len()..span.range.end;
        told.finding(
            LENGTH
                .finding(msg!("khoảng này dài {right} ngày", "this range has {right} days"))
                .found(&passage.text[range.clone()])
                .at(subject.place(passage, range))
                .expected(msg!("{right:02} ngày", "{right:02} ngày")),
        );
    }
}

/// A time of day, in minutes, at the beginning of a text, and what stands behind it.
fn time(text: &str) -> Option<(i64, &str)> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).filter(|digits| (1..=2).contains(digits))?;
    let hour: i64 = text[..digits].parse().ok()?;
    let rest = text[digits..].strip_prefix(" giờ")?;
    let minutes = rest.strip_prefix(' ').and_then(|rest| {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).filter(|digits| (1..=2).contains(digits))?;
        Some((rest[..digits].parse::<i64>().ok()?, rest[digits..].strip_prefix(" phút")?))
    });
    let (minute, rest) = minutes.unwrap_or((0, rest));
    (hour <= 24 && minute < 60).then_some((hour * 60 + minute, rest))
}

/// `từ 22 giờ 00 phút ngày 04/6/2026 đến 05 giờ 00 phút ngày 05/6/2026 (09 giờ)`: less than a day.
fn hours(passage: &Passage<'_>, subject: &Subject<'_>, told: &mut Told) {
    /// No range is longer, in bytes.
    const LONGEST: usize = 300;
    let all = passage.all_small();
    for (at, word) in all.match_indices("từ ") {
        let text = &all[..all.floor_char_boundary(at + LONGEST)];
        let Some((from, rest)) = time(&text[at + word.len()..]) else { continue };
        let Some((day, rest)) = rest.split_once("đến ") else { continue };
        let dated = |words: &str| words.chars().count() < 30 && !words.contains([';', '.', '(']);
        let Some((to, rest)) = time(rest).filter(|_| dated(day)) else { continue };
        let Some((until, inside)) = rest.split_once('(') else { continue };
        let Some((said, end)) = time(inside).filter(|(_, end)| dated(until) && end.starts_with(')')) else { continue };
        let long = (to - from).rem_euclid(24 * 60);
        // Several days have more hours.
        let days = baocao_reading::documents::dates(&text[at..text.len() - end.len()]);
        let near = match &days[..] {
            [] => true,
            [one, other] => match (one.exact(), other.exact()) {
                (Some(one), Some(other)) => {
                    let apart = (other - one).num_days();
                    apart == 0 && to > from || apart == 1 && to <= from
                }
                _ => false,
            },
            _ => false,
        };
        if near && said != long && long > 0 {
            let start = text.len() - inside.len();
            let range = start..text.len() - end.len();
            let (hour, minute) = (long / 60, long % 60);
            let right =
                if minute == 0 { format!("{hour:02} giờ") } else { format!("{hour:02} giờ {minute:02} phút") };
            told.finding(
                LENGTH
                    .finding(msg!("khoảng này dài {right}", "this takes {right}"))
                    .found(&passage.text[range.clone()])
                    .at(subject.place(passage, range))
                    .expected(msg!("{right}", "{right}")),
            );
        }
    }
}

/// The lines of a list that each say until when they are done, behind a colon, of which one goes back: `Phê duyệt kế hoạch: trước ngày
/// 15/5/2026`, `Ký hợp đồng: trước ngày 10/5/2026`, `Thi công: từ ngày 15/6/2026`.
fn steps(passage: &Passage<'_>, dates: &[&Date], subject: &Subject<'_>, told: &mut Told) {
    /// The most words between the colon and the day, in characters.
    const NEAR: usize = 24;
    let mut run: Vec<(NaiveDate, &Date)> = Vec::new();
    let mut close = |run: &mut Vec<(NaiveDate, &Date)>| {
        let days: Vec<NaiveDate> = run.iter().map(|(day, _)| *day).collect();
        let back: Vec<usize> = (1..days.len()).filter(|at| days[*at] < days[at - 1]).collect();
        // Without it all go on.
        if let [at] = back[..]
            && days.len() > 3
            && days.get(at + 1).is_some_and(|next| *next > days[at - 1])
        {
            turned(passage, run[at].1, days[at - 1], subject, told);
        }
        run.clear();
    };
    for (at, line) in passage.lines().filter(|(_, line)| !line.trim().is_empty()) {
        let colon = line.find(':').map(|colon| at + colon + 1);
        let date = colon.and_then(|colon| {
            let date = dates.get(dates.partition_point(|date| date.range.start < colon))?;
            let near = date.range.start < at + line.len() && {
                let words = passage.small(&(colon..date.range.start));
                words.chars().count() <= NEAR
                    && ["trước", "từ", "chậm nhất", "xong"].iter().any(|word| words.contains(word))
            };
            let undated = dates.iter().all(|date| !(at..colon).contains(&date.range.start));
            Some((date.exact()?, *date)).filter(|_| near && undated)
        });
        match date {
            Some(date) => run.push(date),
            None => close(&mut run),
        }
    }
    close(&mut run);
}

/// How many years ago a known day was: `kỷ niệm 77 năm Ngày Thương binh - Liệt sĩ` in a paper of 2025.
fn anniversaries(passage: &Passage<'_>, subject: &Subject<'_>, told: &mut Told) {
    const WORDS: &str = "kỷ niệm ";
    let text = passage.all_small();
    let issued = || subject.report.document.promulgation.parsed()?.days();
    for (at, _) in text.match_indices(WORDS) {
        let start = at + WORDS.len();
        let rest = &text[start..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let Some(name) = rest[digits..].strip_prefix(" năm ") else { continue };
        let known = DAYS_OF_THE_YEAR.iter().filter_map(|entry| entry.split_once(" = "));
        let begins = |name_of: &str| {
            name.starts_with(name_of) || name.strip_prefix("ngày ").is_some_and(|name| name.starts_with(name_of))
        };
        let mut of_name = known.filter(|(of, _)| begins(of)).filter_map(|(_, day)| day.splitn(3, '/').nth(2));
        let (Ok(said), Some(Ok(year)), Some((day, _))) =
            (rest[..digits].parse::<i32>(), of_name.next().map(str::parse::<i32>), issued())
        else {
            continue;
        };
        let sentence = passage.small(&passage.sentence(at));
        let other = (1900..2100).any(|year| year != day.year() && sentence.contains(&year.to_string()));
        let right = day.year() - year;
        // A report may speak of the year before, what is written at the end of a year of the next one.
        let period = subject.report.period.as_ref().map(|period| period.year - year);
        let next = (day.month() > 9).then_some(right + 1);
        if said != right && Some(said) != period && Some(said) != next && !other {
            told.finding(
                KNOWN_DAY
                    .finding(msg!("năm nay là {right} năm", "this year it was {right} years ago"))
                    .at(subject.place(passage, start..start + digits))
                    .found(&passage.text[start..start + digits])
                    .expected(msg!("{right}", "{right}")),
            );
        }
    }
}

/// `Ngày Pháp luật (09/10/2024)`
fn known_days(passage: &Passage<'_>, subject: &Subject<'_>, told: &mut Told) {
    let text = passage.all_small();
    for (at, _) in text.match_indices("ngày ") {
        let behind = &text[at..];
        if behind["ngày ".len()..].starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let known = DAYS_OF_THE_YEAR.iter().filter_map(|entry| entry.split_once(" = "));
        let Some((name, day)) = known.into_iter().find(|(name, _)| behind.starts_with(name)) else { continue };
        let rest = &behind[name.len()..];
        let rest = rest.strip_prefix(" việt nam").unwrap_or(rest).trim_start_matches([' ', '(', ',']);
        let rest = rest.strip_prefix("ngày ").unwrap_or(rest);
        let start = text.len() - rest.len();
        let Some(range) = short_date(rest).map(|length| start..start + length) else { continue };
        let said: Vec<u32> = text[range.clone()].split('/').filter_map(|part| part.parse().ok()).collect();
        let right: Vec<u32> = day.split('/').take(2).filter_map(|part| part.parse().ok()).collect();
        if said[..] != right[..] {
            tell_known(passage, range, (right[0], right[1]), subject, told);
        }
    }
}

fn tell_known(
    passage: &Passage<'_>,
    range: Range<usize>,
    (day, month): (u32, u32),
    subject: &Subject<'_>,
    told: &mut Told,
) {
    let right = if month < 3 { format!("{day:02}/{month:02}") } else { format!("{day:02}/{month}") };
    told.finding(
        KNOWN_DAY
            .finding(msg!("ngày kỷ niệm này là ngày {right}", "this day of the year is {right}"))
            .found(&passage.text[range.clone()])
            .at(subject.place(passage, range))
            .expected(msg!("{right}", "{right}")),
    );
}

/// The length of `09/11` at the beginning of a text.
fn short_date(text: &str) -> Option<usize> {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let day = digits(text);
    let month = digits(text.get(day..)?.strip_prefix('/')?);
    ((1..=2).contains(&day) && (1..=2).contains(&month)).then_some(day + 1 + month)
}
