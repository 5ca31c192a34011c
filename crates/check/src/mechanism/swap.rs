//! Substitution: words that should be others.

use std::ops::Range;

use baocao_reading::{Passage, Phrase, Phrases};
use baocao_vietnamese::small;
use baocao_vietnamese::spelling::cased;

use super::{Context, bytes};

/// Words, and what should stand in their place.
#[derive(Debug, Clone)]
pub(crate) struct Swap {
    /// What is looked for; none where the right words with other capitals inside are.
    words: Vec<Phrase>,
    /// What is right.
    right: Right,
    /// Where the words count.
    context: Context,
}

/// What should stand in the place of words.
#[derive(Debug, Clone)]
enum Right {
    /// These words.
    Words(Phrase),
    /// The same words in small letters.
    Small,
}

/// Substitutions that go through a passage together, each of a rule.
#[derive(Debug)]
pub(crate) struct Swaps<T> {
    swaps: Vec<(T, Swap)>,
    phrases: Phrases<usize>,
}

impl<T> Default for Swaps<T> {
    fn default() -> Self {
        Self { swaps: Vec::new(), phrases: Phrases::default() }
    }
}

impl<T: Copy + PartialEq> Swaps<T> {
    pub(crate) fn new(swaps: Vec<(T, Swap)>) -> Self {
        let phrases = swaps.iter().enumerate().flat_map(|(index, (_, swap))| {
            let looked_for = match &swap.right {
                Right::Words(right) if swap.words.is_empty() => other_commas(right),
                _ => swap.words.clone(),
            };
            looked_for.into_iter().map(move |phrase| (phrase, index))
        });
        let phrases = Phrases::new(phrases);
        Self { swaps, phrases }
    }

    /// The wrong words of a passage: of which rule, where, and what is right. Of words inside others of the same rule only
    /// the longer are told.
    pub(crate) fn find(&self, passage: &Passage<'_>) -> Vec<(T, Range<usize>, String)> {
        let found = self.phrases.find(passage).filter_map(|(pieces, phrase, index)| {
            let (rule, swap) = &self.swaps[*index];
            let right = swap.right_for(passage, phrase, &pieces)?;
            swap.context.holds(passage, &pieces).then_some((*rule, pieces, right))
        });
        let mut found: Vec<(T, Range<usize>, String)> = found.collect();
        found.sort_by_key(|(_, pieces, _)| (pieces.start, std::cmp::Reverse(pieces.end)));
        let mut kept: Vec<(T, Range<usize>, String)> = Vec::with_capacity(found.len());
        for one in found {
            let inside = |(rule, pieces, _): &&(T, Range<usize>, String)| *rule == one.0 && one.1.end <= pieces.end;
            if !kept.iter().rev().take(8).any(|known| inside(&known)) {
                kept.push(one);
            }
        }
        kept.into_iter().map(|(rule, pieces, right)| (rule, bytes(passage, &pieces), right)).collect()
    }
}

impl Swap {
    /// Words and what is right in their place. What differs in capitals alone is looked for as it is written.
    pub(crate) fn new(words: Vec<Phrase>, right: Option<Phrase>, context: Context) -> Self {
        let Some(right) = right else { return Self { words, right: Right::Small, context } };
        let same = |words: &Phrase| words.is_same(&right);
        let exact = words.iter().any(same);
        let words = words.iter().map(|words| if same(words) { words.clone().as_written() } else { words.clone() });
        let words = words.collect();
        let right = if exact { right.as_written() } else { right };
        Self { words, right: Right::Words(right), context }
    }

    /// What is right in the place of words that were found; nothing where they are right.
    fn right_for(&self, passage: &Passage<'_>, phrase: &Phrase, pieces: &Range<usize>) -> Option<String> {
        let found = &passage.text[bytes(passage, pieces)];
        let Right::Words(right) = &self.right else { return Some(small(found)) };
        let written = right.filled(phrase, passage, pieces.start);
        if self.words.is_empty() {
            return other_capitals(passage, right, &written, pieces);
        }
        // `công dân` is looked for as `dân`: where the right words stand nothing is wrong.
        let first = pieces.start.saturating_sub(right.count());
        let stands = (first..=pieces.start).any(|at| right.at(passage, at).is_some_and(|end| end >= pieces.end));
        (!stands).then(|| if right.is_exact() { written } else { cased(&written, found) })
    }
}

/// What is right in the place of words that have other capitals inside. Words in small letters throughout and in capitals
/// throughout are of no name; a first capital of what is no name is looked at where a line begins.
fn other_capitals(passage: &Passage<'_>, right: &Phrase, written: &str, pieces: &Range<usize>) -> Option<String> {
    let here = &passage.pieces()[pieces.clone()];
    let words: Vec<&str> = here.iter().map(|piece| &passage.text[piece.range.clone()]).collect();
    let any = |word: &&str| word.chars().skip(1).any(char::is_uppercase);
    let first = words.first()?.starts_with(char::is_uppercase);
    let capitals = words.iter().any(|word| word.starts_with(char::is_uppercase));
    let name = right.is_exact();
    if !capitals || words.iter().any(any) || first && !name && !passage.begins_line(pieces.start) {
        return None;
    }
    let wanted = if first && !name { capital(written) } else { written.to_owned() };
    let same = words.concat() == wanted.split(' ').collect::<String>();
    (!same).then_some(wanted)
}

/// Words in any case, with and without each of their commas.
fn other_commas(right: &Phrase) -> Vec<Phrase> {
    right.without_commas().into_iter().map(Phrase::in_any_case).collect()
}

/// With a capital at the beginning.
pub(crate) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
