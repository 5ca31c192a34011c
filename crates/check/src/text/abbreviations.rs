//! Abbreviations are explained where they are first used, once, and with one meaning.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use baocao_core::diagnostic::{Id, Place, Severity};
use baocao_core::document::{Block, Document};
use baocao_core::msg;
use baocao_core::report::Slot;

use super::explained::{Explanation, explanations, is_glossed};
use super::initials::{LETTERS, meant};
use super::short::{is_brand, joined_parts, short_words, uses};
use crate::mechanism::Explained;
use crate::said::said;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::TextKind;

pub(super) const ABBREVIATIONS: Family = Family {
    name: Say { vi: "Chữ viết tắt", en: "Abbreviations" },
    rules: &[&UNEXPLAINED, &LATE, &AGAIN, &MEANINGS, &LETTERS],
    check,
};

const UNEXPLAINED: Rule = Rule {
    id: Id::new("viet-tat/chua-giai-thich"),
    severity: Severity::Note,
    title: Say { vi: "Chữ viết tắt được giải thích", en: "Abbreviations are explained" },
    why: Say {
        vi: "Chữ viết tắt trong lời văn được viết đầy đủ ở chỗ dùng đầu tiên: cải cách hành chính (CCHC), hoặc (sau đây viết \
             tắt là TTHC). Những chữ ai cũng biết (UBND, HĐND ...) và tên riêng, tên chỉ số nằm trong wording.json của họ báo \
             cáo; lời văn của bộ mẫu đã giải thích thì coi như đã giải thích. Mỗi chữ một phát hiện.",
        en: "An abbreviation in running text is spelt out where it is first used. Those that everybody knows (UBND, HĐND ...) \
             and names stand in wording.json of the family; what a section template explains is explained. One finding an \
             abbreviation.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "UBND xã đẩy mạnh ứng dụng công nghệ thông tin (CNTT); hạ tầng CNTT, mạng LAN, mã QR."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "UBND xã đẩy mạnh ứng dụng CNTT trong tuyên truyền."}}"#,
};

const LATE: Rule = Rule {
    id: Id::new("viet-tat/giai-thich-muon"),
    severity: Severity::Note,
    title: Say {
        vi: "Giải thích chữ viết tắt ở chỗ dùng đầu tiên", en: "Explained where first used"
    },
    why: Say {
        vi: "Người đọc gặp chữ viết tắt trước khi biết nó là gì.",
        en: "Readers meet it before they know what it means.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Ứng dụng công nghệ thông tin (CNTT). Hạ tầng CNTT."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Hạ tầng CNTT được nâng cấp. Ứng dụng công nghệ thông tin (CNTT) tốt."}}"#,
};

const AGAIN: Rule = Rule {
    id: Id::new("viet-tat/giai-thich-lai"),
    severity: Severity::Note,
    title: Say { vi: "Chữ viết tắt chỉ giải thích một lần", en: "An abbreviation is explained once" },
    why: Say {
        vi: "Đã giải thích ở trên thì ở dưới chỉ dùng chữ viết tắt. Phụ lục và bảng không bị xét.",
        en: "What was explained above is only used below. Appendices and tables are not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Ứng dụng công nghệ thông tin (CNTT). Hạ tầng CNTT."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Ứng dụng công nghệ thông tin (CNTT). Hạ tầng công nghệ thông tin (CNTT)."}}"#,
};

const MEANINGS: Rule = Rule {
    id: Id::new("viet-tat/hai-nghia"),
    severity: Severity::Warning,
    title: Say { vi: "Chữ viết tắt có một nghĩa", en: "An abbreviation has one meaning" },
    why: Say {
        vi: "Một chữ viết tắt được giải thích bằng hai cụm từ khác nhau.",
        en: "One abbreviation is explained with two different terms.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Công nghệ thông tin (CNTT) và chuyển đổi số (CĐS): CNTT, CĐS."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Trang thông tin điện tử (TTĐT) của xã; tài khoản thanh toán điện tử (TTĐT)."}}"#,
};

/// Where an abbreviation is first used and how it is explained, in the texts of the report.
#[derive(Default)]
struct Record {
    first: Option<Place>,
    explained: Vec<(Option<String>, Place)>,
    /// Whether words in parentheses follow that say what it is.
    glossed: bool,
    /// How often it stands in running text and in headings.
    uses: usize,
}

impl Record {
    fn is_explained(&self) -> bool {
        !self.explained.is_empty()
    }
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    let mut records: BTreeMap<String, Record> = BTreeMap::new();
    let mut order: Order = Explained::default();
    for passage in
        subject.passages().iter().filter(|passage| matches!(passage.kind, TextKind::Prose | TextKind::Heading))
    {
        let explanations = explanations(&passage.text);
        let explaining = ranges(&explanations);
        let body = !matches!(passage.slot, Slot::Appendix { .. } | Slot::Table { .. });
        for explanation in explanations.iter().filter(|_| body) {
            let record = records.entry(explanation.short.to_owned()).or_default();
            // A short name with a known abbreviation explains the name.
            if explanation.in_name && !record.explained.is_empty() {
                continue;
            }
            if let Some(right) = meant(explanation).filter(|_| record.explained.is_empty()) {
                told.finding(
                    LETTERS
                        .finding(msg!("chữ viết tắt sai chữ đầu", "an abbreviation has a wrong letter"))
                        .at(subject.place(passage, explanation.range.clone()))
                        .found(explanation.short)
                        .expected(msg!("{right}", "{right}")),
                );
            }
            order.explains(explanation.short.to_owned(), (passage.index, explanation.range.start));
            record.explained.push((explanation.full.clone(), subject.place(passage, explanation.range.clone())));
        }
        if body {
            for used in uses(passage) {
                let word = &passage.text[used.clone()];
                if explaining.contains(&used) {
                    continue;
                }
                let record = records.entry(word.to_owned()).or_default();
                record.uses += 1;
                record.glossed |= is_glossed(&passage.text[used.end..]);
                if passage.kind == TextKind::Prose {
                    order.uses(word.to_owned(), (passage.index, used.start));
                    record.first.get_or_insert_with(|| subject.place(passage, used.clone()));
                }
            }
        }
    }
    let spoken = subject.document.map(Spoken::new).unwrap_or_default();
    for (short, record) in &records {
        judge(subject, short, record, &records, &order, &spoken, told);
    }
}

fn judge(
    subject: &Subject<'_>,
    short: &str,
    record: &Record,
    records: &BTreeMap<String, Record>,
    order: &Order,
    spoken: &Spoken,
    told: &mut Told,
) {
    let meanings: Vec<&(Option<String>, Place)> = record.explained.iter().filter(|(full, _)| full.is_some()).collect();
    if let [(Some(first), _), .., (Some(last), place)] = meanings.as_slice()
        && first != last
    {
        told.finding(
            MEANINGS
                .finding(msg!("chữ viết tắt {short} có hai nghĩa", "the abbreviation {short} has two meanings"))
                .at(place.clone())
                .found(last.as_str())
                .expected(msg!("một nghĩa; ở trên là \"{first}\"", "one meaning; above it is \"{first}\"")),
        );
    } else if let [_, (_, again), ..] = record.explained.as_slice() {
        told.finding(
            AGAIN
                .finding(msg!("chữ viết tắt {short} đã giải thích ở trên", "{short} was explained above"))
                .at(again.clone())
                .found(short)
                .hint(msg!("ở đây chỉ viết {short}", "write {short} only")),
        );
    }
    let wording = &subject.set.wording;
    // Of `HĐND&UBND` everybody knows the parts.
    let known = |part: &str| wording.common.contains_key(part) || records.get(part).is_some_and(Record::is_explained);
    let parts_known = joined_parts(short).nth(1).is_some() && joined_parts(short).all(known);
    let common = wording.common.contains_key(short)
        || parts_known
        || record.explained.is_empty() && stands_in_head(subject, short);
    let Some(first) = record.first.clone().filter(|_| !common) else { return };
    let bare: String = joined_parts(short).collect();
    let full = wording.abbreviations.get(short).or_else(|| wording.abbreviations.get(&bare));
    if full.is_none() && record.glossed {
        return;
    }
    let is_late = |order: &Order| order.is_late(&short.to_owned());
    if record.explained.is_empty() && !spoken.order.is_explained(&short.to_owned()) {
        // `QPPL` is known where `VBQPPL` was explained.
        let inside = |known: &String| known.len() > short.len() && known.contains(short);
        let part = records.iter().any(|(known, record)| inside(known) && !record.explained.is_empty());
        if part || spoken.order.explained().any(inside) || (full.is_none() && is_brand(short)) {
            return;
        }
        let finding = UNEXPLAINED
            .finding(msg!("chữ viết tắt chưa được giải thích", "an abbreviation is not explained"))
            .at(first)
            .found(short);
        let uses = record.uses;
        told.finding(finding.hint(match (full, uses) {
            (Some(full), 1) => msg!(
                "viết \"{full}\": chữ này chỉ dùng một lần",
                "write \"{full}\": the abbreviation is used only once"
            ),
            (Some(full), _) => msg!(
                "viết \"{full} ({short})\" ở chỗ đầu tiên; chữ này dùng {uses} lần",
                "write \"{full} ({short})\" here, where it is first used; it is used {uses} times"
            ),
            (None, 1) => {
                msg!("viết đầy đủ: chữ này chỉ dùng một lần", "write it in full: the abbreviation is used only once")
            }
            (None, _) => msg!(
                "viết đầy đủ ở chỗ đầu tiên; chữ này dùng {uses} lần",
                "spell it out here, where it is first used; it is used {uses} times"
            ),
        }));
    } else if is_late(order) != Some(false) && is_late(&spoken.order).unwrap_or(!spoken.known) {
        told.finding(
            LATE.finding(msg!("{short} được dùng trước khi giải thích", "{short} is used before it is explained"))
                .at(first)
                .found(short)
                .hint(msg!("chuyển lời giải thích lên đây", "move the explanation here")),
        );
    }
}

/// Whether the head of the document says in full what an abbreviation stands for: `CCHC` below `công tác cải cách hành chính`,
/// `LHPN` of `HỘI LIÊN HIỆP PHỤ NỮ`.
fn stands_in_head(subject: &Subject<'_>, short: &str) -> bool {
    let document = &subject.report.document;
    let organ = &document.organ;
    let texts = [Some(&document.subject), Some(&organ.organ_name), Some(&organ.short_name), organ.parent_name.as_ref()];
    let short = short.to_lowercase();
    short.chars().count() > 2
        && texts.into_iter().flatten().any(|text| {
            let initials = |word: &str| word.chars().next().filter(|_| !matches!(word, "và" | "-"));
            let text = text.to_lowercase();
            text.split_whitespace().filter_map(initials).collect::<String>().contains(&short)
        })
}

/// Where each abbreviation is first used and first explained: the passage or the block, and the byte.
type Order = Explained<String, (usize, usize)>;

/// Where explanations stand.
fn ranges(explanations: &[Explanation<'_>]) -> HashSet<Range<usize>> {
    explanations.iter().map(|explanation| explanation.range.clone()).collect()
}

/// What the composed document says, section templates included.
#[derive(Default)]
struct Spoken {
    known: bool,
    order: Order,
}

impl Spoken {
    fn new(document: &Document) -> Self {
        let mut spoken = Self { known: true, ..Self::default() };
        for (at, block) in document.body.iter().enumerate() {
            let Some(text) = said(block) else { continue };
            let explanations = explanations(&text);
            let explaining = ranges(&explanations);
            for Explanation { short, range, .. } in &explanations {
                spoken.order.explains((*short).to_owned(), (at, range.start));
            }
            if matches!(block, Block::Heading { .. }) {
                continue;
            }
            for word in short_words(&text) {
                if !explaining.contains(&word.range) {
                    spoken.order.uses(word.text.to_owned(), (at, word.range.start));
                }
            }
        }
        spoken
    }
}
