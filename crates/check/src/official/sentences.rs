//! Capitals at the beginning of paragraphs and headings.

use std::ops::Range;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;

use super::spots::Spots;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::Shape;
use baocao_reading::TextKind;

pub(super) const SENTENCES: Family =
    Family { name: Say { vi: "Viết hoa đầu đoạn", en: "Capitals of paragraphs" }, rules: &[&BEGIN], check };

const BEGIN: Rule = Rule {
    id: Id::new("viet-hoa/dau-cau"),
    severity: Severity::Note,
    title: Say { vi: "Đầu đoạn, đầu mục viết hoa", en: "Paragraphs and headings begin with capitals" },
    why: Say {
        vi: "Xuống dòng thì viết hoa. Không xét mục liệt kê, dòng nối tiếp dấu hai chấm, dấu phẩy; chữ đầu câu trong đoạn \
             do van-ban/cham-giua-cau xét. Nêu một lần, kèm các chỗ.",
        en: "A new line begins with a capital. List items and lines that continue after a colon or a comma are not looked \
             at; van-ban/cham-giua-cau looks at sentences inside. Told once, with all places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục I"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Đã hoàn thành.\n\nCác thôn tiếp tục thực hiện."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Đã hoàn thành.\n\ncác thôn tiếp tục thực hiện."}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let mut spots = Spots::default();
    let headings = subject.passages_of(&[TextKind::Heading]).filter(|passage| passage.slot.outline_path().is_some());
    for passage in headings {
        if let Some(range) = small_first(&passage.text, 0..passage.text.len()) {
            spots.add(passage, range);
        }
    }
    for passage in subject.body() {
        let mut open = false;
        for piece in passage.blocks() {
            let text = &passage.text[piece.range.clone()];
            if piece.shape != Shape::Paragraph || !open {
                let begins =
                    (!matches!(piece.shape, Shape::Item(_))).then(|| small_first(&passage.text, piece.range.clone()));
                if let Some(range) = begins.flatten() {
                    spots.add(passage, range);
                }
            }
            // After a colon or a comma the next line may run on.
            open = text.ends_with([':', ',', ';']);
        }
    }
    spots.tell(
        &BEGIN,
        &msg!("chữ đầu đoạn hoặc đầu mục không viết hoa", "a paragraph or a heading begins small"),
        &msg!("viết hoa chữ này", "give it a capital"),
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
