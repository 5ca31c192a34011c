//! Percentages that stand in parentheses or after `chiếm` behind several parts of one whole.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::opening;
use super::said::Link;
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;

/// A part and its percentage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Share {
    pub(super) part: Decimal,
    pub(super) percent: Decimal,
    /// The token of the percentage.
    pub(super) token: usize,
}

impl Share {
    /// Whether it is of a whole, rounded or cut off.
    pub(super) fn is_of(&self, whole: Decimal) -> bool {
        self.of(whole, false).claim(self.percent).agrees()
    }

    /// The two numbers that it is said to be of.
    pub(super) fn of(&self, whole: Decimal, sure: bool) -> Link {
        Link::exact(self.part, whole, sure)
    }
}

/// The token of a percentage that is not of the whole that all others beside it are of, and the two numbers.
pub(super) type Odd = (usize, Link);

/// The odd ones of a passage.
pub(super) fn odd_ones(reading: Reading<'_>) -> Vec<Odd> {
    runs(reading).iter().filter_map(|run| odd_one(run, reading)).collect()
}

/// The percentages in parentheses behind parts of a named whole that are neither of it nor of another number of the
/// passage: `17.980 hồ sơ, gồm sớm hạn 17.204, đúng hạn 761, trễ hạn 15 (0,8%)`.
pub(super) fn of_no_whole(reading: Reading<'_>) -> Vec<Odd> {
    let mut odd = Vec::new();
    for group in opening::groups(reading) {
        for part in group.parts.iter().filter(|part| part.value() <= group.value()) {
            let Some((token, percent)) = percent_of(reading, part.token) else { continue };
            let share = Share { part: part.value(), percent, token };
            let alone = reading.tokens.get(token + 1).is_some_and(|next| next.kind == Kind::Close)
                && reading.between(token, token + 1).trim().is_empty();
            if alone && !reading.counts_near(token).iter().any(|whole| share.is_of(*whole)) {
                odd.push((token, share.of(group.value(), false)));
            }
        }
    }
    odd
}

/// The longest name between a part and its percentage, in characters.
const LONGEST: usize = 60;

/// The percentages of more parts are not looked at together.
const MOST: usize = 60;

/// Parts with their percentages, sentence by sentence.
fn runs(reading: Reading<'_>) -> Vec<Vec<Share>> {
    let mut runs = vec![Vec::new()];
    for (at, token) in reading.tokens.iter().enumerate() {
        match token.kind {
            // The items of a list are of one whole.
            Kind::Line if begins_item(&reading.text[token.end..]) => {}
            Kind::Stop if reading.text[token.end..].starts_with('\n') && begins_item(&reading.text[token.end..]) => {}
            Kind::Stop | Kind::Line => runs.push(Vec::new()),
            Kind::Count(part) if !token.hedge => {
                let Some((token, percent)) = percent_of(reading, at) else { continue };
                if let Some(run) = runs.last_mut() {
                    run.push(Share { part, percent, token });
                }
            }
            _ => {}
        }
    }
    runs.retain(|run| (2..=MOST).contains(&run.len()));
    runs
}

/// Whether the next line is an item of a list.
fn begins_item(rest: &str) -> bool {
    rest.trim_start().starts_with(['+', '-', '*', '•'])
}

/// The percentage of a count: `4.806 hồ sơ (75,2%)`, `54 (chiếm 46,15%)`, `2.744 hồ sơ, chiếm 86,64%`.
fn percent_of(reading: Reading<'_>, at: usize) -> Option<(usize, Decimal)> {
    let marks = [Kind::Open, Kind::Comma];
    let next = (at + 1..reading.tokens.len()).find(|next| !marks.contains(&reading.tokens[*next].kind))?;
    let Kind::Percent(percent) = reading.tokens[next].kind else { return None };
    let gap = reading.between(at, next);
    let gap = gap.trim();
    let words = gap.trim_start_matches(['(', ',', ' ']);
    // `04 trạm hư hỏng nặng (6,3%)`
    let closed = || reading.tokens.get(next + 1).is_some_and(|mark| mark.kind == Kind::Close);
    let named =
        || gap.strip_suffix('(').is_some_and(|name| name.chars().count() <= LONGEST && !name.contains(',')) && closed();
    let said =
        matches!(words, "chiếm" | "chiếm tỷ lệ" | "chiếm tỉ lệ") || words.is_empty() && gap.starts_with('(') || named();
    (said && !reading.tokens[next].hedge && next <= at + 3).then_some((next, percent))
}

/// The one of a run that is not of the whole that the others are of. The whole is a number of the passage, or all parts
/// together.
fn odd_one(run: &[Share], reading: Reading<'_>) -> Option<Odd> {
    let sum: Decimal = run.iter().map(|share| share.part).sum();
    // Of two percentages one may agree with a number far away by chance.
    let mut wholes = if run.len() > 2 {
        reading.counts_near(run[0].token)
    } else {
        named_before(run, reading).into_iter().collect()
    };
    wholes.insert(sum);
    wholes.extend(told_by_all(run));
    let agreeing: BTreeMap<Decimal, usize> = wholes
        .into_iter()
        .filter(|whole| !whole.is_zero())
        .map(|whole| (whole, run.iter().filter(|share| share.is_of(whole)).count()))
        .collect();
    let (whole, count) = agreeing.into_iter().max_by_key(|(_, count)| *count)?;
    // One agreement may be chance where the percentage is round.
    let told = run.iter().filter(|share| share.is_of(whole)).any(|share| share.percent.normalize().scale() > 0);
    if count + 1 != run.len() || count < 2 && !told {
        return None;
    }
    let odd = run.iter().find(|share| !share.is_of(whole) && share.part <= whole)?;
    Some((odd.token, odd.of(whole, count > 1 && whole == sum)))
}

/// The wholes that the parts of a run give with their percentages, where these are a hundred together: `1.680 triệu đồng (60%) ... 560
/// triệu đồng (20%)` are of 2.800.
fn told_by_all(run: &[Share]) -> impl Iterator<Item = Decimal> {
    let all: Decimal = run.iter().map(|share| share.percent).sum();
    let shares = if run.len() > 2 && all == Decimal::ONE_HUNDRED { run } else { &[] };
    let whole = |share: &Share| (share.part * Decimal::ONE_HUNDRED).checked_div(share.percent);
    shares.iter().filter_map(whole).filter(|whole| whole.fract().is_zero())
}

/// The last number before the first part, in the same sentence.
fn named_before(run: &[Share], reading: Reading<'_>) -> Vec<Decimal> {
    let first = run.first().map_or(0, |share| share.token);
    let ends = |kind: Kind| matches!(kind, Kind::Stop | Kind::Line);
    let before = reading.tokens[..first].iter().rev().take_while(|token| !ends(token.kind));
    let counts = before.filter_map(|token| match token.kind {
        Kind::Count(value) => Some(value),
        _ => None,
    });
    counts.skip(1).take(1).collect()
}
