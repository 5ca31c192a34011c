//! Which numbers of a paragraph have which roles in an account: received, resolved, pending.

use std::ops::Range;

use baocao_core::form::Account;
use baocao_vietnamese::small;
use rust_decimal::Decimal;

use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;

/// A number in a role.
pub(super) struct Entry<'a> {
    pub(super) role: &'a str,
    pub(super) value: Decimal,
    pub(super) token: usize,
    /// The numbers of the levels, in the order of the account's words for them.
    pub(super) levels: Vec<Option<Decimal>>,
}

/// Paragraphs, each with the list right after it, as ranges of tokens.
pub(super) fn blocks(reading: Reading<'_>) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let lines = reading.tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Line).map(|(at, _)| at);
    for end in lines.chain([reading.tokens.len()]) {
        if end > start {
            let first = reading.tokens[start].range.start;
            let line = reading.passage.line(first).start;
            let item = reading.text[line..].trim_start().starts_with(['+', '-', '*', '•']);
            match blocks.last_mut() {
                Some(block) if item && opens_list(reading, block.end) => block.end = end,
                Some(block) if item && marks_agree(reading, block, start) => block.end = end,
                _ => blocks.push(start..end),
            }
        }
        start = end + 1;
    }
    blocks
}

/// Whether the tokens before a place end with a colon, the ends of lines left out.
fn opens_list(reading: Reading<'_>, end: usize) -> bool {
    (0..end).rev().map(|at| reading.tokens[at].kind).find(|kind| *kind != Kind::Line) == Some(Kind::Colon)
}

/// Whether the line of a token begins with the mark of the last line of a block, and that block began with no item.
fn marks_agree(reading: Reading<'_>, block: &Range<usize>, start: usize) -> bool {
    let mark = |at: usize| {
        let first = reading.tokens[at].range.start.min(reading.text.len());
        let line = reading.passage.line(first).start;
        reading.text[line..].trim_start().chars().next()
    };
    let opened = !matches!(mark(block.start), Some('+' | '-' | '*' | '•'));
    opened && block.end > 0 && mark(block.end - 1) == mark(start)
}

/// The numbers in roles. Those in parentheses count where the role has no number outside.
pub(super) fn entries<'a>(reading: Reading<'_>, block: Range<usize>, account: &'a Account) -> Vec<Entry<'a>> {
    let (mut outer, mut inner): (Vec<Entry<'a>>, Vec<Entry<'a>>) = Default::default();
    let mut depth = 0_usize;
    let mut spoken = false;
    for at in block.clone() {
        match reading.tokens[at].kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Count(value) => {
                let Some(role) = role(reading, at, account, spoken) else { continue };
                spoken = true;
                let entry = Entry { role, value, token: at, levels: levels(reading, at, account) };
                if depth == 0 { outer.push(entry) } else { inner.push(entry) }
            }
            _ => {}
        }
    }
    inner.retain(|entry| outer.iter().all(|other| other.role != entry.role));
    outer.extend(inner);
    none(reading, &block, account, &mut outer);
    outer.sort_by_key(|entry| entry.token);
    outer
}

/// Roles that the text says nothing has: `không có hồ sơ quá hạn`.
fn none<'a>(reading: Reading<'_>, block: &Range<usize>, account: &'a Account, entries: &mut Vec<Entry<'a>>) {
    let Some(last) = block.end.checked_sub(1).filter(|_| !entries.is_empty()) else { return };
    let start = reading.tokens[block.start].range.start;
    let small = small(reading.text.get(start..reading.tokens[last].end).unwrap_or_default());
    let none = format!("không có {} ", account.unit);
    let nones: Vec<&str> = small.match_indices(&none).map(|(at, none)| &small[at + none.len()..]).collect();
    for (role, words) in &account.roles {
        let said = words.iter().any(|word| nones.iter().any(|rest| rest.starts_with(word.as_str())));
        if said && entries.iter().all(|entry| entry.role != *role) {
            let levels = vec![None; account.levels.len()];
            entries.push(Entry { role, value: Decimal::ZERO, token: last, levels });
        }
    }
}

/// The role of a number by the words before it, or else by those after it. Its unit may be left out where the paragraph
/// has named it before.
pub(super) fn role<'a>(reading: Reading<'_>, at: usize, account: &'a Account, spoken: bool) -> Option<&'a str> {
    let token = &reading.tokens[at];
    // Most numbers are passed by at their unit.
    if token.hedge || !(token.unit.name == account.unit || token.unit.name.is_empty()) {
        return None;
    }
    let (before, after) = (reading.before(at), reading.after(at));
    // `358 hồ sơ kỳ trước chuyển qua và 7.323 hồ sơ`: the words before "và" are the first number's.
    let follows_number = at > 0 && reading.tokens[at - 1].kind.is_number();
    let before = if follows_number { before.rsplit(" và ").next().unwrap_or_default() } else { before };
    if token.unit.name.is_empty() && !spoken && !before.contains(account.unit.as_str()) {
        return None;
    }
    // Words before the next number that no mark divides from it are that number's.
    let shared = reading.tokens.get(at + 1).is_some_and(|next| next.kind.is_number()) && !after.contains(" và ");
    let after = if shared { "" } else { after.split(" và ").next().unwrap_or_default() };
    if account.ignored.iter().any(|words| before.contains(words.as_str()) || after.contains(words.as_str())) {
        return None;
    }
    match (longest(account, before), longest(account, after)) {
        (Some(before), Some(after)) if before != after => None,
        (before, after) => before.or(after),
    }
}

/// The role that words speak of, by the longest of them.
pub(super) fn longest<'a>(account: &'a Account, context: &str) -> Option<&'a str> {
    let words = account.roles.iter().flat_map(|(role, words)| words.iter().map(move |word| (role, word)));
    let found = words.filter(|(_, word)| context.contains(word.as_str()));
    found.max_by_key(|(_, word)| word.len()).map(|(role, _)| role.as_str())
}

/// The numbers of the levels in the parenthesis after a number.
fn levels(reading: Reading<'_>, at: usize, account: &Account) -> Vec<Option<Decimal>> {
    let none = vec![None; account.levels.len()];
    if reading.tokens.get(at + 1).is_none_or(|next| next.kind != Kind::Open) {
        return none;
    }
    let Some(close) = reading.close_of(at + 1) else { return none };
    let mut levels = none;
    for inner in at + 2..close {
        let Kind::Count(value) = reading.tokens[inner].kind else { continue };
        let (before, after) = (reading.before(inner), reading.after(inner));
        let named = |words: &String| before.contains(words.as_str()) || after.contains(words.as_str());
        if let Some(level) = account.levels.iter().position(named) {
            levels[level] = Some(value);
        }
    }
    levels
}
