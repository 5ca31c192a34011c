//! Numbers of which nobody says what they come from: they are told of only where no others explain them, and they are a slip
//! of the hand away from what some give.

use baocao_core::claim::{Claim, Law, Said};
use baocao_reading::numbers::slipped;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

/// Whether a number comes from some others in one of these ways, rounded or cut off.
pub(crate) fn explained(given: Said, laws: impl IntoIterator<Item = Law>) -> bool {
    laws.into_iter().any(|law| Claim::new(given, law).agrees())
}

/// The first of some ways in which a number would come from others but for one digit, or for two that changed places.
pub(crate) fn slip(given: Said, laws: impl IntoIterator<Item = Law>) -> Option<Claim> {
    let beside = |law: &Law| {
        let exact = law.exact().map(|exact| exact / given.unit);
        let right = exact.map(|exact| if law.is_division() { number::round(exact, given.decimals()) } else { exact });
        let same_way = |right: &Decimal| given.value.is_sign_negative() == right.is_sign_negative();
        right.filter(same_way).is_some_and(|right| slipped(given.written().abs(), right.abs()))
    };
    laws.into_iter().find(beside).map(|law| Claim::new(given, law))
}
