//! The name of the period in subject, opening, closing and headings.

use std::ops::Range;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::{Field, InAppendix, InOutline, Period, PeriodKind, Slot};
use baocao_vietnamese::number::digits;

use super::period::{NamedPeriod, named};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::Passage;

pub(super) const NAMES: Family =
    Family { name: Say { vi: "Tên kỳ báo cáo", en: "The name of the period" }, rules: &[&NAME, &NEXT], check };

const NAME: Rule = Rule {
    id: Id::new("ky-bao-cao/ten-ky"),
    severity: Severity::Warning,
    title: Say {
        vi: "Kỳ nêu trong trích yếu, mở đầu, kết thúc, phụ lục là kỳ báo cáo",
        en: "Subject, opening, closing and appendices name the period of the report",
    },
    why: Say {
        vi: "Báo cáo thường được viết trên bản của kỳ trước; tên kỳ cũ hay sót lại ở trích yếu, đoạn mở đầu, câu kết \
             thúc, đề mục kết quả và tiêu đề phụ lục. Chỗ nào nêu nhiều kỳ thì chỉ cần một kỳ đúng, nhưng kỳ ấy không \
             được mang năm khác.",
        en: "Reports are written over those of the period before, and its name stays behind in the subject, the opening, \
             the closing, headings of results and the titles of appendices. Where several periods are named one must be \
             right, and none may be this one of another year.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"document": {"subject": "Kết quả cải cách hành chính quý I và nhiệm vụ quý II năm 2024"}}"#,
    fails: r#"{"document": {"subject": "Công tác cải cách hành chính quý IV năm 2023"}}"#,
};

const NEXT: Rule = Rule {
    id: Id::new("ky-bao-cao/ky-tiep-theo"),
    severity: Severity::Warning,
    title: Say { vi: "Phương hướng là của kỳ tiếp theo", en: "Directions are for the next period" },
    why: Say {
        vi: "Đề mục phương hướng, nhiệm vụ của báo cáo quý III nêu quý IV; đề mục của phần kết quả nêu kỳ báo cáo.",
        en: "The heading of directions in a report of the third quarter names the fourth.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"outline": [{"title": "Phương hướng, nhiệm vụ quý II năm 2024", "text": "Xã tiếp tục thực hiện kế hoạch năm."}]}"#,
    fails: r#"{"outline": [{"title": "Phương hướng, nhiệm vụ quý I năm 2024", "text": "Xã tiếp tục thực hiện kế hoạch năm."}]}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let Some(period) = subject.regular_period() else { return };
    let outline = &subject.set.outline;
    if let Some([_, (last, part)]) = subject.ends_of_outline() {
        closes(last, part, period, subject, told);
    }
    for passage in subject.passages() {
        match &passage.slot {
            Slot::Document(Field::Subject) | Slot::Appendix { part: InAppendix::Title, .. } => {
                name(passage, period, subject, told);
            }
            Slot::Section { id, .. } if *id == outline.opening || *id == outline.closing => {
                name(passage, period, subject, told);
            }
            Slot::Outline { path, part: InOutline::Title } => {
                next(passage, period, subject, told);
                if path.len() == 1 {
                    results(passage, period, subject, told);
                }
            }
            _ => {}
        }
    }
}

fn name(passage: &Passage<'_>, period: &Period, subject: &Subject<'_>, told: &mut Told) {
    let names = named(&passage.text);
    // Monthly reports name months, which texts name for many other reasons.
    if period.kind == PeriodKind::Month {
        return;
    }
    let stale = names.iter().find(|name| is_of_another_year(name, &passage.text, period));
    let right = names.iter().any(|name| name.can_be(period));
    let wrong = match (stale, names.first()) {
        (Some(stale), _) => Some(stale.range.clone()),
        _ if right => None,
        (None, Some(first)) => Some(first.range.clone()),
        (None, None) if passage.slot == Slot::Document(Field::Subject) => wrong_year(&passage.text, period.year),
        (None, None) if period.kind == PeriodKind::Year => reported_year(&passage.text, period.year),
        (None, None) => None,
    };
    if let Some(wrong) = wrong {
        tell(passage, wrong, period, subject, told);
    }
}

/// The last paragraph of an own outline, where it says what document this is: `Trên đây là báo cáo ...`.
fn closes(last: &Passage<'_>, part: Range<usize>, period: &Period, subject: &Subject<'_>, told: &mut Told) {
    let (start, text) = (part.start, &last.text[part.clone()]);
    if period.kind == PeriodKind::Month || !last.small(&part).trim_start().starts_with("trên đây là") {
        return;
    }
    let names = named(text);
    let wrong = match names.first() {
        Some(_) if names.iter().any(|name| name.can_be(period)) => None,
        Some(first) => Some(first.range.clone()),
        None if period.kind == PeriodKind::Year => reported_year(text, period.year),
        None => None,
    };
    if let Some(wrong) = wrong {
        tell(last, start + wrong.start..start + wrong.end, period, subject, told);
    }
}

/// A heading of results on the first level that names periods, none of which is the report's.
fn results(passage: &Passage<'_>, period: &Period, subject: &Subject<'_>, told: &mut Told) {
    let title = passage.text.to_lowercase();
    let names = named(&passage.text);
    let of_results =
        title.contains("kết quả") && !title.contains("phương hướng") && !title.contains("nhiệm vụ trọng tâm");
    if let Some(first) = names.first().filter(|_| of_results && period.kind != PeriodKind::Month)
        && !names.iter().any(|name| name.can_be(period))
    {
        tell(passage, first.range.clone(), period, subject, told);
    }
}

fn tell(passage: &Passage<'_>, wrong: Range<usize>, period: &Period, subject: &Subject<'_>, told: &mut Told) {
    let right = period.name();
    told.finding(
        NAME.finding(msg!("kỳ nêu ở đây không phải kỳ báo cáo", "this is not the period of the report"))
            .at(subject.place(passage, wrong.clone()))
            .found(&passage.text[wrong])
            .expected(msg!("{right}", "{right}")),
    );
}

/// Whether a text names the period of the report with another year, and compares nothing with it.
fn is_of_another_year(name: &NamedPeriod, text: &str, period: &Period) -> bool {
    let this = NamedPeriod { year: None, ..name.clone() }.can_be(period);
    let before = text[..name.range.start].char_indices().rev().nth(20).map_or(0, |(at, _)| at);
    let before = text[before..name.range.start].to_lowercase();
    this && name.year.is_some_and(|year| year != period.year)
        && !["so với", "cùng kỳ", "so sánh"].iter().any(|word| before.contains(word))
}

/// The year of a yearly report in its opening or closing, behind `báo cáo`, where it is another one: `Trên đây là báo cáo
/// kết quả cải cách hành chính năm 2023`.
fn reported_year(text: &str, year: i32) -> Option<Range<usize>> {
    let small = text.to_lowercase();
    // Offsets are those of the text where no letter changed its length.
    let from = small.rfind("báo cáo").filter(|_| small.len() == text.len() && !small.contains("giai đoạn"))?;
    let at = from + small[from..].find("năm ").filter(|at| !small[from..from + at].contains([',', ';', '.']))?;
    let digits = digits(&small[at + "năm ".len()..]);
    let end = at + "năm ".len() + digits;
    let named: i32 = small[end - digits..end].parse().ok()?;
    (digits == 4 && named != year).then_some(at..end)
}

/// The year of a subject that names years, but not the report's.
fn wrong_year(text: &str, year: i32) -> Option<Range<usize>> {
    let years = super::words::years(text);
    let first = years.first()?;
    if years.iter().any(|named| named.parse() == Ok(year)) || text.contains("đoạn") {
        return None;
    }
    let at = text.find(&format!("năm {first}"))?;
    Some(at..at + "năm ".len() + first.len())
}

fn next(passage: &Passage<'_>, period: &Period, subject: &Subject<'_>, told: &mut Told) {
    let title = passage.text.to_lowercase();
    let directions = title.contains("phương hướng") || title.starts_with("nhiệm vụ") || title.contains("giải pháp");
    let names = named(&passage.text);
    if !directions || title.contains("kết quả") || title.contains("đánh giá") {
        return;
    }
    let wrong = |name: &&NamedPeriod| !name.can_follow(period);
    if names.iter().any(|name| name.can_follow(period)) {
        return;
    }
    if period.kind == PeriodKind::Year && names.is_empty() {
        return next_year(passage, &title, period.year, subject, told);
    }
    if let Some(name) = names.iter().find(wrong) {
        let right = period.next_name();
        told.finding(
            NEXT.finding(msg!("phương hướng phải là của kỳ tiếp theo", "directions are for the next period"))
                .at(subject.place(passage, name.range.clone()))
                .found(&passage.text[name.range.clone()])
                .expected(msg!("{right}", "{right}")),
        );
    }
}

/// The directions of a yearly report name the next year: `Phương hướng, nhiệm vụ năm 2025` after 2024.
fn next_year(passage: &Passage<'_>, title: &str, year: i32, subject: &Subject<'_>, told: &mut Told) {
    let named = super::words::years(title);
    let own = format!("năm {year}");
    let (Some(at), Ok([only])) = (title.find(&own), <[_; 1]>::try_from(named)) else { return };
    if only.parse() != Ok(year) || title.contains("giải pháp") || title.len() != passage.text.len() {
        return;
    }
    let (range, right) = (at..at + own.len(), year + 1);
    told.finding(
        NEXT.finding(msg!("phương hướng phải là của kỳ tiếp theo", "directions are for the next period"))
            .at(subject.place(passage, range.clone()))
            .found(&passage.text[range])
            .expected(msg!("năm {right}", "the year {right}")),
    );
}
