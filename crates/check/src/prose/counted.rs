//! How many things a list says that it names, and how many it names.

use baocao_core::claim::{Claim, Law, Said};
use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::lexicon::lists::{COUNTED_LISTS, SOME};
use baocao_vietnamese::lexicon::units::Of;
use baocao_vietnamese::small;

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;

pub(super) const COUNTED: Family =
    Family { name: Say { vi: "Số mục kể ra", en: "How many things a list names" }, rules: &[&COUNT], check };

const COUNT: Rule = Rule {
    id: Id::new("loi-van/so-muc-nghi-van"),
    severity: Severity::Note,
    title: Say {
        vi: "Danh sách có đủ số mục đã nêu trước nó",
        en: "A list names as many things as the number before it says",
    },
    why: Say {
        vi: "Chỉ xét danh sách mà mục nào cũng bắt đầu bằng tên của thứ được đếm (\"05 phòng: Phòng Nội vụ, Phòng Tư pháp, ...\") \
             và danh sách văn bản mà mỗi mục dẫn đúng một văn bản. Có thể chỉ kể một phần, nên đây là nghi vấn.",
        en: "Only lists all of whose items begin with the name of what is counted, and lists of documents with one document in \
             each item. A list may name some only; this finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Đã kiểm tra 03 phòng: Phòng Nội vụ, Phòng Tư pháp và Phòng Y tế."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Đã kiểm tra 05 phòng: Phòng Nội vụ, Phòng Tư pháp và Phòng Y tế."}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    for reading in subject.readings() {
        let passage = reading.passage;
        for (at, token) in reading.tokens.iter().enumerate() {
            let Kind::Count(said) = token.kind else { continue };
            let Some(pieces) = pieces(reading, at) else { continue };
            let unit = token.unit.name.as_str();
            let documents = |piece: &&std::ops::Range<usize>| {
                let cited = subject.cited().documents.iter().filter(|(index, _)| *index == reading.passage.index);
                let inside = cited.filter(|(_, document)| piece.contains(&document.range.start));
                token.unit.of == Some(Of::Documents) && inside.count() == 1
            };
            let named = |piece: &&std::ops::Range<usize>| {
                let text = small(passage.text[(*piece).clone()].trim_start_matches([' ', '-', '+', '*', '\n']));
                (token.unit.of == Some(Of::State) || unit == "thôn")
                    && text.strip_prefix(unit).is_some_and(|rest| rest.starts_with(' '))
            };
            let all = pieces.iter().all(|piece| named(&piece)) || pieces.iter().all(|piece| documents(&piece));
            let claim = Claim::new(Said::counted(said), Law::Count(pieces.len()));
            if pieces.len() < 2 || !all || claim.holds() {
                continue;
            }
            let count = pieces.len();
            told.finding(
                COUNT
                    .finding(msg!("danh sách sau số này có {count} mục", "the list behind this number names {count}"))
                    .at(subject.place(passage, token.range.start..token.end))
                    .found(&passage.text[token.range.clone()])
                    .expected(claim.expected()),
            );
        }
    }
}

/// The items of the list that the colon behind a number opens: lines with one mark, what semicolons divide, or what commas
/// and `và` do.
fn pieces(reading: Reading<'_>, at: usize) -> Option<Vec<std::ops::Range<usize>>> {
    let token = &reading.tokens[at];
    let marks = |kind| matches!(kind, Kind::Comma | Kind::Line);
    let colon = (at + 1..reading.tokens.len()).find(|next| !marks(reading.tokens[*next].kind))?;
    if !token.unit.is_known() || token.hedge || reading.tokens[colon].kind != Kind::Colon {
        return None;
    }
    if !COUNTED_LISTS.contains(&reading.between(at, colon).trim_matches([',', ' '])) {
        return None;
    }
    let start = reading.tokens[colon].end;
    let rest = reading.text.get(start..)?;
    if rest.trim_start_matches(' ').starts_with('\n') {
        return items(reading.text, start);
    }
    let ends = |token: &&baocao_reading::numbers::Token| matches!(token.kind, Kind::Stop | Kind::Line | Kind::Close);
    let end = reading.tokens[colon + 1..].iter().find(ends)?.range.start;
    let list = reading.text.get(start..end)?;
    if SOME.iter().any(|word| list.to_lowercase().contains(word)) {
        return None;
    }
    let split = |list: &str, by: &str| -> Vec<std::ops::Range<usize>> {
        let mut from = start;
        let pieces = list.split(by).map(|piece| {
            let range = from..from + piece.len();
            from = range.end + by.len();
            range
        });
        pieces.collect()
    };
    if list.contains(';') {
        return Some(split(list, ";"));
    }
    // Names have commas of their own: a piece begins where the unit's name does.
    let unit = &token.unit.name;
    let words = small(list);
    let begins: Vec<usize> = words.match_indices(unit.as_str()).map(|(at, _)| at).collect();
    let apart = |at: &usize| {
        let before = words[..*at].trim_end();
        before.is_empty() || before.ends_with(',') || before.ends_with(" và")
    };
    let begins: Vec<usize> = begins.into_iter().filter(apart).map(|at| start + at).collect();
    let ends = begins.iter().skip(1).copied().chain([end]);
    let first = begins.first().is_some_and(|first| reading.text[start..*first].trim().is_empty());
    first.then(|| begins.iter().copied().zip(ends).map(|(from, to)| from..to).collect())
}

/// The lines of a list, all with the mark of the first.
fn items(text: &str, start: usize) -> Option<Vec<std::ops::Range<usize>>> {
    let mut items = Vec::new();
    let (mut from, mut mark) = (start, None);
    for line in text[start..].split_inclusive('\n') {
        let range = from..from + line.len();
        from = range.end;
        let Some(first) = line.trim_start().chars().next() else { continue };
        if !matches!(first, '+' | '-' | '*' | '•') || mark.is_some_and(|mark| mark != first) {
            break;
        }
        mark = Some(first);
        items.push(range);
    }
    Some(items)
}
