//! The abstract under the type of the document.

use baocao_core::diagnostic::{Id, Message, Severity};
use baocao_core::msg;
use baocao_core::report::{Field, Slot};
use baocao_core::template::Layout;

use super::organ::plain;
use crate::{Family, Repair, Rule, Say, Subject, Texts, Told};

pub(super) const ABSTRACT: Family = Family {
    name: Say { vi: "Trích yếu nội dung", en: "The abstract" },
    rules: &[&END, &SENTENCES, &TYPE_AGAIN, &CASE],
    check,
};

pub(super) const REPAIR: Repair = Repair { rules: &[&END], look: Some(end) };

/// Where the decree says how the abstract is written.
const LAW: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.5";

pub(crate) const END: Rule = Rule {
    id: Id::new("the-thuc/trich-yeu-dau-cuoi"),
    severity: Severity::Note,
    title: Say { vi: "Cuối trích yếu không có dấu câu", en: "No punctuation ends the abstract" },
    why: Say {
        vi: "Trích yếu là một cụm từ dưới tên loại văn bản, không phải câu.",
        en: "The abstract is a phrase under the type, not a sentence.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"subject": "Công tác cải cách hành chính quý III năm 2026"}}"#,
    fails: r#"{"document": {"subject": "Công tác cải cách hành chính quý III năm 2026."}}"#,
};

const SENTENCES: Rule = Rule {
    id: Id::new("the-thuc/trich-yeu-nhieu-cau"),
    severity: Severity::Note,
    title: Say { vi: "Trích yếu là một cụm từ, không ngắt câu", en: "The abstract is one phrase" },
    why: Say {
        vi: "Trích yếu là câu ngắn gọn hoặc cụm từ phản ánh khái quát nội dung; dấu chấm ở giữa chia nó thành hai câu. Kỳ \
             số liệu nếu cần ghi thì để trong ngoặc, không có dấu chấm phía trước.",
        en: "A full stop inside makes two sentences of it. Where the period of the figures is named it stands in brackets \
             without a full stop before.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"subject": "Công tác cải cách hành chính quý III năm 2026 (từ ngày 15/6/2026 đến ngày 14/9/2026)"}}"#,
    fails: r#"{"document": {"subject": "Công tác cải cách hành chính quý III năm 2026. (Từ ngày 15/6/2026 đến ngày 14/9/2026)"}}"#,
};

const TYPE_AGAIN: Rule = Rule {
    id: Id::new("the-thuc/trich-yeu-lap-ten-loai"),
    severity: Severity::Warning,
    title: Say {
        vi: "Trích yếu không lặp lại tên loại văn bản", en: "The abstract does not repeat the type"
    },
    why: Say {
        vi: "Tên loại đã đứng ở dòng trên: \"BÁO CÁO / Báo cáo công tác ...\" là lặp. \"V/v\" chỉ dùng cho công văn.",
        en: "The type stands on the line above. \"V/v\" is for official letters only.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"subject": "Công tác cải cách hành chính quý III năm 2026"}}"#,
    fails: r#"{"document": {"subject": "Báo cáo công tác cải cách hành chính quý III năm 2026"}}"#,
};

const CASE: Rule = Rule {
    id: Id::new("the-thuc/trich-yeu-kieu-chu"),
    severity: Severity::Note,
    title: Say {
        vi: "Trích yếu bằng chữ in thường, viết hoa chữ đầu",
        en: "The abstract is in lower case with a first capital",
    },
    why: Say {
        vi: "Chương trình in trích yếu đúng như báo cáo ghi.",
        en: "The program prints the abstract as it is given.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"subject": "Công tác cải cách hành chính quý III năm 2026"}}"#,
    fails: r#"{"document": {"subject": "CÔNG TÁC CẢI CÁCH HÀNH CHÍNH QUÝ III NĂM 2026"}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    end(subject, told);
    let given = subject.report.document.subject.as_str();
    let mut tell = |rule: &Rule, start: usize, end: usize, message: Message, hint: Message| {
        let place = subject.input.within(&Field::Subject.into(), start..end);
        told.finding(rule.finding(message).at(place).found(&given[start..end]).hint(hint));
    };
    if let Some(dot) = inner_stop(without_end(given)) {
        let message = msg!("trích yếu bị ngắt thành nhiều câu", "the abstract is cut into sentences");
        let hint = msg!("bỏ dấu chấm này", "take this full stop away");
        tell(&SENTENCES, dot, dot + 1, message, hint);
    }
    let (name, text) = (plain(subject.report.document.type_name()), plain(given));
    let first = text.strip_prefix(&name).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':']));
    let is_letter = subject.set.outline.document.layout == Layout::Letter;
    if first || (!is_letter && text.starts_with("V/V")) {
        let words = if first { name.split(' ').count() } else { 1 };
        let end = given.match_indices(' ').nth(words - 1).map_or(given.len(), |(at, _)| at);
        let message = msg!("trích yếu lặp lại tên loại văn bản", "the abstract repeats the type");
        let message =
            if first { message } else { msg!("\"V/v\" chỉ dùng cho công văn", "\"V/v\" is for official letters") };
        tell(&TYPE_AGAIN, 0, end, message, msg!("bỏ các chữ này", "take these words away"));
    }
    let letters = || given.chars().filter(|letter| letter.is_alphabetic());
    let shouted = letters().count() > 8 && letters().all(|letter| !letter.is_lowercase());
    // `V/v` stands before the subject of a letter.
    if shouted || !is_letter && letters().next().is_some_and(char::is_lowercase) {
        let message = msg!("trích yếu không đúng kiểu chữ", "the abstract is in the wrong case");
        let hint = msg!("viết thường, chỉ viết hoa chữ đầu và tên riêng", "write it small, with a first capital");
        tell(&CASE, 0, given.len(), message, hint);
    }
}

fn end(texts: &Texts<'_>, told: &mut Told) {
    let given = texts.passages().iter().find(|passage| passage.slot == Slot::Document(Field::Subject));
    let Some((passage, kept)) = given.map(|given| (given, without_end(&given.text).len())) else { return };
    let text = passage.text.as_str();
    if kept < text.trim_end().len() && !text.ends_with("...") {
        let sign = kept..text.len();
        let sure = !text[..kept].ends_with("v.v");
        told.finding(
            END.finding(msg!("trích yếu có dấu câu ở cuối", "punctuation ends the abstract"))
                .at(texts.place(passage, sign.clone()))
                .found(&text[sign.clone()])
                .edits(if sure { texts.edits(passage, &[(sign, "")]) } else { Vec::new() })
                .hint(msg!("bỏ dấu này", "take it away")),
        );
    }
}

/// An abstract without the punctuation at its end.
fn without_end(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ';' | ',' | ':'))
}

/// A full stop after a word and before a new beginning.
fn inner_stop(text: &str) -> Option<usize> {
    text.match_indices(". ").map(|(at, _)| at).find(|at| {
        let word = text[..*at].rsplit([' ', '(']).next().unwrap_or_default();
        let ends = word.chars().count() > 2 && word.chars().all(char::is_alphanumeric);
        let begins = text[*at + 2..].trim_start_matches([' ', '(']).chars().next();
        ends && begins.is_some_and(char::is_uppercase)
    })
}
