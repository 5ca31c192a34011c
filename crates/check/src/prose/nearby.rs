//! Percentages behind a part whose whole stands farther away: `được giao 124; trong đó: hoàn thành 117 nhiệm vụ, đạt tỷ lệ
//! 94,4%`. Which number is the whole is not said, so that only a percentage that is a slip away from one is told of.

use baocao_vietnamese::lexicon::lists::{BINDING, OF_ANOTHER_NUMBER};
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::link::{Link, blur};
use baocao_reading::numbers::Reading;
use baocao_reading::numbers::slipped;
use baocao_reading::numbers::{Kind, Token};

/// The longest words between them, in characters.
const LONGEST: usize = 60;

/// How many numbers back the whole is looked for.
const REACH: usize = 12;

/// The part before a percentage and the nearest number of which the percentage is a slip away; nothing where any number
/// near it explains the percentage.
pub(super) fn of(reading: Reading<'_>, at: usize) -> Option<Link> {
    let Kind::Percent(given) = reading.tokens[at].kind else { return None };
    // Round ones are near many numbers; more than all is of a plan or of another time.
    if given.scale() == 0 || given > Decimal::ONE_HUNDRED {
        return None;
    }
    let near = reading.number_before(at, &[Kind::Comma, Kind::Open])?;
    let part = &reading.tokens[near];
    let (Kind::Count(value), false) = (part.kind, part.hedge) else { return None };
    let gap = reading.between(near, at);
    let (named, words) = gap.rsplit_once([',', '('])?;
    let elsewhere = OF_ANOTHER_NUMBER.iter().any(|word| named.contains(word)) || named.chars().count() > LONGEST;
    if elsewhere || !BINDING.contains(&words.trim()) || value.is_zero() {
        return None;
    }
    let rate = |whole: Decimal| value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole);
    let agrees = |whole: &Decimal| {
        rate(*whole).is_some_and(|exact| {
            number::round(exact, given.scale()) == given || exact.trunc_with_scale(given.scale()) == given
        })
    };
    let wholes = wholes(reading, near, at);
    if wholes.iter().any(|(whole, _)| agrees(whole)) {
        return None;
    }
    let slip = |(whole, _): &&(Decimal, Decimal)| {
        rate(*whole).is_some_and(|exact| slipped(given, number::round(exact, given.scale())))
    };
    let (whole, rounded) = *wholes.iter().find(slip)?;
    Some(Link { part: value, whole, sure: false, blur: [blur(part), rounded] })
}

/// The numbers that may be the whole, the nearest first: those before the part, and one right behind the percentage.
fn wholes(reading: Reading<'_>, part: usize, at: usize) -> Vec<(Decimal, Decimal)> {
    let behind = reading.tokens[at + 1..].iter().take_while(|token| !matches!(token.kind, Kind::Stop | Kind::Line));
    let behind = behind.filter(|token| token.kind.is_number()).take(1);
    let before = reading.tokens[..part].iter().rev().filter(|token| token.kind.is_number()).take(REACH);
    let fitting = |token: &&Token| may_be_whole(&reading.tokens[part], token);
    let value = |token: &Token| match token.kind {
        Kind::Count(value) | Kind::Fraction(_, value) => Some((value, blur(token))),
        _ => None,
    };
    before.chain(behind).filter(fitting).filter_map(value).filter(|(value, _)| !value.is_zero()).collect()
}

fn may_be_whole(part: &Token, whole: &Token) -> bool {
    part.unit.name.is_empty() || whole.unit.name.is_empty() || part.unit.fits(&whole.unit)
}
