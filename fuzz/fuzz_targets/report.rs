//! Bytes as a report: read, composed, checked and told of.

#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use baocao_check::{Desk, Settings};
use baocao_core::diagnostic::{Lang, has_errors, render};
use libfuzzer_sys::fuzz_target;

static DESK: LazyLock<Desk> = LazyLock::new(Desk::default);

fuzz_target!(|bytes: &[u8]| {
    let (composed, review) = DESK.review("x.json", bytes.to_vec(), Path::new("/nowhere"), &Settings::default());
    assert_eq!(composed.is_none(), has_errors(&review.findings));
    for lang in [Lang::Vi, Lang::En] {
        assert_eq!(render(&review.findings, lang, false).is_empty(), review.findings.is_empty());
    }
});
