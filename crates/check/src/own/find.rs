//! What the rules of an office find.

use std::ops::Range;

use baocao_core::msg;
use baocao_core::report::Slot;
use baocao_reading::{Passage, Phrase, TextKind};

use super::file::Must;
use super::{Asks, OwnRule, OwnRules, Spot};
use crate::mechanism::{Explained, Ways, bytes};

/// Gives what a document says that nobody wrote.
pub(crate) type Printed<'a> = dyn Fn() -> Vec<String> + 'a;

/// Where a phrase of a rule stands: the number of the passage, pieces in it, the number of the phrase.
struct Hit<'p> {
    passage: &'p Passage<'p>,
    pieces: Range<usize>,
    phrase: usize,
}

impl OwnRules {
    /// Where the rules speak.
    pub(super) fn find<'p>(&'p self, passages: &'p [Passage<'p>], printed: &Printed<'_>) -> Vec<Spot<'p>> {
        let mut spots = Vec::new();
        if self.rules.is_empty() {
            return spots;
        }
        let mut hits: Vec<Vec<Hit<'p>>> = self.rules.iter().map(|_| Vec::new()).collect();
        for passage in passages {
            for (rule, range, right) in self.swaps.find(passage) {
                if self.rules[rule].looks_at(passage) {
                    let expected = Some(msg!("{right}", "{right}"));
                    spots.push(Spot { rule, at: Some((passage, range)), expected, right: Some(right) });
                }
            }
            for (pieces, _, (rule, phrase)) in self.phrases.find(passage) {
                if self.rules[*rule].looks_at(passage) {
                    hits[*rule].push(Hit { passage, pieces, phrase: *phrase });
                }
            }
        }
        for (number, (rule, hits)) in self.rules.iter().zip(hits).enumerate() {
            let told = match &rule.asks {
                Asks::Swap(..) => Vec::new(),
                Asks::OneWay(ways) => one_way(rule, ways, hits),
                Asks::Occurs(words, must) => occurs(rule, words, *must, hits, printed),
                Asks::Before { words, needs } => before(rule, words, needs, hits),
            };
            spots.extend(told.into_iter().map(|spot| Spot { rule: number, ..spot }));
        }
        spots
    }
}

impl<'p> Hit<'p> {
    fn spot(&self, vi: String, en: String) -> Spot<'p> {
        let at = Some((self.passage, bytes(self.passage, &self.pieces)));
        Spot { rule: 0, at, expected: Some(msg!("{vi}", "{en}")), right: None }
    }
}

/// The hits that count: in their context, the longest of those that begin inside each other.
fn counting<'p>(rule: &OwnRule, hits: Vec<Hit<'p>>) -> Vec<Hit<'p>> {
    let mut kept: Vec<Hit<'p>> = Vec::new();
    for hit in hits.into_iter().filter(|hit| rule.context.holds(hit.passage, &hit.pieces)) {
        let meets = |last: &&mut Hit<'p>| std::ptr::eq(last.passage, hit.passage) && hit.pieces.start < last.pieces.end;
        match kept.last_mut().filter(meets) {
            Some(last) if hit.pieces.end > last.pieces.end && hit.pieces.start == last.pieces.start => *last = hit,
            Some(_) => {}
            None => kept.push(hit),
        }
    }
    kept
}

fn one_way<'p>(rule: &OwnRule, words: &[Phrase], hits: Vec<Hit<'p>>) -> Vec<Spot<'p>> {
    let mut ways = Ways::default();
    for hit in counting(rule, hits) {
        ways.add(words[hit.phrase].to_string(), hit.passage, bytes(hit.passage, &hit.pieces));
    }
    let Some(ways) = ways.several() else { return Vec::new() };
    let all = ways.counted();
    let expected = Some(msg!("một kiểu trong cả báo cáo: {all}", "one way throughout: {all}"));
    let others = ways.others();
    others
        .map(|(_, passage, range)| Spot {
            rule: 0,
            at: Some((passage, range)),
            expected: expected.clone(),
            right: None,
        })
        .collect()
}

fn occurs<'p>(
    rule: &OwnRule,
    words: &[Phrase],
    must: Must,
    hits: Vec<Hit<'p>>,
    printed: &Printed<'_>,
) -> Vec<Spot<'p>> {
    let hits = counting(rule, hits);
    let list = list(words);
    match must {
        Must::Occur if hits.is_empty() && !is_printed(words, printed) => {
            let expected = Some(msg!("có một trong: {list}", "one of: {list}"));
            vec![Spot { rule: 0, at: None, expected, right: None }]
        }
        Must::Occur => Vec::new(),
        Must::NotOccur => {
            let spot = |hit: &Hit<'p>| hit.spot("không có các từ này".to_owned(), "none of these words".to_owned());
            hits.iter().map(spot).collect()
        }
        Must::OccurOnce => {
            let spot = |hit: &Hit<'p>| hit.spot("nhiều nhất một lần".to_owned(), "at most once".to_owned());
            hits.iter().skip(1).map(spot).collect()
        }
    }
}

/// Whether the words of a template say one of some phrases.
fn is_printed(words: &[Phrase], printed: &Printed<'_>) -> bool {
    printed().iter().any(|text| {
        let passage = Passage::new(Slot::section("van-ban"), TextKind::Prose, text);
        (0..passage.pieces().len()).any(|at| words.iter().any(|words| words.at(&passage, at).is_some()))
    })
}

/// The first use of words, where nothing that they need stands before it or around it.
fn before<'p>(rule: &OwnRule, words: &[Phrase], needs: &[Phrase], hits: Vec<Hit<'p>>) -> Vec<Spot<'p>> {
    let place = |hit: &Hit<'p>| (hit.passage.index, hit.pieces.start);
    let is_need = |hit: &Hit<'p>| hit.phrase >= words.len();
    let (needed, used): (Vec<Hit<'p>>, Vec<Hit<'p>>) = hits.into_iter().partition(is_need);
    let used = counting(rule, used);
    let mut order = Explained::default();
    used.iter().for_each(|hit| order.uses((), place(hit)));
    needed.iter().for_each(|hit| order.explains((), place(hit)));
    let Some(first) = used.first().filter(|_| order.is_late(&()) != Some(false)) else { return Vec::new() };
    let list = list(needs);
    vec![first.spot(format!("trước đó có một trong: {list}"), format!("before it one of: {list}"))]
}

/// Some phrases as they are written.
fn list(phrases: &[Phrase]) -> String {
    phrases.iter().map(Phrase::to_string).collect::<Vec<_>>().join(", ")
}
