//! Marks of Markdown where no Markdown is read: they are printed as they stand.

use std::ops::Range;

use baocao_core::diagnostic::{Id, Message, Severity};
use baocao_core::msg;
use baocao_core::report::{InTable, Slot};
use baocao_reading::{Passage, TextKind};

use crate::{Family, Repair, Rule, Say, Texts, Told};

pub(super) const MARKS: Family = Family {
    name: Say { vi: "Dấu Markdown in nguyên", en: "Marks of Markdown that are printed" },
    rules: &[&RAW],
    check: |subject, told| check(subject, told),
};

pub(super) const REPAIR: Repair = Repair { rules: MARKS.rules, look: Some(check) };

const RAW: Rule = Rule {
    id: Id::new("van-ban/dau-markdown"),
    severity: Severity::Warning,
    title: Say {
        vi: "Tên, tiêu đề, ô của bảng không dùng Markdown",
        en: "Names, titles and cells of tables have no Markdown",
    },
    why: Say {
        vi: "Chỉ nội dung các mục đọc Markdown; ở tên, trích yếu, tiêu đề, nơi nhận, ô của bảng dấu chú thích [^1] và các \
             dấu **, *, _, ` quanh chữ in ra nguyên như đã gõ. Dấu quanh chữ sửa được bằng máy. Phép nhân, a_b, địa chỉ, \
             dấu * đứng một mình không bị xét.",
        en: "Only the texts of sections are Markdown; in names, the abstract, titles, recipients and cells of tables the \
             mark of a note [^1] and **, *, _, ` around words are printed as they were typed. Those around words a \
             machine can mend. Products, a_b, addresses, an asterisk that stands alone are not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"outline": [{"title": "Phòng họp 5 * 3 m, mã so_ho_so, hộp thư mot_cua@donglam.example (*)", "text": "**Đậm**."}]}"#,
    fails: r#"{"outline": [{"title": "Kết quả **nổi bật**", "text": "Đã làm 5 việc."}]}"#,
};

/// A mark of a note with a longer name is none.
const LONGEST_NAME: usize = 20;

fn check(texts: &Texts<'_>, told: &mut Told) {
    for passage in texts.passages().iter().filter(|passage| is_bare(passage)) {
        let text = passage.text.as_str();
        if !text.contains(['[', '*', '_', '`']) {
            continue;
        }
        for (at, _) in text.match_indices("[^") {
            let Some(length) = note(&text[at..]) else { continue };
            let say =
                msg!("chú thích không đặt được ở đây, in nguyên", "a note has no place here, its mark is printed");
            told.slip(&RAW, texts, passage, at..at + length, say).hint = Some(msg!(
                "đặt chú thích trong nội dung của mục, hoặc ghi chú dưới bảng",
                "put the note into the text of the section, or below the table"
            ));
        }
        let mut from = 0;
        while let Some((whole, width)) = around_words(text, from) {
            from = whole.end;
            let finding = told.slip(&RAW, texts, passage, whole.clone(), printed(&text[whole.start..][..width]));
            let inner = whole.start + width..whole.end - width;
            let right = &text[inner.clone()];
            finding.expected = Some(msg!("\"{right}\"", "\"{right}\""));
            finding.edits = texts.edits(passage, &[(whole.start..inner.start, ""), (inner.end..whole.end, "")]);
        }
    }
}

fn printed(mark: &str) -> Message {
    msg!("dấu {mark} quanh chữ in nguyên", "the marks {mark} around words are printed")
}

/// Whether a passage is printed as it was typed: no text of a section, no title of a column.
fn is_bare(passage: &Passage<'_>) -> bool {
    passage.kind != TextKind::Prose && !matches!(passage.slot, Slot::Table { part: InTable::Header(_), .. })
}

/// The length of the mark of a note that a text begins with.
fn note(text: &str) -> Option<usize> {
    let name = text.strip_prefix("[^")?;
    let name = &name[..name.find(']')?];
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    (!name.is_empty() && name.len() <= LONGEST_NAME && name.chars().all(is_name)).then_some(name.len() + 3)
}

/// The first words of one line after `from` with the same marks right before and right behind them, with the marks; and how
/// long each is.
fn around_words(text: &str, from: usize) -> Option<(Range<usize>, usize)> {
    let marks = text[from..].char_indices().filter(|(_, c)| matches!(c, '*' | '_' | '`'));
    marks.map(|(step, sign)| (from + step, sign)).find_map(|(start, sign)| {
        let before = text[..start].chars().next_back();
        let run = &text[start..text.len() - text[start..].trim_start_matches(sign).len()];
        // Inside of a word, and behind another mark, nothing opens.
        let opens = !before.is_some_and(|c| c.is_alphanumeric() || c == sign || c == '\\')
            && text[start + run.len()..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '“' | '('));
        if !opens || run.len() > 3 {
            return None;
        }
        let inner = start + run.len();
        let line = text[inner..].lines().next().unwrap_or_default();
        let close = line.find(run)?;
        let (words, behind) = (&line[..close], &line[close + run.len()..]);
        let closes = !words.ends_with(|c: char| c.is_whitespace() || c == '(' || c == '\\')
            && !behind
                .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '@' | '\u{300}'..='\u{36f}') || c == sign);
        // `*_x_*`: one mark after the other. An address is no word.
        let is_address = words.contains('@') || words.contains("://");
        (closes && !is_address).then(|| (start..inner + close + run.len(), run.len()))
    })
}
