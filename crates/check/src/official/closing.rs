//! What the closing sentence says again of the document: its year, its place.

use std::ops::Range;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_reading::{Passage, TextKind};

use super::organ::{plain, territory};
use super::titles;
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const CLOSING: Family =
    Family { name: Say { vi: "Câu kết", en: "The closing sentence" }, rules: &[&YEAR, &PLACE], check };

const YEAR: Rule = Rule {
    id: Id::new("the-thuc/nam-cau-ket"),
    severity: Severity::Warning,
    title: Say {
        vi: "Câu \"Trên đây là ...\" nêu năm của trích yếu",
        en: "The closing sentence names the year of the subject",
    },
    why: Say {
        vi: "\"Trên đây là báo cáo công tác ... năm 2024\" dưới trích yếu \"... năm 2025\": còn sót của văn bản năm trước. Câu nêu thêm năm \
             của trích yếu, câu dẫn văn bản khác không bị xét.",
        en: "A closing that names one year only, which the subject does not, was left from another document. Sentences that cite documents are left alone.",
    },
    law: None,
    set: "chung/bao-cao",
    passes: r#"{"document": {"subject": "Công tác bảo vệ trẻ em năm 2025"}, "outline": [{"title": "Kết quả", "text": "Xã đã họp.\n\nTrên đây là báo cáo công tác bảo vệ trẻ em năm 2025."}]}"#,
    fails: r#"{"document": {"subject": "Công tác bảo vệ trẻ em năm 2025"}, "outline": [{"title": "Kết quả", "text": "Xã đã họp.\n\nTrên đây là báo cáo công tác bảo vệ trẻ em năm 2024."}]}"#,
};

const PLACE: Rule = Rule {
    id: Id::new("the-thuc/noi-cau-ket"),
    severity: Severity::Warning,
    title: Say {
        vi: "Câu \"Trên đây là ...\" nêu địa phương của cơ quan ban hành",
        en: "The closing sentence names the office's own territory",
    },
    why: Say {
        vi: "\"Trên đây là kế hoạch ... của xã Tân Phú\" cuối văn bản của UBND xã Bình An: còn sót của văn bản nơi khác.",
        en: "A closing that gives the document to another territory of the same kind was left from another document.",
    },
    law: None,
    set: "chung/bao-cao",
    passes: r#"{"document": {"organ": {"organ_name": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "short_name": "UBND xã Bình An"}}, "outline": [{"title": "Kết quả", "text": "Xã đã họp.\n\nTrên đây là báo cáo của xã Bình An."}]}"#,
    fails: r#"{"document": {"organ": {"organ_name": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "short_name": "UBND xã Bình An"}}, "outline": [{"title": "Kết quả", "text": "Xã đã họp.\n\nTrên đây là báo cáo của xã Tân Phú."}]}"#,
};

/// How a closing begins.
const OPENING: &str = "trên đây là";

fn check(subject: &Subject<'_>, told: &mut Told) {
    let document = &subject.report.document;
    let mut own = years(&document.subject.to_lowercase()).map(|(_, year)| year.to_owned()).collect::<Vec<_>>();
    own.extend(subject.report.period.as_ref().filter(|_| !own.is_empty()).map(|period| period.year.to_string()));
    let place = territory(&document.organ.organ_name);
    for passage in subject.passages_of(&[TextKind::Prose]) {
        let Some(sentence) = closing(passage) else { continue };
        let small = passage.small(&sentence);
        let named: Vec<(usize, &str)> = years(small).collect();
        if let [(at, year)] = named[..]
            && !own.is_empty()
            && !own.iter().any(|own| own == year)
            && !small.contains(" số ")
        {
            let start = sentence.start + at;
            let range = start..start + year.len();
            let years = own.join(", ");
            told.finding(
                YEAR.finding(msg!(
                    "câu kết nêu năm khác với trích yếu",
                    "the closing names another year than the subject"
                ))
                .at(subject.place(passage, range.clone()))
                .found(&passage.text[range])
                .expected(msg!("{years}", "{years}")),
            );
        }
        if let Some(range) = place.as_ref().and_then(|(kind, own)| other_place(passage, &sentence, kind, own)) {
            let finding = PLACE.finding(msg!("đây là tên một địa phương khác", "this is another territory's name"));
            let place = subject.place(passage, range.clone());
            told.unless(&[titles::OTHER_ORGAN.id], vec![place.clone()], finding.at(place).found(&passage.text[range]));
        }
    }
}

/// The closing sentence of a text.
fn closing(passage: &Passage<'_>) -> Option<Range<usize>> {
    let text = passage.all_small();
    let start =
        text.rfind(OPENING).filter(|at| text[..*at].trim_end_matches(' ').ends_with(['\n', '.']) || *at == 0)?;
    Some(start..passage.sentence(start).end)
}

/// The years behind `năm` in a text in small letters, and where they stand.
fn years(text: &str) -> impl Iterator<Item = (usize, &str)> {
    const YEAR_OF: &str = "năm ";
    text.match_indices(YEAR_OF).filter_map(|(at, _)| {
        let year = text.get(at + YEAR_OF.len()..at + YEAR_OF.len() + 4)?;
        let whole = !text[at + YEAR_OF.len() + 4..].starts_with(|c: char| c.is_alphanumeric());
        (whole && year.bytes().all(|byte| byte.is_ascii_digit())).then_some((at + YEAR_OF.len(), year))
    })
}

/// Another territory of the office's kind, to which a closing gives the document: `của xã Tân Phú`, `của UBND xã Tân Phú`.
fn other_place(passage: &Passage<'_>, sentence: &Range<usize>, kind: &str, own: &str) -> Option<Range<usize>> {
    let small = passage.small(sentence);
    ["của ", "của ubnd "].iter().find_map(|words| {
        let words = format!("{words}{kind} ");
        let at = sentence.start + small.find(&words)? + words.len();
        let name: Vec<&str> = passage.text[at..sentence.end].split(' ').take(5).collect();
        let titled = name.iter().take_while(|word| word.starts_with(char::is_uppercase));
        let mut end = at;
        for (count, word) in titled.enumerate() {
            let letters = word.trim_end_matches(|c: char| !c.is_alphabetic());
            end += letters.len() + usize::from(count > 0);
            if letters.len() < word.len() {
                break;
            }
        }
        let named = plain(&passage.text[at..end]);
        let same = own.starts_with(&named) || named.starts_with(own);
        (named.contains(' ') && !same).then_some(at - kind.len() - 1..end)
    })
}
