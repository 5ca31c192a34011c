//! Lists that were numbered by hand.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::enumeration::letter;

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::Passage;

pub(super) const LISTS: Family =
    Family { name: Say { vi: "Liệt kê", en: "Lists" }, rules: &[&LETTERS, &NUMBERS], check };

const LETTERS: Rule = Rule {
    id: Id::new("liet-ke/chu-cai"),
    severity: Severity::Warning,
    title: Say {
        vi: "Chữ cái thứ tự theo bảng chữ cái tiếng Việt", en: "Points are lettered in Vietnamese order"
    },
    why: Say {
        vi: "Các điểm đánh chữ theo thứ tự bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g ... y; không có f, j, w, z, không bỏ, \
             không lặp.",
        en: "Points follow the Vietnamese alphabet: a, b, c, d, đ, e, g ... y; there is no f, j, w, z; none is left out or \
             repeated.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6"),
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "a) Loa;\n\nb) Báo;\n\nc) Đài;\n\nd) Tờ rơi;\n\nđ) Mạng;\n\ne) Hội nghị."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "a) Loa;\n\nb) Báo;\n\nc) Đài;\n\nd) Tờ rơi;\n\ne) Mạng."}}"#,
};

const NUMBERS: Rule = Rule {
    id: Id::new("liet-ke/so-thu-tu"),
    severity: Severity::Warning,
    title: Say {
        vi: "Số thứ tự không bỏ, không lặp", en: "Numbers of items are neither left out nor repeated"
    },
    why: Say {
        vi: "Xét số thứ tự gõ tay ở đầu dòng trong cùng một mục (1. 2. 3.). Danh sách con đánh lại từ 1 không bị xét.",
        en: "Numbers typed by hand at the beginning of lines of one section (1. 2. 3.). Lists within lists begin anew.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "1. Loa.\n\n2. Báo:\n\n1. Báo in.\n\n2. Báo mạng.\n\n3. Đài."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "1. Loa.\n\n2. Báo.\n\n4. Đài."}}"#,
};

/// Larger numbers at the beginning of a line are years and counts.
const LARGEST: usize = 60;

fn check(subject: &Subject<'_>, told: &mut Told) {
    for passage in subject.passages().iter().filter(|passage| passage.kind == baocao_reading::TextKind::Prose) {
        sequence(subject, passage, lettered, &LETTERS, told);
        sequence(subject, passage, numbered, &NUMBERS, told);
    }
}

/// The mark of an item: its place in its order (nothing for a letter that the order does not have), and its length.
type Mark = (Option<usize>, usize);

/// `đ) ...`
fn lettered(line: &str) -> Option<Mark> {
    let mark = line.chars().next().filter(|c| c.is_lowercase())?;
    let rest = line[mark.len_utf8()..].strip_prefix(')')?;
    rest.starts_with(' ').then_some(())?;
    let at = (1..=23).find(|n| letter(*n) == mark.to_string());
    // `ô)`, `ă)` are no points of a list.
    (at.is_some() || matches!(mark, 'f' | 'j' | 'w' | 'z')).then(|| (at, mark.len_utf8() + 1))
}

/// `2. ...`, `2) ...`
fn numbered(line: &str) -> Option<Mark> {
    let digits = line.find(|c: char| !c.is_ascii_digit())?;
    let rest = line[digits..].strip_prefix(['.', ')'])?;
    let number = line[..digits].parse::<usize>().ok().filter(|n| (1..=LARGEST).contains(n))?;
    rest.starts_with(' ').then_some((Some(number), digits + 1))
}

fn sequence(
    subject: &Subject<'_>,
    passage: &Passage<'_>,
    read: fn(&str) -> Option<Mark>,
    rule: &Rule,
    told: &mut Told,
) {
    // Lists that are open, the innermost last.
    let mut open: Vec<usize> = Vec::new();
    for (start, line) in passage.lines() {
        let Some((number, length)) = read(line) else { continue };
        let mut add = |vi_en| {
            told.slip(rule, subject, passage, start..start + length, vi_en);
        };
        let mark = line[..length].to_owned();
        match (number, open.last().copied()) {
            (None, Some(_)) => add(msg!("bảng chữ cái tiếng Việt không có chữ này", "Vietnamese has no such letter")),
            (None, None) => {}
            (Some(1), _) => open.push(1),
            (Some(number), Some(last)) => {
                if let Some(level) = open.iter().rposition(|last| last + 1 == number) {
                    open.truncate(level + 1);
                    open[level] = number;
                } else if number > last + 1 {
                    add(msg!("thứ tự bỏ cách trước {mark}", "the order leaves something out before {mark}"));
                    let level = open.len() - 1;
                    open[level] = number;
                } else if number == last {
                    add(msg!("thứ tự {mark} có hai lần", "{mark} is there twice"));
                }
            }
            // A list that begins further on continues one from elsewhere.
            (Some(number), None) => open.push(number),
        }
    }
}
