//! Numbers of one series rise with the date.

use std::collections::{BTreeMap, BTreeSet};

use baocao_core::diagnostic::{Id, Message, Severity};
use baocao_core::msg;
use baocao_vietnamese::date;
use chrono::{Datelike, NaiveDate};

use super::rising::{Item, crosses, jumps, longest_rising, once, speak_against};
use super::same_organ::shared;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::documents::Citation;
use baocao_reading::documents::Issuer;
use baocao_vietnamese::lexicon::documents::of_symbol;

pub(super) const SERIES: Family =
    Family { name: Say { vi: "Số văn bản trong năm", en: "Numbers within a year" }, rules: &[&RISES], check };

const RISES: Rule = Rule {
    id: Id::new("vien-dan/so-khong-theo-ngay"),
    severity: Severity::Note,
    title: Say { vi: "Số văn bản tăng theo ngày ban hành", en: "Numbers of documents rise with their dates" },
    why: Say {
        vi: "Trong một năm, văn bản cùng loại của một cơ quan được đánh số tăng dần. Chỉ so các văn bản chắc chắn của \
             một cơ quan: ký hiệu nêu đích danh cơ quan, hoặc câu văn nói ai ban hành. Số nhỏ hơn mà ngày muộn hơn, hoặc \
             số nhảy vọt giữa những ngày liền nhau, có lẽ là gõ nhầm số hay ngày. Phát hiện này là nghi vấn.",
        en: "Within a year the documents of one kind and organ are numbered in order. Only those are compared that are \
             surely one organ's: its letters stand in the symbol, or the sentence says who issued them. A smaller number \
             with a later date, or a number far out of line with its neighbours, is probably a slip. This finding is a \
             doubt.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Điều 15"),
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã thực hiện Kế hoạch số 125/KH-UBND ngày 20/02/2023 của UBND huyện, Kế hoạch số 31/KH-UBND ngày 14/4/2023 của UBND xã và Kế hoạch số 126/KH-UBND ngày 20/02/2023 của UBND huyện."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã thực hiện Kế hoạch số 125/KH-UBND ngày 20/02/2023 và Kế hoạch số 124/KH-UBND ngày 15/3/2023 của UBND huyện, Kế hoạch số 126/KH-UBND ngày 21/02/2023 của UBND huyện, Kế hoạch số 120/KH-UBND ngày 16/02/2023 của UBND huyện, Kế hoạch số 125/KH-UBND ngày 20/02/2023 của UBND huyện."}}}"#,
};

/// What all documents of one series have in common: kind and letters, whether the number bears a year, who issued it,
/// the year.
type Series = (String, bool, Option<(String, Option<String>)>, i32);

fn check(subject: &Subject<'_>, told: &mut Told) {
    let documents = &subject.cited().documents;
    let names = names(documents.iter().filter_map(|(_, citation)| citation.issuer.as_ref()));
    let mut all: BTreeMap<Series, Vec<Item>> = BTreeMap::new();
    // Documents of these letters whose issuer nobody names: they may be of the series.
    let mut others: BTreeMap<(String, bool, i32), Vec<Item>> = BTreeMap::new();
    for (at, (_, citation)) in documents.iter().enumerate() {
        let Some(day) = citation.date.as_ref().and_then(baocao_reading::documents::Date::exact) else { continue };
        let item = Item { day, number: citation.symbol.value, at };
        if let Some(series) = series(citation, day, &names) {
            all.entry(series).or_default().push(item);
        } else if citation.issuer.is_none() {
            others.entry((letters(citation), citation.symbol.year.is_some(), day.year())).or_default().push(item);
        }
    }
    for ((letters, dated, _, year), items) in all {
        let witnesses = others.get(&(letters, dated, year)).map_or(&[][..], Vec::as_slice);
        let items = once(items);
        let chain = longest_rising(&items);
        let outside = |item: &&Item| !chain.contains(item);
        for item in items.iter().filter(outside) {
            if let Some(other) = chain.iter().find(|other| crosses(item, other)) {
                let (number, day) = (other.number, date::short(other.day));
                let message = msg!(
                    "số không tăng theo ngày: cùng loại văn bản, số {number} lại ban hành ngày {day}",
                    "the number does not rise with the date: number {number} of the same kind was issued on {day}"
                );
                tell(item, message, subject, told);
            }
        }
        for (item, other) in jumps(&chain) {
            let (item, other) = if speak_against(other, item, witnesses) { (other, item) } else { (item, other) };
            let (number, day) = (other.number, date::short(other.day));
            let message = msg!(
                "số cách quá xa số {number} ngày {day} của cùng loại văn bản, so với số ngày ở giữa",
                "the number is too far from number {number} of {day}, of the same kind, for the days between them"
            );
            tell(item, message, subject, told);
        }
    }
}

/// The proper names that the text gives to the organs of each level.
fn names<'a>(issuers: impl Iterator<Item = &'a Issuer>) -> BTreeMap<(String, Option<String>), BTreeSet<String>> {
    let mut names: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for issuer in issuers {
        let entry = names.entry((issuer.body.clone(), issuer.level.clone())).or_default();
        entry.extend(issuer.name.clone());
    }
    names
}

/// The series of a document; nothing where it is not sure whose it is.
fn series(
    citation: &Citation,
    day: NaiveDate,
    names: &BTreeMap<(String, Option<String>), BTreeSet<String>>,
) -> Option<Series> {
    let groups = &citation.symbol.groups;
    let letters = letters(citation);
    let dated = citation.symbol.year.is_some();
    // Laws and resolutions of the National Assembly are numbered by its terms.
    if groups[0].starts_with("QH") || groups[0].starts_with("UBTVQH") {
        return None;
    }
    if !shared(citation) {
        return Some((letters, dated, None, day.year()));
    }
    let issuer = citation.issuer.as_ref()?;
    let level = (issuer.body.clone(), issuer.level.clone());
    let one_name = names.get(&level).is_none_or(|names| names.len() < 2);
    one_name.then_some((letters, dated, Some(level), day.year()))
}

/// The letters of a series. Official letters bear those of the unit that drafted them and are numbered together.
fn letters(citation: &Citation) -> String {
    let groups = &citation.symbol.groups;
    if of_symbol(&groups[0]).is_some() { groups.join("-") } else { groups[0].clone() }
}

fn tell(item: &Item, message: Message, subject: &Subject<'_>, told: &mut Told) {
    let Some((index, citation)) = subject.cited().documents.get(item.at) else { return };
    let Some(passage) = subject.passages().get(*index) else { return };
    told.finding(
        RISES
            .finding(message)
            .at(subject.place(passage, citation.range.clone()))
            .found(&passage.text[citation.range.clone()])
            .hint(msg!("có lẽ gõ nhầm số hoặc ngày; xem lại văn bản gốc", "number or date is probably a slip")),
    );
}
