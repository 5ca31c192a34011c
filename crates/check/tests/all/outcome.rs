//! What comes of steps one after the other.

use baocao_check::Outcome;
use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};

fn told(text: &str) -> Finding {
    kinds::input::EMPTY.warning(msg!("{text}", "{text}"))
}

fn step(value: Option<u32>, text: &str) -> Outcome<u32> {
    Outcome::of(|findings| {
        findings.push(told(text));
        value
    })
}

#[test]
fn what_is_said_is_kept_in_order() {
    let both = step(Some(1), "một").and_then(|one| step(Some(one + 1), "hai")).map(|two| two * 10);
    assert_eq!(both.value, Some(20));
    assert_eq!(both.review.findings, [told("một"), told("hai")]);
    let refused = step(None, "một").and_then(|one| step(Some(one), "hai"));
    assert_eq!(refused.into_result().unwrap_err().findings, [told("một")]);
    assert_eq!(step(Some(3), "một").into_result().unwrap(), 3);
}
