//! All of what was counted before, taken up again: `đối với cả 19 chủ thể` where 17 were counted, `bàn giao toàn bộ 12,48 ha` of 12,84.

use std::collections::{BTreeMap, BTreeSet};

use baocao_reading::numbers::{Kind, Reading};
use baocao_vietnamese::lexicon::lists::OTHER_PERIODS;
use rust_decimal::Decimal;

use super::again::DIFFERS;
use super::said::at as told_at;
use crate::tables::count;
use crate::{Subject, Told};
use baocao_core::msg;
use baocao_vietnamese::number;

/// Before a number of all things of their kind, and behind its name.
const ALL_BEFORE: [&str; 3] = ["cả", "toàn bộ", "tất cả"];
const ALL_BEHIND: [&str; 3] = ["nêu trên", "nói trên", "trên đây"];
/// So many numbers of a unit are compared; of more nobody can tell which is all.
const MOST: usize = 12;

/// Numbers that are said to be all of their unit, and are a little more than any that was named before: what is many more was not
/// counted there.
pub(super) fn check(subject: &Subject<'_>, told: &mut Told) {
    // Of each unit, the numbers named so far.
    let mut named: BTreeMap<String, BTreeSet<Decimal>> = BTreeMap::new();
    let cells: BTreeSet<Decimal> =
        subject.tables().iter().flatten().flatten().filter_map(|cell| count(&cell.text)).collect();
    for reading in subject.readings() {
        for (at, token) in reading.tokens.iter().enumerate() {
            let Some(unit) = unit(reading, at) else { continue };
            let values = match token.kind {
                Kind::Count(value) => [Some(value), None],
                Kind::Fraction(part, whole) => [Some(part), Some(whole)],
                _ => continue,
            };
            let before = named.entry(unit).or_default();
            if let (Kind::Count(value), Some(only)) = (token.kind, only(before))
                && is_all(reading, at)
                && value > only
                && (value - only) * Decimal::from(5) <= only
                && !cells.contains(&(value / token.unit.factor))
            {
                let right = number::format(only / token.unit.factor);
                let finding = DIFFERS
                    .finding(msg!("trước đó chỉ nêu {right}", "only {right} was named before"))
                    .expected(msg!("{right}", "{right}"));
                told.finding(told_at(finding, at, reading, subject));
            }
            before.extend(values.into_iter().flatten());
        }
    }
}

/// The most of some numbers of a unit, where the others may be its parts.
fn only(numbers: &BTreeSet<Decimal>) -> Option<Decimal> {
    (numbers.len() <= MOST).then(|| numbers.last().copied()).flatten()
}

/// What a number counts, in two words: `chủ thể`, `vụ cháy`; nothing where that may be anything.
fn unit(reading: Reading<'_>, at: usize) -> Option<String> {
    let words = reading.after(at).split_whitespace().take(2);
    let words: Vec<&str> = words.map(|word| word.trim_end_matches(['.', '/'])).collect();
    let letters = |word: &&str| word.chars().all(char::is_alphabetic);
    // One word is enough of what is measured.
    let measured = baocao_vietnamese::lexicon::units::measure(words.first()?).is_some();
    let taken = if measured { 1 } else { 2 };
    let whole = words.len() >= taken && words.iter().take(taken).all(letters);
    whole.then(|| words[..taken].join(" "))
}

/// Whether the words around a number say that it is all there are.
fn is_all(reading: Reading<'_>, at: usize) -> bool {
    let token = &reading.tokens[at];
    let before = reading.before(at).trim_end();
    let opens = ALL_BEFORE
        .iter()
        .any(|word| before.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with(' ')));
    let behind = reading.after(at);
    let closes = ALL_BEHIND.iter().any(|words| behind.contains(words));
    let clause = reading.passage.small(&reading.passage.clause(token.range.start));
    let other = OTHER_PERIODS.iter().any(|words| *words != "mỗi" && clause.contains(words));
    (opens || closes) && !other && !reading.enclosed(at)
}
