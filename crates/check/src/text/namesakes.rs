//! Names that differ in marks only: `bà Nguyễn Thị Hải Yến` and `bà Nguyễn Thị Hải Yên`, `thôn Hạ Mỗ` and `Hạ Mỏ`.

use std::collections::BTreeMap;
use std::ops::Range;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_reading::Passage;
use baocao_vietnamese::bare;
use baocao_vietnamese::words::canonical;

use super::names;
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const NAMESAKES: Family =
    Family { name: Say { vi: "Tên riêng", en: "Names" }, rules: &[&TWO_WAYS], check };

const TWO_WAYS: Rule = Rule {
    id: Id::new("ten-rieng/khac-dau"),
    severity: Severity::Note,
    title: Say { vi: "Một tên riêng viết một cách", en: "A name is written one way" },
    why: Say {
        vi: "Hai tên riêng từ hai tiếng trở lên (người, thôn, cầu, đường) chỉ khác nhau ở dấu, một tên đứng đúng một lần: thường là gõ \
             nhầm, cũng có thể là hai người, hai nơi. Kiểu đặt dấu thanh (hòa, hoà) không tính.",
        en: "Two names of two syllables or more that differ in marks only, one of which stands once: mostly a slip; they may be two \
             people or two places. Where a tone mark is set does not matter.",
    },
    law: None,
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Bà Lương Thị Hải Yến chủ trì; bà Lương Thị Hải Yến và ông Lương Văn Hải dự."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Bà Lương Thị Hải Yến chủ trì; bà Lương Thị Hải Yên dự."}}"#,
};

/// The longest name, in words.
const LONGEST: usize = 6;

/// Before a name, with a capital where a cell or a line begins.
const KINDS: [&str; 17] = [
    "ông",
    "bà",
    "anh",
    "chị",
    "xã",
    "phường",
    "thôn",
    "bản",
    "ấp",
    "xóm",
    "buôn",
    "làng",
    "tổ",
    "chợ",
    "cầu",
    "đường",
    "sông",
];

/// Where a name stands.
type At<'s, 'a> = (&'s Passage<'a>, Range<usize>);

fn check(subject: &Subject<'_>, told: &mut Told) {
    // By the letters without marks, each way of writing them.
    let mut ways: BTreeMap<String, BTreeMap<String, Vec<At<'_, '_>>>> = BTreeMap::new();
    for passage in subject.passages() {
        for range in names_in(passage) {
            let written = &passage.text[range.clone()];
            let syllables: Option<Vec<String>> =
                written.split(' ').map(|word| canonical(&baocao_vietnamese::small(word))).collect();
            let Some(syllables) = syllables else { continue };
            let name = syllables.join(" ");
            ways.entry(bare(&name)).or_default().entry(name).or_default().push((passage, range));
        }
    }
    for ways in ways.values().filter(|ways| ways.len() == 2) {
        let mut both: Vec<&Vec<At<'_, '_>>> = ways.values().collect();
        // Of two that stand once the later one is told.
        both.sort_by_key(|places| (std::cmp::Reverse(places.len()), places[0].0.index, places[0].1.start));
        let [often, once] = both[..] else { continue };
        let [(passage, range)] = &once[..] else { continue };
        let text = |(passage, range): &At<'_, '_>| passage.text[range.clone()].to_owned();
        let (right, place) = (text(&often[0]), subject.place(passage, range.clone()));
        told.unless(
            &[names::OWN.id, names::OTHER.id],
            vec![place.clone()],
            TWO_WAYS
                .finding(msg!("hai tên riêng chỉ khác nhau ở dấu", "two names differ in marks only"))
                .at(place)
                .found(text(&once[0]))
                .expected(msg!("\"{right}\", nếu là một", "\"{right}\", if they are one")),
        );
    }
}

/// The names of a text: words side by side of which each begins with the only capital it has; titles and what begins a sentence are no
/// part of them.
fn names_in(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut run: Vec<Range<usize>> = Vec::new();
    let titled = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && word.chars().count() > 1 && letters.all(char::is_lowercase)
    };
    let mut close = |run: &mut Vec<Range<usize>>| {
        if let (Some(first), Some(last), true) = (run.first(), run.last(), (2..=LONGEST).contains(&run.len())) {
            names.push(first.start..last.end);
        }
        run.clear();
    };
    for word in passage.words() {
        let follows = run.last().is_some_and(|last| &passage.text[last.end..word.range.start] == " ");
        if !follows {
            close(&mut run);
        }
        let begins = begins_sentence(passage, word.range.start);
        // `Bà Vũ Thị Nga`, `Xã Hồng Vân`: what she is and what it is are no part of the name.
        let kind = run.is_empty() && KINDS.contains(&passage.small(&word.range));
        if !titled(word.text) {
            close(&mut run);
        } else if !begins && !kind {
            run.push(word.range.clone());
        }
    }
    close(&mut run);
    names
}

/// Whether a word has its capital for its place: at the beginning of a text, a line, a sentence.
fn begins_sentence(passage: &Passage<'_>, at: usize) -> bool {
    let before = passage.text[..at].trim_end_matches([' ', '-', '+', '*', '(', '“', '"']);
    let alone = passage.cell.is_none();
    alone && (before.is_empty() || before.ends_with(['.', ':', '\n', ';', ')', '!', '?']))
}
