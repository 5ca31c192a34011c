//! Percentages behind a part whose whole stands farther away: `được giao 124; trong đó: hoàn thành 117 nhiệm vụ, đạt tỷ lệ
//! 94,4%`. Which number is the whole is not said, so that only a percentage that is a slip away from one is told of.

use baocao_core::claim::{Law, Said};
use baocao_reading::numbers::Reading;
use baocao_reading::numbers::{Kind, Token};
use baocao_vietnamese::lexicon::lists::{BINDING, OF_ANOTHER_NUMBER, RATES};
use rust_decimal::Decimal;

use super::said::{Link, of_fraction, said};
use crate::claims::{explained, slip};

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
    let (given, part) = (Said::percent(given), said(part)?);
    let laws = || wholes(reading, near, at).into_iter().map(|whole| Law::Ratio([part, whole]));
    let claim = slip(given, laws()).filter(|_| !explained(given, laws()))?;
    let Law::Ratio([part, whole]) = claim.law else { return None };
    Some(Link { part, whole, sure: false })
}

/// The numbers that may be the whole, the nearest first: those before the part, and one right behind the percentage.
fn wholes(reading: Reading<'_>, part: usize, at: usize) -> Vec<Said> {
    let behind = reading.tokens[at + 1..].iter().take_while(|token| !matches!(token.kind, Kind::Stop | Kind::Line));
    let behind = behind.filter(|token| token.kind.is_number()).take(1);
    let before = reading.tokens[..part].iter().rev().filter(|token| token.kind.is_number()).take(REACH);
    let fitting = |token: &&Token| may_be_whole(&reading.tokens[part], token);
    let value = |token: &Token| match token.kind {
        Kind::Fraction(_, whole) => Some(of_fraction(whole, token)),
        Kind::Count(_) => said(token),
        _ => None,
    };
    before.chain(behind).filter(fitting).filter_map(value).filter(|said| !said.value.is_zero()).collect()
}

fn may_be_whole(part: &Token, whole: &Token) -> bool {
    part.unit.name.is_empty() || whole.unit.name.is_empty() || part.unit.fits(&whole.unit)
}

/// The two numbers before a rate that is said to be more than so much: `đất 400 ha, đã cho thuê 116 ha; tỷ lệ lấp đầy đạt trên 30%`.
pub(super) fn after_two(reading: Reading<'_>, at: usize) -> Option<Link> {
    let before = reading.before(at);
    let more = ["trên", "hơn"].iter().any(|word| before.trim_end().ends_with(word));
    let part = reading.number_before(at, &[Kind::Comma, Kind::Semicolon])?;
    let whole = reading.number_before(part, &[Kind::Comma])?;
    let counts =
        [part, whole].iter().all(|at| matches!(reading.tokens[*at].kind, Kind::Count(_)) && !reading.tokens[*at].hedge);
    let [of, all] = [part, whole].map(|at| &reading.tokens[at]);
    let rate = RATES.iter().any(|words| before.trim_start().starts_with(words));
    let taken = reading.between(whole, part).contains("đã ");
    let (part, whole) = (said(of)?, said(all)?);
    let alike = !of.unit.name.is_empty() && of.unit.name == all.unit.name && whole.exceeds(&part);
    (more && counts && rate && taken && alike).then_some(Link { part, whole, sure: false })
}
