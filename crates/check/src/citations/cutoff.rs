//! Ranges and cut-off dates of the text against the period of the report.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::{Field, PromulgationDate};
use baocao_vietnamese::date;
use baocao_vietnamese::lexicon::lists::DEADLINES;
use chrono::{Datelike, NaiveDate};

use super::period::{Span, spans};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::Passage;
use baocao_reading::documents::{Date, DateForm};

pub(super) const CUTOFF: Family = Family {
    name: Say { vi: "Mốc thời gian của kỳ báo cáo", en: "The days of the period" },
    rules: &[&BACKWARDS, &RANGE, &CUT_OFF, &SIGNED],
    check,
};

const BACKWARDS: Rule = Rule {
    id: Id::new("ky-bao-cao/khoang-nguoc"),
    severity: Severity::Warning,
    title: Say {
        vi: "Ngày đầu của một khoảng đứng trước ngày cuối", en: "A range begins before it ends"
    },
    why: Say {
        vi: "\"Từ ngày 15/12/2023 đến ngày 14/3/2023\": một trong hai năm bị gõ nhầm.",
        en: "\"Từ ngày 15/12/2023 đến ngày 14/3/2023\": one of the years is a slip.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Số liệu lấy từ ngày 15/12/2023 đến ngày 14/3/2024."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Số liệu lấy từ ngày 15/12/2023 đến ngày 14/3/2023."}}}"#,
};

const RANGE: Rule = Rule {
    id: Id::new("ky-bao-cao/khoang-lech"),
    severity: Severity::Warning,
    title: Say {
        vi: "Khoảng thời gian của số liệu là kỳ báo cáo",
        en: "The range of the figures is the period of the report",
    },
    why: Say {
        vi: "Khoảng thời gian trong lời văn gần trùng với kỳ báo cáo (cùng ngày đầu hoặc ngày cuối, đầu kia lệch vài \
             ngày) thì phải trùng hẳn. Khoảng khác, như rà soát văn bản cả năm, không bị xét.",
        en: "A range in the text that nearly is the period (one end the same, the other a few days off) must be the \
             period. Other ranges, such as a whole year, are left alone.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Từ ngày 15/12/2023 đến ngày 14/3/2024 xã nhận 10 hồ sơ. Rà soát văn bản từ ngày 01/01/2023 đến ngày 31/12/2023; cùng kỳ từ ngày 15/12/2022 đến ngày 14/3/2023; đợt cao điểm từ ngày 01/3/2024 đến ngày 10/3/2024."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Từ ngày 15/12/2023 đến ngày 15/3/2024 xã nhận 10 hồ sơ."}}}"#,
};

const CUT_OFF: Rule = Rule {
    id: Id::new("ky-bao-cao/moc-lech"),
    severity: Severity::Note,
    title: Say { vi: "Các mốc chốt số liệu thống nhất", en: "Cut-off dates agree" },
    why: Say {
        vi: "\"Đến ngày 15/3/2024\" trong báo cáo chốt số liệu ngày 14/3/2024: mốc chỉ lệch vài ngày có lẽ là nhầm. Khoảng \
             bắt đầu cùng ngày với kỳ báo cáo mà kết thúc cùng ngày của một tháng trước đó có lẽ còn sót từ báo cáo kỳ \
             trước. Mốc cách xa khác, thời hạn, ngày hiệu lực không bị xét. Phát hiện này là nghi vấn.",
        en: "\"Đến ngày 15/3/2024\" in a report whose figures end on 14/3/2024: a few days off is probably a slip. A range \
             that begins with the period and ends on the same day of an earlier month was probably left from the report \
             before. Other dates far away, deadlines and effective dates are left alone. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Đến ngày 14/3/2024 đã xong 10 việc. Tính đến ngày 31/01/2024 giải ngân 30%; gia hạn đến ngày 15/3/2024."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Tính đến ngày 15/3/2024, xã đã xong 10 việc."}}}"#,
};

const SIGNED: Rule = Rule {
    id: Id::new("ky-bao-cao/ngay-bao-cao"),
    severity: Severity::Note,
    title: Say {
        vi: "Báo cáo được ký quanh ngày chốt số liệu", en: "The report is signed near the end of its period"
    },
    why: Say {
        vi: "Báo cáo đề ngày trước ngày chốt số liệu hơn 7 ngày thì chưa thể có số liệu cả kỳ; muộn hơn 90 ngày thì có lẽ \
             ghi nhầm tháng hoặc năm. Phát hiện này là nghi vấn.",
        en: "A report dated more than 7 days before its figures end cannot have them; one more than 90 days later \
             probably bears a wrong month or year. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"document": {"promulgation": {"date": "2024-03-11"}}}"#,
    fails: r#"{"document": {"promulgation": {"date": "2023-03-15"}}}"#,
};

/// How many days an end may be off and still be meant for the period's.
const NEAR: i64 = 10;

/// How many days a cut-off date may be off and still be meant for the period's.
const NEAR_ALONE: i64 = 5;

fn check(subject: &Subject<'_>, told: &mut Told) {
    let cited = subject.cited();
    // Without days of its own nothing strays from them.
    let given = subject.report.period.as_ref().and_then(|period| Some((period.from?, period.to?)));
    for (index, passage) in subject.passages().iter().enumerate() {
        let start = cited.dates.partition_point(|(at, _)| *at < index);
        let dates: Vec<&Date> =
            cited.dates[start..].iter().take_while(|(at, _)| *at == index).map(|(_, date)| date).collect();
        if dates.is_empty() {
            continue;
        }
        let spans = spans(&passage.text, &dates);
        for span in &spans {
            range(span, given, passage, subject, told);
        }
        let alone = |date: &&&Date| !spans.iter().any(|span| span.range.end == date.range.end);
        for date in dates.iter().filter(alone) {
            given.iter().for_each(|(_, to)| cut_off(date, *to, passage, subject, told));
        }
    }
    if let Some((_, to)) = given {
        signed(to, subject, told);
    }
}

fn range(
    span: &Span,
    given: Option<(NaiveDate, NaiveDate)>,
    passage: &Passage<'_>,
    subject: &Subject<'_>,
    told: &mut Told,
) {
    let found = &passage.text[span.range.clone()];
    if span.from > span.to {
        told.finding(
            BACKWARDS
                .finding(msg!("khoảng thời gian kết thúc trước khi bắt đầu", "the range ends before it begins"))
                .at(subject.place(passage, span.range.clone()))
                .found(found),
        );
        return;
    }
    let Some((first, last)) = given else { return };
    let off = |one: NaiveDate, other: NaiveDate| (one - other).num_days().abs();
    let (start, end) = (off(span.from, first), off(span.to, last));
    let near = start == 0 && end <= NEAR || end == 0 && start <= NEAR || start <= NEAR_ALONE && end <= NEAR_ALONE;
    let slip = start == 0 && other_year(span.to, last) || end == 0 && other_year(span.from, first);
    let (from, to) = (date::short(first), date::short(last));
    if start == 0 && !near && !slip && span.to < last && span.to.day() == last.day() {
        told.finding(
            CUT_OFF
                .finding(msg!(
                    "khoảng này kết thúc sớm hơn kỳ báo cáo: có lẽ còn sót từ báo cáo trước",
                    "this range ends before the period: perhaps it was left from the report before"
                ))
                .at(subject.place(passage, span.range.clone()))
                .found(found)
                .expected(msg!("{from} - {to}, nếu là cả kỳ", "{from} - {to}, if the whole period is meant")),
        );
    }
    if start + end == 0 || !(near || slip) {
        return;
    }
    told.finding(
        RANGE
            .finding(msg!(
                "khoảng thời gian lệch với kỳ báo cáo từ ngày {from} đến ngày {to}",
                "the range differs from the period of the report, {from} to {to}"
            ))
            .at(subject.place(passage, span.range.clone()))
            .found(found)
            .expected(msg!("{from} - {to}", "{from} - {to}"))
            .hint(msg!("sửa lời văn, hoặc \"period\" của báo cáo", "mend the text, or \"period\" of the report")),
    );
}

/// Whether two days differ in nothing but the year.
fn other_year(one: NaiveDate, other: NaiveDate) -> bool {
    one.year() != other.year() && one.month() == other.month() && one.day() == other.day()
}

fn cut_off(date: &Date, to: NaiveDate, passage: &Passage<'_>, subject: &Subject<'_>, told: &mut Told) {
    let Some(day) = date.exact() else { return };
    if day == to || (day - to).num_days().abs() > NEAR_ALONE {
        return;
    }
    let before = passage.text[..date.range.start].trim_end();
    let before = match date.written {
        DateForm::Long => before,
        _ => before.strip_suffix("ngày").unwrap_or(before).trim_end(),
    };
    let before = before.strip_suffix("hết").unwrap_or(before).trim_end();
    let Some(before) = before.strip_suffix("đến").or_else(|| before.strip_suffix("Đến")) else { return };
    let near = before.char_indices().rev().nth(30).map_or(before, |(at, _)| &before[at..]);
    let near = near.rsplit(['.', ';', '\n']).next().unwrap_or(near).to_lowercase();
    if DEADLINES.iter().any(|word| near.contains(word)) {
        return;
    }
    let to = date::short(to);
    told.finding(
        CUT_OFF
            .finding(msg!(
                "mốc này lệch vài ngày so với ngày chốt số liệu {to}",
                "this date is a few days off the end of the period, {to}"
            ))
            .at(subject.place(passage, date.range.clone()))
            .found(&passage.text[date.range.clone()])
            .expected(msg!("{to}, nếu là ngày chốt số liệu", "{to}, if the end of the period is meant")),
    );
}

fn signed(to: NaiveDate, subject: &Subject<'_>, told: &mut Told) {
    let promulgation = &subject.report.document.promulgation;
    let Some((first, last)) = promulgation.parsed().and_then(PromulgationDate::days) else { return };
    let (early, late) = ((to - last).num_days(), (first - to).num_days());
    let message = if early > 7 {
        msg!(
            "báo cáo đề ngày trước ngày chốt số liệu {early} ngày",
            "the report is dated {early} days before its figures end"
        )
    } else if late > 90 {
        msg!(
            "báo cáo đề ngày sau ngày chốt số liệu {late} ngày",
            "the report is dated {late} days after its figures end"
        )
    } else {
        return;
    };
    let to = date::short(to);
    told.finding(SIGNED.finding(message).at(subject.input.at(Field::PromulgationDate)).hint(msg!(
        "ngày chốt số liệu là {to}; xem lại ngày báo cáo và \"period\"",
        "the figures end on {to}; look at the date and at \"period\""
    )));
}
