//! What is one number divided by another: averages (`24 cuộc với 1.608 lượt người, trung bình 67 lượt người/cuộc`) and
//! multiples (`642 hồ sơ, gấp 2,4 lần cùng kỳ (268 hồ sơ)`).

use baocao_core::diagnostic::{Id, Message, Severity};
use baocao_core::msg;
use baocao_vietnamese::lexicon::lists::AVERAGES;
use baocao_vietnamese::{number, small};
use rust_decimal::Decimal;

use super::compared::{Amount, Row, agrees};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;
use baocao_reading::numbers::slipped;

pub(super) const QUOTIENTS: Family = Family {
    name: Say { vi: "Số bình quân, số lần trong lời văn", en: "Averages and multiples in running text" },
    rules: &[&AVERAGE, &TIMES],
    check,
};

const AVERAGE: Rule = Rule {
    id: Id::new("loi-van/binh-quan-nghi-van"),
    severity: Severity::Note,
    title: Say {
        vi: "Số bình quân bằng tổng chia cho số đơn vị trong câu",
        en: "An average is the total of its sentence divided by what it is per",
    },
    why: Say {
        vi: "\"Bình quân 67 lượt người/cuộc\": trong câu có đúng một số lượt người và một số cuộc thì chia lại, chấp nhận làm \
             tròn. Bình quân có thể tính theo số khác không nêu ra, nên đây là nghi vấn.",
        en: "Where the sentence has exactly one number of what is averaged and one of what it is per, they are divided \
             again, rounding allowed. The average may be of other numbers; this finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Tổ chức 24 cuộc với 1.608 lượt người, trung bình 67 lượt người/cuộc."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Tổ chức 24 cuộc với 1.608 lượt người, trung bình 76 lượt người/cuộc."}}"#,
};

const TIMES: Rule = Rule {
    id: Id::new("loi-van/gap-lan-nghi-van"),
    severity: Severity::Note,
    title: Say {
        vi: "\"Gấp … lần\" khớp với hai số được so sánh",
        en: "A multiple agrees with the two numbers compared",
    },
    why: Say {
        vi: "\"642 hồ sơ, gấp 2,4 lần cùng kỳ (268 hồ sơ)\": số thứ nhất chia số trong ngoặc, làm tròn hay cắt bớt đều được. \
             \"Gần gấp\", \"hơn gấp\" bị bỏ qua.",
        en: "The first number is divided by that in parentheses, rounded or cut off. Estimates are passed over.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Chứng thực điện tử 642 hồ sơ, gấp 2,4 lần cùng kỳ (268 hồ sơ)."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Chứng thực điện tử 642 hồ sơ, gấp 2,9 lần cùng kỳ (268 hồ sơ)."}}"#,
};

/// The most numbers of a sentence that are divided by each other.
const MOST: usize = 8;

fn check(subject: &Subject<'_>, told: &mut Told) {
    for reading in subject.readings() {
        let passage = reading.passage;
        if !AVERAGES.iter().chain(&["gấp"]).any(|word| passage.text.contains(word)) {
            continue;
        }
        for at in 0..reading.tokens.len() {
            passage_at(subject, reading, at, told);
        }
    }
}

fn passage_at(subject: &Subject<'_>, reading: Reading<'_>, at: usize, told: &mut Told) {
    let row = Row { reading };
    let range = reading.tokens[at].range.clone();
    let mut tell = |rule: &Rule, message: Message, [right, whole, part]: [Decimal; 3]| {
        let [right, whole, part] = [right, whole, part].map(number::format);
        let expected = msg!("{right} = {whole}/{part}", "{right} = {whole}/{part}");
        let finding = rule.finding(message).at(subject.place(reading.passage, range.clone())).expected(expected);
        told.finding(finding.found(&reading.passage.text[range.clone()]));
    };
    if let Some(numbers) = average(&row, at) {
        let message = msg!("số bình quân có lẽ không đúng", "the average perhaps is not right");
        tell(&AVERAGE, message, numbers);
    } else if let Some(numbers) = times(&row, at) {
        let message = msg!("số lần có lẽ không đúng", "the multiple perhaps is not right");
        tell(&TIMES, message, numbers);
    }
}

/// What an average should be, with the total and what it is divided by.
fn average(row: &Row<'_>, at: usize) -> Option<[Decimal; 3]> {
    let token = &row.reading.tokens[at];
    let Kind::Count(given) = token.kind else { return None };
    let before = small(last_words(&row.reading.text[..token.range.start]));
    if !AVERAGES.iter().any(|word| before.ends_with(word)) {
        return None;
    }
    let (unit, per) = per(&row.reading.text[token.range.end..])?;
    let (start, end) = row.sentence(at);
    let only = |name: &str, enclosed: bool| {
        let open = |at: &usize| enclosed || !row.reading.enclosed(*at);
        let mut found =
            (start..end).filter(|other| *other != at).filter(open).filter_map(|other| named(row, other, name));
        found.next().filter(|_| found.next().is_none())
    };
    let factor = token.unit.factor;
    // What stands in parentheses is compared with.
    let total = only(unit, false)?;
    let given = (given / factor).normalize();
    let divided = |count: Decimal| total.checked_div(count)?.checked_div(factor);
    // Where nothing counts what the average is per, a number that brings the average but for a slip does.
    let count = only(per, true).or_else(|| {
        let counts = (start..end).filter_map(|at| row.amount(at)).map(|amount| amount.value);
        let counts: Vec<(Decimal, Decimal)> = counts.filter_map(|count| Some((count, divided(count)?))).collect();
        let explained = counts.iter().any(|(_, exact)| agrees(*exact, given));
        let slip = |(_, exact): &&(Decimal, Decimal)| slipped(given, number::round(*exact, given.scale()));
        counts.iter().find(slip).filter(|_| !explained).map(|(count, _)| *count)
    })?;
    let exact = divided(count)?;
    // What is far off is the average of something else.
    let far = exact > given * Decimal::TWO || given > exact * Decimal::TWO;
    (!agrees(exact, given) && !far).then(|| [number::round(exact, given.scale()), total / factor, count])
}

/// `lượt người` and `cuộc` of ` lượt người/cuộc`.
fn per(rest: &str) -> Option<(&str, &str)> {
    let (unit, rest) = rest.split_once('/')?;
    let end = rest.find(|c: char| !(c.is_alphabetic() || c == ' ')).unwrap_or(rest.len());
    let words = |words: &str| (1..=4).contains(&words.split_whitespace().count());
    let plain = unit.starts_with(' ') && unit.chars().all(|c| c.is_alphabetic() || c == ' ');
    let per = rest[..end].trim();
    (plain && words(unit) && words(per)).then_some((unit.trim(), per))
}

/// The number at a token, where it counts what is named; money in whatever unit.
fn named(row: &Row<'_>, at: usize, name: &str) -> Option<Decimal> {
    let token = &row.reading.tokens[at];
    let value = match token.kind {
        Kind::Count(value) if !token.hedge => value,
        // Weeks and months count nothing elsewhere.
        Kind::Other => number::parse(&row.reading.text[token.range.clone()]).ok()?.value,
        _ => return None,
    };
    let after = small(row.reading.text[token.range.end..].trim_start().get(..name.len())?);
    let money = token.unit.name == "đồng" && name.ends_with("đồng");
    let next = row.reading.text[token.range.end..].trim_start()[name.len()..].chars().next();
    let whole = after == small(name) && next.is_none_or(|next| !next.is_alphanumeric() && next != '/');
    (money && next != Some('/') || whole).then_some(value)
}

/// What a multiple should be, with the two numbers.
fn times(row: &Row<'_>, at: usize) -> Option<[Decimal; 3]> {
    let given = row.amount(at).filter(|amount| amount.unit == "lần")?.value;
    let before = small(last_words(&row.reading.text[..row.reading.tokens[at].range.start]));
    let said = before.strip_suffix("gấp")?;
    if ["gần", "hơn", "khoảng"].iter().any(|word| said.trim_end().ends_with(word)) {
        return None;
    }
    beside(row, at, given).or_else(|| among(row, at, given))
}

/// The number before a multiple and the only one in the parenthesis behind it.
fn beside(row: &Row<'_>, at: usize, given: Decimal) -> Option<[Decimal; 3]> {
    let now = row.reading.number_before(at, &[Kind::Comma])?;
    let dated = |at: &usize| row.kind(*at) == Some(Kind::Other);
    let open = (at + 1..row.reading.tokens.len()).find(|at| !dated(at))?;
    let enclosed = row.kind(open) == Some(Kind::Open) && row.kind(open + 2) == Some(Kind::Close);
    let (Some(Kind::Count(value)), Some(Kind::Count(base))) = (row.kind(now), row.kind(open + 1)) else { return None };
    let [one, other] = [now, open + 1].map(|at| &row.reading.tokens[at]);
    let exact = value.checked_div(base)?;
    let near = agrees(exact, given);
    (enclosed && one.unit.name == other.unit.name && !one.hedge && !near)
        .then(|| [number::round(exact, given.scale().max(1)), value, base])
}

/// Two numbers of one unit in the sentence of which a multiple is a slip away, where it is that of none.
fn among(row: &Row<'_>, at: usize, given: Decimal) -> Option<[Decimal; 3]> {
    let (start, end) = row.sentence(at);
    let amounts: Vec<Amount> =
        (start..end).filter(|other| *other != at).filter_map(|other| row.amount(other)).take(MOST).collect();
    let pairs = || amounts.iter().flat_map(|one| amounts.iter().map(move |other| (one, other)));
    // `so với cùng kỳ (18 lượt), tăng 09 lượt, gấp 1,5 lần`: what it rose to may not be written.
    let quotients = || {
        pairs().filter(|(one, other)| one.unit == other.unit && one != other).flat_map(|(one, other)| {
            let (one, other) = (one.value, other.value);
            [one, one + other].map(|value| value.checked_div(other).map(|exact| (exact, value, other)))
        })
    };
    if given.scale() == 0 || quotients().flatten().any(|(exact, ..)| agrees(exact, given)) {
        return None;
    }
    let slip = |(exact, ..): &(Decimal, Decimal, Decimal)| slipped(given, number::round(*exact, given.scale()));
    let (exact, one, other) = quotients().flatten().find(slip)?;
    Some([number::round(exact, given.scale()), one, other])
}

/// The last words before a number.
fn last_words(before: &str) -> &str {
    let before = before.trim_end();
    let start = before.char_indices().rev().nth(24).map_or(0, |(at, _)| at);
    &before[start..]
}
