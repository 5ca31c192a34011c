//! Those who are there against those who were assigned, in running text.

use baocao_core::claim::{Claim, Law, Said};
use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::lexicon::lists::PRESENT;
use baocao_vietnamese::{number, small};

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;

pub(super) const ASSIGNED: Family = Family {
    name: Say {
        vi: "Số được giao và số có mặt trong lời văn", en: "Those assigned and those present in running text"
    },
    rules: &[&MORE],
    check,
};

const MORE: Rule = Rule {
    id: Id::new("loi-van/vuot-so-giao"),
    severity: Severity::Warning,
    title: Say {
        vi: "Trong lời văn, số có mặt không vượt số được giao",
        en: "In running text, those present are not more than those assigned",
    },
    why: Say {
        vi: "Trong một câu có \"được giao … người, … có mặt … người\": số có mặt lớn hơn số được giao thường là ghi nhầm. \
             Chỉ so hai số liền nhau, cùng đơn vị.",
        en: "In a sentence of the form \"được giao … người, … có mặt … người\" more people present than assigned are \
             usually a slip. Only two numbers next to each other, of the same unit, are compared.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Biên chế được giao là 24 người, hiện có mặt 22 người; cấp xã được giao 96, có mặt 90 người."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Biên chế được giao là 22 người, hiện có mặt 24 người."}}"#,
};

/// The words before a number; dates and colons between do not count: `được giao năm 2024: 312`.
fn said(reading: Reading<'_>, at: usize) -> String {
    let passed = |kind| matches!(kind, Kind::Other | Kind::Colon);
    let last = (0..at).rev().find(|at| !passed(reading.tokens[*at].kind));
    let start = last.map_or(0, |last| reading.tokens[last].end);
    small(reading.text.get(start..reading.tokens[at].range.start).unwrap_or_default())
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    for reading in subject.readings() {
        let passage = reading.passage;
        let text = passage.text.as_str();
        // The last number of those who were assigned, in the same sentence.
        let mut assigned: Option<(_, usize, &String)> = None;
        for (at, token) in reading.tokens.iter().enumerate() {
            let Kind::Count(value) = token.kind else {
                if matches!(token.kind, Kind::Stop | Kind::Line) || token.kind.is_number() {
                    assigned = None;
                }
                continue;
            };
            let before = said(reading, at);
            let mut present = PRESENT.iter().any(|words| before.contains(words));
            if let Some((given, from, unit)) = assigned.take() {
                // `có mặt đến ngày 14/12/2024: 298`
                let between = reading.between(from, at);
                present |= PRESENT.iter().any(|words| between.contains(words));
                let one_unit = unit == &token.unit.name || unit.is_empty() || token.unit.name.is_empty();
                let claim = Claim::new(Said::counted(value), Law::AtMost(Said::counted(given)));
                if !present || token.hedge || !one_unit || claim.holds() {
                    continue;
                }
                let (most, found) = (number::format(given), number::format(value));
                told.finding(
                    MORE.finding(msg!(
                        "số có mặt ({found}) nhiều hơn số được giao ({most})",
                        "more are present ({found}) than were assigned ({most})"
                    ))
                    .at(subject.place(passage, token.range.clone()))
                    .found(&text[token.range.clone()])
                    .expected(claim.expected()),
                );
            }
            if before.contains("được giao") && !present && !token.hedge {
                assigned = Some((value, at, &token.unit.name));
            }
        }
    }
}
