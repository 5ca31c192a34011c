//! One phrase with and without its comma, one term with several capitals.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use baocao_core::diagnostic::{Id, Message, Severity};
use baocao_core::msg;
use baocao_reading::{Passage, Phrase, Phrases, TextKind};
use serde::Deserialize;

use crate::mechanism::{Several, Ways, bytes, data_of, phrase};
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const VARIANTS: Family =
    Family {
        name: Say { vi: "Một từ viết một cách", en: "One word, one way" }, rules: &[&COMMAS, &CAPITALS], check
    };

const COMMAS: Rule = Rule {
    id: Id::new("van-ban/dau-phay-cum-tu"),
    severity: Severity::Note,
    title: Say {
        vi: "Cụm từ cố định có dấu phẩy trong cả báo cáo", en: "Fixed phrases have their comma throughout"
    },
    why: Say {
        vi: "\"cán bộ, công chức\", \"phòng, chống\", \"sửa đổi, bổ sung\" ... chỗ có dấu phẩy, chỗ không: một văn bản chỉ nên \
             theo một kiểu. Nêu một lần, kèm các chỗ.",
        en: "\"cán bộ, công chức\" in one place and \"cán bộ công chức\" in another: a document keeps to one. Told once, with \
             the numbers of places.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Cán bộ, công chức xã; đội ngũ cán bộ, công chức; văn phòng chống dột."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Cán bộ, công chức xã; đội ngũ cán bộ công chức."}}"#,
};

const CAPITALS: Rule = Rule {
    id: Id::new("van-ban/thuat-ngu-hai-kieu"),
    severity: Severity::Note,
    title: Say { vi: "Một thuật ngữ viết hoa một kiểu", en: "A term has its capitals in one way" },
    why: Say {
        vi: "Cổng Dịch vụ công hay cổng dịch vụ công, quản lý nhà nước hay quản lý Nhà nước, internet hay Internet: một văn bản \
             chỉ nên theo một kiểu. Chữ ở đầu câu, đầu dòng, chữ in hoa và số nhiều (các trang thông tin điện tử) không bị xét. \
             Mỗi thuật ngữ một phát hiện.",
        en: "A document keeps to one way of writing a term. Beginnings of sentences, words in capitals and plurals are not \
             looked at. One finding a term.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Cổng Dịch vụ công của tỉnh; nộp qua Cổng Dịch vụ công; các cổng dịch vụ công."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Nộp qua Cổng Dịch vụ công; tra cứu trên Cổng dịch vụ công."}}"#,
};

/// `data/ways.toml`.
#[derive(Deserialize)]
struct Data {
    commas: Vec<String>,
    otherwise: Vec<String>,
    terms: Vec<Vec<String>>,
    common: Vec<String>,
}

static DATA: LazyLock<Data> = LazyLock::new(|| data_of("ways.toml", include_str!("../../data/ways.toml")));

/// What is looked for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    /// A phrase with a comma, by its number, and whether the comma is there.
    Commas(usize, bool),
    /// A term, by its number.
    Term(usize),
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    let commas = DATA.commas.iter().enumerate().flat_map(|(number, words)| {
        let without = phrase(&words.replace(',', ""));
        [(phrase(words), Of::Commas(number, true)), (without, Of::Commas(number, false))]
    });
    let terms = DATA.terms.iter().chain(&subject.set.wording.terms).enumerate();
    let terms = terms.flat_map(|(number, forms)| {
        forms.iter().filter_map(move |form| Some((Phrase::read(form).ok()?, Of::Term(number))))
    });
    let looked_for = Phrases::new(commas.chain(terms));
    // Phrases with a comma, and whether it is there; terms as they are written.
    let mut commas: BTreeMap<usize, Ways<'_, bool>> = BTreeMap::new();
    let mut terms: BTreeMap<usize, Ways<'_, &str>> = BTreeMap::new();
    for passage in subject.passages_of(&[TextKind::Prose]) {
        for (pieces, _, of) in looked_for.find(passage) {
            let before = pieces.start.checked_sub(1).and_then(|at| passage.pieces().get(at));
            let before = before.map_or("", |piece| passage.small(&piece.range));
            let is_one_of = |words: &[String]| words.iter().any(|word| word == before);
            let range = bytes(passage, &pieces);
            match *of {
                Of::Commas(number, with) if !is_one_of(&DATA.otherwise) => {
                    commas.entry(number).or_default().add(with, passage, range);
                }
                Of::Term(number) if !is_one_of(&DATA.common) && is_term(passage, &range) => {
                    terms.entry(number).or_default().add(&passage.text[range.clone()], passage, range);
                }
                _ => {}
            }
        }
    }
    tell_commas(commas, subject, told);
    terms.into_values().for_each(|ways| tell_term(ways, subject, told));
}

/// Whether words are a term inside a sentence, in its own capitals.
fn is_term(passage: &Passage<'_>, range: &std::ops::Range<usize>) -> bool {
    let (written, after) = (&passage.text[range.clone()], &passage.text[range.end..]);
    // The rest of an address.
    if after.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) {
        return false;
    }
    let after = after.trim_start();
    let small = passage.small(range);
    // `của tỉnh Phú Thọ`, `của Huyện ủy`: the word belongs to a name.
    let named = small.starts_with("của ")
        && (after.starts_with(char::is_uppercase) || ["ủy", "uỷ", "đoàn"].iter().any(|name| after.starts_with(name)));
    let shouted = small.contains(' ') && !written.chars().any(char::is_lowercase) && !small.starts_with("qr");
    !named && !shouted && !begins(&passage.text[..range.start])
}

/// Whether a sentence or a line begins after a text.
fn begins(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '“', '"', '(']);
    before.is_empty() || before.ends_with(['\n', '.', ':', ';', '-', '+', '*', '|', '?', '!', ')'])
}

/// Tells of phrases without their comma, which stand with it elsewhere.
fn tell_commas(commas: BTreeMap<usize, Ways<'_, bool>>, subject: &Subject<'_>, told: &mut Told) {
    let seen = commas.into_iter().filter_map(|(number, ways)| Some((&DATA.commas[number], ways.beside(true)?)));
    let seen: Vec<(&String, Several<'_, bool>)> = seen.collect();
    let all = seen.iter().map(|(words, ways)| {
        let (with, without) = (ways.usual.1.len(), ways.count());
        msg!(
            "\"{words}\" có dấu phẩy {with} chỗ, không có {without} chỗ",
            "\"{words}\" has it {with} times, lacks it {without} times"
        )
    });
    let all: Vec<Message> = all.collect();
    let vi = all.iter().map(|said| said.vi.as_str()).collect::<Vec<_>>().join("; ");
    let en = all.iter().map(|said| said.en.as_str()).collect::<Vec<_>>().join("; ");
    told.together(seen.iter().flat_map(|(words, ways)| {
        let say = |_: &bool, _: &str| {
            COMMAS
                .finding(msg!("cụm từ chỗ có dấu phẩy, chỗ không", "a phrase with its comma here and without it there"))
                .found(words.replace(',', ""))
                .expected(msg!("một kiểu trong cả báo cáo", "one way throughout"))
                .hint(Message::new(vi.as_str(), en.as_str()))
        };
        ways.findings(subject, say, |_, _| None)
    }));
}

fn tell_term(ways: Ways<'_, &str>, subject: &Subject<'_>, told: &mut Told) {
    let Some(ways) = ways.several() else { return };
    let all = ways.counted();
    let say = |_: &&str, _: &str| {
        CAPITALS
            .finding(msg!("một thuật ngữ viết nhiều kiểu", "a term is written in several ways"))
            .expected(msg!("một kiểu trong cả báo cáo: {all}", "one way throughout: {all}"))
    };
    told.together(ways.findings(subject, say, |_, _| None));
}
