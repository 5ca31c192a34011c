//! Titles of appendices and tables that name another territory.

use std::ops::Range;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::lexicon::lists::{NO_NAMES, NO_PLACES};

use super::itself;
use super::organ::{plain, territory};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::{Passage, TextKind};

pub(super) const TITLES: Family = Family {
    name: Say {
        vi: "Tên địa phương trong tiêu đề, mở đầu, kết thúc", en: "Territories in titles, opening, closing"
    },
    rules: &[&ELSEWHERE, &OTHER_ORGAN],
    check,
};

const ELSEWHERE: Rule = Rule {
    id: Id::new("the-thuc/phu-luc-noi-khac"),
    severity: Severity::Warning,
    title: Say {
        vi: "Tiêu đề phụ lục, biểu mang tên địa phương của cơ quan ban hành",
        en: "Titles of appendices and tables name the agency's own territory",
    },
    why: Say {
        vi: "Biểu chép từ báo cáo của nơi khác hay còn tên nơi ấy. Chỉ xét địa phương cùng cấp với cơ quan ban hành hoặc \
             với cơ quan cấp trên trực tiếp; tên chỉ khác nhau ở dấu do quy tắc về tên riêng xét.",
        en: "A form copied from elsewhere often keeps that place's name. Only territories of the agency's own kind, or of \
             its parent's, are looked at; names that differ in marks alone are for the rules of names.",
    },
    law: None,
    set: "cchc/xa-2025",
    passes: r#"{"document": {"organ": {"organ_name": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "short_name": "UBND xã Bình An"}}, "appendices": [{"title": "SỐ LIỆU CẢI CÁCH HÀNH CHÍNH XÃ BÌNH AN QUÝ III", "forms": ["chi-dao"]}]}"#,
    fails: r#"{"document": {"organ": {"organ_name": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "short_name": "UBND xã Bình An"}}, "appendices": [{"title": "SỐ LIỆU CẢI CÁCH HÀNH CHÍNH XÃ PHÚ LỘC", "forms": ["chi-dao"]}]}"#,
};

pub(super) const OTHER_ORGAN: Rule = Rule {
    id: Id::new("the-thuc/mo-dau-noi-khac"),
    severity: Severity::Warning,
    title: Say {
        vi: "Đoạn mở đầu, kết thúc mang tên cơ quan ban hành",
        en: "Opening and closing name the agency itself",
    },
    why: Say {
        vi: "\"UBND xã ... báo cáo\" ở đoạn mở đầu và kết thúc là cơ quan ban hành; báo cáo viết trên bản của nơi khác hay \
             còn tên nơi ấy. Chỉ xét UBND cùng cấp với cơ quan ban hành, \
             và với sở, phòng, ban là câu \"Sở ... kính gửi\", \"Sở ... báo cáo\"; tên cũ (có chữ \"cũ\", \"trước đây\") được bỏ qua.",
        en: "The committee that reports in the opening and the closing is the agency itself; a report written over another's \
             often keeps that name. Only committees of the agency's own level are looked at, of departments only where one says \
             that it reports; former ones are left alone.",
    },
    law: None,
    set: "cchc/xa-2025",
    passes: r#"{"document": {"organ": {"organ_name": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "short_name": "UBND xã Bình An"}}, "sections": {"ket-thuc": "Trên đây là báo cáo của UBND xã Bình An."}}"#,
    fails: r#"{"document": {"organ": {"organ_name": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "short_name": "UBND xã Bình An"}}, "sections": {"ket-thuc": "Trên đây là báo cáo của UBND xã Phú Lộc."}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let organ = &subject.report.document.organ;
    let parent = organ.parent_name.as_deref().or(organ.parent_short_name.as_deref());
    let known: Vec<_> = [territory(&organ.organ_name), parent.and_then(territory)].into_iter().flatten().collect();
    let titles = subject.passages_of(&[TextKind::Heading]);
    for passage in titles.filter(|passage| passage.slot.outline_path().is_none()) {
        for (kind, own) in &known {
            if let Some(range) = foreign(passage, kind, own) {
                told.finding(
                    ELSEWHERE
                        .finding(msg!("tiêu đề mang tên một địa phương khác", "the title names another territory"))
                        .at(subject.place(passage, range.clone()))
                        .found(&passage.text[range])
                        .hint(msg!("sửa lại tên địa phương, hoặc bỏ", "mend the name, or take it out")),
                );
            }
        }
    }
    ends(subject, told);
}

/// The opening and the closing, where the committee of the agency's level is the agency.
fn ends(subject: &Subject<'_>, told: &mut Told) {
    let outline = &subject.set.outline;
    let ends = [outline.opening.as_str(), outline.closing.as_str()];
    let organ = &subject.report.document.organ;
    let tell = |passage: &Passage<'_>, range: Range<usize>, told: &mut Told| {
        told.finding(
            OTHER_ORGAN
                .finding(msg!("đây là tên một cơ quan khác", "this is another agency's name"))
                .at(subject.place(passage, range.clone()))
                .found(&passage.text[range])
                .hint(msg!("sửa lại tên cơ quan", "mend the agency's name")),
        );
    };
    let own_territory = territory(&organ.organ_name);
    let names = [organ.organ_name.as_str(), organ.short_name.as_str()];
    for (passage, part) in subject.ends_of_outline().into_iter().flatten().filter(|_| own_territory.is_none()) {
        if let Some(range) = itself::other(&passage.text[part.clone()], names) {
            tell(passage, part.start + range.start..part.start + range.end, told);
        }
    }
    for passage in subject.passages_of(&[TextKind::Prose]) {
        if !passage.slot.section_id().is_some_and(|id| ends.contains(&id)) {
            continue;
        }
        let Some((kind_of, own)) = &own_territory else {
            if let Some(range) = itself::other(&passage.text, names) {
                tell(passage, range, told);
            }
            continue;
        };
        let Some(range) = foreign(passage, kind_of, own) else { continue };
        let before = passage.text[..range.start].trim_end().trim_end_matches(')').to_lowercase();
        let after = passage.text[range.end..].trim_start_matches([' ', '(']);
        let former = after.starts_with("cũ") || after.starts_with("trước");
        // `Phường Phú Lộc được thành lập ...` with nothing of the agency's own name beside it.
        let founded = (before.is_empty() || before.ends_with('.'))
            && after.starts_with("được thành lập")
            && !plain(&passage.text).contains(own.as_str());
        if (before.ends_with("ubnd") || before.ends_with("ban nhân dân") || founded) && !former {
            tell(passage, range, told);
        }
    }
}

/// The longest name of a territory, in syllables.
const LONGEST_NAME: usize = 5;

/// A territory of a kind in a title that is not the known one.
fn foreign(passage: &Passage<'_>, kind: &str, own: &str) -> Option<Range<usize>> {
    let words = words(&passage.text);
    let kind: Vec<String> = kind.split(' ').map(plain).collect();
    (0..words.len()).find_map(|at| {
        let (before, rest) = words.split_at(at);
        let is_kind = rest.len() > kind.len() && rest.iter().zip(&kind).all(|(word, kind)| word.bare == *kind);
        if !is_kind || before.last().is_some_and(|word| NO_PLACES.iter().any(|no_place| plain(no_place) == word.bare)) {
            return None;
        }
        let name = name(&rest[kind.len()..]);
        let same = own.split(' ').zip(name).all(|(own, word)| own == word.bare);
        let first = rest.first()?.range.start;
        let end = name.last()?.range.end;
        (!same && name.len() <= LONGEST_NAME).then_some(first..end)
    })
}

/// A word of a title.
struct TitleWord {
    range: Range<usize>,
    /// In capitals, without marks and punctuation.
    bare: String,
    /// Whether it begins with a capital or a digit.
    capital: bool,
    /// Whether punctuation follows it.
    last: bool,
}

fn words(text: &str) -> Vec<TitleWord> {
    let mut words = Vec::new();
    let mut start = 0;
    for part in text.split(char::is_whitespace) {
        let word = part.trim_matches(|letter: char| !letter.is_alphanumeric());
        if !word.is_empty() {
            let from = start + part.find(word).unwrap_or(0);
            let capital = word.starts_with(|first: char| first.is_uppercase() || first.is_numeric());
            let last = !part.ends_with(word);
            words.push(TitleWord { range: from..from + word.len(), bare: plain(word), capital, last });
        }
        // Every space that splits is counted by its own length.
        start += part.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
    words
}

/// The name that words begin with.
fn name(words: &[TitleWord]) -> &[TitleWord] {
    let mut end = 0;
    for word in words {
        if !word.capital || NO_NAMES.contains(&word.bare.as_str()) {
            break;
        }
        end += 1;
        if word.last {
            break;
        }
    }
    &words[..end]
}
