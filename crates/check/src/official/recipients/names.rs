//! The names of recipients and addressees: bare, and each once.

use std::collections::HashSet;
use std::sync::LazyLock;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::{Field, Slot, Text};
use regex_lite::Regex;

use super::as_above::{LAW, is_as_above};
use crate::official::organ::plain;
use crate::texts::Change;
use crate::{Repair, Rule, Say, Subject, Texts, Told};
use baocao_reading::pattern;

pub(crate) const PUNCTUATION: Rule = Rule {
    id: Id::new("the-thuc/noi-nhan-dau-cau"),
    severity: Severity::Note,
    title: Say {
        vi: "Nơi nhận, nơi kính gửi ghi tên trần, không kèm dấu câu",
        en: "Recipients and addressees are given without dashes and punctuation",
    },
    why: Say {
        vi: "Chương trình tự đặt \"- \" ở đầu, \";\" sau mỗi dòng và \".\" ở dòng cuối; dấu gõ tay bị bỏ khi in.",
        en: "The program sets \"- \", \";\" and the last \".\"; what was typed by hand is dropped in print.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"recipients": ["Như trên", "Lưu: VT"]}}"#,
    fails: r#"{"document": {"recipients": ["Như trên;", "Lưu: VT"]}}"#,
};

pub(super) const TWICE: Rule = Rule {
    id: Id::new("the-thuc/noi-nhan-lap"),
    severity: Severity::Warning,
    title: Say { vi: "Mỗi nơi nhận ghi một lần", en: "Each recipient is named once" },
    why: Say {
        vi: "Nơi kính gửi đã nằm trong \"Như trên\", không ghi lại.",
        en: "Addressees are meant by \"Như trên\" and not repeated.",
    },
    law: None,
    set: "cchc/xa-2025",
    passes: r#"{"document": {"to": ["Sở Nội vụ"], "recipients": ["Như trên", "Các thôn", "Lưu: VT"]}}"#,
    fails: r#"{"document": {"to": ["Sở Nội vụ"], "recipients": ["Như trên", "Các thôn", "Sở Nội vụ", "Lưu: VT"]}}"#,
};

/// What is typed before and after a name.
static DRESS: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^(?P<before>\s*(?:[-–+•]\s*)?)(?s:.*?)(?P<after>[ \t\n\xA0;,]*\.?\s*)$"));

pub(in crate::official) const REPAIR: Repair = Repair { rules: &[&PUNCTUATION], look: Some(punctuation) };

/// Tells of names with punctuation of their own.
pub(super) fn punctuation(texts: &Texts<'_>, told: &mut Told) {
    let Some(pattern) = DRESS.as_ref() else { return };
    let lists: [fn(&Slot<'_>) -> bool; 2] = [
        |slot| matches!(slot, Slot::Document(Field::To(_))),
        |slot| matches!(slot, Slot::Document(Field::Recipient(_))),
    ];
    for is_in in lists {
        told.together(texts.passages().iter().filter(|passage| is_in(&passage.slot)).filter_map(|passage| {
            let name = passage.text.as_str();
            let found = pattern.captures(name)?;
            let (before, after) = (found.name("before")?, found.name("after")?);
            let bare = name.get(before.end()..after.start())?;
            // Dots stand for what is left out, or they are those of `v.v.`
            if bare.is_empty() || bare.ends_with("..") || bare.ends_with("v.v") || name.trim() == bare {
                return None;
            }
            let both = [before.range(), after.range()].into_iter().filter(|range| !range.is_empty());
            let changes: Vec<Change<'_>> = both.map(|range| (range, "")).collect();
            // A dash without a space may belong to the name.
            let dash = before.as_str().trim();
            let sure = dash.is_empty() || before.as_str().ends_with(char::is_whitespace);
            let finding = PUNCTUATION
                .finding(msg!("tên nơi nhận kèm dấu câu", "the recipient is given with punctuation"))
                .at(texts.place(passage, 0..name.len()))
                .found(name)
                .expected(msg!("{bare}", "{bare}"));
            Some(finding.edits(if sure { texts.edits(passage, &changes) } else { Vec::new() }))
        }));
    }
}

/// Tells of recipients that are named again.
pub(super) fn twice(subject: &Subject<'_>, told: &mut Told) {
    let document = &subject.report.document;
    let bare = |name: &Text| plain(name).trim_matches([' ', '-', ';', '.', ',']).to_owned();
    let as_above = document.recipients.iter().any(|name| is_as_above(name));
    let mut seen: HashSet<String> = if as_above { document.to.iter().map(bare).collect() } else { HashSet::new() };
    for (index, name) in document.recipients.iter().enumerate() {
        if !seen.insert(bare(name)) {
            told.finding(
                TWICE
                    .finding(msg!("nơi nhận này đã có ở trên", "this recipient stands above already"))
                    .at(subject.input.at(Field::Recipient(index)))
                    .found(name.as_str()),
            );
        }
    }
}
