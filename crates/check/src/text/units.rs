//! Names of administrative units that are no more, or that no unit has.

use std::ops::Range;

use baocao_core::diagnostic::{Id, Message, Severity};
use baocao_core::msg;
use baocao_core::report::{Field, Slot};
use baocao_reading::{Passage, TextKind};
use baocao_vietnamese::lexicon::key::{bare_key, key};
use baocao_vietnamese::lexicon::lists::AT_PLACES;
use baocao_vietnamese::lexicon::register::{self, Unit, named};
use baocao_vietnamese::lexicon::territories::{Level, governed};
use chrono::NaiveDate;

use super::names::{self, LONGEST, Seen, names, one_letter, titled};
use super::outdated::{self, GRACE, cites_before, remembers};
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const UNITS: Family =
    Family {
        name: Say { vi: "Đơn vị hành chính", en: "Administrative units" }, rules: &[&FORMER, &NO_SUCH], check
    };

const FORMER: Rule = Rule {
    id: Id::new("dia-danh/don-vi-cu"),
    severity: Severity::Warning,
    title: Say {
        vi: "Đơn vị hành chính của kỳ báo cáo, không phải đơn vị đã sắp xếp",
        en: "Units are those of the period, not those that are no more",
    },
    why: Say {
        vi: "Từ ngày 01/7/2025 không còn cấp huyện, các tỉnh và xã đã sắp xếp lại. Chỉ xét kỳ báo cáo bắt đầu từ đó, tên đứng \
             sau \"tại\", \"địa bàn\", \"UBND\"... và có trong danh mục cũ mà không có trong danh mục mới; xã, phường cũ chỉ xét \
             trong tỉnh của cơ quan. Câu nói chuyện trước đây (cũ, sáp nhập, ngày trước đó) không bị xét.",
        en: "Since 01/7/2025 there are no districts, and provinces and communes are others. Only periods that begin then are \
             looked at, and names behind \"tại\", \"địa bàn\", \"UBND\"... that the former register has and the new one has \
             not; former communes only in the organ's own province. Sentences about the past are left alone.",
    },
    law: Some("Luật Tổ chức chính quyền địa phương số 72/2025/QH15"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Xã tổ chức hội nghị tại huyện Thanh Oai (cũ), học tập kinh nghiệm tại phường Ba Đình."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Xã tổ chức hội nghị tại huyện Thanh Oai."}}"#,
};

const NO_SUCH: Rule = Rule {
    id: Id::new("dia-danh/khong-co-don-vi"),
    severity: Severity::Note,
    title: Say {
        vi: "Tên đơn vị hành chính trong tỉnh viết đúng", en: "Units of the province are rightly named"
    },
    why: Say {
        vi: "Tên không có trong danh mục đơn vị hành chính cả nước, cũ và mới, mà trong tỉnh của cơ quan có đúng một đơn vị \
             cùng loại khác một dấu hay một chữ. Tên thôn, tổ dân phố không bị xét.",
        en: "A name that no unit of the country has or had, where the organ's province has one unit of the kind that differs \
             from it in its marks or in one letter. Names of hamlets are not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"document": {"organ": {"parent_name": "UBND TỈNH PHÚ THỌ", "parent_short_name": "UBND tỉnh Phú Thọ"}}, "sections": {"chi-dao.tuyen-truyen": "Đoàn công tác của xã Hùng Việt đến thăm."}}"#,
    fails: r#"{"document": {"organ": {"parent_name": "UBND TỈNH PHÚ THỌ", "parent_short_name": "UBND tỉnh Phú Thọ"}}, "sections": {"chi-dao.tuyen-truyen": "Đoàn công tác của xã Hùng Viêt đến thăm."}}"#,
};

/// Since when units are those of today.
const SINCE: NaiveDate = NaiveDate::from_ymd_opt(2025, 7, 1).unwrap();

/// A short name has too many that differ in a letter.
const SHORTEST: usize = 7;

/// What is known of the time and the place of a report.
struct Known {
    /// Whether it is of the time of today's units.
    is_new: bool,
    /// Whether its time had former ones all the same: then both are right.
    is_between: bool,
    /// The codes of the organ's province now and before; several may have become one.
    now: Option<&'static str>,
    before: Vec<&'static str>,
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    let known = Known::of(subject);
    if known.now.is_none() && !known.is_new {
        return;
    }
    for passage in subject.passages_of(&[TextKind::Prose, TextKind::Heading]) {
        for seen in names(passage).into_iter().filter(|seen| !seen.capitals) {
            look(&seen, passage, &known, subject, told);
        }
    }
}

impl Known {
    fn of(subject: &Subject<'_>) -> Self {
        let days = subject.report.days();
        let of_organ = |passage: &&Passage<'_>| {
            use Field::{OrganName, ParentName, ParentShortName, ShortName};
            matches!(passage.slot, Slot::Document(OrganName | ShortName | ParentName | ParentShortName))
        };
        let organs = subject.passages().iter().filter(of_organ).flat_map(names);
        let units = organs.flat_map(|seen| {
            let (now, former) = named(&full(&seen, seen.ends.len()));
            now.into_iter().chain(former).filter(|unit| unit.level() == Level::Province)
        });
        let code = |unit: &'static Unit| unit.became.first().copied().unwrap_or(unit.code);
        let now = units.map(code).next();
        let former = register::former().iter().filter(|unit| now.is_some() && unit.level() == Level::Province);
        let before = former.filter(|unit| unit.became.first().copied() == now).map(|unit| unit.code).collect();
        let is_new = days.is_some_and(|(from, _)| from >= SINCE - chrono::Duration::days(GRACE));
        Self { is_new, is_between: !is_new && days.is_some_and(|(_, to)| to >= SINCE), now, before }
    }

    /// Whether a unit lies in the organ's province.
    fn holds(&self, unit: &Unit) -> bool {
        match unit.became.is_empty() {
            true => Some(unit.province) == self.now,
            false => self.before.contains(&unit.province),
        }
    }

    /// The units of the organ's province in the time of the report.
    fn units(&self) -> impl Iterator<Item = &'static Unit> {
        let now = register::now().iter().filter(|_| self.is_new || self.is_between);
        let former = register::former().iter().filter(|_| !self.is_new);
        now.chain(former).filter(|unit| self.holds(unit))
    }
}

/// The full name that a name is with so many of its syllables.
fn full(seen: &Seen, count: usize) -> String {
    format!("{} {}", seen.name.unit, titled(&seen.name.syllables[..count]))
}

fn look(seen: &Seen, passage: &Passage<'_>, known: &Known, subject: &Subject<'_>, told: &mut Told) {
    let count = seen.ends.len();
    // A shorter name may be the unit's, and what follows another's: then nothing is sure.
    let shorter = (1..count).map(|count| named(&full(seen, count)));
    let (now, former) = named(&full(seen, count));
    if !now.is_empty() || shorter.clone().any(|(now, _)| !now.is_empty()) {
        return;
    }
    let range = start(seen, passage)..seen.ends[count - 1];
    if !former.is_empty() {
        if known.is_new {
            is_no_more(&former, range, passage, known, subject, told);
        }
    } else if let Some(right) = meant(seen, known).filter(|_| shorter.clone().all(|(_, former)| former.is_empty())) {
        let say = msg!("không có đơn vị hành chính nào tên này", "no administrative unit has this name");
        told.slip(&NO_SUCH, subject, passage, range.clone(), say).expected =
            Some(msg!("có lẽ là \"{right}\"", "probably \"{right}\""));
        told.unless_told(&[names::OWN.id], vec![subject.place(passage, range)]);
    }
}

/// Where the word for the kind of a unit begins.
fn start(seen: &Seen, passage: &Passage<'_>) -> usize {
    passage.all_small()[..seen.start].rfind(seen.name.unit.as_str()).unwrap_or(seen.start)
}

/// Tells of a unit that is no more, where the sentence names it as if it stood.
fn is_no_more(
    former: &[&'static Unit],
    range: Range<usize>,
    passage: &Passage<'_>,
    known: &Known,
    subject: &Subject<'_>,
    told: &mut Told,
) {
    let here: Vec<&&Unit> = former.iter().filter(|unit| known.holds(unit)).collect();
    let of_commune = former.iter().all(|unit| unit.level() == Level::Commune && unit.kind.name != "thị trấn");
    let before = passage.all_small()[..range.start].trim_end();
    let stands = AT_PLACES
        .iter()
        .any(|word| before.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)));
    let sentence = passage.small(&passage.sentence(range.start));
    if of_commune && here.is_empty() || !stands || remembers(sentence, subject) || cites_before(sentence, SINCE) {
        return;
    }
    let say = msg!("đơn vị hành chính này không còn từ ngày 01/7/2025", "this unit is no more since 01/7/2025");
    let finding = told.slip(&FORMER, subject, passage, range.clone(), say);
    if let ([one], _) | (_, [one]) = (here.iter().map(|unit| **unit).collect::<Vec<_>>().as_slice(), former) {
        finding.expected = became(one);
    }
    told.unless_told(&[outdated::DISTRICT.id], vec![subject.place(passage, range)]);
}

/// What a unit became, where it is not too much to be told.
fn became(unit: &Unit) -> Option<Message> {
    const MOST: usize = 3;
    let name = |code: &&str| register::now().iter().find(|unit| unit.code == *code).map(|unit| unit.name);
    let names: Vec<&str> = unit.became.iter().filter_map(name).collect();
    let list = names.join(", ");
    (1..=MOST).contains(&names.len()).then(|| msg!("nay là {list}", "today {list}"))
}

/// The one unit of the organ's province that a name nearly is.
fn meant(seen: &Seen, known: &Known) -> Option<&'static str> {
    let own = titled(&seen.name.syllables);
    let is_any = |kind: &str| {
        let (now, former) = named(&format!("{kind} {own}"));
        !now.is_empty() || !former.is_empty()
    };
    if known.now.is_none() || seen.ends.len() == LONGEST || governed().any(|kind| is_any(kind.name)) {
        return None;
    }
    let given = key(&own);
    let alike = |unit: &&Unit| {
        let right = key(unit.own_name());
        let long = own.contains(' ') && right.chars().filter(|c| c.is_alphanumeric()).count() >= SHORTEST;
        bare_key(&right) == bare_key(&given) || long && one_letter(&own.to_lowercase(), &unit.own_name().to_lowercase())
    };
    let mut near = known.units().filter(|unit| unit.kind.name == seen.name.unit).filter(alike);
    let first = near.next()?;
    near.all(|unit| unit.name == first.name).then_some(first.name)
}
