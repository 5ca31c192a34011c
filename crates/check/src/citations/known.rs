//! Documents of the central organs that every report cites: their dates, and whether they are still in force.

use std::collections::BTreeSet;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::template::KnownDocument;
use baocao_vietnamese::date;
use baocao_vietnamese::lexicon::lists::REPLACED;
use chrono::{Datelike, NaiveDate};

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::Passage;
use baocao_reading::documents::Citation;
use baocao_reading::documents::symbols;

pub(super) const KNOWN: Family = Family {
    name: Say { vi: "Văn bản của trung ương", en: "Documents of the central organs" },
    rules: &[&DATE, &FORCE],
    check,
};

pub(super) const DATE: Rule = Rule {
    id: Id::new("vien-dan/ngay-van-ban-trung-uong"),
    severity: Severity::Warning,
    title: Say {
        vi: "Ngày ban hành của nghị định, nghị quyết thường dẫn",
        en: "The dates of decrees that are often cited",
    },
    why: Say {
        vi: "So ngày được dẫn với documents.json của họ báo cáo. Với số không kèm năm (76/NQ-CP), mỗi năm lại có một văn \
             bản cùng số: chỉ xét khi cùng năm hoặc cùng ngày, tháng.",
        en: "Holds the cited date against documents.json of the family. A number without a year (76/NQ-CP) comes again \
             every year: only the same year, or the same day and month, is looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ và Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã thực hiện Nghị định số 30/2020/NĐ-CP ngày 03/5/2020 của Chính phủ."}}}"#,
};

const FORCE: Rule = Rule {
    id: Id::new("vien-dan/het-hieu-luc"),
    severity: Severity::Note,
    title: Say {
        vi: "Văn bản được dẫn còn hiệu lực trong kỳ", en: "Cited documents are in force in the period"
    },
    why: Say {
        vi: "Văn bản đã bị thay thế trước kỳ báo cáo (theo documents.json của họ báo cáo) thì nên dẫn văn bản thay thế. \
             Câu nói về việc thay thế, bãi bỏ không bị xét.",
        en: "Where a document was replaced before the period (as documents.json of the family says) its successor should \
             be cited. Sentences that speak of replacing are left alone.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã thực hiện Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ, thay thế Nghị định số 43/2011/NĐ-CP ngày 13/6/2011."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã thực hiện Nghị định số 43/2011/NĐ-CP ngày 13/6/2011 của Chính phủ."}}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let documents = &subject.set.documents.documents;
    let mut old = BTreeSet::new();
    for (index, citation) in &subject.cited().documents {
        let is_cited = |document: &&KnownDocument| {
            number(&document.symbol) == Some(citation.symbol.value) && key(&document.symbol) == Some(citation.key())
        };
        let Some(document) = documents.iter().find(is_cited) else { continue };
        let Some(passage) = subject.passages().get(*index) else { continue };
        if let Some((dated, written)) = subject.date_of(*index, citation)
            && let Some(day) = written.exact()
            && wrong(citation, day, document.date)
        {
            let (right, symbol) = (date::short(document.date), &document.symbol);
            told.finding(
                DATE.finding(msg!("{symbol} ban hành ngày {right}", "{symbol} is of {right}"))
                    .at(subject.place(dated, written.range.clone()))
                    .found(&dated.text[written.range.clone()])
                    .expected(msg!("{right}", "{right}")),
            );
        }
        if let Some(successor) = &document.replaced
            && subject.report.days().is_some_and(|(from, _)| successor.from <= from)
            && !speaks_of_past(passage, citation)
            && (citation.symbol.year.is_some()
                || citation.date.as_ref().and_then(baocao_reading::documents::Date::exact) == Some(document.date))
            && old.insert(&document.symbol)
        {
            let (by, from) = (&successor.by, date::short(successor.from));
            told.finding(
                FORCE
                    .finding(msg!(
                        "văn bản này đã được thay thế từ ngày {from}",
                        "this document was replaced on {from}"
                    ))
                    .at(subject.place(passage, citation.symbol.range.clone()))
                    .found(&passage.text[citation.symbol.range.clone()])
                    .expected(msg!("{by}", "{by}")),
            );
        }
    }
}

/// What a citation with this symbol is known by.
fn key(symbol: &str) -> Option<(u32, Option<i32>, String)> {
    let symbol = symbols(symbol).pop()?;
    Some((symbol.value, symbol.year.map(|(year, _)| year), symbol.groups.join("-")))
}

/// The number that a symbol begins with: few documents have the same, and only their symbols need be read.
fn number(symbol: &str) -> Option<u32> {
    symbol.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// Whether a cited date is a wrong one of the same document.
fn wrong(citation: &Citation, cited: NaiveDate, right: NaiveDate) -> bool {
    let one_document = citation.symbol.year.is_some()
        || cited.year() == right.year()
        || cited.month() == right.month() && cited.day() == right.day();
    cited != right && one_document
}

/// Whether the sentence of a citation speaks of documents that came before others.
fn speaks_of_past(passage: &Passage<'_>, citation: &Citation) -> bool {
    let clause = passage.small(&passage.clause(citation.range.start));
    REPLACED.iter().any(|word| clause.contains(word))
}
