//! The names of recipients and addressees: bare, and each once.

use std::sync::LazyLock;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::{Field, Text};
use regex_lite::Regex;

use super::as_above::{LAW, is_as_above};
use crate::official::organ::plain;
use crate::{Rule, Say, Subject, Told};
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

/// Tells of names in a list with punctuation of their own.
pub(super) fn punctuation(subject: &Subject<'_>, field: fn(usize) -> Field, names: &[Text], told: &mut Told) {
    let Some(pattern) = DRESS.as_ref() else { return };
    let mut punctuated = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let Some(found) = pattern.captures(name) else { continue };
        let (before, after) =
            (found.name("before").map_or(0, |m| m.end()), found.name("after").map_or(0, |m| m.start()));
        let bare = name.get(before..after).unwrap_or_default();
        let unclosed = bare.ends_with("..");
        if bare.len() == name.len() || bare.is_empty() || unclosed || name.trim() == bare {
            continue;
        }
        punctuated.push(
            PUNCTUATION
                .finding(msg!("tên nơi nhận kèm dấu câu", "the recipient is given with punctuation"))
                .at(subject.input.at(field(index)))
                .found(name.as_str())
                .expected(msg!("{bare}", "{bare}")),
        );
    }
    told.together(punctuated);
}

/// Tells of recipients that are named again.
pub(super) fn twice(subject: &Subject<'_>, told: &mut Told) {
    let document = &subject.report.document;
    let bare = |name: &Text| plain(name).trim_matches([' ', '-', ';', '.', ',']).to_owned();
    let as_above = document.recipients.iter().any(|name| is_as_above(name));
    let mut seen: Vec<String> = if as_above { document.to.iter().map(bare).collect() } else { Vec::new() };
    for (index, name) in document.recipients.iter().enumerate() {
        let own = bare(name);
        if seen.contains(&own) {
            told.finding(
                TWICE
                    .finding(msg!("nơi nhận này đã có ở trên", "this recipient stands above already"))
                    .at(subject.input.at(Field::Recipient(index)))
                    .found(name.as_str()),
            );
        }
        seen.push(own);
    }
}
