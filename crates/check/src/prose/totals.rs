//! A total that follows its parts: `trực tuyến 300 hồ sơ, trực tiếp 150 hồ sơ, tổng cộng 450 hồ sơ`.

use baocao_core::claim::{Claim, Law};
use rust_decimal::Decimal;

use super::said::{At, said};
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;
use baocao_vietnamese::lexicon::lists::TOTALS;

/// The totals of a text that are nearly the sums of the parts before them, and not quite.
pub(super) fn wrong(reading: Reading<'_>) -> Vec<At> {
    (0..reading.tokens.len()).filter_map(|at| total(reading, at)).collect()
}

fn total(reading: Reading<'_>, at: usize) -> Option<At> {
    let token = &reading.tokens[at];
    let Kind::Count(value) = token.kind else { return None };
    if token.unit.name.is_empty() || token.hedge || !TOTALS.contains(&reading.before(at).trim()) {
        return None;
    }
    let mut parts = Vec::new();
    for before in reading.tokens[..at].iter().rev() {
        match before.kind {
            Kind::Comma | Kind::Semicolon => {}
            Kind::Stop | Kind::Line | Kind::Colon => break,
            Kind::Count(_) if before.unit.name == token.unit.name && !before.hedge => parts.insert(0, said(before)?),
            _ => return None,
        }
    }
    // What is named again, or is more than the total, is no part.
    let apart = parts.len() > 1 && parts.iter().all(|part| part.value < value);
    let claim = Claim::new(said(token)?, Law::Sum(parts));
    let nearly = (claim.law.exact()? - value).abs() * Decimal::from(5) <= value;
    (apart && nearly && !claim.holds()).then_some(At { token: at, claim })
}
