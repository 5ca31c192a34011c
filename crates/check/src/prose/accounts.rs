//! Accounts that running text keeps: files received, carried over, resolved, pending. The words of the roles and what
//! must balance are data, in `relations.json` of the family.

use baocao_core::claim::{Claim, Law, Said};
use baocao_core::diagnostic::{Id, Severity};
use baocao_core::form::{Account, Identity};
use baocao_core::msg;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::group::Group;
use super::roles::{Entry, blocks, entries, longest, role};
use super::said::at;
use crate::claims::{Medium, voice};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;

pub(super) const ACCOUNTS: Family = Family {
    name: Say { vi: "Cân đối số liệu trong lời văn", en: "Accounts in running text" },
    rules: &[&BALANCE, &DOUBT],
    check,
};

/// The rules of accounts.
pub(super) const TOLD: &[Id] = &[BALANCE.id, DOUBT.id];

const BALANCE: Rule = Rule {
    id: Id::new("loi-van/khong-can-doi"),
    severity: Severity::Warning,
    title: Say {
        vi: "Các số trong lời văn cân đối với nhau", en: "Numbers in running text that must balance do"
    },
    why: Say {
        vi: "Trong một đoạn (và danh sách ngay sau nó): đã tiếp nhận = kỳ trước chuyển qua + mới tiếp nhận; đã tiếp nhận = \
             đã giải quyết + đang giải quyết; đã giải quyết = trước hạn + đúng hạn + quá hạn. Vai của mỗi số nhận ra \
             theo từ ngữ khai trong relations.json (\"accounts\"); số của từng cấp trong ngoặc cũng được so.",
        en: "Within a paragraph and the list right after it: received = carried over + new; received = resolved + \
             pending; resolved = early + on time + late. The words of the roles stand in relations.json (\"accounts\"); \
             numbers of each level in parentheses are compared too.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Đã tiếp nhận 707 hồ sơ, gồm 09 hồ sơ kỳ trước chuyển qua và 698 hồ sơ tiếp nhận mới; đã giải quyết 692 hồ sơ, đang giải quyết 15 hồ sơ."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Đã tiếp nhận 717 hồ sơ, gồm 09 hồ sơ kỳ trước chuyển qua và 698 hồ sơ tiếp nhận mới; đã giải quyết 702 hồ sơ, đang giải quyết 15 hồ sơ."}}"#,
};

const DOUBT: Rule = Rule {
    id: Id::new("loi-van/can-doi-nghi-van"),
    severity: Severity::Note,
    title: Say {
        vi: "Các số trong lời văn có lẽ không cân đối", en: "Numbers in running text perhaps do not balance"
    },
    why: Say {
        vi: "Đã tiếp nhận khác đã giải quyết + đang giải quyết trong một đoạn không nói đến hồ sơ kỳ trước chuyển qua: phần \
             chênh có thể là hồ sơ kỳ trước. Phát hiện này là nghi vấn.",
        en: "Received is not resolved + pending in a paragraph that does not speak of files carried over: these may be \
             what is missing. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Đã tiếp nhận 700 hồ sơ, đã giải quyết 690 hồ sơ, đang giải quyết 10 hồ sơ."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Đã tiếp nhận 700 hồ sơ, đã giải quyết 690 hồ sơ, đang giải quyết 25 hồ sơ."}}"#,
};

const SAID: Medium = Medium {
    wrong: voice(&BALANCE, "các số trong đoạn này không cân đối", "the numbers of this paragraph do not balance"),
    doubt: voice(
        &DOUBT,
        "các số trong đoạn này có lẽ không cân đối",
        "the numbers of this paragraph perhaps do not balance",
    ),
    cut: None,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    for account in &subject.set.relations.accounts {
        for reading in subject.readings() {
            for block in blocks(reading) {
                let entries = entries(reading, block, account);
                for identity in &account.identities {
                    balance(subject, reading, account, &entries, identity, told);
                }
            }
        }
    }
}

/// Whether a group is for an account to judge: two of its parts have roles, and the whole has either none, or one that is
/// said to be the sum of such parts and of others. Where the account says that the whole is just these parts the group may be
/// judged by itself.
pub(super) fn judges(reading: Reading<'_>, group: &Group, subject: &Subject<'_>) -> bool {
    subject.set.relations.accounts.iter().any(|account| {
        let spoken = reading.tokens[group.whole].unit.name == account.unit;
        let role = |at: usize| role(reading, at, account, spoken);
        let parts: Vec<&str> = group.parts.iter().filter_map(|part| role(part.token)).collect();
        let sums = |whole: &str| {
            let mut own = account.identities.iter().filter(|identity| identity.whole == whole);
            let named = |identity: &Identity| {
                let count = identity.parts.iter().filter(|part| parts.contains(&part.as_str())).count();
                (count, identity.or_with.is_none() && count == parts.len() && count == identity.parts.len())
            };
            own.any(|identity| matches!(named(identity), (1.., false)))
        };
        parts.len() > 1 && whole_role(reading, group.whole, account).is_none_or(sums)
    })
}

/// The role of a whole; its name may stand before a colon: `Tiếp nhận mới trong kỳ: 5.268 hồ sơ`.
fn whole_role<'a>(reading: Reading<'_>, at: usize, account: &'a Account) -> Option<&'a str> {
    let spoken = reading.tokens[at].unit.name == account.unit;
    let colon = at.checked_sub(1).filter(|colon| reading.tokens[*colon].kind == Kind::Colon);
    let named = || longest(account, reading.before(colon?));
    role(reading, at, account, spoken).or_else(named)
}

/// The number that has a role in an identity: the only one, or else the only one between whose whole and which no number
/// of another account stands (`đã giải quyết 90, quá hạn 2; đang giải quyết 10, quá hạn 1`).
fn the_one<'e, 'a>(entries: &'e [Entry<'a>], role: &str, identity: &Identity) -> Option<&'e Entry<'a>> {
    let one = |found: Vec<&'e Entry<'a>>| {
        let first = *found.first()?;
        found.iter().all(|entry| entry.value == first.value).then_some(first)
    };
    let all: Vec<&Entry<'_>> = entries.iter().filter(|entry| entry.role == role).collect();
    if role == identity.whole {
        return one(all);
    }
    let whole = one(entries.iter().filter(|entry| entry.role == identity.whole).collect())?;
    let own = |other: &Entry<'_>| other.role == identity.whole || identity.parts.iter().any(|part| part == other.role);
    let near = |entry: &&&Entry<'_>| {
        let between = entries.iter().filter(|other| whole.token < other.token && other.token < entry.token);
        whole.token < entry.token && between.into_iter().all(own)
    };
    one(all.clone()).or_else(|| one(all.iter().filter(near).copied().collect()))
}

fn balance(
    subject: &Subject<'_>,
    reading: Reading<'_>,
    account: &Account,
    entries: &[Entry<'_>],
    identity: &Identity,
    told: &mut Told,
) {
    let entry = |role: &String| the_one(entries, role, identity);
    let Some(whole) = entry(&identity.whole) else { return };
    let Some(parts) = identity.parts.iter().map(entry).collect::<Option<Vec<_>>>() else { return };
    if identity.unless.as_ref().and_then(entry).is_some() {
        return;
    }
    let with = identity.or_with.as_ref().and_then(entry);
    let balances = |whole: Decimal, with: Option<Decimal>, sum: &Law| {
        let or_with = with.and_then(|with| whole.checked_add(with));
        [Some(whole), or_with].into_iter().flatten().any(|whole| Claim::new(Said::counted(whole), sum.clone()).holds())
    };
    let sum = sum_of(parts.iter().map(|part| part.value));
    let claim = Claim::new(Said::counted(whole.value), sum);
    // Only what the levels say themselves, where they are named on both sides.
    let mut of_levels = Vec::new();
    for (level, words) in account.levels.iter().enumerate() {
        let values: Option<Vec<Decimal>> = parts.iter().map(|part| part.levels[level]).collect();
        let (Some(values), Some(value)) = (values, whole.levels[level]) else { continue };
        let sum = sum_of(values);
        if !balances(value, with.and_then(|with| with.levels[level]), &sum) {
            let (value, text) = (number::format(value), sum.text(Decimal::ONE, ""));
            let sum = number::format(sum.exact().unwrap_or_default());
            of_levels.push(format!("{words}: {value} ≠ {text} = {sum}"));
        }
    }
    if balances(whole.value, with.map(|with| with.value), &claim.law) && of_levels.is_empty() {
        return;
    }
    // Without a word of what was carried over that may be what is missing.
    let less = claim.law.exact().is_some_and(|sum| sum < whole.value);
    let sure = with.is_some() || identity.or_with.is_none() || less && !of_levels.is_empty();
    let voice = if sure { &SAID.wrong } else { &SAID.doubt };
    let finding = at(voice.of(&claim), whole.token, reading, subject);
    told.finding(if of_levels.is_empty() {
        finding
    } else {
        let levels = of_levels.join("; ");
        finding.hint(msg!("theo cấp: {levels}", "by level: {levels}"))
    });
}

fn sum_of(values: impl IntoIterator<Item = Decimal>) -> Law {
    Law::Sum(values.into_iter().map(Said::counted).collect())
}
