//! Numbers and days that rise together, and those out of line.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

/// A document of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Item {
    pub(super) day: NaiveDate,
    pub(super) number: u32,
    /// Its place among the citations.
    pub(super) at: usize,
}

/// Each document once, in the order of days; numbers with two dates are another rule's.
pub(super) fn once(mut items: Vec<Item>) -> Vec<Item> {
    let mut days: BTreeMap<u32, BTreeSet<NaiveDate>> = BTreeMap::new();
    for item in &items {
        days.entry(item.number).or_default().insert(item.day);
    }
    items.retain(|item| days.get(&item.number).is_some_and(|days| days.len() == 1));
    items.sort();
    items.dedup_by_key(|item| (item.day, item.number));
    items
}

/// The longest part of a series in which numbers rise with the days.
pub(super) fn longest_rising(items: &[Item]) -> Vec<Item> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; items.len()];
    for (index, item) in items.iter().enumerate() {
        let length = ends.partition_point(|end| items[*end].number <= item.number);
        before[index] = length.checked_sub(1).map(|last| ends[last]);
        if length == ends.len() { ends.push(index) } else { ends[length] = index }
    }
    let mut chain = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(index) = next {
        chain.push(items[index]);
        next = before[index];
    }
    chain.reverse();
    chain
}

/// Whether of two documents the later one has the smaller number.
pub(super) fn crosses(one: &Item, other: &Item) -> bool {
    one.day < other.day && one.number > other.number || one.day > other.day && one.number < other.number
}

/// Whether more documents contradict the one than the other.
pub(super) fn speak_against(one: &Item, other: &Item, witnesses: &[Item]) -> bool {
    let against = |item: &Item| witnesses.iter().filter(|witness| crosses(item, witness)).count();
    against(one) > against(other)
}

/// How many times faster than the rest of its series a number may rise before it is doubted.
const STEEP: u64 = 10;

/// Numbers at either end of a rising series that are far out of line, with their neighbours in it. The rest must be at
/// least three documents, a week apart.
pub(super) fn jumps(chain: &[Item]) -> Vec<(&Item, &Item)> {
    let mut jumps = Vec::new();
    if let [rest @ .., near, last] = chain
        && let Some(first) = rest.first()
        && rest.len() >= 2
        && steep(first, near, last)
    {
        jumps.push((last, near));
    }
    if let [first, near, rest @ ..] = chain
        && let Some(last) = rest.last()
        && rest.len() >= 2
        && jumps.is_empty()
        && steep(near, last, first)
    {
        jumps.push((first, near));
    }
    jumps
}

/// Whether the number at the end of a series leaves the pace of the rest, from its first to its last document.
fn steep(from: &Item, to: &Item, end: &Item) -> bool {
    let days = |one: &Item, other: &Item| (one.day - other.day).num_days().unsigned_abs();
    let span = days(from, to);
    let gain = u64::from(to.number.abs_diff(from.number)).max(span);
    let near = if end.day >= to.day { to } else { from };
    let (leap, wait) = (u64::from(end.number.abs_diff(near.number)), days(end, near).max(7));
    span >= 7 && leap * span > STEEP * gain * wait && leap > 100
}
