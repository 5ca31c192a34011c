//! Totals of so many things with so much each: `24 đội, mỗi đội 05 người, tổng số 120 người`, `04 máy 250 kVA và 02 máy 400 kVA, tổng dung
//! lượng 1.800 kVA`.

use baocao_core::claim::{Claim, Law, Said};
use baocao_core::diagnostic::{Id, Severity};
use baocao_vietnamese::number;

use super::said::{At, at as told_at, said};
use crate::claims::{Voice, voice};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::numbers::{Kind, Reading, Unit};

pub(super) const PRODUCTS: Family =
    Family { name: Say { vi: "Tích trong lời văn", en: "Products in running text" }, rules: &[&PRODUCT], check };

const PRODUCT: Rule = Rule {
    id: Id::new("loi-van/tich-nghi-van"),
    severity: Severity::Note,
    title: Say {
        vi: "Tổng bằng số lượng nhân với số của mỗi đơn vị",
        en: "A total is how many there are by what each has",
    },
    why: Say {
        vi: "\"24 đội, mỗi đội 05 người, tổng số 125 thí sinh\": 24 x 5 = 120; \"04 máy 250 kVA và 02 máy 400 kVA, tổng dung lượng 1.900 kVA\" \
             là 1.800 kVA. Chỉ xét trong một câu, khi mỗi vai có đúng một số. Phát hiện này là nghi vấn.",
        en: "\"24 đội, mỗi đội 05 người, tổng số 125 thí sinh\" are 120; \"04 máy 250 kVA và 02 máy 400 kVA, tổng dung lượng 1.900 kVA\" are 1,800 \
             kVA. Only in one sentence, where each role has one number. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Hội thi có 24 đội, mỗi đội 05 người, tổng số 120 thí sinh."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Hội thi có 24 đội, mỗi đội 05 người, tổng số 125 thí sinh."}}"#,
};

const SAID: Voice = voice(
    &PRODUCT,
    "tổng này có lẽ không bằng tích của các số trước nó",
    "the total perhaps is not the product of the numbers before it",
);

fn check(subject: &Subject<'_>, told: &mut Told) {
    for reading in subject.readings() {
        for at in 0..reading.tokens.len() {
            let found = of_each(reading, at)
                .or_else(|| of_sizes(reading, at))
                .or_else(|| of_range(reading, at))
                .or_else(|| of_gifts(reading, at));
            if let Some(At { token, claim }) = found.filter(|found| !found.claim.holds()) {
                told.finding(told_at(SAID.of(&claim), token, reading, subject));
            }
        }
    }
}

/// Whether the words right before a number call it the total of its sentence, and the numbers before it there.
fn total(reading: Reading<'_>, at: usize) -> Option<Vec<usize>> {
    let token = &reading.tokens[at];
    if !matches!(token.kind, Kind::Count(_)) {
        return None;
    }
    let words = reading.before(at).trim();
    let called = words.starts_with("tổng") && words.split(' ').count() <= 3;
    if token.hedge || !called {
        return None;
    }
    /// More is no sentence of which each role has one number.
    const MOST: usize = 64;
    let ends = |at: &usize| matches!(reading.tokens[*at].kind, Kind::Stop | Kind::Line);
    let from = at.saturating_sub(MOST);
    let start = (from..at).rev().find(ends).map(|end| end + 1).or((from == 0).then_some(0))?;
    Some(
        (start..at)
            .filter(|at| reading.tokens[*at].kind.is_number() || reading.tokens[*at].kind == Kind::Other)
            .collect(),
    )
}

/// `24 đội, mỗi đội 05 người, tổng số 120 thí sinh`
fn of_each(reading: Reading<'_>, at: usize) -> Option<At> {
    let numbers = total(reading, at)?;
    let each = *numbers.last()?;
    // `mỗi đội 05 người`: elsewhere a number behind `đội` is its name.
    let unit = |at: usize| match reading.tokens[at].kind {
        Kind::Other => Unit::read(reading.text.get(reading.tokens[at].range.end..).unwrap_or_default()),
        _ => reading.tokens[at].unit.clone(),
    };
    let size = number::parse(&reading.text[reading.tokens[each].range.clone()]).ok()?.value;
    let (_, thing) = reading.before(each).rsplit_once("mỗi ")?;
    let thing = thing.trim();
    let own = unit(each);
    let total = &reading.tokens[at].unit;
    let people = own.is_people() && (total.is_people() || !total.is_known());
    if thing.is_empty() || thing.split(' ').count() > 2 || !(own.name == total.name && !own.name.is_empty() || people) {
        return None;
    }
    let counts = |other: &&usize| {
        let words = reading.after(**other);
        **other != each && words.trim_start().starts_with(thing) && !reading.tokens[**other].hedge
    };
    let mut counted = numbers.iter().filter(counts).filter_map(|at| said(&reading.tokens[*at]));
    let count = counted.next().filter(|_| counted.next().is_none())?;
    // Another number of what each has belongs to something else.
    let alone = numbers.iter().filter(|other| unit(**other).name == own.name).count() == 1;
    let law = Law::Product([count, Said::counted(size * own.factor)]);
    let given = Said::counted(said(&reading.tokens[at])?.value);
    (alone && !reading.tokens[each].hedge).then(|| At { token: at, claim: Claim::new(given, law) })
}

/// `tặng quà 24 công dân, mức 3.000.000 đồng một suất, tổng số tiền 66.000.000 đồng`
fn of_gifts(reading: Reading<'_>, at: usize) -> Option<At> {
    let numbers = total(reading, at)?;
    let [.., count, each] = numbers[..] else { return None };
    let is_money = |at: usize| reading.tokens[at].unit.name == "đồng";
    let after = reading.after(each);
    let of_one = ["một suất", "mỗi suất", "/suất", "/người", "/hộ", "mỗi người", "một người"]
        .iter()
        .any(|words| after.contains(words));
    let money = numbers.iter().filter(|at| is_money(**at)).count();
    if !is_money(at) || !is_money(each) || is_money(count) || !of_one || money != 1 || reading.tokens[count].hedge {
        return None;
    }
    let law = Law::Product([said(&reading.tokens[count])?, said(&reading.tokens[each])?]);
    Some(At { token: at, claim: Claim::new(said(&reading.tokens[at])?, law) })
}

/// `05 tổ, mỗi tổ từ 04 đến 05 người, tổng cộng 27 người`: more than if each had the most.
fn of_range(reading: Reading<'_>, at: usize) -> Option<At> {
    let numbers = total(reading, at)?;
    let [count, least, most] = numbers[..] else { return None };
    let (_, thing) = reading.before(least).trim().strip_suffix(" từ")?.rsplit_once("mỗi ")?;
    let counted =
        reading.after(count).trim_start().starts_with(thing) && reading.before(most).trim_end().ends_with("đến");
    let [count, most_each] = [count, most].map(|at| said(&reading.tokens[at]));
    let law = Law::Product([count?, most_each?]);
    let unit = |at: usize| reading.tokens[at].unit.name.as_str();
    let all = Said::counted(law.exact()?);
    let claim = Claim::new(said(&reading.tokens[at])?, Law::AtMost(all));
    (counted && unit(most) == unit(at)).then_some(At { token: at, claim })
}

/// `04 máy 250 kVA và 02 máy 400 kVA, tổng dung lượng 1.800 kVA`
fn of_sizes(reading: Reading<'_>, at: usize) -> Option<At> {
    let numbers = total(reading, at)?;
    let unit = &reading.tokens[at].unit.name;
    let tail: Vec<usize> = numbers.into_iter().rev().take(8).collect();
    let mut parts = Vec::new();
    let mut thing: Option<&str> = None;
    for pair in tail.chunks_exact(2) {
        let [size, count] = [pair[0], pair[1]];
        let counted = &reading.tokens[count].unit.name;
        let fits =
            reading.tokens[size].unit.name == *unit && !unit.is_empty() && counted != unit && !counted.is_empty();
        let next = reading.between(count, size).trim().is_empty();
        if !fits || !next || thing.is_some_and(|thing| thing != counted) {
            break;
        }
        thing = Some(counted);
        let [Kind::Count(size), Kind::Count(count)] = [size, count].map(|at| reading.tokens[at].kind) else { break };
        parts.push(Said::counted(size.checked_mul(count)?));
    }
    let Kind::Count(given) = reading.tokens[at].kind else { return None };
    (parts.len() > 1).then(|| At { token: at, claim: Claim::new(Said::counted(given), Law::Sum(parts)) })
}
