//! What is one number divided by another: averages (`24 cuộc với 1.608 lượt người, trung bình 67 lượt người/cuộc`) and
//! multiples (`642 hồ sơ, gấp 2,4 lần cùng kỳ (268 hồ sơ)`).

use baocao_core::claim::{Claim, Law, Said};
use baocao_core::diagnostic::{Id, Severity};
use baocao_reading::numbers::Kind;
use baocao_vietnamese::lexicon::lists::AVERAGES;
use baocao_vietnamese::{number, small};
use rust_decimal::Decimal;

use super::compared::{Amount, Row};
use super::said::said;
use crate::claims::{Voice, explained, slip, voice};
use crate::{Family, Rule, Say, Subject, Told};

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

const PER: Voice = voice(&AVERAGE, "số bình quân có lẽ không đúng", "the average perhaps is not right");
const GREATER: Voice = voice(&TIMES, "số lần có lẽ không đúng", "the multiple perhaps is not right");

fn check(subject: &Subject<'_>, told: &mut Told) {
    for reading in subject.readings() {
        let passage = reading.passage;
        if !AVERAGES.iter().chain(&["gấp"]).any(|word| passage.text.contains(word)) {
            continue;
        }
        let row = Row { reading };
        for (at, token) in reading.tokens.iter().enumerate() {
            let average = average(&row, at).map(|claim| PER.of(&claim));
            let Some(finding) = average.or_else(|| Some(GREATER.of(&times(&row, at)?))) else { continue };
            let range = token.range.clone();
            told.finding(finding.at(subject.place(passage, range.clone())).found(&passage.text[range]));
        }
    }
}

/// What an average should be, with the total and what it is divided by.
fn average(row: &Row<'_>, at: usize) -> Option<Claim> {
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
    // What stands in parentheses is compared with.
    let total = only(unit, false)?;
    let given = Said::rounded(given, token.unit.factor);
    let divided = |count: Said| Law::Quotient([total, count]);
    // Where nothing counts what the average is per, a number that brings the average but for a slip does.
    let claim = only(per, true).map(|count| Claim::new(given, divided(count))).or_else(|| {
        let laws = || (start..end).filter_map(|at| row.amount(at)).map(|amount| divided(amount.said));
        slip(given, laws()).filter(|_| !explained(given, laws()))
    })?;
    // What is far off is the average of something else.
    let exact = claim.law.exact()?;
    let far = exact > given.value * Decimal::TWO || given.value > exact * Decimal::TWO;
    (!claim.agrees() && !far).then_some(claim)
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
fn named(row: &Row<'_>, at: usize, name: &str) -> Option<Said> {
    let token = &row.reading.tokens[at];
    let value = match token.kind {
        Kind::Count(_) if !token.hedge => said(token)?,
        // Weeks and months count nothing elsewhere.
        Kind::Other => Said::counted(number::parse(&row.reading.text[token.range.clone()]).ok()?.value),
        _ => return None,
    };
    let after = small(row.reading.text[token.range.end..].trim_start().get(..name.len())?);
    let money = token.unit.name == "đồng" && name.ends_with("đồng");
    let next = row.reading.text[token.range.end..].trim_start()[name.len()..].chars().next();
    let whole = after == small(name) && next.is_none_or(|next| !next.is_alphanumeric() && next != '/');
    (money && next != Some('/') || whole).then_some(value)
}

/// What a multiple should be, with the two numbers.
fn times(row: &Row<'_>, at: usize) -> Option<Claim> {
    let given = row.amount(at).filter(|amount| amount.unit == "lần")?.value();
    let before = small(last_words(&row.reading.text[..row.reading.tokens[at].range.start]));
    let said = before.strip_suffix("gấp")?;
    if ["gần", "hơn", "khoảng"].iter().any(|word| said.trim_end().ends_with(word)) {
        return None;
    }
    let given = Said::rounded(given, Decimal::ONE);
    beside(row, at, given).or_else(|| among(row, at, given))
}

/// The number before a multiple and the only one in the parenthesis behind it.
fn beside(row: &Row<'_>, at: usize, given: Said) -> Option<Claim> {
    let now = row.reading.number_before(at, &[Kind::Comma])?;
    let dated = |at: &usize| row.kind(*at) == Some(Kind::Other);
    let open = (at + 1..row.reading.tokens.len()).find(|at| !dated(at))?;
    let enclosed = row.kind(open) == Some(Kind::Open) && row.kind(open + 2) == Some(Kind::Close);
    let counts = [now, open + 1].iter().all(|at| matches!(row.kind(*at), Some(Kind::Count(_))));
    if !enclosed || !counts {
        return None;
    }
    let [one, other] = [now, open + 1].map(|at| &row.reading.tokens[at]);
    let claim = Claim::new(given, Law::Quotient([said(one)?, said(other)?]));
    (one.unit.name == other.unit.name && !one.hedge && !claim.agrees()).then_some(claim)
}

/// Two numbers of one unit in the sentence of which a multiple is a slip away, where it is that of none.
fn among(row: &Row<'_>, at: usize, given: Said) -> Option<Claim> {
    let (start, end) = row.sentence(at);
    let amounts: Vec<Amount> =
        (start..end).filter(|other| *other != at).filter_map(|other| row.amount(other)).take(MOST).collect();
    let pairs = || amounts.iter().flat_map(|one| amounts.iter().map(move |other| (one, other)));
    // `so với cùng kỳ (18 lượt), tăng 09 lượt, gấp 1,5 lần`: what it rose to may not be written.
    let quotients = || {
        pairs().filter(|(one, other)| one.unit == other.unit && one != other).flat_map(|(one, other)| {
            let (one, other) = (one.said, other.said);
            let both = Said { value: one.value + other.value, ..one };
            [one, both].map(|value| Law::Quotient([value, other]))
        })
    };
    (given.decimals() > 0).then(|| slip(given, quotients())).flatten().filter(|_| !explained(given, quotients()))
}

/// The last words before a number.
fn last_words(before: &str) -> &str {
    let before = before.trim_end();
    let start = before.char_indices().rev().nth(24).map_or(0, |(at, _)| at);
    &before[start..]
}
