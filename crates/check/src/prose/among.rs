//! What is more than there is: a part of what a sentence names first (`Trong tổng số 40 hồ sơ tiếp nhận, có 45 hồ sơ đúng
//! hạn`), a rank behind the last (`xếp thứ 12/11 xã`).

use std::ops::Range;

use super::said::said;
use baocao_core::claim::{Claim, Law, Said};
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;
use baocao_vietnamese::lexicon::is_earlier;
use baocao_vietnamese::lexicon::lists::{EVENTS, RANKED, WHOLES};

/// A part and its whole.
pub(super) struct Part {
    /// Where the part stands.
    pub(super) range: Range<usize>,
    /// That it is not.
    pub(super) claim: Claim,
}

/// The parts of a text that a sentence names right behind their wholes.
pub(super) fn parts(reading: Reading<'_>) -> Vec<Part> {
    let parts = (0..reading.tokens.len()).filter_map(|at| part_of(reading, at).or_else(|| event_of(reading, at)));
    parts.chain(ranks(reading.text)).collect()
}

/// Ranks, and how many there are. What is ranked may be read as a date elsewhere: `12/11`.
fn ranks(text: &str) -> impl Iterator<Item = Part> {
    let words = ["xếp ", "Xếp ", "đứng ", "Đứng "].iter().flat_map(|word| text.match_indices(word));
    words.filter_map(|(at, word)| {
        let from = at + word.len();
        let rest = RANKED.iter().find_map(|rank| text[from..].strip_prefix(rank))?;
        let (rank, after) = number(rest)?;
        let (last, _) = number(after.strip_prefix('/')?)?;
        let start = text.len() - rest.len();
        let range = start..start + rest.len() - after.len();
        let [rank, last] = [rank, last].map(|number| Said::counted(number.into()));
        Some(Part { range, claim: Claim::new(rank, Law::AtMost(last)) })
    })
}

/// The number that a text begins with, and the text after it.
fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}

/// The part of the whole at a token: the next number, of the same unit, after `có`. A semicolon divides them.
fn part_of(reading: Reading<'_>, at: usize) -> Option<Part> {
    let whole_token = &reading.tokens[at];
    let whole = said(whole_token)?;
    if whole_token.hedge || whole_token.unit.name.is_empty() || !WHOLES.contains(&last_sentence(reading.before(at))) {
        return None;
    }
    let next = (at + 1..reading.tokens.len()).find(|next| reading.tokens[*next].kind != Kind::Comma)?;
    let token = &reading.tokens[next];
    let between = reading.between(at, next);
    let words = between.trim_end().trim_end_matches([',', ' ']);
    let has = words == "có" || words.ends_with(" có");
    // The second is of another time.
    let other = is_earlier(between) || between.contains("so với");
    let counts = matches!((token.kind, whole_token.kind), (Kind::Count(_), Kind::Count(_)));
    let one_unit = counts && token.unit.name == whole_token.unit.name;
    let part = said(token).filter(|_| has && !other && !token.hedge && one_unit)?;
    Some(Part { range: token.range.clone(), claim: Claim::new(part, Law::AtMost(whole)) })
}

/// The part of events that no table of units knows: `342 cuộc gọi, trong đó 351 cuộc đúng phạm vi`.
fn event_of(reading: Reading<'_>, at: usize) -> Option<Part> {
    let [whole_token, comma, token] = reading.tokens.get(at..at + 3)? else { return None };
    let among = matches!(reading.between(at + 1, at + 2).trim(), "trong đó" | "trong đó có");
    let events = EVENTS.contains(&whole_token.unit.name.as_str()) && whole_token.unit.name == token.unit.name;
    let hedged = whole_token.hedge || token.hedge;
    let (whole, part) = (said(whole_token)?, said(token)?);
    let claim = Claim::new(part, Law::AtMost(whole));
    (comma.kind == Kind::Comma && among && events && !hedged).then(|| Part { range: token.range.clone(), claim })
}

/// The words after the last mark of a list or line.
fn last_sentence(before: &str) -> &str {
    before.trim_end().rsplit(['.', '\n', '-', '+']).next().unwrap_or_default().trim()
}
