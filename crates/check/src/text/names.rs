//! Names of places that nearly agree with the office's own, or with one that the report names more often.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::{Field, Slot};
use baocao_vietnamese::lexicon::territories::kinds;
use baocao_vietnamese::syllable::{letters, spelt};
use unicode_normalization::UnicodeNormalization;

use crate::mechanism::{Several, Ways};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::{Passage, Word};

pub(super) const NAMES: Family =
    Family { name: Say { vi: "Địa danh", en: "Names of places" }, rules: &[&OWN, &OTHER, &HALF], check };

pub(super) const OWN: Rule = Rule {
    id: Id::new("dia-danh/khac-ten-co-quan"),
    severity: Severity::Warning,
    title: Say {
        vi: "Tên địa phương viết đúng như tên cơ quan", en: "The place is named as the organ's name has it"
    },
    why: Say {
        vi: "Tên sau xã, phường, huyện, tỉnh ... chỉ khác tên trong tên cơ quan ban hành một dấu hoặc một chữ thì có lẽ gõ \
             nhầm (phụ lục chép từ nơi khác). Tên khác hẳn không bị xét; hai kiểu đặt dấu thanh là một tên.",
        en: "A name after xã, phường, huyện, tỉnh ... that differs from the one in the organ's name by marks or one letter is \
             probably a slip. Names that differ more are not looked at.",
    },
    law: None,
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "UBND xã Vĩnh Lộc Sơn phối hợp với xã Vĩnh Sơn, xã Vĩnh Lộc Hạ."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "UBND xã Vĩnh Lộc Sớn phối hợp tuyên truyền."}}"#,
};

pub(super) const OTHER: Rule = Rule {
    id: Id::new("dia-danh/gan-giong"),
    severity: Severity::Note,
    title: Say { vi: "Một địa danh viết một cách", en: "A place is named one way" },
    why: Say {
        vi: "Hai tên sau cùng một từ chỉ đơn vị chỉ khác nhau ở dấu, một tên viết nhiều lần, tên kia đúng một lần: có thể là \
             gõ nhầm, cũng có thể là hai nơi.",
        en: "Two names after the same word differ in marks only, the one often, the other once: perhaps a slip, perhaps two \
             places.",
    },
    law: None,
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Các xã Tân An, xã Tân Ân, phường An Hòa, phường An Hoà."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Tại xã Xuân Huy; xã Xuân Huy; xã Xuân Huy và xã Xuân Huỵ."}}"#,
};

const HALF: Rule = Rule {
    id: Id::new("dia-danh/hoa-nua-ten"),
    severity: Severity::Warning,
    title: Say {
        vi: "Địa danh viết hoa mọi âm tiết như ở chỗ khác",
        en: "All syllables of a place have their capitals as elsewhere",
    },
    why: Say {
        vi: "\"xã Vĩnh Lộc\" ở một chỗ, \"xã Vĩnh lộc\" ở chỗ khác: âm tiết sau của tên riêng cũng viết hoa. Chỉ nêu khi văn bản có tên \
             ấy viết hoa đủ, sau cùng một từ chỉ đơn vị.",
        en: "\"xã Vĩnh Lộc\" here and \"xã Vĩnh lộc\" there: every syllable of a name has its capital. Told only where the document \
             has the name with all of them, after the same word.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục III.1"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Tại xã Xuân Huy và xã Xuân lấy mẫu; phường Vĩnh lập danh sách."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Tại xã Xuân Huy; UBND xã Xuân huy đã phối hợp."}}"#,
};

/// Words before a name, longer ones first.
static UNITS: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| kinds().map(|kind| kind.name.split(' ').collect()).collect());

/// A name has no more syllables.
pub(super) const LONGEST: usize = 4;

/// A name with its unit: small letters, tone marks in the older way.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PlaceName {
    pub(super) unit: String,
    pub(super) syllables: Vec<String>,
}

pub(super) struct Seen {
    pub(super) name: PlaceName,
    pub(super) capitals: bool,
    /// Where each syllable ends.
    pub(super) ends: Vec<usize>,
    /// Where the first begins.
    pub(super) start: usize,
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    let own = own(subject);
    // Names that differ in their marks only.
    let mut others: BTreeMap<(String, String), Ways<'_, PlaceName>> = BTreeMap::new();
    for passage in subject.passages() {
        for seen in names(passage) {
            if let Some((right, length)) = own.iter().find_map(|own| nearly(&seen.name, own)) {
                let range = seen.start..seen.ends[length - 1];
                let say = msg!("tên địa phương gần giống tên cơ quan", "a place is named nearly as the organ");
                told.slip(&OWN, subject, passage, range, say).expected =
                    Some(msg!("có lẽ là \"{right}\"", "probably \"{right}\""));
            } else if !seen.capitals
                && let Some(last) = seen.ends.last()
            {
                let range: Range<usize> = seen.start..*last;
                let alike = (seen.name.unit.clone(), bare(&seen.name.syllables.join(" ")));
                others.entry(alike).or_default().add(seen.name, passage, range);
            }
        }
    }
    others.into_values().filter_map(Ways::several).for_each(|ways| once(&ways, subject, told));
    half(&own, subject, told);
}

/// Names of which the first syllables alone have their capitals, where the report has all of the name with them.
fn half(own: &[PlaceName], subject: &Subject<'_>, told: &mut Told) {
    let mut whole: BTreeSet<PlaceName> = own.iter().cloned().collect();
    let mut begun = Vec::new();
    for passage in subject.passages() {
        for seen in names(passage).into_iter().filter(|seen| !seen.capitals) {
            if passage.text[seen.ends[seen.ends.len() - 1]..].starts_with(' ') {
                begun.push((passage, seen.start..seen.ends[seen.ends.len() - 1], seen.name.clone()));
            }
            whole.insert(seen.name);
        }
    }
    for (passage, range, name) in begun {
        let mut all = name.syllables.clone();
        let mut end = range.end;
        for word in passage.text[range.end..].split(' ').skip(1).take(LONGEST - 1) {
            let letters = word.trim_end_matches(|c: char| !c.is_alphabetic());
            all.push(normal(letters));
            end += 1 + letters.len();
            let long = PlaceName { unit: name.unit.clone(), syllables: all.clone() };
            if letters.starts_with(char::is_lowercase) && whole.contains(&long) {
                let (say, right) = (msg!("tên riêng thiếu chữ hoa", "a name lacks a capital"), titled(&long.syllables));
                told.slip(&HALF, subject, passage, range.start..end, say).expected = Some(msg!("{right}", "{right}"));
                break;
            }
            if letters.len() < word.len() {
                break;
            }
        }
    }
}

/// The names in the organ's own names.
fn own(subject: &Subject<'_>) -> Vec<PlaceName> {
    let organ = subject
        .passages()
        .iter()
        .filter(|passage| matches!(passage.slot, Slot::Document(Field::OrganName | Field::ShortName)));
    let mut own: Vec<PlaceName> = Vec::new();
    for passage in organ {
        // A name that the rest of the line could be part of is not sure.
        own.extend(
            names(passage)
                .into_iter()
                .filter(|seen| seen.ends.last() == Some(&passage.text.len()))
                .map(|seen| seen.name),
        );
    }
    own.dedup();
    own
}

/// The names of a text.
pub(super) fn names(passage: &Passage<'_>) -> Vec<Seen> {
    let words: Vec<Word<'_>> = passage.chunks().collect();
    let small = |at: usize| words.get(at).map(|word| passage.small(&word.range)).unwrap_or_default();
    let mut names = Vec::new();
    for at in 0..words.len() {
        let first = small(at);
        // Most words are passed by at their first letter.
        if !first.starts_with(['x', 'p', 't', 'đ', 'h', 'q', 'ấ', 'k', 'b']) {
            continue;
        }
        let follow = |rest: &[&str]| rest.iter().zip(at + 1..).all(|(word, at)| small(at) == *word);
        let matches = |unit: &&Vec<&str>| unit[0] == first && follow(&unit[1..]);
        let Some(unit) = UNITS.iter().find(matches) else { continue };
        // `thị xã X` is not `xã X`.
        if at > 0 && unit[..] == ["xã"] && small(at - 1) == "thị" {
            continue;
        }
        let capitals = words[at].text.chars().all(char::is_uppercase);
        let mut seen = Seen {
            name: PlaceName { unit: unit.join(" "), syllables: Vec::new() },
            capitals,
            ends: Vec::new(),
            start: 0,
        };
        for word in words.iter().skip(at + unit.len()).take(LONGEST) {
            let bare = word.text.trim_end_matches(|c: char| !c.is_alphabetic());
            let upper = bare.chars().filter(|c| c.is_uppercase()).count();
            let letters = bare.chars().count();
            let is_name = bare.chars().all(char::is_alphabetic)
                && letters > 1
                && if capitals { upper == letters } else { upper == 1 && bare.starts_with(char::is_uppercase) };
            if !is_name {
                break;
            }
            if seen.ends.is_empty() {
                seen.start = word.range.start;
            }
            seen.ends.push(word.range.start + bare.len());
            seen.name.syllables.push(normal(bare));
            if bare.len() < word.text.len() {
                break;
            }
        }
        if !seen.ends.is_empty() {
            names.push(seen);
        }
    }
    names
}

/// A syllable in small letters, its tone mark in the older way.
fn normal(word: &str) -> String {
    let word: String = word.nfc().collect();
    let (bare, tones) = letters(&word);
    match tones.as_slice() {
        [(_, tone)] => spelt(&bare, Some(*tone), false),
        _ => word.to_lowercase(),
    }
}

/// The own name that another is nearly, in words, and how many of its syllables are meant.
fn nearly(name: &PlaceName, own: &PlaceName) -> Option<(String, usize)> {
    let length = own.syllables.len();
    let syllables = name.syllables.get(..length)?;
    if syllables == own.syllables {
        return None;
    }
    let (given, right) = (syllables.join(" "), own.syllables.join(" "));
    let long = length > 1 && right.chars().count() >= 7;
    let alike = bare(&given) == bare(&right) || long && one_letter(&given, &right);
    // The town of a district bears its name: letters that changed places are a slip there too.
    let alike = if name.unit == own.unit { alike } else { long && swapped(&given, &right) };
    alike.then(|| (titled(&own.syllables), length))
}

/// Letters without any marks.
pub(super) fn bare(text: &str) -> String {
    text.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

pub(super) fn one_letter(a: &str, b: &str) -> bool {
    // Two letters that changed places count as one.
    strsim::osa_distance(&bare(a), &bare(b)) == 1
}

/// Whether two letters changed places.
fn swapped(a: &str, b: &str) -> bool {
    one_letter(a, b) && strsim::levenshtein(&bare(a), &bare(b)) == 2
}

pub(super) fn titled(syllables: &[String]) -> String {
    let title = |syllable: &String| {
        let mut chars = syllable.chars();
        chars.next().map(|first| first.to_uppercase().chain(chars).collect::<String>()).unwrap_or_default()
    };
    syllables.iter().map(title).collect::<Vec<_>>().join(" ")
}

/// Names that stand once beside one that stands often.
fn once(ways: &Several<'_, PlaceName>, subject: &Subject<'_>, told: &mut Told) {
    let (often, many) = (titled(&ways.usual.0.syllables), ways.usual.1.len());
    let rare = ways.rare.iter().filter(|(_, places)| places.len() == 1 && many >= 3);
    for (name, (passage, range)) in rare.flat_map(|(name, places)| places.iter().map(move |place| (name, place))) {
        told.finding(
            OTHER
                .finding(msg!("hai địa danh gần giống nhau", "two names of places nearly agree"))
                .at(subject.place(passage, range.clone()))
                .found(titled(&name.syllables))
                .expected(msg!(
                    "\"{often}\" như {many} chỗ khác, nếu là một nơi",
                    "\"{often}\" as in {many} other places, if it is the same place"
                )),
        );
    }
}
