//! "Như trên", which stands for the addressees, and "Như Điều 3", which stands for those whom an article names.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::{Field, Numbering, OwnSection};

use crate::official::organ::plain;
use crate::{Rule, Say, Subject, Told};

/// Where the decree says how recipients are listed.
pub(super) const LAW: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9";

pub(super) const AS_ABOVE_FIRST: Rule = Rule {
    id: Id::new("the-thuc/nhu-tren-dung-dau"),
    severity: Severity::Warning,
    title: Say {
        vi: "Có \"Kính gửi\" thì dòng đầu của Nơi nhận là \"Như trên\"",
        en: "Where there is Kính gửi, the recipients begin with \"Như trên\"",
    },
    why: Say {
        vi: "Báo cáo gửi cấp trên: nơi kính gửi không chép lại mà ghi \"Như trên\" ở dòng đầu.",
        en: "A report sent up does not repeat its addressees: \"Như trên\" stands first.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"to": ["Sở Nội vụ"], "recipients": ["Như trên", "Các thôn", "Lưu: VT"]}}"#,
    fails: r#"{"document": {"to": ["Sở Nội vụ"], "recipients": ["Các thôn", "Như trên", "Lưu: VT"]}}"#,
};

pub(super) const AS_ABOVE_OF_NOTHING: Rule = Rule {
    id: Id::new("the-thuc/nhu-tren-khong-kinh-gui"),
    severity: Severity::Warning,
    title: Say { vi: "\"Như trên\" chỉ dùng khi có \"Kính gửi\"", en: "\"Như trên\" needs a Kính gửi" },
    why: Say {
        vi: "Không có \"Kính gửi\" thì \"Như trên\" không chỉ vào đâu.",
        en: "Without Kính gửi it points at nothing.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"to": [], "recipients": ["Sở Nội vụ", "Lưu: VT"]}}"#,
    fails: r#"{"document": {"to": [], "recipients": ["Như trên", "Lưu: VT"]}}"#,
};

pub(super) const NO_ARTICLE: Rule = Rule {
    id: Id::new("the-thuc/nhu-dieu-khong-co"),
    severity: Severity::Warning,
    title: Say {
        vi: "\"Như Điều ...\" ở Nơi nhận nêu một điều của chính văn bản",
        en: "\"Như Điều ...\" names an article that the document has",
    },
    why: Say {
        vi: "\"Như Điều 4\" thay cho tên những nơi mà Điều 4 giao thi hành. Văn bản chỉ có ba điều thì dòng ấy không chỉ vào đâu, \
             thường vì chép từ văn bản khác.",
        en: "\"Như Điều 4\" stands for those whom that article tells to carry it out. Where there are three articles it points at \
             nothing; often the line was copied.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2, 1.3"),
    set: "chung/quyet-dinh",
    passes: r#"{"document": {"recipients": ["Như Điều 2 (để thực hiện trước ngày 15/9)", "Như Điều 1 Quyết định số 145/QĐ-UBND", "Lưu: VT"]}, "outline": [{"text": "Giao ông A."}, {"text": "Văn phòng thi hành."}]}"#,
    fails: r#"{"document": {"recipients": ["Như các Điều 2, 4", "Lưu: VT"]}, "outline": [{"text": "Giao ông A."}, {"text": "Văn phòng thi hành."}]}"#,
};

pub(super) fn check(subject: &Subject<'_>, told: &mut Told) {
    articles(subject, told);
    let document = &subject.report.document;
    let at = document.recipients.iter().position(|name| is_as_above(name));
    let addressed = !document.to.is_empty();
    // `... điện:`, `... trân trọng giới thiệu:` stand in place of Kính gửi.
    if subject.set.outline.document.announces.is_some() {
        return;
    }
    match at {
        Some(at) if !addressed => told.finding(
            AS_ABOVE_OF_NOTHING
                .finding(msg!("có \"Như trên\" mà không có \"Kính gửi\"", "\"Như trên\" without a Kính gửi"))
                .at(subject.input.at(Field::Recipient(at)))
                .found(document.recipients.get(at).map(|name| name.as_str()).unwrap_or_default())
                .hint(msg!(
                    "ghi tên cơ quan nhận, hoặc thêm \"to\" cho dòng Kính gửi",
                    "name the recipient, or add \"to\" for Kính gửi"
                )),
        ),
        // `Chủ tịch UBND tỉnh (để báo cáo)` is named in place of it.
        None if addressed && names_addressee(document) => {}
        None if addressed => told.finding(
            AS_ABOVE_FIRST
                .finding(msg!("có \"Kính gửi\" mà Nơi nhận thiếu \"Như trên\"", "Kính gửi, and no \"Như trên\" below"))
                .at(subject.input.at(Field::Recipient(0)))
                .expected(msg!("dòng đầu: Như trên", "the first line: Như trên")),
        ),
        Some(at) if at > 0 => told.finding(
            AS_ABOVE_FIRST
                .finding(msg!("\"Như trên\" không đứng đầu Nơi nhận", "\"Như trên\" does not stand first"))
                .at(subject.input.at(Field::Recipient(at)))
                .hint(msg!("đưa dòng này lên đầu", "move this line to the top")),
        ),
        _ => {}
    }
}

/// Recipients that stand for those of an article which the report's own outline does not have.
fn articles(subject: &Subject<'_>, told: &mut Told) {
    let (outline, numbering) = (&subject.report.outline, &subject.set.outline.numbering);
    let last = last_article(outline, numbering, 0, 0);
    if last == 0 {
        return;
    }
    for (at, name) in subject.report.document.recipients.iter().enumerate() {
        let line = plain(name);
        let Some(named) =
            ["NHU DIEU ", "NHU CAC DIEU "].iter().find_map(|words| line.trim_start_matches("- ").strip_prefix(words))
        else {
            continue;
        };
        // What follows may name another document: `Như Điều 2 Quyết định số 145/QĐ-UBND`.
        let words = named.split([' ', ',', ';', '.', '(', ')']).filter(|word| !word.is_empty());
        let words = words.map(|word| (word, word.parse::<usize>().ok()));
        let words = words.take_while(|(word, number)| number.is_some() || ["VA", "DIEU"].contains(word));
        let numbers: Vec<usize> = words.filter_map(|(_, number)| number).collect();
        // Who carries it out stands in the article that says so.
        if let ([number], Some(right)) = (&numbers[..], carried_out(subject, outline, numbering))
            && *number <= last
            && *number != right
        {
            told.finding(
                NO_ARTICLE
                    .finding(msg!(
                        "nơi chịu trách nhiệm thi hành nêu ở Điều {right}",
                        "those who carry it out are named in Article {right}"
                    ))
                    .at(subject.input.at(Field::Recipient(at)))
                    .found(name.as_str())
                    .expected(msg!("Như Điều {right}", "Như Điều {right}")),
            );
        }
        if let Some(number) = numbers.into_iter().max().filter(|number| *number > last) {
            told.finding(
                NO_ARTICLE
                    .finding(msg!("văn bản không có Điều {number}", "the document has no Article {number}"))
                    .at(subject.input.at(Field::Recipient(at)))
                    .found(name.as_str())
                    .hint(msg!("điều cuối là Điều {last}", "the last one is Article {last}")),
            );
        }
    }
}

/// The only article whose text says who is to carry the document out: the top sections being articles, its number.
fn carried_out(subject: &Subject<'_>, outline: &[OwnSection], numbering: &[Numbering]) -> Option<usize> {
    let mut number = 0;
    let mut found = outline.iter().enumerate().filter_map(|(index, section)| {
        let way = section.numbering.or_else(|| numbering.first().copied());
        (way == Some(Numbering::Article)).then(|| {
            number = section.number.unwrap_or(number + 1);
            (index, number)
        })
    });
    let says = |index: usize| {
        let mut texts = subject.body().filter(|passage| passage.slot.outline_path() == Some(&[index]));
        texts.any(|passage| passage.all_small().contains("chịu trách nhiệm thi hành"))
    };
    let all: Vec<usize> = found.by_ref().filter(|(index, _)| says(*index)).map(|(_, number)| number).collect();
    let [only] = all[..] else { return None };
    Some(only)
}

/// The number of the last article of some sections, those before them counted; 0 where there is none.
fn last_article(sections: &[OwnSection], numbering: &[Numbering], level: usize, before: usize) -> usize {
    sections.iter().fold(before, |last, section| {
        let way = section.numbering.or_else(|| numbering.get(level).copied());
        let own = if way == Some(Numbering::Article) { section.number.unwrap_or(last + 1) } else { last };
        last_article(&section.sections, numbering, level + 1, own)
    })
}

/// Whether the first recipient is the first addressee, in full or without its territory.
fn names_addressee(document: &baocao_core::report::Document) -> bool {
    let first = document.recipients.first().map(|name| plain(name));
    let first =
        first.as_deref().map(|name| name.trim_start_matches("- ").split(['(', ';']).next().unwrap_or_default().trim());
    let to = document.to.first().map(|name| plain(name)).unwrap_or_default();
    first.is_some_and(|first| first.split(' ').count() > 2 && to.starts_with(first))
}

/// Whether a recipient is "Như trên".
pub(super) fn is_as_above(name: &str) -> bool {
    plain(name).trim_start_matches("- ").starts_with("NHU TREN")
}
