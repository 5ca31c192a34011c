//! Bytes as a report: read, composed, checked and told of.

#![no_main]

use std::sync::LazyLock;

use baocao_check::{Desk, Settings};
use baocao_core::diagnostic::{Lang, has_errors, render};
use baocao_core::report::ReportFile;
use libfuzzer_sys::fuzz_target;

static DESK: LazyLock<Desk> = LazyLock::new(Desk::default);

fuzz_target!(|bytes: &[u8]| {
    let outcome = DESK.review(ReportFile::new("x.json", bytes), &Settings::default());
    let review = outcome.review;
    assert_eq!(outcome.value.is_none(), has_errors(&review.findings));
    for lang in [Lang::Vi, Lang::En] {
        assert_eq!(render(&review.findings, lang, false).is_empty(), review.findings.is_empty());
    }
});
