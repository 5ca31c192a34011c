//! Words that were typed twice.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::lexicon::lists::{BEFORE_PHRASES, DOERS, ONCE, POSTS_OF_OTHERS, REDOUBLED, TWICE};
use baocao_vietnamese::words::{is_part, is_word};

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::{Passage, Word};

pub(crate) const REPEATED: Family =
    Family { name: Say { vi: "Từ lặp", en: "Words typed twice" }, rules: &[&REPEATED_WORD], check };

const REPEATED_WORD: Rule = Rule {
    id: Id::new("van-ban/lap-tu"),
    severity: Severity::Warning,
    title: Say { vi: "Không gõ lặp từ", en: "No word is typed twice" },
    why: Say {
        vi: "Các hư từ không bao giờ đứng liền hai lần (của của, và và, các các), một từ hai tiếng gõ hai lần liền (thực \
             hiện thực hiện), một tiếng không thể vừa kết thúc từ này vừa bắt đầu từ kia (chức năng năng làm), một mục \
             kể hai lần liền (phường, phường,). Từ láy và tiếng trùng ở chỗ giáp nhau của hai từ (cơ quan quan tâm, luôn luôn) \
             không bị xét.",
        en: "Function words never stand twice (của của, và và), nor a word of two syllables (thực hiện thực hiện), nor a syllable that \
             cannot both end one word and begin another (chức năng năng làm), nor an item of a list (phường, phường,). \
             Reduplications and syllables that meet where two words meet (cơ quan quan tâm) are not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Các cơ quan quan tâm, luôn luôn tuyên truyền; dần dần từng bước."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Phù hợp với tình hình của của địa phương."}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    for passage in subject.passages() {
        let words: Vec<Word<'_>> = passage.words().collect();
        let small = |word: &Word<'_>| passage.small(&word.range);
        let joined = |a: &Word<'_>, b: &Word<'_>| &passage.text[a.range.end..b.range.start] == " ";
        year_again(subject, passage, told);
        item_again(subject, passage, told);
        for at in 1..words.len() {
            let (first, second) = (&words[at - 1], &words[at]);
            if first.text.len() == second.text.len()
                && joined(first, second)
                && small(first) == small(second)
                && !possessions(&words[..at - 1])
                // `các các-ten`
                && !passage.text[second.range.end..].starts_with('-')
                && (ONCE.contains(&small(first)) && !ends_a_word(passage, &words, at) || meets_no_word(passage, &words, at))
            {
                let say = msg!("một từ gõ hai lần", "a word is typed twice");
                told.slip(&REPEATED_WORD, subject, passage, first.range.start..second.range.end, say);
            }
            let [a, b, c, d] = &words[at.saturating_sub(3)..=at] else { continue };
            if a.text.len() == c.text.len()
                && b.text == d.text
                && small(a) == small(c)
                && a.text != b.text
                && c.text.chars().all(char::is_lowercase)
                && d.text.chars().all(char::is_lowercase)
                && joined(a, b)
                && joined(b, c)
                && joined(c, d)
                && !TWICE.contains(&&passage.text[c.range.start..d.range.end])
                && !at.checked_sub(4).is_some_and(|before| is_doer(small(&words[before])))
                // It only ends words: `doanh nghiệp công nghiệp công nghệ`.
                && (small(a) != "nghiệp" || small(b) == "vụ")
            {
                let say = msg!("một cụm từ gõ hai lần", "words are typed twice");
                told.slip(&REPEATED_WORD, subject, passage, a.range.start..d.range.end, say);
            }
        }
    }
}

/// Whether the first of two words that are alike ends a word: `tiếp theo theo quy định`.
fn ends_a_word(passage: &Passage<'_>, words: &[Word<'_>], at: usize) -> bool {
    let [before, first] = [at.checked_sub(2), Some(at - 1)].map(|at| at.map(|at| &words[at]));
    let (Some(before), Some(first)) = (before, first) else { return false };
    let small = |word: &Word<'_>| passage.small(&word.range);
    &passage.text[before.range.end..first.range.start] == " " && is_word(small(before), small(first))
}

/// Whether the syllable at a place, which stands before it too, neither ends a word there nor begins another:
/// `chức năng năng làm`, `ngày ký ký.`
fn meets_no_word(passage: &Passage<'_>, words: &[Word<'_>], at: usize) -> bool {
    let joined = |a: &Word<'_>, b: &Word<'_>| &passage.text[a.range.end..b.range.start] == " ";
    let [first, second] = [&words[at - 1], &words[at]];
    let syllable = second.text;
    let plain = [first, second].iter().all(|word| word.text.chars().all(char::is_lowercase));
    if !plain || syllable.chars().count() < 2 || is_word(syllable, syllable) || REDOUBLED.contains(&syllable) {
        return false;
    }
    let before = at.checked_sub(2).map(|before| &words[before]).filter(|before| joined(before, first));
    let before = before.map(|before| passage.small(&before.range));
    let rest = passage.text[second.range.end..].strip_prefix(' ').unwrap_or_default();
    // What follows may be the name or the number of what the second syllable is: `cán bộ phòng phòng Nội vụ`, `khu khu 2`.
    if rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        || before.is_some_and(|word| POSTS_OF_OTHERS.contains(&word))
    {
        return false;
    }
    let after = words.get(at + 1).filter(|after| joined(second, after)).map(|after| passage.small(&after.range));
    let ends = before.is_some_and(|before| is_word(before, syllable));
    let begins = after.is_some_and(|after| is_word(syllable, after));
    // No phrase ends right behind these, nor behind a number: `để đứt đứt gãy`, `24 giờ giờ qua`.
    let counted = passage.text[..first.range.start].trim_end().ends_with(|c: char| c.is_ascii_digit());
    let opens = counted || before.is_some_and(|before| BEFORE_PHRASES.contains(&before));
    if opens && !ends && !REDOUBLED.contains(&syllable) {
        return true;
    }
    // A word that stands alone may meet itself where two phrases meet: `cấp trên trên địa bàn`. At the end of a clause none begins.
    !(ends && begins) && (is_part(syllable) || after.is_none() && !ends)
}

/// An item of a list that stands twice in a row: `các xã, phường, phường, thị trấn`.
fn item_again(subject: &Subject<'_>, passage: &Passage<'_>, told: &mut Told) {
    let text = passage.text.as_str();
    let mut last: Option<usize> = None;
    for (comma, _) in text.match_indices(',') {
        let Some(first) = last.replace(comma) else { continue };
        let item = text[first + 1..comma].trim();
        let stands = |item: &str| text[..first].strip_suffix(item).is_some_and(|before| before.ends_with(", "));
        let plain = || {
            item.starts_with(char::is_lowercase)
                && item.chars().all(|c| c.is_alphabetic() || c == ' ')
                && item.chars().count() > 2
                && item.split(' ').count() <= 4
        };
        if !item.is_empty() && stands(item) && plain() {
            let say = msg!("một mục kể hai lần liền", "an item is named twice in a row");
            told.slip(&REPEATED_WORD, subject, passage, first - item.len()..comma, say);
        }
    }
}

/// A year named twice around a place: `năm 2023 trên địa bàn xã Lạc Hà năm 2023`.
fn year_again(subject: &Subject<'_>, passage: &Passage<'_>, told: &mut Told) {
    const PLACE: &str = " trên địa bàn ";
    let text = passage.all_small();
    for (at, _) in text.match_indices(PLACE) {
        let year = text[..at].rsplit(' ').next().unwrap_or_default();
        let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        let Some(start) = text[..at].len().checked_sub("năm ".len() + 4).filter(|_| is_year) else { continue };
        let named = text.get(start..at).filter(|named| named.starts_with("năm "));
        let rest = &text[at + PLACE.len()..];
        let clause = rest.find(['.', ',', ';', ':', '(', '\n']).map_or(rest, |end| &rest[..end]);
        let Some(again) = named.and_then(|named| clause.find(named)) else { continue };
        let end = at + PLACE.len() + again + "năm ".len() + 4;
        if clause[..again].split(' ').count() <= 8 {
            told.slip(
                &REPEATED_WORD,
                subject,
                passage,
                start..end,
                msg!("năm ghi hai lần trong một cụm từ", "a year is named twice"),
            );
        }
    }
}

/// Whether the words before make `của` a noun: `sức người, sức của của nhân dân`.
fn possessions(before: &[Word<'_>]) -> bool {
    before.last().is_some_and(|word| matches!(word.text, "sức" | "tiền" | "công"))
}

/// Whether what stands before may do what its name says.
fn is_doer(word: &str) -> bool {
    DOERS.contains(&word)
}
