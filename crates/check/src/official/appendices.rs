//! Appendices: whether the text points at them, and at which.

use std::ops::Range;
use std::sync::LazyLock;

use baocao_core::diagnostic::{Finding, Id, Severity};
use baocao_core::document::{Block, Document};
use baocao_core::msg;
use baocao_core::report::{Field, InAppendix, Slot};
use baocao_reading::{Passage, TextKind, pattern};
use baocao_vietnamese::lexicon::documents::{Type, types};
use baocao_vietnamese::small;
use regex_lite::Regex;

use super::organ::plain;
use crate::said::said;
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const APPENDICES: Family =
    Family { name: Say { vi: "Phụ lục", en: "Appendices" }, rules: &[&NOT_NAMED, &NO_SUCH, &NAMED_TWICE], check };

/// Where the decree says how appendices are named and numbered.
const LAW: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.1";

const NOT_NAMED: Rule = Rule {
    id: Id::new("the-thuc/phu-luc-khong-nhac"),
    severity: Severity::Note,
    title: Say { vi: "Có phụ lục thì trong văn bản có chỉ dẫn", en: "The text points at its appendices" },
    why: Say {
        vi: "Người đọc biết còn phụ lục nhờ một lời chỉ dẫn trong văn bản, như \"(có phụ lục kèm theo)\". Chữ \"phụ lục\", hay biểu, danh sách kèm theo, ở bất kỳ đoạn nào là đủ.",
        en: "Readers learn of appendices from a pointer in the text. The word for appendix, or a form or a list said to be attached, is enough anywhere.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"mo-dau": "UBND xã báo cáo như sau (số liệu tại phụ lục kèm theo):", "ket-thuc": "Trên đây là báo cáo của UBND xã"}}"#,
    fails: r#"{"sections": {"mo-dau": "UBND xã báo cáo như sau:", "ket-thuc": "Trên đây là báo cáo của UBND xã"}}"#,
};

const NO_SUCH: Rule = Rule {
    id: Id::new("the-thuc/phu-luc-khong-co"),
    severity: Severity::Warning,
    title: Say {
        vi: "Phụ lục được nhắc đến là phụ lục có thật", en: "Appendices that the text names exist"
    },
    why: Say {
        vi: "Số phụ lục trong lời văn phải là số chương trình in ra; một phụ lục duy nhất thì không có số. Câu nói về phụ \
             lục của văn bản khác (nghị định, thông tư, quyết định, ...) không bị xét.",
        en: "The number in the text must be one that is printed; a single appendix has none. Sentences that name another \
             document are not looked at.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"ket-thuc": "Trên đây là báo cáo của UBND xã (số liệu tại phụ lục kèm theo)"}}"#,
    fails: r#"{"sections": {"ket-thuc": "Trên đây là báo cáo của UBND xã (số liệu tại Phụ lục XII)"}}"#,
};

const NAMED_TWICE: Rule = Rule {
    id: Id::new("the-thuc/phu-luc-lap-ten"),
    severity: Severity::Warning,
    title: Say {
        vi: "Tiêu đề phụ lục không gõ lại chữ \"Phụ lục\" và số",
        en: "The title of an appendix does not repeat \"Phụ lục\" and its number",
    },
    why: Say {
        vi: "Chương trình in \"Phụ lục\" và số ở dòng trên tiêu đề.",
        en: "The program prints \"Phụ lục\" and the number above the title.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"appendices": [{"title": "Biểu thống kê số liệu", "forms": ["chi-dao"]}]}"#,
    fails: r#"{"appendices": [{"title": "Phụ lục 1. Biểu thống kê số liệu", "forms": ["chi-dao"]}]}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    match subject.document {
        Some(document) => {
            named(subject, document, told);
            exist(subject, document, told);
        }
        None => {
            for rule in [&NOT_NAMED, &NO_SUCH] {
                let reason = msg!("văn bản chưa lập được", "the document could not be composed");
                told.not_evaluated(rule, reason);
            }
        }
    }
    let titles = subject.passages_of(&[TextKind::Heading]);
    for passage in titles.filter(|passage| matches!(passage.slot, Slot::Appendix { part: InAppendix::Title, .. })) {
        repeated(passage, subject, told);
    }
}

fn named(subject: &Subject<'_>, document: &Document, told: &mut Told) {
    let types = document.appendices.iter().filter(|appendix| appendix.head.is_some());
    let annexed: Vec<String> = types.filter_map(|appendix| appendix.heading.as_deref().map(small)).collect();
    let mentions = |block: &Block| {
        let attached = |text: &str| ATTACHED.as_ref().is_some_and(|attached| attached.is_match(&small(text)));
        // `Ban hành kèm theo Quyết định này Quy chế ...`
        let issued = |text: &str| {
            let text = small(text);
            text.contains("kèm theo") && annexed.iter().any(|type_name| text.contains(type_name.as_str()))
        };
        said(block).is_some_and(|text| {
            names_appendix(&text) || text.contains("iểu") && text.contains("kèm") || attached(&text) || issued(&text)
        })
    };
    if document.appendices.is_empty() || document.body.iter().any(mentions) {
        return;
    }
    let closing = Slot::section(&subject.set.outline.closing);
    let at = if subject.input.fills(&closing) { closing } else { Field::Subject.into() };
    let count = document.appendices.len();
    let message = match count {
        1 => msg!(
            "văn bản có 1 phụ lục nhưng lời văn không nhắc đến",
            "the document has 1 appendix and its text does not mention it"
        ),
        _ => msg!(
            "văn bản có {count} phụ lục nhưng lời văn không nhắc đến",
            "the document has {count} appendices and its text does not mention them"
        ),
    };
    told.finding(
        NOT_NAMED
            .finding(message)
            .at(subject.input.at(at))
            .hint(msg!("thêm \"(có phụ lục kèm theo)\" vào lời văn", "add \"(có phụ lục kèm theo)\" to the text")),
    );
}

/// An appendix by its number.
static NUMBERED: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"(?:[Pp]hụ lục|PHỤ LỤC)\s+(?:[Ss]ố\s+)?(?P<number>[IVXL]+|[0-9]+)"));

/// Words that say that an appendix is attached, in small letters.
static ATTACHED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(concat!(
        r"(?:phụ lục|phụ biểu|biểu mẫu|mẫu biểu|biểu số\s+[0-9]+[a-zđ]?|bảng tổng hợp|danh sách|danh mục)",
        r"(?:\s+[0-9A-Za-zÀ-ỹ]+){0,4}?\s+(?:kèm theo|đính kèm|gửi kèm)|",
        r"(?:kèm theo|đính kèm|gửi kèm)(?:\s+[A-Za-zÀ-ỹ]+){0,2}\s+(?:phụ lục|phụ biểu|biểu mẫu|biểu số)",
    ))
});

/// Whether a sentence speaks of another document, which has appendices of its own.
fn of_another(sentence: &str) -> bool {
    let sentence = small(sentence);
    // `báo cáo` is this report.
    let has_own = |kind: &&Type| (kind.is_counted || kind.is_law) && kind.name != "báo cáo";
    // `kèm theo Tờ trình này` is this document.
    let named =
        |name: &str| sentence.match_indices(name).any(|(at, _)| !sentence[at + name.len()..].starts_with(" này"));
    types().filter(has_own).any(|kind| named(kind.name)) || sentence.contains("văn bản số")
}

fn exist(subject: &Subject<'_>, document: &Document, told: &mut Told) {
    let numbered = document.appendices.iter().filter(|appendix| appendix.head.is_none());
    let headings: Vec<&str> = numbered.filter_map(|appendix| appendix.heading.as_deref()).collect();
    let attaches = !document.appendices.is_empty() || subject.report.outline.iter().any(|section| section.after_end);
    let list = headings.join(", ");
    let mended = |finding: Finding| match headings[..] {
        [] => finding.hint(msg!("thêm phụ lục, hoặc bỏ lời chỉ dẫn", "add the appendix, or take the words out")),
        _ => finding.expected(msg!("một trong: {list}", "one of: {list}")),
    };
    for passage in subject.passages_of(&[TextKind::Prose, TextKind::Template]) {
        for range in missing(&passage.text, |at| passage.sentence(at), &headings, attaches) {
            let (say, found) = if passage.kind == TextKind::Prose {
                (msg!("báo cáo không có phụ lục này", "the report has no such appendix"), range.clone())
            } else {
                let say = msg!(
                    "lời của mẫu nhắc đến phụ lục mà báo cáo không có",
                    "the words of the template name an appendix that the report does not have"
                );
                (say, passage.sentence(range.start))
            };
            let finding = NO_SUCH.finding(say).at(subject.place(passage, range)).found(&passage.text[found]);
            told.finding(mended(finding));
        }
    }
}

/// Where a text names appendices that are not among these; where nothing is attached, also where it says that something is.
fn missing(
    text: &str,
    sentence: impl Fn(usize) -> Range<usize>,
    headings: &[&str],
    attaches: bool,
) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if !attaches && text.contains("kèm") {
        let attached = ATTACHED
            .iter()
            .flat_map(|pattern| pattern.find_iter(&small(text)).map(|all| all.range()).collect::<Vec<_>>());
        found.extend(attached);
    }
    if names_appendix(text) {
        let numbered = NUMBERED.iter().flat_map(|pattern| pattern.captures_iter(text)).filter_map(|named| {
            let whole = named.get(0)?.range();
            let wanted = format!("Phụ lục {}", named.name("number")?.as_str().trim_start_matches('0'));
            // `Phụ lục Lý lịch` names no number.
            let names_none = text.get(whole.end..)?.starts_with(char::is_alphanumeric);
            (!names_none && !headings.contains(&wanted.as_str())).then_some(whole)
        });
        let apart: Vec<Range<usize>> =
            numbered.filter(|one| !found.iter().any(|all| all.start <= one.start && one.end <= all.end)).collect();
        found.extend(apart);
    }
    found.retain(|range| !of_another(&text[sentence(range.start)]));
    found
}

fn names_appendix(text: &str) -> bool {
    text.contains("hụ lục") || text.contains("HỤ LỤC")
}

fn repeated(passage: &Passage<'_>, subject: &Subject<'_>, told: &mut Told) {
    if plain(&passage.raw).starts_with("PHU LUC") {
        told.finding(
            NAMED_TWICE
                .finding(msg!("tiêu đề lặp lại chữ \"Phụ lục\"", "the title repeats \"Phụ lục\""))
                .at(subject.input.at(passage.slot.clone()))
                .found(passage.raw.as_ref())
                .hint(msg!("chỉ giữ tên phụ lục", "keep the name alone")),
        );
    }
}
