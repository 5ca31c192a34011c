//! One document, one date.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::date;
use chrono::{Datelike, NaiveDate};

use super::same_organ::one_organ;
use super::words::alike;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::documents::{Citation, Issuer};

pub(super) const TWICE: Family = Family {
    name: Say { vi: "Văn bản được dẫn nhiều lần", en: "Documents cited more than once" },
    rules: &[&TWO_DATES, &PERHAPS],
    check,
};

pub(super) const TWO_DATES: Rule = Rule {
    id: Id::new("vien-dan/hai-ngay"),
    severity: Severity::Warning,
    title: Say { vi: "Một văn bản chỉ có một ngày ban hành", en: "One document has one date" },
    why: Say {
        vi: "Hai chỗ dẫn cùng loại, cùng số, cùng ký hiệu của cùng một cơ quan trong một năm là một văn bản; cùng số và \
             cùng trích yếu cũng vậy. Số được đánh lại từ 01 mỗi năm, nên cùng số mà khác năm và khác trích yếu là hai \
             văn bản, không bị coi là lỗi.",
        en: "Two mentions with the same kind, number and symbol of one organ within a year are one document; so are two \
             with the same number and subject. Numbers begin anew each year: the same number in another year about \
             something else is another document and no mistake.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "UBND xã ban hành Kế hoạch số 25/KH-UBND ngày 20/02/2022 về đào tạo, bồi dưỡng công chức năm 2022 và Kế hoạch số 25/KH-UBND ngày 21/02/2023 về đào tạo, bồi dưỡng công chức năm 2023. Kế hoạch số 25/KH-UBND ngày 09/01/2023 của UBND huyện được phổ biến."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "UBND xã ban hành Kế hoạch số 25/KH-UBND ngày 20/02/2023 về đào tạo, bồi dưỡng công chức năm 2023. UBND xã thực hiện Kế hoạch số 25/KH-UBND ngày 20/02/2022 về đào tạo, bồi dưỡng công chức năm 2023."}}}"#,
};

pub(super) const PERHAPS: Rule = Rule {
    id: Id::new("vien-dan/co-le-hai-ngay"),
    severity: Severity::Note,
    title: Say {
        vi: "Cùng số, ký hiệu mà khác ngày thì nên xem lại",
        en: "One number and symbol with two dates is looked at again",
    },
    why: Say {
        vi: "Như vien-dan/hai-ngay, khi chưa chắc là một văn bản: không nói ai ban hành, hoặc chỉ khác nhau năm mà ngày, \
             tháng giống hệt. Phát hiện này là nghi vấn.",
        en: "As vien-dan/hai-ngay where it is not sure that both are one document: nobody says who issued it, or only \
             the years differ while day and month agree. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã thực hiện Kế hoạch số 25/KH-UBND ngày 20/02/2022 về thi đua và Kế hoạch số 25/KH-UBND ngày 14/3/2023 về chuyển đổi số."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã thực hiện Kế hoạch số 25/KH-UBND ngày 20/02/2023 về thi đua và Kế hoạch số 25/KH-UBND ngày 14/3/2023."}}}"#,
};

/// A citation with its whole date.
struct Dated<'a> {
    passage: usize,
    citation: &'a Citation,
    day: NaiveDate,
}

impl<'a> Dated<'a> {
    /// What it says of the document: its day, its organ, its subject.
    fn says(&self) -> (NaiveDate, Option<&'a Issuer>, &'a str) {
        (self.day, self.citation.issuer.as_ref(), &self.citation.about)
    }
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    let mut documents: BTreeMap<_, Vec<Dated<'_>>> = BTreeMap::new();
    for (passage, citation) in &subject.cited().documents {
        if let Some(day) = citation.date.as_ref().and_then(baocao_reading::documents::Date::exact) {
            documents.entry(citation.key()).or_default().push(Dated { passage: *passage, citation, day });
        }
    }
    for mentions in documents.values().filter(|mentions| mentions.len() > 1) {
        // How many mentions give a day, and the first of them.
        let mut days: HashMap<NaiveDate, (usize, Reverse<usize>)> = HashMap::new();
        for (at, mention) in mentions.iter().enumerate() {
            days.entry(mention.day).or_insert((0, Reverse(at))).0 += 1;
        }
        let mut known = HashSet::new();
        let mut others: Vec<&Dated<'_>> = mentions.iter().filter(|mention| known.insert(mention.says())).collect();
        others.truncate(MOST);
        for mention in mentions {
            if let Some((rule, right)) = contradicted(mention, &others, &days) {
                tell(rule, mention, right, subject, told);
            }
        }
    }
}

/// So many different mentions of a document are held against all of them.
const MOST: usize = 100;

/// The date that other mentions of the same document give, where they are more, or as many and earlier.
fn contradicted(
    mention: &Dated<'_>,
    others: &[&Dated<'_>],
    days: &HashMap<NaiveDate, (usize, Reverse<usize>)>,
) -> Option<(&'static Rule, NaiveDate)> {
    let stronger = |other: &&&Dated<'_>| days.get(&other.day) > days.get(&mention.day);
    others.iter().filter(stronger).find_map(|other| Some((same(other, mention)?, other.day)))
}

/// The rule under which two mentions with different dates are one document.
fn same(one: &Dated<'_>, other: &Dated<'_>) -> Option<&'static Rule> {
    if one.day == other.day {
        return None;
    }
    let organ = one_organ(one.citation, other.citation)?;
    let about = alike(&one.citation.about, &other.citation.about);
    let one_year = one.day.year() == other.day.year();
    let one_day = one.day.ordinal() == other.day.ordinal() || one.day.with_year(2000) == other.day.with_year(2000);
    match () {
        // A year in the number leaves no other document of that number.
        () if one_year && (organ.sure() || about) => Some(&TWO_DATES),
        () if one.citation.symbol.year.is_some() && organ.sure() => Some(&TWO_DATES),
        () if one_day && about => Some(&TWO_DATES),
        () if one_year || one_day || about && organ.sure() => Some(&PERHAPS),
        () => None,
    }
}

fn tell(rule: &'static Rule, mention: &Dated<'_>, right: NaiveDate, subject: &Subject<'_>, told: &mut Told) {
    let Some(passage) = subject.passages().get(mention.passage) else { return };
    let Some((dated, written)) = subject.date_of(mention.passage, mention.citation) else { return };
    let (kind, number) = (mention.citation.kind(&passage.text), mention.citation.symbol.official(&passage.text));
    let right = date::short(right);
    let message = if rule.severity == Severity::Warning {
        msg!("{kind} số {number} ở chỗ khác ghi ngày {right}", "{kind} số {number} bears the date {right} elsewhere")
    } else {
        msg!(
            "{kind} số {number} ở chỗ khác ghi ngày {right}; có lẽ là một văn bản",
            "{kind} số {number} bears the date {right} elsewhere; it is probably one document"
        )
    };
    told.finding(
        rule.finding(message)
            .at(subject.place(dated, written.range.clone()))
            .found(&dated.text[written.range.clone()])
            .expected(msg!("{right}, hoặc sửa chỗ kia", "{right}, or the other place is mended")),
    );
}
