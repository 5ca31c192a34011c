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

#[cfg(test)]
mod tests {
    use super::*;

    fn items(list: &[(u32, u32, u32)]) -> Vec<Item> {
        let day = |month, day| NaiveDate::from_ymd_opt(2024, month, day).unwrap();
        once(list.iter().map(|(number, d, m)| Item { day: day(*m, *d), number: *number, at: 0 }).collect())
    }

    fn doubted(list: &[(u32, u32, u32)]) -> Vec<u32> {
        let items = items(list);
        let chain = longest_rising(&items);
        let mut numbers: Vec<u32> = items.iter().filter(|item| !chain.contains(item)).map(|item| item.number).collect();
        numbers.extend(jumps(&chain).iter().map(|(item, _)| item.number));
        numbers
    }

    #[test]
    fn the_one_out_of_line_is_doubted() {
        assert_eq!(doubted(&[(4, 16, 2), (5, 20, 2), (12, 28, 2), (13, 25, 2), (20, 10, 3)]).len(), 1);
        assert_eq!(doubted(&[(31, 4, 1), (50, 5, 1), (210, 18, 1), (390, 30, 1), (6120, 31, 1)]), [6120]);
        assert_eq!(doubted(&[(6120, 3, 1), (6131, 5, 1), (31, 14, 1), (50, 15, 1), (210, 18, 1)]).len(), 2);
    }

    #[test]
    fn witnesses_say_which_of_two_is_wrong() {
        let items = items(&[(934, 6, 7), (1175, 6, 7), (943, 7, 7)]);
        let [early, wrong, witness] = items[..] else { panic!("{items:?}") };
        assert!(speak_against(&wrong, &early, &[witness]));
        assert!(!speak_against(&early, &wrong, &[witness]) && !speak_against(&wrong, &early, &[]));
    }

    #[test]
    fn ordinary_series_are_left_alone() {
        assert!(doubted(&[(7, 22, 2), (8, 22, 2), (9, 22, 2), (10, 23, 2), (24, 4, 4), (26, 6, 4)]).is_empty());
        assert!(doubted(&[(1038, 22, 5), (1034, 22, 5), (962, 15, 5), (963, 15, 5), (1304, 21, 6)]).is_empty());
        assert!(doubted(&[(78, 11, 1), (3891, 14, 7), (3062, 24, 5)]).is_empty());
        assert!(doubted(&[(64, 29, 12)]).is_empty());
    }
}
