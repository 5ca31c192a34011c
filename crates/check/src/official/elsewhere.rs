//! Other places in what an office says of its own: left from another document.

use std::cell::LazyCell;
use std::collections::HashMap;
use std::ops::Range;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::{Field, Slot};
use baocao_reading::{Passage, TextKind};
use baocao_vietnamese::lexicon::bodies::fields;
use baocao_vietnamese::lexicon::lists::{BESIDE_OTHERS, NO_PLACES, OF_ONES_OWN};
use baocao_vietnamese::lexicon::territories::governed;
use baocao_vietnamese::small;

use super::organ::plain;
use super::titles;
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const ELSEWHERE: Family = Family {
    name: Say { vi: "Địa phương khác trong lời văn", en: "Other territories in the text" },
    rules: &[&OTHER_PLACE],
    check,
};

const OTHER_PLACE: Rule = Rule {
    id: Id::new("the-thuc/dia-phuong-con-sot"),
    severity: Severity::Note,
    title: Say {
        vi: "UBND, HĐND, địa bàn nêu trong lời văn là của địa phương mình",
        en: "Committees, councils and territories of the text are the office's own",
    },
    why: Say {
        vi: "Đầu văn bản cho biết tỉnh, huyện, xã của cơ quan; lời văn lại nêu UBND, HĐND hoặc địa bàn một tỉnh, huyện, xã \
             khác cùng cấp, đúng một lần: có lẽ còn sót của văn bản khác. Cũng vậy khi xã gọi mình là phường. Câu nói về phối hợp, giáp \
             ranh, học tập kinh nghiệm, so sánh, viện dẫn văn bản và danh sách nhiều nơi không bị xét. Cũng xét sở khác đứng ở chỗ của sở mình (\"giữa Sở Y tế và các sở\", \
             \"cho Sở Y tế được gia hạn\", \"toàn ngành y tế\"). Phát hiện này là nghi vấn.",
        en: "The head of the document names the office's province, district and commune; the text names the committee, the \
             council or the territory of another one of the same level, just once: it may be left from another document. So \
             may a ward's name for a commune. Sentences about working together, neighbours, comparisons, citations and lists \
             of places are not looked at. Another department in the place of the own one is told too. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2025",
    passes: r#"{"document": {"organ": {"organ_name": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "short_name": "UBND xã Bình An"}, "promulgation": {"place": "Bình An"}}, "sections": {"kien-nghi": "Xã đã phối hợp với UBND xã Phú Lộc rà soát địa giới. Trên địa bàn xã Bình An không có vụ việc."}}"#,
    fails: r#"{"document": {"organ": {"organ_name": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "short_name": "UBND xã Bình An"}, "promulgation": {"place": "Bình An"}}, "sections": {"kien-nghi": "Giao công chức UBND xã Phú Lộc theo dõi, đôn đốc."}}"#,
};

/// What asks something of somebody.
const ASKING: [&str; 4] = ["đề nghị", "kính đề nghị", "kiến nghị", "kính trình"];

fn check(subject: &Subject<'_>, told: &mut Told) {
    let head = subject.passages_of(&[TextKind::Field]).filter(|passage| matches!(passage.slot, Slot::Document(_)));
    let head: String = head.map(|passage| format!(" {} ;", plain(&passage.text))).collect();
    let body: Vec<&Passage<'_>> = subject.body().collect();
    let kinds: Vec<&'static str> = governed().map(|kind| kind.name).collect();
    let document = &subject.report.document;
    let organ = &document.organ;
    let names = [
        Some(&organ.organ_name),
        Some(&organ.short_name),
        organ.parent_name.as_ref(),
        organ.parent_short_name.as_ref(),
    ];
    let names: String = names.into_iter().flatten().map(|name| format!(" {} ;", plain(name))).collect();
    authority(&kinds, &names, subject, told);
    departments(&body, &organ.organ_name, subject, told);
    for kind in &kinds {
        let known = format!(" {} ", plain(kind));
        // Of the levels below, an office names many.
        let of_head = names.contains(&known) || *kind == "tỉnh" && head.contains(&known);
        let (counts, is_named) = (mentions(&body, kind), LazyCell::new(|| is_named(&body, kind)));
        for passage in &body {
            // The clause that was looked at last, and whether it speaks of others.
            let (mut clause, mut of_others) = (0..0, false);
            for (at, _) in passage.all_small().match_indices(kind) {
                let Some(place) = place(passage, at, kind) else { continue };
                let name = plain(&passage.text[place.name.clone()]);
                // `Phó Chủ tịch UBND phường Lê Thị Hồng Vân`: that is who holds the post.
                let holder = passage.small(&(0..place.all.start)).trim_end().ends_with("chủ tịch");
                if holder && name.split(' ').count() > 2 {
                    continue;
                }
                let own = passage.clause(at);
                if own != clause {
                    (of_others, clause) = (speaks_of_others(passage.small(&own)), own);
                }
                // What is asked of somebody may speak of others, but not of him.
                let asked = asks(passage, &clause, at);
                if of_others && !(asked && *kind == "tỉnh") || is_beside_others(passage, &place) {
                    continue;
                }
                let doubted = match name.is_empty() {
                    true => !of_head && is_other_kind(&names, kind, &kinds) && !*is_named,
                    false => {
                        let once = counts.get(&passage.text[place.name.clone()]) == Some(&1);
                        // Where the head names no province, the text names the own one and asks another.
                        let other = || *kind == "tỉnh" && asked && counts.len() == 2;
                        (of_head || other()) && once && !head.contains(&format!("{known}{name}"))
                    }
                };
                if doubted {
                    let places = [place.all.clone(), at..place.all.end].map(|range| subject.place(passage, range));
                    let finding = OTHER_PLACE
                        .finding(msg!(
                            "nơi này không phải của cơ quan ban hành; có lẽ còn sót của văn bản khác",
                            "this is not of the office's own; it may be left from another document"
                        ))
                        .at(places[0].clone())
                        .found(&passage.text[place.all]);
                    // Of the opening and the closing more is known.
                    told.unless(&[titles::OTHER_ORGAN.id], places.to_vec(), finding);
                }
            }
        }
    }
}

/// Another department where the own one is meant: `phối hợp giữa Sở Y tế và các sở`, `đề nghị ... cho Sở Y tế được gia hạn`, `toàn
/// ngành y tế` of a department of another field.
fn departments(body: &[&Passage<'_>], organ: &str, subject: &Subject<'_>, told: &mut Told) {
    /// So many bytes before its name what is asked for is looked for.
    const FAR: usize = 300;
    let organ = small(organ);
    let Some(own) = organ.lines().find_map(|line| line.trim().strip_prefix("sở ")) else { return };
    let fields: Vec<String> = fields().iter().map(|field| small(field)).collect();
    let field = |text: &str| {
        let parts = fields.iter().flat_map(|field| [field.as_str(), field.split(" và ").next().unwrap_or(field)]);
        let begins =
            |field: &&str| text.strip_prefix(*field).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        parts.filter(begins).max_by_key(|field| field.len()).map(str::len)
    };
    for passage in body {
        let text = passage.all_small();
        for (at, word) in text.match_indices("sở ").chain(text.match_indices("ngành ")) {
            let from = at + word.len();
            let Some(length) = field(&text[from..]).filter(|length| !own.contains(&text[from..from + length])) else {
                continue;
            };
            let before = text[..at].trim_end();
            let after = &text[from + length..];
            let clause = &before[before.floor_char_boundary(before.len().saturating_sub(FAR))..];
            let clause = clause.rsplit(['.', ';', '\n']).next().unwrap_or_default();
            let asks = || ASKING.iter().any(|words| clause.contains(words));
            let meant = match word {
                "ngành " => before.ends_with("toàn"),
                _ if before.ends_with("giữa") => {
                    [" và các ", " với các "].iter().any(|words| after.starts_with(words))
                }
                _ if before.ends_with("cho phép") => asks(),
                _ => before.ends_with("cho") && after.starts_with(" được ") && asks(),
            };
            let range = at..from + length;
            if meant {
                told.finding(
                    OTHER_PLACE
                        .finding(msg!(
                            "đây là một sở, ngành khác; có lẽ còn sót của văn bản khác",
                            "this is another department; it may be left from another document"
                        ))
                        .at(subject.place(passage, range.clone()))
                        .found(&passage.text[range]),
                );
            }
        }
    }
}

/// Whether a clause asks something of the organ whose territory stands at a place, and names nobody before.
fn asks(passage: &Passage<'_>, clause: &Range<usize>, at: usize) -> bool {
    let before = passage.small(&(clause.start..at)).trim_start_matches([' ', '-', '+']);
    let asks = ASKING.iter().any(|words| before.starts_with(words));
    asks && before.split(' ').count() < 12 && !speaks_of_others(before)
}

/// The authority of a decision is the organ's: `GIÁM ĐỐC SỞ Y TẾ TỈNH HẢI CHÂU` over a document of Bắc Lĩnh.
fn authority(kinds: &[&'static str], names: &str, subject: &Subject<'_>, told: &mut Told) {
    let Some(authority) = &subject.report.document.authority else { return };
    let said = format!(" {} ", plain(authority));
    let kinds: Vec<String> = kinds.iter().map(|kind| format!(" {} ", plain(kind))).collect();
    for kind in &kinds {
        let Some((_, place)) = said.split_once(kind) else { continue };
        // More may follow: `XÃ PHÚ THỊNH ĐÔNG KHÓA II, KỲ HỌP THỨ HAI`.
        let until = |name: &str, end: &str| name.split_once(end).map_or(name, |(name, _)| name).trim_end().to_owned();
        let own = |rest: &str| kinds.iter().fold(until(rest, ";"), |name, kind| until(&name, kind));
        let mut owns = names.split(kind.as_str()).skip(1).map(own).filter(|own| !own.is_empty()).peekable();
        let is_own =
            |own: String| place.strip_prefix(&own).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        if owns.peek().is_some() && !place.trim().is_empty() && !owns.any(is_own) {
            told.finding(
                OTHER_PLACE
                    .finding(msg!(
                        "nơi này không phải của cơ quan ban hành; có lẽ còn sót của văn bản khác",
                        "this is not of the office's own; it may be left from another document"
                    ))
                    .at(subject.input.at(Field::Authority))
                    .found(authority.as_str()),
            );
            return;
        }
    }
}

/// A territory that is spoken of as one's own.
struct Place {
    /// From the words that make it one's own to the end of its name.
    all: Range<usize>,
    /// Its name; empty where there is none.
    name: Range<usize>,
}

/// The territory whose word for its kind stands at a place.
fn place(passage: &Passage<'_>, at: usize, kind: &str) -> Option<Place> {
    let (text, small) = (&passage.text, passage.all_small());
    let before = small.get(..at)?.strip_suffix(' ')?;
    // `Đề nghị Sở Tư pháp tỉnh ...`
    let asked = || {
        let clause = passage.clause(at).start;
        let asked = small[clause..at].trim_start_matches([' ', '-', '+']).starts_with("đề nghị");
        asked.then_some("")
    };
    let named = text.get(at + kind.len()..)?.trim_start().starts_with(char::is_uppercase);
    let own = OF_ONES_OWN
        .iter()
        .copied()
        .find(|own| before.ends_with(own))
        .or_else(|| if named && kind == "tỉnh" { asked() } else { None })?;
    let end = at + kind.len();
    let rest = text.get(end..)?;
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let name = name_behind(text, end)?;
    let start = if own.is_empty() { at } else { at - own.len() - 1 };
    Some(Place { all: start..name.end, name })
}

/// The name behind the word for a kind of territory that ends at a place, empty where there is none. Nothing where one word alone
/// may begin something else: `UBND huyện Kế hoạch ...`.
fn name_behind(text: &str, end: usize) -> Option<Range<usize>> {
    // Its words, one space before each.
    let (mut last, mut words) = (end, 0);
    while let Some(word) = text[last..].strip_prefix(' ') {
        let letters = &word[..word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len())];
        if words == 4 || !letters.starts_with(char::is_uppercase) || letters.chars().all(char::is_uppercase) {
            break;
        }
        (last, words) = (last + 1 + letters.len(), words + 1);
    }
    match words {
        0 => Some(end..end),
        1 => None,
        _ => Some(end + 1..last),
    }
}

/// Whether a clause has reasons to name another place.
fn speaks_of_others(clause: &str) -> bool {
    BESIDE_OTHERS.iter().any(|word| clause.contains(word)) || clause.contains('/') && clause.contains("số ")
}

/// Whether a place is one of several.
fn is_beside_others(passage: &Passage<'_>, place: &Place) -> bool {
    let rest = passage.text[place.all.end..].trim_start();
    let listed = rest.strip_prefix(',').or_else(|| rest.strip_prefix("và ")).map(str::trim_start);
    let before = passage.small(&(0..place.all.start)).trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default();
    // `xã Tân An, Mỹ Lộc`, but `UBND xã Tân An, Trưởng các thôn`
    let named = |rest: &str| {
        let item = rest.split([',', ';', '.', '\n']).next().unwrap_or_default();
        let item = item.split(" và ").next().unwrap_or_default();
        item.split(' ').all(|word| word.starts_with(char::is_uppercase))
    };
    listed.is_some_and(|rest| named(rest) || rest.starts_with("xã") || rest.starts_with("phường"))
        || rest.starts_with('-')
        || before.ends_with(',')
        || NO_PLACES.contains(&last)
}

/// Whether the office is of the other of two kinds of communes.
fn is_other_kind(names: &str, kind: &str, kinds: &[&str]) -> bool {
    let other = match kind {
        "xã" => "phường",
        "phường" => "xã",
        _ => return false,
    };
    let own = |words: &str| {
        names.contains(&format!("UBND {} ", plain(words))) || names.contains(&format!("NHAN DAN {} ", plain(words)))
    };
    kinds.contains(&other) && own(other)
}

/// Whether a unit of a kind is named anywhere in the text, or several are spoken of.
fn is_named(body: &[&Passage<'_>], kind: &str) -> bool {
    body.iter().any(|passage| {
        let (text, small) = (&passage.text, passage.all_small());
        small.match_indices(kind).any(|(at, _)| {
            let name = text.get(at + kind.len() + 1..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
            let before = small[..at].trim_end();
            name || before.ends_with(',') || NO_PLACES.contains(&before.rsplit(' ').next().unwrap_or_default())
        })
    })
}

/// How often a text names each territory of a kind.
fn mentions<'p>(body: &[&'p Passage<'_>], kind: &str) -> HashMap<&'p str, usize> {
    let mut counts = HashMap::new();
    for passage in body {
        let text = passage.text.as_str();
        for (at, _) in passage.all_small().match_indices(kind) {
            // Small letters may take other bytes than capitals.
            let named = text.get(at + kind.len()..).and_then(|_| name_behind(text, at + kind.len()));
            if let Some(name) = named.filter(|name| !name.is_empty()) {
                *counts.entry(&text[name]).or_default() += 1;
            }
        }
    }
    counts
}
