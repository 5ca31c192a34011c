//! Spaces that should not be there.

use std::ops::Range;

use baocao_core::diagnostic::{Id, Message, Place, Severity};
use baocao_core::msg;
use baocao_vietnamese::{first_run, is_letter, last_run};

use super::around::{Around, Seen, each};
use crate::texts::Change;
use crate::{Family, Repair, Rule, Say, Texts, Told, official};

pub(super) const SPACES: Family = Family {
    name: Say { vi: "Dấu cách thừa", en: "Spaces too many" },
    rules: &[&BEFORE, &INSIDE, &TWO],
    check: |subject, told| check(subject, told),
};

pub(super) const REPAIR: Repair = Repair { rules: SPACES.rules, look: Some(check) };

const BEFORE: Rule = Rule {
    id: Id::new("van-ban/cach-truoc-dau-cau"),
    severity: Severity::Warning,
    title: Say { vi: "Không có dấu cách trước dấu câu", en: "No space before a sign" },
    why: Say {
        vi: "Dấu phẩy, chấm, chấm phẩy, hai chấm, chấm hỏi, chấm than viết liền với chữ trước nó. Dấu ba chấm và ./. không bị \
             xét.",
        en: "Comma, full stop, semicolon, colon, question and exclamation mark follow the word without a space. Ellipses \
             and ./. are not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Cụ thể: 99,6 %; gồm báo [^1], đài, loa ... Đạt.\n\n[^1]: Hai tờ."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Kết quả cụ thể : đã tuyên truyền 5 buổi ."}}"#,
};

const INSIDE: Rule = Rule {
    id: Id::new("van-ban/cach-trong-ngoac-don"),
    severity: Severity::Warning,
    title: Say {
        vi: "Dấu ngoặc viết liền với chữ bên trong", en: "No space inside parentheses and quotation marks"
    },
    why: Say {
        vi: "Không có dấu cách sau (, “ và trước ), ”. Chỗ để trống và dấu ba chấm không bị xét.",
        en: "No space after (, “ or before ), ”. Blanks and ellipses are not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Đã đưa 5 tin (trong đó 2 bài) và (...); khẩu hiệu “Gần dân”."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Đã đưa 5 tin ( trong đó 2 bài ); khẩu hiệu “ Gần dân ”."}}"#,
};

const TWO: Rule = Rule {
    id: Id::new("van-ban/hai-dau-cach"),
    severity: Severity::Note,
    title: Say { vi: "Giữa hai từ có một dấu cách", en: "One space between two words" },
    why: Say {
        vi: "Hai dấu cách làm khoảng trống giữa hai từ rộng ra khi in.",
        en: "Two spaces print as a wider gap.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Đã đưa *5 tin* trên đài."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Đã đưa  5 tin trên đài."}}"#,
};

/// Rules that want no sign at the end of a heading, a name, the abstract.
const AT_END: [Id; 3] =
    [official::headings::END.id, official::recipients::names::PUNCTUATION.id, official::abstracts::END.id];

fn check(texts: &Texts<'_>, told: &mut Told) {
    each(
        texts,
        |sign| matches!(sign, b' ' | b'('),
        |sign, seen| {
            let slip = if sign == ' ' { space(seen) } else { opening(seen) };
            let Some((rule, range, say, change)) = slip else { return };
            seen.tell(rule, range, say, change, told);
            // A sign that should not be there at all is told of as such.
            if sign == ' ' && before_last(seen) {
                told.unless_told(&AT_END, vec![place(seen)]);
            }
        },
    );
}

/// What is wrong with a space: the rule, where in the line, what is said, and what mends it.
type Slip<'s> = (&'static Rule, Range<usize>, Message, Option<Change<'s>>);

/// Whether a space stands before the last sign of a heading or a name.
fn before_last(seen: &Seen<'_>) -> bool {
    matches!(seen.passage.kind, baocao_reading::TextKind::Field | baocao_reading::TextKind::Heading)
        && seen.around.rest.trim().len() == 1
}

/// The place of that sign.
fn place(seen: &Seen<'_>) -> Place {
    let end = seen.start + seen.around.line.trim_end().len();
    seen.texts.place(seen.passage, end - 1..end)
}

/// A space before a sign, or one of two.
fn space<'s>(seen: &Seen<'s>) -> Option<Slip<'s>> {
    let Around { line, at, before, rest, .. } = seen.around;
    // One behind a word is meant to close: that is told as such.
    let opens = !line[..at].trim_end_matches('“').ends_with(char::is_alphanumeric);
    if before == Some('“') && opens && rest.starts_with(|c: char| c.is_alphanumeric()) {
        let end = first_run(rest);
        let (place, say) = (at - '“'.len_utf8()..at + 1 + end, msg!("dấu cách sau dấu “", "a space after “"));
        return Some((&INSIDE, place, say, Some((at..at + 1, ""))));
    }
    // Nearly all spaces are alone and stand before a word.
    if rest.starts_with(is_letter) {
        return None;
    }
    // The mark of a note is printed right behind its word, whatever stands before it.
    let behind = seen.start + at + 1;
    if !seen.passage.marks_in(behind..=behind).is_empty() {
        return None;
    }
    // Only the first space of a run, and none at the beginning of a line.
    let before = before.filter(|c| !c.is_whitespace())?;
    let after = rest.trim_start_matches(' ');
    let spaces = rest.len() - after.len() + 1;
    let mut chars = after.chars();
    let (sign, next) = (chars.next()?, chars.next());
    let from = last_run(&line[..at]);
    let to = at + spaces;
    let blank = matches!(before, '.' | '…' | '_' | '(' | ':');
    // The sign without the spaces before it; what could be the mark of an item with it, or none any more, stays.
    let alone = &after[..sign.len_utf8()];
    let none = (!may_mark_item(&line[..at])).then_some((at..to + alone.len(), alone));
    match sign {
        ')' | '”' if !blank => {
            let say = msg!("dấu cách trước dấu {sign}", "a space before {sign}");
            Some((&INSIDE, from..to + alone.len(), say, none))
        }
        ',' | ';' | ':' | '?' | '!' | '.' if !blank => {
            let stays = next.is_none_or(|next| next.is_whitespace() || matches!(next, ')' | '”' | '"'));
            let say = msg!("dấu cách trước dấu \"{sign}\"", "a space before \"{sign}\"");
            stays.then_some((&BEFORE, from..to + 1, say, none))
        }
        _ => {
            let mark = line[..at].trim_start();
            let is_mark = matches!(mark, "-" | "+" | "*") || mark.ends_with(['.', ')']) && mark.len() <= 3;
            let end = first_run(after);
            let say = msg!("hai dấu cách liền nhau", "two spaces in a row");
            let doubled = (2..5).contains(&spaces) && !is_mark && !blank && !sign.is_whitespace();
            doubled.then_some((&TWO, from..to + end, say, Some((at..to, " "))))
        }
    }
}

/// A space after an opening parenthesis.
fn opening<'s>(seen: &Seen<'s>) -> Option<Slip<'s>> {
    let Around { line, at, rest, .. } = seen.around;
    let inside = rest.trim_start_matches(' ');
    if inside.len() == rest.len() || inside.starts_with(['.', '…', ')', '_']) || inside.is_empty() {
        return None;
    }
    let from = line.len() - inside.len();
    let end = from + first_run(inside);
    // Behind `]` it is the address of a link.
    let none = (!line[..at].ends_with(']')).then_some((at..from, "("));
    Some((&INSIDE, at..end, msg!("dấu cách sau dấu (", "a space after ("), none))
}

/// Whether what stands before in its line is short enough for the mark of an item: a dash, a number, a letter.
fn may_mark_item(before: &str) -> bool {
    let word = before.trim_start();
    !word.contains(char::is_whitespace) && (word.chars().count() <= 2 || word.chars().all(|c| c.is_ascii_digit()))
}
