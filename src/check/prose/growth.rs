//! By how much a number rose or fell against another one beside it.

use rust_decimal::Decimal;

use super::reading::Reading;
use super::token::{Kind, Token};
use crate::check::{Family, Rule, Say, Subject, Told};
use crate::diagnostic::{Message, Severity};
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
             12% (2.800 so với 2.500 hồ sơ)\", \"4.318 (cùng kỳ là 3.925, tăng 10,01%)\", \"giảm 5 thủ tục (từ 120 xuống 115)\", \"1.250 đơn, tăng 150 đơn (13,6%)\". \
             Số ước tính, số khác đơn vị được bỏ qua.",
        en: "The rate or difference is computed again where both numbers stand beside it. Estimates and numbers of other units \
             are passed over.",
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
            let text = &passage.text;
            let Some(right) = right(reading, text, at).or_else(|| in_percent(reading, text, at)) else { continue };
            told.finding(
                RATE.finding(msg!(
                    "mức tăng, giảm không khớp với hai số được so sánh",
                    "the rate does not agree with the two numbers compared"
                ))
                .at(subject.place(passage, token.range.start..token.end))
                .found(&passage.text[token.range.start..token.end])
                .expected(right),
            );
        }
    }
}

/// What a rise or fall should be, where the two numbers compared say another.
fn right(reading: &Reading, text: &str, at: usize) -> Option<Message> {
    let token = &reading.tokens[at];
    let rises = rises(&text[..token.range.start])?;
    let difference = |(now, before): (Decimal, Decimal)| if rises { now - before } else { before - now };
    let (right, now, before) = match token.kind {
        Kind::Percent(given) => {
            let (now, before) = compared(reading, text, at)?;
            let exact = difference((now, before)).checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before)?;
            let right = number::format(number::round(exact, given.scale().max(1)));
            (!agrees(exact, given)).then(|| (format!("{right}%"), now, before))?
        }
        // `tăng 16 tin so với quý trước (56 tin)`; sums of money may be rounded.
        Kind::Count(given) if token.unit.factor == Decimal::ONE && given.fract().is_zero() => {
            let (now, before) = compared(reading, text, at)?;
            let exact = difference((now, before));
            (exact != given && exact > Decimal::ZERO).then(|| (number::format(exact), now, before))?
        }
        _ => return None,
    };
    let (now, before) = (number::format(now), number::format(before));
    Some(msg!("{right} ({now} so với {before})", "{right} ({now} against {before})"))
}

/// What a difference should be in percent: `1.250 đơn, tăng 150 đơn (13,6%)`.
fn in_percent(reading: &Reading, text: &str, at: usize) -> Option<Message> {
    let Kind::Percent(given) = reading.tokens[at].kind else { return None };
    let row = Row { reading, text };
    let (open, change) = (at.checked_sub(1)?, at.checked_sub(2)?);
    let said = matches!(row.words(open, at).as_str(), "" | "tăng" | "giảm" | "tương ứng" | "tương đương");
    if row.kind(open) != Some(Kind::Open) || !said || !row.words(change, open).is_empty() {
        return None;
    }
    let token = &reading.tokens[change];
    let rises = rises(&text[..token.range.start])?;
    let near = reading.number_before(change, &[Kind::Comma, Kind::Semicolon])?;
    let (Kind::Count(change), Kind::Count(now)) = (token.kind, row.kind(near)?) else { return None };
    let counted = &reading.tokens[near];
    if row.words(near, at - 2).chars().count() > 60 || counted.hedge || counted.unit.name != token.unit.name {
        return None;
    }
    let before = if rises { now - change } else { now + change };
    let exact = change.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before).filter(|exact| !agrees(*exact, given))?;
    // Of a rounded sum of money the percentage is near only.
    if token.unit.factor != Decimal::ONE || exact.is_sign_negative() {
        return None;
    }
    // `quý I 2.014 hồ sơ, quý II 2.112 hồ sơ, cộng 4.126 hồ sơ; quý II tăng 98 hồ sơ (4,9%)`
    let of = |base: Decimal| change.checked_mul(Decimal::ONE_HUNDRED).and_then(|change| change.checked_div(base));
    let mut earlier = reading.tokens[..near].iter().filter(|earlier| earlier.unit.name == token.unit.name);
    let explained = earlier.any(|earlier| match earlier.kind {
        Kind::Count(base) => {
            let before = if rises { base - change } else { base + change };
            [base, before].iter().any(|base| of(*base).is_some_and(|exact| agrees(exact, given)))
        }
        _ => false,
    });
    if explained {
        return None;
    }
    let right = number::format(number::round(exact, given.scale().max(1)));
    let (now, before) = (number::format(now), number::format(before));
    Some(msg!("{right}% ({now} so với {before})", "{right}% ({now} against {before})"))
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

/// The number now and the number before, where they stand beside a rate or a difference.
fn compared(reading: &Reading, text: &str, at: usize) -> Option<(Decimal, Decimal)> {
    let row = Row { reading, text };
    let (now, before) = row
        .in_parenthesis(at)
        .or_else(|| row.after_earlier(at))
        .or_else(|| row.after_both(at))
        .or_else(|| row.against_earlier(at))?;
    let count = |at: usize| match reading.tokens[at].kind {
        Kind::Count(value) if !value.is_zero() => Some(value),
        _ => None,
    };
    // A difference counts the same thing too.
    let token = &reading.tokens[at];
    let one_thing = !matches!(token.kind, Kind::Count(_)) || alike(token, &reading.tokens[now]);
    let same = one_thing && alike(&reading.tokens[now], &reading.tokens[before]);
    same.then_some((count(now)?, count(before)?))
}

/// A text and its tokens, among which two numbers are looked for: that of now and that of before.
struct Row<'a> {
    reading: &'a Reading,
    text: &'a str,
}

impl Row<'_> {
    fn kind(&self, at: usize) -> Option<Kind> {
        self.reading.tokens.get(at).map(|token| token.kind)
    }

    /// The words between two tokens.
    fn words(&self, first: usize, second: usize) -> String {
        self.reading.between(self.text, first, second).trim().to_owned()
    }

    /// The parenthesis after a rate; dates may stand before it.
    fn opened(&self, at: usize) -> Option<usize> {
        let dated = |at: &usize| self.kind(*at) == Some(Kind::Other);
        let open = (at + 1..self.reading.tokens.len()).find(|at| !dated(at))?;
        (self.kind(open) == Some(Kind::Open)).then_some(open)
    }

    /// `tăng 12% (2.800 so với 2.500 hồ sơ)`, `tăng 15% so với cùng kỳ (từ 200 lên 240 hồ sơ)`
    fn in_parenthesis(&self, at: usize) -> Option<(usize, usize)> {
        let open = self.opened(at).filter(|open| self.kind(open + 3) == Some(Kind::Close))?;
        let (first, second) = (open + 1, open + 2);
        let near = self.words(at, open).chars().count() < 40;
        if !near {
            None
        } else if self.words(first, second).ends_with("so với") {
            Some((first, second))
        } else {
            (self.words(open, first) == "từ" && self.leads(first, second)).then_some((second, first))
        }
    }

    /// `4.318 (cùng kỳ năm 2025 là 3.925, tăng 10,01%)`
    fn after_earlier(&self, at: usize) -> Option<(usize, usize)> {
        let mark = self.kind(at.checked_sub(1)?)?;
        let dated = |at: &usize| matches!(self.kind(*at), Some(Kind::Other | Kind::Colon));
        let open = (0..at.checked_sub(2)?).rev().find(|at| !dated(at))?;
        let earlier = self.words(open, at - 2);
        let compared = ["cùng kỳ", "năm trước", "quý trước", "kỳ trước"].iter().any(|word| earlier.contains(word));
        let enclosed = matches!(mark, Kind::Comma | Kind::Semicolon) && self.kind(open) == Some(Kind::Open);
        (enclosed && compared).then_some((open.checked_sub(1)?, at - 2))
    }

    /// `giảm từ 30 điểm xuống 24 điểm (giảm 20%)`
    fn after_both(&self, at: usize) -> Option<(usize, usize)> {
        let (first, second) = (at.checked_sub(3)?, at - 2);
        let mark = matches!(self.kind(at - 1), Some(Kind::Open | Kind::Comma));
        let from = self.reading.before(self.text, first).trim_end().ends_with("từ");
        let beside = mark && from && self.words(second, at - 1).is_empty();
        (beside && self.leads(first, second)).then_some((second, first))
    }

    /// `72 tin, tăng 28,57% so với quý II/2026 (56 tin)`
    fn against_earlier(&self, at: usize) -> Option<(usize, usize)> {
        let open = self.opened(at).filter(|open| self.kind(open + 2) == Some(Kind::Close))?;
        let now = self.reading.number_before(at, &[Kind::Comma, Kind::Semicolon])?;
        let near = self.words(now, at).chars().count() < 80 && !self.reading.tokens[now].hedge;
        (near && self.words(at, open).starts_with("so với")).then_some((now, open + 1))
    }

    /// Whether the words between two numbers lead from the one to the other.
    fn leads(&self, first: usize, second: usize) -> bool {
        ["xuống", "xuống còn", "lên", "lên thành", "còn"].contains(&self.words(first, second).as_str())
    }
}

/// Whether two numbers count one thing.
fn alike(one: &Token, other: &Token) -> bool {
    one.unit.name == other.unit.name || one.unit.name.is_empty() || other.unit.name.is_empty()
}

/// Whether a rate is the given one, rounded or cut off as it is written.
fn agrees(exact: Decimal, given: Decimal) -> bool {
    number::round(exact, given.scale()) == given || exact.trunc_with_scale(given.scale()) == given
}
