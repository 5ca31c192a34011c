//! Bytes as the image of a signature, whatever they are.

#![no_main]

use baocao_core::diagnostic::{Lang, render};
use baocao_core::limits::Limits;
use baocao_core::report::check_image;
use libfuzzer_sys::fuzz_target;

fuzz_target!(
    init: baocao_fuzz::let_caught_pass(),
    |bytes: &[u8]| {
        for name in ["a.png", "a.jpg"] {
            if let Err(finding) = check_image(name, bytes, &Limits::default()) {
                assert!(!render(&[finding], Lang::Vi, false).is_empty());
            }
        }
    }
);
