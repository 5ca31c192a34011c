//! What a sentence puts in order: `cao nhất là A (231 hộ), tiếp đến là B (188 hộ), C (164 hộ)`.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::lexicon::lists::{BEST, LEAST, NEXT};
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::numbers::{Kind, Reading};

pub(super) const ORDER: Family =
    Family { name: Say { vi: "Thứ tự trong lời văn", en: "Orders in running text" }, rules: &[&WRONG], check };

const WRONG: Rule = Rule {
    id: Id::new("loi-van/thu-tu-sai"),
    severity: Severity::Warning,
    title: Say {
        vi: "Các số kể theo thứ tự từ cao đến thấp, từ thấp đến cao không đảo",
        en: "Numbers told from the most to the least, or the other way round, stand in that order",
    },
    why: Say {
        vi: "\"Cao nhất là A (231 hộ), tiếp đến là B (149 hộ), C (188 hộ)\": sau \"cao nhất là\" và \"tiếp đến\" mỗi số cùng đơn vị không \
             được lớn hơn số trước nó.",
        en: "Behind \"cao nhất là\" and \"tiếp đến\" no number of the same unit is more than the one before it.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Cao nhất là thôn Đông (231 hộ), tiếp đến là thôn Đoài (188 hộ), thôn Nam (149 hộ)."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Cao nhất là thôn Đông (231 hộ), tiếp đến là thôn Đoài (149 hộ), thôn Nam (188 hộ)."}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    for reading in subject.readings() {
        let small = reading.passage.all_small();
        let opens = |words: &'static [&'static str], falls: bool| {
            words.iter().flat_map(|word| small.match_indices(word)).map(move |(at, word)| (at + word.len(), falls))
        };
        for (from, falls) in opens(&BEST, true).chain(opens(&LEAST, false)) {
            let Some((at, before)) = odd(reading, from, falls) else { continue };
            let token = &reading.tokens[at];
            let found = &reading.passage.text[token.range.start..token.end];
            let before = number::format(before);
            let finding = if falls {
                WRONG.finding(msg!(
                    "số này lớn hơn số kể trước nó ({before})",
                    "this is more than the number before it ({before})"
                ))
            } else {
                WRONG.finding(msg!(
                    "số này nhỏ hơn số kể trước nó ({before})",
                    "this is less than the number before it ({before})"
                ))
            };
            told.finding(finding.at(subject.place(reading.passage, token.range.start..token.end)).found(found));
        }
    }
}

/// The first number of an order that is out of it, and the one before.
fn odd(reading: Reading<'_>, from: usize, falls: bool) -> Option<(usize, Decimal)> {
    let first = reading.tokens.partition_point(|token| token.range.start < from);
    let ends = |at: &usize| matches!(reading.tokens[*at].kind, Kind::Stop | Kind::Line | Kind::Semicolon);
    let end = (first..reading.tokens.len()).find(ends)?;
    let words = reading.passage.small(&(from..reading.tokens[end].range.start));
    if !NEXT.iter().any(|next| words.contains(next)) || words.contains("trong đó") {
        return None;
    }
    let counts = (first..end).any(|at| matches!(reading.tokens[at].kind, Kind::Count(_)));
    let numbers = (first..end).filter(|at| reading.tokens[*at].kind.is_number());
    let mut before: Option<(Decimal, &str)> = None;
    for at in numbers {
        let token = &reading.tokens[at];
        let (value, unit) = match token.kind {
            // Where both are told the percentages follow the numbers.
            Kind::Percent(_) if counts => continue,
            Kind::Percent(value) => (value, "%"),
            Kind::Count(value) => (value, token.unit.name.as_str()),
            _ => return None,
        };
        match before {
            _ if token.hedge => return None,
            Some((_, other)) if other != unit => return None,
            Some((last, _)) if falls && value > last || !falls && value < last => return Some((at, last)),
            _ => before = Some((value, unit)),
        }
    }
    None
}
