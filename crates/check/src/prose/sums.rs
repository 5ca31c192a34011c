//! Wholes and the parts that running text names after them: `273 TTHC (trong đó: 52 ...; 113 ...; 108 ...)`.

use baocao_core::claim::{Claim, Law};
use baocao_core::diagnostic::{Finding, Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::group::{Group, Opener, Part};
use super::held::Tables;
use super::rest::Rest;
use super::said::{At, at};
use super::{accounts, among, grids, opening, percent, rest, restated, score, totals, unopened};
use crate::claims::{Medium, Voice, slip, voice};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;

pub(super) const SUMS: Family = Family {
    name: Say { vi: "Tổng thể và bộ phận trong lời văn", en: "Wholes and parts in running text" },
    rules: &[&SUM, &DOUBT],
    check,
};

/// The rules of wholes and parts.
pub(super) const TOLD: &[Id] = &[SUM.id, DOUBT.id];

const SUM: Rule = Rule {
    id: Id::new("loi-van/tong-sai"),
    severity: Severity::Warning,
    title: Say {
        vi: "Trong lời văn, tổng bằng các bộ phận kể ra",
        en: "In running text a whole is the sum of the parts named",
    },
    why: Say {
        vi: "Chỉ xét khi lời văn cho thấy đã kể đủ: sau \"gồm\", theo cấp (cấp huyện ..., cấp xã ...), \"cán bộ, công chức\" \
             chia thành cán bộ và công chức, phần cuối là \"khác\" hay \"còn lại\". Sau \"trong đó có\" có thể chỉ kể một \
             phần, nên tổng nhỏ hơn không bị bắt. Điểm số cũng vậy khi các mức tối đa cộng đủ: \"84/100 điểm, trong đó: \
             17,6/18 điểm; ...\".",
        en: "Only where the words show that all parts are named: after \"gồm\", by level, \"cán bộ, công chức\" as cán bộ \
             and công chức, a last part that is \"khác\" or \"còn lại\". After \"trong đó có\" some parts may be left out. \
             Points too, where the most that each part can have adds up to the most of the whole.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Có 273 thủ tục (trong đó: 52 thủ tục toàn trình; 113 thủ tục một phần; 108 thủ tục khác)."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Có 273 thủ tục (trong đó: 52 thủ tục toàn trình; 113 thủ tục một phần; 118 thủ tục khác)."}}"#,
};

const DOUBT: Rule = Rule {
    id: Id::new("loi-van/tong-nghi-van"),
    severity: Severity::Note,
    title: Say {
        vi: "Tổng trong lời văn có lẽ không bằng các bộ phận kể ra",
        en: "A whole in running text perhaps is not the sum of its parts",
    },
    why: Say {
        vi: "Các bộ phận kể trong ngoặc hay sau \"trong đó:\" gần bằng nhưng không bằng tổng. Nếu chỉ kể một phần, hoặc có \
             người thuộc hai nhóm, thì không sai; phát hiện này là nghi vấn. Bộ phận của số nêu ở câu trước (\"quá hạn 13 hồ sơ. \
             ... Hồ sơ quá hạn gồm 11 hồ sơ ... và 02 hồ sơ ...\"), số còn lại, số còn thiếu cũng được tính lại.",
        en: "The parts in parentheses or after \"trong đó:\" are nearly, but not quite, the whole. Where only some are \
             named, or where people belong to two groups, nothing is wrong. This finding is a doubt. \
             Parts of what an earlier sentence counted, what is left and what is missing are computed again too.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Tiếp nhận 30 thủ tục (trong đó Công an: 06 thủ tục, Bảo hiểm xã hội: 24 thủ tục)."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Tiếp nhận 30 thủ tục (trong đó Công an: 06 thủ tục, Bảo hiểm xã hội: 23 thủ tục)."}}"#,
};

const SAID: Medium = Medium {
    wrong: voice(&SUM, "tổng không bằng các bộ phận kể ra", "the whole is not the sum of the parts named"),
    doubt: voice(
        &DOUBT,
        "tổng có lẽ không bằng các bộ phận kể ra",
        "the whole perhaps is not the sum of the parts named",
    ),
    cut: None,
};

const TOTAL: Voice = voice(
    &DOUBT,
    "tổng có lẽ không bằng các bộ phận kể trước",
    "the total perhaps is not the sum of the parts before it",
);

const REST: Voice = voice(&DOUBT, "số còn lại có lẽ không đúng", "what is left perhaps is not right");

fn check(subject: &Subject<'_>, told: &mut Told) {
    let tables = Tables::of(subject);
    for reading in subject.readings() {
        let passage = reading.passage;
        for group in opening::groups(reading) {
            of_group(&group, reading, subject, told);
        }
        for among::Part { range, claim } in among::parts(reading) {
            if let Some(finding) = percent::larger(&claim) {
                told.finding(finding.at(subject.place(passage, range)));
            }
        }
        for At { token, claim } in score::wrong(reading) {
            let token = &reading.tokens[token].range;
            let finding = SAID.wrong.of(&claim).at(subject.place(passage, token.clone()));
            told.finding(finding.found(&passage.text[token.clone()]));
        }
        for At { token, claim } in unopened::wrong(reading) {
            let place = subject.place(passage, reading.tokens[token].range.clone());
            let finding = at(SAID.doubt.of(&claim), token, reading, subject);
            told.unless(accounts::TOLD, vec![place], finding);
        }
        for At { token, claim } in restated::wrong(reading) {
            let range = reading.tokens[token].range.clone();
            let (sum, whole) = (claim.right().unwrap_or_default(), claim.given.written());
            let (sum, whole) = (number::format(sum), number::format(whole));
            told.finding(
                DOUBT
                    .finding(msg!(
                        "các bộ phận cộng lại ({sum}) có lẽ phải bằng số đã nêu ở trên ({whole})",
                        "the parts together ({sum}) perhaps should be the number named above ({whole})"
                    ))
                    .at(subject.place(passage, range))
                    .found(claim.law.text(claim.given.unit, ""))
                    .expected(msg!("{whole}", "{whole}")),
            );
        }
        for At { token, claim } in totals::wrong(reading) {
            told.finding(at(TOTAL.of(&claim), token, reading, subject));
        }
        let totals = tables.in_text(&passage.slot).map_or(&[][..], |held| &held.totals);
        for Rest { left: At { token, claim }, from } in rest::wrong(reading, totals) {
            // A wrong fraction spoils its percentage and what is left of it.
            let numbers = reading.tokens[from..token].iter().filter(|token| token.kind.is_number());
            let numbers = numbers.map(|token| subject.place(passage, token.range.clone())).collect();
            // Files that are received, resolved and pending are the accounts' own.
            let unit = &reading.tokens[token].unit.name;
            if subject.set.relations.accounts.iter().all(|account| account.unit != *unit) {
                told.unless(percent::TOLD, numbers, at(REST.of(&claim), token, reading, subject));
                let range = reading.tokens[token].range.clone();
                told.unless_told(grids::TOLD, vec![subject.place(passage, range)]);
            }
        }
    }
}

/// What is told of a whole and the parts that are named after it.
fn of_group(group: &Group, reading: Reading<'_>, subject: &Subject<'_>, told: &mut Told) {
    let (passage, whole) = (reading.passage, &reading.tokens[group.whole]);
    let parts = group.parts.iter().filter(|part| part.same_unit && group.opener != Opener::Bare);
    let larger = |part: &Part| percent::larger(&Claim::new(part.said, Law::AtMost(group.said)));
    if let Some((part, finding)) = parts.filter_map(|part| Some((part, larger(part)?))).next() {
        if !part.apart && !of_earlier(reading, group, part) {
            let range = reading.tokens[part.token].range.clone();
            told.finding(finding.at(subject.place(passage, range)));
        }
        return;
    }
    let claim = Claim::new(group.said, Law::Sum(group.parts.iter().map(|part| part.said).collect()));
    let Some(sure) = verdict(group, &claim) else { return };
    let place = subject.place(passage, whole.range.start..whole.end);
    if accounts::judges(reading, group, subject) {
        return;
    }
    if let Some(name) = group.unnumbered.as_ref().filter(|_| !exceeds(group)) {
        let named = subject.place(passage, name.clone());
        told.unless(accounts::TOLD, vec![place], unnumbered(group, &passage.text[name.clone()]).at(named));
    } else if let Some((part, right)) = other_unit(group, reading) {
        // `540 triệu đồng; 320 triệu đồng; 180 nghìn đồng; 110 triệu đồng` of 1.150 triệu đồng
        let range = reading.tokens[part].range.start..reading.tokens[part].end;
        let finding = SAID.wrong.finding().expected(msg!("{right}", "{right}"));
        told.finding(finding.at(subject.place(passage, range.clone())).found(&passage.text[range]));
    } else if let Some(finding) = SAID.tell(&claim, sure) {
        told.unless(accounts::TOLD, vec![place.clone()], at(finding, group.whole, reading, subject));
        if !sure {
            told.unless_told(&[SUM.id], vec![place]);
        }
    }
}

/// The only part that is of another unit of money than its whole, where in the whole's unit all add up, and what it should be.
fn other_unit(group: &Group, reading: Reading<'_>) -> Option<(usize, String)> {
    let unit = group.said.unit;
    let factor = |part: &&Part| reading.tokens[part.token].unit.factor;
    let mut odd =
        group.parts.iter().filter(|part| factor(part) != unit && reading.tokens[part.token].unit.name == "đồng");
    let part = odd.next().filter(|_| odd.next().is_none())?;
    let right = part.value() / factor(&part) * reading.tokens[group.whole].unit.factor;
    let whole = &reading.tokens[group.whole];
    let all = group.sum() - part.value() + right == group.value();
    let written = &reading.text[reading.tokens[part.token].range.clone()];
    all.then(|| (part.token, format!("{written}{}", &reading.text[whole.range.end..whole.end])))
}

/// Whether a part that is more than the number before it may be one of a number before that: `kế hoạch 286.400 triệu đồng;
/// giải ngân 141.739 triệu đồng. Trong đó, vốn trung ương 172.000 triệu đồng`.
fn of_earlier(reading: Reading<'_>, group: &Group, part: &Part) -> bool {
    let whole = &reading.tokens[group.whole];
    let between = &reading.tokens[group.whole..part.token];
    let money = whole.unit.name == "đồng" || between.iter().any(|token| token.kind == Kind::Stop);
    let sentence = reading.tokens[..group.whole].iter().rev();
    let mut sentence = sentence.take_while(|token| !matches!(token.kind, Kind::Stop | Kind::Line));
    let holds = |value: Decimal| value >= part.value();
    money
        && sentence
            .any(|token| token.unit.name == whole.unit.name && matches!(token.kind, Kind::Count(value) if holds(value)))
}

/// Whether the parts after `trong đó` are a little more than the whole: what has no number cannot explain that.
fn exceeds(group: &Group) -> bool {
    let (sum, whole) = (group.sum(), group.value());
    group.opener == Opener::Among && sum > whole && sum * Decimal::TEN <= whole * Decimal::from(11)
}

/// That a part has a name and no number, which is what the other parts leave of the whole.
fn unnumbered(group: &Group, name: &str) -> Finding {
    let (whole, sum) = (group.value(), group.sum());
    let [whole, sum, left] = [whole, sum, whole - sum].map(|value| number::format(value / group.said.unit));
    DOUBT
        .finding(msg!("một bộ phận kể ra không ghi số", "a part that is named has no number"))
        .found(name)
        .expected(msg!("có lẽ {left} = {whole} - {sum}", "perhaps {left} = {whole} - {sum}"))
}

/// Whether it is sure that a group does not add up; nothing where it may.
fn verdict(group: &Group, claim: &Claim) -> Option<bool> {
    let (sum, whole) = (group.sum(), group.value());
    if group.parts.len() < 2
        || group.parts.iter().any(|part| part.value() > whole && !part.same_unit)
        || group.jobs && !group.kinds && group.parts.len() < 3 && group.opener != Opener::Comprises
        || claim.holds()
        || group.is_about()
        || group.balances
    {
        return None;
    }
    if group.rough {
        return (group.complete && !group.ambiguous && group.unnumbered.is_none()).then_some(false);
    }
    let closed = group.kinds && (sum > whole || group.opener == Opener::Bare && group.parts.len() > 2);
    if group.jobs && !group.kinds {
        let near =
            sum * Decimal::from(5) >= whole * Decimal::from(4) && sum * Decimal::from(4) <= whole * Decimal::from(5);
        let one_off = group.closed && (sum - whole).abs() <= Decimal::ONE;
        return ((near || one_off) && group.unnumbered.is_none()).then_some(false);
    }
    let more = group.one_way && group.opener == Opener::Among && group.parts.len() == 2 && sum > whole;
    if (group.complete || closed || more) && !group.ambiguous && group.unnumbered.is_none() {
        return Some(true);
    }
    // Four fifths of the whole: what is named is nearly all.
    let nearly = sum * Decimal::from(5) >= whole * Decimal::from(4);
    let few_more = sum * Decimal::from(4) <= whole * Decimal::from(5) || sum - whole <= Decimal::ONE;
    let listed = group.opener == Opener::Bare || group.complete || group.labelled;
    // `trong đó` need not name all, but no more than all.
    let exceeds = exceeds(group);
    // More than the whole cannot be left to a part without a number.
    let fits = group.unnumbered.is_none() || sum < whole || exceeds;
    // `14 văn bản, trong đó có 06 kế hoạch, 05 công văn, 01 quyết định và 01 chỉ thị`
    let kinds = group.kinds && group.closed && sum * Decimal::TEN >= whole * Decimal::from(9);
    let doubtful = fits && (listed || exceeds || kinds) && nearly && few_more && (sum < whole || !group.people);
    // `428 người, trong đó có 381 người từ đủ 75 tuổi và 37 người từ đủ 70 tuổi`
    let slipped = || group.paired && sum < whole && nearly && slip(group.said, [claim.law.clone()]).is_some();
    (doubtful || slipped()).then_some(false)
}
