//! Bytes as a file of an office's own fonts, whatever they are.

#![no_main]

use baocao_core::diagnostic::{Lang, render};
use baocao_core::limits::Limits;
use baocao_core::shelf::Uploads;
use baocao_typeset::Fonts;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for name in ["a.ttf", "a.ttc"] {
        let mut uploads = Uploads::default();
        uploads.insert(name, bytes).expect("a good name");
        if let Err(finding) = Fonts::built_in().with_shelf(&uploads, &Limits::default()) {
            assert!(!render(&[finding], Lang::Vi, false).is_empty());
        }
    }
});
