//! What a document rests on is older than itself.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::lexicon::lists::{self, REPLACED};
use baocao_vietnamese::{date, small};

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::Passage;
use baocao_reading::documents::Citation;
use baocao_reading::documents::Date;

pub(super) const GROUNDS: Family = Family {
    name: Say { vi: "Căn cứ của văn bản được dẫn", en: "What cited documents rest on" },
    rules: &[&LATER_GROUND],
    check,
};

const LATER_GROUND: Rule = Rule {
    id: Id::new("vien-dan/can-cu-muon-hon"),
    severity: Severity::Note,
    title: Say {
        vi: "Căn cứ không muộn hơn văn bản ban hành theo nó",
        en: "A ground is not later than what rests on it",
    },
    why: Say {
        vi: "\"Căn cứ Quyết định số 16 ngày 10/8/2023, UBND xã đã ban hành Quyết định số 08 ngày 11/01/2023\": một trong \
             hai ngày có lẽ ghi nhầm, hoặc căn cứ ấy không phải của văn bản này. Chỉ xét câu mở đầu bằng \"Căn cứ\", \
             \"Thực hiện\", \"Theo\", \"Triển khai\" hay bằng chính văn bản làm căn cứ, và câu liền sau. Phát hiện này là \
             nghi vấn.",
        en: "\"On the ground of decision 16 of 10/8/2023 the commune issued decision 08 of 11/01/2023\": one of the dates is \
             probably a slip, or the ground is not that document's. Only sentences are looked at that begin with a word \
             for grounds or with the ground itself, and the next sentence. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Căn cứ Quyết định số 1571/QĐ-UBND ngày 10/8/2023 của UBND tỉnh, UBND xã đã ban hành Quyết định số 78/QĐ-UBND ngày 11/9/2023. Trước đó, UBND xã đã ban hành Kế hoạch số 12/KH-UBND ngày 10/01/2023."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Căn cứ Quyết định số 1571/QĐ-UBND ngày 10/8/2023 của UBND tỉnh, UBND xã đã ban hành Quyết định số 64/QĐ-UBND ngày 12/01/2023."}}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let documents = &subject.cited().documents;
    for (index, passage) in subject.passages().iter().enumerate() {
        let start = documents.partition_point(|(at, _)| *at < index);
        let mine: Vec<&Citation> =
            documents[start..].iter().take_while(|(at, _)| *at == index).map(|(_, citation)| citation).collect();
        for (at, issued) in mine.iter().enumerate().skip(1) {
            if let Some(ground) = later_ground(passage, issued, &mine[..at]) {
                tell(issued, ground, passage, subject, told);
            }
        }
    }
}

/// The latest ground before a document that is later than it.
fn later_ground<'a>(passage: &Passage<'_>, issued: &Citation, before: &[&'a Citation]) -> Option<&'a Citation> {
    let (day, text) = (exact(issued)?, &passage.text);
    let own = passage.clause(issued.range.start).start;
    let said = text[own..issued.range.start].trim_end();
    let words = small(said);
    if !said.ends_with("đã ban hành") || REPLACED.iter().chain(&["từ đầu năm"]).any(|word| words.contains(word))
    {
        return None;
    }
    // The sentence itself, and the one before it on the same line.
    let previous = text[..own].trim_end();
    let one_line = own > 0 && text[previous.len()..own] == *" ";
    let first = if one_line { passage.clause(previous.len() - 1).start } else { own };
    // Those before it stand in other clauses.
    let near = &before[before.partition_point(|ground| ground.range.start < first)..];
    let grounds = near.iter().filter(|ground| {
        let start = passage.clause(ground.range.start).start;
        let opening = small(text[start..ground.range.start].trim_start_matches([' ', '-', '+']));
        start >= first && (opening.is_empty() || lists::GROUNDS.iter().any(|word| opening.starts_with(word)))
    });
    let later = grounds.filter(|ground| exact(ground).is_some_and(|ground| ground > day));
    later.copied().max_by_key(|ground| exact(ground))
}

/// The whole date of a document.
fn exact(citation: &Citation) -> Option<chrono::NaiveDate> {
    citation.date.as_ref().and_then(Date::exact)
}

fn tell(issued: &Citation, ground: &Citation, passage: &Passage<'_>, subject: &Subject<'_>, told: &mut Told) {
    let Some(day) = exact(ground).map(date::short) else { return };
    let number = ground.symbol.official(&passage.text);
    told.finding(
        LATER_GROUND
            .finding(msg!(
                "văn bản này ban hành trước căn cứ nêu cùng nó: số {number} ngày {day}",
                "this document is older than the ground that is named with it: number {number} of {day}"
            ))
            .at(subject.place(passage, issued.range.clone()))
            .found(&passage.text[issued.range.clone()])
            .hint(msg!("xem lại hai ngày, hoặc căn cứ", "look at both dates, or at the ground")),
    );
}
