//! What number and symbol of a document say of its year and kind.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::small;
use chrono::Datelike;

use super::known;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::documents::Symbol;
use baocao_vietnamese::lexicon::documents::{of_symbol, types};

pub(super) const SYMBOLS: Family = Family {
    name: Say { vi: "Số, ký hiệu của văn bản được dẫn", en: "Symbols of cited documents" },
    rules: &[&YEAR, &KIND],
    check,
};

pub(super) const YEAR: Rule = Rule {
    id: Id::new("vien-dan/nam-khac-so-hieu"),
    severity: Severity::Warning,
    title: Say {
        vi: "Năm trong số hiệu là năm của ngày ban hành", en: "The year in the number is that of the date"
    },
    why: Say {
        vi: "Văn bản quy phạm pháp luật ghi năm ban hành giữa số và ký hiệu; năm ấy phải trùng với năm của ngày được \
             dẫn. Sai một trong hai là dẫn sai văn bản.",
        en: "Legal documents bear the year of issue between number and symbol; it must be the year of the cited date. \
             Where they differ, one of them is wrong.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Quyết định số 45/2021/QĐ-UBND ngày 17/8/2021 của UBND tỉnh."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Quyết định số 45/2021/QĐ-UBND ngày 17/8/2022 của UBND tỉnh."}}}"#,
};

const KIND: Rule = Rule {
    id: Id::new("vien-dan/loai-khac-ky-hieu"),
    severity: Severity::Warning,
    title: Say {
        vi: "Tên loại văn bản khớp với ký hiệu", en: "The kind of document agrees with its symbol"
    },
    why: Say {
        vi: "Ký hiệu bắt đầu bằng chữ viết tắt tên loại: KH là kế hoạch, QĐ là quyết định. Chỉ xét các tên loại thông \
             dụng; \"văn bản\" và tên loại khác được bỏ qua.",
        en: "A symbol begins with the abbreviation of the kind: KH for a plan, QĐ for a decision. Only the common kinds \
             are looked at; \"văn bản\" and other names are left alone.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục III, phần I"),
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Văn bản số 45/KH-UBND và Quyết định số 46/QĐ-UBND của UBND huyện."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Quyết định số 45/KH-UBND ngày 17/8/2022 của UBND huyện."}}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    for (index, citation) in &subject.cited().documents {
        let Some(passage) = subject.passages().get(*index) else { continue };
        let symbol = &citation.symbol;
        if let (Some((year, at)), Some(date)) = (&symbol.year, citation.date.as_ref())
            && let Some(day) = date.exact()
            && day.year() != *year
        {
            let range = at.start..if citation.dated_beside { at.end } else { date.range.end };
            let place = subject.place(passage, range.clone());
            let (dated, number) = (day.year(), symbol.official(&passage.text));
            // The right date of a well-known document says more.
            told.unless(
                &[known::DATE.id],
                vec![place.clone()],
                YEAR.finding(msg!(
                    "số hiệu {number} là của năm {year}, ngày ban hành lại ghi năm {dated}",
                    "{number} is a number of {year}, its date is of {dated}"
                ))
                .at(place)
                .found(&passage.text[range])
                .hint(msg!(
                    "xem lại văn bản gốc rồi sửa số hiệu hoặc ngày",
                    "look at the document and mend the number or the date"
                )),
            );
        }
        let missing =
            symbol.year.is_some() && matches!(symbol.groups.as_slice(), [one] if matches!(one.as_str(), "TTG" | "CP"));
        let turned = match symbol.groups.as_slice() {
            [organ, kind] => {
                let written = citation.written_kind(&passage.text);
                let own =
                    of_symbol(kind).filter(|kind| written.as_deref() == Some(kind.name) && kind.name != "công văn");
                matches!(organ.as_str(), "UBND" | "HĐND" | "TTG" | "CP") && of_symbol(organ).is_none() && own.is_some()
            }
            _ => false,
        };
        if let Some(at) = symbol.kind.as_ref().filter(|_| missing || turned) {
            told.finding(
                KIND.finding(msg!(
                    "ký hiệu gồm chữ viết tắt tên loại, rồi đến cơ quan ban hành",
                    "a symbol has the letters of the kind, then those of the issuer"
                ))
                .at(subject.place(passage, at.start..symbol.range.end))
                .found(&passage.text[at.start..symbol.range.end]),
            );
            continue;
        }
        // `Luật Việc làm số 74/2025/NĐ-CP`: laws are the National Assembly's.
        if is_of_a_law(&passage.text, symbol) {
            told.finding(
                KIND.finding(msg!(
                    "luật do Quốc hội ban hành, ký hiệu là QH và khóa",
                    "a law is the National Assembly's; its symbol is QH and the term"
                ))
                .at(subject.place(passage, symbol.number.start..symbol.range.end))
                .found(&passage.text[symbol.number.start..symbol.range.end]),
            );
            continue;
        }
        let strict = |written: &String| types().any(|kind| kind.is_numbered && kind.name == *written);
        let written = citation.written_kind(&passage.text).filter(strict);
        if let (Some(written), Some(at)) = (&written, &symbol.kind)
            && written != "công văn"
            && is_of_a_letter(&symbol.groups)
        {
            told.finding(
                KIND.finding(msg!(
                    "ký hiệu này là của công văn, văn bản lại được gọi là {written}",
                    "this is the symbol of a letter, the document is called {written}"
                ))
                .at(subject.place(passage, at.start..symbol.range.end))
                .found(&passage.text[at.start..symbol.range.end]),
            );
        }
        if let (Some(written), Some(kind), Some(at)) = (written, of_symbol(&symbol.groups[0]), &symbol.kind)
            // What is issued by several organs is called as what is issued by one.
            && !kind.name.starts_with(&written)
            && !(written == "công văn" && may_be_issuer(symbol, &passage.text))
        {
            let (group, kind) = (&symbol.groups[0], kind.name);
            told.finding(
                KIND.finding(msg!(
                    "ký hiệu {group} là của {kind}, văn bản lại được gọi là {written}",
                    "{group} stands for {kind}, the document is called {written}"
                ))
                .at(subject.place(passage, at.start..symbol.range.end))
                .found(&passage.text[at.start..symbol.range.end]),
            );
        }
    }
}

/// Whether a symbol is that of an official letter: the letters of an organ, then those of who drafted it, `SNNMT-CCTL`,
/// `UBND-KSTT`.
fn is_of_a_letter(groups: &[String]) -> bool {
    let [organ, drafter] = groups else { return false };
    let department = organ.starts_with('S') && (3..=8).contains(&organ.chars().count());
    let capitals = organ.chars().all(char::is_uppercase);
    (matches!(organ.as_str(), "UBND" | "HĐND") || department && capitals)
        && of_symbol(organ).is_none()
        && of_symbol(drafter).is_none()
}

/// Whether a symbol of the Government or a ministry stands right behind the name of a law.
fn is_of_a_law(text: &str, symbol: &Symbol) -> bool {
    /// The longest name of a law, in bytes.
    const LONGEST: usize = 120;
    let end = symbol.number.start;
    let before = &text[text.floor_char_boundary(end.saturating_sub(LONGEST))..end];
    let Some(name) = before.rfind("Luật ").map(|at| small(&before[at..])) else { return false };
    let other =
        ["nghị định", "thông tư", "quyết định", "nghị quyết", "chỉ thị", "kế hoạch", ";", ".", "theo", " và luật"];
    let named = name.trim_end().ends_with("số") && !other.iter().any(|words| name.contains(words));
    named && matches!(symbol.groups[0].as_str(), "NĐ" | "TT" | "QĐ")
}

/// So many bytes of a line beside a symbol are read for its issuer.
const BESIDE: usize = 2_000;

/// Whether what reads as the kind of document is the issuer's name in the symbol of an official letter, which names no
/// kind: `Công văn số 31/TTr-NV2` of an inspectorate (thanh tra).
fn may_be_issuer(symbol: &Symbol, text: &str) -> bool {
    let beside = |text: &str| small(text).contains("thanh tra");
    let before = &text[text.floor_char_boundary(symbol.range.start.saturating_sub(BESIDE))..symbol.range.start];
    let after = &text[symbol.range.end..text.floor_char_boundary(symbol.range.end + BESIDE)];
    symbol.groups[0].eq_ignore_ascii_case("TTr")
        && (before.rsplit('\n').next().is_some_and(beside) || after.split('\n').next().is_some_and(beside))
}
