//! One sum of money that is written in two units: `4.738 triệu đồng (4,738 tỷ đồng)`.

use baocao_core::claim::{Claim, Law, Said};
use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::said::at as told_at;
use crate::claims::{Voice, explained, voice};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::{Reading, Token, slipped};

pub(super) const MONEY: Family = Family {
    name: Say { vi: "Một số tiền viết hai đơn vị", en: "One sum of money in two units" },
    rules: &[&UNITS, &SCALE],
    check,
};

const UNITS: Rule = Rule {
    id: Id::new("loi-van/hai-don-vi-tien"),
    severity: Severity::Warning,
    title: Say {
        vi: "Một số tiền viết theo hai đơn vị là như nhau",
        en: "One sum of money in two units is the same in both",
    },
    why: Say {
        vi: "Số tiền đứng ngay trong ngoặc sau một số tiền viết đơn vị khác, cùng các chữ số nhưng lệch hàng, hay chỉ khác một \
             chữ số; hoặc tỷ lệ ngay sau số tiền chỉ đúng khi bỏ qua đơn vị (\"được giao 58.640 triệu đồng; giải ngân 41.927 tỷ \
             đồng, đạt 71,5%\"). Số làm tròn được chấp nhận.",
        en: "A sum in parentheses right after one in another unit, with the same digits at another place of the decimal \
             mark, or with one digit that differs; or a percentage behind a sum that is right only without the units. \
             Rounded sums are accepted.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Đã chi 4.738 triệu đồng (4,738 tỷ đồng); thu 38.642.000 đồng (38,6 triệu đồng)."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Đã chi 4.738 triệu đồng (47,38 tỷ đồng)."}}"#,
};

const SCALE: Rule = Rule {
    id: Id::new("loi-van/hang-so-nghi-van"),
    severity: Severity::Note,
    title: Say {
        vi: "Số tiền đúng hàng với các số mà nó được tính từ đó",
        en: "A sum of money is of the size of what it is computed from",
    },
    why: Say {
        vi: "Số tiền có đúng các chữ số của tỷ lệ nhân số tiền (\"2% của 58,3 tỷ đồng là 116,6 triệu đồng\"), của đơn giá nhân số lượng \
             (\"6.512 ha, 500.000 đồng/ha, tổng 3.256 tỷ đồng\") nhưng lệch hàng; hoặc một khoản ghi tỷ đồng lớn hơn nhiều lần mọi số tiền \
             khác của báo cáo. Phát hiện này là nghi vấn.",
        en: "A sum with the digits of a percentage of another sum, or of a price times a quantity, at another place of the decimal mark; \
             a sum in billions many times all others of the report. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Trích 2% tổng kinh phí. Với 58,3 tỷ đồng, số được trích là 1.166 triệu đồng."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Trích 2% tổng kinh phí. Với 58,3 tỷ đồng, số được trích là 116,6 triệu đồng."}}"#,
};

const SCALED: Voice = voice(&SCALE, "số tiền này có lẽ lệch hàng", "this sum perhaps is of another size");

fn check(subject: &Subject<'_>, told: &mut Told) {
    let sums = all_sums(subject);
    for reading in subject.readings() {
        let passage = reading.passage;
        for at in 0..reading.tokens.len() {
            if let Some(claim) = out_of_scale(reading, at) {
                told.finding(told_at(SCALED.of(&claim), at, reading, subject));
            } else if too_large(&reading.tokens[at], &sums) {
                told.finding(told_at(SCALED.finding(), at, reading, subject));
            }
        }
        for at in 0..reading.tokens.len() {
            if let Some(unit) = by_percentage(reading, at) {
                let token = &reading.tokens[at];
                let range = token.range.start..token.end;
                let unit = passage.text[reading.tokens[unit].range.end..reading.tokens[unit].end].trim();
                told.finding(
                    UNITS
                        .finding(msg!(
                            "theo tỷ lệ đi kèm, đơn vị tiền ở đây có lẽ phải là {unit}",
                            "by the percentage behind it the unit of this sum should perhaps be {unit}"
                        ))
                        .at(subject.place(passage, range.clone()))
                        .found(&passage.text[range])
                        .expected(msg!("{unit}", "{unit}")),
                );
                continue;
            }
            let Some(right) = twice(reading, at).and_then(|claim| claim.right()).map(number::format) else { continue };
            let token = &reading.tokens[at];
            let found = &passage.text[token.range.clone()];
            told.finding(
                UNITS
                    .finding(msg!(
                        "một số tiền viết hai đơn vị không bằng nhau",
                        "one sum of money in two units is not the same"
                    ))
                    .at(subject.place(passage, token.range.clone()))
                    .found(found)
                    .expected(msg!("{right}", "{right}")),
            );
        }
    }
}

/// The sum before this one of which the percentage behind it is, when both are read without their units, which differ:
/// `được giao 58.640 triệu đồng; đã giải ngân 41.927 tỷ đồng, đạt 71,5%`.
fn by_percentage(reading: Reading<'_>, at: usize) -> Option<usize> {
    let token = &reading.tokens[at];
    let (Kind::Count(part), "đồng") = (token.kind, token.unit.name.as_str()) else { return None };
    let next =
        (at + 1..reading.tokens.len()).find(|next| !matches!(reading.tokens[*next].kind, Kind::Comma | Kind::Open))?;
    let Kind::Percent(given) = reading.tokens[next].kind else { return None };
    if given.scale() == 0 || token.hedge {
        return None;
    }
    let claim =
        |whole: Decimal, part: Decimal| Claim::new(Said::percent(given), Law::Ratio([part, whole].map(Said::counted)));
    let sums = reading.back(at).filter(|at| reading.tokens[*at].unit.name == "đồng");
    let values: Vec<(usize, Decimal)> = sums
        .filter_map(|at| match reading.tokens[at].kind {
            Kind::Count(value) => Some((at, value)),
            _ => None,
        })
        .collect();
    let written = |(at, value): &&(usize, Decimal)| {
        let other = reading.tokens[*at].unit.factor;
        other != token.unit.factor && claim(value / other, part / token.unit.factor).holds()
    };
    let explained = values.iter().any(|(_, value)| claim(*value, part).agrees());
    values.iter().find(written).filter(|_| !explained).map(|(at, _)| *at)
}

/// That the sum in a parenthesis is the one before it, where it is another.
fn twice(reading: Reading<'_>, at: usize) -> Option<Claim> {
    let before = at.checked_sub(2)?;
    let [first, open, second, close] = [before, at - 1, at, at + 1].map(|at| reading.tokens.get(at));
    let (first, second) = (first?, second?);
    let marks = open?.kind == Kind::Open && close?.kind == Kind::Close;
    let (Kind::Count(one), Kind::Count(other)) = (first.kind, second.kind) else { return None };
    let money = [first, second].iter().all(|token| token.unit.name == "đồng" && !token.hedge);
    let bare = [(before, at - 1), (at - 1, at), (at, at + 1)]
        .iter()
        .all(|(from, to)| reading.between(*from, *to).trim().is_empty());
    let two = first.unit.factor != second.unit.factor;
    // Either may be the other, rounded.
    let [one, other] = [(one, first), (other, second)].map(|(value, token)| Said::rounded(value, token.unit.factor));
    let [claim, reverse] = [(other, one), (one, other)]
        .map(|(given, same)| Claim::new(given, Law::Same(Said { blur: Decimal::ZERO, ..same })));
    let wrong = marks && money && bare && two && !claim.holds() && !reverse.holds();
    (wrong && !one.value.is_zero() && misplaced(one.value, other.value)).then_some(claim)
}

/// Whether two sums have the same digits, or all but one.
fn misplaced(one: Decimal, other: Decimal) -> bool {
    let digits = |sum: Decimal| sum.normalize().mantissa().to_string().trim_end_matches('0').to_owned();
    digits(one) == digits(other) || slipped(one.normalize(), other.normalize())
}

/// The sums of money of the report's texts, in order of size.
fn all_sums(subject: &Subject<'_>) -> Vec<Decimal> {
    let money = |token: &Token| match token.kind {
        Kind::Count(value) if token.unit.name == "đồng" => Some(value),
        _ => None,
    };
    let mut sums: Vec<Decimal> =
        subject.readings().flat_map(|reading| reading.tokens.iter().filter_map(money)).collect();
    sums.sort();
    sums
}

/// Whether a sum is a thousand billions or more, and all others of the report, five at least, are less than a tenth of it.
fn too_large(token: &Token, sums: &[Decimal]) -> bool {
    let Kind::Count(value) = token.kind else { return false };
    let billion = Decimal::from(1_000_000_000_u64);
    let (Some(largest), Some(before)) = (sums.last(), sums.len().checked_sub(2).map(|at| sums[at])) else {
        return false;
    };
    let written = value / token.unit.factor;
    let large = token.unit.factor == billion && written >= Decimal::ONE_THOUSAND && sums.len() > 5
        || token.unit.factor == Decimal::ONE_THOUSAND && written >= Decimal::from(1_000_000) && sums.len() > 3;
    large && value == *largest && before * Decimal::TEN < value
}

/// What a sum of money is made of but for the place of its decimal mark: a percentage of another sum, a quantity at a price of its
/// paragraph; nothing where it is made of any.
fn out_of_scale(reading: Reading<'_>, at: usize) -> Option<Claim> {
    let token = &reading.tokens[at];
    let (Kind::Count(value), "đồng") = (token.kind, token.unit.name.as_str()) else { return None };
    let digits = |value: Decimal| value.normalize().mantissa().to_string().trim_end_matches('0').to_owned();
    let own = digits(value);
    let priced = |at: usize| reading.text[reading.tokens[at].end..].starts_with('/');
    if token.hedge || own.len() < 4 || priced(at) {
        return None;
    }
    let mut laws = Vec::new();
    for one in reading.back(at) {
        let price = reading.tokens[one].unit.name == "đồng" && priced(one);
        for other in reading.back(at).filter(|_| price || matches!(reading.tokens[one].kind, Kind::Percent(_))) {
            let (Kind::Count(amount), money) = (reading.tokens[other].kind, reading.tokens[other].unit.name == "đồng")
            else {
                continue;
            };
            let factor = match reading.tokens[one].kind {
                Kind::Percent(percent) if money && !priced(other) => percent / Decimal::ONE_HUNDRED,
                Kind::Count(price_of) if price && !money && per(reading, one, other) => price_of,
                _ => continue,
            };
            laws.push(Law::Product([Said::counted(factor), Said { unit: Decimal::ONE, ..Said::counted(amount) }]));
        }
    }
    let given = Said::measured(value, token.unit.factor);
    let same = |law: &Law| law.exact().is_some_and(|exact| exact != value && digits(exact) == own);
    let law = laws.iter().find(|law| same(law))?.clone();
    (!explained(given, laws)).then(|| Claim::new(given, law))
}

/// Whether a price is one for each of what a number counts: `500.000 đồng/ha` and `6.512 ha`.
fn per(reading: Reading<'_>, price: usize, count: usize) -> bool {
    let unit = &reading.tokens[count].unit.name;
    let of = reading.text[reading.tokens[price].end..].trim_start_matches('/');
    !unit.is_empty() && of.strip_prefix(unit.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}
