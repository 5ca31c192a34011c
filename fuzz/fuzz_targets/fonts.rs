//! Bytes as a font of an office, whatever they are.

#![no_main]

use std::sync::LazyLock;

use baocao_core::diagnostic::{Lang, render};
use baocao_core::limits::Limits;
use baocao_core::shelf::Uploads;
use baocao_typeset::Fonts;
use libfuzzer_sys::fuzz_target;

static BUILT_IN: LazyLock<Fonts> = LazyLock::new(Fonts::built_in);

fuzz_target!(
    init: baocao_fuzz::let_caught_pass(),
    |bytes: &[u8]| {
        for name in ["a.ttf", "a.ttc"] {
            let mut folder = Uploads::default();
            folder.insert(name, bytes).expect("a plain name");
            match BUILT_IN.clone().with_shelf(&folder, &Limits::default()) {
                Ok(fonts) => assert!(!fonts.families().is_empty()),
                Err(finding) => assert!(!render(&[finding], Lang::Vi, false).is_empty()),
            }
        }
    }
);
