//! Abbreviations that their words do not give: `ý kiến chỉ đạo (YKCD)`.

use baocao_core::diagnostic::{Id, Severity};
use baocao_vietnamese::bare;

use super::explained::Explanation;
use crate::{Rule, Say};

pub(super) const LETTERS: Rule = Rule {
    id: Id::new("viet-tat/sai-chu"),
    severity: Severity::Note,
    title: Say {
        vi: "Chữ viết tắt đúng chữ đầu của các từ", en: "An abbreviation has the initials of its words"
    },
    why: Say {
        vi: "\"ý kiến chỉ đạo\" viết tắt là YKCĐ, không phải YKCD. Chỉ xét chữ D và Đ.",
        en: "\"ý kiến chỉ đạo\" is YKCĐ and not YKCD. Only D and Đ are looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Theo dõi ý kiến chỉ đạo (YKCĐ); YKCĐ của huyện."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Theo dõi ý kiến chỉ đạo (YKCD); YKCD của huyện."}}"#,
};

/// The abbreviation that the words of an explanation give, where it is another one.
pub(super) fn meant(explanation: &Explanation<'_>) -> Option<String> {
    let full = explanation.full.as_ref()?;
    let initials = |counts: fn(&str) -> bool| -> String {
        let words = full.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty() && counts(word));
        words.filter_map(|word| word.chars().next()).map(letter).collect()
    };
    let short: String = explanation.short.chars().filter(|c| c.is_alphabetic()).map(letter).collect();
    let all = initials(|_| true);
    let some = initials(|word| !matches!(word, "và" | "của" | "các" | "về"));
    let right = if all.chars().count() == short.chars().count() { all } else { some };
    // The other letters agree, or the words would be none of its.
    (right != short && right.chars().count() == short.chars().count()).then_some(right)
}

/// A letter as a capital without marks, where Đ is no D.
fn letter(letter: char) -> char {
    if matches!(letter, 'đ' | 'Đ') {
        'Đ'
    } else {
        bare(letter.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(letter)
    }
}
