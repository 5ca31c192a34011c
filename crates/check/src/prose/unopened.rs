//! Parts of a whole that stands sentences or clauses before them, or counts other things beside: `Sở tiếp 94 lượt, 118 người; trong đó
//! cán bộ tiếp 72 lượt, lãnh đạo Sở tiếp 24 lượt`, `xảy ra 09 vụ cháy ... Nguyên nhân: sự cố điện 06 vụ, đun nấu 02 vụ, đang điều tra 02
//! vụ`.

use std::ops::Range;

use baocao_core::claim::{Claim, Law, Said};
use baocao_reading::numbers::{Kind, Reading, Unit};
use baocao_vietnamese::lexicon::is_earlier;
use baocao_vietnamese::lexicon::lists::{EXCLUSIVE, NO_PARTS};
use rust_decimal::Decimal;

use super::compared::rises;
use super::opening;
use super::said::{At, said};
use crate::claims::slip;

/// The longest words before the colon that opens parts, in words.
const LONGEST_LABEL: usize = 8;
/// So many numbers a whole is at most before its parts.
const FAR: usize = 24;
/// So many lines a list of parts has at most.
const LONGEST_LIST: usize = 32;
/// More parts are not named one by one.
const MOST: usize = 12;

/// Parts that are more than their whole, or a slip away from it, each at the whole.
pub(super) fn wrong(reading: Reading<'_>) -> Vec<At> {
    let groups = opening::groups(reading);
    let unit = |at: usize| reading.tokens[at].unit.name.as_str();
    let judged = groups.iter().flat_map(|group| group.parts.iter().map(|part| (group.whole, part.token)));
    let judged = judged.filter(|(whole, part)| unit(*whole) == unit(*part) || unit(*whole).is_empty());
    let known: Vec<usize> = judged.map(|(_, part)| part).collect();
    let mut wrong: Vec<At> = Vec::new();
    for parts in all(reading) {
        let Some(first) = parts.tokens.first().filter(|first| !known.contains(first)) else { continue };
        let unit = &reading.tokens[*first].unit;
        let Some(whole) = whole(reading, parts.opened, unit, &parts.tokens) else { continue };
        if let Some(claim) = judge(reading, whole, &parts)
            && wrong.iter().all(|told| told.token != whole)
        {
            wrong.push(At { token: whole, claim });
        }
    }
    wrong
}

/// Numbers of one unit that some words open.
struct Parts {
    /// The token before which the whole stands.
    opened: usize,
    tokens: Vec<usize>,
    /// Whether each stands in a line of its own, or all have names that begin alike: no other part is left out.
    all: bool,
}

/// The parts of a passage, by what opens them.
fn all(reading: Reading<'_>) -> Vec<Parts> {
    let ends = |at: &usize| matches!(reading.tokens[*at].kind, Kind::Stop | Kind::Line);
    let mut found = Vec::new();
    let mut start = 0;
    for end in (0..reading.tokens.len()).filter(ends) {
        found.extend(in_sentence(reading, start..end));
        found.extend(below(reading, start..end));
        found.extend(alike(reading, start..end));
        start = end + 1;
    }
    found
}

/// `trong đó cán bộ tiếp 72 lượt, lãnh đạo tiếp 24 lượt`, `Nguyên nhân: sự cố điện 06 vụ, đun nấu 02 vụ`: all numbers from the opening
/// words to the end of a sentence.
fn in_sentence(reading: Reading<'_>, sentence: Range<usize>) -> Option<Parts> {
    let start = sentence.start.checked_sub(1).map_or(0, |mark| reading.tokens[mark].end);
    let among = |at: &usize| reading.before(*at).trim_start().starts_with("trong đó");
    let colon = sentence.clone().find(|at| reading.tokens[*at].kind == Kind::Colon);
    let labelled = colon.filter(|colon| {
        let label = reading.passage.small(&(start..reading.tokens[*colon].range.start));
        let begins = sentence.clone().take_while(|at| at < colon).all(|at| !reading.tokens[at].kind.is_number());
        begins && label.split_whitespace().count() <= LONGEST_LABEL
    });
    let numbers = || sentence.clone().filter(|at| reading.tokens[*at].kind.is_number());
    let opened = labelled.or_else(|| numbers().find(among))?;
    let tokens = plain(reading, opened..sentence.end)?;
    Some(Parts { opened, tokens, all: false })
}

/// The first numbers of the lines below a sentence that ends with a colon, which count what most of them count.
fn below(reading: Reading<'_>, sentence: Range<usize>) -> Option<Parts> {
    let last = sentence.end.checked_sub(1)?;
    let opens = reading.tokens[last].kind == Kind::Colon && reading.tokens[sentence.end].kind == Kind::Line;
    let text = |at: usize| reading.text[reading.tokens[at].end..].trim_start();
    let mark = text(sentence.end).chars().next().filter(|mark| opens && matches!(mark, '-' | '+' | '*' | '•'))?;
    let mut firsts = Vec::new();
    let mut line = sentence.end;
    for _ in 0..LONGEST_LIST {
        let next = (line + 1..reading.tokens.len()).find(|at| reading.tokens[*at].kind == Kind::Line)?;
        let first = (line + 1..next).find(|at| matches!(reading.tokens[*at].kind, Kind::Count(_) | Kind::Fraction(..)));
        firsts.extend(first);
        line = next;
        if !text(line).starts_with(mark) && next > sentence.end + 1 || firsts.len() > MOST {
            break;
        }
    }
    let unit = |at: usize| reading.tokens[at].unit.name.as_str();
    let most = |at: &usize| firsts.iter().filter(|other| unit(**other) == unit(*at)).count();
    let chosen = firsts.iter().copied().max_by_key(most)?;
    let tokens: Vec<usize> = firsts.iter().copied().filter(|at| unit(*at) == unit(chosen)).collect();
    let counts = |at: &usize| is_part(reading, *at);
    (tokens.len() > 2 && tokens.iter().all(counts)).then_some(Parts {
        opened: last,
        all: tokens.len() == firsts.len(),
        tokens,
    })
}

/// `143 ha tôm bị bệnh ...; bệnh đốm trắng 62 ha, bệnh hoại tử gan tụy 48 ha, bệnh vi bào tử trùng 23 ha`: three numbers or more behind a
/// semicolon whose names begin with one word.
fn alike(reading: Reading<'_>, sentence: Range<usize>) -> Option<Parts> {
    let opened = sentence.clone().find(|at| reading.tokens[*at].kind == Kind::Semicolon)?;
    let tokens = plain(reading, opened..sentence.end)?;
    let name = |at: usize| reading.before(at).split_whitespace().next();
    let word = name(*tokens.first()?)?;
    let alike = tokens.len() > 2 && tokens.iter().all(|at| name(*at) == Some(word));
    alike.then_some(Parts { opened, tokens, all: true })
}

/// All numbers of some tokens, where they are counts of one unit, those in parentheses left out; nothing where others stand among them.
fn plain(reading: Reading<'_>, tokens: Range<usize>) -> Option<Vec<usize>> {
    let numbers = tokens.filter(|at| reading.tokens[*at].kind.is_number() && !reading.enclosed(*at));
    let numbers: Vec<usize> = numbers.filter(|at| !matches!(reading.tokens[*at].kind, Kind::Percent(_))).collect();
    let unit = &reading.tokens[*numbers.first()?].unit.name;
    let one = |at: &usize| reading.tokens[*at].unit.name == *unit && is_part(reading, *at);
    ((2..=MOST).contains(&numbers.len()) && numbers.iter().all(one)).then_some(numbers)
}

/// Whether a number is a plain count.
fn is_part(reading: Reading<'_>, at: usize) -> bool {
    let token = &reading.tokens[at];
    let before = reading.before(at);
    let other = is_earlier(before) || NO_PARTS.iter().any(|words| before.contains(words));
    matches!(token.kind, Kind::Count(_)) && !token.hedge && !token.unit.name.is_empty() && !other
}

/// The last number before some parts that counts what they count and is no change, no earlier one and in no parentheses.
fn whole(reading: Reading<'_>, opened: usize, unit: &Unit, parts: &[usize]) -> Option<usize> {
    let plain = |at: &usize| {
        let token = &reading.tokens[*at];
        let changed = rises(&reading.text[..token.range.start]).is_some();
        let same = token.unit.name == unit.name
            || token.unit.is_people() && unit.is_people()
            || abbreviates(reading, *at, unit);
        same && matches!(token.kind, Kind::Count(_)) && !token.hedge && !changed && !reading.enclosed(*at)
    };
    let whole = (0..opened).rev().take(FAR).find(plain).filter(|at| !is_earlier(reading.before(*at)))?;
    let value = |at: usize| said(&reading.tokens[at]).map(|said| said.value);
    parts.iter().all(|part| value(*part) < value(whole)).then_some(whole)
}

/// Whether capital letters stand for a unit behind a number: `17 CCN` of so many `cụm`.
fn abbreviates(reading: Reading<'_>, at: usize, unit: &Unit) -> bool {
    let rest = reading.text[reading.tokens[at].range.end..].trim_start();
    let word: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
    let letters = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let first = |text: &str| text.chars().next().map(|c| c.to_lowercase().to_string());
    letters && first(&word) == first(&unit.name)
}

/// That parts are not their whole, where they are more or a slip away; nothing where they may be.
fn judge(reading: Reading<'_>, whole: usize, parts: &Parts) -> Option<Claim> {
    let all: Vec<Said> = parts.tokens.iter().filter_map(|at| said(&reading.tokens[*at])).collect();
    let given = said(&reading.tokens[whole])?;
    let law = Law::Sum(all.clone());
    let sum = law.exact()?;
    let claim = Claim::new(given, law.clone());
    // The first parts may be all, the others of one of them.
    let mut first = Decimal::ZERO;
    let explained = all.iter().any(|part| {
        first += part.value;
        first == given.value
    });
    let more = sum > given.value && (sum - given.value) * Decimal::from(4) <= given.value;
    // Visits are counted by people, and no visit twice.
    let unit = &reading.tokens[whole].unit;
    let apart = !unit.is_people()
        || unit.name.starts_with("lượt")
        || parts.tokens.iter().filter(|at| exclusive(reading, **at)).count() * 2 >= all.len();
    let told = more || parts.all && slip(given, [law]).is_some();
    (!claim.holds() && !explained && apart && told).then_some(claim)
}

/// Whether what a number counts belongs to no other part.
fn exclusive(reading: Reading<'_>, at: usize) -> bool {
    // `Số người chết: 12 người`
    let colon = at.checked_sub(1).filter(|mark| reading.tokens[*mark].kind == Kind::Colon);
    let before = reading.before(colon.unwrap_or(at)).trim_start_matches([' ', '-', '+', '*', '\n']);
    let name = ["số người ", "số ", "có "].iter().find_map(|words| before.strip_prefix(words)).unwrap_or(before);
    EXCLUSIVE.iter().any(|word| name.starts_with(word))
}
