//! Numbers of one series rise with the date.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::citation::{Citation, kind_of};
use super::issuer::Issuer;
use crate::check::{Family, Rule, Say, Subject, Told};
use crate::diagnostic::{Message, Severity};
use crate::msg;
use crate::vietnamese::date;

pub(super) const SERIES: Family =
    Family { name: Say { vi: "Số văn bản trong năm", en: "Numbers within a year" }, rules: &[&RISES], check };

const RISES: Rule = Rule {
    id: "vien-dan/so-khong-theo-ngay",
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

/// Whether two citations can be of one organ, and how sure that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Organ {
    /// The symbol names it, or both sentences do.
    Sure,
    /// Nothing speaks against it.
    Perhaps,
}

impl Organ {
    /// Whether it is sure.
    pub(super) fn sure(self) -> bool {
        self == Self::Sure
    }
}

/// Letters that many organs share.
const SHARED: [&str; 14] =
    ["UBND", "HĐND", "TTHĐND", "CTUBND", "ĐU", "HU", "TU", "VP", "BCH", "BTV", "BTC", "TCT", "TKT", "MTTQ"];

/// Whether two citations with the same letters can be of one organ; nothing where they cannot.
pub(super) fn one_organ(one: &Citation, other: &Citation) -> Option<Organ> {
    match (&one.issuer, &other.issuer) {
        (Some(first), Some(second)) if first.can_be(second) => Some(Organ::Sure),
        (Some(first), Some(second)) if shared(one) && first.level != second.level => None,
        (Some(first), Some(second)) if shared(one) && first.name != second.name => None,
        _ if shared(one) => Some(Organ::Perhaps),
        _ => Some(Organ::Sure),
    }
}

/// Whether many organs bear the letters of a symbol.
fn shared(citation: &Citation) -> bool {
    let letters = organ_letters(citation);
    SHARED.contains(&letters) || letters.starts_with("BCĐ") || letters.starts_with("HĐ")
}

/// The group of a symbol that stands for the organ: the second after a kind (`KH-UBND`), else the first (`SNV-CCHC`).
fn organ_letters(citation: &Citation) -> &str {
    let groups = &citation.symbol.groups;
    let at = usize::from(kind_of(&groups[0]).is_some() || groups[0].starts_with("CV"));
    groups.get(at).unwrap_or(&groups[0])
}

/// What all documents of one series have in common: kind and letters, whether the number bears a year, who issued it,
/// the year.
type Series = (String, bool, Option<(String, Option<String>)>, i32);

/// A document of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Item {
    day: NaiveDate,
    number: u32,
    /// Its place among the citations.
    at: usize,
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    let documents = &subject.cited().documents;
    let names = names(documents.iter().filter_map(|(_, citation)| citation.issuer.as_ref()));
    let mut all: BTreeMap<Series, Vec<Item>> = BTreeMap::new();
    for (at, (_, citation)) in documents.iter().enumerate() {
        if let Some(day) = citation.date.as_ref().and_then(super::date::Date::exact)
            && let Some(series) = series(citation, day, &names)
        {
            all.entry(series).or_default().push(Item { day, number: citation.symbol.value, at });
        }
    }
    for items in all.into_values() {
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
    // Official letters bear the letters of the unit that drafted them and are numbered together.
    let letters = if kind_of(&groups[0]).is_some() { groups.join("-") } else { groups[0].clone() };
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

/// Each document once, in the order of days; numbers with two dates are another rule's.
fn once(mut items: Vec<Item>) -> Vec<Item> {
    let mut days: BTreeMap<u32, BTreeSet<NaiveDate>> = BTreeMap::new();
    for item in &items {
        days.entry(item.number).or_default().insert(item.day);
    }
    items.retain(|item| days.get(&item.number).is_some_and(|days| days.len() == 1));
    items.sort();
    items.dedup_by_key(|item| (item.day, item.number));
    items
}

/// The longest part of a series in which numbers rise with the days.
fn longest_rising(items: &[Item]) -> Vec<Item> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; items.len()];
    for (index, item) in items.iter().enumerate() {
        let length = ends.partition_point(|end| items[*end].number <= item.number);
        before[index] = length.checked_sub(1).map(|last| ends[last]);
        if length == ends.len() { ends.push(index) } else { ends[length] = index }
    }
    let mut chain = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(index) = next {
        chain.push(items[index]);
        next = before[index];
    }
    chain.reverse();
    chain
}

/// Whether of two documents the later one has the smaller number.
fn crosses(one: &Item, other: &Item) -> bool {
    one.day < other.day && one.number > other.number || one.day > other.day && one.number < other.number
}

/// How many times faster than the rest of its series a number may rise before it is doubted.
const STEEP: u64 = 10;

/// Numbers at either end of a rising series that are far out of line, with their neighbours in it. The rest must be at
/// least three documents, a week apart.
fn jumps(chain: &[Item]) -> Vec<(&Item, &Item)> {
    let mut jumps = Vec::new();
    if let [rest @ .., near, last] = chain
        && let Some(first) = rest.first()
        && rest.len() >= 2
        && steep(first, near, last)
    {
        jumps.push((last, near));
    }
    if let [first, near, rest @ ..] = chain
        && let Some(last) = rest.last()
        && rest.len() >= 2
        && jumps.is_empty()
        && steep(near, last, first)
    {
        jumps.push((first, near));
    }
    jumps
}

/// Whether the number at the end of a series leaves the pace of the rest, from its first to its last document.
fn steep(from: &Item, to: &Item, end: &Item) -> bool {
    let days = |one: &Item, other: &Item| (one.day - other.day).num_days().unsigned_abs();
    let span = days(from, to);
    let gain = u64::from(to.number.abs_diff(from.number)).max(span);
    let near = if end.day >= to.day { to } else { from };
    let (leap, wait) = (u64::from(end.number.abs_diff(near.number)), days(end, near).max(7));
    span >= 7 && leap * span > STEEP * gain * wait && leap > 100
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

#[cfg(test)]
mod tests {
    use super::*;

    fn items(list: &[(u32, u32, u32)]) -> Vec<Item> {
        let day = |month, day| NaiveDate::from_ymd_opt(2024, month, day).unwrap();
        once(list.iter().map(|(number, d, m)| Item { day: day(*m, *d), number: *number, at: 0 }).collect())
    }

    fn doubted(list: &[(u32, u32, u32)]) -> Vec<u32> {
        let items = items(list);
        let chain = longest_rising(&items);
        let mut numbers: Vec<u32> = items.iter().filter(|item| !chain.contains(item)).map(|item| item.number).collect();
        numbers.extend(jumps(&chain).iter().map(|(item, _)| item.number));
        numbers
    }

    #[test]
    fn the_one_out_of_line_is_doubted() {
        assert_eq!(doubted(&[(4, 16, 2), (5, 20, 2), (12, 28, 2), (13, 25, 2), (20, 10, 3)]).len(), 1);
        assert_eq!(doubted(&[(31, 4, 1), (50, 5, 1), (210, 18, 1), (390, 30, 1), (6120, 31, 1)]), [6120]);
        assert_eq!(doubted(&[(6120, 3, 1), (6131, 5, 1), (31, 14, 1), (50, 15, 1), (210, 18, 1)]).len(), 2);
    }

    #[test]
    fn ordinary_series_are_left_alone() {
        assert!(doubted(&[(7, 22, 2), (8, 22, 2), (9, 22, 2), (10, 23, 2), (24, 4, 4), (26, 6, 4)]).is_empty());
        assert!(doubted(&[(1038, 22, 5), (1034, 22, 5), (962, 15, 5), (963, 15, 5), (1304, 21, 6)]).is_empty());
        assert!(doubted(&[(78, 11, 1), (3891, 14, 7), (3062, 24, 5)]).is_empty());
        assert!(doubted(&[(64, 29, 12)]).is_empty());
    }
}
