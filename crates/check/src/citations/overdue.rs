//! What is still to be done, by a day that is past: the year was left from the document before.

use std::cell::LazyCell;
use std::ops::Range;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::lexicon::lists::{
    ABOUT_A_YEAR_PAST, COMING, COMING_HEADINGS, DIRECTIVE, DUE, HAD_BEFORE, OF_THE_PAST,
};
use baocao_vietnamese::small;
use chrono::{Datelike, Days, Months, NaiveDate};

use super::later::last_day;
use super::words::years;
use crate::prose::coming;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::documents::DateForm;
use baocao_reading::{Passage, TextKind};

pub(super) const OVERDUE: Family = Family {
    name: Say { vi: "Thời hạn của việc sắp tới", en: "Days of what is to be done" },
    rules: &[&PAST_DUE, &OLD_YEAR],
    check,
};

const PAST_DUE: Rule = Rule {
    id: Id::new("thoi-gian/han-da-qua"),
    severity: Severity::Note,
    title: Say {
        vi: "Thời hạn của việc sắp làm không trước ngày văn bản",
        en: "What is still to be done is due after the day of the document",
    },
    why: Say {
        vi: "\"Hoàn thành trước ngày 31/8/2025\" ở mục nhiệm vụ của văn bản ngày 15/6/2026: có lẽ năm còn sót của văn bản trước. Chỉ xét \
             thời hạn đã qua chưa đầy một năm, ở mục phương hướng, nhiệm vụ, trong văn bản giao việc hoặc trong câu có \"sẽ\", \"dự kiến\"; \
             câu kể việc đã làm, việc có trước ngày ấy thì bỏ qua. Phát hiện này là nghi vấn.",
        en: "\"Hoàn thành trước ngày 31/8/2025\" among the tasks of a document of 15/6/2026: the year was probably left from the document before. \
             Only days less than a year past are looked at, among tasks, in documents that give them and in sentences about what is to come; \
             sentences about what was done are left alone. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Dự kiến hoàn thành trước ngày 31/8/2024. Đã hoàn thành 03 việc trước ngày 31/8/2023. Sẽ xử lý các vụ phát sinh trước ngày 31/12/2023."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Việc này dự kiến hoàn thành trước ngày 31/8/2023."}}}"#,
};

const OLD_YEAR: Rule = Rule {
    id: Id::new("ky-bao-cao/nam-con-sot"),
    severity: Severity::Note,
    title: Say {
        vi: "Năm trong đầu mục, đầu câu là năm của văn bản",
        en: "Years of headings and openings are the document's own",
    },
    why: Say {
        vi: "Trích yếu ghi \"nhiệm vụ năm 2026\" mà đầu mục ghi \"Nhiệm vụ năm 2025\"; báo cáo năm 2024 mà một đoạn mở đầu \"Trong năm 2023,\" \
             và không nhắc năm 2024; \"chuẩn bị\" cho một năm đã qua; \"lễ hội năm 2026 vào tháng 02/2027\": có lẽ năm còn sót của văn bản \
             trước. Phát hiện này là nghi vấn.",
        en: "The abstract says \"nhiệm vụ năm 2026\" and a heading \"Nhiệm vụ năm 2025\"; a paragraph of a report of 2024 opens with \"Trong năm \
             2023,\" and does not name 2024; something is prepared for a year that is past: the year was probably left from the document \
             before. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Tập trung chuẩn bị bầu cử năm 2026; chuẩn bị hồ sơ quyết toán năm 2023."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Tập trung chuẩn bị tuyển quân năm 2023 tại các thôn."}}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let Some((first, _)) = subject.report.document.promulgation.parsed().and_then(|date| date.days()) else { return };
    let Some(last) = last_day(subject) else { return };
    let directive = DIRECTIVE.contains(&small(subject.report.document.type_name()).as_str());
    let title = small(&subject.report.document.subject);
    for passage in subject.passages_of(&[TextKind::Prose]) {
        let ahead = LazyCell::new(|| coming(subject, passage.index));
        for due in dues(subject, passage) {
            // Less than a year ago: with the next year it would be to come.
            let slip =
                due.last < first && due.last.checked_add_months(Months::new(12)).is_some_and(|next| next >= last);
            if slip && is_due(passage, &due, directive || *ahead) {
                let year = first.year();
                told.finding(
                    PAST_DUE
                        .finding(msg!(
                            "thời hạn này đã qua khi văn bản được ban hành; có lẽ ghi nhầm năm",
                            "this is past when the document is issued; its year is probably a slip"
                        ))
                        .at(subject.place(passage, due.range.clone()))
                        .found(&passage.text[due.range])
                        .hint(msg!("văn bản đề năm {year}", "the document bears the year {year}")),
                );
            }
        }
        if passage.all_small().contains("năm 20") {
            old_years(passage, first.year(), &title, *ahead, subject, told);
        }
    }
    for passage in subject.passages_of(&[TextKind::Heading]) {
        heading(passage, &title, subject, told);
    }
}

/// A time that a text names.
struct Due {
    range: Range<usize>,
    /// Its last day.
    last: NaiveDate,
}

/// The days, months and quarters that a passage names.
fn dues(subject: &Subject<'_>, passage: &Passage<'_>) -> Vec<Due> {
    let dates = &subject.cited().dates;
    let start = dates.partition_point(|(at, _)| *at < passage.index);
    let own = dates[start..].iter().take_while(|(at, _)| *at == passage.index);
    let days = own.filter_map(|(_, date)| {
        let value = date.value?;
        let last = if date.written == DateForm::Month { end_of_months(value, 1)? } else { value };
        Some(Due { range: date.range.clone(), last })
    });
    days.chain(quarters(passage)).chain(ends_of_years(passage)).collect()
}

/// `hết năm 2025`
fn ends_of_years<'p>(passage: &'p Passage<'_>) -> impl Iterator<Item = Due> + 'p {
    const WORDS: &str = "hết năm ";
    let text = passage.all_small();
    text.match_indices(WORDS).filter_map(move |(at, word)| {
        let start = at + word.len();
        let year = text.get(start..start + 4)?.parse().ok()?;
        let ends = !text[start + 4..].starts_with(|c: char| c.is_alphanumeric());
        let last = NaiveDate::from_ymd_opt(year, 12, 31)?;
        ends.then_some(Due { range: start - "năm ".len()..start + 4, last })
    })
}

fn end_of_months(first: NaiveDate, months: u32) -> Option<NaiveDate> {
    first.checked_add_months(Months::new(months))?.checked_sub_days(Days::new(1))
}

/// `quý II năm 2025`, `quý I/2024`
fn quarters<'p>(passage: &'p Passage<'_>) -> impl Iterator<Item = Due> + 'p {
    let text = passage.all_small();
    text.match_indices("quý ").filter_map(move |(at, word)| {
        let rest = &text[at + word.len()..];
        let end = rest.find([' ', '/'])?;
        let quarter = match &rest[..end] {
            "i" | "1" => 1,
            "ii" | "2" => 2,
            "iii" | "3" => 3,
            "iv" | "4" => 4,
            _ => return None,
        };
        let behind = rest[end..].strip_prefix('/').or_else(|| rest[end..].strip_prefix(" năm "))?;
        let year = behind.get(..4)?.parse().ok()?;
        let range = at..text.len() - behind.len() + 4;
        let last = end_of_months(NaiveDate::from_ymd_opt(year, quarter * 3 - 2, 1)?, 3)?;
        Some(Due { range, last })
    })
}

/// Whether the words before a time make it one by which something is to be done.
fn is_due(passage: &Passage<'_>, due: &Due, ahead: bool) -> bool {
    let clause = passage.clause(due.range.start);
    let small = passage.small(&clause);
    let before = passage.small(&(clause.start..due.range.start)).trim_end();
    let before = before.strip_suffix("ngày").unwrap_or(before).trim_end();
    // `từ ngày ký đến ngày 31/12/2025`
    if before.ends_with("từ ngày ký đến") || before.ends_with("từ ngày ban hành đến") {
        return true;
    }
    // An hour may stand before the day: `trước 18 giờ 00 phút ngày 21/8/2024`.
    let hour = |words: &str| words.ends_with("giờ") || words.ends_with("phút");
    let untimed = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || "giờphút".contains(c));
    let before = if hour(before) { untimed } else { before };
    let Some(lead) = DUE.iter().filter(|lead| ends_with(before, lead)).max_by_key(|lead| lead.len()) else {
        return false;
    };
    let said = before[..before.len() - lead.len()].trim_end();
    let had = *lead == "trước"
        && said
            .rsplit(' ')
            .next()
            .is_some_and(|word| HAD_BEFORE.iter().any(|had| ends_with(said, had) || *had == word));
    let sentence = passage.small(&passage.sentence(due.range.start));
    let to_come = ahead || COMING.iter().any(|word| word.len() > 4 && *word != "trước ngày" && sentence.contains(word));
    let past = OF_THE_PAST.iter().any(|word| format!("{small} ").contains(word));
    let loose = matches!(*lead, "trong" | "vào") && !ahead && !sentence.contains("dự kiến");
    to_come && !past && !had && !loose
}

fn ends_with(text: &str, words: &str) -> bool {
    text.strip_suffix(words).is_some_and(|rest| rest.is_empty() || rest.ends_with(|c: char| !c.is_alphanumeric()))
}

/// Years of a passage that were left from the document before.
fn old_years(passage: &Passage<'_>, this: i32, title: &str, ahead: bool, subject: &Subject<'_>, told: &mut Told) {
    let text = passage.all_small();
    let mut tell = |range: Range<usize>| {
        let say = msg!("có lẽ còn sót năm của văn bản trước", "the year was perhaps left from the document before");
        told.slip(&OLD_YEAR, subject, passage, range, say);
    };
    for (at, word) in text.match_indices("năm 20") {
        let end = at + word.len() + 2;
        let Some(year) = text.get(end - 4..end).and_then(|year| year.parse::<i32>().ok()) else { continue };
        let clause = passage.clause(at);
        let before = text[clause.start..at].trim_end();
        // `năm 2026 vào tháng 02/2027`
        let when = text[end..].strip_prefix(" vào tháng ").or_else(|| text[end..].strip_prefix(" vào ngày "));
        // A date is no longer, in bytes.
        let date = &text[..text.floor_char_boundary(end + 60)];
        let named = when.map(|_| baocao_reading::documents::dates(&date[end + " vào ".len()..]));
        let other = named.as_ref().and_then(|dates| dates.first()?.value).filter(|date| date.year() == year + 1);
        let about = ABOUT_A_YEAR_PAST.iter().any(|words| before.contains(words));
        if other.is_some() && !about && when.is_some_and(|when| when.starts_with(|c: char| c.is_ascii_digit())) {
            tell(at..end);
            continue;
        }
        if year + 1 != this && year + 2 != this || about {
            continue;
        }
        let prepared = ["chuẩn bị ", "tại kỳ họp ", "phục vụ kỳ họp "].iter().find_map(|words| before.rfind(words));
        let between = prepared.map(|from| &before[from..]);
        let near = between.is_some_and(|words| words.split(' ').count() <= 9 && !words.contains([',', '(']));
        let done = ["đã ", "được ", "tại kỳ họp thứ"].iter().any(|words| before.contains(words));
        if near && !done && (ahead || !is_report(subject) || before.starts_with("tập trung")) {
            tell(at..end);
        }
    }
    // `Trong năm 2023, các sở ...` of a report of 2024.
    let own: Vec<i32> = years(title).iter().filter_map(|year| year.parse().ok()).collect();
    let ([own], true, false) = (own.as_slice(), is_report(subject), ahead || title.contains("giai đoạn")) else {
        return;
    };
    let old = format!("trong năm {}, ", own - 1);
    for (line, words) in passage.lines().map(|(at, words)| (at, small(words))) {
        let opens = words.starts_with(&old) && !words.contains(&format!("năm {own}")) && !words.contains("so với");
        if opens && text.matches(old.trim_end_matches(", ")).count() == 1 {
            tell(line + "trong ".len()..line + old.len() - 2);
        }
    }
}

fn is_report(subject: &Subject<'_>) -> bool {
    small(subject.report.document.type_name()) == "báo cáo"
}

/// A heading about coming work against the abstract: `Nhiệm vụ năm 2025` below `... và nhiệm vụ năm 2026`.
fn heading(passage: &Passage<'_>, title: &str, subject: &Subject<'_>, told: &mut Told) {
    let text = passage.all_small();
    let year_behind = |text: &str| {
        let at = ["phương hướng", "nhiệm vụ"].iter().filter_map(|words| text.find(words)).min()?;
        let named = years(&text[at..]);
        let first: i32 = named.first()?.parse().ok()?;
        named.iter().all(|year| year.parse() == Ok(first)).then_some(first)
    };
    let (Some(own), Some(named)) = (year_behind(title), year_behind(text)) else { return };
    let about = COMING_HEADINGS.iter().any(|words| text.contains(words)) || text.starts_with("nhiệm vụ");
    let Some(at) = text.find(&format!("năm {named}")).filter(|_| about && named + 1 == own) else { return };
    let end = at + "năm ".len() + 4;
    told.finding(
        OLD_YEAR
            .finding(msg!("trích yếu nói nhiệm vụ năm {own}", "the abstract speaks of the work of {own}"))
            .at(subject.place(passage, at..end))
            .found(&passage.text[at..end])
            .expected(msg!("năm {own}", "năm {own}")),
    );
}
