//! Words that were typed twice.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;

use super::Kind;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::{Passage, Word};

pub(crate) const REPEATED: Family =
    Family { name: Say { vi: "Từ lặp", en: "Words typed twice" }, rules: &[&REPEATED_WORD], check };

const REPEATED_WORD: Rule = Rule {
    id: Id::new("van-ban/lap-tu"),
    severity: Severity::Warning,
    title: Say { vi: "Không gõ lặp từ", en: "No word is typed twice" },
    why: Say {
        vi: "Các hư từ không bao giờ đứng liền hai lần (của của, và và, các các), và một từ hai tiếng gõ hai lần liền (thực \
             hiện thực hiện). Từ láy và tiếng trùng ở chỗ giáp nhau của hai từ (cơ quan quan tâm, luôn luôn) không bị xét.",
        en: "Function words never stand twice (của của, và và), nor a word of two syllables (thực hiện thực hiện). \
             Reduplications and syllables that meet where two words meet (cơ quan quan tâm) are not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Các cơ quan quan tâm, luôn luôn tuyên truyền; dần dần từng bước."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Phù hợp với tình hình của của địa phương."}}"#,
};

/// Words that never stand twice in a row. Those that end other words are not among them: `thiết bị bị hỏng`, `tồn tại tại
/// xã`, `cấp trên trên địa bàn`, `lý do do thiếu`.
const ONCE: &str = "của các và với những được trong theo đã đang sẽ bởi cho về hoặc nhưng nếu thì mà nhằm thuộc đối gồm \
    nên khi này";

/// What has a task for its name, and may do it: `tổ hòa giải hòa giải thành`.
const DOERS: &str = "tổ đoàn ban đội đồng quan vị người viên phòng bộ tác việc chức trách được thường";

/// Words of two syllables that may stand twice.
const TWICE: [&str; 3] = ["từng bước", "ngày càng", "đời sống"];

fn check(subject: &Subject<'_>, told: &mut Told) {
    let mut kind = Kind::new(&REPEATED_WORD);
    for passage in subject.passages() {
        let words: Vec<Word<'_>> = passage.words().collect();
        let small = |word: &Word<'_>| passage.small(&word.range);
        let joined = |a: &Word<'_>, b: &Word<'_>| &passage.text[a.range.end..b.range.start] == " ";
        year_again(subject, passage, &mut kind);
        for at in 1..words.len() {
            let (first, second) = (&words[at - 1], &words[at]);
            if first.text.len() == second.text.len()
                && joined(first, second)
                && small(first) == small(second)
                && !possessions(&words[..at - 1])
                // `các các-ten`
                && !passage.text[second.range.end..].starts_with('-')
                && ONCE.split_whitespace().any(|word| word == small(first))
            {
                let say = msg!("một từ gõ hai lần", "a word is typed twice");
                kind.add(subject, passage, first.range.start..second.range.end, say);
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
                kind.add(subject, passage, a.range.start..d.range.end, say);
            }
        }
    }
    kind.tell(told);
}

/// A year named twice around a place: `năm 2023 trên địa bàn xã Lạc Hà năm 2023`.
fn year_again(subject: &Subject<'_>, passage: &Passage<'_>, kind: &mut Kind) {
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
            kind.add(subject, passage, start..end, msg!("năm ghi hai lần trong một cụm từ", "a year is named twice"));
        }
    }
}

/// Whether the words before make `của` a noun: `sức người, sức của của nhân dân`.
fn possessions(before: &[Word<'_>]) -> bool {
    before.last().is_some_and(|word| matches!(word.text, "sức" | "tiền" | "công"))
}

/// Whether what stands before may do what its name says.
fn is_doer(word: &str) -> bool {
    DOERS.split_whitespace().any(|doer| doer == word)
}
