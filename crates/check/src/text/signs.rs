//! Spaces that are missing after signs, signs that are typed twice, full stops inside a sentence.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_reading::is_short;
use baocao_vietnamese::lexicon::lists::PARTS;
use baocao_vietnamese::syllable::{letters, parts};

use super::around::{Around, Seen, each};
use crate::{Family, Repair, Rule, Say, Texts, Told};

pub(super) const SIGNS: Family = Family {
    name: Say { vi: "Dấu câu", en: "Signs" },
    rules: &[&AFTER, &AGAIN, &STOP],
    check: |subject, told| check(subject, told),
};

pub(super) const REPAIR: Repair = Repair { rules: &[&AFTER], look: Some(check) };

const AFTER: Rule = Rule {
    id: Id::new("van-ban/thieu-cach-sau-dau-cau"),
    severity: Severity::Warning,
    title: Say { vi: "Có dấu cách sau dấu câu", en: "A space after a sign" },
    why: Say {
        vi: "Sau dấu phẩy, chấm phẩy, hai chấm, chấm hết câu có một dấu cách. Số, giờ, địa chỉ, ký hiệu không bị xét.",
        en: "A space follows comma, semicolon, colon and the full stop. Numbers, times, addresses and symbols are not \
             looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Lúc 8:30, mức 3,4; ISO 9001:2015; Tp.Huế; https://a.example:80/x,y; v.v."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Báo,đài đã đưa tin.Tổng số tin:176 lượt (kể cả tin ngắn):12."}}"#,
};

const AGAIN: Rule = Rule {
    id: Id::new("van-ban/dau-cau-lap"),
    severity: Severity::Warning,
    title: Say { vi: "Không gõ lặp, gõ chồng dấu câu", en: "No sign is typed twice or over another" },
    why: Say {
        vi: "Hai dấu câu liền nhau (,, ,; ;. ..) hoặc bốn dấu chấm: thừa một dấu. Dấu ba chấm, chỗ để trống và ./. không bị \
             xét.",
        en: "Two signs in a row (,, ,; ;. ..) or four full stops: one is too many. Ellipses, blanks and ./. are not looked \
             at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Gồm phí, lệ phí,... Công văn số ....../UBND-VP; v.v., tờ rơi..."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Đã đưa tin trên báo,; phát trên đài.."}}"#,
};

const STOP: Rule = Rule {
    id: Id::new("van-ban/cham-giua-cau"),
    severity: Severity::Warning,
    title: Say { vi: "Sau dấu chấm là chữ hoa", en: "A capital follows the full stop" },
    why: Say {
        vi: "Sau dấu chấm hết câu mà viết thường thì hoặc thừa dấu chấm (62. người), hoặc thiếu chữ hoa. Chữ viết tắt, số thứ \
             tự không bị xét.",
        en: "A small letter after a full stop: either the stop is too many (62. người) or the capital is missing. \
             Abbreviations and numbers of items are not looked at.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục I"),
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "1. tin bài; 2. tờ rơi v.v. đều có ở TP. Huế. Trong đó 5 tin (đạt 90%)."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Biên chế được giao 20, có mặt 19. người; đạt yêu cầu. trong đó có 9 công chức."}}"#,
};

fn check(texts: &Texts<'_>, told: &mut Told) {
    each(texts, |sign| matches!(sign, b',' | b';' | b':' | b'.' | b'?' | b'!'), |sign, seen| look(seen, sign, told));
}

fn look(seen: &Seen<'_>, sign: char, told: &mut Told) {
    let around = &seen.around;
    let (at, next) = (around.at, around.next());
    if doubled(seen, sign) {
        let end = at + 1 + around.rest.chars().take_while(|c| matches!(c, ',' | ';' | ':' | '.')).count();
        let from = around.chunk().start;
        seen.tell(&AGAIN, from..end, msg!("dấu câu bị lặp", "a sign is typed twice"), None, told);
    } else if glued(seen, sign) && !around.is_address() {
        let say = msg!("thiếu dấu cách sau dấu \"{sign}\"", "no space after \"{sign}\"");
        let parted = format!("{sign} ");
        seen.tell(&AFTER, around.chunk(), say, Some((at..at + 1, &parted)), told);
    } else if matches!(sign, '.' | '?' | '!') && next == Some(' ') && stops_inside(seen) {
        let word = around.rest[1..].find(|c: char| !c.is_alphanumeric()).map_or(around.rest.len(), |end| end + 1);
        let from = at - around.word().len();
        let say = msg!("viết thường sau dấu chấm", "a small letter after a full stop");
        seen.tell(&STOP, from..at + 1 + word, say, None, told);
    }
}

/// Whether a sign is the first of two that do not belong together.
fn doubled(seen: &Seen<'_>, sign: char) -> bool {
    let Around { before, rest, .. } = seen.around;
    if before.is_none_or(|c| matches!(c, ',' | ';' | ':' | '.' | '/')) {
        return false;
    }
    let dots = rest.chars().take_while(|c| *c == '.').take(4).count();
    let after = rest[dots..].chars().next();
    match sign {
        // Four full stops are a blank to be filled where spaces stand around them.
        '.' => {
            (dots == 1 && before != Some(' ') && after != Some('/'))
                || (dots == 3 && (before != Some(' ') || after.is_some_and(char::is_alphabetic)))
        }
        ',' | ';' | ':' => match seen.around.next() {
            Some('.') => dots == 1 && after.is_none_or(char::is_whitespace),
            Some(',' | ';') => true,
            Some(':') => sign != ':',
            _ => false,
        },
        _ => false,
    }
}

/// Whether a sign is glued to the word after it.
fn glued(seen: &Seen<'_>, sign: char) -> bool {
    let (Some(before), Some(next)) = (seen.around.before, seen.around.next()) else { return false };
    let word = seen.around.word();
    let closes = before.is_alphabetic() || matches!(before, '%' | ')' | '”');
    let starts_with_digit = word.starts_with(|c: char| c.is_ascii_digit());
    let capitals = word.chars().all(|c| !c.is_lowercase());
    match sign {
        ',' | ';' if closes && next.is_alphabetic() => true,
        ':' if closes && next.is_alphabetic() => word.chars().count() > 1,
        ':' if before == ')' && next.is_ascii_digit() => true,
        ':' | ';' if before.is_alphabetic() && next.is_ascii_digit() => !starts_with_digit && !capitals,
        '.' => {
            let rest = seen.around.rest;
            let next_word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            let mut after = seen.around.rest.chars();
            let sentence = after.next().is_some_and(char::is_uppercase) && after.next().is_some_and(char::is_lowercase);
            let chunk = &seen.around.line[seen.around.chunk()];
            let lone = || {
                let stops = chunk.trim_end_matches(['.', ',', ';']).matches('.').take(2).count();
                stops == 1 && !chunk.contains(['/', '-'])
            };
            sentence && lone() && is_full_word(word) && is_syllable(word) && is_syllable(next_word)
        }
        _ => false,
    }
}

/// A parenthesis opens in so many bytes before it closes.
const NEAR: usize = 2_000;

/// Whether a small letter follows a full stop that ends a sentence or should not be there.
fn stops_inside(seen: &Seen<'_>) -> bool {
    let Around { line, at, before, rest, .. } = seen.around;
    let after = rest.trim_start();
    let small = after.chars().take(2).filter(|c| c.is_lowercase()).count() == 2;
    if !small {
        return false;
    }
    match before {
        // `98,5%. trong đó`, `(có danh sách kèm theo). các`, but not `(1). nội dung`.
        Some('%' | '”') => return true,
        Some(')') => {
            let near = &line[line.floor_char_boundary(at.saturating_sub(NEAR))..at];
            return near.rfind('(').is_some_and(|open| near[open..].chars().count() > 6);
        }
        Some(c) if c.is_alphanumeric() => {}
        _ => return false,
    }
    let word = seen.around.word();
    if word.chars().all(|c| c.is_ascii_digit()) {
        let ahead = line[..at - word.len()].trim_end();
        let last = ahead.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let item = ahead.is_empty() || ahead.ends_with([':', ';', '.', ',', '(', '-', '+', '/']);
        return !item && !PARTS.contains(&last.as_str());
    }
    // `v.v.` and other abbreviations with a full stop inside.
    let inside = line[..at - word.len()].ends_with(['.', '/']);
    // Words of two letters are abbreviations more often, but not with marks: `cùng kỳ. các`.
    let marked = !word.is_ascii() && is_syllable(word);
    !inside && is_full_word(word) && (word.chars().count() > 2 || marked)
}

/// Whether a word before a full stop is no abbreviation.
fn is_full_word(word: &str) -> bool {
    word.chars().count() > 1
        && word.chars().skip(1).all(char::is_lowercase)
        && !is_short(word)
        && !word.chars().any(|c| c.is_ascii_digit())
}

/// Whether letters are a Vietnamese syllable; those of addresses and names of programs are seldom.
fn is_syllable(word: &str) -> bool {
    parts(&letters(word).0).is_some()
}
