//! Percentages that together are a hundred, of parts that are not of one whole: `khảo sát 100 phiếu: 94 phiếu hài lòng (94%), 08
//! phiếu bình thường (6%)`.

use std::ops::Range;

use baocao_core::claim::{Claim, Law, Said};
use rust_decimal::Decimal;

use super::shares::{Odd, Share};
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;
use baocao_vietnamese::lexicon::lists::{OF_ANOTHER_PART, OF_PART};

/// The longest words between a part and its percentage, in characters.
const LONGEST: usize = 60;

/// The percentages of parts that are not of the whole, a number of the passage, which all others beside them are of.
pub(super) fn odd_ones(reading: Reading<'_>) -> Vec<Odd> {
    let ends = |kind| matches!(kind, Kind::Stop | Kind::Line);
    let (mut odd, mut start) = (Vec::new(), 0);
    for at in 0..reading.tokens.len() {
        if ends(reading.tokens[at].kind) {
            let parts: Vec<(usize, Share)> =
                (start..at).filter_map(|part| Some((part, share(reading, part)?))).collect();
            let unit = |part: usize| reading.tokens[part].unit.name.as_str();
            if parts.windows(2).all(|pair| unit(pair[0].0) == unit(pair[1].0)) {
                odd.extend(rest_of(&parts, reading));
                let shares: Vec<Share> = parts.into_iter().map(|(_, share)| share).collect();
                odd.extend(odd_one(&shares, reading, start..at));
            }
            start = at + 1;
        }
    }
    odd
}

/// The percentage of what is left, where that of the other part is of both together: `874 cơ sở có lối thoát nạn, đạt 68,1%; còn 410 cơ
/// sở chưa có, chiếm 39,1%`.
fn rest_of(parts: &[(usize, Share)], reading: Reading<'_>) -> Option<Odd> {
    let [(_, done), (at, left)] = parts else { return None };
    let both = done.part + left.part;
    let is_rest = matches!(reading.before(*at).trim(), "còn" | "còn lại" | "số còn lại");
    let told = done.percent.scale() > 0;
    (is_rest && told && is_of(done, both) && !is_of(left, both)).then(|| (left.token, left.of(both, true)))
}

/// A part with its percentage; a name may stand between: `117 phiếu bình thường, chiếm 7,8%`.
fn share(reading: Reading<'_>, at: usize) -> Option<Share> {
    let token = &reading.tokens[at];
    let Kind::Count(part) = token.kind else { return None };
    let marks = [Kind::Open, Kind::Comma];
    let next = (at + 1..reading.tokens.len()).find(|next| !marks.contains(&reading.tokens[*next].kind))?;
    let Kind::Percent(percent) = reading.tokens[next].kind else { return None };
    let gap = reading.between(at, next);
    let (_, words) = gap.rsplit_once(['(', ','])?;
    let said = OF_PART.contains(&words.trim()) || words.trim().is_empty() && gap.trim_end().ends_with('(');
    let near = gap.chars().count() <= LONGEST && !OF_ANOTHER_PART.iter().any(|words| gap.contains(words));
    let alone =
        reading.text[reading.tokens[next].end..].trim_start_matches(' ').starts_with([',', ';', '.', ')', '\n']);
    let hedged = token.hedge || reading.tokens[next].hedge;
    (said && near && alone && !hedged && token.unit.is_known()).then_some(Share { part, percent, token: next })
}

/// Whether a percentage is of a whole; one without decimals that was cut off, not rounded, may be of any.
fn is_of(share: &Share, whole: Decimal) -> bool {
    let claim = share.of(whole, false).claim(share.percent);
    claim.holds() || claim.given.places() > 0 && claim.agrees()
}

fn odd_one(shares: &[Share], reading: Reading<'_>, sentence: Range<usize>) -> Option<Odd> {
    let percents = Law::Sum(shares.iter().map(|share| Said::percent(share.percent)).collect());
    let sum: Decimal = shares.iter().map(|share| share.part).sum();
    // Each may have been rounded, but not by so much that anything is a hundred.
    let near = percents.exact().is_some_and(|all| (all - Decimal::ONE_HUNDRED).abs() <= Decimal::new(5, 1));
    let hundred = near && Claim::new(Said::counted(Decimal::ONE_HUNDRED), percents).holds();
    if shares.len() < 2 || !hundred || shares.iter().all(|one| is_of(one, sum)) {
        return None;
    }
    let near = |whole: &Decimal| !whole.is_zero() && (*whole - sum).abs() * Decimal::from(4) <= sum;
    let odd = |whole: Decimal| {
        let mut odd = shares.iter().filter(move |share| !is_of(share, whole));
        odd.next().filter(|_| odd.next().is_none()).map(|odd| (whole, *odd))
    };
    let (whole, odd) = reading.counts_near(sentence.start).into_iter().filter(near).find_map(odd)?;
    let counts = || {
        reading.tokens[sentence.clone()].iter().filter_map(|token| match token.kind {
            Kind::Count(value) => Some(value),
            _ => None,
        })
    };
    // `trong 10 hồ sơ ... có 04 hồ sơ (40%)`
    let explained = counts().any(|other| is_of(&odd, other));
    let beside = counts().any(|value| value == whole);
    (!explained).then(|| (odd.token, odd.of(whole, beside)))
}
