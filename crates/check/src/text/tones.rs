//! One way of writing where Vietnamese has two: `hòa` or `hoà`, `tỷ lệ` or `tỉ lệ`.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::{Field, Slot};
use baocao_vietnamese::lexicon::lists::BEFORE_I;
use baocao_vietnamese::syllable::{letters, parts, spelt};

use crate::mechanism::{Ways, words};
use crate::{Family, Repair, Rule, Say, Texts, Told};
use baocao_reading::{Passage, Word};

pub(super) const TONES: Family = Family {
    name: Say { vi: "Một cách viết", en: "One way of writing" },
    rules: &[&MARKS, &I_OR_Y],
    check: |subject, told| check(subject, told),
};

pub(super) const REPAIR: Repair = Repair { rules: &[&MARKS], look: Some(check) };

const MARKS: Rule = Rule {
    id: Id::new("van-ban/hai-kieu-dau"),
    severity: Severity::Note,
    title: Say {
        vi: "Đặt dấu thanh một kiểu trong cả báo cáo", en: "Tone marks are placed one way throughout"
    },
    why: Say {
        vi: "Kiểu cũ (hòa, khỏe, thủy) và kiểu mới (hoà, khoẻ, thuỷ) đều đúng; một văn bản chỉ nên theo một kiểu. Tên riêng, \
             chữ in hoa không được tính.",
        en: "The older custom (hòa, khỏe, thủy) and the newer one (hoà, khoẻ, thuỷ) are both right; a document keeps to \
             one. Names and capitals are not counted.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Số hóa, hòa giải, tùy theo quý; thanh toán, hoàn thành, quá hạn."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Việc số hóa hồ sơ và hoà giải ở cơ sở, văn hóa công sở."}}"#,
};

const I_OR_Y: Rule = Rule {
    id: Id::new("van-ban/hai-kieu-i-y"),
    severity: Severity::Note,
    title: Say {
        vi: "Một từ chỉ viết i hoặc y trong cả báo cáo", en: "A word is written with i or with y throughout"
    },
    why: Say {
        vi: "Tỷ lệ hay tỉ lệ, kỹ thuật hay kĩ thuật, quản lý hay quản lí, quy định hay qui định đều đúng; cùng một từ thì viết một cách.",
        en: "Tỷ lệ and tỉ lệ, kỹ thuật and kĩ thuật, quy định and qui định are both right; one word is written one way.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Tỷ lệ đạt 10 tỷ đồng; tỉ mỉ trong quản lý, xử lý định kỳ; quy định, quy trình; Quí là tên riêng."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Tỷ lệ hồ sơ trực tuyến tăng; tỉ lệ hồ sơ giấy giảm so với cùng kỳ."}}"#,
};

fn check(texts: &Texts<'_>, told: &mut Told) {
    let passages: Vec<&Passage<'_>> = texts.passages().iter().filter(|passage| !is_name(passage)).collect();
    marks(texts, &passages, told);
    i_or_y(texts, &passages, told);
}

/// Names are written as their bearers write them.
fn is_name(passage: &Passage<'_>) -> bool {
    matches!(passage.slot, Slot::Document(Field::Signer(..)))
}

fn marks(texts: &Texts<'_>, passages: &[&Passage<'_>], told: &mut Told) {
    // Whether a word bears its mark in the newer way.
    let mut ways: Ways<'_, bool> = Ways::default();
    for passage in passages {
        for word in passage.words() {
            if let Some(newer) = custom(word.text) {
                ways.add(newer, passage, word.range);
            }
        }
    }
    let Some(ways) = ways.several() else { return };
    let (many, more) = (words(&ways.usual.1), ways.usual.1.len());
    let say = |_: &bool, _: &str| {
        MARKS
            .finding(msg!("dấu thanh đặt theo hai kiểu", "tone marks are placed in two ways"))
            .expected(msg!("một kiểu, như {more} chỗ khác: {many}", "one way, as {more} other places: {many}"))
    };
    let mut findings = ways.findings(texts, say, |newer, word| in_custom(word, *newer));
    let (less, some) = (ways.count(), words(&ways.rare[0].1));
    findings.iter_mut().take(1).for_each(|first| first.found = Some(format!("{less}: {some}")));
    told.together(findings);
}

/// A word with its tone mark where the newer or the older custom has it.
fn in_custom(word: &str, newer: bool) -> Option<String> {
    let (bare, tones) = letters(word);
    tones.first().map(|(_, tone)| spelt(&bare, Some(*tone), newer))
}

/// Whether a word in small letters bears its mark in the newer way; nothing where both are the same.
fn custom(word: &str) -> Option<bool> {
    if word.is_ascii() || !word.starts_with(char::is_lowercase) {
        return None;
    }
    let ends_so = |c| matches!(c, 'a' | 'e' | 'y' | 'à'..='ã' | 'è'..='ê' | 'ý' | 'ả' | 'ạ' | 'ẻ' | 'ẽ' | 'ẹ' | 'ỳ' | 'ỷ' | 'ỹ' | 'ỵ');
    if !word.ends_with(ends_so) {
        return None;
    }
    let (bare, tones) = letters(word);
    let (onset, rhyme) = parts(&bare)?;
    if !matches!(rhyme, "oa" | "oe" | "uy") || onset == "qu" {
        return None;
    }
    let (at, _) = tones.first()?;
    Some(*at == onset.chars().count() + 1)
}

fn i_or_y(texts: &Texts<'_>, passages: &[&Passage<'_>], told: &mut Told) {
    // By the syllable and the word beside it; whether it is written with i.
    let mut all: BTreeMap<(String, String), Ways<'_, bool>> = BTreeMap::new();
    let mut known: HashMap<&str, Option<(String, bool)>> = HashMap::new();
    for passage in passages {
        let here: Vec<Word<'_>> = passage.words().collect();
        for (at, word) in here.iter().enumerate() {
            let ends_so = |c| "ìỉĩíịỳỷỹýỵÌỈĨÍỊỲỶỸÝỴ".contains::<char>(c);
            let is_qui = word.text.eq_ignore_ascii_case("qui") || word.text.eq_ignore_ascii_case("quy");
            if !is_qui && (word.text.len() > 6 || word.text.is_ascii() || !word.text.ends_with(ends_so)) {
                continue;
            }
            let Some((meant, with_y)) =
                known.entry(word.text).or_insert_with(|| with_i(passage.small(&word.range))).clone()
            else {
                continue;
            };
            let mut add = |key: String, range: Range<usize>| {
                all.entry((meant.clone(), key)).or_default().add(!with_y, passage, range);
            };
            let next = here.get(at + 1).filter(|next| &passage.text[word.range.end..next.range.start] == " ");
            if let Some(next) = next.filter(|next| next.text.starts_with(char::is_lowercase)) {
                add(format!("{meant} {}", next.text), word.range.start..next.range.end);
            }
            let before = at.checked_sub(1).and_then(|before| here.get(before));
            let small = |word: &Word<'_>| passage.small(&word.range);
            if let Some(before) = before.filter(|before| BEFORE_I.contains(&small(before))) {
                add(format!("{} {meant}", small(before)), before.range.start..word.range.end);
            }
        }
    }
    let mut last = String::new();
    for ((meant, _), ways) in all {
        let Some(ways) = ways.several().filter(|_| last != meant) else { continue };
        // The same syllable beside other words is the same doubt.
        last = meant;
        let (word, other) = (words(&ways.rare[0].1), words(&ways.usual.1));
        let (less, more) = (ways.count(), ways.usual.1.len());
        let say = |_: &bool, _: &str| {
            I_OR_Y
                .finding(msg!("một từ viết theo hai cách", "a word is written in two ways"))
                .expected(msg!("một cách: {other} ({more} chỗ)", "one way: {other} ({more} places)"))
        };
        let mut findings = ways.findings(texts, say, |_, _| None);
        findings.iter_mut().take(1).for_each(|first| first.found = Some(format!("{word} ({less})")));
        told.together(findings);
    }
}

/// A syllable that may be written with i or y, written with i, and whether it was written with y.
fn with_i(word: &str) -> Option<(String, bool)> {
    let (bare, tones) = letters(word);
    let (onset, rhyme) = parts(&bare)?;
    if !matches!(onset, "h" | "k" | "l" | "m" | "qu" | "s" | "t") || !matches!(rhyme, "i" | "y") {
        return None;
    }
    let tone = tones.first().map(|(_, tone)| *tone);
    // Without a tone but `qui` and `quy` each is a word of its own.
    (tone.is_some() || onset == "qu").then(|| (format!("{onset}i{tone:?}"), rhyme == "y"))
}
