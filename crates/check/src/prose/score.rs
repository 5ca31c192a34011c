//! Points of a whole that the points of its parts add up to: `đạt 87,15/100 điểm, trong đó: ... 17,6/18 điểm; ...`.

use baocao_core::claim::{Claim, Law, Said};
use rust_decimal::Decimal;

use super::said::At;
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;

/// The scores of a text of which the most that the parts can have add up to the most that the whole can have, and the points
/// do not.
pub(super) fn wrong(reading: Reading<'_>) -> Vec<At> {
    (0..reading.tokens.len()).filter_map(|at| score(reading, at)).collect()
}

fn score(reading: Reading<'_>, at: usize) -> Option<At> {
    let (whole, most) = points(reading, at)?;
    let ends = |at: &usize| matches!(reading.tokens[*at].kind, Kind::Stop | Kind::Line);
    let end = (at..reading.tokens.len()).find(ends).unwrap_or(reading.tokens.len());
    let places: Vec<usize> = (at + 1..end).filter(|at| points(reading, *at).is_some()).collect();
    let opened = ["trong đó", "gồm"]
        .iter()
        .any(|words| places.first().is_some_and(|first| reading.between(at, *first).contains(words)));
    let parts: Vec<(Decimal, Decimal)> = places.iter().filter_map(|at| points(reading, *at)).collect();
    let all: Decimal = parts.iter().map(|(_, most)| most).sum();
    let sum = Law::Sum(parts.iter().map(|(part, _)| Said::counted(*part)).collect());
    let claim = Claim::new(Said::counted(whole), sum);
    (opened && parts.len() > 2 && all == most && !claim.holds()).then_some(At { token: at, claim })
}

/// The points at a token and the most they can be.
fn points(reading: Reading<'_>, at: usize) -> Option<(Decimal, Decimal)> {
    let token = &reading.tokens[at];
    match token.kind {
        Kind::Fraction(part, most) if token.unit.name == "điểm" => Some((part, most)),
        _ => None,
    }
}
