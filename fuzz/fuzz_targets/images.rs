//! Bytes as the image of a signature, whatever they are.

#![no_main]

use std::panic;

use baocao_core::diagnostic::{Lang, is_caught, render};
use baocao_core::limits::Limits;
use baocao_core::report::check_image;
use libfuzzer_sys::fuzz_target;

fuzz_target!(
    init: {
        // What decodes images breaks on some, which is told as a finding.
        let tell = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !is_caught() {
                tell(info);
            }
        }));
    },
    |bytes: &[u8]| {
        for name in ["a.png", "a.jpg"] {
            if let Err(finding) = check_image(name, bytes, &Limits::default()) {
                assert!(!render(&[finding], Lang::Vi, false).is_empty());
            }
        }
    }
);
