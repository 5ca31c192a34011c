//! What is more than there is: a part of what a sentence names first (`Trong tổng số 40 hồ sơ tiếp nhận, có 45 hồ sơ đúng
//! hạn`), a rank behind the last (`xếp thứ 12/11 xã`).

use std::ops::Range;

use baocao_vietnamese::lexicon::is_earlier;
use baocao_vietnamese::lexicon::lists::{EVENTS, RANKED, WHOLES};
use rust_decimal::Decimal;

use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;

/// A part that is more than its whole.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Larger {
    /// Where the part stands.
    pub(super) range: Range<usize>,
    pub(super) part: Decimal,
    pub(super) whole: Decimal,
}

/// The parts of a text that are larger than their wholes.
pub(super) fn larger(reading: Reading<'_>) -> Vec<Larger> {
    let parts = (0..reading.tokens.len()).filter_map(|at| part_of(reading, at).or_else(|| event_of(reading, at)));
    parts.chain(ranks(reading.text)).collect()
}

/// Ranks behind the last. What is ranked may be read as a date elsewhere: `12/11`.
fn ranks(text: &str) -> impl Iterator<Item = Larger> {
    let words = ["xếp ", "Xếp ", "đứng ", "Đứng "].iter().flat_map(|word| text.match_indices(word));
    words.filter_map(|(at, word)| {
        let from = at + word.len();
        let rest = RANKED.iter().find_map(|rank| text[from..].strip_prefix(rank))?;
        let (rank, after) = number(rest)?;
        let (last, _) = number(after.strip_prefix('/')?)?;
        let start = text.len() - rest.len();
        let range = start..start + rest.len() - after.len();
        (rank > last).then(|| Larger { range, part: rank.into(), whole: last.into() })
    })
}

/// The number that a text begins with, and the text after it.
fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}

/// The part of the whole at a token: the next number, of the same unit, after `có`. A semicolon divides them.
fn part_of(reading: Reading<'_>, at: usize) -> Option<Larger> {
    let whole_token = &reading.tokens[at];
    let Kind::Count(whole) = whole_token.kind else { return None };
    if whole_token.hedge || whole_token.unit.name.is_empty() || !WHOLES.contains(&last_sentence(&reading.before(at))) {
        return None;
    }
    let next = (at + 1..reading.tokens.len()).find(|next| reading.tokens[*next].kind != Kind::Comma)?;
    let token = &reading.tokens[next];
    let Kind::Count(part) = token.kind else { return None };
    let between = reading.between(at, next);
    let words = between.trim_end().trim_end_matches([',', ' ']);
    let has = words == "có" || words.ends_with(" có");
    // The second is of another time.
    let other = is_earlier(&between) || between.contains("so với");
    (has && !other && !token.hedge && token.unit.name == whole_token.unit.name && part > whole).then(|| Larger {
        range: token.range.clone(),
        part,
        whole,
    })
}

/// The part of events that no table of units knows: `342 cuộc gọi, trong đó 351 cuộc đúng phạm vi`.
fn event_of(reading: Reading<'_>, at: usize) -> Option<Larger> {
    let [whole_token, comma, token] = reading.tokens.get(at..at + 3)? else { return None };
    let (Kind::Count(whole), Kind::Count(part)) = (whole_token.kind, token.kind) else { return None };
    let among = matches!(reading.between(at + 1, at + 2).trim(), "trong đó" | "trong đó có");
    let events = EVENTS.contains(&whole_token.unit.name.as_str()) && whole_token.unit.name == token.unit.name;
    let hedged = whole_token.hedge || token.hedge;
    (comma.kind == Kind::Comma && among && events && !hedged && part > whole).then(|| Larger {
        range: token.range.clone(),
        part,
        whole,
    })
}

/// The words after the last mark of a list or line.
fn last_sentence(before: &str) -> &str {
    before.trim_end().rsplit(['.', '\n', '-', '+']).next().unwrap_or_default().trim()
}
