//! Documents against the time of the report and of their own plan.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::PeriodKind;
use baocao_reading::Passage;
use baocao_reading::documents::Citation;
use baocao_vietnamese::date;
use baocao_vietnamese::lexicon::lists::{AIMS, GROUNDS};
use chrono::{Datelike, NaiveDate};

use super::words::years;
use super::{twice, year};
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const LATER: Family = Family {
    name: Say { vi: "Thời điểm của văn bản được dẫn", en: "The time of cited documents" },
    rules: &[&AFTER_REPORT, &BEFORE_PLAN, &OLD_PLAN],
    check,
};

pub(super) const AFTER_REPORT: Rule = Rule {
    id: Id::new("vien-dan/sau-ngay-bao-cao"),
    severity: Severity::Warning,
    title: Say {
        vi: "Văn bản được dẫn không muộn hơn báo cáo", en: "Cited documents are not later than the report"
    },
    why: Say {
        vi: "Báo cáo không thể dẫn một văn bản có ngày ban hành sau ngày của chính báo cáo. Thời hạn và công việc sắp tới \
             không bị xét.",
        en: "A report cannot cite a document that bears a later date than itself. Deadlines and coming work are not \
             looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "UBND xã ban hành Kế hoạch số 95/KH-UBND ngày 05/3/2024, hoàn thành trước ngày 31/12/2024."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "UBND xã ban hành Kế hoạch số 95/KH-UBND ngày 05/12/2024."}}}"#,
};

pub(super) const BEFORE_PLAN: Rule = Rule {
    id: Id::new("vien-dan/truoc-nam-ke-hoach"),
    severity: Severity::Note,
    title: Say {
        vi: "Kế hoạch của một năm được ban hành gần năm ấy",
        en: "The plan of a year is issued near that year",
    },
    why: Say {
        vi: "Kế hoạch năm 2023 thường được ban hành từ cuối năm 2022; nếu ngày được dẫn là đầu năm 2022 trở về trước thì \
             có lẽ năm bị gõ nhầm. Kế hoạch nhiều năm, giai đoạn không bị xét. Phát hiện này là nghi vấn.",
        en: "A plan for 2023 is usually issued from the end of 2022 on; where the cited date is early 2022 or before, \
             its year is probably a slip. Plans for several years are not looked at. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "UBND xã ban hành Kế hoạch số 95/KH-UBND ngày 28/12/2022 về thi đua năm 2023 và Kế hoạch số 11/KH-UBND ngày 10/01/2022 về chuyển đổi số giai đoạn 2022 - 2025, định hướng đến năm 2030."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "UBND xã ban hành Kế hoạch số 15/KH-UBND ngày 20/02/2022 về thi đua năm 2023."}}}"#,
};

const OLD_PLAN: Rule = Rule {
    id: Id::new("vien-dan/ke-hoach-nam-truoc"),
    severity: Severity::Note,
    title: Say {
        vi: "Kế hoạch được thực hiện là của năm báo cáo", en: "The plan carried out is this year's"
    },
    why: Say {
        vi: "Câu mở đầu bằng \"Thực hiện\", \"Căn cứ\" một kế hoạch của năm trước có lẽ còn sót lại từ báo cáo cũ. Báo cáo \
             quý I không bị xét, vì kỳ số liệu bắt đầu từ năm trước. Phát hiện này là nghi vấn.",
        en: "A sentence that begins with carrying out a plan of an earlier year is probably left over from an old report. \
             Reports of the first quarter are not looked at: their period begins in the year before. This finding is a \
             doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"period": {"quarter": 3, "from": "2024-06-15", "to": "2024-09-14"}, "sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Kế hoạch số 95/KH-UBND ngày 10/01/2024 về kiểm tra công vụ năm 2024, Kế hoạch số 97/KH-UBND ngày 15/01/2024 về đánh giá công tác thi đua năm 2023, xã đã tự kiểm tra; khắc phục tồn tại nêu khi thực hiện Kế hoạch số 15/KH-UBND ngày 20/02/2023 về kiểm tra công vụ năm 2023."}}}"#,
    fails: r#"{"period": {"quarter": 3, "from": "2024-06-15", "to": "2024-09-14"}, "sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Kế hoạch số 15/KH-UBND ngày 20/02/2023 về kiểm tra công vụ năm 2023, xã đã tự kiểm tra."}}}"#,
};

/// Rules that ask for another date of the same document.
const OTHER_DATE: [Id; 3] = [twice::TWO_DATES.id, twice::PERHAPS.id, year::YEAR.id];

fn check(subject: &Subject<'_>, told: &mut Told) {
    let last = last_day(subject);
    if last.is_none() && subject.cited().documents.iter().any(|(_, citation)| citation.date.is_some()) {
        told.not_evaluated(&AFTER_REPORT, msg!("báo cáo chưa có ngày", "the report has no date yet"));
    }
    for (index, citation) in &subject.cited().documents {
        let Some(passage) = subject.passages().get(*index) else { continue };
        let Some((dated, written)) = subject.date_of(*index, citation) else { continue };
        let Some(day) = written.exact() else { continue };
        let at = || subject.place(dated, written.range.clone());
        let found = &dated.text[written.range.clone()];
        if let Some(last) = last.filter(|last| day > *last) {
            let last = date::short(last);
            told.finding(
                AFTER_REPORT
                    .finding(msg!(
                        "văn bản được dẫn có ngày sau ngày của báo cáo",
                        "the cited document is later than the report"
                    ))
                    .at(at())
                    .found(found)
                    .expected(msg!("không muộn hơn ngày {last}", "not later than {last}")),
            );
        }
        let Some(year) = plan_year(&citation.about).filter(|_| citation.kind(&passage.text) == "kế hoạch") else {
            continue;
        };
        let early = day.year() + 1 < year || day.year() + 1 == year && day.month() <= 4;
        if early {
            told.unless(
                &OTHER_DATE,
                vec![at()],
                BEFORE_PLAN
                    .finding(msg!(
                        "kế hoạch của năm {year} mà ban hành sớm như vậy? Có lẽ ghi nhầm năm",
                        "a plan for {year} issued that early? Its year is probably a slip"
                    ))
                    .at(at())
                    .found(found),
            );
        }
        let Some(period) = subject.regular_period() else { continue };
        let first_quarter = period.kind == PeriodKind::Quarter && period.number() == 1;
        let issued_before = day.year() < period.year;
        if year < period.year && issued_before && !first_quarter && carried_out(passage, citation) {
            let this = period.year;
            told.finding(
                OLD_PLAN
                    .finding(msg!(
                        "kế hoạch của năm {year}, trong khi báo cáo của năm {this}",
                        "a plan for {year} in a report of {this}"
                    ))
                    .at(subject.place(passage, citation.range.clone()))
                    .found(&passage.text[citation.range.clone()]),
            );
        }
    }
}

/// Whether the clause of a citation begins with carrying something out, and names nothing but documents up to there.
fn carried_out(passage: &Passage<'_>, citation: &Citation) -> bool {
    let at = citation.range.start;
    let said = passage.small(&(passage.clause(at).start..at)).trim_start();
    GROUNDS.iter().any(|words| said.starts_with(words))
}

/// The report's own date; the last day of its month where the day is open.
pub(super) fn last_day(subject: &Subject<'_>) -> Option<NaiveDate> {
    subject.report.document.promulgation.parsed()?.days().map(|(_, last)| last)
}

/// The one year that the subject of a plan names as its own.
fn plan_year(about: &str) -> Option<i32> {
    let first = *years(about).first()?;
    let (before, after) = about.split_once(&format!("năm {first}"))?;
    // What follows a comma is no longer the subject of the plan.
    let subject = years(after.split(',').next().unwrap_or_default());
    let aim = AIMS.iter().any(|aim| before.trim_end().ends_with(aim)) || before.contains("giai đoạn");
    if aim || subject.iter().any(|year| *year != first) { None } else { first.parse().ok() }
}
