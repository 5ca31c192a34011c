//! By how much a number rose or fell against another one beside it.

use rust_decimal::Decimal;

use super::reading::Reading;
use super::token::{Kind, Token};
use crate::check::{Family, Rule, Say, Subject, Told};
use crate::diagnostic::Severity;
use crate::msg;
use crate::vietnamese::number;

pub(super) const GROWTH: Family =
    Family {
        name: Say { vi: "Mức tăng, giảm trong lời văn", en: "Growth in running text" }, rules: &[&RATE], check
    };

const RATE: Rule = Rule {
    id: "loi-van/tang-giam-sai",
    severity: Severity::Warning,
    title: Say {
        vi: "Mức tăng, giảm khớp với hai số được so sánh",
        en: "A rate of growth agrees with the two numbers compared",
    },
    why: Say {
        vi: "Tính lại mức tăng, giảm khi cả hai số đứng cạnh nó: \"72 tin, tăng 28,57% so với quý trước (56 tin)\", \"tăng \
             12% (2.800 so với 2.500 hồ sơ)\", \"4.318 (cùng kỳ là 3.925, tăng 10,01%)\". Số ước tính, số khác đơn vị được \
             bỏ qua.",
        en: "The rate is computed again where both numbers stand beside it. Estimates and numbers of other units are passed \
             over.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Đã đăng 72 tin, tăng 28,57% so với quý trước (56 tin); họp 12 cuộc, giảm 20% (12 so với 15 cuộc)."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Đã đăng 72 tin, tăng 38,57% so với quý trước (56 tin)."}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    for reading in subject.readings() {
        let passage = &subject.passages()[reading.passage];
        for (at, token) in reading.tokens.iter().enumerate() {
            let Kind::Percent(given) = token.kind else { continue };
            let Some(rises) = rises(&passage.text[..token.range.start]) else { continue };
            let Some((now, before)) = compared(reading, &passage.text, at) else { continue };
            let change = if rises { now - before } else { before - now };
            let exact = change.checked_mul(Decimal::ONE_HUNDRED).and_then(|change| change.checked_div(before));
            let Some(exact) = exact.filter(|exact| !agrees(*exact, given)) else { continue };
            let right = number::format(number::round(exact, given.scale().max(1)));
            let (now, before) = (number::format(now), number::format(before));
            told.finding(
                RATE.finding(msg!(
                    "mức tăng, giảm không khớp với hai số được so sánh",
                    "the rate does not agree with the two numbers compared"
                ))
                .at(subject.place(passage, token.range.start..token.end))
                .found(&passage.text[token.range.start..token.end])
                .expected(msg!("{right}% ({now} so với {before})", "{right}% ({now} against {before})")),
            );
        }
    }
}

/// Whether a percentage is a rise; nothing where it is neither that nor a fall.
fn rises(before: &str) -> Option<bool> {
    let word = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next()?;
    match word {
        "tăng" | "Tăng" => Some(true),
        "giảm" | "Giảm" => Some(false),
        _ => None,
    }
}

/// The number now and the number before.
fn compared(reading: &Reading, text: &str, at: usize) -> Option<(Decimal, Decimal)> {
    let tokens = &reading.tokens;
    let count = |at: usize| match tokens.get(at)?.kind {
        Kind::Count(value) if !value.is_zero() => Some((value, &tokens[at])),
        _ => None,
    };
    let kind = |at: usize| tokens.get(at).map(|token| token.kind);
    // `tăng 12% (2.800 so với 2.500 hồ sơ)`
    if kind(at + 1) == Some(Kind::Open) && kind(at + 4) == Some(Kind::Close) {
        let ((now, _), (before, _)) = (count(at + 2)?, count(at + 3)?);
        return (reading.between(text, at + 2, at + 3).trim_end().ends_with("so với")).then_some((now, before));
    }
    // `4.318 (cùng kỳ năm 2025 là 3.925, tăng 10,01%)`
    let dated = |at: &usize| matches!(kind(*at), Some(Kind::Other | Kind::Colon));
    let opened = (0..at.saturating_sub(2)).rev().find(|at| !dated(at));
    if let (Some(Kind::Comma | Kind::Semicolon), Some(open)) = (kind(at.checked_sub(1)?), opened)
        && kind(open) == Some(Kind::Open)
    {
        let ((now, one), (before, other)) = (count(open.checked_sub(1)?)?, count(at - 2)?);
        let earlier = reading.between(text, open, at - 2);
        let compared = ["cùng kỳ", "năm trước", "quý trước", "kỳ trước"].iter().any(|word| earlier.contains(word));
        return (compared && alike(one, other)).then_some((now, before));
    }
    // `giảm từ 30 điểm xuống 24 điểm (giảm 20%)`
    if let (Some(Kind::Open), Some((before, other)), Some((now, one))) =
        (kind(at - 1), at.checked_sub(3).and_then(count), at.checked_sub(2).and_then(count))
    {
        let gap = reading.between(text, at - 3, at - 2);
        let to = ["xuống", "xuống còn", "lên", "còn"].iter().any(|word| gap.trim() == *word);
        let from = reading.before(text, at - 3).trim_end().ends_with("từ");
        let glued = reading.between(text, at - 2, at - 1).trim().is_empty();
        return (to && from && glued && alike(one, other)).then_some((now, before));
    }
    // `72 tin, tăng 28,57% so với quý II/2026 (56 tin)`
    let open = (at + 1..tokens.len()).find(|next| tokens[*next].kind != Kind::Other)?;
    if kind(open) == Some(Kind::Open) && kind(open + 2) == Some(Kind::Close) {
        let gap = reading.between(text, at, open);
        let ((before, other), near) = (count(open + 1)?, reading.number_before(at, &[Kind::Comma, Kind::Semicolon])?);
        let (now, one) = count(near)?;
        let plain = reading.between(text, near, at).chars().count() < 30 && !one.hedge;
        return (gap.trim_start().starts_with("so với") && plain && alike(one, other)).then_some((now, before));
    }
    None
}

/// Whether two numbers count one thing.
fn alike(one: &Token, other: &Token) -> bool {
    one.unit.name == other.unit.name || one.unit.name.is_empty() || other.unit.name.is_empty()
}

/// Whether a rate is the given one, rounded or cut off as it is written.
fn agrees(exact: Decimal, given: Decimal) -> bool {
    number::round(exact, given.scale()) == given || exact.trunc_with_scale(given.scale()) == given
}
