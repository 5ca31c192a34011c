//! Points of a whole that the points of its parts add up to: `đạt 87,15/100 điểm, trong đó: ... 17,6/18 điểm; ...`.

use rust_decimal::Decimal;

use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;

/// A score that is not the sum of those of its parts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Score {
    /// The token of the score.
    pub(super) token: usize,
    pub(super) parts: Vec<Decimal>,
}

/// The scores of a text of which the most that the parts can have add up to the most that the whole can have, and the points
/// do not.
pub(super) fn wrong(reading: Reading<'_>) -> Vec<Score> {
    (0..reading.tokens.len()).filter_map(|at| score(reading, at)).collect()
}

fn score(reading: Reading<'_>, at: usize) -> Option<Score> {
    let (whole, most) = points(reading, at)?;
    let ends = |at: &usize| matches!(reading.tokens[*at].kind, Kind::Stop | Kind::Line);
    let end = (at..reading.tokens.len()).find(ends).unwrap_or(reading.tokens.len());
    let places: Vec<usize> = (at + 1..end).filter(|at| points(reading, *at).is_some()).collect();
    let opened = ["trong đó", "gồm"]
        .iter()
        .any(|words| places.first().is_some_and(|first| reading.between(at, *first).contains(words)));
    let parts: Vec<(Decimal, Decimal)> = places.iter().filter_map(|at| points(reading, *at)).collect();
    let all: Decimal = parts.iter().map(|(_, most)| most).sum();
    let sum: Decimal = parts.iter().map(|(part, _)| part).sum();
    let told = opened && parts.len() > 2 && all == most && sum != whole;
    told.then(|| Score { token: at, parts: parts.iter().map(|(part, _)| *part).collect() })
}

/// The points at a token and the most they can be.
fn points(reading: Reading<'_>, at: usize) -> Option<(Decimal, Decimal)> {
    let token = &reading.tokens[at];
    match token.kind {
        Kind::Fraction(part, most) if token.unit.name == "điểm" => Some((part, most)),
        _ => None,
    }
}
