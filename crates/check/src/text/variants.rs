//! One phrase with and without its comma, one term with several capitals.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use baocao_core::diagnostic::{Id, Message, Severity};
use baocao_core::msg;
use foldhash::fast::RandomState;

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::TextKind;
use baocao_reading::{Passage, Word};

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

/// The two parts of phrases that have a comma between them.
const PHRASES: [(&str, &str); 12] = [
    ("cán bộ", "công chức"),
    ("công chức", "viên chức"),
    ("cơ quan", "đơn vị"),
    ("xã", "thị trấn"),
    ("chức năng", "nhiệm vụ"),
    ("nhiệm vụ", "quyền hạn"),
    ("khó khăn", "vướng mắc"),
    ("tồn tại", "hạn chế"),
    ("tổ chức", "cá nhân"),
    ("thi đua", "khen thưởng"),
    ("sửa đổi", "bổ sung"),
    ("phòng", "chống"),
];

/// Words before a phrase that make another of it: `còn tồn tại hạn chế`, `văn phòng chống dột`, `Luật Phòng chống ...`,
/// which has a rule of its own.
const OTHERWISE: [&str; 8] = ["còn", "vẫn", "văn", "quốc", "dự", "trưởng", "luật", "thị"];

/// Terms in all their forms.
const TERMS: [&[&str]; 14] = [
    &["cổng dịch vụ công"],
    &["bộ phận một cửa"],
    &["bộ phận tiếp nhận và trả kết quả"],
    &["trang thông tin điện tử"],
    &["cổng thông tin điện tử"],
    &["trung tâm phục vụ hành chính công"],
    &["chính quyền số"],
    &["chính quyền điện tử"],
    &["quản lý nhà nước"],
    &["hành chính nhà nước"],
    &["internet"],
    &["qr code", "qr-code", "qrcode"],
    &["của tỉnh"],
    &["của huyện"],
];

/// Words before a term that make it a common noun.
const COMMON: [&str; 8] = ["các", "những", "mỗi", "từng", "một", "nhiều", "số", "mọi"];

/// The words with which phrases and terms begin; all others are passed by.
static FIRST: LazyLock<HashSet<&str, RandomState>> = LazyLock::new(|| {
    let all = PHRASES.iter().map(|(first, _)| *first).chain(TERMS.iter().flat_map(|forms| forms.iter().copied()));
    all.filter_map(|words| words.split([' ', '-']).next()).collect()
});

/// Where something is written in one way.
type Way<'s> = Vec<(&'s Passage<'s>, Range<usize>)>;

#[derive(Default)]
struct Seen<'s> {
    /// For each phrase, without its comma and with it.
    phrases: BTreeMap<usize, [Way<'s>; 2]>,
    /// For each term, by its forms.
    terms: BTreeMap<usize, BTreeMap<String, Way<'s>>>,
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    let mut seen = Seen::default();
    for passage in subject.passages().iter().filter(|passage| passage.kind == TextKind::Prose) {
        let mut before = "";
        for word in passage.words() {
            let small = passage.small(&word.range);
            if FIRST.contains(small) {
                phrase(passage, &word, before, &mut seen);
                term(passage, &word, before, &mut seen);
            }
            before = small;
        }
    }
    tell_phrases(&seen, subject, told);
    seen.terms.into_values().for_each(|forms| tell_term(forms, subject, told));
}

fn phrase<'s>(passage: &'s Passage<'s>, word: &Word<'_>, before: &str, seen: &mut Seen<'s>) {
    let text = passage.small(&(word.range.start..passage.text.len()));
    for (number, (first, second)) in PHRASES.iter().enumerate() {
        let Some(rest) = text.strip_prefix(first) else { continue };
        let (comma, rest) = match rest.strip_prefix(", ") {
            Some(rest) => (true, rest),
            None => (false, rest.strip_prefix(' ').unwrap_or_default()),
        };
        let Some(after) = rest.strip_prefix(second).filter(|after| !after.starts_with(char::is_alphanumeric)) else {
            continue;
        };
        if OTHERWISE.contains(&before) {
            continue;
        }
        let range = word.range.start..passage.text.len() - after.len();
        seen.phrases.entry(number).or_default()[usize::from(comma)].push((passage, range));
    }
}

fn term<'s>(passage: &'s Passage<'s>, word: &Word<'_>, before: &str, seen: &mut Seen<'s>) {
    let text = passage.small(&(word.range.start..passage.text.len()));
    for (number, forms) in TERMS.iter().enumerate() {
        let Some(form) = forms.iter().find(|form| text.strip_prefix(**form).is_some_and(ends_word)) else { continue };
        let range = word.range.start..word.range.start + form.len();
        let written = &passage.text[range.clone()];
        let after = passage.text[range.end..].trim_start();
        // `của tỉnh Phú Thọ`, `của Huyện ủy`: the word belongs to a name.
        let named = form.starts_with("của ")
            && (after.starts_with(char::is_uppercase)
                || ["ủy", "uỷ", "đoàn"].iter().any(|name| after.starts_with(name)));
        let shouted = form.contains(' ') && !written.chars().any(char::is_lowercase) && !form.starts_with("qr");
        if named || shouted || COMMON.contains(&before) || begins(&passage.text[..range.start]) {
            continue;
        }
        let ways = seen.terms.entry(number).or_default();
        ways.entry(written.to_owned()).or_default().push((passage, range));
    }
}

/// Whether a word has ended before a text: neither a letter follows, nor the rest of an address.
fn ends_word(after: &str) -> bool {
    !after.strip_prefix('.').unwrap_or(after).starts_with(char::is_alphanumeric)
}

/// Whether a sentence or a line begins after a text.
fn begins(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '“', '"', '(']);
    before.is_empty() || before.ends_with(['\n', '.', ':', ';', '-', '+', '*', '|', '?', '!', ')'])
}

fn tell_phrases(seen: &Seen<'_>, subject: &Subject<'_>, told: &mut Told) {
    let ways = seen.phrases.iter().map(|(number, [without, with])| (PHRASES[*number], without, with));
    let both: Vec<_> = ways.filter(|(_, without, with)| !without.is_empty() && !with.is_empty()).collect();
    let one = |((a, b), without, with): &((&str, &str), &Way<'_>, &Way<'_>)| {
        let (without, with) = (without.len(), with.len());
        Message::new(
            format!("\"{a}, {b}\" có dấu phẩy {with} chỗ, không có {without} chỗ"),
            format!("\"{a}, {b}\" has it {with} times, lacks it {without} times"),
        )
    };
    let all: Vec<Message> = both.iter().map(one).collect();
    let vi = all.iter().map(|said| said.vi.as_str()).collect::<Vec<_>>().join("; ");
    let en = all.iter().map(|said| said.en.as_str()).collect::<Vec<_>>().join("; ");
    let places = both.iter().flat_map(|((a, b), without, _)| without.iter().map(move |way| (a, b, way)));
    told.together(places.map(|(a, b, (passage, range))| {
        COMMAS
            .finding(msg!("cụm từ chỗ có dấu phẩy, chỗ không", "a phrase with its comma here and without it there"))
            .at(subject.place(passage, range.clone()))
            .found(format!("{a} {b}"))
            .expected(msg!("một kiểu trong cả báo cáo", "one way throughout"))
            .hint(Message::new(vi.as_str(), en.as_str()))
    }));
}

fn tell_term(forms: BTreeMap<String, Way<'_>>, subject: &Subject<'_>, told: &mut Told) {
    if forms.len() < 2 {
        return;
    }
    let mut forms: Vec<(String, Way<'_>)> = forms.into_iter().collect();
    forms.sort_by_key(|(_, way)| std::cmp::Reverse(way.len()));
    let all: Vec<String> = forms.iter().map(|(form, way)| format!("{form} ({})", way.len())).collect();
    let all = all.join(", ");
    let Some((form, rare)) = forms.pop() else { return };
    told.together(rare.iter().map(|(passage, range)| {
        CAPITALS
            .finding(msg!("một thuật ngữ viết nhiều kiểu", "a term is written in several ways"))
            .at(subject.place(passage, range.clone()))
            .found(form.as_str())
            .expected(msg!("một kiểu trong cả báo cáo: {all}", "one way throughout: {all}"))
    }));
}
