//! The numbers of running text as what claims are made of.

use baocao_core::claim::{Claim, Law, Said};
use baocao_core::diagnostic::Finding;
use baocao_reading::numbers::{Kind, Reading, Token};
use rust_decimal::Decimal;

use crate::Subject;

/// What a text claims of one of its numbers.
pub(super) struct At {
    /// The token of the number.
    pub(super) token: usize,
    pub(super) claim: Claim,
}

/// A percentage's numerator and denominator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Link {
    /// The numerator.
    pub(super) part: Said,
    /// The denominator.
    pub(super) whole: Said,
    /// Whether the words leave no doubt that the percentage is of these two.
    pub(super) sure: bool,
}

impl Link {
    /// Of two numbers that are written out.
    pub(super) fn exact(part: Decimal, whole: Decimal, sure: bool) -> Self {
        Self { part: Said::counted(part), whole: Said::counted(whole), sure }
    }

    /// That a percentage is of the two.
    pub(super) fn claim(&self, given: Decimal) -> Claim {
        Claim::new(Said::percent(given), Law::Ratio([self.part, self.whole]))
    }
}

/// A count or a percentage.
pub(super) fn said(token: &Token) -> Option<Said> {
    match token.kind {
        Kind::Count(value) => Some(Said::measured(value, token.unit.factor)),
        Kind::Percent(value) => Some(Said::percent(value)),
        _ => None,
    }
}

/// A number of a fraction: points and the like are not rounded, money may be.
pub(super) fn of_fraction(value: Decimal, token: &Token) -> Said {
    let money = token.unit.factor > Decimal::ONE;
    if money { Said::measured(value, token.unit.factor) } else { Said::counted(value) }
}

/// A finding at a number, with its unit.
pub(super) fn at(finding: Finding, token: usize, reading: Reading<'_>, subject: &Subject<'_>) -> Finding {
    let token = &reading.tokens[token];
    let shown = if matches!(token.kind, Kind::Percent(_)) { token.end } else { token.range.end };
    finding
        .at(subject.place(reading.passage, token.range.start..token.end))
        .found(&reading.passage.text[token.range.start..shown])
}
