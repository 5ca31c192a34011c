//! A text as Markdown, and as the label of a row.

#![no_main]

use baocao_core::markdown::{parse, plain_label};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    parse(text, None, &mut Vec::new());
    plain_label(text);
});
