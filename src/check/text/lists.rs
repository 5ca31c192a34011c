//! Lists that were numbered by hand, and the ends of their items.

use std::ops::Range;

use super::plain::Plain;
use super::{Kind, plain_texts};
use crate::check::{self, Family, Rule, Say, Subject, Told};
use crate::diagnostic::Severity;
use crate::msg;
use crate::vietnamese::enumeration::letter;

pub(super) const LISTS: Family =
    Family { name: Say { vi: "Liệt kê", en: "Lists" }, rules: &[&LETTERS, &NUMBERS, &ENDS, &PARAGRAPHS], check };

const LETTERS: Rule = Rule {
    id: "liet-ke/chu-cai",
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
    id: "liet-ke/so-thu-tu",
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

const ENDS: Rule = Rule {
    id: "liet-ke/dau-cuoi-y",
    severity: Severity::Note,
    title: Say { vi: "Các ý trong một danh sách kết thúc như nhau", en: "The items of a list end alike" },
    why: Say {
        vi: "Trong một danh sách liền nhau, các ý trước ý cuối cùng kết thúc bằng một loại dấu: hoặc đều chấm phẩy, hoặc đều \
             chấm. Ý dẫn vào danh sách con (:), ý kết thúc bằng ba chấm không bị xét.",
        en: "In one list the items before the last end with the same sign: all semicolons or all full stops. Items that \
             introduce a list (:) and ellipses are not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "- Loa;\n\n- Báo;\n\n- Đài:\n\n+ Đài xã;\n\n+ Đài huyện.\n\n- Mạng."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "- Loa truyền thanh;\n\n- Báo in.\n\n- Đài của tỉnh;\n\n- Mạng xã hội."}}"#,
};

const PARAGRAPHS: Rule = Rule {
    id: "van-ban/thieu-dau-cuoi-doan",
    severity: Severity::Note,
    title: Say { vi: "Đoạn văn kết thúc bằng dấu câu", en: "A paragraph ends with a sign" },
    why: Say {
        vi: "Một đoạn văn dài mà dòng cuối không có dấu câu thì thiếu dấu chấm, hoặc thiếu cả đoạn sau. Ý trong danh sách, câu \
             ngắn như đề mục, phần kết thúc báo cáo (chương trình tự thêm ./.) không bị xét.",
        en: "A long paragraph without a sign at its end lacks a full stop, or what should follow. Items, short lines like \
             headings and the closing section, which gets its ./. from the program, are not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Kết quả tuyên truyền\n\nTrong quý, Ủy ban nhân dân xã đã tổ chức nhiều buổi tuyên truyền lưu động đến từng khu dân cư trên địa bàn."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Trong quý, Ủy ban nhân dân xã đã tổ chức nhiều buổi tuyên truyền lưu động đến từng khu dân cư trên địa bàn"}}"#,
};

/// A paragraph of fewer words may be a heading.
const SENTENCE: usize = 16;

/// Larger numbers at the beginning of a line are years and counts.
const LARGEST: usize = 60;

fn check(subject: &Subject<'_>, told: &mut Told) {
    let mut letters = Kind::new(&LETTERS);
    let mut numbers = Kind::new(&NUMBERS);
    let (mut ends, mut paragraphs) = (Kind::new(&ENDS), Kind::new(&PARAGRAPHS));
    let closing = format!("/sections/{}", subject.set.outline.closing);
    for plain in plain_texts(subject).filter(|plain| plain.passage.kind == check::Kind::Prose) {
        sequence(subject, &plain, lettered, &mut letters);
        sequence(subject, &plain, numbered, &mut numbers);
        items(subject, &plain, &mut ends);
        let last = plain.passage.pointer.starts_with(&closing) || plain.passage.pointer.starts_with("/appendices");
        if !last {
            unended(subject, &plain, &mut paragraphs);
        }
    }
    for kind in [letters, numbers, ends, paragraphs] {
        kind.tell(told);
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

fn sequence(subject: &Subject<'_>, plain: &Plain<'_>, read: fn(&str) -> Option<Mark>, kind: &mut Kind) {
    // Lists that are open, the innermost last.
    let mut open: Vec<usize> = Vec::new();
    for (start, line) in plain.lines() {
        let Some((number, length)) = read(line) else { continue };
        let mut add = |vi_en| {
            kind.add(subject, plain, start..start + length, vi_en);
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

/// How an item ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Semicolon,
    Stop,
    Nothing,
    Any,
}

fn end_of(item: &str) -> End {
    let item = item.trim_end();
    match item.chars().next_back() {
        Some(';') => End::Semicolon,
        Some('.') if item.ends_with("..") => End::Any,
        Some('.') => End::Stop,
        Some(':' | '…' | ',' | '?' | '!') | None => End::Any,
        Some(_) => End::Nothing,
    }
}

/// The lists of a text: items of one mark with nothing but deeper items between.
fn items(subject: &Subject<'_>, plain: &Plain<'_>, kind: &mut Kind) {
    let mut list: Vec<(Range<usize>, End)> = Vec::new();
    let lines = plain.lines().filter(|(_, line)| !line.trim().is_empty());
    for (start, line) in lines {
        if let Some(item) = line.strip_prefix("- ") {
            list.push((start..start + line.len(), end_of(item)));
        } else if !line.starts_with("+ ") && !line.starts_with("  ") {
            uneven(subject, plain, &list, kind);
            list.clear();
        } else if let Some((_, end)) = list.last_mut() {
            // The item ends with its last deeper item.
            *end = End::Any;
        }
    }
    uneven(subject, plain, &list, kind);
}

fn uneven(subject: &Subject<'_>, plain: &Plain<'_>, list: &[(Range<usize>, End)], kind: &mut Kind) {
    let Some((_, before)) = list.split_last() else { return };
    let count = |wanted| before.iter().filter(|(_, end)| *end == wanted).count();
    let counts =
        [(End::Semicolon, count(End::Semicolon)), (End::Stop, count(End::Stop)), (End::Nothing, count(End::Nothing))];
    let Some((usual, most)) = counts.into_iter().max_by_key(|(_, count)| *count) else { return };
    let total: usize = counts.iter().map(|(_, count)| count).sum();
    if total < 3 || most == total {
        return;
    }
    let Some((range, _)) = before.iter().find(|(_, end)| !matches!(end, End::Any) && *end != usual) else { return };
    // The last word of the item.
    let item = &plain.text[range.clone()];
    let end = range.start + item.trim_end().len();
    let from = plain.text[..end].rfind(char::is_whitespace).map_or(0, |space| space + 1).max(range.start);
    let others = total - most;
    let finding = kind.add(
        subject,
        plain,
        from..end,
        msg!("các ý trong danh sách kết thúc không như nhau", "the items of a list do not end alike"),
    );
    let sign = match usual {
        End::Semicolon => ";",
        End::Stop => ".",
        _ => "(không dấu)",
    };
    finding.expected = Some(msg!(
        "\"{sign}\" như {most} ý khác; {others} ý kết thúc khác",
        "\"{sign}\" as {most} other items; {others} end otherwise"
    ));
}

/// Whether a line is a heading typed as a paragraph: all of it bold or in italics, or numbered `2.1.`.
fn is_heading(plain: &Plain<'_>, start: usize, line: &str) -> bool {
    let raw = plain.raw(&(start..start + line.len()));
    let before = plain.passage.raw[..raw.start].ends_with(['*', '_']);
    let after = plain.passage.raw[raw.end..].starts_with(['*', '_']);
    let number = line.split(' ').next().unwrap_or_default();
    let levels = number.split('.').filter(|level| !level.is_empty()).count();
    before && after || levels > 1 && number.chars().all(|c| c == '.' || c.is_ascii_digit())
}

/// Whether a line is the name of a table: it says so, or the table follows.
fn is_caption(plain: &Plain<'_>, end: usize, line: &str) -> bool {
    let named = ["Bảng", "Biểu", "Hình", "Sơ đồ"].iter().any(|word| line.starts_with(word));
    let number = line.split([' ', ':', '.']).any(|word| word.parse::<u32>().is_ok_and(|number| number < 100));
    named && number || plain.text[end..].trim_start().starts_with('|')
}

/// Long paragraphs without a sign at their end.
fn unended(subject: &Subject<'_>, plain: &Plain<'_>, kind: &mut Kind) {
    for (start, line) in plain.lines() {
        let text = line.trim_end();
        let is_item =
            ["- ", "+ ", "#", "\u{2013} "].iter().any(|mark| text.starts_with(mark)) || numbered(text).is_some();
        let ends = text.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == ')' || c == '%');
        let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
        let remark = text.starts_with('(') || super::plain::is_code(last);
        if is_item || remark || !ends || text.split_whitespace().take(SENTENCE).count() < SENTENCE {
            continue;
        }
        if is_heading(plain, start, text) || is_caption(plain, start + line.len(), text) {
            continue;
        }
        let from = text.rfind(char::is_whitespace).map_or(0, |space| space + 1);
        let say = msg!("đoạn văn không có dấu kết thúc", "a paragraph has no sign at its end");
        kind.add(subject, plain, start + from..start + text.len(), say);
    }
}
