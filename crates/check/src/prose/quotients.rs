//! What is one number divided by another: averages (`24 cuộc với 1.608 lượt người, trung bình 67 lượt người/cuộc`) and
//! multiples (`642 hồ sơ, gấp 2,4 lần cùng kỳ (268 hồ sơ)`).

use baocao_core::claim::{Claim, Law, Said};
use baocao_core::diagnostic::{Finding, Id, Severity};
use baocao_core::msg;
use baocao_reading::numbers::Kind;
use baocao_vietnamese::lexicon::lists::AVERAGES;
use baocao_vietnamese::lexicon::units::measure;
use baocao_vietnamese::{number, small};
use rust_decimal::Decimal;

use super::compared::{Amount, Row};
use super::said::{at as told_at, said};
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
        vi: "\"Bình quân 67 lượt người/cuộc\", \"mỗi kho 80 tấn\": trong câu có đúng một số lượt người và một số cuộc thì chia lại, chấp nhận làm \
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
             \"Gần gấp\", \"hơn gấp\" bị bỏ qua. \"Tăng 1,15 lần\" mà số sau là 1,15 lần số trước thì phải là \"gấp\".",
        en: "The first number is divided by that in parentheses, rounded or cut off. Estimates are passed over. A \
             rise by 1.15 times that is 1.15 times as much is told too.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Chứng thực điện tử 642 hồ sơ, gấp 2,4 lần cùng kỳ (268 hồ sơ)."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Chứng thực điện tử 642 hồ sơ, gấp 2,9 lần cùng kỳ (268 hồ sơ)."}}"#,
};

/// The most numbers of a sentence that are divided by each other.
const MOST: usize = 8;

const PER: Voice = voice(&AVERAGE, "số bình quân có lẽ không đúng", "the average perhaps is not right");
const SMALLER: Voice = voice(
    &AVERAGE,
    "tổng nhỏ hơn số bình quân: đơn vị có lẽ phải như của số bình quân",
    "the total is less than the average: its unit perhaps should be that of the average",
);
const SCALED: Voice = voice(
    &AVERAGE,
    "số bình quân có lẽ sai đơn vị hoặc dấu phẩy",
    "the average perhaps has another unit or a comma at a wrong place",
);
const GREATER: Voice = voice(&TIMES, "số lần có lẽ không đúng", "the multiple perhaps is not right");

fn check(subject: &Subject<'_>, told: &mut Told) {
    for reading in subject.readings() {
        let passage = reading.passage;
        if !AVERAGES.iter().chain(&["gấp", "mỗi ", " lần"]).any(|word| passage.text.contains(word)) {
            continue;
        }
        let row = Row { reading };
        for (at, token) in reading.tokens.iter().enumerate() {
            let average = average(&row, at).or_else(|| each(&row, at)).or_else(|| of_before(&row, at));
            let average = average.map(|claim| PER.of(&claim));
            if let Some((total, claim)) = scaled(&row, at).filter(|_| average.is_none()) {
                let (average, total) = (token.range.clone(), reading.tokens[total].range.clone());
                let finding =
                    SCALED.of(&claim).at(subject.place(passage, average.clone())).found(&passage.text[average]);
                told.finding(finding.also(subject.place(passage, total.clone()), &passage.text[total]));
            }
            if let Some((total, claim)) = smaller(&row, at) {
                told.finding(told_at(SMALLER.of(&claim), total, reading, subject));
            }
            let times = || times(&row, at).map(|claim| GREATER.of(&claim)).or_else(|| rose(&row, at));
            let Some(finding) = average.or_else(times) else { continue };
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
    let all = |name: &str| -> Vec<(usize, Said)> {
        let others = (start..end).filter(|other| *other != at);
        others.filter_map(|other| Some((other, named(row, other, name)?))).collect()
    };
    // What stands in parentheses is compared with.
    let totals: Vec<_> = all(unit).into_iter().filter(|(at, _)| !row.reading.enclosed(*at)).collect();
    let [(place, total)] = totals[..] else { return None };
    let given = Said::rounded(given, token.unit.factor);
    let divided = |count: Said| Law::Quotient([total, count]);
    let counts = all(per);
    let count = match counts[..] {
        [(_, only)] => Some(only),
        // Of several it is the one beside the total, unless the average is of another: `xử phạt 07 trường hợp với số tiền 385 triệu đồng`.
        _ if counts.iter().any(|(_, count)| Claim::new(given, divided(*count)).agrees()) => return None,
        _ => counts.iter().find(|(at, _)| at + 1 == place).map(|(_, count)| *count),
    };
    // Where nothing counts what the average is per, a number that brings the average but for a slip does.
    let claim = count.map(|count| Claim::new(given, divided(count))).or_else(|| {
        let laws = || (start..end).filter_map(|at| row.amount(at)).map(|amount| divided(amount.said));
        slip(given, laws()).filter(|_| !explained(given, laws()))
    })?;
    // What is far off is the average of something else.
    let exact = claim.law.exact()?;
    let far = exact > given.value * Decimal::TWO || given.value > exact * Decimal::TWO;
    (!claim.agrees() && !far).then_some(claim)
}

/// What an average should be whose sentence counts what it is per, and whose paragraph the total: `346 học sinh ở bán trú. ... Khu bán
/// trú có 18 phòng, bình quân 9,2 học sinh/phòng`. Told where no total gives it, and one would but for a slip or a digit left out.
fn of_before(row: &Row<'_>, at: usize) -> Option<Claim> {
    let token = &row.reading.tokens[at];
    let Kind::Count(given) = token.kind else { return None };
    let before = small(last_words(&row.reading.text[..token.range.start]));
    let (unit, per) = per(&row.reading.text[token.range.end..])?;
    if given.scale() == 0 || !AVERAGES.iter().any(|word| before.ends_with(word)) {
        return None;
    }
    let (start, _) = row.sentence(at);
    let mut counts = (start..at).filter_map(|other| named(row, other, per));
    let count = counts.next().filter(|_| counts.next().is_none())?;
    let totals: Vec<Said> = row.reading.back(start).take(MOST).filter_map(|other| named(row, other, unit)).collect();
    let given = Said::rounded(given, token.unit.factor);
    let laws = || totals.iter().map(|total| Law::Quotient([*total, count]));
    let left_out = |law: &Law| {
        let right = law.exact().map(|exact| number::round(exact, given.decimals()));
        right.is_some_and(|right| lacks_a_digit(&given.written().to_string(), &right.to_string()))
    };
    let claim = slip(given, laws()).or_else(|| laws().find(left_out).map(|law| Claim::new(given, law)))?;
    (!explained(given, laws())).then_some(claim)
}

/// Whether a number is another one without one of its digits.
fn lacks_a_digit(given: &str, right: &str) -> bool {
    let without = |at: usize| right[..at].bytes().chain(right[at + 1..].bytes()).eq(given.bytes());
    right.is_ascii() && given.len() + 1 == right.len() && (0..right.len()).any(without)
}

/// An average of money that is ten, a thousand or a million times what its total makes of a number before it, or that part of it: `27
/// người ..., với số tiền 24.570 tỷ đồng, bình quân 910 triệu đồng/người`.
fn scaled(row: &Row<'_>, at: usize) -> Option<(usize, Claim)> {
    /// The longest words between `bình quân` and its number, in characters.
    const FAR: usize = 40;
    let token = &row.reading.tokens[at];
    let Kind::Count(given) = token.kind else { return None };
    let before = row.reading.before(at);
    let averaged = |word: &&str| before.rfind(*word).is_some_and(|at| before[at..].chars().count() <= FAR);
    if token.unit.name != "đồng" || given.is_zero() || !AVERAGES.iter().any(averaged) {
        return None;
    }
    let (start, _) = row.sentence(at);
    let earlier = start.checked_sub(2).map_or(0, |end| row.sentence(end).0);
    let others = || (earlier..at).rev().take(MOST);
    let money =
        |at: &usize| row.reading.tokens[*at].unit.name == "đồng" && matches!(row.kind(*at), Some(Kind::Count(_)));
    let place = others().find(money)?;
    let total = said(&row.reading.tokens[place])?;
    let number = |at: usize| match row.kind(at)? {
        Kind::Count(_) if !money(&at) => said(&row.reading.tokens[at]),
        Kind::Fraction(part, _) => Some(Said::counted(part)),
        // `trong 6 tháng`
        Kind::Other => row.amount(at).map(|amount| amount.said),
        _ => None,
    };
    // `mỗi đối tượng nhận trung bình 7,5 triệu đồng`
    let each = before.rsplit_once("mỗi ").map_or("", |(_, each)| each.trim());
    let counted = |at: usize| {
        let words = row.reading.after(at).trim();
        !words.is_empty() && each.starts_with(words)
    };
    let counts = others().filter_map(|at| Some((number(at)?, counted(at))));
    let counts: Vec<(Said, bool)> = counts.filter(|(count, _)| count.value > Decimal::ONE).collect();
    let given = Said::rounded(given, token.unit.factor);
    let laws = || counts.iter().map(|(count, _)| Law::Quotient([total, *count]));
    let times = |factor: u64, law: &Law| {
        let factor = Decimal::from(factor);
        let more = given.value.checked_mul(factor).zip(given.unit.checked_mul(factor));
        let more = more.map(|(value, unit)| Claim::new(Said::rounded(value, unit), law.clone()));
        let mut part = given.value / factor;
        part.rescale((part / given.unit).normalize().scale());
        let less = Claim::new(Said::rounded(part, given.unit), law.clone());
        // What is less is told with its own decimals, what is more in the unit that is written.
        let more = more.filter(Claim::holds).map(|_| Claim::new(given, law.clone()));
        more.or_else(|| less.holds().then_some(less))
    };
    let moved = |(law, (_, counted)): (Law, &(Said, bool))| {
        let thousands = [1_000, 1_000_000].into_iter().find_map(|factor| times(factor, &law));
        thousands.or_else(|| counted.then(|| times(10, &law)).flatten())
    };
    let claim = laws().zip(&counts).find_map(moved)?;
    let digits = given.written().normalize().mantissa() > 9;
    (digits && !explained(given, laws())).then_some((place, claim))
}

/// What each of some things has, where its sentence names their number and all that they have: `03 kho chứa 250 tấn, mỗi kho 80 tấn`,
/// `05 tấn gạo cho 500 nhân khẩu, mỗi khẩu 15 kg`.
fn each(row: &Row<'_>, at: usize) -> Option<Claim> {
    let token = &row.reading.tokens[at];
    let Kind::Count(given) = token.kind else { return None };
    let before = row.reading.before(at);
    let (_, per) = before.rsplit_once("mỗi ")?;
    let per = per.split_whitespace().next()?;
    if before.rsplit_once("mỗi ")?.1.split_whitespace().count() > 2 || token.unit.name.is_empty() {
        return None;
    }
    let size = |at: usize| {
        let token = &row.reading.tokens[at];
        let Kind::Count(value) = token.kind else { return None };
        let (name, factor) = measure(&token.unit.name).unwrap_or((token.unit.name.as_str(), 1));
        (!token.hedge).then(|| (name.to_owned(), Said::measured(value * Decimal::from(factor), Decimal::from(factor))))
    };
    let (unit, _) = size(at)?;
    let (start, end) = row.sentence(at);
    let others = || (start..end).filter(|other| *other != at);
    let people = token.unit.is_people();
    let same = |other: &usize| {
        let is_people = people && row.reading.tokens[*other].unit.is_people();
        is_people || size(*other).is_some_and(|(name, _)| name == unit)
    };
    let mut totals = others().filter(same);
    let place = totals.next().filter(|_| totals.next().is_none())?;
    // What is called the total is looked at as the product.
    if row.reading.before(place).trim_start().starts_with("tổng") {
        return None;
    }
    let (_, total) = size(place)?;
    let counts = others().filter(|other| {
        let words = row.reading.after(*other);
        words.split_whitespace().take(2).any(|word| word == per) && !row.reading.tokens[*other].hedge
    });
    let mut counts = counts.filter_map(|at| said(&row.reading.tokens[at]));
    let count = counts.next().filter(|_| counts.next().is_none())?;
    let (_, factor) = measure(&token.unit.name).unwrap_or(("", 1));
    let factor = Decimal::from(factor) * token.unit.factor;
    let own = if token.unit.factor > Decimal::ONE { given } else { given * factor };
    let claim = Claim::new(Said::rounded(own, factor), Law::Quotient([total, count]));
    (count.value > Decimal::ONE && !claim.agrees()).then_some(claim)
}

/// The total of a sentence that is less than the average of its parts, and in another unit: `thu gom 14 kg, bình quân 3,5 tấn/ngày`.
fn smaller(row: &Row<'_>, at: usize) -> Option<(usize, Claim)> {
    let token = &row.reading.tokens[at];
    let Kind::Count(given) = token.kind else { return None };
    let before = small(last_words(&row.reading.text[..token.range.start]));
    per(&row.reading.text[token.range.end..]).filter(|_| AVERAGES.iter().any(|word| before.ends_with(word)))?;
    let (base, factor) = measure(&token.unit.name)?;
    let before = row.reading.number_before(at, &[Kind::Comma])?;
    let total = &row.reading.tokens[before];
    let (other, less) = measure(&total.unit.name)?;
    let Kind::Count(value) = total.kind else { return None };
    let [factor, less] = [factor, less].map(Decimal::from);
    let wrong = base == other && factor != less && !total.hedge && value * less < given * factor && value > given;
    let claim = Claim::new(Said::counted(value * less), Law::Same(Said::counted(value * factor)));
    wrong.then_some((before, claim))
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
    beside(row, at, given).filter(|claim| !claim.agrees()).or_else(|| among(row, at, given))
}

/// A rise by so many times that is how many times as much it is: `thu nhập 31 triệu đồng, tăng 1,15 lần so với năm trước (27 triệu
/// đồng)`.
fn rose(row: &Row<'_>, at: usize) -> Option<Finding> {
    let given = row.amount(at).filter(|amount| amount.unit == "lần")?.value();
    let before = small(last_words(&row.reading.text[..row.reading.tokens[at].range.start]));
    let claim = beside(row, at, Said::rounded(given, Decimal::ONE)).filter(|_| before.ends_with("tăng"))?;
    let right = number::format(given);
    let finding = || {
        TIMES
            .finding(msg!("đây là số lần gấp, không phải số lần tăng thêm", "this is how many times as much it is"))
            .expected(msg!("gấp {right} lần", "gấp {right} lần"))
    };
    // From twice on it is a way of speaking.
    (claim.agrees() && given.scale() > 0 && given < Decimal::TWO).then(finding)
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
    (one.unit.name == other.unit.name && !one.hedge).then_some(claim)
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
