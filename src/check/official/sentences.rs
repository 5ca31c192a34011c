//! Capitals at the beginning of sentences, paragraphs and headings.

use std::ops::Range;

use super::paragraphs::{Shape, body, pieces};
use super::spots::Spots;
use crate::check::{Family, Kind, Rule, Say, Subject, Told};
use crate::diagnostic::Severity;
use crate::msg;

pub(super) const SENTENCES: Family =
    Family { name: Say { vi: "Viết hoa đầu câu", en: "Capitals of sentences" }, rules: &[&BEGIN], check };

const BEGIN: Rule = Rule {
    id: "viet-hoa/dau-cau",
    severity: Severity::Note,
    title: Say {
        vi: "Đầu câu, đầu đoạn, đầu mục viết hoa",
        en: "Sentences, paragraphs and headings begin with capitals",
    },
    why: Say {
        vi: "Sau dấu chấm, dấu hỏi, dấu than và khi xuống dòng. Không xét mục liệt kê, dấu ba chấm, chữ viết tắt và số. Nêu \
             một lần, kèm số chỗ.",
        en: "After full stops, question and exclamation marks, and on a new line. List items, ellipses, abbreviations and \
             numbers are not looked at. Told once, with the number of places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục I"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Đã hoàn thành. Các thôn tiếp tục thực hiện, v.v. như kế hoạch."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Đã hoàn thành. các thôn tiếp tục thực hiện."}}"#,
};

/// Abbreviations of three letters and more that a full stop follows.
const SHORT: [&str; 9] = ["ths", "pgs", "đvt", "ngđ", "trđ", "stt", "tel", "fax", "email"];

fn check(subject: &Subject<'_>, told: &mut Told) {
    let mut spots = Spots::default();
    let headings = subject.passages_of(&[Kind::Heading]).filter(|passage| passage.pointer.starts_with("/outline/"));
    for passage in headings {
        if let Some(range) = small_first(&passage.text, 0..passage.text.len()) {
            spots.add(passage, range);
        }
    }
    for passage in body(subject) {
        let mut open = false;
        for piece in pieces(passage) {
            let text = &passage.text[piece.range.clone()];
            if piece.shape != Shape::Paragraph || !open {
                let begins =
                    (!matches!(piece.shape, Shape::Item(_))).then(|| small_first(&passage.text, piece.range.clone()));
                if let Some(range) = begins.flatten() {
                    spots.add(passage, range);
                }
            }
            for range in after_stops(text) {
                spots.add(passage, piece.range.start + range.start..piece.range.start + range.end);
            }
            // After a colon or a comma the next line may run on.
            open = text.ends_with([':', ',', ';']);
        }
    }
    spots.tell(
        &BEGIN,
        msg!("chữ đầu câu, đầu đoạn hoặc đầu mục không viết hoa", "a sentence, a paragraph or a heading begins small"),
        msg!("viết hoa chữ này", "give it a capital"),
        subject,
        told,
    );
}

/// The first word, where it begins with a small letter.
fn small_first(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = &text[range.clone()];
    let start = part.len() - part.trim_start().len();
    let word = part[start..].split_whitespace().next()?;
    let small = word.chars().next().is_some_and(char::is_lowercase) && word.chars().count() > 1;
    // `e-mail`, `iOS`, `pH` and addresses are written so.
    let plain = word.trim_end_matches([',', ':', ';', '.']).chars().all(char::is_lowercase);
    (small && plain).then(|| range.start + start..range.start + start + word.len())
}

/// Words with a small letter after the end of a sentence.
fn after_stops(text: &str) -> Vec<Range<usize>> {
    text.match_indices(['.', '!', '?']).filter_map(|(at, stop)| small_after(text, at, at + stop.len())).collect()
}

fn small_after(text: &str, stop: usize, after: usize) -> Option<Range<usize>> {
    let rest = &text[after..];
    let spaces = rest.len() - rest.trim_start().len();
    let word = rest.trim_start().split(|letter: char| !letter.is_alphabetic()).next()?;
    let small =
        word.chars().next().is_some_and(char::is_lowercase) && word.chars().nth(1).is_some_and(char::is_lowercase);
    if spaces == 0 || !small {
        return None;
    }
    let sentence = text[..stop].trim_end_matches([')', '”']);
    let last = sentence.rsplit(|letter: char| !letter.is_alphabetic()).next()?;
    let shouted = last.chars().all(char::is_uppercase);
    let counts = last.chars().count() > 2 && !shouted && !SHORT.contains(&last.to_lowercase().as_str());
    counts.then(|| after + spaces..after + spaces + word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_beginnings_are_seen() {
        assert_eq!(after_stops("Đã xong. các thôn").len(), 1);
        for text in [
            "Đã xong. Các thôn",
            "đường Ng. Văn An",
            "v.v. và",
            "...nên không",
            "TTHC. các",
            "a. b",
            "1.000 hồ sơ",
            "xong... nên",
        ] {
            assert!(after_stops(text).is_empty(), "{text}");
        }
        assert!(small_first("các thôn", 0..9).is_some());
        for text in ["Các thôn", "iOS và", "https://x.vn là", "01 hồ sơ", "e là"] {
            assert!(small_first(text, 0..text.len()).is_none(), "{text}");
        }
    }
}
