//! How many things a list says that it names, and how many it names.

use std::ops::Range;

use baocao_core::claim::{Claim, Law, Said};
use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::lexicon::lists::{NAMED_POINTS, NAMED_THINGS, SMALL_NUMBERS};
use rust_decimal::Decimal;

use super::listed::{List, Opener, is_of_offices, is_office, lines, list, split};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::TextKind;
use baocao_reading::numbers::{Kind, Reading, Token};

pub(super) const COUNTED: Family =
    Family {
        name: Say { vi: "Số mục kể ra", en: "How many things a list names" }, rules: &[&WRONG, &COUNT], check
    };

const WRONG: Rule = Rule {
    id: Id::new("loi-van/so-muc-sai"),
    severity: Severity::Warning,
    title: Say {
        vi: "Danh sách kể đủ mọi thứ được đếm có đúng số mục đã nêu",
        en: "A list that names all that is counted has as many items as the number before it says",
    },
    why: Say {
        vi: "\"03 cơn bão (số 3, số 5, số 9 và số 10)\", \"gồm 05 thôn: Tân An, Mỹ Lộc, ...\", \"có 05 bến, gồm:\" và các dòng, bảng ngay \
             sau đó: chỉ xét thứ được kể tên từng cái (thôn, tuyến, nhóm hàng, tiểu ban, nhiệm vụ) khi danh sách đóng kín và chỉ \
             đếm được một cách. Danh sách có \"một số\", \"khác\", \"v.v.\" thì bỏ qua.",
        en: "Things that are named one by one, in parentheses, behind a colon, in the lines or the table right below, where the list \
             is closed and can be counted in one way only. Lists that say that they name some are passed over.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Xã chịu ảnh hưởng của 03 cơn bão (số 3, số 5 và số 9)."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Xã chịu ảnh hưởng của 03 cơn bão (số 3, số 5, số 9 và số 10)."}}"#,
};

const COUNT: Rule = Rule {
    id: Id::new("loi-van/so-muc-nghi-van"),
    severity: Severity::Note,
    title: Say {
        vi: "Danh sách có đủ số mục đã nêu trước nó",
        en: "A list names as many things as the number before it says",
    },
    why: Say {
        vi: "Danh sách mà mục nào cũng bắt đầu bằng tên của thứ được đếm (\"05 phòng: Phòng Nội vụ, Phòng Tư pháp, ...\"), \
             danh sách văn bản mà mỗi mục dẫn đúng một văn bản, danh sách có mục gộp hai thứ. Có thể chỉ kể một phần, nên đây là \
             nghi vấn.",
        en: "Lists all of whose items begin with the name of what is counted, lists of documents with one document in each item, \
             lists with an item that may be two. A list may name some only; this finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Đã kiểm tra 03 phòng: Phòng Nội vụ, Phòng Tư pháp và Phòng Y tế."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Đã kiểm tra 05 phòng: Phòng Nội vụ, Phòng Tư pháp và Phòng Y tế."}}"#,
};

/// The longest words before a list of names that say whose they are.
const LONGEST_SUBJECT: usize = 9;
/// The most things that are named one by one.
const MOST: u32 = 40;

fn check(subject: &Subject<'_>, told: &mut Told) {
    // Those that hold no digit too.
    for reading in subject.passages_of(&[TextKind::Prose]).map(Reading::new) {
        for Named { range, claim } in in_words(reading) {
            let count = claim.right().unwrap_or_default();
            told.finding(
                COUNT
                    .finding(msg!("danh sách sau số này có {count} mục", "the list behind this number names {count}"))
                    .at(subject.place(reading.passage, range.clone()))
                    .found(&reading.text[range])
                    .expected(claim.expected()),
            );
        }
    }
    for reading in subject.readings() {
        for at in 0..reading.tokens.len() {
            let Some((claim, sure)) = counted(reading, at, subject) else { continue };
            let (passage, token) = (reading.passage, &reading.tokens[at]);
            let count = claim.right().unwrap_or_default();
            let rule = if sure { &WRONG } else { &COUNT };
            let end = if token.unit.is_known() { token.end } else { token.range.end };
            told.finding(
                rule.finding(msg!("danh sách sau số này có {count} mục", "the list behind this number names {count}"))
                    .at(subject.place(passage, token.range.start..end))
                    .found(&passage.text[token.range.clone()])
                    .expected(claim.expected()),
            );
        }
        for Named { range, claim } in named_later(reading) {
            let (count, said) = (claim.right().unwrap_or_default(), claim.given.value);
            told.finding(
                WRONG
                    .finding(msg!(
                        "ở đây kể {count}, số nêu ở trên là {said}",
                        "{count} are named here, the number above is {said}"
                    ))
                    .at(subject.place(reading.passage, range.clone()))
                    .found(&reading.text[range])
                    .expected(msg!("{said}", "{said}")),
            );
        }
    }
}

/// A list of names, and the number of them that stands before its sentence.
struct Named {
    range: Range<usize>,
    claim: Claim,
}

/// Numbers written as words that begin a sentence and open a list in lines: `Ba nhóm việc trọng tâm:`.
fn in_words(reading: Reading<'_>) -> Vec<Named> {
    let text = reading.passage.all_small();
    let ends = text.match_indices(":\n").map(|(at, _)| at);
    let counted = ends.filter_map(|end| {
        let start = reading.passage.sentence(end).start;
        let sentence = text.get(start..end)?;
        let begin = start + sentence.len() - sentence.trim_start().len();
        let (word, noun) = sentence.trim_start().split_once(' ')?;
        let said = SMALL_NUMBERS.iter().position(|counting| *counting == word)? + 2;
        let named = NAMED_POINTS.iter().chain(NAMED_THINGS.iter()).any(|words| begins_with(noun, words));
        if !named || noun.split_whitespace().count() > LONGEST_SUBJECT || noun.contains([',', '(']) {
            return None;
        }
        let (items, whole) = lines(reading.text, end + 1)?;
        let claim = Claim::new(Said::counted(said.into()), Law::Count(items.len()));
        (whole && items.len() > 1 && !claim.holds()).then_some(Named { range: begin..begin + word.len(), claim })
    });
    counted.collect()
}

/// Lists of names whose sentence says what an earlier one counted: `khiển trách 03 người. Các ông bị khiển trách gồm A, B, C và D`,
/// `09/11 cụm có hệ thống xử lý nước thải; các cụm còn lại gồm A, B và C`.
fn named_later(reading: Reading<'_>) -> Vec<Named> {
    const LIST: &str = " gồm ";
    /// So many numbers and marks a list has at most.
    const LONGEST_LIST: usize = 64;
    let lists = reading.passage.all_small().match_indices(LIST);
    let named = lists.filter_map(|(at, _)| {
        let first = reading.tokens.partition_point(|token| token.range.start < at);
        let ends = |token: &Token| matches!(token.kind, Kind::Stop | Kind::Line | Kind::Semicolon | Kind::Open);
        let mark = first.checked_sub(1)?;
        let start = reading.tokens[mark].end;
        let words = reading.passage.small(&(start..at)).trim();
        let said: Vec<&str> = words.split_whitespace().collect();
        let [all, noun, .., last, state] = said[..] else { return None };
        let of_all = matches!(all, "các" | "những") && said.len() <= LONGEST_SUBJECT;
        let end = reading.tokens[first..].iter().take(LONGEST_LIST).find(|token| ends(token))?.range.start;
        let from = at + LIST.len();
        let items = split(reading.text, from..end.max(from), &[",", " và "]);
        let closed = items.len() > 1 && reading.text[..items.last()?.start].ends_with(" và ");
        let proper = |item: &Range<usize>| is_proper(reading.text[item.clone()].trim(), noun);
        // What is said of all of them follows the last name.
        let (last_item, others) = items.split_last()?;
        let begins = reading.text[last_item.clone()].trim_start().starts_with(char::is_uppercase);
        if !of_all || !closed || !begins || !others.iter().all(proper) {
            return None;
        }
        let state = format!("{last} {state}");
        let count = |at: usize| {
            let token = &reading.tokens[at];
            let after = reading.after(at).trim();
            match token.kind {
                Kind::Fraction(part, whole) if state == "còn lại" && after.starts_with(noun) => Some(whole - part),
                Kind::Count(value) if state != "còn lại" && !token.hedge => {
                    let stated = reading.before(at).trim_end().ends_with(&state) || after.contains(&state);
                    (stated && (token.unit.is_people() || after.starts_with(noun))).then_some(value)
                }
                _ => None,
            }
        };
        let counted = reading.back(first).find_map(count)?;
        let claim = Claim::new(Said::counted(counted), Law::Count(items.len()));
        let range = from..end - reading.text[from..end].len() + reading.text[from..end].trim_end().len();
        (!claim.holds()).then_some(Named { range, claim })
    });
    named.collect()
}

/// That a number is how many its list names, where it is not, and whether that is sure.
fn counted(reading: Reading<'_>, at: usize, subject: &Subject<'_>) -> Option<(Claim, bool)> {
    let token = &reading.tokens[at];
    let Kind::Count(said) = token.kind else { return None };
    let most = Decimal::from(MOST);
    // `Có thêm 04 sản phẩm: ...`, `đại biểu đến từ 07 nước:`
    let plain = ["thêm", "đến từ"].iter().any(|words| reading.before(at).trim_end().ends_with(words));
    let rough = token.hedge && !plain;
    if token.unit.name.is_empty() || rough || said < Decimal::TWO || said > most || said.fract() != Decimal::ZERO {
        return None;
    }
    let list = list(reading, at, subject)?;
    let claim = Claim::new(Said::counted(said), Law::Count(list.items.len()));
    if list.items.len() < 2 || claim.holds() {
        return None;
    }
    let begins = |words: &[&str]| words.iter().any(|word| begins_with(&list.noun, word));
    // `02 hồ có hư hỏng (hồ Đá Bạc, hồ Cây Sấu)`
    let word = list.noun.split(' ').next().unwrap_or_default();
    let is_named = |item: &Range<usize>| {
        let text = reading.text[item.clone()].trim();
        text.strip_prefix(word).is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase))
    };
    let named = list.named || list.items.iter().all(is_named);
    let sure = surely(reading, &list, said, named || begins(&NAMED_THINGS), begins(&NAMED_POINTS));
    let documents = || {
        token.unit.is_documents()
            && !list.items.is_empty()
            && list.items.iter().all(|item| cites_one(reading, item, subject))
    };
    let own = || token.unit.is_known() && list.items.iter().all(|item| starts(reading, item, &token.unit.name));
    let offices = || is_of_offices(&list.noun) && list.items.iter().all(|item| is_office(reading, item));
    match sure {
        Some(sure) => Some((claim, sure)),
        None => (list.opener != Opener::Parenthesis && (documents() || own() || offices())).then_some((claim, false)),
    }
}

/// Whether it is sure that a list names all there is, one thing an item; nothing where nothing can be said of it.
fn surely(reading: Reading<'_>, list: &List, said: Decimal, things: bool, points: bool) -> Option<bool> {
    let items = &list.items;
    let named = Decimal::from(items.len());
    let text = |item: &Range<usize>| reading.text[item.clone()].trim();
    let first = |item: &Range<usize>| text(item).split_whitespace().next().unwrap_or_default().to_lowercase();
    let numbered = items
        .iter()
        .all(|item| first(item) == "số" && text(item)["số".len()..].trim().bytes().all(|byte| byte.is_ascii_digit()));
    // What is fewer may be some of all, unless `và` says that no other follows.
    let whole = named > said || list.joined;
    if numbered {
        return Some(whole);
    }
    let proper = items.iter().all(|item| is_proper(text(item), &list.noun));
    if proper && things {
        let some = !whole && list.opener == Opener::Parenthesis;
        // `03 điểm quặng (Nà Rì, Khuổi Chang)`: one of few is seldom left out.
        if some && named + Decimal::ONE == said && said < Decimal::from(5) {
            return Some(false);
        }
        return (!some).then_some(whole && (list.opener != Opener::Colon || list.atomic));
    }
    if list.table {
        // Rows of prices or of days are no list of what the sentence counts.
        return (list.named_column && (things || points)).then_some(list.opener == Opener::Comprises);
    }
    // `Xây dựng 02 mô hình điểm:` above lines: one more or one less is a slip.
    if list.in_lines && list.opener == Opener::Colon && things && !points {
        let one_off = (named - said).abs() == Decimal::ONE;
        return (list.atomic && one_off).then_some(false);
    }
    let opened = list.opener == Opener::Comprises || list.opener == Opener::Follows && points;
    let opened = opened || list.opener == Opener::With;
    if !(points || things && opened) || list.opener == Opener::Parenthesis {
        return None;
    }
    let counts = items.iter().any(|item| text(item).starts_with(|c: char| c.is_ascii_digit()));
    if counts && !(points && list.noun.starts_with("nhóm")) || named > said * Decimal::TWO {
        return None;
    }
    if !list.atomic {
        return None;
    }
    // An item may be two things: `y tế, vệ sinh môi trường`.
    let joined = |item: &&Range<usize>| text(item).contains([',', '(']) || text(item).contains(" và ");
    let double = Decimal::from(items.iter().filter(joined).count());
    Some(opened && (named > said || named + double < said))
}

/// Whether an item of a list is a name: all its words have capitals, behind the word for what is named.
fn is_proper(item: &str, noun: &str) -> bool {
    let first = noun.split(' ').next().unwrap_or_default();
    let rest = match item.get(..first.len()) {
        Some(begin) if begin.to_lowercase() == first => item[first.len()..].trim_start(),
        _ => item,
    };
    let mut words = rest.split(' ').peekable();
    let capital = |word: &str| word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    words.peek().is_some_and(|first| first.starts_with(char::is_uppercase)) && words.all(capital)
}

fn begins_with(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',']))
}

/// Whether an item begins with the name of what is counted.
fn starts(reading: Reading<'_>, item: &Range<usize>, unit: &str) -> bool {
    let text = reading.passage.small(item).trim_start_matches([' ', '-', '+', '*', '\n']);
    let named = baocao_vietnamese::lexicon::units::units().any(|known| {
        known.name == unit && (known.of == baocao_vietnamese::lexicon::units::Of::State || unit == "thôn")
    });
    named && text.strip_prefix(unit).is_some_and(|rest| rest.starts_with(' '))
}

/// Whether an item cites one document.
fn cites_one(reading: Reading<'_>, item: &Range<usize>, subject: &Subject<'_>) -> bool {
    let cited = subject.cited().documents_of(reading.passage.index);
    let cited = &cited[cited.partition_point(|(_, document)| document.range.start < item.start)..];
    cited.iter().take(2).filter(|(_, document)| item.contains(&document.range.start)).count() == 1
}
