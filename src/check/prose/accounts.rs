//! Accounts that running text keeps: files received, carried over, resolved, pending. The words of the roles and what
//! must balance are data, in `relations.json` of the family.

use std::ops::Range;

use rust_decimal::Decimal;

use super::group::Group;
use super::reading::Reading;
use super::token::Kind;
use crate::check::{Family, Rule, Say, Subject, Told};
use crate::diagnostic::Severity;
use crate::form::{Account, Identity};
use crate::msg;
use crate::vietnamese::number;

pub(super) const ACCOUNTS: Family = Family {
    name: Say { vi: "Cân đối số liệu trong lời văn", en: "Accounts in running text" },
    rules: &[&BALANCE, &DOUBT],
    check,
};

const BALANCE: Rule = Rule {
    id: "loi-van/khong-can-doi",
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
    id: "loi-van/can-doi-nghi-van",
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

/// A number in a role.
struct Entry<'a> {
    role: &'a str,
    value: Decimal,
    token: usize,
    /// The numbers of the levels, in the order of the account's words for them.
    levels: Vec<Option<Decimal>>,
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    for account in &subject.set.relations.accounts {
        for reading in subject.readings() {
            let text = subject.passages()[reading.passage].text.as_str();
            for block in blocks(reading, text) {
                let entries = entries(reading, text, block, account);
                for identity in &account.identities {
                    balance(subject, reading, account, &entries, identity, told);
                }
            }
        }
    }
}

/// How many parts of a group have a role in an account: such a group is for the account to judge.
pub(super) fn roles(reading: &Reading, text: &str, group: &Group, subject: &Subject<'_>) -> usize {
    let accounts = &subject.set.relations.accounts;
    let in_role = |at: usize| accounts.iter().any(|account| role(reading, text, at, account, false).is_some());
    group.parts.iter().filter(|part| in_role(part.token)).count()
}

/// Paragraphs, each with the list right after it, as ranges of tokens.
fn blocks(reading: &Reading, text: &str) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let lines = reading.tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Line).map(|(at, _)| at);
    for end in lines.chain([reading.tokens.len()]) {
        if end > start {
            let first = reading.tokens[start].range.start;
            let line = text[..first].rfind('\n').map_or(0, |end| end + 1);
            let item = text[line..].trim_start().starts_with(['+', '-', '*', '•']);
            match blocks.last_mut() {
                Some(block) if item && opens_list(reading, block.end) => block.end = end,
                Some(block) if item && marks_agree(reading, text, block, start) => block.end = end,
                _ => blocks.push(start..end),
            }
        }
        start = end + 1;
    }
    blocks
}

/// Whether the tokens before a place end with a colon, the ends of lines left out.
fn opens_list(reading: &Reading, end: usize) -> bool {
    (0..end).rev().map(|at| reading.tokens[at].kind).find(|kind| *kind != Kind::Line) == Some(Kind::Colon)
}

/// Whether the line of a token begins with the mark of the last line of a block, and that block began with no item.
fn marks_agree(reading: &Reading, text: &str, block: &Range<usize>, start: usize) -> bool {
    let mark = |at: usize| {
        let first = reading.tokens[at].range.start.min(text.len());
        let line = text[..first].rfind('\n').map_or(0, |end| end + 1);
        text[line..].trim_start().chars().next()
    };
    let opened = !matches!(mark(block.start), Some('+' | '-' | '*' | '•'));
    opened && block.end > 0 && mark(block.end - 1) == mark(start)
}

/// The numbers in roles. Those in parentheses count where the role has no number outside.
fn entries<'a>(reading: &Reading, text: &str, block: Range<usize>, account: &'a Account) -> Vec<Entry<'a>> {
    let (mut outer, mut inner): (Vec<Entry<'a>>, Vec<Entry<'a>>) = Default::default();
    let mut depth = 0_usize;
    let mut spoken = false;
    for at in block {
        match reading.tokens[at].kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Count(value) => {
                let Some(role) = role(reading, text, at, account, spoken) else { continue };
                spoken = true;
                let entry = Entry { role, value, token: at, levels: levels(reading, text, at, account) };
                if depth == 0 { outer.push(entry) } else { inner.push(entry) }
            }
            _ => {}
        }
    }
    inner.retain(|entry| outer.iter().all(|other| other.role != entry.role));
    outer.extend(inner);
    outer.sort_by_key(|entry| entry.token);
    outer
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

/// The role of a number by the words before it, or else by those after it. Its unit may be left out where the paragraph
/// has named it before.
fn role<'a>(reading: &Reading, text: &str, at: usize, account: &'a Account, spoken: bool) -> Option<&'a str> {
    let token = &reading.tokens[at];
    let (before, after) = (reading.before(text, at), reading.after(text, at));
    // `358 hồ sơ kỳ trước chuyển qua và 7.323 hồ sơ`: the words before "và" are the first number's.
    let follows_number = at > 0 && reading.tokens[at - 1].kind.is_number();
    let before = if follows_number { before.rsplit(" và ").next().unwrap_or_default() } else { &before };
    if token.hedge
        || !(token.unit.name == account.unit
            || token.unit.name.is_empty() && (spoken || before.contains(account.unit.as_str())))
    {
        return None;
    }
    // Words before the next number that no mark divides from it are that number's.
    let shared = reading.tokens.get(at + 1).is_some_and(|next| next.kind.is_number()) && !after.contains(" và ");
    let after = if shared { "" } else { after.split(" và ").next().unwrap_or_default() };
    if account.ignored.iter().any(|words| before.contains(words.as_str()) || after.contains(words.as_str())) {
        return None;
    }
    let longest = |context: &str| {
        let words = account.roles.iter().flat_map(|(role, words)| words.iter().map(move |word| (role, word)));
        let found = words.filter(|(_, word)| context.contains(word.as_str()));
        found.max_by_key(|(_, word)| word.len()).map(|(role, _)| role.as_str())
    };
    match (longest(before), longest(after)) {
        (Some(before), Some(after)) if before != after => None,
        (before, after) => before.or(after),
    }
}

/// The numbers of the levels in the parenthesis after a number.
fn levels(reading: &Reading, text: &str, at: usize, account: &Account) -> Vec<Option<Decimal>> {
    let none = vec![None; account.levels.len()];
    if reading.tokens.get(at + 1).is_none_or(|next| next.kind != Kind::Open) {
        return none;
    }
    let Some(close) = reading.close_of(at + 1) else { return none };
    let mut levels = none;
    for inner in at + 2..close {
        let Kind::Count(value) = reading.tokens[inner].kind else { continue };
        let (before, after) = (reading.before(text, inner), reading.after(text, inner));
        let named = |words: &String| before.contains(words.as_str()) || after.contains(words.as_str());
        if let Some(level) = account.levels.iter().position(named) {
            levels[level] = Some(value);
        }
    }
    levels
}

fn balance(
    subject: &Subject<'_>,
    reading: &Reading,
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
    let sum: Decimal = parts.iter().map(|part| part.value).sum();
    let holds = sum == whole.value || with.is_some_and(|with| sum == whole.value + with.value);
    // Only what the levels say themselves, where they are named on both sides.
    let mut of_levels = Vec::new();
    for (level, words) in account.levels.iter().enumerate() {
        let values: Option<Vec<Decimal>> = parts.iter().map(|part| part.levels[level]).collect();
        let (Some(values), Some(value)) = (values, whole.levels[level]) else { continue };
        let sum: Decimal = values.iter().sum();
        if sum != value && with.and_then(|with| with.levels[level]).is_none_or(|with| sum != value + with) {
            let (value, sum) = (number::format(value), number::format(sum));
            of_levels.push(format!("{words}: {value} ≠ {} = {sum}", added(&values)));
        }
    }
    if holds && of_levels.is_empty() {
        return;
    }
    // Without a word of what was carried over that may be what is missing.
    let sure = with.is_some() || identity.or_with.is_none() || sum < whole.value && !of_levels.is_empty();
    let rule = if sure { &BALANCE } else { &DOUBT };
    let passage = &subject.passages()[reading.passage];
    let token = &reading.tokens[whole.token];
    let values: Vec<Decimal> = parts.iter().map(|part| part.value).collect();
    let (sum, parts) = (number::format(sum), added(&values));
    let message = if sure {
        msg!("các số trong đoạn này không cân đối", "the numbers of this paragraph do not balance")
    } else {
        msg!("các số trong đoạn này có lẽ không cân đối", "the numbers of this paragraph perhaps do not balance")
    };
    let finding = rule
        .finding(message)
        .at(subject.place(passage, token.range.start..token.end))
        .found(&passage.text[token.range.clone()])
        .expected(msg!("{sum} = {parts}", "{sum} = {parts}"));
    told.finding(if of_levels.is_empty() {
        finding
    } else {
        let levels = of_levels.join("; ");
        finding.hint(msg!("theo cấp: {levels}", "by level: {levels}"))
    });
}

/// `7.323 + 358`
fn added(values: &[Decimal]) -> String {
    values.iter().map(|value| number::format(*value)).collect::<Vec<_>>().join(" + ")
}
