//! Headings: no punctuation at their end, no number typed by hand.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use baocao_core::diagnostic::{Finding, Id, Severity};
use baocao_core::document::{Block, plain_text};
use baocao_core::msg;
use regex_lite::Regex;

use super::organ::plain;
use crate::{Family, Repair, Rule, Say, Subject, Told};
use baocao_reading::Shape;
use baocao_reading::pattern;
use baocao_reading::{Passage, TextKind};

pub(super) const HEADINGS: Family =
    Family { name: Say { vi: "Đầu mục", en: "Headings" }, rules: &[&END, &NUMBER], check };

/// Which headings have their text on their line, so that a sign parts the two, the document says.
pub(super) const REPAIR: Repair = Repair { rules: &[&END], look: None };

pub(crate) const END: Rule = Rule {
    id: Id::new("the-thuc/dau-muc-dau-cuoi"),
    severity: Severity::Note,
    title: Say { vi: "Cuối đầu mục không có dấu câu", en: "No punctuation ends a heading" },
    why: Say {
        vi: "Đầu mục đứng riêng một dòng, không kết thúc bằng dấu hai chấm, dấu chấm, dấu phẩy.",
        en: "A heading stands on its own line and ends without a colon, a full stop or a comma.",
    },
    law: None,
    set: "cchc/xa-2025",
    passes: r#"{"outline": [{"title": "Kết quả thực hiện", "text": "Không có."}]}"#,
    fails: r#"{"outline": [{"title": "Kết quả thực hiện:", "text": "Không có."}]}"#,
};

const NUMBER: Rule = Rule {
    id: Id::new("the-thuc/dau-muc-hai-so"),
    severity: Severity::Warning,
    title: Say { vi: "Đầu mục không gõ số thứ tự", en: "Headings are given without their number" },
    why: Say {
        vi: "Chương trình tự đánh số đầu mục; số gõ tay in ra thành hai số: \"1. 1. Công tác ...\". Đầu mục ở cấp không \
             đánh số thì không bị xét.",
        en: "The program numbers headings; one typed by hand is printed twice. Levels without numbers are not looked at.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6"),
    set: "cchc/xa-2025",
    passes: r#"{"outline": [{"title": "Kết quả thực hiện", "text": "Không có."}]}"#,
    fails: r#"{"outline": [{"title": "1. Kết quả thực hiện", "text": "Không có."}]}"#,
};

/// A number at the beginning of a heading.
static TYPED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(concat!(
        r"^(?:(?:[Pp]hần|PHẦN|[Mm]ục|MỤC)\s+(?:[IVXL]+|[0-9]+)\b[.:]?|[IVXL]+[.)]",
        r"|[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]|[0-9]{1,2}(?:\.[0-9]{1,2})+|[a-zđ]\))\s",
    ))
});

fn check(subject: &Subject<'_>, told: &mut Told) {
    let printed = printed(subject);
    let titles = subject.passages_of(&[TextKind::Heading]).filter(|passage| passage.slot.outline_path().is_some());
    let mut slips = Slips::default();
    for passage in titles {
        heading(passage, 0..passage.text.len(), &printed, subject, &mut slips);
    }
    for passage in subject.body() {
        for piece in passage.blocks().into_iter().filter(|piece| piece.shape == Shape::Heading) {
            heading(passage, piece.range.clone(), &printed, subject, &mut slips);
        }
    }
    told.together(slips.ended);
    told.together(slips.numbered);
}

/// Headings with a slip: what one of them has, others often have too.
#[derive(Default)]
struct Slips {
    ended: Vec<Finding>,
    numbered: Vec<Finding>,
}

/// What the program makes of headings.
#[derive(Default)]
struct Printed {
    /// Those that it numbers.
    numbered: BTreeSet<String>,
    /// Those whose text begins on their line: punctuation parts the two.
    run_in: BTreeSet<String>,
}

fn printed(subject: &Subject<'_>) -> Printed {
    let mut printed = Printed::default();
    for block in subject.document.iter().flat_map(|document| &document.body) {
        let Block::Heading { number, text, run_in, .. } = block else { continue };
        let text = plain(&plain_text(text));
        if *run_in {
            printed.run_in.insert(text.clone());
        }
        if !number.is_empty() {
            printed.numbered.insert(text);
        }
    }
    printed
}

fn heading(passage: &Passage<'_>, range: Range<usize>, printed: &Printed, subject: &Subject<'_>, slips: &mut Slips) {
    let text = passage.text[range.clone()].trim_end();
    let kept = text.trim_end_matches([':', '.', ';', ',', ' ']);
    let ends = kept.len() < text.len() && !kept.is_empty() && !text.ends_with("...");
    if ends && !printed.run_in.contains(&plain(text)) {
        let at = range.start + kept.len()..range.start + text.len();
        let sure = subject.document.is_some() && !kept.ends_with("v.v");
        slips.ended.push(
            END.finding(msg!("đầu mục kết thúc bằng dấu câu", "punctuation ends the heading"))
                .at(subject.place(passage, at.clone()))
                .found(text)
                .edits(if sure { subject.edits(passage, &[(at, "")]) } else { Vec::new() })
                .expected(msg!("{kept}", "{kept}")),
        );
    }
    let Some(typed) = TYPED.as_ref().and_then(|pattern| pattern.find(text)) else { return };
    if printed.numbered.contains(&plain(text)) {
        let kept = &text[typed.end()..];
        slips.numbered.push(
            NUMBER
                .finding(msg!(
                    "đầu mục mang số gõ tay, in ra thành hai số",
                    "the heading carries a typed number and is printed with two"
                ))
                .at(subject.place(passage, range.start..range.start + typed.end()))
                .found(typed.as_str().trim())
                .expected(msg!("{kept}", "{kept}")),
        );
    }
}
