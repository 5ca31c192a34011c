//! A passage and its tokens, with the text around them.

use std::collections::BTreeSet;
use std::ops::Range;

use rust_decimal::Decimal;

use super::token::{Kind, Token};
use crate::Passage;

/// How far numbers and marks that belong together are apart at most.
const NEAR: usize = 64;

/// So many numbers and marks around one are near it.
const AROUND: usize = 200;

/// A passage of running text with its tokens.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'p> {
    /// The passage.
    pub passage: &'p Passage<'p>,
    /// Its text.
    pub text: &'p str,
    /// Its tokens.
    pub tokens: &'p [Token],
}

impl<'p> Reading<'p> {
    /// Of a passage.
    pub fn new(passage: &'p Passage<'p>) -> Self {
        Self { passage, text: &passage.text, tokens: passage.tokens() }
    }
}

impl<'p> Reading<'p> {
    /// The numbers of things that are counted, those of fractions included.
    pub fn counts(&self) -> impl Iterator<Item = Decimal> + use<'p> {
        let values = self.tokens.iter().map(|token| match token.kind {
            Kind::Count(value) => [Some(value), None],
            Kind::Fraction(part, whole) => [Some(part), Some(whole)],
            _ => [None, None],
        });
        values.flatten().flatten()
    }

    /// Those that stand near a token, each once.
    pub fn counts_near(&self, at: usize) -> BTreeSet<Decimal> {
        let near = at.saturating_sub(AROUND)..self.tokens.len().min(at + AROUND);
        Self { tokens: self.tokens.get(near).unwrap_or_default(), ..*self }.counts().collect()
    }

    /// The number before a token, where nothing but marks of these kinds stands between.
    pub fn number_before(&self, at: usize, between: &[Kind]) -> Option<usize> {
        let stop = (0..at).rev().find(|index| !between.contains(&self.tokens[*index].kind))?;
        self.tokens[stop].kind.is_number().then_some(stop)
    }

    /// The text between two tokens, in small letters.
    pub fn between(&self, first: usize, second: usize) -> &'p str {
        self.small(self.tokens[first].end..self.tokens[second].range.start)
    }

    /// The text before a number back to the mark or number before it, in small letters.
    pub fn before(&self, at: usize) -> &'p str {
        let start = at.checked_sub(1).map_or(0, |last| self.tokens[last].end);
        self.small(start..self.tokens[at].range.start)
    }

    /// The text after a number up to the next mark or number, its unit included, in small letters.
    pub fn after(&self, at: usize) -> &'p str {
        let end = self.tokens.get(at + 1).map_or(self.text.len(), |next| next.range.start);
        self.small(self.tokens[at].range.end..end)
    }

    /// The numbers and marks before one on its line, the nearest first: so many as what belongs together may be apart.
    pub fn back(&self, at: usize) -> impl Iterator<Item = usize> + use<'p> {
        let tokens = self.tokens;
        (0..at).rev().take(NEAR).take_while(move |at| tokens[*at].kind != Kind::Line)
    }

    /// Those that begin or stand in some bytes.
    pub fn within(&self, bytes: Range<usize>) -> &'p [Token] {
        let before = |end: usize| self.tokens.partition_point(|token| token.range.start < end);
        self.tokens.get(before(bytes.start)..before(bytes.end)).unwrap_or_default()
    }

    /// Some bytes in small letters; nothing where they end before they begin.
    fn small(&self, range: Range<usize>) -> &'p str {
        self.passage.all_small().get(range).unwrap_or_default()
    }

    /// Whether a token stands in parentheses on its line.
    pub fn enclosed(&self, at: usize) -> bool {
        let marks = self.tokens[..at].iter().rev().take_while(|token| token.kind != Kind::Line);
        marks.map(|token| token.kind).find(|kind| matches!(kind, Kind::Open | Kind::Close)) == Some(Kind::Open)
    }

    /// The closing parenthesis of an opening one, where there is one on the line.
    pub fn close_of(&self, open: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for (index, token) in self.tokens.iter().enumerate().skip(open) {
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close if depth == 1 => return Some(index),
                Kind::Close => depth = depth.saturating_sub(1),
                Kind::Line => return None,
                _ => {}
            }
        }
        None
    }
}
