//! The term of the National Assembly in the symbols of its laws and resolutions.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_reading::documents::Date;
use baocao_vietnamese::date;
use chrono::{Datelike, NaiveDate};

use crate::{Family, Rule, Say, Subject, Told};

pub(super) const ASSEMBLY: Family = Family {
    name: Say { vi: "Khóa Quốc hội trong ký hiệu", en: "Terms of the National Assembly in symbols" },
    rules: &[&TERM],
    check,
};

const TERM: Rule = Rule {
    id: Id::new("vien-dan/khoa-quoc-hoi"),
    severity: Severity::Warning,
    title: Say {
        vi: "Khóa Quốc hội khớp với năm", en: "The term of the National Assembly agrees with the year"
    },
    why: Say {
        vi: "Luật, nghị quyết của Quốc hội và Ủy ban Thường vụ Quốc hội mang số khóa: QH14 từ năm 2016 đến năm 2021, QH15 từ \
             năm 2021 đến năm 2026. Năm chuyển khóa thuộc cả hai khóa, trừ khi ngày ban hành cho biết là trước hay sau kỳ họp thứ nhất.",
        en: "Laws and resolutions of the National Assembly bear its term: QH14 from 2016 to 2021, QH15 from 2021 to 2026. The \
             year in which the term changes belongs to both, unless the day says whether that was before the first session.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Tuyên truyền Luật số 80/2015/QH13 ngày 22/6/2015 và Luật số 63/2020/QH14 ngày 18/6/2020, Luật số 103/2016/QH13 ngày 05/4/2016."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Tuyên truyền Luật số 10/2022/QH14 ngày 10/11/2022."}}}"#,
};

/// The days on which the first sessions of terms were opened: year, month, day. The last term is still going on.
const BEGAN: [(u32, [i32; 3]); 6] = [
    (11, [2002, 7, 19]),
    (12, [2007, 7, 19]),
    (13, [2011, 7, 21]),
    (14, [2016, 7, 20]),
    (15, [2021, 7, 20]),
    (16, [2026, 4, 6]),
];

fn check(subject: &Subject<'_>, told: &mut Told) {
    for (index, citation) in &subject.cited().documents {
        let symbol = &citation.symbol;
        let (Some(passage), Some((year, at)), Some(last)) =
            (subject.passages().get(*index), &symbol.year, symbol.groups.last())
        else {
            continue;
        };
        let term = last.strip_prefix("UBTVQH").or_else(|| last.strip_prefix("QH")).and_then(|term| term.parse().ok());
        let day = citation.date.as_ref().and_then(Date::exact).filter(|day| day.year() == *year);
        let known = terms(*year, day);
        let Some(term) = term.filter(|term| !known.contains(term)) else { continue };
        let right: Vec<String> = known.iter().map(|right| format!("QH{right}")).collect();
        if right.is_empty() {
            continue;
        }
        let right = right.join(", ");
        told.finding(
            TERM.finding(match day.map(date::short) {
                Some(day) => {
                    msg!("ngày {day} không thuộc Quốc hội khóa {term}", "{day} is no day of the term {term}")
                }
                None => msg!("năm {year} không thuộc Quốc hội khóa {term}", "{year} is no year of the term {term}"),
            })
            .at(subject.place(passage, at.start..symbol.range.end))
            .found(&passage.text[at.start..symbol.range.end])
            .expected(msg!("{right}", "{right}"))
            .hint(msg!("xem lại năm và khóa trong số, ký hiệu", "look at the year and the term in the symbol")),
        );
    }
}

/// The terms that a year belongs to; that to which its day belongs, where it is known.
fn terms(year: i32, day: Option<NaiveDate>) -> Vec<u32> {
    let of = |day: NaiveDate| [day.year(), day.month() as i32, day.day() as i32];
    let (first, last) = day.map_or(([year, 1, 1], [year, 12, 31]), |day| (of(day), of(day)));
    let ends = |at: usize| BEGAN.get(at + 1).map_or([i32::MAX, 1, 1], |(_, next)| *next);
    let goes_on = |(at, (_, began)): &(usize, &(u32, [i32; 3]))| *began <= last && first < ends(*at);
    BEGAN.iter().enumerate().filter(goes_on).map(|(_, (term, _))| *term).collect()
}
